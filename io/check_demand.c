/* check_demand.c: seats, loads, projects and lecturers against what students ask. */
#include "check_parts.h"
#include "demand.h"
#include "language.h"
#include <stdlib.h>

/* What is asked of each project. */
struct demand {
    const struct wp_demand *asked;
    int *applicants; /* heads of the units for which it is a place */
    int *order;      /* projects, the most overasked first */
};

static bool demand_count(const struct wp_round *round, const struct wp_pairs *pairs, struct wp_arena *arena,
                         struct demand *demand) {
    size_t count = (size_t)round->project_count;
    *demand = (struct demand){.asked = wp_demand_of(round, arena),
                              .applicants = wp_arena_alloc(arena, count, sizeof *demand->applicants),
                              .order = wp_arena_alloc(arena, count, sizeof *demand->order)};
    if (!demand->asked || !demand->applicants || !demand->order)
        return false;
    for (int k = 0; k < pairs->count; k++)
        demand->applicants[pairs->items[k].project] += round->units[pairs->items[k].unit].size;
    return true;
}

/* Why nobody can go to the project, whoever asks; NULL if somebody may. */
static const char *standstill(const struct wp_round *round, int project) {
    const struct wp_project *place = &round->projects[project];
    if (place->status == WP_STATUS_CLOSED)
        return _("it is closed");
    if (!place->agreed)
        return _("a host's agreement does not cover the round");
    if (round->has_lecturers && place->lecturers.count == 0)
        return _("no lecturer may guide it");
    return NULL;
}

int wp_check_seats(const struct wp_round *round, int project) {
    return standstill(round, project) ? 0 : round->projects[project].max_students;
}

static void put_seats(FILE *out, const struct wp_round *round) {
    int64_t total = 0;
    for (int p = 0; p < round->project_count; p++)
        total += wp_check_seats(round, p);
    fprintf(out, _("\nSeats: %lld for %d students"), (long long)total, round->student_count);
    fprintf(out, "%s\n", total < round->student_count ? _(" - too few") : "");
}

#define TOTAL_TEXT 32

/* A sum of loads with two decimals, in buffer. */
static const char *total_text(int64_t load, char buffer[TOTAL_TEXT]) {
    snprintf(buffer, TOTAL_TEXT, "%.2f", (double)load / WP_LOAD_UNIT);
    return wp_decimal_words(buffer);
}

static void put_loads(FILE *out, const struct wp_round *round) {
    int64_t asked = 0, least = 0, most = 0;
    int unlimited = 0;
    char load[TOTAL_TEXT];
    for (int s = 0; s < round->student_count; s++)
        asked += round->students[s].load;
    for (int l = 0; l < round->lecturer_count; l++) {
        least += round->lecturers[l].min_load;
        if (round->lecturers[l].max_load == WP_UNLIMITED)
            unlimited++;
        else
            most += round->lecturers[l].max_load;
    }
    if (round->lecturer_count == 0)
        return;
    fprintf(out, _("Load: the students' is %s"), total_text(asked, load));
    if (unlimited > 0)
        fprintf(out, _("; %d of %d lecturers have no maximum"), unlimited, round->lecturer_count);
    else
        fprintf(out, _("; the lecturers can take %s"), total_text(most, load));
    fputs(unlimited == 0 && most < asked ? _(" - too little") : "", out);
    if (least > 0)
        fprintf(out, _("; they must have %s"), total_text(least, load));
    fprintf(out, "%s\n", least > asked ? _(" - too much") : "");
}

static int excess(const struct wp_round *round, const struct demand *demand, int project) {
    return demand->asked[project].first - wp_check_seats(round, project);
}

/* The most overasked first; ids decide between equals. Few projects, so insertion is quick enough. */
static int sort_overasked(const struct wp_round *round, const struct demand *demand) {
    int count = 0;
    for (int p = 0; p < round->project_count; p++) {
        if (excess(round, demand, p) <= 0)
            continue;
        int at = count++;
        for (; at > 0 && excess(round, demand, demand->order[at - 1]) < excess(round, demand, p); at--)
            demand->order[at] = demand->order[at - 1];
        demand->order[at] = p;
    }
    return count;
}

static void put_standstill(FILE *out, const struct wp_round *round, int project) {
    const char *reason = standstill(round, project);
    if (reason)
        fprintf(out, "; %s", reason);
}

