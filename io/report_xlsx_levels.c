/* report_xlsx_levels.c: in the summary of plan.xlsx, how many students have which choice, and what each level
 * came to. */
#include "level_words.h"
#include "report_xlsx_parts.h"
#include "translate.h"

static void put_profile_row(struct wp_workbook *workbook, const struct wp_report *report, const char *words,
                            int rank, int students) {
    wp_workbook_rank(workbook, rank, words);
    wp_workbook_number(workbook, students);
    wp_workbook_share(workbook, students, report->figures->students);
    wp_workbook_end_row(workbook);
}

static void put_profile_chart(struct wp_workbook *workbook, long heading_row) {
    const struct wp_workbook_series students = {_("Students"), 1, false};
    const struct wp_workbook_chart chart = {
        .title = _("Students by the choice that they have"),
        .description = _("A bar for each rank: how many students have it; the figures stand beside it"),
        .categories = _("Rank"),
        .values = _("Students"),
        .sheet = _("Summary"),
        .first_row = heading_row + 1,
        .last_row = wp_workbook_row(workbook) - 1,
        .series = &students,
        .series_count = 1,
        .width = WP_XLSX_CHART_WIDTH,
        .height = 280,
    };
    wp_workbook_chart(workbook, &chart, WP_XLSX_FIRST_CHART, WP_XLSX_CHART_COLUMN);
}

void wp_xlsx_profile(struct wp_workbook *workbook, const struct wp_report *report) {
    const struct wp_figures *figures = report->figures;
    const struct wp_workbook_column columns[] = {
        {_("Rank"), WP_COLUMN_RANK}, {_("Students"), WP_COLUMN_NUMBER}, {_("Share"), WP_COLUMN_SHARE}};
    wp_workbook_section(workbook, _("Ranks"));
    long heading_row = wp_workbook_row(workbook);
    wp_workbook_table(workbook, columns, 3);
    for (int rank = 1; rank <= figures->max_rank; rank++)
        put_profile_row(workbook, report, "", rank, figures->profile[rank - 1]);
    put_profile_row(workbook, report, _("unlisted"), 0, figures->unlisted);
    put_profile_row(workbook, report, _("not placed"), 0, figures->students - figures->placed);
    put_profile_chart(workbook, heading_row);
}

/* One count of a level. */
static void put_count(struct wp_workbook *workbook, const struct wp_level *level, int i) {
    char words[WP_LEVEL_COUNT_WORDS];
    bool proven = level->array ? i < level->bound_count && level->bound[i] == level->value[i] : level->proven;
    wp_workbook_text(workbook, i == 0 ? wp_level_words(level->name) : "");
    wp_workbook_text(workbook, level->array ? wp_level_count_words(level, i, words) : "");
    wp_workbook_number(workbook, level->value[i]);
    if (i < level->bound_count)
        wp_workbook_number(workbook, level->bound[i]);
    else
        wp_workbook_blank(workbook);
    wp_workbook_text(workbook, proven ? _("yes") : _("no"));
    if (level->gives_way)
        wp_workbook_number(workbook, level->best);
    wp_workbook_end_row(workbook);
}

void wp_xlsx_levels(struct wp_workbook *workbook, const struct wp_report *report) {
    const struct wp_solution *solution = report->solution;
    const struct wp_workbook_column columns[] = {
        {_("Level"), WP_COLUMN_TEXT},   {_("Of it"), WP_COLUMN_TEXT},
        {_("Value"), WP_COLUMN_NUMBER}, {_("Bound"), WP_COLUMN_NUMBER},
        {_("Proven"), WP_COLUMN_TEXT},  {_("Best alone"), WP_COLUMN_NUMBER}, /* only where one gives way */
    };
    bool gives_way = false;
    for (int l = 0; l < solution->level_count; l++)
        gives_way |= solution->levels[l].gives_way;
    wp_workbook_section(workbook, _("Level by level, the most important first"));
    wp_workbook_table(workbook, columns, (int)(sizeof columns / sizeof *columns) - !gives_way);
    for (int l = 0; l < solution->level_count; l++)
        for (int i = 0; i < solution->levels[l].count; i++)
            put_count(workbook, &solution->levels[l], i);
}
