/* whatif_words.c: what a what-if's statuses are called, for people. */
#include "whatif_words.h"
#include "language.h"

const char *wp_whatif_status_words(enum wp_whatif_status status) {
    static const char *const words[] = {
        [WP_WHATIF_OPTIMAL] = N_("proven best"),
        [WP_WHATIF_FEASIBLE] = N_("best so far"),
        [WP_WHATIF_INFEASIBLE] = N_("no plan exists"),
        [WP_WHATIF_NO_PLAN] = N_("no plan in time"),
        [WP_WHATIF_FAILED] = N_("failed"),
        [WP_WHATIF_NOT_RUN] = N_("not run"),
        [WP_WHATIF_ALLOWED] = N_("may change places"),
        [WP_WHATIF_REFUSED] = N_("may not change places"),
    };
    return _(words[status]);
}
