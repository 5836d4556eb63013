/* entry_shown.c: is a recipient shown the same twice? Her files are written to memory and compared, so that
 * nothing can be forgotten here that a writer tells. */
#define _XOPEN_SOURCE 700 /* open_memstream */
#include "entry_shown.h"
#include "publish_files.h"
#include <stdlib.h>
#include <string.h>

/* All that a recipient is shown, in one text. */
struct shown {
    char *text;
    size_t length;
};

/* A workbook tells what the list does. */
static int write_all(FILE *stream, const struct wp_publication *publication, const struct wp_entry *entry,
                     struct wp_error *error) {
    int code = wp_publish_html(stream, publication, entry, error);
    if (code == 0 && wp_publish_fits(publication, entry, WP_REPORT_CSV))
        code = wp_publish_csv(stream, publication, entry, error);
    if (code == 0 && wp_publish_fits(publication, entry, WP_REPORT_ICS))
        code = wp_publish_calendar(stream, publication, entry, 0, error);
    return code;
}

static int show(const struct wp_publication *publication, const struct wp_entry *entry, struct shown *shown,
                struct wp_error *error) {
    FILE *stream = open_memstream(&shown->text, &shown->length);
    if (!stream)
        return wp_error_memory(error);
    int code = write_all(stream, publication, entry, error);
    bool whole = !ferror(stream);
    whole &= fclose(stream) == 0;
    return code == 0 && !whole ? wp_error_memory(error) : code;
}

int wp_entry_shown_alike(const struct wp_publication *earlier, const struct wp_entry *before,
                         const struct wp_publication *publication, const struct wp_entry *after, bool *alike,
                         struct wp_error *error) {
    struct wp_settings settings = *publication->settings;
    struct wp_publication dated = *publication;
    struct wp_entry numbered = *before, plain = *after;
    struct shown one = {0}, other = {0};
    settings.start = earlier->settings->start;
    settings.end = earlier->settings->end;
    dated.settings = &settings;
    numbered.account.lottery = after->account.lottery;
    numbered.change_count = plain.change_count = 0;
    int code = show(&dated, &numbered, &one, error);
    if (code == 0)
        code = show(publication, &plain, &other, error);
    *alike = code == 0 && one.length == other.length && memcmp(one.text, other.text, one.length) == 0;
    free(one.text);
    free(other.text);
    return code;
}
