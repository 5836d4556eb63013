/* publication_account.c: how a student's place came about: her rank, and what became of the choices that she
 * ranked better. */
#include "eligibility.h"
#include "publication_parts.h"
#include "rule.h"
#include "translate.h"
#include <string.h>

const char *wp_publication_rule(const char *rule) {
    static const struct {
        const char *rule, *sentence;
    } sentences[] = {
        {"agreements", N_("The agreement with its organisation does not cover all of this period.")},
        {"certificates", N_("It asks for a certificate that your registration does not have.")},
        {"days_in_common", N_("It has too few days in common with yours.")},
        {"forbid",
         N_("The coordinator decided that you will not go there this time; you are welcome to ask why.")},
        {"languages", N_("It asks for a language that your registration does not have.")},
        {"lecturers", N_("No lecturer could guide you there.")},
        {"max_choice", N_("Nobody in this round gets a choice of so low a rank.")},
        {"max_minutes", N_("The trip takes longer than was agreed.")},
        {"new_district", N_("You have been in its district before.")},
        {"new_organisation", N_("You have been at its organisation before.")},
        {"programmes", N_("It asks for other programmes than yours.")},
        {"years", N_("It asks for other years of study than yours.")},
    };
    for (size_t i = 0; i < sizeof sentences / sizeof *sentences; i++)
        if (strcmp(sentences[i].rule, rule) == 0)
            return _(sentences[i].sentence);
    return _("It was not possible by the rules of this round.");
}

/* Somebody of her unit may not go there, or has not chosen it while others of them did. Of whom, and which
 * rule, is not hers to know. */
static bool keeps_group(const struct wp_round *round, const struct wp_unit *unit, int student, int project) {
    if (unit->size == 1)
        return false;
    if (wp_unit_rank(round, student, project) == 0)
        return true;
    for (int m = 0; m < unit->students.count; m++)
        if (wp_ineligible(round, unit->students.items[m], project))
            return true;
    return false;
}

static enum wp_choice_outcome outcome_of(const struct wp_publication_draft *draft, int student,
                                         const struct wp_choice *choice, const char **rule_name) {
    const struct wp_round *round = draft->round;
    const struct wp_unit *unit = &round->units[round->students[student].unit];
    int project = choice->project, max_choice = round->settings->rules.max_choice;
    if (draft->plan->project[student] == project)
        return WP_CHOICE_GOT;
    if (draft->totals->project_students[project] == 0)
        return WP_CHOICE_CLOSED;
    const struct wp_rule *rule = wp_ineligible(round, student, project);
    if (rule || (max_choice >= 0 && choice->rank > max_choice)) {
        *rule_name = rule ? rule->name : "max_choice";
        return WP_CHOICE_NOT_ELIGIBLE;
    }
    if (round->projects[project].max_students < unit->size)
        return WP_CHOICE_TOO_FEW;
    if (keeps_group(round, unit, student, project))
        return WP_CHOICE_GROUP;
    /* At a host of her present project also those of her own unit. */
    int seats =
        wp_totals_free_seats(draft->totals, round, project, draft->plan->project[student], unit->size);
    if (seats >= unit->size)
        return WP_CHOICE_OTHERWISE;
    return seats <= 0 ? WP_CHOICE_FULL : WP_CHOICE_TOO_FEW;
}

/* Her own choices that are ranked better than what she has, and that itself. */
static bool add_choices(struct wp_publication_draft *draft, int student, struct wp_entry_account *account) {
    const struct wp_round *round = draft->round;
    const struct wp_student *who = &round->students[student];
    int present = draft->plan->project[student], limit = round->max_rank + 1;
    struct wp_entry_choice *choices =
        wp_arena_alloc(draft->publication->arena, (size_t)who->choice_count, sizeof *choices);
    if (!choices)
        return false;
    account->choices = choices;
    for (int c = 0; c < who->choice_count; c++)
        if (present >= 0 && who->choices[c].project == present)
            limit = who->choices[c].rank;
    for (int pass = 0; pass < 2; pass++)
        for (int c = 0; c < who->choice_count; c++) {
            const struct wp_choice *choice = &who->choices[c];
            bool got = choice->project == present;
            const char *rule = NULL;
            if (got != (pass == 1) || (!got && choice->rank >= limit))
                continue;
            struct wp_entry_choice *next = &choices[account->choice_count++];
            *next = (struct wp_entry_choice){
                .rank = choice->rank,
                .project = wp_publication_id(draft, WP_PROJECTS, choice->project),
                .title = draft->projects[choice->project].title,
                .outcome = outcome_of(draft, student, choice, &rule),
            };
            next->rule = rule ? wp_publication_rule(rule) : "";
        }
    return true;
}

bool wp_publication_account(struct wp_publication_draft *draft, int student,
                            struct wp_entry_account *account) {
    const struct wp_round *round = draft->round;
    const struct wp_student *who = &round->students[student];
    int rank = wp_plan_rank(round, draft->plan, student);
    bool told = rank <= round->max_rank && (rank == 0 || who->choice_count > 0);
    *account = (struct wp_entry_account){
        .rank = told ? rank : -1,
        .basis = wp_plan_basis(round, draft->plan, student),
        .group = round->units[who->unit].size,
        .lottery = draft->pseudonyms[WP_STUDENTS] ? 0 : who->lottery,
        .choices_made = who->choice_count,
    };
    return strcmp(account->basis, "pin") == 0 || add_choices(draft, student, account);
}
