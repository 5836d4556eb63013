/* comparison_text.c: plans side by side on a terminal, one column each; in blocks where they do not fit. */
#include "comparison.h"
#include "terminal_text.h"
#include "translate.h"
#include "utf8.h"
#include <inttypes.h>
#include <string.h>

#define NAME_WIDTH   24 /* of rows; longer ones are cut where the columns leave no room */
#define NARROWEST    6  /* column */
#define WIDEST       20 /* a longer text goes on in the next line */
#define BROKEN       10 /* the narrowest that texts are broken to, so that all plans fit side by side */
#define GAP          2
#define INDENT       2
#define SECTION_ROWS 12

#define NUMBER_TEXT 24

/* A cell as text: its own, or its number in buffer. */
static const char *cell_text(const struct wp_comparison_cell *cell, char buffer[NUMBER_TEXT]) {
    switch (cell->kind) {
    case WP_COMPARISON_NUMBER:
        snprintf(buffer, NUMBER_TEXT, "%" PRId64, cell->number);
        return buffer;
    case WP_COMPARISON_TEXT:
        return cell->text;
    default:
        return "-";
    }
}

/* Bytes of the text that stand in one line of a column: up to a blank or behind a slash if it has to be
 * broken. */
static size_t piece(const char *text, size_t width) {
    size_t most = wp_utf8_first(text, width), at = most;
    if (!text[most] || text[most] == ' ')
        return most;
    while (at > 0 && text[at - 1] != ' ' && text[at - 1] != '/')
        at--;
    return at > 0 ? at : most;
}

/* Right-aligned. */
static void put_piece(FILE *out, const char *text, size_t bytes, size_t width) {
    size_t characters = 0;
    for (size_t i = 0; i < bytes; characters++)
        i += wp_utf8_first(text + i, 1);
    for (; characters < width; characters++)
        fputc(' ', out);
    wp_text_put(out, text, bytes);
}

/* What is left of a row's cells while it is written line by line. */
struct pending {
    const char *text;
    bool marked; /* ends with an asterisk */
    char number[NUMBER_TEXT];
};

/* The columns of one block. */
struct block {
    int first, count;
    size_t name_width;
    size_t widths[WP_TERMINAL_WIDTH / NARROWEST];
};

/* One line of a row: the next piece of each cell. True if more lines follow. */
static bool put_line(FILE *out, const struct block *block, struct pending *cells) {
    bool more = false;
    int last = -1;
    for (int c = 0; c < block->count; c++)
        if (cells[c].text)
            last = c;
    for (int c = 0; c <= last; c++) {
        size_t width = block->widths[c];
        struct pending *cell = &cells[c];
        fprintf(out, "%*s", GAP, "");
        if (!cell->text) {
            fprintf(out, "%*s", (int)width, "");
            continue;
        }
        size_t room = width - (cell->marked ? 1 : 0), bytes = piece(cell->text, room);
        bool end = cell->text[bytes] == '\0';
        size_t shown = bytes;
        while (shown > 0 && cell->text[shown - 1] == ' ')
            shown--;
        put_piece(out, cell->text, shown, end ? room : width);
        if (end && cell->marked)
            fputc('*', out);
        cell->text = end ? NULL : cell->text + bytes;
        while (cell->text && *cell->text == ' ')
            cell->text++;
        more |= cell->text != NULL;
    }
    fputc('\n', out);
    return more;
}

/* A row's name, or blanks, before its cells. */
static void put_name(FILE *out, const char *name, size_t width) {
    fprintf(out, "%*s", INDENT, "");
    wp_text_cell(out, name, width);
}

static void put_lines(FILE *out, const struct block *block, const char *name, struct pending *cells) {
    put_name(out, name, block->name_width);
    while (put_line(out, block, cells))
        put_name(out, "", block->name_width);
}

static void put_row(FILE *out, const struct block *block, const struct wp_comparison_row *row) {
    struct pending cells[WP_TERMINAL_WIDTH / NARROWEST];
    for (int c = 0; c < block->count; c++) {
        const struct wp_comparison_cell *cell = &row->cells[block->first + c];
        cells[c].text = cell_text(cell, cells[c].number);
        cells[c].marked = cell->unproven;
    }
    put_lines(out, block, row->name, cells);
}

/* As wide as its widest cell, within limits. */
static size_t column_width(const struct wp_comparison *comparison, int plan, size_t widest) {
    size_t width = wp_utf8_count(comparison->names[plan]);
    for (int s = 0; s < comparison->section_count; s++)
        for (int r = 0; r < comparison->sections[s].row_count; r++) {
            const struct wp_comparison_cell *cell = &comparison->sections[s].rows[r].cells[plan];
            char number[NUMBER_TEXT];
            size_t length = wp_utf8_count(cell_text(cell, number)) + (cell->unproven ? 1 : 0);
            width = length > width ? length : width;
        }
    return width < NARROWEST ? NARROWEST : width > widest ? widest : width;
}

