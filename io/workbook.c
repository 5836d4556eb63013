/* workbook.c: a workbook from its beginning to its end. */
#include "utf8.h"
#include "workbook_check.h"
#include "workbook_parts.h"
#include "workbook_text.h"
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#define LARGE         20000 /* rows, from which on they are kept on disk */
#define TITLE_LETTERS 200
#define CREATED       946684800 /* 2000-01-01: a moment of its own would change the bytes */

static const char *name_of(const char *path) {
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

/* The folder that a file lies in. NULL when memory runs out. */
static char *folder_of(const char *path) {
    size_t length = (size_t)(name_of(path) - path);
    return length > 1 ? strndup(path, length - 1) : strdup(length == 1 ? "/" : ".");
}

int wp_workbook_new(const char *path, const char *title, long rows, struct wp_workbook **out,
                    struct wp_error *error) {
    *out = NULL;
    struct wp_workbook *workbook = calloc(1, sizeof *workbook);
    if (!workbook)
        return wp_error_memory(error);
    workbook->path = strdup(path);
    workbook->folder = folder_of(path);
    workbook->title = wp_workbook_cell_text(title);
    if (workbook->path && workbook->folder && workbook->title) {
        workbook->title[wp_utf8_first(workbook->title, TITLE_LETTERS)] = '\0';
        /* What it keeps on disk holds names: it stays where the workbook itself is written. */
        lxw_workbook_options options = {.constant_memory = rows > LARGE, .tmpdir = workbook->folder};
        lxw_doc_properties properties = {.title = workbook->title, .created = CREATED};
        workbook->book = workbook_new_opt(path, &options);
        if (workbook->book && workbook_set_properties(workbook->book, &properties) == LXW_NO_ERROR &&
            wp_workbook_looks(workbook) == 0) {
            *out = workbook;
            return 0;
        }
    }
    wp_workbook_free(workbook);
    return wp_error_memory(error);
}

void wp_workbook_free(struct wp_workbook *workbook) {
    if (!workbook)
        return;
    if (workbook->book)
        lxw_workbook_free(workbook->book);
    free(workbook->path);
    free(workbook->folder);
    free(workbook->title);
    free(workbook->joined);
    free(workbook);
}

int wp_workbook_close(struct wp_workbook *workbook, struct wp_error *error) {
    wp_workbook_end_sheet(workbook);
    if (workbook->failure.code == 0) {
        errno = 0;
        lxw_error answer = workbook_close(workbook->book);
        int reason = errno;
        workbook->book = NULL;
        if (answer == LXW_ERROR_MEMORY_MALLOC_FAILED)
            wp_error_memory(&workbook->failure);
        else if (answer != LXW_NO_ERROR)
            wp_error_set(&workbook->failure, WP_INTERNAL, "cannot write \"%s\": %s", name_of(workbook->path),
                         reason ? strerror(reason) : lxw_strerror(answer));
        else
            wp_workbook_check(workbook->path, workbook->rows_filled, &workbook->failure);
    }
    if (workbook->failure.code != 0 && error && error->code == 0)
        *error = workbook->failure;
    return workbook->failure.code;
}
