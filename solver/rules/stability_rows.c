/* stability_rows.c: rows that leave nobody a free seat that she prefers.
 *
 * For each unit u that is not pinned and each project p that it lists, of size k and load w:
 *   sum of x[u,q] over the q that not all members find worse than p (p among them)
 *       + f[p,k] + sum over hosts o of g[o,k] + busy >= y[p]
 * f[p,k] may be 1 only if p has no k seats left:     (max[p] - k + 1) f[p,k] <= heads(p)
 * g[o,k] the same for a host:                        (max[o] - k + 1) g[o,k] <= heads(o)
 * h[l,w] only if lecturer l has no room left for w:  (max[l] - w + 1) h[l,w] <= load(l)
 *                                                    (the factor rounded up to what loads can add up to)
 * busy says that no present lecturer who may guide u has room:
 *   nobody need guide p:        nothing
 *   only l may guide p:         h[l,w]
 *   one of several lecturers:   sum over l of t[p,l,w], t[p,l,w] <= z[p,l], t[p,l,w] <= h[l,w]
 *                               (of an l who may not guide u, z[p,l] itself)
 *   several lecturers at once:  a row for each l who may guide u, with h[l,w] on the left and z[p,l] in place
 *                               of y[p] on the right: no column need say which of them has room
 * Left out is what cannot bind: what never fills up has no column; what never has k seats (or room for w)
 * needs no row, nor does a unit that must be placed and can have nothing worse than p.
 *
 * Why so: with f put in, a row reads max[p] (y[p] - sum of x[u,q]) <= heads(p), for units of size 1: the form
 * that Baiou and Balinski gave for stable admissions, here with one priority for all. As f stands for the
 * long sum and is shared by all units of a size, a row keeps the few entries of one unit's choices. With t
 * instead of h alone, two lecturers who share p by halves do not both count as busy for the whole. */
#include "eligibility.h"
#include "lecturers.h"
#include "stability.h"

#include <stdlib.h>

/* What may be full. */
enum holder { PROJECT, HOST, LECTURER, GUIDE /* by place in build->guide */, HOLDERS };

/* Is it full? Always, never, or as a column says. */
enum fullness { NEVER = -1, ALWAYS = -2 };

struct known {
    int amount;
    int full; /* column, NEVER or ALWAYS */
    int next; /* of the same holder, or -1 */
};

struct rows {
    struct wp_build *build;
    const struct wp_round *round;
    struct wp_reach *reach;
    int64_t *host_heads;    /* per organisation: the most that may come */
    int64_t *lecturer_load; /* the same per lecturer */
    int64_t load_step;      /* all loads are multiples of it */
    int *first[HOLDERS];    /* per holder: its first known, or -1 */
    struct known *known;
    int known_count, known_capacity;
    int column_count; /* of columns made here */
    int *terms;       /* of the row at hand */
    int term_count;
};

/* Finds what is known of the holder and the amount; a new entry has full = NEVER, and *made is true. NULL
 * when memory runs out. */
static struct known *find_known(struct rows *rows, enum holder holder, int index, int amount, bool *made) {
    int *first = &rows->first[holder][index];

    *made = false;
    for (int i = *first; i >= 0; i = rows->known[i].next) {
        if (rows->known[i].amount == amount)
            return &rows->known[i];
    }
    if (rows->known_count == rows->known_capacity) {
        int capacity = rows->known_capacity ? 2 * rows->known_capacity : 64;
        struct known *known = realloc(rows->known, (size_t)capacity * sizeof *known);

        if (!known)
            return NULL;
        rows->known = known;
        rows->known_capacity = capacity;
    }
    rows->known[rows->known_count] = (struct known){amount, NEVER, *first};
    *first = rows->known_count++;
    *made = true;
    return &rows->known[*first];
}

static int add_column(struct rows *rows, struct wp_error *error) {
    struct wp_column column = {WP_COLUMN_OTHER, -1, rows->column_count++, -1, 0, 1};

    return wp_program_column(rows->build->program, column, error);
}

/* Adds factor * (what the holder has). */
static int add_contents(struct rows *rows, enum holder holder, int index, struct wp_error *error) {
    int code = 0;

    if (holder == PROJECT)
        return wp_build_add_heads(rows->build, index, -1, error);
    if (holder == LECTURER)
        return wp_build_add_lecturer_load(rows->build, index, -1, error);
    for (int p = 0; p < rows->round->project_count && !code; p++) {
        if (wp_list_has(rows->round->projects[p].organisations, index))
            code = wp_build_add_heads(rows->build, p, -1, error);
    }
    return code;
}

