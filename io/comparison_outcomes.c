/* comparison_outcomes.c: what plans are worth, side by side: who is placed, at which choice, levels,
 * fairness. */
#include "comparison_parts.h"
#include "language.h"
#include "level_names.h"
#include "ratio_text.h"
#include <inttypes.h>
#include <string.h>

static void compare_heads(const struct wp_comparing *comparing) {
    struct wp_comparison *table = comparing->table;
    wp_comparison_begin(table, _("Plan"));
    const int folder = wp_comparison_row(table, _("folder")), round = wp_comparison_row(table, _("round")),
              status = wp_comparison_row(table, _("status")),
              students = wp_comparison_row(table, _("students")),
              placed = wp_comparison_row(table, _("placed")),
              without = wp_comparison_row(table, _("not placed"));
    for (int i = 0; i < comparing->count; i++) {
        const struct wp_compared *plan = &comparing->plans[i];
        const struct wp_fairness_group *all = &comparing->fairness[i]->all;
        wp_comparison_string(table, folder, i, plan->folder);
        wp_comparison_string(table, round, i, plan->round->settings->name);
        wp_comparison_string(table, status, i,
                             plan->outcome == WP_OUTCOME_OPTIMAL ? _("optimal") : _("feasible"));
        wp_comparison_number(table, students, i, all->students);
        wp_comparison_number(table, placed, i, all->placed);
        wp_comparison_number(table, without, i, all->students - all->placed);
    }
    wp_comparison_end(table, false);
}

/* Counted as in summary.json's profile. */
static void compare_profile(const struct wp_comparing *comparing) {
    struct wp_comparison *table = comparing->table;
    int most = 0;
    for (int i = 0; i < comparing->count; i++)
        if (comparing->plans[i].round->max_rank > most)
            most = comparing->plans[i].round->max_rank;
    wp_comparison_begin(table, _("Students by the choice they got"));
    for (int rank = 1; rank <= most; rank++) {
        char name[64];
        snprintf(name, sizeof name, _("choice %d"), rank);
        wp_comparison_row(table, name);
    }
    const int unlisted = wp_comparison_row(table, _("unlisted"));
    for (int i = 0; i < comparing->count; i++) {
        const struct wp_compared *plan = &comparing->plans[i];
        for (int r = 0; r < plan->round->max_rank; r++)
            wp_comparison_number(table, r, i, 0);
        wp_comparison_number(table, unlisted, i, 0);
        for (int s = 0; s < plan->round->student_count; s++) {
            int rank = wp_plan_rank(plan->round, plan->plan, s);
            if (rank > 0)
                wp_comparison_add(table, rank > plan->round->max_rank ? unlisted : rank - 1, i, 1);
        }
    }
    wp_comparison_end(table, false);
}

/* A level's counts, with spaces between them. */
static void put_counts(struct wp_comparison *table, int row, int plan, const struct wp_level *level) {
    enum { LONGEST = 21 };
    size_t size = (size_t)level->count * LONGEST + 1, length = 0;
    char *text = wp_arena_alloc(table->arena, size, 1);
    if (!text) {
        table->failed = true;
        return;
    }
    for (int i = 0; i < level->count; i++)
        length += (size_t)snprintf(text + length, size - length, "%s%" PRId64, i ? " " : "", level->value[i]);
    wp_comparison_string(table, row, plan, text);
}

/* A row for each level of any plan. */
static void name_levels(const struct wp_comparing *comparing) {
    struct wp_comparison *table = comparing->table;
    int most = 0, count = 0;
    for (int i = 0; i < comparing->count; i++)
        most += comparing->plans[i].level_count;
    const char **names = wp_arena_alloc(table->arena, (size_t)most + 1, sizeof *names);
    if (!names) {
        table->failed = true;
        return;
    }
    for (int i = 0; i < comparing->count; i++)
        count = wp_level_names_add(names, count, comparing->plans[i].levels, comparing->plans[i].level_count);
    for (int n = 0; n < count; n++)
        wp_comparison_row(table, names[n]);
}

static void compare_levels(const struct wp_comparing *comparing) {
    struct wp_comparison *table = comparing->table;
    wp_comparison_begin(table, _("Levels"));
    name_levels(comparing);
    for (int i = 0; i < comparing->count; i++)
        for (int l = 0; l < comparing->plans[i].level_count; l++) {
            const struct wp_level *level = &comparing->plans[i].levels[l];
            int row = wp_comparison_row(table, level->name);
            if (level->array)
                put_counts(table, row, i, level);
            else
                wp_comparison_number(table, row, i, level->value[0]);
            if (!level->proven)
                wp_comparison_unproven(table, row, i);
        }
    wp_comparison_end(table, true);
}

int wp_compare_outcomes(const struct wp_comparing *comparing, struct wp_error *error) {
    (void)error; /* what fails shows in the table */
    compare_heads(comparing);
    compare_profile(comparing);
    compare_levels(comparing);
    return 0;
}

int wp_compare_fairness(const struct wp_comparing *comparing, struct wp_error *error) {
    struct wp_comparison *table = comparing->table;
    (void)error;
    wp_comparison_begin(table, _("Fairness"));
    const int first = wp_comparison_row(table, _("first choice")),
              top3 = wp_comparison_row(table, _("top 3")), mean = wp_comparison_row(table, _("mean rank")),
              envious = wp_comparison_row(table, _("envy another"));
    for (int i = 0; i < comparing->count; i++) {
        const struct wp_fairness_group *all = &comparing->fairness[i]->all;
        char text[WP_RATIO_TEXT];
        wp_percent_text(all->first, all->chose, text);
        wp_comparison_string(table, first, i, wp_decimal_words(text));
        wp_percent_text(all->top3, all->chose, text);
        wp_comparison_string(table, top3, i, wp_decimal_words(text));
        wp_ratio_text(all->rank_sum, all->ranked, 2, text);
        wp_comparison_string(table, mean, i, wp_decimal_words(text));
        if (all->chose > 0)
            wp_comparison_number(table, envious, i, comparing->fairness[i]->envious);
    }
    wp_comparison_end(table, true);
    return 0;
}
