/* publish.c: a plan becomes a folder for each audience: so far, the lecturers. */
#include "publish.h"
#include "csv_write.h"
#include "file_names.h"
#include "folder.h"
#include "plan_json.h"
#include "translate.h"
#include <stdlib.h>

static const struct wp_folder_kind publish_folder_kind = {
    .what = N_("a publication"),
    .marker = "publish.json",
    .names = (const char *const[]){"publish.json", NULL},
    .list = "files",
    .list_prefix = "",
};

/* A student as the lists sort her. */
struct row {
    int lecturer, project, student;
};

static int by_lecturer(const void *left, const void *right) {
    const struct row *a = left, *b = right;
    if (a->lecturer != b->lecturer)
        return a->lecturer < b->lecturer ? -1 : 1;
    if (a->project != b->project)
        return a->project < b->project ? -1 : 1;
    return a->student < b->student ? -1 : a->student > b->student;
}

/* Everybody who has a lecturer, by lecturer, project, student. Returns their number, or a negative wp_code.
 */
static int sort_rows(const struct wp_round *round, const struct wp_plan *plan, struct row **out,
                     struct wp_error *error) {
    int count = 0;
    *out = calloc((size_t)round->student_count + 1, sizeof **out);
    if (!*out)
        return wp_error_memory(error);
    for (int s = 0; s < round->student_count; s++)
        if (plan->project[s] >= 0 && plan->lecturer[s] >= 0)
            (*out)[count++] = (struct row){plan->lecturer[s], plan->project[s], s};
    qsort(*out, (size_t)count, sizeof **out, by_lecturer);
    return count;
}

/* Of the weekly meeting: the last column, where the round has meetings. */
static const char *const slot_header[] = {[WP_ENGLISH] = "slot", [WP_DUTCH] = "tijd"};

static void put_header(struct wp_csv_writer *csv, const struct wp_round *round) {
    static const char *const english[] = {"student", "name",  "email",         "programme", "year",    "days",
                                          "project", "title", "organisations", "district",  "minutes", NULL};
    static const char *const dutch[] = {"studentnummer", "naam",  "e-mail",  "opleiding",
                                        "leerjaar",      "dagen", "project", "titel",
                                        "organisaties",  "wijk",  "minuten", NULL};
    enum wp_language language = round->settings->language;
    for (const char *const *name = language == WP_DUTCH ? dutch : english; *name; name++)
        wp_csv_text(csv, *name);
    if (round->settings->rules.meetings_weekly)
        wp_csv_text(csv, slot_header[language]);
    wp_csv_end_row(csv);
}

static const char *const day_names[][5] = {
    [WP_ENGLISH] = {"mo", "tu", "we", "th", "fr"}, [WP_DUTCH] = {"ma", "di", "wo", "do", "vr"}};

static int put_days(struct wp_csv_writer *csv, unsigned days, enum wp_language language) {
    struct wp_csv_list list = {0};
    for (unsigned day = 0; day < 5; day++)
        if (days & 1u << day)
            wp_csv_list_add(&list, day_names[language][day], " ");
    return wp_csv_list_end(csv, &list);
}

static void put_slot(struct wp_csv_writer *csv, int slot, enum wp_language language) {
    char text[16] = "";
    if (slot >= 0)
        snprintf(text, sizeof text, "%s%d", day_names[language][slot / WP_DAY_SLOTS],
                 slot % WP_DAY_SLOTS + 1);
    wp_csv_text(csv, text);
}

static int put_organisations(struct wp_csv_writer *csv, const struct wp_round *round,
                             const struct wp_project *project) {
    struct wp_csv_list list = {0};
    for (int i = 0; i < project->organisations.count; i++) {
        const struct wp_organisation *host = &round->organisations[project->organisations.items[i]];
        wp_csv_list_add(&list, *host->name ? host->name : host->id, " | ");
    }
    return wp_csv_list_end(csv, &list);
}

