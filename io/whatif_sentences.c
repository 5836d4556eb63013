/* whatif_sentences.c: what a scenario changes, in plain words. */
#include "whatif_sentences.h"
#include "change_text.h"
#include "language.h"
#include "terminal_text.h"
#include "utf8.h"
#include "whatif_words.h"
#include <inttypes.h>
#include <string.h>

#define SHOWN_PROJECTS 4
#define SHOWN_STUDENTS 2

static void put_more(FILE *out, int count) {
    fputc(' ', out);
    fprintf(out, _("and %d more"), count);
}

/* "opens P1, P2 and 3 more" */
static void put_projects(FILE *out, const char *verb, const char *const *ids, int count, bool all) {
    int shown = all || count <= SHOWN_PROJECTS ? count : SHOWN_PROJECTS - 1;
    for (int i = 0; i < shown; i++)
        fprintf(out, "%s %s", i == 0 ? verb : ",", ids[i]);
    if (shown < count)
        put_more(out, count - shown);
    if (count > 0)
        fputs("; ", out);
}

/* How many more follow the name, in characters. */
static long more_width(int count) {
    return count > 0 ? 1 + snprintf(NULL, 0, _("and %d more"), count) : 0;
}

/* "12 students change: S101 (Anna), S102 (Bram) and 10 more": as many names as the line has room for. */
static void put_students(FILE *out, const struct wp_changes *changes, bool count_only) {
    const char *last = NULL;
    int shown = 0;
    if (changes->students == 0) {
        fputs(_("nobody changes"), out);
        return;
    }
    fprintf(out, ngettext("%d student changes", "%d students change", (unsigned long)changes->students),
            changes->students);
    for (int i = 0; i < changes->count && shown < SHOWN_STUDENTS && !count_only; i++) {
        const struct wp_place *place = wp_change_whose(&changes->items[i]);
        char who[WP_WHO_TEXT];
        if (last && strcmp(last, place->student) == 0)
            continue;
        last = place->student;
        wp_who_text(place, who);
        if (ftell(out) + 2 + (long)wp_utf8_count(who) + more_width(changes->students - shown - 1) >
            WP_TERMINAL_WIDTH)
            break;
        fprintf(out, "%s%s", shown++ == 0 ? ": " : ", ", who);
    }
    if (shown > 0 && shown < changes->students)
        put_more(out, changes->students - shown);
}

static void put_reasons(FILE *out, const struct wp_whatif_row *row) {
    for (int i = 0; i < row->reason_count; i++)
        fprintf(out, "%s%s", i == 0 ? ": " : "; ", row->reasons[i]);
}

static void put_value(FILE *out, const struct wp_level *level) {
    for (int i = 0; i < level->count; i++)
        fprintf(out, "%s%" PRId64, i == 0 ? "" : " ", level->value[i]);
}

static bool same_value(const struct wp_level *one, const struct wp_level *other) {
    return one->count == other->count &&
           memcmp(one->value, other->value, (size_t)one->count * sizeof *one->value) == 0;
}

/* ": travel 4464 -> 4470; every other level stays" */
static void put_levels(FILE *out, const struct wp_whatif_row *base, const struct wp_whatif_row *row) {
    int changed = 0;
    for (int l = 0; l < row->figures->level_count; l++) {
        const struct wp_level *level = &row->figures->levels[l];
        const struct wp_level *before = wp_whatif_level(base, level->name);
        if (!before || same_value(before, level))
            continue;
        fprintf(out, "%s%s ", changed++ == 0 ? ": " : ", ", level->name);
        put_value(out, before);
        fputs(" -> ", out);
        put_value(out, level);
    }
    if (changed == 0)
        fprintf(out, ": %s", _("every level stays"));
    else if (changed < row->figures->level_count)
        fprintf(out, "; %s", _("every other level stays"));
}

static void put_swap(FILE *out, const struct wp_whatif *whatif, const struct wp_whatif_row *row) {
    for (int i = 0; i < row->swap_count; i++) {
        fputs(i == 0 ? "" : ", ", out);
        fprintf(out, _("%s and %s"), row->swaps[i].one, row->swaps[i].other);
    }
    fprintf(out, " %s", wp_whatif_status_words(row->status));
    if (row->status == WP_WHATIF_ALLOWED)
        put_levels(out, &whatif->rows[0], row);
    else
        put_reasons(out, row);
}

/* A row that has no plan to tell of. */
static void put_missing(FILE *out, const struct wp_whatif_row *row) {
    fputs(wp_whatif_status_words(row->status), out);
    if (*row->message)
        fprintf(out, ": %s", row->message);
    else
        put_reasons(out, row);
}

static void put_row(FILE *out, const struct wp_whatif *whatif, const struct wp_whatif_row *row,
                    bool verbose) {
    bool swap = row->status == WP_WHATIF_ALLOWED || row->status == WP_WHATIF_REFUSED;
    fprintf(out, "%s: ", row->run);
    if (swap) {
        put_swap(out, whatif, row);
    } else if (row->same_as >= 0) {
        fprintf(out, _("the same round as %s, so the same plan"), whatif->rows[row->same_as].run);
    } else if (!wp_whatif_has_plan(row)) {
        put_missing(out, row);
    } else if (row->changes) {
        put_projects(out, _("opens"), row->changes->opened, row->changes->opened_count, verbose);
        put_projects(out, _("closes"), row->changes->closed, row->changes->closed_count, verbose);
        put_students(out, row->changes, verbose);
    } else {
        fputs(_("the base has no plan to compare with"), out);
    }
}

/* Whether the answer fits a line or not, it is told in full where it is about one thing. */
static bool told_in_full(const struct wp_whatif_row *row) {
    return row->status == WP_WHATIF_ALLOWED || row->status == WP_WHATIF_REFUSED ||
           row->status == WP_WHATIF_FAILED;
}

int wp_whatif_sentences(FILE *out, const struct wp_whatif *whatif, const struct wp_whatif_row *row,
                        bool verbose, struct wp_error *error) {
    struct wp_sentence sentence;
    int code = wp_sentence_begin(&sentence, error);
    if (code != 0)
        return code;
    put_row(sentence.stream, whatif, row, verbose);
    code = wp_sentence_end(&sentence, out, 0, verbose || told_in_full(row), error);
    for (int i = 0; verbose && row->changes && row->same_as < 0 && i < row->changes->count && code == 0;
         i++) {
        code = wp_sentence_begin(&sentence, error);
        if (code != 0)
            break;
        wp_change_text(sentence.stream, &row->changes->items[i]);
        code = wp_sentence_end(&sentence, out, 2, true, error);
    }
    return code;
}
