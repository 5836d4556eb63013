/* small_round.c: makes rounds of a few students in memory. */
#include "small_round.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#define MOST_DECISIONS 16
#define MOST_HISTORY   256

static void *room(struct small_round *small, int count, size_t size) {
    void *memory = wp_arena_alloc(small->round->arena, (size_t)count, size);

    assert_non_null(memory);
    return memory;
}

static const char *number_id(struct small_round *small, char letter, int index) {
    char text[16];
    int length = snprintf(text, sizeof text, "%c%d", letter, index + 1);
    char *id = wp_arena_copy(small->round->arena, text, (size_t)length);

    assert_non_null(id);
    return id;
}

static struct wp_location line_of(const char *path, int index) {
    return (struct wp_location){path, index + 2, 0};
}

static void fill_people(struct small_round *small) {
    struct wp_round *round = small->round;

    for (int s = 0; s < round->student_count; s++)
        round->students[s] = (struct wp_student){
            .id = number_id(small, 'S', s),
            .name = "",
            .email = "",
            .programme = -1,
            .year = -1,
            .district = -1,
            .days = WP_ALL_DAYS,
            .slots = WP_ALL_SLOTS,
            .group = "",
            .load = WP_LOAD_UNIT,
            .max_minutes = -1,
            .where = line_of("students.csv", s),
        };
    for (int l = 0; l < round->lecturer_count; l++)
        round->lecturers[l] = (struct wp_lecturer){
            .id = number_id(small, 'L', l),
            .name = "",
            .email = "",
            .max_load = WP_UNLIMITED,
            .max_projects = WP_UNLIMITED,
            .slots = WP_ALL_SLOTS,
            .where = line_of("lecturers.csv", l),
        };
}

static void fill_places(struct small_round *small) {
    struct wp_round *round = small->round;

    for (int p = 0; p < round->project_count; p++)
        round->projects[p] = (struct wp_project){
            .id = number_id(small, 'P', p),
            .title = "",
            .indicator = "",
            .circle = -1,
            .district = -1,
            .domain = -1,
            .theme = -1,
            .min_students = 1,
            .max_students = 9,
            .slots = WP_ALL_SLOTS,
            .where = line_of("projects.csv", p),
        };
    for (int o = 0; o < round->organisation_count; o++)
        round->organisations[o] = (struct wp_organisation){
            .id = number_id(small, 'O', o),
            .name = "",
            .email = "",
            .domain = -1,
            .max_students = WP_UNLIMITED,
            .max_projects = WP_UNLIMITED,
            .agreement_from = WP_NO_DAY,
            .agreement_until = WP_NO_DAY,
            .where = line_of("organisations.csv", o),
        };
    for (int d = 0; d < round->district_count; d++)
        round->districts[d] = (struct wp_district){
            .id = number_id(small, 'D', d),
            .name = "",
            .circle = -1,
            .where = line_of("districts.csv", d),
        };
}

void small_round_start(struct small_round *small, struct small_sizes sizes) {
    struct wp_round *round;

    *small = (struct small_round){
        .settings = {.path = "round.ini", .directory = ".", .name = "", .start = WP_NO_DAY, .end = WP_NO_DAY},
    };
    small->settings.rules = (struct wp_rules_settings){
        .max_choice = -1,
        .max_minutes = -1,
        .km_per_hour = 15,
        .detour = 1.3,
        .certificates = WP_HARD,
        .languages = WP_HARD,
        .years = WP_HARD,
        .one_lecturer_per_project = true,
    };
    assert_int_equal(wp_round_new(&small->settings, &small->round, NULL), 0);
    round = small->round;
    round->student_count = sizes.students;
    round->project_count = sizes.projects;
    round->lecturer_count = sizes.lecturers;
    round->organisation_count = sizes.organisations;
    round->district_count = sizes.districts;
    round->has_lecturers = sizes.lecturers > 0;
    round->students = room(small, sizes.students, sizeof *round->students);
    round->projects = room(small, sizes.projects, sizeof *round->projects);
    round->lecturers = room(small, sizes.lecturers, sizeof *round->lecturers);
    round->organisations = room(small, sizes.organisations, sizeof *round->organisations);
    round->districts = room(small, sizes.districts, sizeof *round->districts);
    round->decisions = room(small, MOST_DECISIONS, sizeof *round->decisions);
    round->history = room(small, MOST_HISTORY, sizeof *round->history);
    fill_people(small);
    fill_places(small);
}

