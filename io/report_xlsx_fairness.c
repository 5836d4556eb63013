/* report_xlsx_fairness.c: the sheet of plan.xlsx that tells how each group of students fares. */
#include "report_xlsx_parts.h"
#include "translate.h"

/* name: NULL for all of them. */
static void put_group(struct wp_workbook *workbook, const char *kind, const char *name,
                      const struct wp_fairness_group *group) {
    wp_workbook_text(workbook, kind);
    wp_workbook_text(workbook, name);
    wp_workbook_number(workbook, group->students);
    wp_workbook_number(workbook, group->placed);
    wp_workbook_number(workbook, group->chose);
    wp_workbook_number(workbook, group->first);
    wp_workbook_share(workbook, group->first, group->chose);
    wp_workbook_number(workbook, group->top3);
    wp_workbook_share(workbook, group->top3, group->chose);
    wp_workbook_number(workbook, group->unlisted);
    wp_workbook_mean(workbook, group->rank_sum, group->ranked);
    wp_workbook_number(workbook, group->trips);
    wp_workbook_mean(workbook, group->minutes, group->trips);
    wp_workbook_end_row(workbook);
}

/* A district by its name: the groups have its id. */
static const char *group_name(const struct wp_round *round, enum wp_fairness_kind kind, const char *name) {
    if (!*name)
        return _("(none)");
    return kind == WP_FAIRNESS_DISTRICT ? wp_district_text(round, wp_round_find(round, WP_DISTRICTS, name))
                                        : name;
}

void wp_xlsx_fairness(struct wp_workbook *workbook, const struct wp_report *report) {
    static const char *const kinds[WP_FAIRNESS_KINDS] = {N_("programme"), N_("district"), N_("circle")};
    const struct wp_workbook_column columns[] = {
        {_("Group"), WP_COLUMN_TEXT},          {_("Name"), WP_COLUMN_TEXT},
        {_("Students"), WP_COLUMN_NUMBER},     {_("Placed"), WP_COLUMN_NUMBER},
        {_("Made choices"), WP_COLUMN_NUMBER}, {_("First choice"), WP_COLUMN_NUMBER},
        {_("Share"), WP_COLUMN_SHARE},         {_("First three"), WP_COLUMN_NUMBER},
        {_("Share"), WP_COLUMN_SHARE},         {_("Unlisted"), WP_COLUMN_NUMBER},
        {_("Mean rank"), WP_COLUMN_NUMBER},    {_("Known trips"), WP_COLUMN_NUMBER},
        {_("Mean minutes"), WP_COLUMN_NUMBER},
    };
    wp_workbook_list(workbook, _("Fairness"), columns, (int)(sizeof columns / sizeof *columns));
    put_group(workbook, _("all"), "", &report->fairness->all);
    for (int k = 0; k < WP_FAIRNESS_KINDS; k++) {
        const struct wp_fairness_table *table = &report->fairness->by[k];
        for (int g = 0; g < table->count; g++)
            put_group(workbook, _(kinds[k]),
                      group_name(report->round, (enum wp_fairness_kind)k, table->groups[g].name),
                      &table->groups[g]);
    }
}
