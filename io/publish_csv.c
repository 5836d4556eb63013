/* publish_csv.c: list.csv, the students of a lecturer, an organisation or a broker, for a spreadsheet. */
#include "csv_write.h"
#include "publish_files.h"
#include "translate.h"
#include "week_text.h"

#define LECTURER     (1u << WP_AUDIENCE_LECTURER)
#define ORGANISATION (1u << WP_AUDIENCE_ORGANISATION)
#define BROKER       (1u << WP_AUDIENCE_BROKER)
#define ALL          (LECTURER | ORGANISATION | BROKER)

/* A row: a student on a project; a broker's project without students has one with none. */
struct row {
    struct wp_csv_writer *csv;
    const struct wp_entry_project *project;
    const struct wp_entry_student *student;
    bool failed; /* memory ran out */
};

static void put_number(struct row *row, int number) {
    if (number < 0)
        wp_csv_blank(row->csv);
    else
        wp_csv_number(row->csv, number);
}

/* Names, or addresses, in one cell. */
static void put_contacts(struct row *row, struct wp_contacts contacts, bool email) {
    struct wp_csv_list list = {0};
    for (int c = 0; c < contacts.count; c++) {
        const char *text = email ? contacts.items[c].email : wp_contact_text(&contacts.items[c]);
        if (*text)
            wp_csv_list_add(&list, text, " | ");
    }
    row->failed |= wp_csv_list_end(row->csv, &list) != 0;
}

static void put_id(struct row *row) {
    wp_csv_text(row->csv, row->student->who.id);
}
static void put_name(struct row *row) {
    wp_csv_text(row->csv, row->student->who.name);
}
static void put_email(struct row *row) {
    wp_csv_text(row->csv, row->student->who.email);
}
static void put_programme(struct row *row) {
    wp_csv_text(row->csv, row->student->programme);
}
static void put_year(struct row *row) {
    wp_csv_text(row->csv, row->student->year);
}
static void put_days(struct row *row) {
    char days[WP_DAYS_SHORT];
    wp_csv_text(row->csv, wp_days_short(row->student->days, days));
}
static void put_project(struct row *row) {
    wp_csv_text(row->csv, row->project->id);
}
static void put_title(struct row *row) {
    wp_csv_text(row->csv, row->project->title);
}
static void put_theme(struct row *row) {
    wp_csv_text(row->csv, row->project->theme);
}
static void put_runs(struct row *row) {
    wp_csv_text(row->csv, row->project->open ? _("yes") : _("no"));
}
static void put_places(struct row *row) {
    put_number(row, row->project->seats);
}
static void put_organisations(struct row *row) {
    put_contacts(row, row->project->organisations, false);
}
static void put_organisation_emails(struct row *row) {
    put_contacts(row, row->project->organisations, true);
}
static void put_lecturers(struct row *row) {
    put_contacts(row, row->project->lecturers, false);
}
static void put_lecturer_emails(struct row *row) {
    put_contacts(row, row->project->lecturers, true);
}
static void put_district(struct row *row) {
    wp_csv_text(row->csv, row->project->district);
}
static void put_minutes(struct row *row) {
    put_number(row, row->student->minutes);
}
static void put_meeting(struct row *row) {
    char slot[WP_SLOT_SHORT];
    wp_csv_text(row->csv, wp_slot_short(row->project->slot, slot));
}

static const struct column {
    const char *heading;
    unsigned audiences;
    void (*put)(struct row *row);
    bool meetings; /* only where the round has them */
} columns[] = {
    {N_("student number"), LECTURER, put_id, false},
    {N_("name"), ALL, put_name, false},
    {N_("e-mail"), LECTURER, put_email, false},
    {N_("programme"), LECTURER, put_programme, false},
    {N_("year"), LECTURER, put_year, false},
    {N_("days"), ALL, put_days, false},
    {N_("project"), ALL, put_project, false},
    {N_("title"), ALL, put_title, false},
    {N_("theme"), ALL, put_theme, false},
    {N_("runs"), BROKER, put_runs, false},
    {N_("places"), BROKER, put_places, false},
    {N_("organisations"), LECTURER | BROKER, put_organisations, false},
    {N_("e-mail of organisations"), LECTURER | BROKER, put_organisation_emails, false},
    {N_("lecturers"), ORGANISATION | BROKER, put_lecturers, false},
    {N_("e-mail of lecturers"), ORGANISATION | BROKER, put_lecturer_emails, false},
    {N_("district"), ALL, put_district, false},
    {N_("minutes"), LECTURER, put_minutes, false},
    {N_("meeting"), ALL, put_meeting, true},
};
#define COLUMNS (sizeof columns / sizeof *columns)

static bool is_told(const struct column *column, const struct wp_publication *publication,
                    const struct wp_entry *entry) {
    return (column->audiences & 1u << entry->audience) &&
           (!column->meetings || publication->settings->rules.meetings_weekly);
}

static void put_row(const struct wp_publication *publication, const struct wp_entry *entry, struct row *row) {
    for (size_t c = 0; c < COLUMNS; c++)
        if (is_told(&columns[c], publication, entry))
            columns[c].put(row);
    wp_csv_end_row(row->csv);
}

int wp_publish_csv(FILE *stream, const struct wp_publication *publication, const struct wp_entry *entry,
                   struct wp_error *error) {
    struct wp_csv_writer csv = wp_csv_for_people(stream, publication->settings->csv);
    struct row row = {.csv = &csv};
    for (size_t c = 0; c < COLUMNS; c++)
        if (is_told(&columns[c], publication, entry))
            wp_csv_text(&csv, _(columns[c].heading));
    wp_csv_end_row(&csv);
    for (int p = 0; p < entry->project_count; p++) {
        row.project = &entry->projects[p];
        row.student = &wp_entry_nobody;
        if (row.project->student_count == 0)
            put_row(publication, entry, &row);
        for (int s = 0; s < row.project->student_count; s++) {
            row.student = &row.project->students[s];
            put_row(publication, entry, &row);
        }
    }
    return row.failed ? wp_error_memory(error) : 0;
}
