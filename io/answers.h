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
    int64_t moment;
    enum wp_moment_style style;
    bool counts; /* set by wp_answers_choose */
};

/* Reads the current row's timestamp. False, reported, if the cell is filled with what is no moment. */
bool wp_answer_read_moment(struct wp_table_file *file, int column, struct wp_answer *answer);

/* Of each student the latest answer counts, with a notice for each earlier one. Errors where nobody can tell
 * which is the latest; none of hers that could be counts then. */
void wp_answers_choose(struct wp_table_file *file, int column, struct wp_answer *answers, int count);

#endif