/* A holder that has at most `maximum`, and could reach `most`: may it be too full for this amount? */
static int find_full(struct rows *rows, enum holder holder, int index, int amount, int *full,
                     struct wp_error *error) {
    const struct wp_round *round = rows->round;
    int64_t most = 0, step = 1, threshold;
    int maximum = 0, code = 0;
    bool made;
    struct known *known = find_known(rows, holder, index, amount, &made);

    if (!known)
        return wp_error_memory(error);
    if (holder == PROJECT) {
        maximum = round->projects[index].max_students;
        most = rows->reach[index].heads;
    } else if (holder == HOST) {
        maximum = round->organisations[index].max_students;
        most = rows->host_heads[index];
    } else {
        maximum = round->lecturers[index].max_load;
        most = rows->lecturer_load[index];
        step = rows->load_step;
    }
    threshold = (int64_t)maximum - amount + 1;
    if (made && maximum != WP_UNLIMITED && threshold <= 0) {
        known->full = ALWAYS;
    } else if (made && maximum != WP_UNLIMITED && threshold <= most) {
        known->full = add_column(rows, error);
        if (known->full < 0)
            return known->full;
        threshold = (threshold + step - 1) / step * step;
        code = wp_program_entry(rows->build->program, known->full, threshold, error);
        if (!code)
            code = add_contents(rows, holder, index, error);
        if (!code)
            code = wp_program_row(rows->build->program, "stability", WP_FREE_BELOW, 0, error);
    }
    *full = known->full;
    return code;
}

/* t <= a */
static int row_below(struct rows *rows, int column, int above, struct wp_error *error) {
    int code = wp_program_entry(rows->build->program, column, 1, error);

    if (!code)
        code = wp_program_entry(rows->build->program, above, -1, error);
    return code ? code : wp_program_row(rows->build->program, "stability", WP_FREE_BELOW, 0, error);
}

/* Does one of several lecturers guide the project and have no room for the load? */
static int find_busy_guide(struct rows *rows, int project, int slot, int load, int *full,
                           struct wp_error *error) {
    int guide = rows->build->guide_first[project] + slot, z = rows->build->guide[guide], busy, code;
    bool made;
    struct known *known;

    code =
        find_full(rows, LECTURER, rows->round->projects[project].lecturers.items[slot], load, &busy, error);
    if (code)
        return code;
    known = find_known(rows, GUIDE, guide, load, &made);
    if (!known)
        return wp_error_memory(error);
    if (made && busy == ALWAYS) {
        known->full = z;
    } else if (made && busy != NEVER) {
        known->full = add_column(rows, error);
        if (known->full < 0)
            return known->full;
        code = row_below(rows, known->full, z, error);
        if (!code)
            code = row_below(rows, known->full, busy, error);
    }
    *full = known->full;
    return code;
}

/* Collects f and g of the row; *always if the unit never fits. */
static int collect_seats(struct rows *rows, const struct wp_unit *unit, int project, bool *always,
                         struct wp_error *error) {
    struct wp_list hosts = rows->round->projects[project].organisations;

    for (int h = -1; h < hosts.count && !*always; h++) {
        int full, code = h < 0 ? find_full(rows, PROJECT, project, unit->size, &full, error)
                               : find_full(rows, HOST, hosts.items[h], unit->size, &full, error);

        if (code)
            return code;
        *always = full == ALWAYS;
        if (full >= 0)
            rows->terms[rows->term_count++] = full;
    }
    return 0;
}

/* Do all members strictly prefer the project to the other? */
static bool all_prefer(const struct rows *rows, const struct wp_unit *unit, int project, int other) {
    for (int m = 0; m < unit->students.count; m++) {
        if (!wp_stability_prefers(rows->round, unit->students.items[m], project, other))
            return false;
    }
    return true;
}

/* The row of unit and project: what is better or as good, and the terms, are at least `runs`. */
static int write_row(struct rows *rows, int pair, int runs, struct wp_error *error) {
    struct wp_build *build = rows->build;
    const struct wp_pair *wanted = &build->pairs->items[pair];
    const struct wp_unit *unit = &rows->round->units[wanted->unit];
    int code = wp_program_entry(build->program, runs, -1, error);

    for (int k = build->pairs->first[wanted->unit]; k < build->pairs->first[wanted->unit + 1] && !code; k++) {
        if (!all_prefer(rows, unit, wanted->project, build->pairs->items[k].project))
            code = wp_build_add_pair(build, k, 1, error);
    }
    for (int t = 0; t < rows->term_count && !code; t++)
        code = wp_program_entry(build->program, rows->terms[t], 1, error);
    return code ? code : wp_program_row(build->program, "stability", 0, WP_FREE_ABOVE, error);
}

/* The project has at most one lecturer: collects who is busy, then writes the row. */
static int row_one(struct rows *rows, int pair, struct wp_error *error) {
    const struct wp_pair *wanted = &rows->build->pairs->items[pair];
    const struct wp_unit *unit = &rows->round->units[wanted->unit];
    struct wp_list lecturers = rows->round->projects[wanted->project].lecturers;
    int open = wp_build_open(rows->build, wanted->project, error), full, code = open < 0 ? open : 0;

    for (int l = 0; l < lecturers.count && !code; l++) {
        if (lecturers.count == 1)
            code = find_full(rows, LECTURER, lecturers.items[l], unit->load, &full, error);
        else if (wp_unit_guided(rows->round, unit, lecturers.items[l]))
            code = find_busy_guide(rows, wanted->project, l, unit->load, &full, error);
        else
            full = rows->build->guide[rows->build->guide_first[wanted->project] + l];
        if (!code && full == ALWAYS)
            return 0;
        if (!code && full >= 0)
            rows->terms[rows->term_count++] = full;
    }
    return code ? code : write_row(rows, pair, open, error);
}

