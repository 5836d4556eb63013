/* profile_text.h: on a terminal, how many got which choice, as bars. */
#ifndef WP_PROFILE_TEXT_H
#define WP_PROFILE_TEXT_H

#include "plan.h"
#include <stdbool.h>
#include <stdio.h>

#define WP_PROFILE_RANKS 5 /* bars for ranks at most; later ranks share the last */
#define WP_PROFILE_BARS  (WP_PROFILE_RANKS + 3)

struct wp_profile_bar {
    const char *label; /* in the language in use */
    int style;         /* enum wp_style */
    int count;         /* of students */
};

/* One bar a rank, at most `ranks` (3 to WP_PROFILE_RANKS), the last for all later ranks; then, where there
 * are any, who got a project that she did not rank, and who none. Returns their number. */
int wp_profile_bars(const struct wp_round *round, const struct wp_plan *plan, int ranks,
                    struct wp_profile_bar bars[WP_PROFILE_BARS]);

/* A line each, at most 79 columns. blocks: the terminal shows UTF-8, so bars are drawn by blocks, else by
 * "#". */
void wp_profile_text(FILE *out, const struct wp_profile_bar *bars, int count, bool blocks, bool colours);

#endif
