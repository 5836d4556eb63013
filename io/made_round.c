/* made_round.c: draws a synthetic round around a plan that places everybody. */
#include "made_round.h"
#include "random.h"
#include <stdlib.h>

/* So often a project that is chosen already may come up again. */
#define MOST_DRAWS 100

/* What is drawn at present. */
struct draw {
    struct wp_made_round *made;
    struct wp_random random;
    bool full;
    int64_t *weight_before; /* per project: the weights of those before it; one more entry for all */
};

int wp_made_minutes(int from, int to) {
    int rows = abs(from / WP_MADE_SIDE - to / WP_MADE_SIDE),
        columns = abs(from % WP_MADE_SIDE - to % WP_MADE_SIDE);

    return from == to ? 0 : 6 + 7 * rows + 9 * columns;
}

static int at_least_one(int number) {
    return number > 0 ? number : 1;
}

static unsigned draw_days(struct wp_random *random) {
    unsigned days = (unsigned)wp_random_between(random, 1, 31);

    /* Two draws, so that most have three days or more. */
    return days | (unsigned)wp_random_between(random, 1, 31);
}

static void draw_project(struct draw *draw, struct wp_made_project *project) {
    struct wp_random *random = &draw->random;
    int popularity = wp_random_between(random, 0, 99);

    /* Most projects weigh little, a few ten times as much. */
    project->weight = 10 + popularity * popularity * popularity / 10000;
    project->minimum = 1;
    project->maximum = wp_random_between(random, 4, 6);
    if (draw->made->what->family != WP_FAMILY_FLOW) {
        project->minimum = wp_random_chance(random, 70) ? 3 : wp_random_between(random, 4, 5);
        project->maximum = 5;
    }
    project->lecturer = wp_random_between(random, 0, draw->made->lecturer_count - 1);
    project->hosts[0] = project->hosts[1] = -1;
    if (!draw->full)
        return;
    project->district = draw->made->lecturers[project->lecturer].district;
    project->hosts[0] = wp_random_between(random, 0, draw->made->host_count - 1);
    project->hosts[1] =
        wp_random_chance(random, 20) ? wp_random_between(random, 0, draw->made->host_count - 1) : -1;
    if (project->hosts[1] == project->hosts[0])
        project->hosts[1] = -1;
    project->programmes = 0;
    if (wp_random_chance(random, 40)) {
        for (int i = 0; i < 2; i++)
            project->programmes |= 1u << wp_random_between(random, 0, WP_MADE_PROGRAMMES - 1);
    }
    project->first_aid = wp_random_chance(random, 15);
    project->days = draw_days(random);
}

/* The plan: every project that is reached gets its minimum, then the others who are left fill seats. */
static void plant(struct draw *draw) {
    struct wp_made_round *made = draw->made;
    int next = 0, p = 0, reached;

    if (made->projects[0].minimum > made->student_count)
        made->projects[0].minimum = made->student_count;
    for (; p < made->project_count && made->projects[p].minimum <= made->student_count - next; p++) {
        for (; made->projects[p].heads < made->projects[p].minimum; made->projects[p].heads++)
            made->students[next++].project = p;
    }
    reached = p;
    for (p = 0; next < made->student_count && p < reached; p++) {
        for (; made->projects[p].heads < made->projects[p].maximum && next < made->student_count;
             made->projects[p].heads++)
            made->students[next++].project = p;
    }
    /* In very small rounds the seats may not do. */
    for (; next < made->student_count; made->projects[0].heads++)
        made->students[next++].project = 0;
    if (made->projects[0].maximum < made->projects[0].heads)
        made->projects[0].maximum = made->projects[0].heads;
}

/* Neighbours in the plan are no neighbours in the file. */
static void shuffle(struct draw *draw) {
    struct wp_made_round *made = draw->made;

    for (int i = made->student_count - 1; i > 0; i--) {
        int j = wp_random_between(&draw->random, 0, i);
        int project = made->students[i].project;

        made->students[i].project = made->students[j].project;
        made->students[j].project = project;
    }
}

