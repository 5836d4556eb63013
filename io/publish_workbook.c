/* publish_workbook.c: list.xlsx, what a lecturer, an organisation or a broker is told: a sheet of students, a
 * sheet of projects, and what changed. */
#include "publish_files.h"
#include "translate.h"
#include "week_text.h"
#include "workbook.h"
#include <stdio.h>
#include <string.h>

#define LECTURER     (1u << WP_AUDIENCE_LECTURER)
#define ORGANISATION (1u << WP_AUDIENCE_ORGANISATION)
#define BROKER       (1u << WP_AUDIENCE_BROKER)
#define ALL          (LECTURER | ORGANISATION | BROKER)

/* Where a column has something to say besides. */
enum where { ALWAYS, WITH_MEETINGS, WITH_NAMES };

/* A row: a project, on the sheet of students with one of them. */
struct row {
    struct wp_workbook *workbook;
    const struct wp_entry_project *project;
    const struct wp_entry_student *student;
};

struct column {
    const char *heading;
    enum wp_column_kind kind;
    unsigned audiences;
    enum where where;
    void (*put)(const struct row *row);
};

/* -1: not told. */
static void put_number(const struct row *row, int number) {
    if (number < 0)
        wp_workbook_blank(row->workbook);
    else
        wp_workbook_number(row->workbook, number);
}

static void put_contacts(const struct row *row, struct wp_contacts contacts, bool email) {
    for (int c = 0; c < contacts.count; c++) {
        const char *text = email ? contacts.items[c].email : wp_contact_text(&contacts.items[c]);
        if (*text)
            wp_workbook_add(row->workbook, text);
    }
    wp_workbook_added(row->workbook);
}

static void put_days(const struct row *row, unsigned days) {
    char text[WP_DAYS_SHORT];
    wp_workbook_text(row->workbook, wp_days_short(days, text));
}

static void put_id(const struct row *row) {
    wp_workbook_text(row->workbook, row->student->who.id);
}
static void put_name(const struct row *row) {
    wp_workbook_text(row->workbook, wp_contact_text(&row->student->who));
}
static void put_email(const struct row *row) {
    wp_workbook_text(row->workbook, row->student->who.email);
}
static void put_programme(const struct row *row) {
    wp_workbook_text(row->workbook, row->student->programme);
}
static void put_year(const struct row *row) {
    wp_workbook_text(row->workbook, row->student->year);
}
static void put_student_days(const struct row *row) {
    put_days(row, row->student->days);
}
static void put_minutes(const struct row *row) {
    put_number(row, row->student->minutes);
}
static void put_project(const struct row *row) {
    wp_workbook_text(row->workbook, row->project->id);
}
static void put_title(const struct row *row) {
    wp_workbook_text(row->workbook, row->project->title);
}
static void put_theme(const struct row *row) {
    wp_workbook_text(row->workbook, row->project->theme);
}
static void put_indicator(const struct row *row) {
    wp_workbook_text(row->workbook, row->project->indicator);
}
static void put_runs(const struct row *row) {
    wp_workbook_text(row->workbook, row->project->open ? _("yes") : _("no"));
}
static void put_students(const struct row *row) {
    wp_workbook_number(row->workbook, row->project->student_count);
}
static void put_seats(const struct row *row) {
    put_number(row, row->project->seats);
}
static void put_organisations(const struct row *row) {
    put_contacts(row, row->project->organisations, false);
}
static void put_organisation_emails(const struct row *row) {
    put_contacts(row, row->project->organisations, true);
}
static void put_lecturers(const struct row *row) {
    put_contacts(row, row->project->lecturers, false);
}
static void put_lecturer_emails(const struct row *row) {
    put_contacts(row, row->project->lecturers, true);
}
static void put_district(const struct row *row) {
    wp_workbook_text(row->workbook, row->project->district);
}
static void put_project_days(const struct row *row) {
    put_days(row, row->project->days);
}
static void put_meeting(const struct row *row) {
    char slot[WP_SLOT_WORDS];
    wp_workbook_text(row->workbook, wp_slot_words(row->project->slot, slot));
}

