/* check_supply.c: what students ask and choose against the seats there are, by orientation and by domain. */
#include "check_parts.h"
#include "supply.h"
#include "translate.h"
#include "utf8.h"
#include <inttypes.h>

#define NAME_WIDTH 20

/* NULL: projects that do not say what they are. */
static const char *name_of(const struct wp_supply_row *row, bool domains) {
    if (domains)
        return row->domain;
    switch (row->orientation) {
    case WP_ORIENTATION_INDIVIDUAL:
        return _("individual");
    case WP_ORIENTATION_COLLECTIVE:
        return _("collective");
    default:
        return NULL;
    }
}

/* Padded by letters, not by bytes. */
static void put_name(FILE *out, const char *name) {
    size_t letters = wp_utf8_count(name);
    fprintf(out, "%s%*s", name, letters < NAME_WIDTH ? (int)(NAME_WIDTH - letters) : 0, "");
}

/* The numbers of a kind of work under their headings; without one the headings themselves. */
static void put_columns(FILE *out, const struct wp_supply_row *row, bool domains) {
    static const struct wp_supply_row none = {0};
    const struct wp_supply_row *of = row != NULL ? row : &none;
    const struct {
        const char *heading;
        int width;
        int64_t number;
    } columns[] = {{_("students asking"), 16, of->asking},
                   {_("first choices"), 14, of->first},
                   {_("projects"), 9, of->projects},
                   {_("seats"), 7, of->seats}};
    for (size_t c = domains ? 1 : 0; c < sizeof columns / sizeof *columns; c++) {
        int letters = (int)wp_utf8_count(columns[c].heading);
        int width = letters < columns[c].width ? columns[c].width : letters;
        if (row != NULL)
            fprintf(out, " %*" PRId64, width, columns[c].number);
        else
            fprintf(out, " %*s%s", width - letters, "", columns[c].heading);
    }
}

static void put_row(FILE *out, const struct wp_supply_row *row, bool domains) {
    const char *name = name_of(row, domains);
    int most = row->asking > row->first ? row->asking : row->first;
    put_name(out, name != NULL ? name : _("not said"));
    put_columns(out, row, domains);
    fprintf(out, "%s\n", name != NULL && most > row->seats ? _(" - too few") : "");
}

static void put_supply(FILE *out, const char *heading, const struct wp_supply *supply, bool domains,
                       bool verbose) {
    struct wp_check_list list = {.out = out, .heading = heading, .verbose = verbose, .total = supply->count};
    for (int i = 0; i < supply->count && supply->known && wp_check_line(&list); i++) {
        if (i == 0) {
            put_name(out, "");
            put_columns(out, NULL, domains);
            fputs("\n  ", out);
        }
        put_row(out, &supply->rows[i], domains);
    }
    if (supply->known)
        wp_check_list_end(&list);
}

int wp_check_supply(FILE *out, const struct wp_round *round, bool verbose, struct wp_error *error) {
    struct wp_arena *arena = wp_arena_new();
    struct wp_supply orientations, domains;
    bool counted = arena && wp_supply_by_orientation(round, NULL, arena, &orientations) &&
                   wp_supply_by_domain(round, NULL, arena, &domains);
    if (counted) {
        put_supply(out, _("Demand and seats by orientation"), &orientations, false, true);
        put_supply(out, _("Demand and seats by domain"), &domains, true, verbose);
    }
    wp_arena_free(arena);
    return counted ? 0 : wp_error_memory(error);
}
