/* whatif_csv.c: comparison.csv, one line a row of the what-if, and movers.csv, one line a change. */
#include "csv_write.h"
#include "whatif.h"
#include <inttypes.h>
#include <stdlib.h>

/* What all lines have columns for, besides those below. */
struct shape {
    int max_rank;
    const char **levels;
    int level_count;
};

static const char *const first_columns[] = {"run", "file", "name"};
static const char *const count_columns[] = {"students", "placed", "unlisted"};
static const char *const figure_columns[] = {
    "rank_sum", "ranked",  "minutes", "trips",       "longest_trip",   "collective",   "first_choice",
    "top3",     "envious", "balance", "least_share", "greatest_share", "projects_open"};
static const char *const change_columns[] = {"opened",           "closed",       "moved",
                                             "lecturer_changed", "slot_changed", "placed_now",
                                             "unplaced_now",     "new_students", "gone_students"};
#define COUNT(array) (sizeof(array) / sizeof *(array))

static void put_texts(struct wp_csv_writer *csv, const char *const *texts, size_t count) {
    for (size_t i = 0; i < count; i++)
        wp_csv_text(csv, texts[i]);
}

static void put_blanks(struct wp_csv_writer *csv, size_t count) {
    for (size_t i = 0; i < count; i++)
        wp_csv_blank(csv);
}

static void put_numbers(struct wp_csv_writer *csv, const int64_t *numbers, size_t count) {
    for (size_t i = 0; i < count; i++)
        wp_csv_number(csv, numbers[i]);
}

/* A name with a number or another name behind it. */
static void put_name(struct wp_csv_writer *csv, const char *start, const char *end) {
    char name[80];
    snprintf(name, sizeof name, "%s%s", start, end);
    wp_csv_text(csv, name);
}

static void put_numbered(struct wp_csv_writer *csv, const char *start, int number) {
    char end[16];
    snprintf(end, sizeof end, "%d", number);
    put_name(csv, start, end);
}

static void put_header(struct wp_csv_writer *csv, const struct shape *shape) {
    put_texts(csv, first_columns, COUNT(first_columns));
    for (int key = 1; key <= WP_MAX_SWEEPS; key++) {
        put_numbered(csv, "sweep_key_", key);
        put_numbered(csv, "sweep_value_", key);
    }
    wp_csv_text(csv, "status");
    wp_csv_text(csv, "same_as");
    put_texts(csv, count_columns, COUNT(count_columns));
    for (int rank = 1; rank <= shape->max_rank; rank++)
        put_numbered(csv, "rank_", rank);
    for (int l = 0; l < shape->level_count; l++)
        put_name(csv, "level:", shape->levels[l]);
    put_texts(csv, figure_columns, COUNT(figure_columns));
    put_texts(csv, change_columns, COUNT(change_columns));
    wp_csv_text(csv, "frontier");
    wp_csv_text(csv, "message");
    wp_csv_end_row(csv);
}

/* Blank where it is not known. */
static void put_known(struct wp_csv_writer *csv, int64_t number) {
    if (number < 0)
        wp_csv_blank(csv);
    else
        wp_csv_number(csv, number);
}

static int put_list(struct wp_csv_writer *csv, const char *const *texts, int count, const char *between) {
    struct wp_csv_list list = {0};
    for (int i = 0; i < count; i++)
        wp_csv_list_add(&list, texts[i], between);
    return wp_csv_list_end(csv, &list);
}

/* Counts of an array are joined by |; blank where the row has no such level. */
static int put_level(struct wp_csv_writer *csv, const struct wp_level *level) {
    struct wp_csv_list list = {0};
    for (int i = 0; level && i < level->count; i++) {
        char number[24];
        snprintf(number, sizeof number, "%" PRId64, level->value[i]);
        wp_csv_list_add(&list, number, "|");
    }
    return wp_csv_list_end(csv, &list);
}

static int put_figures(struct wp_csv_writer *csv, const struct shape *shape,
                       const struct wp_whatif_row *row) {
    const struct wp_figures *figures = row->figures;
    int open = 0;
    if (!figures) {
        put_blanks(csv, COUNT(count_columns) + (size_t)shape->max_rank + (size_t)shape->level_count +
                            COUNT(figure_columns));
        return 0;
    }
    put_numbers(csv, (const int64_t[]){figures->students, figures->placed, figures->unlisted},
                COUNT(count_columns));
    for (int rank = 0; rank < shape->max_rank; rank++)
        wp_csv_number(csv, rank < figures->max_rank ? figures->profile[rank] : 0);
    for (int l = 0; l < shape->level_count; l++)
        if (put_level(csv, wp_whatif_level(row, shape->levels[l])) != 0)
            return -1;
    put_numbers(csv, (const int64_t[]){figures->rank_sum, figures->ranked, figures->minutes, figures->trips},
                4);
    put_known(csv, figures->longest_trip);
    put_numbers(csv, (const int64_t[]){figures->collective, figures->first, figures->top3, figures->envious},
                4);
    put_known(csv, figures->balance);
    put_known(csv, figures->least_share);
    put_known(csv, figures->greatest_share);
    for (int p = 0; p < figures->project_count; p++)
        open += figures->projects[p].open;
    wp_csv_number(csv, open);
    return 0;
}

