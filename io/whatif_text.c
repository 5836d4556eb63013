/* whatif_text.c: a what-if on one screen of a terminal: a table, then what each scenario changes. */
#include "ratio_text.h"
#include "terminal_text.h"
#include "whatif.h"
#include "whatif_sentences.h"
#include <inttypes.h>
#include <string.h>

#define LABEL_WIDTH  17
#define STATUS_WIDTH 8
#define VARIANTS     20 /* of a sweep that has more, only those stand in the table that matter */
#define SENTENCES    9  /* with more rows, variants have none */

/* A column of the table: a number of the plan, and behind it how it differs from the base's. */
struct column {
    const char *heading;
    int width, decimals;
    /* The number is sum / count; count is 0 where there is none. */
    void (*measure)(const struct wp_figures *figures, int64_t *sum, int64_t *count);
};

static void measure_placed(const struct wp_figures *figures, int64_t *sum, int64_t *count) {
    *sum = figures->placed;
    *count = 1;
}

static void measure_first(const struct wp_figures *figures, int64_t *sum, int64_t *count) {
    *sum = figures->first;
    *count = 1;
}

static void measure_rank(const struct wp_figures *figures, int64_t *sum, int64_t *count) {
    *sum = figures->rank_sum;
    *count = figures->ranked;
}

static void measure_minutes(const struct wp_figures *figures, int64_t *sum, int64_t *count) {
    *sum = figures->minutes;
    *count = figures->trips;
}

static const struct column columns[] = {{"placed", 4, 0, measure_placed},
                                        {"1st choice", 4, 0, measure_first},
                                        {"mean rank", 4, 2, measure_rank},
                                        {"minutes", 5, 1, measure_minutes}};
#define COLUMNS    (sizeof columns / sizeof *columns)
#define DIFFERENCE 5 /* width of it, with its sign */

/* The number in units of the last decimal, rounded half up; false where there is none. */
static bool scaled(const struct column *column, const struct wp_figures *figures, int64_t *number) {
    int64_t sum, count, scale = 1;
    if (!figures)
        return false;
    column->measure(figures, &sum, &count);
    for (int d = 0; d < column->decimals; d++)
        scale *= 10;
    if (count > 0)
        *number = (2 * scale * sum + count) / (2 * count);
    return count > 0;
}

/* plus: "+" where it is not negative. */
static void format_scaled(char *text, size_t size, int64_t number, int decimals, bool plus) {
    const char *sign = number < 0 ? "-" : plus ? "+" : "";
    int64_t magnitude = number < 0 ? -number : number;
    char digits[WP_RATIO_TEXT];
    if (decimals == 0)
        snprintf(text, size, "%s%" PRId64, sign, magnitude);
    else
        snprintf(text, size, "%s%s", sign,
                 wp_ratio_text(magnitude, decimals == 1 ? 10 : 100, decimals, digits));
}

static void put_column(FILE *out, const struct column *column, const struct wp_figures *base,
                       const struct wp_figures *figures) {
    int64_t number, before;
    char value[2 * WP_RATIO_TEXT] = "-", difference[2 * WP_RATIO_TEXT] = "";
    if (scaled(column, figures, &number)) {
        format_scaled(value, sizeof value, number, column->decimals, false);
        if (base != figures && scaled(column, base, &before) && before != number)
            format_scaled(difference, sizeof difference, number - before, column->decimals, true);
    }
    fprintf(out, " %*s %-*s", column->width, value, DIFFERENCE, difference);
}

static void put_head(FILE *out) {
    fprintf(out, "%*s", 2 + LABEL_WIDTH + 1 + STATUS_WIDTH, "");
    for (size_t c = 0; c < COLUMNS; c++)
        fprintf(out, " %-*s", columns[c].width + 1 + DIFFERENCE, columns[c].heading);
    fputs(" moved\n", out);
}

static const char *status_words(enum wp_whatif_status status) {
    switch (status) {
    case WP_WHATIF_INFEASIBLE:
        return "no plan exists";
    case WP_WHATIF_NO_PLAN:
        return "no plan was found before a limit";
    case WP_WHATIF_FAILED:
        return "failed";
    case WP_WHATIF_NOT_RUN:
        return "not run";
    default:
        return wp_whatif_status_name(status);
    }
}

