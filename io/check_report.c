/* check_report.c: what `check` tells a coordinator: what was understood. */
#include "check_report.h"
#include "check_parts.h"
#include "date_text.h"
#include "history.h"
#include "language.h"
#include "rule.h"
#include "rules_text.h"
#include "utf8.h"

#define SHORT_LIST  8
#define COUNT_WIDTH 14 /* of what is counted */

bool wp_check_line(struct wp_check_list *list) {
    if (list->shown == 0)
        fprintf(list->out, "\n%s (%d):\n", list->heading, list->total);
    if (!list->verbose && list->shown == SHORT_LIST)
        return false;
    list->shown++;
    fputs("  ", list->out);
    return true;
}

void wp_check_list_end(const struct wp_check_list *list) {
    if (list->shown < list->total)
        fprintf(list->out, _("  and %d more (--verbose shows all)\n"), list->total - list->shown);
}

void wp_check_name(FILE *out, const char *id, const char *name) {
    fputs(id, out);
    if (*name)
        fprintf(out, " (%s)", name);
}

static void put_round(FILE *out, const struct wp_settings *settings) {
    char start[WP_DATE_TEXT], end[WP_DATE_TEXT];
    fprintf(out, _("Round: %s"), *settings->name ? settings->name : settings->path);
    wp_date_text(settings->start, start);
    wp_date_text(settings->end, end);
    if (*start || *end)
        fprintf(out, _(", %s to %s"), *start ? start : _("(no start)"), *end ? end : _("(no end)"));
    fputc('\n', out);
}

static void put_count(FILE *out, const char *what, int count) {
    int letters = (int)wp_utf8_count(what);
    if (count > 0)
        fprintf(out, "  %s%*s %6d\n", what, letters < COUNT_WIDTH ? COUNT_WIDTH - letters : 0, "", count);
}

static void put_tables(FILE *out, const struct wp_round *round) {
    int groups = 0, pinned = 0, known = 0;
    for (int u = 0; u < round->unit_count; u++) {
        groups += round->units[u].size > 1;
        pinned += round->units[u].pin_project >= 0 ? round->units[u].size : 0;
    }
    for (int s = 0; s < round->student_count; s++)
        known += wp_has_history(round, s);
    fputs(_("\nRead:\n"), out);
    put_count(out, _("students"), round->student_count);
    put_count(out, _("groups"), groups);
    put_count(out, _("pinned"), pinned);
    put_count(out, _("projects"), round->project_count);
    put_count(out, _("lecturers"), round->lecturer_count);
    put_count(out, _("organisations"), round->organisation_count);
    put_count(out, _("districts"), round->district_count);
    put_count(out, _("trips"), round->travel_count);
    put_count(out, _("history rows"), round->history_count);
    put_count(out, _("decisions"), round->decision_count);
    if (round->history_count > 0)
        fprintf(out, _("  the history knows %d of the students\n"), known);
    if (!round->has_lecturers)
        fputs(_("  no lecturers file: projects need no lecturer\n"), out);
}

/* What an objective wants, in a coordinator's words. */
static const char *wish(enum wp_objective_kind kind) {
    switch (kind) {
    case WP_OBJECTIVE_PLACED:
        return _("place as many students as possible");
    case WP_OBJECTIVE_RANKS_SUM:
        return _("the ranks of the choices that students get, added up, as low as possible");
    case WP_OBJECTIVE_RANKS_GREEDY:
        return _("as many first choices as possible, then as many second choices, and so on");
    case WP_OBJECTIVE_RANKS_GENEROUS:
        return _("as few of the worst choices as possible, then of the next worst, and so on");
    case WP_OBJECTIVE_RANKS_MINIMAX:
        return _("the worst choice that anybody gets, as good as possible");
    case WP_OBJECTIVE_TRAVEL:
        return _("as few minutes of travel as possible");
    case WP_OBJECTIVE_NOVELTY:
        return _("as little as possible that students know from earlier rounds");
    case WP_OBJECTIVE_BALANCE:
        return _("the fullest and the emptiest lecturer, each against her own maximum, as close as possible");
    case WP_OBJECTIVE_COLLECTIVE:
        return _("as many students as possible on collective projects");
    case WP_OBJECTIVE_MOVES:
        return _("as few students as possible leave their project of the earlier plan; then, of those who "
                 "stay, as few as possible get another lecturer; then, another weekly meeting");
    case WP_OBJECTIVE_LOTTERY:
        return _("of plans that are equal in all this, the one for which low lottery numbers have better "
                 "choices; then the one that the seed draws");
    }
    return "";
}

