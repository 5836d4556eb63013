/* test_edits_same.c: random rounds: files read with changes give the round of files that were written so.
 * Usage: test_edits_same [ROUNDS] */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include "dice.h"
#include "edited_round.h"
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { STUDENTS = 7, PROJECTS = 5, RANKS = 4, DECISIONS = 5, TEXT = 2000 };

/* Where a row stands. A row that is late is added by the scenario. */
enum place { THERE, LATE, GONE };

/* Where the choices stand. */
enum shape { WITH_STUDENTS, A_ROW_A_STUDENT, A_ROW_A_CHOICE };

/* The round as a person would keep it. */
struct model {
    enum place students[STUDENTS], projects[PROJECTS];
    int load[STUDENTS];
    int choice[STUDENTS][RANKS]; /* projects, or -1 */
    int seats[PROJECTS];
    bool closed[PROJECTS], any_closed;
    enum shape shape;
    struct {
        bool together; /* else forbidden */
        int students[2], project;
    } decisions[DECISIONS];
};

/* What a file has: the rows of the base round, the late ones, or all that are not gone. */
enum part { BASE, ADDED, RESULT };

static int rounds = 300;

static bool stands(enum place place, enum part part) {
    return part == RESULT ? place != GONE : part == BASE ? place != LATE : place == LATE;
}

static void make(struct model *model) {
    *model = (struct model){.shape = (enum shape)dice_any(3)};
    for (int s = 0; s < STUDENTS; s++) {
        model->students[s] = s > 2 && dice_one_in(4) ? LATE : THERE;
        model->load[s] = 1 + dice_any(5);
        for (int k = 0; k < RANKS; k++)
            model->choice[s][k] = -1;
        for (int k = 0, p; k < RANKS; k++) {
            p = dice_any(PROJECTS);
            bool chosen = false;
            for (int before = 0; before < k; before++)
                chosen |= model->choice[s][before] == p;
            if (!chosen && dice_any(3) > 0)
                model->choice[s][k] = p;
        }
    }
    for (int p = 0; p < PROJECTS; p++) {
        model->projects[p] = p > 2 && dice_one_in(4) ? LATE : THERE;
        model->seats[p] = 4 + dice_any(9);
    }
    for (int d = 0; d < DECISIONS; d++) {
        int student = dice_any(STUDENTS);
        model->decisions[d].together = dice_one_in(3);
        model->decisions[d].project = dice_any(PROJECTS);
        model->decisions[d].students[0] = student;
        model->decisions[d].students[1] = (student + 1 + dice_any(STUDENTS - 1)) % STUDENTS;
    }
}

static bool is_chosen(const struct model *model, int student, int rank, enum part part) {
    int project = model->choice[student][rank];
    return project >= 0 && (part != RESULT || model->projects[project] != GONE);
}

/* ",P1,,P3": choices keep their ranks. */
static void put_choices(FILE *out, const struct model *model, int student, enum part part) {
    for (int k = 0; k < RANKS; k++)
        if (is_chosen(model, student, k, part))
            fprintf(out, ",P%d", model->choice[student][k]);
        else
            fputc(',', out);
}

static void put_students(FILE *out, const struct model *model, enum part part) {
    bool choices = model->shape == WITH_STUDENTS;
    fprintf(out, "id,load%s\n", choices ? ",choice_1,choice_2,choice_3,choice_4" : "");
    for (int s = 0; s < STUDENTS; s++) {
        if (!stands(model->students[s], part))
            continue;
        fprintf(out, "S%d,%d", s, model->load[s]);
        if (choices)
            put_choices(out, model, s, part);
        fputc('\n', out);
    }
}

static void put_projects(FILE *out, const struct model *model, enum part part) {
    bool status = part == RESULT && model->any_closed;
    fprintf(out, "max_students,id%s\n", status ? ",status" : "");
    for (int p = 0; p < PROJECTS; p++)
        if (stands(model->projects[p], part))
            fprintf(out, "%d,P%d%s\n", model->seats[p], p, status && model->closed[p] ? ",closed" : "");
}

static void put_preferences(FILE *out, const struct model *model, enum part part) {
    bool is_long = model->shape == A_ROW_A_CHOICE;
    fputs(is_long ? "student,project,rank\n" : "student,choice_1,choice_2,choice_3,choice_4\n", out);
    for (int s = 0; s < STUDENTS; s++) {
        if (part == RESULT && model->students[s] == GONE)
            continue;
        if (!is_long) {
            fprintf(out, "S%d", s);
            put_choices(out, model, s, part);
            fputc('\n', out);
        }
        for (int k = 0; k < RANKS && is_long; k++)
            if (is_chosen(model, s, k, part))
                fprintf(out, "S%d,P%d,%d\n", s, model->choice[s][k], k + 1);
    }
}

