/* write_changes.c: changes.csv, who must be told what, now that the plan follows an earlier one. */
#include "csv_write.h"
#include "news.h"
#include "report_files.h"

int wp_write_changes(FILE *stream, const struct wp_round *round, const struct wp_plan *plan,
                     struct wp_error *error) {
    static const char *const header[] = {"audience", "id", "change", "student", "from", "to", NULL};
    struct wp_csv_writer csv = wp_csv_for_machines(stream);
    struct wp_news *news;
    int code = wp_news_new(round, plan, &news, error);
    if (code != 0)
        return code;
    wp_csv_header(&csv, header);
    for (int i = 0; i < news->count; i++) {
        const struct wp_news_item *item = &news->items[i];
        wp_csv_text(&csv, wp_audience_name(item->audience));
        wp_csv_text(&csv, item->id);
        wp_csv_text(&csv, item->change);
        wp_csv_text(&csv, item->student);
        wp_csv_text(&csv, item->from);
        wp_csv_text(&csv, item->to);
        wp_csv_end_row(&csv);
    }
    wp_news_free(news);
    return 0;
}
