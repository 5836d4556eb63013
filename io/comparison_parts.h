/* comparison_parts.h: how the parts of a comparison fill it. Where memory runs out, the table is marked as
 * failed and what follows does nothing. */
#ifndef WP_COMPARISON_PARTS_H
#define WP_COMPARISON_PARTS_H

#include "comparison.h"
#include "fairness.h"
#include "translate.h"

struct wp_comparing {
    struct wp_comparison *table;
    const struct wp_compared *plans;
    int count;
    struct wp_totals **totals;     /* one a plan */
    struct wp_fairness **fairness; /* one a plan */
};

/* The name of a row for what belongs to no group; it stands last. */
#define WP_COMPARISON_NO_GROUP _("(none)")

/* Starts a section; rows are added to the last one. heading must outlive the table. */
void wp_comparison_begin(struct wp_comparison *table, const char *heading);

/* The row of this name in the last section, made if there is none; -1 where memory ran out. */
int wp_comparison_row(struct wp_comparison *table, const char *name);

/* Fill a cell of a row of the last section; text is copied. wp_comparison_add counts on from what is there.
 */
void wp_comparison_number(struct wp_comparison *table, int row, int plan, int64_t number);
void wp_comparison_add(struct wp_comparison *table, int row, int plan, int64_t number);
void wp_comparison_string(struct wp_comparison *table, int row, int plan, const char *text);
void wp_comparison_unproven(struct wp_comparison *table, int row, int plan);

/* Orders the rows of the last section by name. */
void wp_comparison_sort(struct wp_comparison *table);

/* Ends a section: rows go of which no plan has anything (or, without `zeros`, more than 0), and the section
 * with its last row, or if it has only one for what belongs to no group. */
void wp_comparison_end(struct wp_comparison *table, bool zeros);

/* The parts, in their order. */
int wp_compare_outcomes(const struct wp_comparing *comparing, struct wp_error *error);
int wp_compare_fairness(const struct wp_comparing *comparing, struct wp_error *error);
int wp_compare_chain(const struct wp_comparing *comparing, struct wp_error *error);
int wp_compare_work(const struct wp_comparing *comparing, struct wp_error *error);
int wp_compare_places(const struct wp_comparing *comparing, struct wp_error *error);

#endif