/* A decision without enough students, or about what is gone, is none. */
static void put_decisions(FILE *out, const struct model *model, enum part part) {
    fputs("action,students,project,reason\n", out);
    for (int d = 0; d < DECISIONS; d++) {
        bool together = model->decisions[d].together;
        int left = 0, project = model->decisions[d].project;
        for (int k = 0; k < 2; k++)
            left += part != RESULT || model->students[model->decisions[d].students[k]] != GONE;
        if (left < (together ? 2 : 1) || (!together && part == RESULT && model->projects[project] == GONE))
            continue;
        fputs(together ? "together," : "forbid,", out);
        for (int k = 0; k < 2; k++)
            if (part != RESULT || model->students[model->decisions[d].students[k]] != GONE)
                fprintf(out, "%sS%d", k > 0 && left == 2 ? "|" : "", model->decisions[d].students[k]);
        if (together)
            fprintf(out, ",,because %d\n", d);
        else
            fprintf(out, ",P%d,because %d\n", project, d);
    }
}

typedef void put(FILE *out, const struct model *model, enum part part);

static const char *text_of(put *write, const struct model *model, enum part part, char text[TEXT]) {
    FILE *out = fmemopen(text, TEXT, "w");
    assert_non_null(out);
    write(out, model, part);
    assert_int_equal(fclose(out), 0);
    return text;
}

static void write_round(struct edited_round *edited, const struct model *model, enum part part) {
    char text[TEXT];
    edited_table(edited, WP_STUDENTS, "s.csv", text_of(put_students, model, part, text));
    edited_table(edited, WP_PROJECTS, "p.csv", text_of(put_projects, model, part, text));
    edited_table(edited, WP_DECISIONS, "b.csv", text_of(put_decisions, model, part, text));
    if (model->shape != WITH_STUDENTS)
        edited_table(edited, WP_PREFERENCES, "f.csv", text_of(put_preferences, model, part, text));
    else
        edited->settings.files[WP_PREFERENCES] = NULL;
}

/* The scenario's texts: they stay as long as it. */
static char notes[4 * EDITED_MOST][16];
static int note_count;

static const char *note(const char *format, ...) WP_PRINTF(1, 2);

static const char *note(const char *format, ...) {
    char *text = notes[note_count++ % (4 * EDITED_MOST)];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(text, sizeof notes[0], format, arguments);
    va_end(arguments);
    return text;
}

static void take_out(struct edited_round *edited, struct model *model) {
    static char students[64], projects[64];
    students[0] = projects[0] = '\0';
    for (int s = 1; s < STUDENTS; s++)
        if (model->students[s] == THERE && dice_one_in(4)) {
            model->students[s] = GONE;
            snprintf(students + strlen(students), 8, "S%d|", s);
        }
    for (int p = 1; p < PROJECTS; p++)
        if (model->projects[p] == THERE && dice_one_in(4)) {
            model->projects[p] = GONE;
            snprintf(projects + strlen(projects), 8, "| P%d", p);
        }
    if (students[0] != '\0')
        edited_remove(edited, WP_STUDENTS, students);
    if (projects[0] != '\0')
        edited_remove(edited, WP_PROJECTS, projects);
}

static void add_late(struct edited_round *edited, const struct model *model) {
    char text[TEXT];
    bool students = false, projects = false;
    for (int s = 0; s < STUDENTS; s++)
        students |= model->students[s] == LATE;
    for (int p = 0; p < PROJECTS; p++)
        projects |= model->projects[p] == LATE;
    edited_write(edited, "more-s.csv", text_of(put_students, model, ADDED, text));
    edited_write(edited, "more-p.csv", text_of(put_projects, model, ADDED, text));
    if (students)
        edited_add(edited, WP_STUDENTS, "more-s.csv");
    if (projects)
        edited_add(edited, WP_PROJECTS, "more-p.csv");
}

