/* order.h: the list of objectives in [objectives] order. */
#ifndef WP_ORDER_H
#define WP_ORDER_H

#include "diagnostics.h"
#include "settings.h"

/* An objective as it may stand in the order. */
struct wp_order_word {
    const char *name; /* before an exponent and a give-way */
    enum wp_objective_kind kind;
    bool may_give_way;
    const char *meaning; /* for `init`'s template */
};
#define WP_ORDER_WORDS 11
extern const struct wp_order_word wp_order_words[WP_ORDER_WORDS];

/* Reads "placed, ranks:sum^2~2%, travel" into settings->objectives, replacing what is there. Whatever is
 * wrong with an entry goes to diagnostics and leaves it out. */
void wp_order_read(const char *text, struct wp_location where, struct wp_settings *settings,
                   struct wp_diagnostics *diagnostics);

/* Checks the order as a whole, once all settings are known, and puts `placed` in front where must_place = no
 * and it is missing. */
void wp_order_finish(struct wp_location where, struct wp_settings *settings,
                     struct wp_diagnostics *diagnostics);

#endif
