/* whatif_text.c: a what-if on one screen of a terminal: a table, then what each scenario changes. */
#include "language.h"
#include "terminal_text.h"
#include "utf8.h"
#include "whatif.h"
#include "whatif_measures.h"
#include "whatif_sentences.h"
#include "whatif_words.h"
#include <inttypes.h>
#include <string.h>

#define LABEL_WIDTH  15
#define LEAST_VALUE  5 /* characters of a swept value that stand in front of the run's name */
#define STATUS_WIDTH 9
#define VARIANTS     20 /* of a sweep that has more, only those stand in the table that matter */
#define SENTENCES    9  /* with more rows, variants have none */

/* A column of the table: a number of the plan, and behind it how it differs from the base's. */
struct column {
    const char *heading;
    int width;
    enum wp_whatif_measure measure;
};

static const struct column columns[] = {{N_("placed"), 4, WP_MEASURE_PLACED},
                                        {N_("1st choice"), 4, WP_MEASURE_FIRST},
                                        {N_("mean rank"), 4, WP_MEASURE_RANK},
                                        {N_("minutes"), 5, WP_MEASURE_MINUTES}};
#define COLUMNS    (sizeof columns / sizeof *columns)
#define DIFFERENCE 5 /* width of it, with its sign */

#define NUMBER_TEXT 32

/* A number / 10^decimals; plus: with a sign also where it is not negative. */
static void format_number(char text[NUMBER_TEXT], int64_t number, int decimals, bool plus) {
    const char *sign = number < 0 ? "-" : plus ? "+" : "";
    int64_t magnitude = number < 0 ? -number : number, scale = decimals == 2 ? 100 : 10;
    if (decimals == 0)
        snprintf(text, NUMBER_TEXT, "%s%" PRId64, sign, magnitude);
    else
        snprintf(text, NUMBER_TEXT, "%s%" PRId64 "%s%0*" PRId64, sign, magnitude / scale, wp_decimal_sign(),
                 decimals, magnitude % scale);
}

static void put_column(FILE *out, const struct column *column, const struct wp_whatif_row *base,
                       const struct wp_whatif_row *row) {
    int64_t number, before;
    int decimals = wp_measure_decimals(column->measure);
    char value[NUMBER_TEXT] = "-", difference[NUMBER_TEXT] = "";
    if (wp_measure_value(row, column->measure, &number)) {
        format_number(value, number, decimals, false);
        if (wp_measure_value(base, column->measure, &before) && before != number)
            format_number(difference, number - before, decimals, true);
    }
    fprintf(out, " %*s %-*s", column->width, value, DIFFERENCE, difference);
}

static void put_head(FILE *out) {
    fprintf(out, "%*s", 2 + LABEL_WIDTH + 1 + STATUS_WIDTH, "");
    for (size_t c = 0; c < COLUMNS; c++) {
        fputc(' ', out);
        wp_text_cell(out, _(columns[c].heading), (size_t)columns[c].width + 1 + DIFFERENCE);
    }
    fprintf(out, " %6s\n", _("moved"));
}

/* Of a row with a plan, in a narrow column. */
static const char *short_status(enum wp_whatif_status status) {
    return status == WP_WHATIF_OPTIMAL   ? _("proven")
           : status == WP_WHATIF_ALLOWED ? _("allowed")
                                         : _("unproven");
}

/* A run's name; of a variant what it sets, then the run's name: where there is no room for both the values
 * alone, where these do not fit either, their beginning and the name. */
static void put_label(FILE *out, const struct wp_whatif *whatif, const struct wp_whatif_row *row) {
    char label[256];
    const char *one = wp_whatif_value(whatif, row, 0), *other = wp_whatif_value(whatif, row, 1);
    if (!one)
        snprintf(label, sizeof label, "%s", row->run);
    else
        snprintf(label, sizeof label, "%s%s%s", one, other ? ", " : "", other ? other : "");
    wp_error_trim(label);
    size_t values = wp_utf8_count(label), run = wp_utf8_count(row->run) + sizeof " ()" - 1;
    bool both = values + run <= LABEL_WIDTH, values_fit = values <= LABEL_WIDTH;
    if (!one || (!both && (values_fit || run + LEAST_VALUE > LABEL_WIDTH))) {
        wp_text_cell(out, label, LABEL_WIDTH);
        return;
    }
    wp_text_cut(out, label, LABEL_WIDTH - run);
    fprintf(out, " (%s)%*s", row->run, both ? (int)(LABEL_WIDTH - run - values) : 0, "");
}

static void put_row(FILE *out, const struct wp_whatif *whatif, const struct wp_whatif_row *row) {
    fputs(row->on_frontier ? "> " : "  ", out);
    put_label(out, whatif, row);
    if (!wp_whatif_has_plan(row)) {
        fprintf(out, " %s\n", wp_whatif_status_words(row->status));
        return;
    }
    fputc(' ', out);
    wp_text_cell(out, short_status(row->status), STATUS_WIDTH);
    for (size_t c = 0; c < COLUMNS; c++)
        put_column(out, &columns[c], &whatif->rows[0], row);
    if (row->changes)
        fprintf(out, " %6d", row->changes->moved_project);
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
        fprintf(out, _("  and %d off the frontier, %d without a plan (--verbose shows all)\n"), beaten,
                without);
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
        fputs(_("> frontier: no other variant is as good in students placed, ranks, minutes,\n"
                "  collective work and students moved, and better in one of them\n"),
              out);
    fputc('\n', out);
    for (int r = 1; r < whatif->row_count && code == 0; r++)
        if (whatif->rows[r].sweep < 0 || whatif->row_count <= SENTENCES || verbose)
            code = wp_whatif_sentences(out, whatif, &whatif->rows[r], verbose, error);
    fprintf(out, _("\nAll of it: %s/comparison.html, .csv and .json; who moves: movers.csv\n"), folder);
    return code;
}