void small_round_end(struct small_round *small) {
    wp_diagnostics_clear(&small->diagnostics);
    wp_round_free(small->round);
}

void small_round_finish(struct small_round *small, size_t errors) {
    struct wp_error error = {0};

    assert_int_equal(wp_round_finish(small->round, &small->diagnostics, &error), 0);
    if (small->diagnostics.errors != errors) {
        for (size_t i = 0; i < small->diagnostics.count; i++)
            print_message("%s\n", small->diagnostics.items[i].message);
    }
    assert_int_equal(small->diagnostics.errors, errors);
}

/* Counts, then copies, the ints of a list that -1 ends. */
static struct wp_list take_list(struct small_round *small, va_list arguments) {
    va_list again;
    int count = 0, *items;

    va_copy(again, arguments);
    while (va_arg(again, int) >= 0)
        count++;
    va_end(again);
    items = room(small, count, sizeof *items);
    for (int i = 0; i < count; i++)
        items[i] = va_arg(arguments, int);
    return (struct wp_list){items, count};
}

struct wp_list small_list(struct small_round *small, ...) {
    struct wp_list list;
    va_list arguments;

    va_start(arguments, small);
    list = take_list(small, arguments);
    va_end(arguments);
    return list;
}

struct wp_list small_words(struct small_round *small, ...) {
    va_list arguments;
    const char *text;
    int words[16], count = 0, *items;

    va_start(arguments, small);
    while ((text = va_arg(arguments, const char *))) {
        assert_true(count < 16);
        words[count++] = wp_round_word(small->round, text);
    }
    va_end(arguments);
    items = room(small, count, sizeof *items);
    memcpy(items, words, (size_t)count * sizeof *items);
    return (struct wp_list){items, count};
}

void small_choose(struct small_round *small, int student, ...) {
    struct wp_choice *choices;
    struct wp_list projects;
    va_list arguments;

    va_start(arguments, student);
    projects = take_list(small, arguments);
    va_end(arguments);
    choices = room(small, projects.count, sizeof *choices);
    for (int i = 0; i < projects.count; i++)
        choices[i] = (struct wp_choice){projects.items[i], i + 1};
    small->round->students[student].choices = choices;
    small->round->students[student].choice_count = projects.count;
}

struct wp_decision *small_decide(struct small_round *small, enum wp_action action, struct wp_list students) {
    int d = small->round->decision_count++;

    assert_true(d < MOST_DECISIONS);
    small->round->decisions[d] = (struct wp_decision){
        .action = action,
        .students = students,
        .project = -1,
        .organisation = -1,
        .lecturer = -1,
        .reason = "",
        .by = "",
        .date = "",
        .where = line_of("decisions.csv", d),
    };
    return &small->round->decisions[d];
}

static int word_of(struct small_round *small, const char *text) {
    return text ? wp_round_word(small->round, text) : -1;
}

void small_history(struct small_round *small, int student, const char *in, const char *project,
                   const char *organisations, const char *district) {
    int h = small->round->history_count++, words[8], count = 0, *items;
    char id[32];

    assert_true(h < MOST_HISTORY);
    for (const char *at = organisations; at; at = strchr(at, '|') ? strchr(at, '|') + 1 : NULL) {
        snprintf(id, sizeof id, "%.*s", (int)strcspn(at, "|"), at);
        words[count++] = wp_round_word(small->round, id);
    }
    items = room(small, count, sizeof *items);
    memcpy(items, words, (size_t)count * sizeof *items);
    small->round->history[h] = (struct wp_history){
        .student = student,
        .student_word =
            wp_round_word(small->round, student < 0 ? "nobody" : small->round->students[student].id),
        .round = word_of(small, in),
        .project = word_of(small, project),
        .organisation = word_of(small, organisations),
        .organisations = {items, count},
        .district = word_of(small, district),
        .lecturer = -1,
        .where = line_of("history.csv", h),
    };
}

const char *small_message(const struct small_round *small, const char *text) {
    for (size_t i = 0; i < small->diagnostics.count; i++) {
        if (strstr(small->diagnostics.items[i].message, text))
            return small->diagnostics.items[i].message;
    }
    return NULL;
}
