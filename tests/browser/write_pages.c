/* write_pages.c: writes the pages that the browser opens: few and many runs, in each language.
 *
 *   write_pages FOLDER */
#include "made_whatif.h"
#include <stdio.h>

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
