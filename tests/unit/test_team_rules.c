/* test_team_rules.c: the rules about a project's programmes, about circles and about the collective share: a
 * plan that keeps each, one that is broken on purpose, and what counting alone says of rounds that have no
 * plan. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "objective.h"
#include "rule.h"
#include "small_plan.h"
#include "told.h"

static const char *const rules[] = {"min_programmes", "mix", "circle_min_projects", "domains_per_circle",
                                    "collective_share"};
enum { RULES = sizeof rules / sizeof rules[0] };

static struct wp_project *project(int p) {
    return &small_plan_round.round->projects[p];
}

static int word(const char *text) {
    return wp_round_word(small_plan_round.round, text);
}

/* Everybody's programme, in order; NULL: blank. */
static void follow(const char *const programmes[]) {
    for (int s = 0; s < small_plan_round.round->student_count; s++)
        small_plan_round.round->students[s].programme = programmes[s] ? word(programmes[s]) : -1;
}

static void mix_of(int p, const char *programme, int minimum, int maximum) {
    struct wp_mix_part *part = wp_arena_alloc(small_plan_round.round->arena, 1, sizeof *part);

    assert_non_null(part);
    *part = (struct wp_mix_part){word(programme), minimum, maximum};
    project(p)->mix.items = part;
    project(p)->mix.count = 1;
}

static void place_all(int p) {
    for (int s = 0; s < small_plan->student_count; s++)
        small_plan_place(s, p, -1);
}

/* Counting gives exactly this reason, by this rule; NULL: none. */
static void expect_reason(const char *rule, const char *message) {
    struct wp_violations reasons = {0};

    wp_rule_find(rule)->count(small_plan_round.round, &reasons);
    if (!message && reasons.total > 0)
        fail_msg("%s", reasons.items[0].message);
    assert_int_equal(reasons.total, message ? 1 : 0);
    if (message) {
        assert_told(reasons.items[0].message, message);
        assert_ptr_equal(reasons.items[0].rule, wp_rule_find(rule));
    }
    wp_violations_clear(&reasons);
}

static void min_programmes(void **unused) {
    (void)unused;
    small_plan_start(4, 2, 0);
    follow((const char *const[]){"SW", "SW", "NUR", NULL});
    small_plan_round.settings.rules.min_programmes = 2;
    small_plan_finish();
    small_plan_expect_good(); /* where nobody is, nothing is asked */
    small_plan_place(1, 1, -1);
    small_plan_place(2, 1, -1);
    small_plan_expect_good();
    small_plan_place(2, -1, -1);
    small_plan_place(0, 1, -1);
    small_plan_place(3, 1, -1); /* a blank programme is none */
    small_plan_expect_broken("min_programmes", "the students on project P2 follow 1 programme, fewer than "
                                               "the 2 that min_programmes asks for (student S1 is one)");
    small_plan_round.settings.rules.min_programmes = 1;
    small_plan_expect_good();
    small_plan_place(0, -1, -1);
    small_plan_place(1, -1, -1);
    small_plan_expect_broken("min_programmes", "the students on project P2 follow 0 programmes, fewer than "
                                               "the 1 that min_programmes asks for (student S4 is one)");
    small_plan_end();
}

static void a_mix_goes_before_min_programmes(void **unused) {
    (void)unused;
    small_plan_start(2, 2, 0);
    follow((const char *const[]){"SW", "SW"});
    small_plan_round.settings.rules.min_programmes = 3;
    project(0)->mix_programmes = 1;
    mix_of(1, "NUR", 0, 2);
    small_plan_finish();
    small_plan_place(0, 0, -1);
    small_plan_place(1, 1, -1);
    small_plan_expect_good();
    small_plan_end();
}

static void mix(void **unused) {
    (void)unused;
    small_plan_start(4, 2, 0);
    follow((const char *const[]){"SW", "NUR", "NUR", "NUR"});
    mix_of(0, "NUR", 1, 2);
    small_plan_finish();
    small_plan_place(0, 1, -1);
    small_plan_expect_good(); /* P1 does not run */
    small_plan_place(1, 0, -1);
    small_plan_place(2, 0, -1);
    small_plan_expect_good();
    small_plan_place(0, 0, -1); /* SW is not named, so it is free */
    small_plan_expect_good();
    small_plan_place(3, 0, -1);
    small_plan_expect_broken("mix", "the students of programme NUR on project P1 number 3, more than the 2 "
                                    "of its mix (student S2 is one)");
    for (int s = 1; s < 4; s++)
        small_plan_place(s, -1, -1);
    small_plan_expect_broken("mix", "the students of programme NUR on project P1 number 0, fewer than the 1 "
                                    "of its mix (student S1 is on it)");
    small_plan_end();
}

