/* made_round_write.c: the files of a synthetic round. */
#include "csv_write.h"
#include "made_round.h"
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

static const char *const programmes[WP_MADE_PROGRAMMES] = {"SW", "NUR", "EDU", "HOU"};
static const char *const family_names[] = {"flow", "quota", "full"};

#define ID_SIZE 16

/* A cell with an id: a letter and a number, the first object being 1. */
static void put_id(struct wp_csv_writer *csv, char letter, int index) {
    char id[ID_SIZE];

    snprintf(id, sizeof id, "%c%07d", letter, index + 1);
    wp_csv_text(csv, id);
}

/* Two ids in one cell; the second may be -1. */
static void put_ids(struct wp_csv_writer *csv, char letter, int first, int second) {
    char ids[2 * ID_SIZE];

    if (second < 0) {
        put_id(csv, letter, first);
        return;
    }
    snprintf(ids, sizeof ids, "%c%07d|%c%07d", letter, first + 1, letter, second + 1);
    wp_csv_text(csv, ids);
}

static void put_days(struct wp_csv_writer *csv, unsigned days) {
    static const char *const names[] = {"mo", "tu", "we", "th", "fr"};
    char text[32] = "";

    for (int d = 0; d < 5; d++) {
        size_t length = strlen(text);

        if ((days & 1u << d) != 0)
            snprintf(text + length, sizeof text - length, "%s%s", length > 0 ? "|" : "", names[d]);
    }
    wp_csv_text(csv, text);
}

static void put_programmes(struct wp_csv_writer *csv, unsigned set) {
    char text[32] = "";

    for (int k = 0; k < WP_MADE_PROGRAMMES; k++) {
        size_t length = strlen(text);

        if ((set & 1u << k) != 0)
            snprintf(text + length, sizeof text - length, "%s%s", length > 0 ? "|" : "", programmes[k]);
    }
    wp_csv_text(csv, text);
}

static void put_optional(struct wp_csv_writer *csv, int number) {
    if (number < 0)
        wp_csv_blank(csv);
    else
        wp_csv_number(csv, number);
}

static void put_student(struct wp_csv_writer *csv, const struct wp_made_round *made, int index) {
    const struct wp_made_student *student = &made->students[index];

    put_id(csv, 'S', index);
    if (made->what->family == WP_FAMILY_FULL) {
        wp_csv_text(csv, programmes[student->programme]);
        put_id(csv, 'D', student->district);
        wp_csv_text(csv, student->first_aid ? "first aid" : "");
        put_days(csv, student->days);
        if (student->group >= 0)
            put_id(csv, 'G', student->group);
        else
            wp_csv_blank(csv);
        wp_csv_load(csv, student->load);
        put_optional(csv, student->max_minutes);
    }
    for (int i = 0; i < WP_MADE_CHOICES; i++) {
        if (i < student->choice_count)
            put_id(csv, 'P', student->choices[i]);
        else
            wp_csv_blank(csv);
    }
    wp_csv_end_row(csv);
}

static void write_students(const struct wp_made_round *made, FILE *file) {
    static const char *const full[] = {"id",       "programme", "district",    "certificates", "days",
                                       "group",    "load",      "max_minutes", "choice_1",     "choice_2",
                                       "choice_3", "choice_4",  "choice_5",    "choice_6",     NULL};
    static const char *const plain[] = {"id",       "choice_1", "choice_2", "choice_3",
                                        "choice_4", "choice_5", "choice_6", NULL};
    struct wp_csv_writer csv = wp_csv_for_machines(file);

    wp_csv_header(&csv, made->what->family == WP_FAMILY_FULL ? full : plain);
    for (int s = 0; s < made->student_count; s++)
        put_student(&csv, made, s);
}

/* Seats kept free for late students come on top of those that the plan may use. */
static int reserve_of(const struct wp_made_round *made, int project) {
    return made->what->family == WP_FAMILY_FULL && project % 10 == 3 ? 1 : 0;
}

static const char *status_of(const struct wp_made_project *project, int index) {
    if (project->must_run)
        return "open";
    return project->heads == 0 && index % 7 == 0 ? "closed" : "optional";
}