/* What a student of the full family is like; in the plan she fits her project. */
static void draw_student(struct draw *draw, struct wp_made_student *student) {
    struct wp_random *random = &draw->random;
    const struct wp_made_project *project = &draw->made->projects[student->project];

    do
        student->programme = wp_random_between(random, 0, WP_MADE_PROGRAMMES - 1);
    while (project->programmes != 0 && (project->programmes & 1u << student->programme) == 0);
    do
        student->district = wp_random_between(random, 0, draw->made->district_count - 1);
    while (wp_made_minutes(student->district, project->district) > WP_MADE_MINUTES);
    student->first_aid = project->first_aid || wp_random_chance(random, 40);
    if (project->first_aid && wp_random_chance(random, 5)) {
        student->first_aid = false;
        student->waived = true;
    }
    student->days = draw_days(random);
    while ((student->days & project->days) == 0)
        student->days = draw_days(random);
    student->load = wp_random_chance(random, 10) ? 50 : 100;
    student->pinned = wp_random_chance(random, 1);
    if (wp_random_chance(random, 10))
        student->max_minutes =
            wp_made_minutes(student->district, project->district) + wp_random_between(random, 5, 30);
}

/* Would this student fit, as far as it is her own affair? */
static bool fits(const struct wp_made_student *student, const struct wp_made_project *project) {
    return (project->programmes == 0 || (project->programmes & 1u << student->programme) != 0) &&
           (!project->first_aid || student->first_aid) && (project->days & student->days) != 0;
}

static int draw_popular(struct draw *draw) {
    int64_t total = draw->weight_before[draw->made->project_count];
    int64_t at = wp_random_between(&draw->random, 0, (int)(total - 1));
    int low = 0, high = draw->made->project_count - 1;

    while (low < high) {
        int middle = low + (high - low + 1) / 2;

        if (draw->weight_before[middle] <= at)
            low = middle;
        else
            high = middle - 1;
    }
    return low;
}

static bool is_chosen(const struct wp_made_student *student, int project) {
    for (int i = 0; i < student->choice_count; i++) {
        if (student->choices[i] == project)
            return true;
    }
    return false;
}

/* A project that the student has not chosen yet; there must be one. */
static int draw_choice(struct draw *draw, const struct wp_made_student *student) {
    int project;

    for (int draws = 0; draws < MOST_DRAWS; draws++) {
        project = draw_popular(draw);
        /* People seldom choose what they cannot do, but it happens. */
        for (int tries = 0; draw->full && tries < 6 && !fits(student, &draw->made->projects[project]);
             tries++)
            project = draw_popular(draw);
        if (!is_chosen(student, project))
            return project;
    }
    /* What is left hardly ever comes up, being unpopular or unfit: take it all the same. */
    project = wp_random_between(&draw->random, 0, draw->made->project_count - 1);
    while (is_chosen(student, project))
        project = (project + 1) % draw->made->project_count;
    return project;
}

/* Popular projects, and the plan's own somewhere among them. */
static void draw_choices(struct draw *draw, struct wp_made_student *student) {
    int wanted = draw->made->project_count < WP_MADE_CHOICES ? draw->made->project_count : WP_MADE_CHOICES;
    int place;

    student->choices[student->choice_count++] = student->project;
    while (student->choice_count < wanted) {
        int project = draw_choice(draw, student);

        student->choices[student->choice_count++] = project;
    }
    place = wp_random_between(&draw->random, 0, wanted - 1);
    student->choices[0] = student->choices[place];
    student->choices[place] = student->project;
}

/* Every tenth student or so forms a group with the next one who is on the same project in the plan. */
static int draw_groups(struct draw *draw, struct wp_error *error) {
    struct wp_made_round *made = draw->made;
    int *waiting = malloc((size_t)made->project_count * sizeof *waiting), groups = 0;

    if (waiting == NULL)
        return wp_error_memory(error);
    for (int p = 0; p < made->project_count; p++)
        waiting[p] = -1;
    for (int s = 0; s < made->student_count; s++) {
        struct wp_made_student *student = &made->students[s];
        int *first = &waiting[student->project];

        if (*first >= 0) {
            struct wp_made_student *friend = &made->students[*first];

            friend->group = student->group = groups++;
            for (int i = 0; i < friend->choice_count; i++)
                student->choices[i] = friend->choices[i];
            *first = -1;
        } else if (wp_random_chance(&draw->random, 8)) {
            *first = s;
        }
    }
    free(waiting);
    return 0;
}