static void mix_of_so_many_programmes(void **unused) {
    (void)unused;
    small_plan_start(4, 1, 0);
    follow((const char *const[]){"SW", "NUR", "NUR", "EDU"});
    project(0)->mix_programmes = 3;
    small_plan_finish();
    place_all(0);
    small_plan_expect_good();
    small_plan_place(3, -1, -1);
    small_plan_expect_broken("mix", "the students on project P1 follow 2 programmes, fewer than the 3 that "
                                    "mix asks for (student S1 is one)");
    small_plan_end();
}

/* P1 and P2 are in north, P3 (closed) in south, P4 in no circle. */
static void start_circles(void) {
    small_plan_start(3, 4, 0);
    project(0)->circle = project(1)->circle = word("north");
    project(2)->circle = word("south");
    project(2)->status = WP_STATUS_CLOSED;
    project(0)->domain = project(1)->domain = project(3)->domain = word("care");
}

static void circle_min_projects(void **unused) {
    (void)unused;
    start_circles();
    small_plan_round.settings.rules.circle_min_projects = 2;
    small_plan_finish();
    small_plan_place(0, 0, -1);
    small_plan_place(1, 1, -1);
    small_plan_expect_good(); /* all projects of south are closed */
    small_plan_place(1, 3, -1);
    small_plan_expect_broken("circle_min_projects", "in circle north 1 project runs, fewer than "
                                                    "circle_min_projects = 2 (project P1 is in it)");
    small_plan_end();
}

static void domains_per_circle(void **unused) {
    (void)unused;
    start_circles();
    small_plan_round.settings.rules.domains_per_circle = 2;
    project(1)->domain = word("housing");
    small_plan_finish();
    small_plan_place(0, 0, -1);
    small_plan_place(1, 1, -1);
    small_plan_expect_good();
    project(1)->domain = -1;
    small_plan_expect_broken("domains_per_circle",
                             "the projects that run in circle north cover 1 domain, fewer than "
                             "domains_per_circle = 2 (project P1 is in it)");
    project(1)->domain = word("care");
    small_plan_expect_broken("domains_per_circle",
                             "the projects that run in circle north cover 1 domain, fewer than "
                             "domains_per_circle = 2 (project P1 is in it)");
    small_plan_end();
}

static void collective_share(void **unused) {
    (void)unused;
    small_plan_start(6, 3, 0);
    small_choose(&small_plan_round, 0, 1, -1);
    project(0)->orientation = WP_ORIENTATION_COLLECTIVE;
    project(1)->orientation = WP_ORIENTATION_INDIVIDUAL;
    small_plan_round.settings.rules.collective_share = 3333;
    small_plan_finish();
    small_plan_expect_good(); /* nobody is placed */
    small_plan_place(0, 1, -1);
    small_plan_place(1, 2, -1); /* a blank orientation is not collective */
    small_plan_place(2, 0, -1);
    small_plan_expect_good(); /* 1 of 3: 33.333... % */
    small_plan_round.settings.rules.collective_share = 3334;
    small_plan_expect_broken("collective_share",
                             "of 3 placed students 1 are on collective projects, less than collective_share "
                             "= 33.34% (student S1 on project P2 is not)");
    small_plan_round.settings.rules.collective_share = 10000;
    small_plan_expect_broken("collective_share",
                             "of 3 placed students 1 are on collective projects, less than collective_share "
                             "= 100% (student S1 on project P2 is not)");
    place_all(0);
    small_plan_expect_good();
    small_plan_end();
}

static void every_such_rule_was_seen_broken(void **unused) {
    (void)unused;
    for (int r = 0; r < RULES; r++) {
        if (!small_plan_saw_broken(wp_rule_find(rules[r])))
            fail_msg("no test breaks the rule %s", rules[r]);
    }
}

