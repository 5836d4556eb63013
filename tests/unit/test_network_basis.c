/* test_network_basis.c: the network simplex against GLPK: the same optimum, and its tree is a basis that GLPK
 * confirms without an iteration. */
#include "network_cases.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>
#include <glpk.h>

#define SEEDS 1000

static int bounds_kind(int64_t lower, int64_t upper) {
    return lower == upper ? GLP_FX : GLP_DB;
}

static int status_of(const struct wp_network *network, int arc) {
    switch (wp_network_status(network, arc)) {
    case WP_ARC_TREE:
        return GLP_BS;
    case WP_ARC_UPPER:
        return GLP_NU;
    case WP_ARC_LOWER:
        break;
    }
    return GLP_NL;
}

/* One row a node: (out of it) - (into it) = supply; one column an arc, loops as empty columns. */
static glp_prob *program_of(const struct network_case *network_case) {
    glp_prob *program = glp_create_prob();
    if (network_case->nodes > 0)
        glp_add_rows(program, network_case->nodes);
    if (network_case->arcs > 0)
        glp_add_cols(program, network_case->arcs);
    for (int v = 0; v < network_case->nodes; v++)
        glp_set_row_bnds(program, v + 1, GLP_FX, (double)network_case->supply[v], 0);
    for (int a = 0; a < network_case->arcs; a++) {
        int rows[] = {0, network_case->from[a] + 1, network_case->to[a] + 1};
        const double values[] = {0, 1, -1};
        if (rows[1] != rows[2])
            glp_set_mat_col(program, a + 1, 2, rows, values);
        glp_set_col_bnds(program, a + 1, bounds_kind(network_case->lower[a], network_case->upper[a]),
                         (double)network_case->lower[a], (double)network_case->upper[a]);
        glp_set_obj_coef(program, a + 1, (double)network_case->cost[a]);
    }
    return program;
}

static glp_smcp silent(void) {
    glp_smcp control;
    glp_init_smcp(&control);
    control.msg_lev = GLP_MSG_OFF;
    return control;
}

static void glpk_finds_the_same_and_takes_the_tree_as_its_basis(void **state) {
    (void)state;
    int solved = 0;
    glp_smcp control = silent();
    for (uint64_t seed = 1; seed <= SEEDS; seed++) {
        struct network_case network_case = case_make(seed);
        struct wp_network *network = case_load(&network_case);
        bool feasible = case_solve(&network_case, network);
        if (network_case.nodes > 0 && network_case.arcs > 0) {
            glp_prob *program = program_of(&network_case);
            assert_int_equal(glp_simplex(program, &control), 0);
            assert_int_equal(glp_get_status(program) == GLP_OPT, feasible);
            if (feasible) {
                assert_float_equal(glp_get_obj_val(program), (double)case_total(network), 0.5);
                for (int v = 0; v < network_case.nodes; v++)
                    glp_set_row_stat(program, v + 1, wp_network_is_anchor(network, v) ? GLP_BS : GLP_NS);
                for (int a = 0; a < network_case.arcs; a++)
                    glp_set_col_stat(program, a + 1, status_of(network, a));
                int before = glp_get_it_cnt(program);
                assert_int_equal(glp_factorize(program), 0);
                assert_int_equal(glp_simplex(program, &control), 0);
                assert_int_equal(glp_get_status(program), GLP_OPT);
                assert_int_equal(glp_get_it_cnt(program), before);
                solved++;
            }
            glp_delete_prob(program);
        }
        wp_network_free(network);
    }
    assert_in_range(solved, SEEDS / 4, SEEDS);
}

enum { STUDENTS = 40, PROJECTS = 10, LECTURERS = 3, CHOICES = 3, SINK = STUDENTS + PROJECTS + LECTURERS };

/* A placement with scarce seats. Arcs: first each student's choices and her arc to the sink, then the
 * projects' and the lecturers'. */
struct placement {
    struct wp_network *network;
    int project[STUDENTS][CHOICES], cost[STUDENTS][CHOICES], lecturer[PROJECTS], seats[PROJECTS],
        load[LECTURERS];
};

