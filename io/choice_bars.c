/* choice_bars.c: how many students have which choice, as bars of a picture. */
#include "choice_bars.h"
#include "translate.h"

static int64_t of_rank(const struct wp_choice_bars *all, const struct wp_figures *figures, int bar) {
    int64_t sum = 0;
    int last = all->joined && bar == all->ranks - 1 ? figures->max_rank - 1 : bar;
    for (int rank = bar; rank <= last && rank < figures->max_rank; rank++)
        sum += figures->profile[rank];
    return sum;
}

static void widen(int64_t *full, int64_t value) {
    if (value > *full)
        *full = value;
}

void wp_choice_bars_begin(struct wp_choice_bars *all, int max_rank) {
    *all = (struct wp_choice_bars){.full = 1};
    all->joined = max_rank > WP_CHOICE_RANKS;
    all->ranks = all->joined ? WP_CHOICE_RANKS : max_rank;
    for (int bar = 0; bar < all->ranks; bar++)
        snprintf(all->labels[bar], sizeof all->labels[bar],
                 all->joined && bar == all->ranks - 1 ? _("choice %d +") : _("choice %d"), bar + 1);
}

void wp_choice_bars_widen(struct wp_choice_bars *all, const struct wp_figures *figures) {
    for (int bar = 0; bar < all->ranks; bar++)
        widen(&all->full, of_rank(all, figures, bar));
    widen(&all->full, figures->unlisted);
    widen(&all->full, figures->students - figures->placed);
    all->unlisted |= figures->unlisted > 0;
    all->unplaced |= figures->students > figures->placed;
}

int wp_choice_bars_make(const struct wp_choice_bars *all, const struct wp_figures *figures,
                        const struct wp_figures *base, struct wp_svg_bar bars[WP_CHOICE_BARS]) {
    int count = 0;
    for (int bar = 0; bar < all->ranks; bar++)
        bars[count++] = (struct wp_svg_bar){all->labels[bar], "bar", of_rank(all, figures, bar),
                                            base ? of_rank(all, base, bar) : -1};
    if (all->unlisted)
        bars[count++] =
            (struct wp_svg_bar){_("unlisted"), "unlisted", figures->unlisted, base ? base->unlisted : -1};
    if (all->unplaced)
        bars[count++] = (struct wp_svg_bar){_("not placed"), "unplaced", figures->students - figures->placed,
                                            base ? base->students - base->placed : -1};
    return count;
}
