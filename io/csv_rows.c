/* csv_rows.c: room for rows and cells; rows are widened, added and taken out after the file was read. */
#include "csv_read.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

bool wp_csv_make_room(void **items, size_t count, size_t more, size_t *capacity, size_t size) {
    if (more <= *capacity - count)
        return true;
    size_t wanted = 2 * *capacity > count + more ? 2 * *capacity : count + more;
    if (wanted > SIZE_MAX / size)
        return false;
    void *grown = realloc(*items, wanted * size);
    if (grown == NULL)
        return false;
    *items = grown;
    *capacity = wanted;
    return true;
}

/* `count` empty cells behind all others. */
static struct wp_csv_cell *add_cells(struct wp_csv *csv, int count, long line,
                                     const struct wp_csv_origin *origin) {
    static char nothing[] = "";
    void *items = csv->cells;
    if (!wp_csv_make_room(&items, csv->cell_count, (size_t)count, &csv->cell_capacity, sizeof *csv->cells))
        return NULL;
    csv->cells = items;
    struct wp_csv_cell *cells = csv->cells + csv->cell_count;
    for (int k = 0; k < count; k++)
        cells[k] = (struct wp_csv_cell){.text = nothing, .line = line, .origin = origin};
    csv->cell_count += (size_t)count;
    return cells;
}

struct wp_csv_cell *wp_csv_widen(struct wp_csv *csv, size_t row, int count) {
    struct wp_csv_row *wider = &csv->rows[row];
    if (count > wider->count) {
        struct wp_csv_cell *cells = add_cells(csv, count, wider->line, wider->origin);
        if (cells == NULL)
            return NULL;
        memcpy(cells, csv->cells + wider->first, (size_t)wider->count * sizeof *cells);
        wider->first = (size_t)(cells - csv->cells);
        wider->count = count;
    }
    return csv->cells + wider->first;
}

struct wp_csv_cell *wp_csv_append(struct wp_csv *csv, int count, long line,
                                  const struct wp_csv_origin *origin) {
    void *items = csv->rows;
    if (!wp_csv_make_room(&items, csv->row_count, 1, &csv->row_capacity, sizeof *csv->rows))
        return NULL;
    csv->rows = items;
    size_t first = csv->cell_count;
    struct wp_csv_cell *cells = add_cells(csv, count, line, origin);
    if (cells != NULL)
        csv->rows[csv->row_count++] =
            (struct wp_csv_row){.first = first, .count = count, .line = line, .origin = origin};
    return cells;
}

void wp_csv_take_out(struct wp_csv *csv, const bool *marked) {
    size_t kept = 0;
    for (size_t row = 0; row < csv->row_count; row++)
        if (!marked[row])
            csv->rows[kept++] = csv->rows[row];
    csv->row_count = kept;
}
