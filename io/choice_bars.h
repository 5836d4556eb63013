/* choice_bars.h: how many students have which choice, as bars of a picture; several plans to one scale. */
#ifndef WP_CHOICE_BARS_H
#define WP_CHOICE_BARS_H

#include "figures.h"
#include "svg.h"

#define WP_CHOICE_RANKS 8 /* bars; later ranks share the last */
#define WP_CHOICE_BARS  (WP_CHOICE_RANKS + 2)

/* What all pictures have in common. */
struct wp_choice_bars {
    int ranks;   /* bars of ranks */
    bool joined; /* the last is for all later ranks too */
    bool unlisted, unplaced;
    int64_t full;
    char labels[WP_CHOICE_RANKS][24];
};

/* max_rank: the highest rank of all plans; then each plan has its say in the scale. */
void wp_choice_bars_begin(struct wp_choice_bars *all, int max_rank);
void wp_choice_bars_widen(struct wp_choice_bars *all, const struct wp_figures *figures);

/* The bars of one plan, with a line across each for the plan that it is compared with, unless that is NULL.
 * Returns how many; their labels are those of `all`. */
int wp_choice_bars_make(const struct wp_choice_bars *all, const struct wp_figures *figures,
                        const struct wp_figures *base, struct wp_svg_bar bars[WP_CHOICE_BARS]);

#endif
