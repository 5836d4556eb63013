/* questions_students.c: students without a place, or on a project that they did not list, and what became of
 * the projects that they could have had. */
#include "obstacle_words.h"
#include "questions_parts.h"
#include "rule.h"
#include "translate.h"
#include <stdio.h>
#include <string.h>

/* What became of the projects that a unit may go to. */
struct prospects {
    int all;
    int closed; /* do not run */
    int full;   /* run, with fewer free seats than the unit needs, there or at a host */
    int others; /* have seats */
};

/* listed: only projects that the unit listed. */
static struct prospects find_prospects(const struct wp_asking *asking, int unit, bool listed) {
    struct prospects found = {0};
    for (int k = asking->pairs->first[unit]; k < asking->pairs->first[unit + 1]; k++) {
        const struct wp_pair *pair = &asking->pairs->items[k];
        if (listed && !pair->listed)
            continue;
        found.all++;
        if (asking->totals->project_students[pair->project] == 0)
            found.closed++;
        else if (wp_totals_free_seats(asking->totals, asking->round, pair->project, -1, 0) <
                 asking->round->units[unit].size)
            found.full++;
        else
            found.others++;
    }
    return found;
}

static void say_group(struct wp_asking *asking, int size) {
    if (size > 1)
        wp_question_say(asking, _("One of %d students who go to one project together or to none."), size);
}

/* Has the project a lecturer who may guide all of them? */
static bool guided(const struct wp_round *round, const struct wp_unit *unit, int project) {
    struct wp_list lecturers = round->projects[project].lecturers;
    for (int l = 0; l < lecturers.count; l++)
        if (wp_unit_guided(round, unit, lecturers.items[l]))
            return true;
    return !round->has_lecturers;
}

/* The rule that keeps her, or somebody who goes with her, from one of her choices; NULL if none does. */
static const char *rule_against(const struct wp_asking *asking, int student, int project) {
    const struct wp_round *round = asking->round;
    const struct wp_unit *unit = &round->units[round->students[student].unit];
    int pair = wp_pairs_find(asking->pairs, round->students[student].unit, project);
    if (pair >= 0 && asking->pairs->items[pair].listed)
        return NULL;
    for (int m = 0; m < unit->students.count; m++) {
        const struct wp_rule *rule = wp_ineligible(round, unit->students.items[m], project);
        if (rule)
            return rule->name;
    }
    if (wp_unit_rank(round, student, project) == 0)
        return "together";
    if (round->projects[project].max_students < unit->size)
        return "seats";
    return guided(round, unit, project) ? "max_choice" : "lecturers";
}

/* "Choices that rules exclude: travel time (3), year of study (1)." */
static void say_rules(struct wp_asking *asking, int student) {
    const struct wp_student *who = &asking->round->students[student];
    char list[600] = "";
    size_t length = 0;
    for (const struct wp_rule *const *rule = wp_rules; *rule; rule++) {
        int count = 0;
        for (int c = 0; c < who->choice_count; c++) {
            const char *name = rule_against(asking, student, who->choices[c].project);
            count += name && strcmp(name, (*rule)->name) == 0;
        }
        if (count > 0 && length < sizeof list)
            length += (size_t)snprintf(list + length, sizeof list - length, "%s%s (%d)",
                                       length > 0 ? ", " : "", wp_obstacle_words((*rule)->name), count);
    }
    if (length > 0)
        wp_question_say(asking, _("Choices that rules exclude: %s."), list);
}

/* Of her choices, as far as the rules leave them to her. */
static void say_prospects(struct wp_asking *asking, const struct prospects *found, int made) {
    if (found->all == 0) {
        wp_question_say(asking,
                        ngettext("%d choice made, which the rules do not allow.",
                                 "%d choices made, and the rules allow none of them.", (unsigned long)made),
                        made);
        return;
    }
    wp_question_say(asking, _("Choices made: %d; allowed by the rules: %d."), made, found->all);
    if (found->full == found->all)
        wp_question_say(asking, "%s", _("All of these are full."));
    else
        wp_question_say(asking, _("Of these, full: %d; not running: %d; with seats left: %d."), found->full,
                        found->closed, found->others);
}

static void say_without_choices(struct wp_asking *asking, const struct prospects *found) {
    if (found->all == 0 && !asking->round->settings->rules.unlisted_last)
        wp_question_say(asking, "%s",
                        _("No choices made, and in this round students get only what they listed."));
    else if (found->all == 0)
        wp_question_say(asking, "%s", _("No choices made, and the rules allow no project at all."));
    else
        wp_question_say(asking,
                        _("No choices made. Projects that the rules allow: %d; of these are full: "
                          "%d; do not run: %d; have seats left: %d."),
                        found->all, found->full, found->closed, found->others);
}

static void ask_student(struct wp_asking *asking, int student, enum wp_question_kind kind) {
    const struct wp_student *who = &asking->round->students[student];
    const struct wp_unit *unit = &asking->round->units[who->unit];
    struct prospects found = find_prospects(asking, who->unit, unit->has_choices);
    say_group(asking, unit->size);
    if (who->choice_count > 0) {
        say_prospects(asking, &found, who->choice_count);
        say_rules(asking, student);
    } else if (unit->has_choices) {
        wp_question_say(asking, "%s", _("No choices made, but others of the group did."));
    } else {
        say_without_choices(asking, &found);
    }
    wp_question_ask(asking, kind, who->id, who->name);
}

void wp_questions_of_students(struct wp_asking *asking) {
    const struct wp_round *round = asking->round;
    for (int s = 0; s < round->student_count; s++)
        if (asking->plan->project[s] < 0)
            ask_student(asking, s, WP_QUESTION_UNPLACED);
    for (int s = 0; s < round->student_count; s++) {
        int project = asking->plan->project[s];
        if (project >= 0 && wp_counts_as_choosing(round, s) &&
            wp_plan_rank(round, asking->plan, s) > round->max_rank &&
            round->units[round->students[s].unit].pin_project != project)
            ask_student(asking, s, WP_QUESTION_UNLISTED);
    }
}
