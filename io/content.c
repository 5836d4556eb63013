/* content.c: the checksum of the cells as they are read, whatever wrote them. */
#include "content.h"

#include "headers.h"
#include "sha256_text.h"
#include <stdio.h>
#include <string.h>

/* No text holds a NUL, so that its own ends it. */
static void add_text(struct sha256_ctx *context, const char *text) {
    sha256_update(context, strlen(text) + 1, (const uint8_t *)text);
}

static void add_number(struct sha256_ctx *context, int number) {
    char text[16];
    snprintf(text, sizeof text, "%d", number);
    add_text(context, text);
}

/* The fields that are read, in the order of the contract's columns; names them. Returns their number. */
static int find_fields(struct sha256_ctx *context, const struct wp_table_file *file,
                       int fields[WP_MAX_HEADERS + WP_MAX_RANK]) {
    int count = 0;
    for (int k = 0; k < file->kind->header_count; k++) {
        const struct wp_header *header = &file->kind->headers[k];
        for (int number = 0; number <= (header->numbered ? WP_MAX_RANK : 0); number++) {
            int field = wp_headers_field(file, (struct wp_column){.header = k, .number = number});
            if (field < 0)
                continue;
            fields[count++] = field;
            add_text(context, header->name);
            add_number(context, number);
        }
    }
    return count;
}

static void add_file(struct sha256_ctx *context, struct wp_table_file *file) {
    int fields[WP_MAX_HEADERS + WP_MAX_RANK];
    add_text(context, file->kind->name);
    int count = find_fields(context, file, fields);
    add_text(context, "");
    wp_table_rewind(file);
    while (wp_table_next(file)) {
        add_text(context, "row");
        for (int k = 0; k < count; k++)
            add_text(context, wp_table_cell(file, fields[k]));
    }
    wp_table_rewind(file);
    add_text(context, "end");
}

void wp_content_sign(struct wp_table_file *files, int count, char sha256[WP_SHA256_TEXT]) {
    struct sha256_ctx context;
    sha256_init(&context);
    for (int k = 0; k < count; k++)
        add_file(&context, &files[k]);
    wp_sha256_text(&context, sha256);
}
