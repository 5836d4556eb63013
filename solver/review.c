/* review.c: what is worth a notice in a complete round, and what an objective needs and misses. */
#include "finish.h"
#include "suggest.h"
#include "translate.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A kind of word that projects ask and students have. */
struct asked {
    const char *column; /* of the projects */
    struct wp_list (*asks)(const struct wp_project *project);
    struct wp_list (*has)(const struct wp_student *student);
};

static struct wp_list programmes_of(const struct wp_project *project) {
    return project->programmes;
}

static struct wp_list years_of(const struct wp_project *project) {
    return project->years;
}

static struct wp_list certificates_of(const struct wp_project *project) {
    return project->certificates;
}

static struct wp_list languages_of(const struct wp_project *project) {
    return project->languages;
}

static struct wp_list one_word(const int *word) {
    return (struct wp_list){word, *word >= 0};
}

static struct wp_list programme_had(const struct wp_student *student) {
    return one_word(&student->programme);
}

static struct wp_list year_had(const struct wp_student *student) {
    return one_word(&student->year);
}

static struct wp_list certificates_had(const struct wp_student *student) {
    return student->certificates;
}

static struct wp_list languages_had(const struct wp_student *student) {
    return student->languages;
}

static const struct asked asked_programmes = {"programmes", programmes_of, programme_had};
static const struct asked asked_years = {"years", years_of, year_had};
static const struct asked asked_certificates = {"certificates", certificates_of, certificates_had};
static const struct asked asked_languages = {"languages", languages_of, languages_had};

static int compare_text(const void *left, const void *right) {
    return strcmp(*(const char *const *)left, *(const char *const *)right);
}

/* The words that some student has, sorted; returns how many. seen: per word, false at first. */
static size_t list_known(const struct wp_round *round, struct wp_list (*of)(const struct wp_student *student),
                         bool *seen, const char **known) {
    size_t count = 0;

    for (int s = 0; s < round->student_count; s++) {
        struct wp_list has = of(&round->students[s]);

        for (int i = 0; i < has.count; i++) {
            if (seen[has.items[i]])
                continue;
            seen[has.items[i]] = true;
            known[count++] = wp_round_text(round, has.items[i]);
        }
    }
    qsort(known, count, sizeof *known, compare_text);
    return count;
}

/* Tells once of each word that some project asks and no student has. seen: per word, for this kind alone. */
static void tell_unknown(const struct wp_round *round, const struct asked *kind, bool *seen,
                         const char **known, struct wp_diagnostics *diagnostics) {
    size_t count = list_known(round, kind->has, seen, known);

    for (int p = 0; p < round->project_count; p++) {
        const struct wp_project *project = &round->projects[p];
        struct wp_list asks = kind->asks(project);

        for (int i = 0; i < asks.count; i++) {
            const char *word = wp_round_text(round, asks.items[i]), *near;

            if (seen[asks.items[i]])
                continue;
            seen[asks.items[i]] = true;
            near = wp_suggest(word, known, count);
            if (near)
                wp_diagnostics_notice(diagnostics, project->where,
                                      "project %s asks '%s' in %s, which no student has (did you mean '%s'?)",
                                      project->id, word, kind->column, near);
            else
                wp_diagnostics_notice(diagnostics, project->where,
                                      "project %s asks '%s' in %s, which no student has", project->id, word,
                                      kind->column);
        }
    }
}

/* A project that may stay closed, and always will: nobody can bring together what it asks. */
static void review_mix(const struct wp_round *round, const struct wp_project *project, int programmes,
                       struct wp_diagnostics *diagnostics) {
    bool own = project->mix.count > 0 || project->mix_programmes > 0;
    int least = own ? project->mix_programmes : round->settings->rules.min_programmes;
    int64_t heads = 0;

    for (int i = 0; i < project->mix.count; i++)
        heads += project->mix.items[i].minimum;
    if (heads < least)
        heads = least;
    if (own && least > programmes)
        wp_diagnostics_notice(diagnostics, project->where,
                              "project %s can never run: its mix asks for %d programmes, and the students "
                              "follow %d",
                              project->id, least, programmes);
    else if (heads > project->max_students)
        wp_diagnostics_notice(diagnostics, project->where,
                              own ? _("project %s can never run: its mix asks for %lld students, and it has "
                                      "room for %d")
                                  : _("project %s can never run: min_programmes asks for %lld students, and "
                                      "it has room for %d"),
                              project->id, (long long)heads, project->max_students);
}

static void review_mixes(const struct wp_round *round, const bool *followed, int programmes,
                         const char *const *known, struct wp_diagnostics *diagnostics) {
    if (round->settings->rules.min_programmes > programmes)
        wp_diagnostics_notice(diagnostics, (struct wp_location){0},
                              "no project without a mix of its own can run: min_programmes asks for %d "
                              "programmes, and the students follow %d",
                              round->settings->rules.min_programmes, programmes);
    for (int p = 0; p < round->project_count; p++) {
        const struct wp_project *project = &round->projects[p];

        for (int i = 0; i < project->mix.count; i++) {
            const char *word = wp_round_text(round, project->mix.items[i].programme), *near;

            if (followed[project->mix.items[i].programme])
                continue;
            near = wp_suggest(word, known, (size_t)programmes);
            if (near)
                wp_diagnostics_notice(diagnostics, project->where,
                                      "the mix of project %s names the programme '%s', which no student "
                                      "follows (did you mean '%s'?)",
                                      project->id, word, near);
            else
                wp_diagnostics_notice(
                    diagnostics, project->where,
                    "the mix of project %s names the programme '%s', which no student follows", project->id,
                    word);
        }
        if (project->status == WP_STATUS_OPTIONAL && project->min_students <= project->max_students)
            review_mix(round, project, programmes, diagnostics);
    }
}

