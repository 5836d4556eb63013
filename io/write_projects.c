/* write_projects.c: projects.csv, one row a project, open or closed. */
#include "csv_write.h"
#include "report_files.h"
#include <stdlib.h>

/* Who guides the students of a project, each lecturer once. guides: room for one a student. */
static int write_guides(struct wp_csv_writer *csv, const struct wp_round *round, const struct wp_plan *plan,
                        struct wp_list team, int *guides) {
    struct wp_csv_list ids = {0};
    int count = wp_team_lecturers(plan, team, guides);
    for (int g = 0; g < count; g++)
        wp_csv_list_add(&ids, round->lecturers[guides[g]].id, "|");
    return wp_csv_list_end(csv, &ids);
}

int wp_write_projects(FILE *stream, const struct wp_round *round, const struct wp_plan *plan,
                      struct wp_error *error) {
    static const char *const header[] = {"project", "status", "students", "load", "lecturer", "slot", NULL};
    struct wp_csv_writer csv = wp_csv_for_machines(stream);
    struct wp_totals *totals = NULL;
    struct wp_teams *teams = NULL;
    int *guides = malloc(((size_t)round->student_count + 1) * sizeof *guides);
    int code = guides ? wp_totals_new(round, plan, &totals, error) : wp_error_memory(error);
    if (code == 0)
        code = wp_teams_new(plan, &teams, error);
    if (code != 0)
        goto out;
    wp_csv_header(&csv, header);
    for (int p = 0; p < round->project_count; p++) {
        wp_csv_text(&csv, round->projects[p].id);
        wp_csv_text(&csv, totals->project_students[p] > 0 ? "open" : "closed");
        wp_csv_number(&csv, totals->project_students[p]);
        wp_csv_load(&csv, totals->project_load[p]);
        if (write_guides(&csv, round, plan, wp_teams_of(teams, p), guides) != 0) {
            code = wp_error_memory(error);
            goto out;
        }
        wp_csv_text(&csv, wp_slot_name(plan->slot[p]));
        wp_csv_end_row(&csv);
    }
out:
    wp_totals_free(totals);
    wp_teams_free(teams);
    free(guides);
    return code;
}