/* What that means with the settings of this round. */
static void put_detail(FILE *out, const struct wp_rules_settings *rules,
                       const struct wp_objective_setting *objective) {
    const struct {
        enum wp_hardness hardness;
        const char *name;
    } known[] = {{rules->new_organisation, N_("organisations")},
                 {rules->new_district, N_("districts")},
                 {rules->new_teammates, N_("teammates")}};
    bool some_soft = false, begun = false;
    if (objective->exponent > 1)
        fprintf(out, _("; each rank is raised to the power %d, so that a bad choice weighs more"),
                objective->exponent);
    if (objective->kind != WP_OBJECTIVE_NOVELTY)
        return;
    for (size_t k = 0; k < sizeof known / sizeof known[0]; k++)
        some_soft |= known[k].hardness == WP_SOFT;
    for (size_t k = 0; k < sizeof known / sizeof known[0]; k++) {
        if (some_soft ? known[k].hardness != WP_SOFT : known[k].hardness == WP_HARD)
            continue;
        fprintf(out, "%s%s", begun ? ", " : _("; what counts: "), _(known[k].name));
        begun = true;
    }
}

/* How those count who have no choices, and projects that nobody chose. */
static void put_unlisted(FILE *out, const struct wp_round *round) {
    const struct wp_rules_settings *rules = &round->settings->rules;
    int silent = 0;
    for (int s = 0; s < round->student_count; s++)
        silent += !wp_counts_as_choosing(round, s);
    if (!rules->unlisted_last)
        return;
    if (round->max_rank > 0 && rules->max_choice < 0)
        fprintf(out, _("  A project that a student did not choose counts as choice %d.\n"),
                round->max_rank + 1);
    if (silent > 0)
        fputs(_("  Students without choices come after all others, on the places that are left.\n"), out);
}

static void put_order(FILE *out, const struct wp_round *round) {
    const struct wp_settings *settings = round->settings;
    char share[WP_LOAD_TEXT];
    fputs(_("\nWhat counts, most important first:\n"), out);
    for (int i = 0; i < settings->objective_count; i++) {
        const struct wp_objective_setting *objective = &settings->objectives[i];
        fprintf(out, "  %d. %s: %s", i + 1, objective->name, wish(objective->kind));
        put_detail(out, &settings->rules, objective);
        if (objective->give_way > 0) {
            wp_load_text(objective->give_way, share);
            fprintf(out, _("; may give way %s%% to what follows"), wp_decimal_words(share));
        }
        fputc('\n', out);
    }
    put_unlisted(out, round);
}

/* What counting alone can already say against the round. */
static void put_impossible(FILE *out, const struct wp_round *round) {
    struct wp_violations reasons = {0};
    wp_count_reasons(round, &reasons);
    if (reasons.count > 0)
        fputs(_("\nNo plan can exist:\n"), out);
    for (int i = 0; i < reasons.count; i++)
        fprintf(out, "  - %s\n", reasons.items[i].message);
    wp_violations_clear(&reasons);
}

void wp_check_read(FILE *out, const struct wp_round *round) {
    put_round(out, round->settings);
    put_tables(out, round);
}

int wp_check_report(FILE *out, const struct wp_round *round, bool verbose, struct wp_error *error) {
    struct wp_pairs *pairs = NULL;
    int code = wp_pairs_build(round, &pairs, error);
    if (code != 0)
        return code;
    wp_rules_text(out, round);
    put_order(out, round);
    code = wp_check_choices(out, round, pairs, verbose, error);
    if (code == 0)
        code = wp_check_demand(out, round, pairs, verbose, error);
    if (code == 0)
        code = wp_check_supply(out, round, verbose, error);
    if (code == 0)
        code = wp_check_history(out, round, verbose, error);
    if (code == 0)
        put_impossible(out, round);
    wp_pairs_free(pairs);
    return code;
}