static const struct column student_columns[] = {
    {N_("Student"), WP_COLUMN_TEXT, LECTURER, ALWAYS, put_id},
    {N_("Name"), WP_COLUMN_TEXT, ALL, ALWAYS, put_name},
    {N_("E-mail"), WP_COLUMN_TEXT, LECTURER, WITH_NAMES, put_email},
    {N_("Programme"), WP_COLUMN_TEXT, LECTURER, ALWAYS, put_programme},
    {N_("Year"), WP_COLUMN_TEXT, LECTURER, ALWAYS, put_year},
    {N_("Days"), WP_COLUMN_TEXT, ALL, ALWAYS, put_student_days},
    {N_("Project"), WP_COLUMN_TEXT, ALL, ALWAYS, put_project},
    {N_("Title"), WP_COLUMN_TEXT, ALL, ALWAYS, put_title},
    {N_("District"), WP_COLUMN_TEXT, ALL, ALWAYS, put_district},
    {N_("Minutes"), WP_COLUMN_NUMBER, LECTURER, ALWAYS, put_minutes},
    {N_("Meeting"), WP_COLUMN_TEXT, ALL, WITH_MEETINGS, put_meeting},
};
static const struct column project_columns[] = {
    {N_("Project"), WP_COLUMN_TEXT, ALL, ALWAYS, put_project},
    {N_("Title"), WP_COLUMN_TEXT, ALL, ALWAYS, put_title},
    {N_("Theme"), WP_COLUMN_TEXT, ALL, ALWAYS, put_theme},
    {N_("Indicator"), WP_COLUMN_TEXT, ALL, WITH_NAMES, put_indicator},
    {N_("Runs"), WP_COLUMN_TEXT, BROKER, ALWAYS, put_runs},
    {N_("Students"), WP_COLUMN_NUMBER, ALL, ALWAYS, put_students},
    {N_("Places"), WP_COLUMN_NUMBER, BROKER, ALWAYS, put_seats},
    {N_("Organisations"), WP_COLUMN_TEXT, LECTURER | BROKER, ALWAYS, put_organisations},
    {N_("E-mail of organisations"), WP_COLUMN_TEXT, LECTURER | BROKER, WITH_NAMES, put_organisation_emails},
    {N_("Lecturer"), WP_COLUMN_TEXT, ORGANISATION | BROKER, ALWAYS, put_lecturers},
    {N_("E-mail of lecturer"), WP_COLUMN_TEXT, ORGANISATION | BROKER, WITH_NAMES, put_lecturer_emails},
    {N_("District"), WP_COLUMN_TEXT, ALL, ALWAYS, put_district},
    {N_("Days"), WP_COLUMN_TEXT, ALL, ALWAYS, put_project_days},
    {N_("Meeting"), WP_COLUMN_TEXT, ALL, WITH_MEETINGS, put_meeting},
};
#define STUDENT_COLUMNS ((int)(sizeof student_columns / sizeof *student_columns))
#define PROJECT_COLUMNS ((int)(sizeof project_columns / sizeof *project_columns))
#define MOST_COLUMNS    (STUDENT_COLUMNS > PROJECT_COLUMNS ? STUDENT_COLUMNS : PROJECT_COLUMNS)

/* The columns of a sheet that this recipient is told. */
struct sheet {
    const struct column *columns[MOST_COLUMNS];
    int count;
};

static struct sheet choose(const struct column *columns, int count, const struct wp_publication *publication,
                           const struct wp_entry *entry) {
    struct sheet sheet = {.count = 0};
    for (int c = 0; c < count; c++) {
        bool meetings = publication->settings->rules.meetings_weekly;
        if ((columns[c].audiences & 1u << entry->audience) &&
            (columns[c].where != WITH_MEETINGS || meetings) &&
            (columns[c].where != WITH_NAMES || !publication->pseudonyms))
            sheet.columns[sheet.count++] = &columns[c];
    }
    return sheet;
}

static void begin(const struct sheet *sheet, struct wp_workbook *workbook, const char *name) {
    struct wp_workbook_column columns[MOST_COLUMNS];
    for (int c = 0; c < sheet->count; c++)
        columns[c] = (struct wp_workbook_column){_(sheet->columns[c]->heading), sheet->columns[c]->kind};
    wp_workbook_list(workbook, name, columns, sheet->count);
}

static void put_row(const struct sheet *sheet, const struct row *row) {
    for (int c = 0; c < sheet->count; c++)
        sheet->columns[c]->put(row);
    wp_workbook_end_row(row->workbook);
}

static void put_lists(struct wp_workbook *workbook, const struct wp_publication *publication,
                      const struct wp_entry *entry) {
    struct row row = {.workbook = workbook};
    struct sheet sheet = choose(student_columns, STUDENT_COLUMNS, publication, entry);
    begin(&sheet, workbook, _("Students"));
    for (int p = 0; p < entry->project_count; p++)
        for (int s = 0; s < entry->projects[p].student_count; s++) {
            row.project = &entry->projects[p];
            row.student = &entry->projects[p].students[s];
            put_row(&sheet, &row);
        }
    sheet = choose(project_columns, PROJECT_COLUMNS, publication, entry);
    begin(&sheet, workbook, _("Projects"));
    for (int p = 0; p < entry->project_count; p++) {
        row.project = &entry->projects[p];
        put_row(&sheet, &row);
    }
}

static void put_changes(struct wp_workbook *workbook, const struct wp_entry *entry) {
    if (entry->change_count == 0)
        return;
    wp_workbook_page(workbook, _("Changes"), _("What changed since the earlier plan"));
    for (int c = 0; c < entry->change_count; c++) {
        wp_workbook_text(workbook, entry->changes[c].sentence);
        wp_workbook_end_row(workbook);
    }
}

/* Whom it is for, and of which round; the publication's. NULL when memory runs out. */
static const char *name_workbook(const struct wp_publication *publication, const struct wp_entry *entry) {
    const char *whom = wp_contact_text(&entry->whom), *round = publication->settings->name;
    size_t size = strlen(whom) + strlen(round) + sizeof ", ";
    char *title = wp_arena_alloc(publication->arena, size, 1);
    if (title)
        snprintf(title, size, "%s%s%s", whom, *round ? ", " : "", round);
    return title;
}

int wp_publish_workbook(const char *path, const struct wp_publication *publication,
                        const struct wp_entry *entry, struct wp_error *error) {
    struct wp_workbook *workbook;
    const char *title = name_workbook(publication, entry);
    long rows = entry->project_count;
    for (int p = 0; p < entry->project_count; p++)
        rows += entry->projects[p].student_count;
    int code = title ? wp_workbook_new(path, title, rows, &workbook, error) : wp_error_memory(error);
    if (code != 0)
        return code;
    put_changes(workbook, entry);
    put_lists(workbook, publication, entry);
    code = wp_workbook_close(workbook, error);
    wp_workbook_free(workbook);
    return code;
}
