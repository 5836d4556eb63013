/* entry_changes_people.c: who comes to a project, who leaves, and of whom something else is told, in
 * sentences. */
#include "entry_changes.h"
#include "language.h"
#include <stdlib.h>
#include <string.h>

/* Those whom the recipient is to turn to: by name, as they are sorted. */
static void compare_contacts(struct wp_entry_changes *changes, const char *project,
                             const struct wp_contacts *before, const struct wp_contacts *after,
                             bool lecturers) {
    struct wp_phrases *phrases = &changes->phrases;
    for (int b = 0, a = 0; b < before->count || a < after->count;) {
        const struct wp_contact *one = b < before->count ? &before->items[b] : NULL;
        const struct wp_contact *other = a < after->count ? &after->items[a] : NULL;
        int order = !one ? 1 : !other ? -1 : strcmp(one->name, other->name);
        if (order < 0)
            wp_entry_changes_say(changes, false,
                                 wp_phrase(phrases,
                                           lecturers ? _("%s: %s is no longer a lecturer there.")
                                                     : _("%s: %s is no longer one of its organisations."),
                                           project, wp_contact_text(one)));
        else if (order > 0)
            wp_entry_changes_say(changes, false,
                                 wp_phrase(phrases,
                                           lecturers ? _("%s: %s is now a lecturer there.")
                                                     : _("%s: %s is now one of its organisations."),
                                           project, wp_phrase_contact(phrases, other)));
        else if (strcmp(one->email, other->email) != 0)
            wp_entry_changes_say(changes, false,
                                 wp_phrase(phrases, _("%s: the e-mail address of %s is now %s."), project,
                                           wp_contact_text(other), *other->email ? other->email : _("none")));
        b += order <= 0;
        a += order >= 0;
    }
}

/* Students of two entries are the same ones by the id that is shown, or, where none is, by name. */
static int by_who(const struct wp_entry_student *one, const struct wp_entry_student *other) {
    int order = strcmp(one->who.id, other->who.id);
    return order || *one->who.id ? order : strcmp(one->who.name, other->who.name);
}

/* Two of one name are told apart by the rest, so that equal lists are in equal order. */
static int by_all(const void *left, const void *right) {
    const struct wp_entry_student *const *one = left, *const *other = right;
    const struct wp_entry_student *a = *one, *b = *other;
    int order = by_who(a, b);
    if (order == 0)
        order = strcmp(a->who.name, b->who.name);
    if (order == 0)
        order = strcmp(a->who.email, b->who.email);
    if (order == 0)
        order = strcmp(a->programme, b->programme);
    if (order == 0)
        order = strcmp(a->year, b->year);
    if (order == 0)
        order = (a->days > b->days) - (a->days < b->days);
    return order ? order : (a->minutes > b->minutes) - (a->minutes < b->minutes);
}

/* What is told of a student who stays. */
static void compare_student(struct wp_entry_changes *changes, const char *project,
                            const struct wp_entry_student *before, const struct wp_entry_student *after) {
    const struct {
        bool differs;
        const char *what;
    } details[] = {{strcmp(before->who.name, after->who.name) != 0, N_("name")},
                   {strcmp(before->who.email, after->who.email) != 0, N_("e-mail")},
                   {strcmp(before->programme, after->programme) != 0, N_("programme")},
                   {strcmp(before->year, after->year) != 0, N_("year")},
                   {before->days != after->days, N_("days")},
                   {before->minutes != after->minutes, N_("travel time")}};
    const char *words[sizeof details / sizeof *details];
    int count = 0;
    for (size_t i = 0; i < sizeof details / sizeof *details; i++)
        if (details[i].differs)
            words[count++] = _(details[i].what);
    if (count > 0)
        wp_entry_changes_say(changes, true,
                             wp_phrase(&changes->phrases, _("%s: changed for %s: %s."), project,
                                       wp_contact_text(&after->who),
                                       wp_phrase_list(&changes->phrases, words, count)));
}

/* A fellow student without a name is told of, but not who she is. */
static const char *name_student(const struct wp_entry_student *student) {
    const char *name = wp_contact_text(&student->who);
    return *name ? name : _("a fellow student");
}

/* The students of a project in the order of by_all; NULL without memory. */
static const struct wp_entry_student **sort_students(const struct wp_entry_project *project) {
    size_t count = (size_t)project->student_count;
    const struct wp_entry_student **sorted = calloc(count + 1, sizeof *sorted);
    for (size_t s = 0; s < count && sorted; s++)
        sorted[s] = &project->students[s];
    if (sorted)
        qsort(sorted, count, sizeof *sorted, by_all);
    return sorted;
}

/* Names are gathered, then told in one sentence each. */
struct gathered {
    const char **comes, **leaves;
    int come_count, leave_count;
};

static void gather(struct wp_entry_changes *changes, const char *project,
                   const struct wp_entry_student *const *before, int before_count,
                   const struct wp_entry_student *const *after, int after_count, struct gathered *gathered) {
    for (int b = 0, a = 0; b < before_count || a < after_count;) {
        int order = b == before_count ? 1 : a == after_count ? -1 : by_who(before[b], after[a]);
        if (order < 0)
            gathered->leaves[gathered->leave_count++] = name_student(before[b]);
        else if (order > 0)
            gathered->comes[gathered->come_count++] = name_student(after[a]);
        else
            compare_student(changes, project, before[b], after[a]);
        b += order <= 0;
        a += order >= 0;
    }
}

static void compare_students(struct wp_entry_changes *changes, const char *project,
                             const struct wp_entry_project *before, const struct wp_entry_project *after) {
    struct wp_phrases *phrases = &changes->phrases;
    const struct wp_entry_student **was = sort_students(before), **is = sort_students(after);
    struct gathered names = {.comes = calloc((size_t)after->student_count + 1, sizeof *names.comes),
                             .leaves = calloc((size_t)before->student_count + 1, sizeof *names.leaves)};
    if (was && is && names.comes && names.leaves)
        gather(changes, project, was, before->student_count, is, after->student_count, &names);
    else
        phrases->failed = true;
    if (names.come_count > 0)
        wp_entry_changes_say(
            changes, true,
            wp_phrase(phrases, ngettext("%s: %s comes.", "%s: %s come.", (unsigned long)names.come_count),
                      project, wp_phrase_list(phrases, names.comes, names.come_count)));
    if (names.leave_count > 0)
        wp_entry_changes_say(
            changes, true,
            wp_phrase(phrases, ngettext("%s: %s leaves.", "%s: %s leave.", (unsigned long)names.leave_count),
                      project, wp_phrase_list(phrases, names.leaves, names.leave_count)));
    if (before->unnamed != after->unnamed)
        wp_entry_changes_say(changes, false,
                             wp_phrase(phrases,
                                       _("%s: there are now %d fellow students more than those "
                                         "whose names you have; there were %d."),
                                       project, after->unnamed, before->unnamed));
    free(was);
    free(is);
    free(names.comes);
    free(names.leaves);
}

void wp_entry_changes_people(struct wp_entry_changes *changes, const struct wp_entry_project *before,
                             const struct wp_entry_project *after) {
    const char *project = wp_phrase_project(&changes->phrases, after);
    compare_contacts(changes, project, &before->organisations, &after->organisations, false);
    compare_contacts(changes, project, &before->lecturers, &after->lecturers, true);
    compare_students(changes, project, before, after);
}