static void list_overasked(FILE *out, const struct wp_round *round, const struct demand *demand,
                           bool verbose) {
    struct wp_check_list list = {
        .out = out, .heading = _("Projects with more first choices than seats"), .verbose = verbose};
    list.total = sort_overasked(round, demand);
    for (int i = 0; i < list.total && wp_check_line(&list); i++) {
        int p = demand->order[i];
        wp_check_name(out, round->projects[p].id, round->projects[p].title);
        fprintf(out, _(": %d first choices (%d choices in all) for %d seats"), demand->asked[p].first,
                demand->asked[p].chosen, wp_check_seats(round, p));
        put_standstill(out, round, p);
        fputc('\n', out);
    }
    wp_check_list_end(&list);
}

static bool lacks_applicants(const struct wp_round *round, const struct demand *demand, int project) {
    const struct wp_project *place = &round->projects[project];
    return place->status != WP_STATUS_CLOSED && demand->applicants[project] < place->min_students;
}

static void list_short(FILE *out, const struct wp_round *round, const struct demand *demand, bool verbose) {
    struct wp_check_list list = {.out = out,
                                 .heading = _("Projects with fewer eligible applicants than their minimum"),
                                 .verbose = verbose};
    for (int p = 0; p < round->project_count; p++)
        list.total += lacks_applicants(round, demand, p);
    for (int p = 0; p < round->project_count; p++) {
        const struct wp_project *place = &round->projects[p];
        if (!lacks_applicants(round, demand, p))
            continue;
        if (!wp_check_line(&list))
            break;
        wp_check_name(out, place->id, place->title);
        fprintf(out, _(": %d, at least %d needed"), demand->applicants[p], place->min_students);
        fputs(place->status == WP_STATUS_OPEN ? _(" - and it must run") : "", out);
        put_standstill(out, round, p);
        fputc('\n', out);
    }
    wp_check_list_end(&list);
}

static void list_unchosen(FILE *out, const struct wp_round *round, const struct demand *demand,
                          bool verbose) {
    struct wp_check_list list = {.out = out, .heading = _("Projects that nobody chose"), .verbose = verbose};
    for (int p = 0; p < round->project_count; p++)
        list.total += demand->asked[p].chosen == 0;
    for (int p = 0; p < round->project_count; p++) {
        if (demand->asked[p].chosen > 0)
            continue;
        if (!wp_check_line(&list))
            break;
        wp_check_name(out, round->projects[p].id, round->projects[p].title);
        fputc('\n', out);
    }
    wp_check_list_end(&list);
}

/* The load of all units that have a place with this lecturer. */
static int64_t possible_load(const struct wp_round *round, const struct wp_pairs *pairs, int lecturer) {
    int64_t load = 0;
    for (int u = 0; u < round->unit_count; u++)
        for (int k = pairs->first[u]; k < pairs->first[u + 1]; k++)
            if (wp_list_has(round->projects[pairs->items[k].project].lecturers, lecturer)) {
                load += round->units[u].load;
                break;
            }
    return load;
}

static int list_idle(FILE *out, const struct wp_round *round, const struct wp_pairs *pairs, bool verbose,
                     struct wp_error *error) {
    struct wp_check_list list = {.out = out,
                                 .heading =
                                     _("Lecturers whose minimum is more than the load that can reach them"),
                                 .verbose = verbose};
    int64_t *load = calloc((size_t)round->lecturer_count + 1, sizeof *load);
    if (!load)
        return wp_error_memory(error);
    for (int l = 0; l < round->lecturer_count; l++) {
        load[l] = round->lecturers[l].min_load > 0 ? possible_load(round, pairs, l) : 0;
        list.total += load[l] < round->lecturers[l].min_load;
    }
    for (int l = 0; l < round->lecturer_count; l++) {
        char least[WP_LOAD_TEXT], most[TOTAL_TEXT];
        if (load[l] >= round->lecturers[l].min_load)
            continue;
        if (!wp_check_line(&list))
            break;
        wp_check_name(out, round->lecturers[l].id, round->lecturers[l].name);
        wp_load_text(round->lecturers[l].min_load, least);
        fprintf(out, _(": at most %s, at least %s asked\n"), total_text(load[l], most),
                wp_decimal_words(least));
    }
    wp_check_list_end(&list);
    free(load);
    return 0;
}

int wp_check_demand(FILE *out, const struct wp_round *round, const struct wp_pairs *pairs, bool verbose,
                    struct wp_error *error) {
    struct wp_arena *arena = wp_arena_new();
    struct demand demand = {0};
    int code = arena && demand_count(round, pairs, arena, &demand) ? 0 : wp_error_memory(error);
    if (code == 0) {
        put_seats(out, round);
        put_loads(out, round);
        list_overasked(out, round, &demand, verbose);
        list_short(out, round, &demand, verbose);
        list_unchosen(out, round, &demand, verbose);
        code = list_idle(out, round, pairs, verbose, error);
    }
    wp_arena_free(arena);
    return code;
}
