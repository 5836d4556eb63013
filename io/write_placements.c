/* write_placements.c: placements.csv, one row a student. */
#include "csv_write.h"
#include "report_files.h"
#include <stdlib.h>

static int write_organisations(struct wp_csv_writer *csv, const struct wp_round *round,
                               const struct wp_project *project) {
    struct wp_csv_list hosts = {0};
    for (int i = 0; i < project->organisations.count; i++)
        wp_csv_list_add(&hosts, round->organisations[project->organisations.items[i]].id, "|");
    return wp_csv_list_end(csv, &hosts);
}

static int write_placed(struct wp_csv_writer *csv, const struct wp_round *round, const struct wp_plan *plan,
                        int student) {
    int at = plan->project[student];
    const struct wp_project *project = &round->projects[at];
    int rank = wp_plan_rank(round, plan, student);
    bool unlisted = rank > round->max_rank;
    wp_csv_text(csv, project->id);
    if (unlisted)
        wp_csv_text(csv, "unlisted");
    else
        wp_csv_number(csv, rank);
    wp_csv_text(csv, plan->lecturer[student] < 0 ? "" : round->lecturers[plan->lecturer[student]].id);
    if (write_organisations(csv, round, project) != 0)
        return -1;
    wp_csv_text(csv, project->district < 0 ? "" : round->districts[project->district].id);
    wp_csv_text(csv, wp_round_text(round, project->circle));
    int minutes = wp_trip_minutes(round, student, at);
    if (minutes < 0)
        wp_csv_blank(csv);
    else
        wp_csv_number(csv, minutes);
    wp_csv_text(csv, wp_slot_name(plan->slot[at]));
    wp_csv_text(csv, wp_plan_basis(round, plan, student));
    return 0;
}

int wp_write_placements(FILE *stream, const struct wp_round *round, const struct wp_plan *plan,
                        struct wp_error *error) {
    static const char *const header[] = {"student",      "project",  "rank",   "lecturer",
                                         "organisation", "district", "circle", "minutes",
                                         "slot",         "basis",    NULL};
    struct wp_csv_writer csv = wp_csv_for_machines(stream);
    wp_csv_header(&csv, header);
    for (int s = 0; s < round->student_count; s++) {
        wp_csv_text(&csv, round->students[s].id);
        if (plan->project[s] < 0) {
            for (const char *const *cell = header + 1; *cell; cell++)
                wp_csv_blank(&csv);
        } else if (write_placed(&csv, round, plan, s) != 0) {
            return wp_error_memory(error);
        }
        wp_csv_end_row(&csv);
    }
    return 0;
}

int wp_placements_sha256(const struct wp_round *round, const struct wp_plan *plan, char text[WP_SHA256_TEXT],
                         struct wp_error *error) {
    char *bytes = NULL;
    size_t length = 0;
    FILE *stream = open_memstream(&bytes, &length);
    if (!stream)
        return wp_error_memory(error);
    int code = wp_write_placements(stream, round, plan, error);
    if ((fclose(stream) != 0 || !bytes) && code == 0)
        code = wp_error_memory(error);
    if (code == 0) {
        struct sha256_ctx context;
        sha256_init(&context);
        sha256_update(&context, length, (const uint8_t *)bytes);
        wp_sha256_text(&context, text);
    }
    free(bytes);
    return code;
}