static void put_full_project(struct wp_csv_writer *csv, const struct wp_made_round *made, int index) {
    static const char *const domains[] = {"care", "housing", "welfare", "education", "youth", "finance"};
    const struct wp_made_project *project = &made->projects[index];
    int other = (project->lecturer + 1) % made->lecturer_count;

    wp_csv_number(csv, reserve_of(made, index));
    wp_csv_text(csv, status_of(project, index));
    /* Most leave it to whoever covers the district. */
    if (index % 5 == 0)
        put_ids(csv, 'L', project->lecturer, other != project->lecturer ? other : -1);
    else
        wp_csv_blank(csv);
    put_id(csv, 'D', project->district);
    put_ids(csv, 'O', project->hosts[0], project->hosts[1]);
    put_programmes(csv, project->programmes);
    wp_csv_text(csv, project->first_aid ? "first aid" : "");
    put_days(csv, project->days);
    wp_csv_text(csv, domains[index % 6]);
    wp_csv_text(csv, index % 3 == 0 ? "collective" : "individual");
}

static void write_projects(const struct wp_made_round *made, FILE *file) {
    static const char *const full[] = {
        "id",        "min_students", "max_students",  "reserve",    "status",
        "lecturers", "district",     "organisations", "programmes", "certificates",
        "days",      "domain",       "orientation",   NULL};
    static const char *const plain[] = {"id", "min_students", "max_students", "lecturers", NULL};
    bool is_full = made->what->family == WP_FAMILY_FULL;
    struct wp_csv_writer csv = wp_csv_for_machines(file);

    wp_csv_header(&csv, is_full ? full : plain);
    for (int p = 0; p < made->project_count; p++) {
        put_id(&csv, 'P', p);
        wp_csv_number(&csv, made->projects[p].minimum);
        wp_csv_number(&csv, made->projects[p].maximum + reserve_of(made, p));
        if (is_full)
            put_full_project(&csv, made, p);
        else
            put_id(&csv, 'L', made->projects[p].lecturer);
        wp_csv_end_row(&csv);
    }
}

static void write_lecturers(const struct wp_made_round *made, FILE *file) {
    static const char *const full[] = {"id",           "min_students", "max_students",
                                       "max_projects", "districts",    NULL};
    static const char *const plain[] = {"id", "max_students", NULL};
    bool is_full = made->what->family == WP_FAMILY_FULL;
    struct wp_csv_writer csv = wp_csv_for_machines(file);

    wp_csv_header(&csv, is_full ? full : plain);
    for (int l = 0; l < made->lecturer_count; l++) {
        const struct wp_made_lecturer *lecturer = &made->lecturers[l];
        int next = (lecturer->district + 1) % made->district_count;

        put_id(&csv, 'L', l);
        if (is_full)
            wp_csv_load(&csv, l % 4 == 0 ? lecturer->load / 2 : 0);
        wp_csv_load(&csv, lecturer->load + lecturer->load / 10 + 100);
        if (is_full) {
            wp_csv_number(&csv, lecturer->projects + 1);
            put_ids(&csv, 'D', lecturer->district, l % 3 == 0 && next != lecturer->district ? next : -1);
        }
        wp_csv_end_row(&csv);
    }
}

static void write_organisations(const struct wp_made_round *made, FILE *file) {
    static const char *const header[] = {
        "id", "max_students", "max_projects", "agreement_from", "agreement_until", NULL};
    struct wp_csv_writer csv = wp_csv_for_machines(file);

    wp_csv_header(&csv, header);
    for (int h = 0; h < made->host_count; h++) {
        put_id(&csv, 'O', h);
        wp_csv_number(&csv, made->hosts[h].heads + made->hosts[h].heads / 5 + 1);
        wp_csv_number(&csv, made->hosts[h].projects + 1);
        wp_csv_text(&csv, "2026-01-01");
        wp_csv_text(&csv, h % 2 == 0 ? "2028-12-31" : "");
        wp_csv_end_row(&csv);
    }
}

static void write_districts(const struct wp_made_round *made, FILE *file) {
    static const char *const header[] = {"id", "circle", NULL};
    struct wp_csv_writer csv = wp_csv_for_machines(file);

    wp_csv_header(&csv, header);
    for (int d = 0; d < made->district_count; d++) {
        put_id(&csv, 'D', d);
        put_id(&csv, 'C', d / 9);
        wp_csv_end_row(&csv);
    }
}