/* A choice moves to a rank that was free. */
static void set_choice(struct edited_round *edited, struct model *model, int s) {
    int from = dice_any(RANKS), to = dice_any(RANKS), project = model->choice[s][from];
    if (project < 0 || model->choice[s][to] >= 0 || model->projects[project] == GONE)
        return;
    model->choice[s][to] = project;
    model->choice[s][from] = -1;
    if (model->shape == A_ROW_A_CHOICE) {
        edited_set(edited, WP_PREFERENCES, note("S%d>P%d", s, project), "rang", note("%d", to + 1));
        return;
    }
    enum wp_table table = model->shape == WITH_STUDENTS ? WP_STUDENTS : WP_PREFERENCES;
    edited_set(edited, table, note("S%d", s), note("choice_%d", from + 1), "");
    edited_set(edited, table, note("S%d", s), note("Keuze %d", to + 1), note("P%d", project));
}

static void set_numbers(struct edited_round *edited, struct model *model) {
    int s = dice_any(STUDENTS), p = dice_any(PROJECTS);
    if (dice_one_in(3)) {
        for (int all = 0; all < STUDENTS; all++)
            model->load[all]++;
        edited_set(edited, WP_STUDENTS, "S?", "load", "+1");
    }
    if (model->students[s] != GONE) {
        model->load[s] = 1 + dice_any(5);
        edited_set(edited, WP_STUDENTS, note("S%d", s), "belasting", note("%d", model->load[s]));
    }
    if (model->projects[p] != GONE && dice_one_in(2)) {
        model->closed[p] = model->any_closed = true;
        edited_set(edited, WP_PROJECTS, note("P%d", p), "status", "gesloten");
    } else if (model->projects[p] != GONE) {
        model->seats[p] = 4 + dice_any(9);
        edited_set(edited, WP_PROJECTS, note("P%d", p), "max_students", note("%d", model->seats[p]));
    }
}

static void change(struct edited_round *edited, struct model *model) {
    take_out(edited, model);
    add_late(edited, model);
    for (int k = 0; k < 3; k++) {
        int s = dice_any(STUDENTS);
        set_numbers(edited, model);
        if (model->students[s] != GONE)
            set_choice(edited, model, s);
    }
}

static void files_read_with_changes_are_files_written_so(void **state) {
    (void)state;
    struct edited_round edited;
    struct model model;
    dice_start(20260901);
    edited_start(&edited);
    for (int round = 0; round < rounds; round++) {
        make(&model);
        write_round(&edited, &model, BASE);
        change(&edited, &model);
        edited_read_well(&edited);
        char *changed = edited_text(edited.round);
        edited_forget(&edited);
        write_round(&edited, &model, RESULT);
        edited_read_well(&edited);
        char *written = edited_text(edited.round);
        edited_forget(&edited);
        assert_string_equal(changed, written);
        free(changed);
        free(written);
    }
    edited_end(&edited);
}

/* Cells that are set, and cells that stood there, have one checksum. */
static void equal_cells_have_equal_checksums(void **state) {
    (void)state;
    struct edited_round edited;
    char first[65];
    edited_start(&edited);
    edited_table(&edited, WP_PROJECTS, "p.csv", "id,max_students\nP1,3\n");
    edited_table(&edited, WP_STUDENTS, "s.csv", "id,load,unused\nS1,1,x\nS2,2,\n");
    edited_read_well(&edited);
    memcpy(first, edited.inputs.content, sizeof first);
    assert_int_equal(strlen(first), 64);
    edited_forget(&edited);
    edited_table(&edited, WP_STUDENTS, "s.csv", "LOAD;id\n3;S1\n2;S2\n\n");
    edited_read_well(&edited);
    assert_string_not_equal(first, edited.inputs.content);
    edited_forget(&edited);
    edited_set(&edited, WP_STUDENTS, "S1", "load", "1");
    edited_read_well(&edited);
    assert_string_equal(first, edited.inputs.content);
    edited_forget(&edited);
    /* The same letters in other cells; and a column more, though it is empty. */
    static const char *const others[] = {"id,name\nS1,ab\nS2,c\n", "id,name\nS1,a\nS2,bc\n",
                                         "id,email\nS1,a\nS2,bc\n", "id,name,email\nS1,a,\nS2,bc,\n"};
    for (size_t k = 0; k < sizeof others / sizeof others[0]; k++) {
        edited_table(&edited, WP_STUDENTS, "s.csv", others[k]);
        edited_read_well(&edited);
        assert_string_not_equal(first, edited.inputs.content);
        memcpy(first, edited.inputs.content, sizeof first);
        edited_forget(&edited);
    }
    edited_end(&edited);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(files_read_with_changes_are_files_written_so),
        cmocka_unit_test(equal_cells_have_equal_checksums),
    };
    if (argc > 1)
        rounds = (int)strtol(argv[1], NULL, 10);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
