/* whatif_html_parts.h: the parts of comparison.html, in their order, and what they share. A part that has
 * nothing to tell writes nothing. */
#ifndef WP_WHATIF_HTML_PARTS_H
#define WP_WHATIF_HTML_PARTS_H

#include "html.h"
#include "whatif.h"

void wp_whatif_html_summary(struct wp_html *html, const struct wp_whatif *whatif);
void wp_whatif_html_profiles(struct wp_html *html, const struct wp_whatif *whatif);
void wp_whatif_html_levels(struct wp_html *html, const struct wp_whatif *whatif);
void wp_whatif_html_sweep(struct wp_html *html, const struct wp_whatif *whatif, int sweep);
void wp_whatif_html_swaps(struct wp_html *html, const struct wp_whatif *whatif);
void wp_whatif_html_loads(struct wp_html *html, const struct wp_whatif *whatif);
void wp_whatif_html_fairness(struct wp_html *html, const struct wp_whatif *whatif);
void wp_whatif_html_movers(struct wp_html *html, const struct wp_whatif *whatif);
void wp_whatif_html_failures(struct wp_html *html, const struct wp_whatif *whatif);

/* Parts of a sweep. */
void wp_whatif_html_trade_off(struct wp_html *html, const struct wp_whatif *whatif,
                              const struct wp_whatif_sweep *sweep);
void wp_whatif_html_grids(struct wp_html *html, const struct wp_whatif *whatif,
                          const struct wp_whatif_sweep *sweep);
void wp_whatif_html_frontier(struct wp_html *html, const struct wp_whatif *whatif,
                             const struct wp_whatif_sweep *sweep);

/* Is there anything for the part? For the list of contents too. */
bool wp_whatif_has_plans(const struct wp_whatif *whatif);
bool wp_whatif_has_swaps(const struct wp_whatif *whatif);
bool wp_whatif_has_lecturers(const struct wp_whatif *whatif);
bool wp_whatif_has_changes(const struct wp_whatif *whatif);
bool wp_whatif_has_failures(const struct wp_whatif *whatif);

/* Is it a question whether students may change places? */
bool wp_whatif_is_swap(const struct wp_whatif_row *row);
/* Does it have a plan, and is no such question? */
bool wp_whatif_is_compared(const struct wp_whatif_row *row);

/* What a row is called: "Base", or its label. */
void wp_whatif_html_label(struct wp_html *html, const struct wp_whatif *whatif,
                          const struct wp_whatif_row *row);
/* The same as a row's heading in a table. */
void wp_whatif_html_heading(struct wp_html *html, const struct wp_whatif *whatif,
                            const struct wp_whatif_row *row);
/* <tr>, marked if it is the base's. */
void wp_whatif_html_row(struct wp_html *html, const struct wp_whatif *whatif,
                        const struct wp_whatif_row *row);
/* A cell without a figure, and what that means to who hears it. */
void wp_whatif_html_no_cell(struct wp_html *html);

/* A level's value: "412", or "1, 3, 16" for one of several counts. */
void wp_whatif_html_values(struct wp_html *html, const int64_t *values, int count);

#endif
