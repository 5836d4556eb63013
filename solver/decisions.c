/* decisions.c: what people decided beforehand, made ready for the rules, and decisions that contradict one
 * another. */
#include "decisions.h"

#include "finish.h"
#include "rule.h"

#include <stdlib.h>
#include <string.h>

int wp_ban_compare(const void *left, const void *right) {
    const struct wp_ban *a = left, *b = right;

    if (a->student != b->student)
        return a->student < b->student ? -1 : 1;
    return (a->object > b->object) - (a->object < b->object);
}

static int compare_waiver(const void *left, const void *right) {
    const struct wp_waiver *a = left, *b = right;

    if (a->student != b->student)
        return a->student < b->student ? -1 : 1;
    if (a->project != b->project)
        return a->project < b->project ? -1 : 1;
    return strcmp(a->rule->name, b->rule->name);
}

enum banned_kind { BANNED_PROJECT, BANNED_ORGANISATION, BANNED_LECTURER };

static int banned_object(const struct wp_decision *decision, enum banned_kind kind) {
    if (decision->action != WP_ACTION_FORBID)
        return -1;
    return kind == BANNED_PROJECT        ? decision->project
           : kind == BANNED_ORGANISATION ? decision->organisation
                                         : decision->lecturer;
}

static int list_bans(struct wp_round *round, enum banned_kind kind, struct wp_ban_list *list,
                     struct wp_error *error) {
    struct wp_ban *items;
    int count = 0;

    for (int d = 0; d < round->decision_count; d++) {
        if (banned_object(&round->decisions[d], kind) >= 0)
            count += round->decisions[d].students.count;
    }
    if (count == 0)
        return 0;
    items = wp_arena_alloc(round->arena, (size_t)count, sizeof *items);
    if (!items)
        return wp_error_memory(error);
    list->items = items;
    for (int d = 0; d < round->decision_count; d++) {
        int object = banned_object(&round->decisions[d], kind);
        struct wp_list students = round->decisions[d].students;

        for (int i = 0; object >= 0 && i < students.count; i++)
            items[list->count++] = (struct wp_ban){students.items[i], object};
    }
    qsort(items, (size_t)list->count, sizeof *items, wp_ban_compare);
    return 0;
}

static int collect_bans(struct wp_round *round, struct wp_error *error) {
    struct wp_bans *bans = wp_arena_alloc(round->arena, 1, sizeof *bans);
    int code;

    round->bans = NULL;
    if (!bans)
        return wp_error_memory(error);
    code = list_bans(round, BANNED_PROJECT, &bans->projects, error);
    if (!code)
        code = list_bans(round, BANNED_ORGANISATION, &bans->organisations, error);
    if (!code)
        code = list_bans(round, BANNED_LECTURER, &bans->lecturers, error);
    if (!code && bans->projects.count + bans->organisations.count + bans->lecturers.count > 0)
        round->bans = bans;
    return code;
}

static int collect_waivers(struct wp_round *round, struct wp_error *error) {
    struct wp_waivers *waivers;
    struct wp_waiver *items;
    int count = 0;

    round->waivers = NULL;
    for (int d = 0; d < round->decision_count; d++) {
        if (round->decisions[d].action == WP_ACTION_WAIVE)
            count += round->decisions[d].students.count;
    }
    if (count == 0)
        return 0;
    waivers = wp_arena_alloc(round->arena, 1, sizeof *waivers);
    items = wp_arena_alloc(round->arena, (size_t)count, sizeof *items);
    if (!waivers || !items)
        return wp_error_memory(error);
    for (int d = 0; d < round->decision_count; d++) {
        const struct wp_decision *decision = &round->decisions[d];

        if (decision->action != WP_ACTION_WAIVE || !decision->rule || decision->project < 0)
            continue;
        for (int i = 0; i < decision->students.count; i++)
            items[waivers->count++] =
                (struct wp_waiver){decision->students.items[i], decision->project, decision->rule};
    }
    qsort(items, (size_t)waivers->count, sizeof *items, compare_waiver);
    waivers->items = items;
    round->waivers = waivers;
    return 0;
}

static void open_and_close(struct wp_round *round, struct wp_diagnostics *diagnostics,
                           const struct wp_decision **opened_by) {
    for (int d = 0; d < round->decision_count; d++) {
        const struct wp_decision *decision = &round->decisions[d];
        struct wp_project *project;
        char line[WP_LOCATION_LINE];

        if (decision->project < 0)
            continue;
        project = &round->projects[decision->project];
        if (decision->action == WP_ACTION_OPEN) {
            project->status = WP_STATUS_OPEN;
            opened_by[decision->project] = decision;
        } else if (decision->action == WP_ACTION_CLOSE) {
            if (opened_by[decision->project])
                wp_diagnostics_error(
                    diagnostics, decision->where,
                    "project %s is closed here, but opened by the decision on %s", project->id,
                    wp_location_line(opened_by[decision->project]->where, decision->where, line));
            project->status = WP_STATUS_CLOSED;
        }
    }
}

/* Students that a decision keeps apart although something else joins them. */
static void check_apart(const struct wp_round *round, struct wp_diagnostics *diagnostics) {
    for (int d = 0; d < round->decision_count; d++) {
        const struct wp_decision *decision = &round->decisions[d];
        bool told = decision->action != WP_ACTION_APART;

        for (int i = 0; i < decision->students.count && !told; i++) {
            const struct wp_student *s = &round->students[decision->students.items[i]];

            for (int j = i + 1; j < decision->students.count && !told; j++) {
                const struct wp_student *t = &round->students[decision->students.items[j]];

                told = s != t && s->unit == t->unit;
                if (told)
                    wp_diagnostics_error(
                        diagnostics, decision->where,
                        "students %s and %s are to stay apart, but a group or a decision puts them together",
                        s->id, t->id);
            }
        }
    }
}

int wp_decisions_apply(struct wp_round *round, struct wp_diagnostics *diagnostics, struct wp_error *error) {
    const struct wp_decision **opened_by = calloc((size_t)round->project_count + 1, sizeof *opened_by);
    int code;

    if (!opened_by)
        return wp_error_memory(error);
    open_and_close(round, diagnostics, opened_by);
    free(opened_by);
    check_apart(round, diagnostics);
    code = collect_bans(round, error);
    return code ? code : collect_waivers(round, error);
}
