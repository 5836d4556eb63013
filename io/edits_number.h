/* edits_number.h: values that change a number: "+20", "-5", "+10%", "-10%". */
#ifndef WP_EDITS_NUMBER_H
#define WP_EDITS_NUMBER_H

#include "table.h"

struct wp_number_change {
    int64_t hundredths; /* with its sign; of a percent, or of the number's unit */
    bool percent;
};

/* Has the value this form? Numbers have at most two decimals, and are at most ten million. */
bool wp_number_change_parse(const char *value, struct wp_number_change *change);

/* The changed number of a cell, as a text of at most WP_CHANGED_NUMBER bytes: rounded half up, to a whole
 * number or to two decimals. False where the cell is blank or no such number (or one beyond ten million), or
 * the change has decimals that a whole number cannot have. */
#define WP_CHANGED_NUMBER 32
bool wp_number_change_apply(const struct wp_number_change *change, enum wp_content content, const char *cell,
                            char text[WP_CHANGED_NUMBER]);

/* That share of a count (at most a hundred million), or the number itself; without its sign, rounded half up.
 */
int64_t wp_number_change_of_count(const struct wp_number_change *change, int64_t count);

#endif
