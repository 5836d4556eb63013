/* history.c: the index of the history: sorted visits of students to organisations and districts, and the
 * teams that they were in. */
#include "history.h"

#include "finish.h"

#include <stdlib.h>

/* A student was at an organisation, or in a district, of this round. */
struct visit {
    int student, place;
};

struct visits {
    struct visit *items; /* sorted, each once */
    int count;
};

struct wp_met {
    bool *known; /* per student: some row is about her */
    struct visits organisations, districts;
    struct wp_list *teams;    /* sorted by their students, each set once */
    struct wp_list *teams_of; /* per student: the numbers of her teams, ascending. Pairs of teammates are not
                                 listed: a large team would have too many. */
    int team_count;
};

static int compare_int(int a, int b) {
    return (a > b) - (a < b);
}

static int compare_visit(const void *left, const void *right) {
    const struct visit *a = left, *b = right;

    return a->student != b->student ? compare_int(a->student, b->student) : compare_int(a->place, b->place);
}

static bool visited(const struct visits *visits, int student, int place) {
    struct visit key = {student, place};

    return visits->count > 0 &&
           bsearch(&key, visits->items, (size_t)visits->count, sizeof key, compare_visit);
}

static void add_visit(const struct wp_round *round, struct visits *visits, enum wp_table table, int student,
                      int word) {
    int place = word < 0 ? -1 : wp_round_find(round, table, wp_round_text(round, word));

    if (place >= 0)
        visits->items[visits->count++] = (struct visit){student, place};
}

static void sort_visits(struct visits *visits) {
    int count = 0;

    qsort(visits->items, (size_t)visits->count, sizeof *visits->items, compare_visit);
    for (int v = 0; v < visits->count; v++) {
        if (count == 0 || compare_visit(&visits->items[count - 1], &visits->items[v]) != 0)
            visits->items[count++] = visits->items[v];
    }
    visits->count = count;
}

static int find_visits(const struct wp_round *round, struct wp_met *met, struct wp_error *error) {
    size_t rows = (size_t)round->history_count, hosts = 0;

    for (size_t h = 0; h < rows; h++)
        hosts += (size_t)round->history[h].organisations.count;
    met->organisations.items = wp_arena_alloc(round->arena, hosts, sizeof *met->organisations.items);
    met->districts.items = wp_arena_alloc(round->arena, rows, sizeof *met->districts.items);
    met->known = wp_arena_alloc(round->arena, (size_t)round->student_count, sizeof *met->known);
    if (!met->organisations.items || !met->districts.items || !met->known)
        return wp_error_memory(error);
    for (size_t h = 0; h < rows; h++) {
        const struct wp_history *row = &round->history[h];

        if (row->student < 0)
            continue;
        met->known[row->student] = true;
        for (int o = 0; o < row->organisations.count; o++)
            add_visit(round, &met->organisations, WP_ORGANISATIONS, row->student,
                      row->organisations.items[o]);
        add_visit(round, &met->districts, WP_DISTRICTS, row->student, row->district);
    }
    sort_visits(&met->organisations);
    sort_visits(&met->districts);
    return 0;
}

/* A student was on a project in a round; both are words. */
struct stay {
    int round, project, student;
};

static int compare_place_of_stay(const struct stay *a, const struct stay *b) {
    return a->round != b->round ? compare_int(a->round, b->round) : compare_int(a->project, b->project);
}

static int compare_stay(const void *left, const void *right) {
    const struct stay *a = left, *b = right;
    int order = compare_place_of_stay(a, b);

    return order ? order : compare_int(a->student, b->student);
}

static int compare_team(const void *left, const void *right) {
    const struct wp_list *a = left, *b = right;

    for (int i = 0; i < a->count && i < b->count; i++) {
        if (a->items[i] != b->items[i])
            return compare_int(a->items[i], b->items[i]);
    }
    return compare_int(a->count, b->count);
}

/* Sorted, each stay once. Returns how many. */
static int list_stays(const struct wp_round *round, struct stay *stays) {
    int found = 0, count = 0;

    for (int h = 0; h < round->history_count; h++) {
        const struct wp_history *row = &round->history[h];

        if (row->student >= 0 && row->project >= 0)
            stays[found++] = (struct stay){row->round, row->project, row->student};
    }
    qsort(stays, (size_t)found, sizeof *stays, compare_stay);
    for (int i = 0; i < found; i++) {
        if (count == 0 || compare_stay(&stays[count - 1], &stays[i]) != 0)
            stays[count++] = stays[i];
    }
    return count;
}

/* Cuts the stays into teams. Word numbers follow the order of the input's rows, so the teams are sorted again
 * by who is in them. */
