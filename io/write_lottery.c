/* write_lottery.c: lottery.csv, every student by her number in the disclosed lottery. */
#include "csv_write.h"
#include "report_files.h"
#include <stdlib.h>

int wp_write_lottery(FILE *stream, const struct wp_round *round, const struct wp_plan *plan,
                     struct wp_error *error) {
    static const char *const header[] = {"number", "student", NULL};
    struct wp_csv_writer csv = wp_csv_for_machines(stream);
    int *drawn = malloc(((size_t)round->student_count + 1) * sizeof *drawn);
    (void)plan; /* the lottery was drawn before there was one */
    if (!drawn)
        return wp_error_memory(error);
    for (int s = 0; s < round->student_count; s++)
        drawn[round->students[s].lottery - 1] = s;
    wp_csv_header(&csv, header);
    for (int n = 0; n < round->student_count; n++) {
        wp_csv_number(&csv, n + 1);
        wp_csv_text(&csv, round->students[drawn[n]].id);
        wp_csv_end_row(&csv);
    }
    free(drawn);
    return 0;
}