/* A run's name; of a variant what it sets, then the run's name. */
static void put_label(FILE *out, const struct wp_whatif *whatif, const struct wp_whatif_row *row) {
    char label[256];
    const char *one = wp_whatif_value(whatif, row, 0), *other = wp_whatif_value(whatif, row, 1);
    if (!one)
        snprintf(label, sizeof label, "%s", row->run);
    else
        snprintf(label, sizeof label, "%s%s%s (%s)", one, other ? ", " : "", other ? other : "", row->run);
    wp_error_trim(label);
    wp_text_cell(out, label, LABEL_WIDTH);
}

static void put_row(FILE *out, const struct wp_whatif *whatif, const struct wp_whatif_row *row) {
    fputs(row->on_frontier ? "> " : "  ", out);
    put_label(out, whatif, row);
    if (!wp_whatif_has_plan(row)) {
        fprintf(out, " %s\n", status_words(row->status));
        return;
    }
    fprintf(out, " %-*s", STATUS_WIDTH, status_words(row->status));
    for (size_t c = 0; c < COLUMNS; c++)
        put_column(out, &columns[c], whatif->rows[0].figures, row->figures);
    if (row->changes)
        fprintf(out, " %5d", row->changes->moved_project);
    fputc('\n', out);
}

/* Above the variants of a sweep: what was swept. */
static int put_sweep(FILE *out, const struct wp_scenario *scenario, struct wp_error *error) {
    struct wp_sentence sentence;
    int code = wp_sentence_begin(&sentence, error);
    if (code != 0)
        return code;
    fprintf(sentence.stream, "%s: %s", scenario->name, scenario->sweeps[0].key);
    if (scenario->sweep_count > 1)
        fprintf(sentence.stream, ", %s", scenario->sweeps[1].key);
    return wp_sentence_end(&sentence, out, 0, false, error);
}

/* The variants of a sweep: all, or those on the frontier and how many others there are. */
static int put_variants(FILE *out, const struct wp_whatif *whatif, const struct wp_whatif_sweep *sweep,
                        bool verbose, struct wp_error *error) {
    int count = sweep->scenario->variant_count, beaten = 0, without = 0;
    int code = put_sweep(out, sweep->scenario, error);
    for (int v = 0; v < count && code == 0; v++) {
        const struct wp_whatif_row *row = &whatif->rows[sweep->first_row + v];
        if (verbose || count <= VARIANTS || row->on_frontier)
            put_row(out, whatif, row);
        else if (wp_whatif_has_plan(row))
            beaten++;
        else
            without++;
    }
    if (beaten + without > 0)
        fprintf(out, "  and %d off the frontier, %d without a plan (--verbose shows all)\n", beaten, without);
    return code;
}

static int put_table(FILE *out, const struct wp_whatif *whatif, bool verbose, struct wp_error *error) {
    int code = 0;
    put_head(out);
    for (int r = 0; r < whatif->row_count && code == 0; r++) {
        const struct wp_whatif_row *row = &whatif->rows[r];
        if (row->sweep < 0)
            put_row(out, whatif, row);
        else if (row->variant == 0)
            code = put_variants(out, whatif, &whatif->sweeps[row->sweep], verbose, error);
    }
    return code;
}

static bool any_frontier(const struct wp_whatif *whatif) {
    for (int r = 0; r < whatif->row_count; r++)
        if (whatif->rows[r].on_frontier)
            return true;
    return false;
}

int wp_whatif_text(FILE *out, const struct wp_whatif *whatif, const char *folder, bool verbose,
                   struct wp_error *error) {
    int code = put_table(out, whatif, verbose, error);
    if (any_frontier(whatif))
        fputs("> frontier: no other variant is as good in students placed, ranks, minutes,\n"
              "  collective work and students moved, and better in one of them\n",
              out);
    fputc('\n', out);
    for (int r = 1; r < whatif->row_count && code == 0; r++)
        if (whatif->rows[r].sweep < 0 || whatif->row_count <= SENTENCES || verbose)
            code = wp_whatif_sentences(out, whatif, &whatif->rows[r], verbose, error);
    fprintf(out, "\nAll of it: %s/comparison.html, .csv and .json; who moves: movers.csv\n", folder);
    return code;
}
