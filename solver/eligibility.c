/* eligibility.c: which student, and which unit, may go to which project. */
#include "eligibility.h"

#include "decisions.h"
#include "rule.h"

#include <stdlib.h>

static bool banned(const struct wp_ban_list *list, int student, int object) {
    struct wp_ban key = {student, object};

    return list->count > 0 && bsearch(&key, list->items, (size_t)list->count, sizeof key, wp_ban_compare);
}

bool wp_project_forbidden(const struct wp_round *round, int student, int project) {
    const struct wp_bans *bans = round->bans;
    struct wp_list hosts = round->projects[project].organisations;

    if (!bans)
        return false;
    if (banned(&bans->projects, student, project))
        return true;
    for (int h = 0; h < hosts.count; h++) {
        if (banned(&bans->organisations, student, hosts.items[h]))
            return true;
    }
    return false;
}

bool wp_lecturer_forbidden(const struct wp_round *round, int student, int lecturer) {
    return round->bans && banned(&round->bans->lecturers, student, lecturer);
}

bool wp_waived(const struct wp_round *round, const struct wp_rule *rule, int student, int project) {
    const struct wp_waivers *waivers = round->waivers;
    int low = 0, high;

    if (!waivers || !rule->waivable)
        return false;
    high = waivers->count;
    while (low < high) {
        int middle = low + (high - low) / 2;
        const struct wp_waiver *w = &waivers->items[middle];

        if (w->student < student || (w->student == student && w->project < project))
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < waivers->count; low++) {
        const struct wp_waiver *w = &waivers->items[low];

        if (w->student != student || w->project != project)
            return false;
        if (w->rule == rule)
            return true;
    }
    return false;
}

const struct wp_rule *wp_ineligible(const struct wp_round *round, int student, int project) {
    for (int r = 0; wp_rules[r]; r++) {
        const struct wp_rule *rule = wp_rules[r];

        if (rule->eligible && !rule->eligible(round, student, project) &&
            !wp_waived(round, rule, student, project))
            return rule;
    }
    return NULL;
}

static const struct wp_choice *choice_of(const struct wp_student *student, int project) {
    for (int c = 0; c < student->choice_count; c++) {
        if (student->choices[c].project == project)
            return &student->choices[c];
    }
    return NULL;
}

int wp_unit_rank(const struct wp_round *round, int student, int project) {
    struct wp_list members = round->units[round->students[student].unit].students;
    int own = 0, worst = 0;

    for (int m = 0; m < members.count; m++) {
        const struct wp_student *member = &round->students[members.items[m]];
        const struct wp_choice *choice;

        if (member->choice_count == 0)
            continue;
        choice = choice_of(member, project);
        if (!choice)
            return 0;
        if (members.items[m] == student)
            own = choice->rank;
        if (choice->rank > worst)
            worst = choice->rank;
    }
    return own ? own : worst;
}

bool wp_counts_as_choosing(const struct wp_round *round, int student) {
    return round->units[round->students[student].unit].has_choices;
}

bool wp_unit_guided(const struct wp_round *round, const struct wp_unit *unit, int lecturer) {
    if (unit->pin_lecturer >= 0 && unit->pin_lecturer != lecturer)
        return false;
    for (int m = 0; m < unit->students.count; m++) {
        if (wp_lecturer_forbidden(round, unit->students.items[m], lecturer))
            return false;
    }
    return true;
}