static size_t all_columns(const struct wp_comparison *comparison, size_t widest) {
    size_t width = 0;
    for (int i = 0; i < comparison->plan_count; i++)
        width += GAP + column_width(comparison, i, widest);
    return width;
}

static size_t longest_name(const struct wp_comparison *comparison) {
    size_t longest = 0;
    for (int s = 0; s < comparison->section_count; s++)
        for (int r = 0; r < comparison->sections[s].row_count; r++) {
            size_t length = wp_utf8_count(comparison->sections[s].rows[r].name);
            longest = length > longest ? length : longest;
        }
    return longest;
}

/* How wide names and columns may be: columns that are broken into more lines are better than a second block,
 * and what the columns leave is for long names. */
struct layout {
    size_t name_width, widest;
};

static struct layout find_layout(const struct wp_comparison *comparison) {
    struct layout layout = {longest_name(comparison), WIDEST};
    size_t longest = layout.name_width;
    if (longest > NAME_WIDTH)
        layout.name_width = NAME_WIDTH;
    for (size_t widest = WIDEST; widest >= BROKEN; widest--) {
        size_t used = INDENT + all_columns(comparison, widest);
        if (used + layout.name_width > WP_TERMINAL_WIDTH)
            continue;
        layout.widest = widest;
        layout.name_width = longest < WP_TERMINAL_WIDTH - used ? longest : WP_TERMINAL_WIDTH - used;
        break;
    }
    return layout;
}

/* As many columns from `first` as fit, at least one. */
static struct block next_block(const struct wp_comparison *comparison, int first, struct layout layout) {
    struct block block = {.first = first, .name_width = layout.name_width};
    size_t used = INDENT + block.name_width;
    while (first + block.count < comparison->plan_count) {
        size_t width = column_width(comparison, first + block.count, layout.widest);
        if (block.count > 0 && used + GAP + width > WP_TERMINAL_WIDTH)
            break;
        block.widths[block.count++] = width;
        used += GAP + width;
    }
    return block;
}

/* Does the row say anything about the plans of this block that is not their names above it? */
static bool tells_something(const struct wp_comparison *comparison, const struct block *block,
                            const struct wp_comparison_row *row) {
    for (int i = block->first; i < block->first + block->count; i++) {
        const struct wp_comparison_cell *cell = &row->cells[i];
        if (cell->kind == WP_COMPARISON_NUMBER ||
            (cell->kind == WP_COMPARISON_TEXT && strcmp(cell->text, comparison->names[i]) != 0))
            return true;
    }
    return false;
}

static void put_section(FILE *out, const struct wp_comparison *comparison, const struct block *block,
                        const struct wp_comparison_section *section, bool verbose) {
    int told = 0, put = 0;
    for (int r = 0; r < section->row_count; r++)
        told += tells_something(comparison, block, &section->rows[r]);
    if (told == 0)
        return;
    fprintf(out, "\n%s\n", section->heading);
    int most = verbose || told <= SECTION_ROWS ? told : SECTION_ROWS - 1;
    for (int r = 0; r < section->row_count && put < most; r++)
        if (tells_something(comparison, block, &section->rows[r])) {
            put_row(out, block, &section->rows[r]);
            put++;
        }
    if (put < told)
        fprintf(out, _("  and %d more (--verbose shows all)\n"), told - put);
}

static void put_block(FILE *out, const struct wp_comparison *comparison, const struct block *block,
                      bool verbose) {
    struct pending names[WP_TERMINAL_WIDTH / NARROWEST];
    for (int c = 0; c < block->count; c++) {
        names[c].text = comparison->names[block->first + c];
        names[c].marked = false;
    }
    put_lines(out, block, "", names);
    for (int s = 0; s < comparison->section_count; s++)
        put_section(out, comparison, block, &comparison->sections[s], verbose);
}

static bool any_unproven(const struct wp_comparison *comparison) {
    for (int s = 0; s < comparison->section_count; s++)
        for (int r = 0; r < comparison->sections[s].row_count; r++)
            for (int i = 0; i < comparison->plan_count; i++)
                if (comparison->sections[s].rows[r].cells[i].unproven)
                    return true;
    return false;
}

void wp_comparison_text(FILE *out, const struct wp_comparison *comparison, bool verbose) {
    const struct layout layout = find_layout(comparison);
    int first = 0;
    while (first < comparison->plan_count) {
        const struct block block = next_block(comparison, first, layout);
        if (first > 0)
            fputs("\n\n", out);
        put_block(out, comparison, &block, verbose);
        first += block.count;
    }
    if (any_unproven(comparison))
        fputs(_("\n* not proven best: a better value may exist\n"), out);
}
