/* comparison_work.c: what plans ask of people, side by side: travel, lecturers' loads, projects that run. */
#include "comparison_parts.h"
#include "language.h"
#include "ratio_text.h"

static void compare_travel(const struct wp_comparing *comparing) {
    struct wp_comparison *table = comparing->table;
    wp_comparison_begin(table, _("Minutes of travel, one way"));
    const int mean = wp_comparison_row(table, _("mean")), longest = wp_comparison_row(table, _("longest"));
    for (int i = 0; i < comparing->count; i++) {
        const struct wp_compared *plan = &comparing->plans[i];
        const struct wp_fairness_group *all = &comparing->fairness[i]->all;
        char text[WP_RATIO_TEXT];
        int most = 0;
        /* Without any distance, trips of 0 inside a district are all that is known. */
        if (all->trips == 0 || !wp_round_has_trips(plan->round))
            continue;
        for (int s = 0; s < plan->round->student_count; s++) {
            int project = plan->plan->project[s];
            int minutes = project < 0 ? -1 : wp_trip_minutes(plan->round, s, project);
            most = minutes > most ? minutes : most;
        }
        wp_ratio_text(all->minutes, all->trips, 1, text);
        wp_comparison_string(table, mean, i, wp_decimal_words(text));
        wp_comparison_number(table, longest, i, most);
    }
    wp_comparison_end(table, true);
}

/* Over lecturers who may take anybody; a share only where there is a maximum. */
static void compare_loads(const struct wp_comparing *comparing) {
    struct wp_comparison *table = comparing->table;
    wp_comparison_begin(table, _("Lecturers"));
    const int working = wp_comparison_row(table, _("lecturers")),
              sum = wp_comparison_row(table, _("total load")),
              lowest = wp_comparison_row(table, _("least filled")),
              highest = wp_comparison_row(table, _("most filled"));
    for (int i = 0; i < comparing->count; i++) {
        const struct wp_round *round = comparing->plans[i].round;
        const int *loads = comparing->totals[i]->lecturer_load;
        int total = 0, least = -1, most = -1, count = 0;
        for (int l = 0; l < round->lecturer_count; l++) {
            int limit = round->lecturers[l].max_load;
            total += loads[l];
            count += limit > 0;
            if (limit == 0 || limit == WP_UNLIMITED)
                continue;
            if (least < 0 ||
                (int64_t)loads[l] * round->lecturers[least].max_load < (int64_t)loads[least] * limit)
                least = l;
            if (most < 0 ||
                (int64_t)loads[l] * round->lecturers[most].max_load > (int64_t)loads[most] * limit)
                most = l;
        }
        char load[WP_LOAD_TEXT], share[WP_RATIO_TEXT];
        if (count > 0) {
            wp_comparison_number(table, working, i, count);
            wp_load_text(total, load);
            wp_comparison_string(table, sum, i, wp_decimal_words(load));
        }
        if (least >= 0) {
            wp_percent_text(loads[least], round->lecturers[least].max_load, share);
            wp_comparison_string(table, lowest, i, wp_decimal_words(share));
            wp_percent_text(loads[most], round->lecturers[most].max_load, share);
            wp_comparison_string(table, highest, i, wp_decimal_words(share));
        }
    }
    wp_comparison_end(table, true);
}

static void compare_projects(const struct wp_comparing *comparing) {
    struct wp_comparison *table = comparing->table;
    wp_comparison_begin(table, _("Projects"));
    const int open = wp_comparison_row(table, _("open")), closed = wp_comparison_row(table, _("closed"));
    for (int i = 0; i < comparing->count; i++) {
        int running = comparing->totals[i]->open_projects;
        wp_comparison_number(table, open, i, running);
        wp_comparison_number(table, closed, i, comparing->plans[i].round->project_count - running);
    }
    wp_comparison_end(table, false);
}

int wp_compare_work(const struct wp_comparing *comparing, struct wp_error *error) {
    (void)error; /* what fails shows in the table */
    compare_travel(comparing);
    compare_loads(comparing);
    compare_projects(comparing);
    return 0;
}