static int review_words(const struct wp_round *round, struct wp_diagnostics *diagnostics,
                        struct wp_error *error) {
    const struct wp_rules_settings *rules = &round->settings->rules;
    const struct {
        const struct asked *kind;
        bool in_force;
    } kinds[] = {
        {&asked_programmes, true},
        {&asked_years, rules->years == WP_HARD},
        {&asked_certificates, rules->certificates == WP_HARD},
        {&asked_languages, rules->languages == WP_HARD},
    };
    size_t words = (size_t)wp_round_word_count(round) + 1, count;
    const char **known = calloc(words, sizeof *known);
    bool *seen = calloc(words, sizeof *seen);
    int code = 0;

    if (!known || !seen) {
        code = wp_error_memory(error);
        goto out;
    }
    for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
        if (!kinds[k].in_force)
            continue;
        memset(seen, 0, words * sizeof *seen);
        tell_unknown(round, kinds[k].kind, seen, known, diagnostics);
    }
    memset(seen, 0, words * sizeof *seen);
    count = list_known(round, programme_had, seen, known);
    review_mixes(round, seen, (int)count, known, diagnostics);

out:
    free(known);
    free(seen);
    return code;
}

/* Would a blank cell keep this student from a project that she chose? */
static bool chose_asking(const struct wp_round *round, const struct wp_student *student,
                         struct wp_list (*asks)(const struct wp_project *project)) {
    for (int c = 0; c < student->choice_count; c++) {
        if (asks(&round->projects[student->choices[c].project]).count > 0)
            return true;
    }
    return false;
}

#define NAMED_AT_MOST 5

static void tell_blank(const struct wp_round *round, const struct asked *kind, const char *column,
                       struct wp_diagnostics *diagnostics) {
    char names[512] = "";
    size_t length = 0;
    int count = 0;
    bool any = false;
    struct wp_location where = {0};

    /* Where unlisted projects are given too, each project concerns everyone. */
    for (int p = 0; p < round->project_count && round->settings->rules.unlisted_last && !any; p++)
        any = kind->asks(&round->projects[p]).count > 0;
    for (int s = 0; s < round->student_count; s++) {
        const struct wp_student *student = &round->students[s];

        if (kind->has(student).count > 0 || !(any || chose_asking(round, student, kind->asks)))
            continue;
        if (count == 0)
            where = student->where;
        if (count++ < NAMED_AT_MOST && length < sizeof names) {
            int written =
                snprintf(names + length, sizeof names - length, "%s%s", length ? ", " : "", student->id);

            length += written > 0 ? (size_t)written : 0;
        }
    }
    if (count == 0)
        return;
    if (count > NAMED_AT_MOST && length < sizeof names)
        snprintf(names + length, sizeof names - length, _(" and %d more"), count - NAMED_AT_MOST);
    wp_diagnostics_notice(
        diagnostics, where,
        ngettext("%s of student %s is blank: not eligible for the projects that ask a certain one",
                 "%s of students %s is blank: not eligible for the projects that ask a certain one",
                 (unsigned long)count),
        column, names);
}

static void review_blanks(const struct wp_round *round, struct wp_diagnostics *diagnostics) {
    tell_blank(round, &asked_programmes, "programme", diagnostics);
    if (round->settings->rules.years == WP_HARD)
        tell_blank(round, &asked_years, "year", diagnostics);
}

static void review_sizes(const struct wp_round *round, struct wp_diagnostics *diagnostics) {
    int largest = 0;

    for (int p = 0; p < round->project_count; p++) {
        const struct wp_project *project = &round->projects[p];

        if (project->status == WP_STATUS_CLOSED)
            continue;
        if (project->max_students > largest)
            largest = project->max_students;
        if (project->status == WP_STATUS_OPTIONAL && project->min_students > project->max_students)
            wp_diagnostics_notice(
                diagnostics, project->where,
                ngettext("project %s can never run: it needs %d student and has room for %d",
                         "project %s can never run: it needs %d students and has room for %d",
                         (unsigned long)project->min_students),
                project->id, project->min_students, project->max_students);
    }
    for (int u = 0; u < round->unit_count; u++) {
        const struct wp_unit *unit = &round->units[u];
        const struct wp_student *student = &round->students[unit->students.items[0]];

        if (unit->size > 1 && unit->size > largest)
            wp_diagnostics_notice(
                diagnostics, student->where,
                "the group of student %s has %d students, more than any project has room for (%d)",
                student->id, unit->size, largest);
    }
}

static void review_balance(const struct wp_round *round, struct wp_diagnostics *diagnostics) {
    const struct wp_settings *settings = round->settings;
    bool asked = false;

    for (int o = 0; o < settings->objective_count; o++)
        asked |= settings->objectives[o].kind == WP_OBJECTIVE_BALANCE;
    for (int l = 0; l < round->lecturer_count && asked; l++) {
        if (round->lecturers[l].max_load == WP_UNLIMITED)
            wp_diagnostics_error(
                diagnostics, round->lecturers[l].where,
                "lecturer %s has no max_students, which the objective balance needs of every lecturer",
                round->lecturers[l].id);
    }
}

int wp_round_review(const struct wp_round *round, struct wp_diagnostics *diagnostics,
                    struct wp_error *error) {
    review_balance(round, diagnostics);
    review_blanks(round, diagnostics);
    review_sizes(round, diagnostics);
    return review_words(round, diagnostics, error);
}