static void count_plan(struct wp_made_round *made) {
    for (int s = 0; s < made->student_count; s++)
        made->projects[made->students[s].project].load += made->students[s].load;
    for (int p = 0; p < made->project_count; p++) {
        const struct wp_made_project *project = &made->projects[p];
        struct wp_made_lecturer *lecturer = &made->lecturers[project->lecturer];

        lecturer->heads += project->heads;
        lecturer->load += project->load;
        lecturer->projects += project->heads > 0 ? 1 : 0;
        for (int h = 0; h < 2; h++) {
            if (project->hosts[h] < 0)
                continue;
            made->hosts[project->hosts[h]].heads += project->heads;
            made->hosts[project->hosts[h]].projects += project->heads > 0 ? 1 : 0;
        }
    }
}

static void draw_projects(struct draw *draw) {
    struct wp_made_round *made = draw->made;

    for (int l = 0; l < made->lecturer_count; l++)
        made->lecturers[l].district = wp_random_between(&draw->random, 0, made->district_count - 1);
    for (int p = 0; p < made->project_count; p++) {
        draw_project(draw, &made->projects[p]);
        draw->weight_before[p + 1] = draw->weight_before[p] + made->projects[p].weight;
    }
    plant(draw);
    for (int p = 0; draw->full && p < made->project_count; p++)
        made->projects[p].must_run = made->projects[p].heads > 0 && wp_random_chance(&draw->random, 3);
}

static void draw_students(struct draw *draw) {
    struct wp_made_round *made = draw->made;

    shuffle(draw);
    for (int s = 0; s < made->student_count; s++) {
        struct wp_made_student *student = &made->students[s];

        student->load = 100;
        student->group = student->max_minutes = -1;
        if (draw->full)
            draw_student(draw, student);
        draw_choices(draw, student);
    }
}

static int allocate(struct wp_made_round *made, struct wp_error *error) {
    made->project_count = at_least_one(made->student_count / 4);
    made->lecturer_count = at_least_one(made->project_count / 5);
    made->host_count = at_least_one(made->project_count / 3);
    made->district_count = made->project_count / 6;
    if (made->district_count > WP_MADE_SIDE * WP_MADE_SIDE)
        made->district_count = WP_MADE_SIDE * WP_MADE_SIDE;
    made->district_count = at_least_one(made->district_count);
    made->students = calloc((size_t)made->student_count, sizeof *made->students);
    made->projects = calloc((size_t)made->project_count, sizeof *made->projects);
    made->lecturers = calloc((size_t)made->lecturer_count, sizeof *made->lecturers);
    made->hosts = calloc((size_t)made->host_count, sizeof *made->hosts);
    if (made->students == NULL || made->projects == NULL || made->lecturers == NULL || made->hosts == NULL)
        return wp_error_memory(error);
    return 0;
}

int wp_made_round_new(const struct wp_generate *what, struct wp_made_round **out, struct wp_error *error) {
    struct draw draw = {.random.state = (uint64_t)what->seed, .full = what->family == WP_FAMILY_FULL};
    int code;

    *out = NULL;
    draw.made = calloc(1, sizeof *draw.made);
    if (draw.made == NULL)
        return wp_error_memory(error);
    draw.made->what = what;
    draw.made->student_count = what->students;
    code = allocate(draw.made, error);
    if (code == 0) {
        draw.weight_before = calloc((size_t)draw.made->project_count + 1, sizeof *draw.weight_before);
        if (draw.weight_before == NULL)
            code = wp_error_memory(error);
    }
    if (code == 0) {
        draw_projects(&draw);
        draw_students(&draw);
        if (draw.full)
            code = draw_groups(&draw, error);
        count_plan(draw.made);
    }
    free(draw.weight_before);
    if (code != 0)
        wp_made_round_free(draw.made);
    else
        *out = draw.made;
    return code;
}

void wp_made_round_free(struct wp_made_round *made) {
    if (made == NULL)
        return;
    free(made->students);
    free(made->projects);
    free(made->lecturers);
    free(made->hosts);
    free(made);
}
