/* publication_contacts.c: what people, organisations and projects are called in a publication: by their
 * names, or by pseudonyms in place of all that would tell who they are. */
#include "publication_parts.h"
#include <stdlib.h>
#include <string.h>

const struct wp_entry_student wp_entry_nobody = {
    .who = {"", "", ""}, .programme = "", .year = "", .minutes = -1};

static bool rename_table(struct wp_publication_draft *draft, const struct wp_pseudonyms *pseudonyms,
                         enum wp_table table, const char *kind, int count) {
    struct wp_arena *arena = draft->publication->arena;
    const char **names = wp_arena_alloc(arena, (size_t)count, sizeof *names);
    draft->pseudonyms[table] = names;
    for (int i = 0; i < count && names; i++) {
        char buffer[WP_PSEUDONYM];
        const char *name = wp_pseudonym(pseudonyms, kind, wp_round_id(draft->round, table, i), buffer);
        names[i] = wp_arena_copy(arena, name, strlen(name));
        if (!names[i])
            return false;
    }
    return names != NULL;
}

bool wp_publication_rename(struct wp_publication_draft *draft, const struct wp_pseudonyms *pseudonyms) {
    const struct wp_round *round = draft->round;
    return !pseudonyms ||
           (rename_table(draft, pseudonyms, WP_STUDENTS, "student", round->student_count) &&
            rename_table(draft, pseudonyms, WP_LECTURERS, "lecturer", round->lecturer_count) &&
            rename_table(draft, pseudonyms, WP_ORGANISATIONS, "organisation", round->organisation_count) &&
            rename_table(draft, pseudonyms, WP_PROJECTS, "project", round->project_count));
}

const char *wp_publication_id(const struct wp_publication_draft *draft, enum wp_table table, int index) {
    const char **pseudonyms = draft->pseudonyms[table];
    return pseudonyms ? pseudonyms[index] : wp_round_id(draft->round, table, index);
}

/* All that the round knows of somebody. */
static struct wp_contact known(const struct wp_round *round, enum wp_table table, int index) {
    if (table == WP_STUDENTS) {
        const struct wp_student *student = &round->students[index];
        return (struct wp_contact){student->id, student->name, student->email};
    }
    if (table == WP_LECTURERS) {
        const struct wp_lecturer *lecturer = &round->lecturers[index];
        return (struct wp_contact){lecturer->id, lecturer->name, lecturer->email};
    }
    const struct wp_organisation *organisation = &round->organisations[index];
    return (struct wp_contact){organisation->id, organisation->name, organisation->email};
}

struct wp_contact wp_publication_contact(const struct wp_publication_draft *draft, enum wp_table table,
                                         int index, unsigned told) {
    struct wp_contact contact = known(draft->round, table, index);
    if (draft->pseudonyms[table])
        contact = (struct wp_contact){draft->pseudonyms[table][index], "", ""};
    if (!(told & WP_TELL_EMAIL))
        contact.email = "";
    if (!(told & WP_TELL_ID)) {
        contact.name = wp_contact_text(&contact);
        contact.id = "";
    }
    return contact;
}

struct wp_contact wp_publication_fellow(const struct wp_publication_draft *draft, int student) {
    if (draft->pseudonyms[WP_STUDENTS])
        return wp_publication_contact(draft, WP_STUDENTS, student, 0);
    return (struct wp_contact){"", draft->round->students[student].name, ""};
}

const char *wp_contact_text(const struct wp_contact *contact) {
    return *contact->name ? contact->name : contact->id;
}

/* Only what is shown decides, so that the order tells nothing more. */
static int by_shown(const void *left, const void *right) {
    const struct wp_entry_student *one = left, *other = right;
    int order = strcmp(one->who.name, other->who.name);
    if (order == 0)
        order = strcmp(one->who.id, other->who.id);
    if (order == 0)
        order = (one->days > other->days) - (one->days < other->days);
    return order;
}

void wp_publication_sort_students(struct wp_entry_student *students, int count) {
    if (count > 1)
        qsort(students, (size_t)count, sizeof *students, by_shown);
}