/* Several lecturers at once: a row for each who may guide the unit. */
static int rows_several(struct rows *rows, int pair, struct wp_error *error) {
    const struct wp_pair *wanted = &rows->build->pairs->items[pair];
    const struct wp_unit *unit = &rows->round->units[wanted->unit];
    struct wp_list lecturers = rows->round->projects[wanted->project].lecturers;
    int seats = rows->term_count, code = 0;

    for (int l = 0; l < lecturers.count && !code; l++) {
        int full, present;

        if (!wp_unit_guided(rows->round, unit, lecturers.items[l]))
            continue;
        code = find_full(rows, LECTURER, lecturers.items[l], unit->load, &full, error);
        if (code || full == ALWAYS)
            continue;
        present = wp_lecturers_column(rows->build, wanted->project, l, error);
        if (present < 0)
            return present;
        rows->term_count = seats;
        if (full >= 0)
            rows->terms[rows->term_count++] = full;
        code = write_row(rows, pair, present, error);
    }
    return code;
}

/* Could the unit end with something that it finds worse than this project? */
static bool may_want(const struct rows *rows, int pair) {
    const struct wp_pairs *pairs = rows->build->pairs;
    const struct wp_pair *wanted = &pairs->items[pair];
    const struct wp_unit *unit = &rows->round->units[wanted->unit];

    if (unit->pin_project >= 0 || !wanted->listed)
        return false;
    if (!rows->round->settings->rules.must_place)
        return true;
    for (int k = pairs->first[wanted->unit]; k < pairs->first[wanted->unit + 1]; k++) {
        if (all_prefer(rows, unit, wanted->project, pairs->items[k].project))
            return true;
    }
    return false;
}

static int write_rows(struct rows *rows, struct wp_error *error) {
    int code = 0;

    for (int k = 0; k < rows->build->pairs->count && !code; k++) {
        const struct wp_pair *pair = &rows->build->pairs->items[k];
        bool always = false;

        if (!may_want(rows, k))
            continue;
        rows->term_count = 0;
        code = collect_seats(rows, &rows->round->units[pair->unit], pair->project, &always, error);
        if (code || always)
            continue;
        code = wp_build_splits(rows->build, pair->project) ? rows_several(rows, k, error)
                                                           : row_one(rows, k, error);
    }
    return code;
}

/* The most that may come to each host and lecturer, and the step of loads. */
static void find_most(struct rows *rows) {
    const struct wp_round *round = rows->round;

    for (int p = 0; p < round->project_count; p++) {
        struct wp_list hosts = round->projects[p].organisations, lecturers = round->projects[p].lecturers;

        for (int h = 0; h < hosts.count; h++)
            rows->host_heads[hosts.items[h]] += rows->reach[p].heads;
        for (int l = 0; l < lecturers.count; l++)
            rows->lecturer_load[lecturers.items[l]] += rows->reach[p].most;
    }
    for (int u = 0; u < round->unit_count; u++)
        rows->load_step = wp_common_divisor(rows->load_step, round->units[u].load);
}

static int allocate(struct rows *rows, struct wp_error *error) {
    const struct wp_round *round = rows->round;
    const int counts[HOLDERS] = {round->project_count, round->organisation_count, round->lecturer_count,
                                 rows->build->guide_first[round->project_count]};

    rows->host_heads = calloc((size_t)round->organisation_count + 1, sizeof *rows->host_heads);
    rows->lecturer_load = calloc((size_t)round->lecturer_count + 1, sizeof *rows->lecturer_load);
    rows->terms =
        malloc(((size_t)round->organisation_count + (size_t)round->lecturer_count + 2) * sizeof *rows->terms);
    if (!rows->host_heads || !rows->lecturer_load || !rows->terms)
        return wp_error_memory(error);
    for (int holder = 0; holder < HOLDERS; holder++) {
        rows->first[holder] = malloc(((size_t)counts[holder] + 1) * sizeof *rows->first[holder]);
        if (!rows->first[holder])
            return wp_error_memory(error);
        for (int i = 0; i < counts[holder]; i++)
            rows->first[holder][i] = -1;
    }
    return wp_rule_reach(round, rows->build->pairs, &rows->reach, error);
}

int wp_stability_rows(struct wp_build *build, struct wp_error *error) {
    struct rows rows = {.build = build, .round = build->round};
    int code = allocate(&rows, error);

    if (!code) {
        find_most(&rows);
        code = write_rows(&rows, error);
    }
    for (int holder = 0; holder < HOLDERS; holder++)
        free(rows.first[holder]);
    free(rows.known);
    free(rows.host_heads);
    free(rows.lecturer_load);
    free(rows.reach);
    free(rows.terms);
    return code;
}