static int put_student(struct wp_csv_writer *csv, const struct wp_round *round, const struct wp_plan *plan,
                       const struct row *row) {
    const struct wp_student *student = &round->students[row->student];
    const struct wp_project *project = &round->projects[row->project];
    int failed = 0;
    wp_csv_text(csv, student->id);
    wp_csv_text(csv, student->name);
    wp_csv_text(csv, student->email);
    wp_csv_text(csv, wp_round_text(round, student->programme));
    wp_csv_text(csv, wp_round_text(round, student->year));
    failed |= put_days(csv, student->days, round->settings->language);
    wp_csv_text(csv, project->id);
    wp_csv_text(csv, project->title);
    failed |= put_organisations(csv, round, project);
    if (project->district < 0)
        wp_csv_blank(csv);
    else
        wp_csv_text(csv, *round->districts[project->district].name ? round->districts[project->district].name
                                                                   : round->districts[project->district].id);
    int minutes = wp_trip_minutes(round, row->student, row->project);
    if (minutes < 0)
        wp_csv_blank(csv);
    else
        wp_csv_number(csv, minutes);
    if (round->settings->rules.meetings_weekly)
        put_slot(csv, plan->slot[row->project], round->settings->language);
    wp_csv_end_row(csv);
    return failed;
}

/* What the lists are made from; the rows before `next` are written. */
struct lists {
    const struct wp_round *round;
    const struct wp_plan *plan;
    struct row *rows;
    int count, next;
};

/* One lecturer's list: the rows from `next` on that are hers; `next` moves past them. */
static int write_lecturer(struct wp_folder *folder, const char *name, struct lists *lists, int lecturer,
                          struct wp_error *error) {
    FILE *stream;
    int code = wp_folder_open_file(folder, name, &stream, error);
    if (code != 0)
        return code;
    struct wp_csv_writer csv = wp_csv_for_people(stream, lists->round->settings->csv);
    put_header(&csv, lists->round);
    for (; lists->next < lists->count && lists->rows[lists->next].lecturer == lecturer; lists->next++)
        if (put_student(&csv, lists->round, lists->plan, &lists->rows[lists->next]) != 0)
            return wp_error_memory(error);
    return wp_folder_close_file(folder, error);
}

/* publish.json says that the folder is ours and which files we put in it. */
static int write_marker(struct wp_folder *folder, const struct wp_round *round,
                        const struct wp_file_names *names, struct wp_error *error) {
    FILE *stream;
    int code = wp_folder_open_file(folder, publish_folder_kind.marker, &stream, error);
    if (code != 0)
        return code;
    json_t *files = json_array();
    int failed = 0;
    for (size_t i = 0; i < names->count; i++)
        failed |= json_array_append_new(files, json_string(names->items[i]));
    json_t *marker = json_object();
    failed |= json_object_set_new(marker, "program", json_string("wijkplaats"));
    failed |= json_object_set_new(marker, "version", json_string(WP_VERSION));
    failed |= json_object_set_new(marker, "round", wp_json_text(round->settings->name));
    failed |= json_object_set_new(marker, "files", files);
    if (failed) {
        json_decref(marker);
        marker = NULL;
    }
    code = wp_json_write(stream, marker, error);
    return code ? code : wp_folder_close_file(folder, error);
}

int wp_publish_check(const char *folder, struct wp_error *error) {
    return wp_folder_check(folder, &publish_folder_kind, error);
}

int wp_publish(const char *target, const struct wp_round *round, const struct wp_plan *plan,
               struct wp_error *error) {
    struct wp_folder *folder = NULL;
    struct wp_file_names names = {0};
    struct lists lists = {.round = round, .plan = plan};
    lists.count = sort_rows(round, plan, &lists.rows, error);
    int code = lists.count < 0 ? lists.count : wp_folder_begin(target, &publish_folder_kind, &folder, error);
    for (int l = 0; l < round->lecturer_count && code == 0; l++) {
        const char *name;
        code = wp_file_name(&names, "lecturers", round->lecturers[l].id, ".csv", &name, error);
        if (code == 0)
            code = write_lecturer(folder, name, &lists, l, error);
    }
    if (code == 0)
        code = write_marker(folder, round, &names, error);
    if (code == 0)
        code = wp_folder_commit(folder, error);
    wp_folder_free(folder);
    wp_file_names_clear(&names);
    free(lists.rows);
    return code;
}
