/* report_xlsx_levels.c: in the summary of plan.xlsx, how many students have which choice, and what each level
 * came to. */
#include "level_words.h"
#include "report_xlsx_parts.h"
#include "translate.h"

static void put_profile_row(const struct wp_xlsx *xlsx, const char *words, int rank, int students) {
    wp_workbook_rank(xlsx->workbook, rank, words);
    wp_workbook_number(xlsx->workbook, students);
    wp_workbook_share(xlsx->workbook, students, xlsx->figures->students);
    wp_workbook_end_row(xlsx->workbook);
}

static void put_profile_chart(const struct wp_xlsx *xlsx, long heading_row) {
    const struct wp_workbook_series students = {_("Students"), 1, false};
    const struct wp_workbook_chart chart = {
        .title = _("Students by the choice that they have"),
        .description = _("A bar for each rank: how many students have it; the figures stand beside it"),
        .categories = _("Rank"),
        .values = _("Students"),
        .sheet = _("Summary"),
        .first_row = heading_row + 1,
        .last_row = wp_workbook_row(xlsx->workbook) - 1,
        .series = &students,
        .series_count = 1,
        .width = WP_XLSX_CHART_WIDTH,
        .height = 280,
    };
    wp_workbook_chart(xlsx->workbook, &chart, WP_XLSX_FIRST_CHART, WP_XLSX_CHART_COLUMN);
}

void wp_xlsx_profile(const struct wp_xlsx *xlsx) {
    const struct wp_figures *figures = xlsx->figures;
    const struct wp_workbook_column columns[] = {
        {_("Rank"), WP_COLUMN_RANK}, {_("Students"), WP_COLUMN_NUMBER}, {_("Share"), WP_COLUMN_SHARE}};
    wp_workbook_section(xlsx->workbook, _("Ranks"));
    long heading_row = wp_workbook_row(xlsx->workbook);
    wp_workbook_table(xlsx->workbook, columns, 3);
    for (int rank = 1; rank <= figures->max_rank; rank++)
        put_profile_row(xlsx, "", rank, figures->profile[rank - 1]);
    put_profile_row(xlsx, _("unlisted"), 0, figures->unlisted);
    put_profile_row(xlsx, _("not placed"), 0, figures->students - figures->placed);
    put_profile_chart(xlsx, heading_row);
}

/* One count of a level. */
static void put_count(const struct wp_xlsx *xlsx, const struct wp_level *level, int i) {
    struct wp_workbook *workbook = xlsx->workbook;
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

void wp_xlsx_levels(const struct wp_xlsx *xlsx) {
    const struct wp_solution *solution = xlsx->solution;
    const struct wp_workbook_column columns[] = {
        {_("Level"), WP_COLUMN_TEXT},   {_("Of it"), WP_COLUMN_TEXT},
        {_("Value"), WP_COLUMN_NUMBER}, {_("Bound"), WP_COLUMN_NUMBER},
        {_("Proven"), WP_COLUMN_TEXT},  {_("Best alone"), WP_COLUMN_NUMBER}, /* only where one gives way */
    };
    bool gives_way = false;
    for (int l = 0; l < solution->level_count; l++)
        gives_way |= solution->levels[l].gives_way;
    wp_workbook_section(xlsx->workbook, _("Level by level, the most important first"));
    wp_workbook_table(xlsx->workbook, columns, (int)(sizeof columns / sizeof *columns) - !gives_way);
    for (int l = 0; l < solution->level_count; l++)
        for (int i = 0; i < solution->levels[l].count; i++)
            put_count(xlsx, &solution->levels[l], i);
}
