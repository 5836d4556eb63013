/* write_pages.c: writes the pages that the browser opens, few and many runs in each language, and what must
 * be on them.
 *
 *   write_pages FOLDER */
#include "made_whatif.h"
#include <stdio.h>
#include <string.h>

/* What must be on the page, one text a line, beside it: labels, and every hostile name that has a place in it
 * as it was written (no control characters, all UTF-8). */
static int write_texts(const char *path, const struct wp_whatif *whatif) {
    FILE *stream = fopen(path, "w");
    if (!stream)
        return -1;
    for (int r = 1; r < whatif->row_count; r++)
        fprintf(stream, "%s\n", whatif->rows[r].name);
    for (int r = 1; r < whatif->row_count; r++)
        for (int i = 0; whatif->rows[r].changes && i < whatif->rows[r].changes->count; i++) {
            const struct wp_change *change = &whatif->rows[r].changes->items[i];
            const char *name = change->after.name ? change->after.name : change->before.name;
            if (!strpbrk(name, "\a\x1B"))
                fprintf(stream, "%s\n", name);
        }
    return fclose(stream);
}

static int write_page(const char *folder, bool many, enum wp_language language) {
    struct wp_whatif *whatif = made_whatif(many, language);
    struct wp_error error = {0};
    char path[1024];
    snprintf(path, sizeof path, "%s/comparison-%s-%s.html", folder, many ? "many" : "few",
             language == WP_DUTCH ? "nl" : "en");
    FILE *stream = fopen(path, "w");
    int code = stream ? wp_whatif_html(stream, whatif, &error) : -1;
    if (!stream || fclose(stream) != 0)
        code = -1;
    if (code != 0)
        fprintf(stderr, "%s: cannot be written: %s\n", path, error.message);
    snprintf(strrchr(path, '.'), sizeof ".texts", ".texts");
    if (write_texts(path, whatif) != 0)
        code = -1;
    made_whatif_free(whatif);
    return code;
}

int main(int argc, char **argv) {
    int code = 0;
    if (argc != 2) {
        fputs("usage: write_pages FOLDER\n", stderr);
        return 2;
    }
    for (int many = 0; many < 2; many++) {
        code |= write_page(argv[1], many == 1, WP_ENGLISH);
        code |= write_page(argv[1], many == 1, WP_DUTCH);
    }
    return code == 0 ? 0 : 1;
}