static void cut_teams(struct wp_met *met, const struct stay *stays, int count, int *members) {
    int teams = 0;

    for (int start = 0, end; start < count; start = end) {
        for (end = start; end < count && compare_place_of_stay(&stays[start], &stays[end]) == 0; end++)
            members[end] = stays[end].student;
        if (end - start > 1)
            met->teams[met->team_count++] = (struct wp_list){members + start, end - start};
    }
    qsort(met->teams, (size_t)met->team_count, sizeof *met->teams, compare_team);
    for (int t = 0; t < met->team_count; t++) {
        if (teams == 0 || compare_team(&met->teams[teams - 1], &met->teams[t]) != 0)
            met->teams[teams++] = met->teams[t];
    }
    met->team_count = teams;
}

/* numbers: room for one per stay. */
static void list_teams_of(struct wp_met *met, int students, int *numbers) {
    int used = 0;

    for (int t = 0; t < met->team_count; t++) {
        for (int i = 0; i < met->teams[t].count; i++)
            met->teams_of[met->teams[t].items[i]].count++;
    }
    for (int s = 0; s < students; s++) {
        met->teams_of[s].items = numbers + used;
        used += met->teams_of[s].count;
        met->teams_of[s].count = 0;
    }
    for (int t = 0; t < met->team_count; t++) {
        for (int i = 0; i < met->teams[t].count; i++) {
            struct wp_list *list = &met->teams_of[met->teams[t].items[i]];

            numbers[(list->items - numbers) + list->count++] = t;
        }
    }
}

static int find_teams(const struct wp_round *round, struct wp_met *met, struct wp_error *error) {
    size_t rows = (size_t)round->history_count;
    struct stay *stays = malloc((rows + 1) * sizeof *stays);
    int *members = wp_arena_alloc(round->arena, rows, sizeof *members);
    int *numbers = wp_arena_alloc(round->arena, rows, sizeof *numbers);
    int code = 0;

    met->teams = wp_arena_alloc(round->arena, rows, sizeof *met->teams);
    met->teams_of = wp_arena_alloc(round->arena, (size_t)round->student_count, sizeof *met->teams_of);
    if (!stays || !members || !numbers || !met->teams || !met->teams_of) {
        code = wp_error_memory(error);
        goto out;
    }
    cut_teams(met, stays, list_stays(round, stays), members);
    list_teams_of(met, round->student_count, numbers);

out:
    free(stays);
    return code;
}

int wp_history_index(struct wp_round *round, struct wp_error *error) {
    struct wp_met *met;
    int code;

    round->met = NULL;
    if (round->history_count == 0)
        return 0;
    met = wp_arena_alloc(round->arena, 1, sizeof *met);
    if (!met)
        return wp_error_memory(error);
    code = find_visits(round, met, error);
    if (!code)
        code = find_teams(round, met, error);
    if (!code)
        round->met = met;
    return code;
}

bool wp_has_history(const struct wp_round *round, int student) {
    return round->met && round->met->known[student];
}

bool wp_met_organisation(const struct wp_round *round, int student, int organisation) {
    return round->met && visited(&round->met->organisations, student, organisation);
}

bool wp_met_host(const struct wp_round *round, int student, int project) {
    struct wp_list hosts = round->projects[project].organisations;

    for (int h = 0; h < hosts.count; h++) {
        if (wp_met_organisation(round, student, hosts.items[h]))
            return true;
    }
    return false;
}

bool wp_met_district(const struct wp_round *round, int student, int project) {
    return round->met && visited(&round->met->districts, student, round->projects[project].district);
}

/* The first team that both were in, or -1. */
static int first_common_team(const struct wp_met *met, int student, int other) {
    struct wp_list a = met->teams_of[student], b = met->teams_of[other];

    for (int i = 0, j = 0; i < a.count && j < b.count;) {
        if (a.items[i] == b.items[j])
            return a.items[i];
        if (a.items[i] < b.items[j])
            i++;
        else
            j++;
    }
    return -1;
}

bool wp_met_teammate(const struct wp_round *round, int student, int other) {
    return round->met && student != other && first_common_team(round->met, student, other) >= 0;
}

int wp_former_team_count(const struct wp_round *round) {
    return round->met ? round->met->team_count : 0;
}

struct wp_list wp_former_team(const struct wp_round *round, int team) {
    return round->met->teams[team];
}

void wp_met_again(const struct wp_round *round, const int *project, wp_met_again_function *tell,
                  void *context) {
    for (int t = 0; t < wp_former_team_count(round); t++) {
        struct wp_list team = wp_former_team(round, t);

        for (int i = 0; i < team.count; i++) {
            int s = team.items[i];

            for (int j = i + 1; j < team.count && project[s] >= 0; j++) {
                int other = team.items[j];

                /* Those who met more than once are told of in the first of their teams. */
                if (project[s] == project[other] && round->students[s].unit != round->students[other].unit &&
                    first_common_team(round->met, s, other) == t)
                    tell(context, s, other);
            }
        }
    }
}
