/* write_projects.c: projects.csv, one row a project, open or closed. */
#include "csv_write.h"
#include "report_files.h"
#include <stdlib.h>

/* Who guides the project's students in this plan: entries of guides, one a lecturer, set where so. */
static void find_guides(const struct wp_round *round, const struct wp_plan *plan, int project, bool *guides) {
    for (int l = 0; l < round->lecturer_count; l++)
        guides[l] = false;
    for (int s = 0; s < round->student_count; s++)
        if (plan->project[s] == project && plan->lecturer[s] >= 0)
            guides[plan->lecturer[s]] = true;
}

static int write_guides(struct wp_csv_writer *csv, const struct wp_round *round, const bool *guides) {
    struct wp_csv_list ids = {0};
    for (int l = 0; l < round->lecturer_count; l++)
        if (guides[l])
            wp_csv_list_add(&ids, round->lecturers[l].id, "|");
    return wp_csv_list_end(csv, &ids);
}

int wp_write_projects(FILE *stream, const struct wp_round *round, const struct wp_plan *plan,
                      struct wp_error *error) {
    static const char *const header[] = {"project", "status", "students", "load", "lecturer", "slot", NULL};
    struct wp_csv_writer csv = wp_csv_for_machines(stream);
    struct wp_totals *totals = NULL;
    bool *guides = calloc((size_t)round->lecturer_count + 1, sizeof *guides);
    int code = guides ? wp_totals_new(round, plan, &totals, error) : wp_error_memory(error);
    if (code != 0)
        goto out;
    wp_csv_header(&csv, header);
    for (int p = 0; p < round->project_count; p++) {
        find_guides(round, plan, p, guides);
        wp_csv_text(&csv, round->projects[p].id);
        wp_csv_text(&csv, totals->project_students[p] > 0 ? "open" : "closed");
        wp_csv_number(&csv, totals->project_students[p]);
        wp_csv_load(&csv, totals->project_load[p]);
        if (write_guides(&csv, round, guides) != 0) {
            code = wp_error_memory(error);
            goto out;
        }
        wp_csv_text(&csv, wp_slot_name(plan->slot[p]));
        wp_csv_end_row(&csv);
    }
out:
    wp_totals_free(totals);
    free(guides);
    return code;
}