static void counting_programmes(void **unused) {
    (void)unused;
    small_plan_start(3, 2, 0);
    follow((const char *const[]){"SW", "NUR", NULL});
    small_plan_round.settings.rules.min_programmes = 3;
    small_plan_finish();
    expect_reason("min_programmes", NULL); /* neither must run */
    project(1)->status = WP_STATUS_OPEN;
    expect_reason("min_programmes", "project P2 must run with students of 3 or more programmes, as "
                                    "min_programmes asks, but those who may go there follow 2");
    project(1)->max_students = 2;
    expect_reason("min_programmes", "project P2 must run with students of 3 or more programmes, as "
                                    "min_programmes asks, but has room for 2 students");
    project(1)->mix_programmes = 2;
    expect_reason("min_programmes", NULL);
    expect_reason("mix", NULL);
    project(1)->mix_programmes = 4;
    project(1)->max_students = 9;
    expect_reason("mix", "project P2 must run with students of 4 or more programmes, as mix asks, but "
                         "those who may go there follow 2");
    small_plan_end();
}

static void counting_a_mix(void **unused) {
    (void)unused;
    small_plan_start(4, 2, 0);
    follow((const char *const[]){"SW", "SW", "NUR", "NUR"});
    mix_of(0, "SW", 3, 5);
    small_plan_finish();
    expect_reason("mix", NULL);
    project(0)->status = WP_STATUS_OPEN;
    expect_reason("mix",
                  "project P1 must run with 3 or more students of programme SW, but only 2 may go there");
    mix_of(0, "PED", 1, 5);
    expect_reason(
        "mix", "project P1 must run with 1 or more students of programme PED, but none of them may go there");
    mix_of(0, "SW", 2, 2);
    expect_reason("mix", NULL);
    project(0)->max_students = 2;
    expect_reason("mix", NULL);
    project(0)->max_students = 1;
    expect_reason("mix",
                  "project P1 must run and its mix asks for 2 or more students, but it has room for 1");
    mix_of(0, "SW", 0, 1);
    project(0)->max_students = 9;
    project(0)->min_students = 3;
    expect_reason("mix", NULL);
    project(0)->min_students = 4;
    expect_reason("mix", "project P1 must run with 4 or more students, but of those who may go there its mix "
                         "takes only 3");
    small_plan_end();
}

static void counting_pins_against_a_mix(void **unused) {
    (void)unused;
    small_plan_start(3, 2, 0);
    follow((const char *const[]){"SW", "SW", "NUR"});
    mix_of(1, "SW", 0, 1);
    small_decide(&small_plan_round, WP_ACTION_PIN, small_list(&small_plan_round, 0, 2, -1))->project = 1;
    small_plan_finish();
    expect_reason("mix", NULL);
    small_plan_end();
    small_plan_start(3, 2, 0);
    follow((const char *const[]){"SW", "SW", "NUR"});
    mix_of(1, "SW", 0, 1);
    small_decide(&small_plan_round, WP_ACTION_PIN, small_list(&small_plan_round, 0, 1, -1))->project = 1;
    small_plan_finish();
    expect_reason("mix", "2 students of programme SW are pinned to project P2, whose mix takes 1");
    small_plan_end();
}

static void counting_circles(void **unused) {
    (void)unused;
    start_circles();
    small_plan_round.settings.rules.circle_min_projects = 2;
    small_plan_round.settings.rules.domains_per_circle = 1;
    small_plan_finish();
    expect_reason("circle_min_projects", NULL);
    expect_reason("domains_per_circle", NULL);
    small_plan_round.settings.rules.domains_per_circle = 2;
    expect_reason("domains_per_circle", "the projects that run in circle north must cover 2 domains, but "
                                        "those that can run cover only 1");
    project(1)->domain = word("housing");
    expect_reason("domains_per_circle", NULL);
    project(1)->min_students = 4; /* there are three students */
    expect_reason("domains_per_circle", "the projects that run in circle north must cover 2 domains, but "
                                        "those that can run cover only 1");
    expect_reason("circle_min_projects", "2 projects must run in circle north, but only 1 can: the others "
                                         "are closed, or too few students may go there");
    small_plan_end();
}

