/* workbook_chart.c: the native charts of a workbook. */
#include "workbook_parts.h"
#include "workbook_text.h"
#include <stdlib.h>

#define CHART_WIDTH  480 /* pixels, as libxlsxwriter makes them */
#define CHART_HEIGHT 288

static void add_series(struct wp_workbook *workbook, lxw_chart *chart, const struct wp_workbook_chart *what,
                       const char *sheet, const struct wp_workbook_series *told) {
    lxw_chart_series *series = chart_add_series(chart, NULL, NULL);
    if (!series) {
        wp_error_memory(&workbook->failure);
        return;
    }
    lxw_row_t first = (lxw_row_t)what->first_row, last = (lxw_row_t)what->last_row;
    lxw_col_t category = (lxw_col_t)what->category_column, value = (lxw_col_t)told->column;
    lxw_chart_fill fill = {.color = told->pale ? 0xC9D6DC : 0x1F6F8B};
    chart_series_set_categories(series, sheet, first, category, last, category);
    chart_series_set_values(series, sheet, first, value, last, value);
    chart_series_set_name(series, told->name);
    chart_series_set_fill(series, &fill);
    if (!told->pale)
        chart_series_set_labels(series);
}

static void set_axes(lxw_chart *chart, const struct wp_workbook_chart *what) {
    lxw_chart_font heading = {.bold = LXW_TRUE, .size = 12};
    chart_title_set_name(chart, what->title);
    chart_title_set_name_font(chart, &heading);
    /* Of a chart that lies, the library has exchanged its axes. */
    lxw_chart_axis *categories = what->lying ? chart->y_axis : chart->x_axis;
    lxw_chart_axis *values = what->lying ? chart->x_axis : chart->y_axis;
    lxw_chart_line pale = {.color = 0xD5DCE0, .width = 0.75};
    chart_axis_major_gridlines_set_line(values, &pale);
    if (*what->categories)
        chart_axis_set_name(categories, what->categories);
    if (*what->values)
        chart_axis_set_name(values, what->values);
    chart_axis_set_num_format(values, "General");
    if (what->lying) /* the first row on top */
        chart_axis_set_reverse(categories);
    if (what->series_count == 1)
        chart_legend_set_position(chart, LXW_CHART_LEGEND_NONE);
    else
        chart_legend_set_position(chart, LXW_CHART_LEGEND_BOTTOM);
    chart_set_series_gap(chart, 60);
}

void wp_workbook_chart(struct wp_workbook *workbook, const struct wp_workbook_chart *what, long row,
                       int column) {
    char sheet[WP_SHEET_NAME];
    if (workbook->failure.code != 0)
        return;
    lxw_chart *chart = workbook_add_chart(workbook->book, what->lying ? LXW_CHART_BAR : LXW_CHART_COLUMN);
    char *description = wp_workbook_cell_text(what->description);
    if (!chart || !description) {
        free(description);
        wp_error_memory(&workbook->failure);
        return;
    }
    wp_workbook_sheet_name(what->sheet, sheet);
    for (int s = 0; s < what->series_count; s++)
        add_series(workbook, chart, what, sheet, &what->series[s]);
    set_axes(chart, what);
    lxw_chart_options options = {.x_scale = (double)what->width / CHART_WIDTH,
                                 .y_scale = (double)what->height / CHART_HEIGHT,
                                 .description = description};
    wp_workbook_answer(workbook, worksheet_insert_chart_opt(workbook->sheet, (lxw_row_t)row,
                                                            (lxw_col_t)column, chart, &options));
    free(description);
}
