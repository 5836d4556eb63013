/* check_supply.c: what students ask and choose against the seats there are, by orientation and by domain. */
#include "check_parts.h"
#include "translate.h"
#include "utf8.h"
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#define NAME_WIDTH 20

/* One kind of work: what is asked of it and what there is. */
struct kind {
    const char *name; /* NULL: projects that do not say what they are */
    int asking;       /* students who ask it */
    int first;        /* first choices */
    int projects;     /* that may run */
    int64_t seats;    /* of these */
};

/* Counts projects and choices; kind_of has the kind of each project. */
static void count(const struct wp_round *round, const int *kind_of, struct kind *kinds) {
    for (int p = 0; p < round->project_count; p++) {
        int seats = wp_check_seats(round, p);
        kinds[kind_of[p]].projects += seats > 0;
        kinds[kind_of[p]].seats += seats;
    }
    for (int s = 0; s < round->student_count; s++)
        for (int c = 0; c < round->students[s].choice_count; c++) {
            const struct wp_choice *choice = &round->students[s].choices[c];
            kinds[kind_of[choice->project]].first += choice->rank == 1;
        }
}

/* Padded by letters, not by bytes. */
static void put_name(FILE *out, const char *name) {
    size_t letters = wp_utf8_count(name);
    fprintf(out, "%s%*s", name, letters < NAME_WIDTH ? (int)(NAME_WIDTH - letters) : 0, "");
}

/* The numbers of a kind under their headings; without one the headings themselves. */
static void put_columns(FILE *out, const struct kind *kind, bool students_ask) {
    static const struct kind none = {.name = NULL};
    const struct kind *of = kind != NULL ? kind : &none;
    const struct {
        const char *heading;
        int width;
        int64_t number;
    } columns[] = {{_("students asking"), 16, of->asking},
                   {_("first choices"), 14, of->first},
                   {_("projects"), 9, of->projects},
                   {_("seats"), 7, of->seats}};
    for (size_t c = students_ask ? 0 : 1; c < sizeof columns / sizeof *columns; c++) {
        int letters = (int)wp_utf8_count(columns[c].heading);
        int width = letters < columns[c].width ? columns[c].width : letters;
        if (kind != NULL)
            fprintf(out, " %*" PRId64, width, columns[c].number);
        else
            fprintf(out, " %*s%s", width - letters, "", columns[c].heading);
    }
}

static void put_kind(FILE *out, const struct kind *kind, bool students_ask) {
    int most = kind->asking > kind->first ? kind->asking : kind->first;
    put_name(out, kind->name != NULL ? kind->name : _("not said"));
    put_columns(out, kind, students_ask);
    fprintf(out, "%s\n", kind->name != NULL && most > kind->seats ? _(" - too few") : "");
}

static void put_kinds(FILE *out, const char *heading, const struct kind *kinds, int kind_count,
                      bool students_ask, bool verbose) {
    struct wp_check_list list = {.out = out, .heading = heading, .verbose = verbose, .total = kind_count};
    for (int k = 0; k < kind_count && wp_check_line(&list); k++) {
        if (k == 0) {
            put_name(out, "");
            put_columns(out, NULL, students_ask);
            fputs("\n  ", out);
        }
        put_kind(out, &kinds[k], students_ask);
    }
    wp_check_list_end(&list);
}

/* What students say of themselves, and what projects say. */
static void put_orientations(FILE *out, const struct wp_round *round, int *kind_of) {
    static const int place[] = {
        [WP_ORIENTATION_INDIVIDUAL] = 0, [WP_ORIENTATION_COLLECTIVE] = 1, [WP_ORIENTATION_NONE] = 2};
    struct kind kinds[] = {{.name = _("individual")}, {.name = _("collective")}, {.name = NULL}};
    bool known = false;
    for (int s = 0; s < round->student_count; s++) {
        kinds[place[round->students[s].orientation]].asking++;
        known |= round->students[s].orientation != WP_ORIENTATION_NONE;
    }
    for (int p = 0; p < round->project_count; p++) {
        kind_of[p] = place[round->projects[p].orientation];
        known |= round->projects[p].orientation != WP_ORIENTATION_NONE;
    }
    if (!known)
        return;
    count(round, kind_of, kinds);
    put_kinds(out, _("Demand and seats by orientation"), kinds, 3, true, true);
}

/* By name; NULL is the last. */
static int compare_names(const char *a, const char *b) {
    if (a == NULL || b == NULL)
        return (a == NULL) - (b == NULL);
    return strcmp(a, b);
}

/* The place of the name among the kinds so far, which are sorted; added if it is not there. Few domains, so
 * insertion is quick enough. */
static int find_kind(struct kind *kinds, int *kind_count, const char *name) {
    int at = 0;
    while (at < *kind_count && compare_names(kinds[at].name, name) < 0)
        at++;
    if (at < *kind_count && compare_names(kinds[at].name, name) == 0)
        return at;
    memmove(kinds + at + 1, kinds + at, (size_t)(*kind_count - at) * sizeof *kinds);
    kinds[at] = (struct kind){.name = name};
    (*kind_count)++;
    return at;
}

static const char *domain_of(const struct wp_round *round, int project) {
    int domain = round->projects[project].domain;
    return domain < 0 ? NULL : wp_round_text(round, domain);
}

static void put_domains(FILE *out, const struct wp_round *round, int *kind_of, struct kind *kinds,
                        bool verbose) {
    int kind_count = 0;
    for (int p = 0; p < round->project_count; p++)
        find_kind(kinds, &kind_count, domain_of(round, p));
    for (int p = 0; p < round->project_count; p++)
        kind_of[p] = find_kind(kinds, &kind_count, domain_of(round, p));
    if (kind_count == 0 || kinds[0].name == NULL)
        return;
    count(round, kind_of, kinds);
    put_kinds(out, _("Demand and seats by domain"), kinds, kind_count, false, verbose);
}

int wp_check_supply(FILE *out, const struct wp_round *round, bool verbose, struct wp_error *error) {
    size_t size = (size_t)round->project_count + 1;
    int *kind_of = calloc(size, sizeof *kind_of);
    struct kind *kinds = calloc(size, sizeof *kinds);
    int code = kind_of != NULL && kinds != NULL ? 0 : wp_error_memory(error);
    if (code == 0) {
        put_orientations(out, round, kind_of);
        put_domains(out, round, kind_of, kinds, verbose);
    }
    free(kind_of);
    free(kinds);
    return code;
}
