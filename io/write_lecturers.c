/* write_lecturers.c: lecturers.csv, one row a lecturer with what she guides and her limits. */
#include "csv_write.h"
#include "report_files.h"

int wp_write_lecturers(FILE *stream, const struct wp_round *round, const struct wp_plan *plan,
                       struct wp_error *error) {
    static const char *const header[] = {"lecturer",     "projects",     "students", "load",
                                         "min_students", "max_students", NULL};
    struct wp_csv_writer csv = wp_csv_for_machines(stream);
    struct wp_totals *totals;
    int code = wp_totals_new(round, plan, &totals, error);
    if (code != 0)
        return code;
    wp_csv_header(&csv, header);
    for (int l = 0; l < round->lecturer_count; l++) {
        const struct wp_lecturer *lecturer = &round->lecturers[l];
        wp_csv_text(&csv, lecturer->id);
        wp_csv_number(&csv, totals->lecturer_projects[l]);
        wp_csv_number(&csv, totals->lecturer_students[l]);
        wp_csv_load(&csv, totals->lecturer_load[l]);
        wp_csv_load(&csv, lecturer->min_load);
        if (lecturer->max_load == WP_UNLIMITED)
            wp_csv_blank(&csv);
        else
            wp_csv_load(&csv, lecturer->max_load);
        wp_csv_end_row(&csv);
    }
    wp_totals_free(totals);
    return 0;
}