static int put_changes(struct wp_csv_writer *csv, const struct wp_changes *changes) {
    if (!changes) {
        put_blanks(csv, COUNT(change_columns));
        return 0;
    }
    if (put_list(csv, changes->opened, changes->opened_count, "|") != 0 ||
        put_list(csv, changes->closed, changes->closed_count, "|") != 0)
        return -1;
    put_numbers(csv,
                (const int64_t[]){changes->moved_project, changes->moved_lecturer, changes->moved_slot,
                                  changes->of_kind[WP_CHANGE_PLACED], changes->of_kind[WP_CHANGE_UNPLACED],
                                  changes->of_kind[WP_CHANGE_NEW], changes->of_kind[WP_CHANGE_GONE]},
                COUNT(change_columns) - 2);
    return 0;
}

static int put_row(struct wp_csv_writer *csv, const struct shape *shape, const struct wp_whatif *whatif,
                   const struct wp_whatif_row *row) {
    wp_csv_text(csv, row->run);
    wp_csv_text(csv, wp_whatif_file_name(row->file ? row->file : whatif->round_file));
    wp_csv_text(csv, row->name);
    for (int key = 0; key < WP_MAX_SWEEPS; key++) {
        const char *value = wp_whatif_value(whatif, row, key);
        wp_csv_text(csv, value ? whatif->sweeps[row->sweep].scenario->sweeps[key].key : "");
        wp_csv_text(csv, value ? value : "");
    }
    wp_csv_text(csv, wp_whatif_status_name(row->status));
    wp_csv_text(csv, row->same_as < 0 ? "" : whatif->rows[row->same_as].run);
    if (put_figures(csv, shape, row) != 0 || put_changes(csv, row->changes) != 0)
        return -1;
    wp_csv_text(csv, row->sweep < 0 ? "" : row->on_frontier ? "yes" : "no");
    if (*row->message)
        wp_csv_text(csv, row->message);
    else if (put_list(csv, row->english, row->reason_count, "; ") != 0)
        return -1;
    wp_csv_end_row(csv);
    return 0;
}

int wp_whatif_csv(FILE *stream, const struct wp_whatif *whatif, struct wp_error *error) {
    struct wp_csv_writer csv = wp_csv_for_machines(stream);
    struct shape shape = {.max_rank = wp_whatif_max_rank(whatif)};
    shape.levels = wp_whatif_level_names(whatif, &shape.level_count);
    int code = shape.levels ? 0 : wp_error_memory(error);
    if (code == 0)
        put_header(&csv, &shape);
    for (int r = 0; r < whatif->row_count && code == 0; r++)
        if (put_row(&csv, &shape, whatif, &whatif->rows[r]) != 0)
            code = wp_error_memory(error);
    free(shape.levels);
    return code;
}

/* As in placements.csv. */
static void put_rank(struct wp_csv_writer *csv, int rank, int max_rank) {
    if (rank == 0)
        wp_csv_blank(csv);
    else if (rank > max_rank)
        wp_csv_text(csv, "unlisted");
    else
        wp_csv_number(csv, rank);
}

static void put_change(struct wp_csv_writer *csv, const char *run, const struct wp_change *change,
                       int max_rank_before, int max_rank_after) {
    const struct wp_place *before = &change->before, *after = &change->after;
    const char *const pairs[][2] = {{before->project, after->project},
                                    {before->lecturer, after->lecturer},
                                    {before->slot, after->slot},
                                    {before->organisations, after->organisations}};
    wp_csv_text(csv, run);
    wp_csv_text(csv, wp_change_whose(change)->student);
    wp_csv_text(csv, wp_change_name(change->kind));
    for (size_t i = 0; i < COUNT(pairs); i++)
        for (int side = 0; side < 2; side++)
            wp_csv_text(csv, pairs[i][side] ? pairs[i][side] : "");
    put_rank(csv, before->rank, max_rank_before);
    put_rank(csv, after->rank, max_rank_after);
    wp_csv_end_row(csv);
}

int wp_whatif_movers_csv(FILE *stream, const struct wp_whatif *whatif, struct wp_error *error) {
    static const char *const header[] = {"run",
                                         "student",
                                         "change",
                                         "project_before",
                                         "project_after",
                                         "lecturer_before",
                                         "lecturer_after",
                                         "slot_before",
                                         "slot_after",
                                         "organisations_before",
                                         "organisations_after",
                                         "rank_before",
                                         "rank_after",
                                         NULL};
    struct wp_csv_writer csv = wp_csv_for_machines(stream);
    const struct wp_figures *base = whatif->row_count > 0 ? whatif->rows[0].figures : NULL;
    (void)error; /* a failed write stays in the stream */
    wp_csv_header(&csv, header);
    for (int r = 0; r < whatif->row_count; r++) {
        const struct wp_whatif_row *row = &whatif->rows[r];
        for (int i = 0; row->changes && i < row->changes->count; i++)
            put_change(&csv, row->run, &row->changes->items[i], base->max_rank, row->figures->max_rank);
    }
    return 0;
}
