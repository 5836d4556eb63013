/* answers.h: a form may be filled in again; which of a student's answers counts. */
#ifndef WP_ANSWERS_H
#define WP_ANSWERS_H

#include "dates.h"
#include "table.h"

/* A row of a form's export. */
struct wp_answer {
    int student;
    size_t row;
    bool has_moment;
    struct wp_moment moment;
    bool counts; /* set by wp_answers_choose */
};

/* Reads the current row's timestamp. False, reported, if the cell is filled with what is no moment. */
bool wp_answer_read_moment(struct wp_table_file *file, int column, struct wp_answer *answer);

/* Of each student the latest answer counts, with a notice for each earlier one. Where the day could stand
 * first or the month, what cannot be a day anywhere in the file decides, else both must tell the same. Errors
 * where nobody can tell which is the latest; none of hers that could be counts then. */
void wp_answers_choose(struct wp_table_file *file, int column, struct wp_answer *answers, int count);

#endif
