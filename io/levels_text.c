/* levels_text.c: on a terminal, what each level came to and whether it is proven. */
#include "levels_text.h"
#include "terminal_style.h"
#include "terminal_text.h"
#include "translate.h"
#include <inttypes.h>
#include <string.h>

#define LABEL_WIDTH 19
#define VALUE_WIDTH 19 /* as long as the largest number */
#define STATE_WIDTH (WP_TERMINAL_WIDTH - 2 - LABEL_WIDTH - VALUE_WIDTH - 2)

/* A level's value: one number, or as many of its counts as fit. */
static void level_value(const struct wp_level *level, char *text, size_t size) {
    size_t length = 0;
    text[0] = '\0';
    for (int i = 0; i < level->count; i++) {
        char number[32];
        snprintf(number, sizeof number, "%s%" PRId64, i ? " " : "", level->value[i]);
        if (length + strlen(number) + (i + 1 < level->count ? sizeof " ..." : 1) > size) {
            snprintf(text + length, size - length, " ...");
            return;
        }
        length += (size_t)snprintf(text + length, size - length, "%s", number);
    }
}

/* A level in a planner's words: "placed (no choices)" is what summary.json calls placed:rest. Where some have
 * no choices, placed alone says whom it counts. */
static void level_label(const struct wp_level *level, bool rest, char *text, size_t size) {
    const char *ending = strstr(level->name, ":rest");
    char name[sizeof level->name];
    snprintf(name, sizeof name, "%.*s", ending ? (int)(ending - level->name) : (int)sizeof name, level->name);
    if (ending)
        snprintf(text, size, _("%s (no choices)"), name);
    else if (rest && strcmp(name, "placed") == 0)
        snprintf(text, size, _("%s (who chose)"), name);
    else
        snprintf(text, size, "%s", name);
}

static void level_state(const struct wp_level *level, char *text, size_t size) {
    char number[32];
    if (level->proven && level->gives_way) {
        snprintf(number, sizeof number, "%" PRId64, level->best);
        snprintf(text, size, _("proven best %s"), number);
    } else if (level->proven) {
        snprintf(text, size, "%s", _("proven best"));
    } else if (!level->array && level->bound_count > 0) {
        snprintf(number, sizeof number, "%" PRId64, level->bound[0]);
        snprintf(text, size, _("not proven, bound %s"), number);
    } else if (level->array && level->bound_count > 1) {
        snprintf(text, size, _("first %d of %d proven"), level->bound_count - 1, level->count);
    } else {
        snprintf(text, size, "%s", _("not proven"));
    }
}

static void put_level(FILE *out, const struct wp_level *level, bool rest, bool colours) {
    const enum wp_style style = level->proven ? WP_STYLE_PROVEN : WP_STYLE_NOT_PROVEN;
    char value[VALUE_WIDTH + 1], label[2 * sizeof level->name], state[160];
    level_value(level, value, sizeof value);
    level_label(level, rest, label, sizeof label);
    level_state(level, state, sizeof state);
    fputs("  ", out);
    wp_text_cell(out, label, LABEL_WIDTH);
    fprintf(out, "%*s  ", VALUE_WIDTH, value);
    wp_style_begin(out, colours, style);
    wp_text_cut(out, state, STATE_WIDTH);
    wp_style_end(out, colours, style);
    fputc('\n', out);
}

void wp_levels_text(FILE *out, const struct wp_solution *solution, int rows, bool colours) {
    int shown = solution->level_count > rows ? rows - 1 : solution->level_count;
    bool rest = false;
    for (int i = 0; i < solution->level_count; i++)
        rest |= strstr(solution->levels[i].name, ":rest") != NULL;
    for (int i = 0; i < shown; i++)
        put_level(out, &solution->levels[i], rest, colours);
    if (shown < solution->level_count) {
        fputs("  ", out);
        fprintf(out,
                ngettext("and %d more level, in summary.json", "and %d more levels, all in summary.json",
                         (unsigned long)(solution->level_count - shown)),
                solution->level_count - shown);
        fputc('\n', out);
    }
}
