/* publication_parts.h: how entries are made: what the files publication*.c share. */
#ifndef WP_PUBLICATION_PARTS_H
#define WP_PUBLICATION_PARTS_H

#include "publication.h"

/* A publication in the making. What functions allocate lives in its arena; they return false, or NULL, when
 * memory runs out. */
struct wp_publication_draft {
    const struct wp_round *round;
    const struct wp_plan *plan;
    struct wp_publication *publication;
    const char **pseudonyms[WP_TABLE_COUNT]; /* by index; NULL where names themselves are told */
    struct wp_teams *teams;
    struct wp_totals *totals;
    struct wp_entry_project *projects; /* by index, as brokers see them; other audiences are told less */
    struct wp_contacts *guides;        /* by lecturer: herself alone */
};

/* publication.c: the entries by audience, then by the id that is shown. */
void wp_publication_sort(struct wp_publication *publication);

/* publication_contacts.c: who is called what. What is told besides the name; where there is none, and no id
 * told, the id takes its place. */
enum { WP_TELL_ID = 1, WP_TELL_EMAIL = 2 };
bool wp_publication_rename(struct wp_publication_draft *draft, const struct wp_pseudonyms *pseudonyms);
struct wp_contact wp_publication_contact(const struct wp_publication_draft *draft, enum wp_table table,
                                         int index, unsigned told);
/* The name alone, "" without one. */
struct wp_contact wp_publication_fellow(const struct wp_publication_draft *draft, int student);
/* The id that is shown of a student or project. */
const char *wp_publication_id(const struct wp_publication_draft *draft, enum wp_table table, int index);
void wp_publication_sort_students(struct wp_entry_student *students, int count);

/* publication_projects.c: the projects, with what more than one audience is told of them. */
bool wp_publication_projects(struct wp_publication_draft *draft);
/* Weekdays on which the student can be at her project. */
unsigned wp_publication_days(const struct wp_publication_draft *draft, int student);
void wp_publication_sort_projects(struct wp_entry_project *projects, int count);

/* The entries of an audience, one for each of its members, in any order; they are put at `entries`, which has
 * room for all. The brokers' circles are counted first, -1 when memory runs out. */
int wp_publication_circles(const struct wp_round *round);
bool wp_publication_brokers(struct wp_publication_draft *draft, struct wp_entry *entries);
bool wp_publication_lecturers(struct wp_publication_draft *draft, struct wp_entry *entries);
bool wp_publication_organisations(struct wp_publication_draft *draft, struct wp_entry *entries);
bool wp_publication_students(struct wp_publication_draft *draft, struct wp_entry *entries);

/* publication_account.c: how a student's place came about. */
bool wp_publication_account(struct wp_publication_draft *draft, int student,
                            struct wp_entry_account *account);

#endif