static void counting_the_collective_share(void **unused) {
    (void)unused;
    small_plan_start(5, 2, 0);
    small_plan_round.settings.rules.collective_share = 5000;
    project(0)->orientation = WP_ORIENTATION_COLLECTIVE;
    project(0)->max_students = 2;
    small_plan_finish();
    expect_reason("collective_share", NULL);
    small_plan_round.settings.rules.must_place = true;
    expect_reason("collective_share",
                  "at least 3 students must be on projects that are not collective, and at most 2 can be on "
                  "collective ones, which is less than the 50% that collective_share asks");
    small_plan_round.settings.rules.collective_share = 4000;
    expect_reason("collective_share", NULL);
    small_plan_round.settings.rules.must_place = false;
    project(1)->status = WP_STATUS_OPEN;
    project(1)->min_students = 4;
    expect_reason("collective_share",
                  "at least 4 students must be on projects that are not collective, and at most 2 can be on "
                  "collective ones, which is less than the 40% that collective_share asks");
    small_plan_end();
}

static void counting_pins_against_the_collective_share(void **unused) {
    (void)unused;
    small_plan_start(4, 3, 0);
    small_plan_round.settings.rules.collective_share = 6000;
    project(0)->orientation = project(2)->orientation = WP_ORIENTATION_COLLECTIVE;
    small_decide(&small_plan_round, WP_ACTION_PIN, small_list(&small_plan_round, 0, 1, -1))->project = 1;
    small_plan_finish();
    expect_reason("collective_share",
                  "at least 2 students must be on projects that are not collective, and at most 2 can be on "
                  "collective ones, which is less than the 60% that collective_share asks");
    small_plan_end();
}

/* Five students: a pair without choices on the collective project, one more there who chose, two elsewhere.
 * The costs of the plan's columns add up to its value. */
static void collective_counts_everybody(void **unused) {
    const struct wp_objective *objective = wp_objective_find(WP_OBJECTIVE_COLLECTIVE);
    const struct wp_measure measure = {0};
    struct wp_pairs *pairs;
    struct wp_build *build;
    int64_t *cost, sum = 0;

    (void)unused;
    small_plan_start(5, 3, 0);
    small_choose(&small_plan_round, 2, 0, 1, -1);
    small_plan_round.round->students[0].group = small_plan_round.round->students[1].group = "g";
    project(0)->orientation = WP_ORIENTATION_COLLECTIVE;
    project(1)->orientation = WP_ORIENTATION_INDIVIDUAL;
    small_plan_finish();
    for (int s = 0; s < 3; s++)
        small_plan_place(s, 0, -1);
    small_plan_place(3, 1, -1);
    small_plan_place(4, 2, -1);
    assert_int_equal(objective->value(small_plan_round.round, small_plan, &measure), 3);
    assert_true(objective->maximise && !objective->of_those_who_chose);

    assert_int_equal(wp_pairs_build(small_plan_round.round, &pairs, NULL), 0);
    assert_int_equal(wp_build_new(small_plan_round.round, pairs, &build, NULL), 0);
    cost = calloc((size_t)build->program->column_count, sizeof *cost);
    assert_non_null(cost);
    objective->cost(build, &measure, cost);
    for (int j = 0; j < build->program->column_count; j++) {
        const struct wp_column *column = &build->program->columns[j];

        if (column->kind == WP_COLUMN_PLACE) {
            int first = small_plan_round.round->units[column->a].students.items[0];

            sum += small_plan->project[first] == column->b ? cost[j] : 0;
        }
    }
    assert_int_equal(sum, 3);
    free(cost);
    wp_build_free(build);
    wp_pairs_free(pairs);
    small_plan_end();
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(min_programmes),
        cmocka_unit_test(a_mix_goes_before_min_programmes),
        cmocka_unit_test(mix),
        cmocka_unit_test(mix_of_so_many_programmes),
        cmocka_unit_test(circle_min_projects),
        cmocka_unit_test(domains_per_circle),
        cmocka_unit_test(collective_share),
        cmocka_unit_test(every_such_rule_was_seen_broken),
        cmocka_unit_test(counting_programmes),
        cmocka_unit_test(counting_a_mix),
        cmocka_unit_test(counting_pins_against_a_mix),
        cmocka_unit_test(counting_circles),
        cmocka_unit_test(counting_the_collective_share),
        cmocka_unit_test(counting_pins_against_the_collective_share),
        cmocka_unit_test(collective_counts_everybody),
    };

    return cmocka_run_group_tests_name("in English", tests, NULL, NULL) +
           cmocka_run_group_tests_name("in Dutch", tests, speak_dutch, NULL);
}