static void write_travel(const struct wp_made_round *made, FILE *file) {
    static const char *const header[] = {"from", "to", "minutes", NULL};
    struct wp_csv_writer csv = wp_csv_for_machines(file);

    wp_csv_header(&csv, header);
    for (int from = 0; from < made->district_count; from++) {
        for (int to = from + 1; to < made->district_count; to++) {
            put_id(&csv, 'D', from);
            put_id(&csv, 'D', to);
            wp_csv_number(&csv, wp_made_minutes(from, to));
            wp_csv_end_row(&csv);
        }
    }
}

/* One row of decisions.csv; other and project may be -1. */
static void put_decision(struct wp_csv_writer *csv, const char *action, int student, int other, int project,
                         const char *rule) {
    wp_csv_text(csv, action);
    put_ids(csv, 'S', student, other);
    if (project >= 0)
        put_id(csv, 'P', project);
    else
        wp_csv_blank(csv);
    wp_csv_text(csv, rule);
    wp_csv_end_row(csv);
}

/* Each agrees with the plan around which the round was made. */
static void write_decisions(const struct wp_made_round *made, FILE *file) {
    static const char *const header[] = {"action", "students", "project", "rule", NULL};
    struct wp_csv_writer csv = wp_csv_for_machines(file);

    wp_csv_header(&csv, header);
    for (int s = 0; s < made->student_count; s++) {
        const struct wp_made_student *student = &made->students[s];

        if (student->pinned)
            put_decision(&csv, "pin", s, -1, student->project, "");
        if (student->waived)
            put_decision(&csv, "waive", s, -1, student->project, "certificates");
        if (s % 100 == 50 && student->choices[0] != student->project)
            put_decision(&csv, "forbid", s, -1, student->choices[0], "");
        if (s % 100 == 75 && student->project != made->students[s - 1].project)
            put_decision(&csv, "apart", s, s - 1, -1, "");
    }
}

static void write_settings(const struct wp_made_round *made, FILE *file) {
    bool is_full = made->what->family == WP_FAMILY_FULL;

    fprintf(file,
            "# A synthetic round: %d students, seed %" PRId64
            ", family %s. At least one plan places everybody.\n"
            "[round]\nname = Synthetic round\n",
            made->student_count, made->what->seed, family_names[made->what->family]);
    if (is_full)
        fputs("start = 2026-09-07\nend = 2027-01-29\n", file);
    fprintf(file, "seed = %" PRId64 "\n\n", made->what->seed);
    fputs("[input]\nstudents = students.csv\nprojects = projects.csv\nlecturers = lecturers.csv\n", file);
    if (is_full)
        fputs("organisations = organisations.csv\ndistricts = districts.csv\ntravel = travel.csv\n"
              "decisions = decisions.csv\n",
              file);
    /* Never: every student with every project would be too many pairs in a large round. */
    fputs("\n[rules]\nmust_place = no\nunlisted = never\n", file);
    if (is_full)
        fprintf(file, "max_minutes = %d\ndays_in_common = 1\n", WP_MADE_MINUTES);
    fprintf(file, "\n[objectives]\norder = placed, ranks:%s\n", is_full ? "generous, travel" : "sum");
}

int wp_made_round_write(const struct wp_made_round *made, struct wp_folder *folder, struct wp_error *error) {
    static const struct {
        const char *name;
        void (*write)(const struct wp_made_round *made, FILE *file);
        bool full_only;
    } files[] = {
        {"round.ini", write_settings, false},
        {"students.csv", write_students, false},
        {"projects.csv", write_projects, false},
        {"lecturers.csv", write_lecturers, false},
        {"organisations.csv", write_organisations, true},
        {"districts.csv", write_districts, true},
        {"travel.csv", write_travel, true},
        {"decisions.csv", write_decisions, true},
    };
    int code = 0;

    for (size_t i = 0; code == 0 && i < sizeof files / sizeof files[0]; i++) {
        FILE *file;

        if (files[i].full_only && made->what->family != WP_FAMILY_FULL)
            continue;
        code = wp_folder_open_file(folder, files[i].name, &file, error);
        if (code == 0) {
            files[i].write(made, file);
            code = wp_folder_close_file(folder, error);
        }
    }
    return code;
}

int wp_generate_round(const struct wp_generate *what, struct wp_folder *folder, struct wp_error *error) {
    struct wp_made_round *made;
    int code = wp_made_round_new(what, &made, error);

    if (code == 0)
        code = wp_made_round_write(made, folder, error);
    wp_made_round_free(made);
    return code;
}
