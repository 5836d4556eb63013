/* round_finish.c: completes a round once all its tables are read: units, lecturers, decisions, then what is
 * wrong with several tables together. */
#include "finish.h"
#include "lottery.h"

int wp_round_finish(struct wp_round *round, struct wp_diagnostics *diagnostics, struct wp_error *error) {
    /* A table that could not be read whole leaves gaps; what is missing because of them is no news. Decisions
     * that contradict one another do so whatever else is wrong. */
    bool complete = diagnostics->errors == 0;
    bool eligibility_known = complete || round->eligibility_known;
    int code;

    code = wp_units_join(round, error);
    if (!code)
        code = wp_lottery_draw(round, error);
    if (!code)
        code = wp_history_index(round, error);
    if (!code && eligibility_known)
        code = wp_guides_find(round, diagnostics, error);
    if (!code)
        code = wp_decisions_apply(round, diagnostics, error);
    if (!code)
        code = wp_pins_apply(round, eligibility_known, diagnostics, error);
    if (code || !eligibility_known)
        return code;
    wp_pins_review(round, diagnostics);
    if (!complete)
        return 0;
    code = wp_round_review(round, diagnostics, error);
    return code ? code : wp_trips_review(round, diagnostics, error);
}
