/* check_choices.c: who has not answered, and whose choices the rules leave too few of. */
#include "check_parts.h"
#include "language.h"
#include "obstacle_words.h"
#include "rule.h"
#include <stdlib.h>

/* A student with fewer eligible choices than this is named. */
#define FEW_CHOICES 2

static int eligible_choices(const struct wp_round *round, const struct wp_pairs *pairs, int student) {
    const struct wp_student *who = &round->students[student];
    int count = 0;
    for (int c = 0; c < who->choice_count; c++)
        count += wp_pairs_find(pairs, who->unit, who->choices[c].project) >= 0 &&
                 wp_unit_rank(round, student, who->choices[c].project) > 0;
    return count;
}

/* What keeps the student from a choice of hers that is no place for her. */
static const char *obstacle(const struct wp_round *round, int student, const struct wp_choice *choice) {
    const struct wp_unit *unit = &round->units[round->students[student].unit];
    const struct wp_project *project = &round->projects[choice->project];
    const struct wp_rule *rule = wp_ineligible(round, student, choice->project);
    if (rule)
        return wp_obstacle_words(project->status == WP_STATUS_CLOSED ? "status" : rule->name);
    if (wp_unit_rank(round, student, choice->project) == 0)
        return wp_obstacle_words("together");
    for (int m = 0; m < unit->students.count; m++)
        if (wp_ineligible(round, unit->students.items[m], choice->project))
            return _("not for all of the group");
    if (unit->size > project->max_students)
        return unit->size > 1 ? _("too few seats for the group") : _("no seats");
    if (round->settings->rules.max_choice >= 0 && choice->rank > round->settings->rules.max_choice)
        return wp_obstacle_words("max_choice");
    return wp_obstacle_words("lecturers");
}

static void put_obstacles(FILE *out, const struct wp_round *round, const struct wp_pairs *pairs,
                          int student) {
    const struct wp_student *who = &round->students[student];
    const char *between = ": ";
    for (int c = 0; c < who->choice_count; c++) {
        const struct wp_choice *choice = &who->choices[c];
        if (wp_pairs_find(pairs, who->unit, choice->project) >= 0 &&
            wp_unit_rank(round, student, choice->project) > 0)
            continue;
        fputs(between, out);
        fprintf(out, _("not %s (%s)"), round->projects[choice->project].id, obstacle(round, student, choice));
        between = ", ";
    }
    if (who->choice_count == 1 && *between == ':')
        fputs(_(": ranked no other"), out);
}

/* A pin decides, whatever she chose. */
static bool chooses(const struct wp_round *round, int student) {
    return round->students[student].choice_count > 0 &&
           round->units[round->students[student].unit].pin_project < 0;
}

static void list_silent(FILE *out, const struct wp_round *round, bool verbose) {
    struct wp_check_list list = {
        .out = out, .heading = _("Students who have not answered"), .verbose = verbose};
    for (int s = 0; s < round->student_count; s++)
        list.total += round->students[s].choice_count == 0;
    for (int s = 0; s < round->student_count; s++) {
        if (round->students[s].choice_count > 0)
            continue;
        if (!wp_check_line(&list))
            break;
        wp_check_name(out, round->students[s].id, round->students[s].name);
        fputc('\n', out);
    }
    wp_check_list_end(&list);
}

static bool alone_in_group(const struct wp_round *round, int student) {
    const struct wp_student *who = &round->students[student];
    return *who->group && round->units[who->unit].size == 1;
}

/* A group of one is most often a group's name typed in two ways. */
static void list_lone(FILE *out, const struct wp_round *round, bool verbose) {
    struct wp_check_list list = {.out = out,
                                 .heading = _("Students alone in their group (is its name typed alike?)"),
                                 .verbose = verbose};
    for (int s = 0; s < round->student_count; s++)
        list.total += alone_in_group(round, s);
    for (int s = 0; s < round->student_count; s++) {
        if (!alone_in_group(round, s))
            continue;
        if (!wp_check_line(&list))
            break;
        wp_check_name(out, round->students[s].id, round->students[s].name);
        fprintf(out, ": %s\n", round->students[s].group);
    }
    wp_check_list_end(&list);
}

/* Students who chose and have `least` to `most` eligible choices. */
static void list_few(FILE *out, const struct wp_round *round, const struct wp_pairs *pairs,
                     const int *eligible, const char *heading, int least, int most, bool verbose) {
    struct wp_check_list list = {.out = out, .heading = heading, .verbose = verbose};
    for (int s = 0; s < round->student_count; s++)
        list.total += chooses(round, s) && eligible[s] >= least && eligible[s] <= most;
    for (int s = 0; s < round->student_count; s++) {
        if (!chooses(round, s) || eligible[s] < least || eligible[s] > most)
            continue;
        if (!wp_check_line(&list))
            break;
        wp_check_name(out, round->students[s].id, round->students[s].name);
        put_obstacles(out, round, pairs, s);
        fputc('\n', out);
    }
    wp_check_list_end(&list);
}

static void put_answers(FILE *out, const struct wp_round *round) {
    int answered = 0, choices = 0;
    char average[32];
    for (int s = 0; s < round->student_count; s++) {
        answered += round->students[s].choice_count > 0;
        choices += round->students[s].choice_count;
    }
    snprintf(average, sizeof average, "%.1f", answered > 0 ? (double)choices / answered : 0);
    if (answered > 0)
        fprintf(out,
                _("\nChoices: %d of %d students answered, with %s choices on average; the highest rank is "
                  "%d\n"),
                answered, round->student_count, wp_decimal_words(average), round->max_rank);
    else
        fprintf(out, _("\nChoices: %d of %d students answered\n"), answered, round->student_count);
}

int wp_check_choices(FILE *out, const struct wp_round *round, const struct wp_pairs *pairs, bool verbose,
                     struct wp_error *error) {
    int *eligible = calloc((size_t)round->student_count + 1, sizeof *eligible);
    if (!eligible)
        return wp_error_memory(error);
    for (int s = 0; s < round->student_count; s++)
        eligible[s] = eligible_choices(round, pairs, s);
    put_answers(out, round);
    list_silent(out, round, verbose);
    list_lone(out, round, verbose);
    list_few(out, round, pairs, eligible, _("Students with no eligible choice, and what stands in the way"),
             0, 0, verbose);
    list_few(out, round, pairs, eligible,
             _("Students with one eligible choice, and what stands in the way of others"), 1, FEW_CHOICES - 1,
             verbose);
    free(eligible);
    return 0;
}