static struct placement placement_make(uint64_t seed) {
    struct wp_error error = {0};
    struct placement made = {0};
    uint64_t random = seed;
    assert_int_equal(wp_network_new(SINK + 1, &made.network, &error), 0);
    for (int s = 0; s < STUDENTS; s++) {
        int first = (int)case_draw(&random, 0, PROJECTS - 1);
        wp_network_supply(made.network, s, 1);
        for (int k = 0; k < CHOICES; k++) {
            made.project[s][k] = (first + k * 3) % PROJECTS;
            made.cost[s][k] = (int)case_draw(&random, 0, 9);
            wp_network_arc(made.network, s, STUDENTS + made.project[s][k], 0, 1, made.cost[s][k], &error);
        }
        wp_network_arc(made.network, s, SINK, 0, 1, 50, &error);
    }
    for (int p = 0; p < PROJECTS; p++) {
        made.seats[p] = (int)case_draw(&random, 1, 6);
        made.lecturer[p] = (int)case_draw(&random, 0, LECTURERS - 1);
        wp_network_arc(made.network, STUDENTS + p, STUDENTS + PROJECTS + made.lecturer[p], 0, made.seats[p],
                       0, &error);
    }
    for (int l = 0; l < LECTURERS; l++) {
        made.load[l] = (int)case_draw(&random, 5, 15);
        wp_network_arc(made.network, STUDENTS + PROJECTS + l, SINK, 0, made.load[l], 0, &error);
    }
    wp_network_supply(made.network, SINK, -STUDENTS);
    assert_int_equal(error.code, 0);
    return made;
}

/* The round's own program: a row a student (one place or none), a project (seats), a lecturer (load). Only x
 * and "unplaced" are columns: the auxiliary variable of a project's or lecturer's row is its arc. */
static glp_prob *placement_program(const struct placement *placement) {
    glp_prob *program = glp_create_prob();
    glp_add_rows(program, SINK);
    glp_add_cols(program, STUDENTS * (CHOICES + 1));
    for (int s = 0; s < STUDENTS; s++) {
        glp_set_row_bnds(program, s + 1, GLP_FX, 1, 1);
        for (int k = 0; k <= CHOICES; k++) {
            int column = s * (CHOICES + 1) + k + 1, project = k < CHOICES ? placement->project[s][k] : 0;
            const int rows[] = {0, s + 1, STUDENTS + project + 1,
                                STUDENTS + PROJECTS + placement->lecturer[project] + 1};
            const double values[] = {0, 1, 1, 1};
            glp_set_mat_col(program, column, k < CHOICES ? 3 : 1, rows, values);
            glp_set_col_bnds(program, column, GLP_DB, 0, 1);
            glp_set_obj_coef(program, column, k < CHOICES ? placement->cost[s][k] : 50);
        }
    }
    for (int p = 0; p < PROJECTS; p++)
        glp_set_row_bnds(program, STUDENTS + p + 1, GLP_DB, 0, placement->seats[p]);
    for (int l = 0; l < LECTURERS; l++)
        glp_set_row_bnds(program, STUDENTS + PROJECTS + l + 1, GLP_DB, 0, placement->load[l]);
    return program;
}

static void the_tree_of_a_placement_is_a_basis_of_the_rounds_own_rows(void **state) {
    (void)state;
    glp_smcp control = silent();
    for (uint64_t seed = 1; seed <= SEEDS / 5; seed++) {
        struct wp_error error = {0};
        enum wp_network_outcome outcome;
        struct placement placement = placement_make(seed);
        assert_int_equal(wp_network_solve(placement.network, NULL, NULL, &outcome, &error), 0);
        assert_int_equal(outcome, WP_NETWORK_OPTIMAL);
        glp_prob *program = placement_program(&placement);
        for (int s = 0; s < STUDENTS; s++)
            glp_set_row_stat(program, s + 1, GLP_NS);
        for (int column = 0; column < STUDENTS * (CHOICES + 1); column++)
            glp_set_col_stat(program, column + 1, status_of(placement.network, column));
        for (int i = 0; i < PROJECTS + LECTURERS; i++)
            glp_set_row_stat(program, STUDENTS + i + 1,
                             status_of(placement.network, STUDENTS * (CHOICES + 1) + i));
        assert_int_equal(glp_factorize(program), 0);
        assert_int_equal(glp_simplex(program, &control), 0);
        assert_int_equal(glp_get_status(program), GLP_OPT);
        assert_int_equal(glp_get_it_cnt(program), 0);
        assert_float_equal(glp_get_obj_val(program), (double)case_total(placement.network), 1e-6);
        glp_delete_prob(program);
        wp_network_free(placement.network);
    }
    glp_free_env();
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(glpk_finds_the_same_and_takes_the_tree_as_its_basis),
        cmocka_unit_test(the_tree_of_a_placement_is_a_basis_of_the_rounds_own_rows),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
