/* publication.h: what each recipient is told of a plan: lecturers, brokers (a circle each), organisations,
 * students.
 *
 * Who may see what is decided here and nowhere else: files are written from an entry alone, and the round
 * cannot be reached from here, so what an entry does not hold cannot leave the coordinator. A text that a
 * recipient is not told, or that there is none of, is ""; a number -1. */
#ifndef WP_PUBLICATION_H
#define WP_PUBLICATION_H

#include "audience.h"
#include "plan.h"
#include "pseudonyms.h"

/* A person or organisation: a pseudonym where those are asked. */
struct wp_contact {
    const char *id, *name, *email;
};

struct wp_contacts {
    const struct wp_contact *items;
    int count;
};

/* A student, as others see her. Of her fellow students one who has no name is all "". */
struct wp_entry_student {
    struct wp_contact who;
    const char *programme, *year;
    unsigned
        days;    /* weekdays on which she can be at the project, as bits; 0: not told, or nothing is known */
    int minutes; /* of her one-way trip */
};

/* Nothing is told of her: what others start from. */
extern const struct wp_entry_student wp_entry_nobody;

/* A project, as the recipient sees it. */
struct wp_entry_project {
    const char *id, *title, *theme, *indicator, *district, *circle;
    struct wp_contacts organisations, lecturers;
    int slot;      /* of its weekly meeting */
    unsigned days; /* that it asks for, as bits; 0: it asks nothing */
    int seats;     /* what it takes at most (brokers) */
    bool open;     /* false only for brokers, who see what does not run too */
    const struct wp_entry_student
        *students; /* by the name and id that are shown; a student's are the others */
    int student_count;
    int unnamed; /* others on a student's project beyond WP_FELLOWS: an audience, no team */
};
#define WP_FELLOWS 40

/* Why a student is not on a choice that she ranked better than what she has: facts of the plan, no guesses.
 */
enum wp_choice_outcome {
    WP_CHOICE_GOT,
    WP_CHOICE_CLOSED,       /* the project does not run */
    WP_CHOICE_NOT_ELIGIBLE, /* a rule keeps her from it */
    WP_CHOICE_GROUP,        /* a rule keeps somebody of her group from it, or not all of them chose it */
    WP_CHOICE_FULL,         /* others have all its seats, or all that a host offers */
    WP_CHOICE_TOO_FEW,      /* seats are free, but fewer than her group needs together */
    WP_CHOICE_OTHERWISE     /* none of these: another plan would have been worse for all together */
};
struct wp_entry_choice {
    int rank;
    const char *project, *title;
    enum wp_choice_outcome outcome;
    const char *rule; /* for WP_CHOICE_NOT_ELIGIBLE: a sentence to her: wp_publication_rule */
};

/* How her place came about. */
struct wp_entry_account {
    int rank;          /* 0: not placed; -1: unlisted, or only others of her group ranked it */
    const char *basis; /* as in placements.csv: "choice", "pin", "group", "unlisted"; "" if not placed */
    int group;         /* heads of her unit: 1 if she is on her own */
    int lottery;       /* her number; 0 behind a pseudonym, since the seed and a list of ids give it away */
    const struct wp_entry_choice *choices; /* by rank, what she got last; those that she ranked no better are
                                              left out, and all of them where the place was fixed */
    int choice_count, choices_made;
};

/* One thing that changed since an earlier plan, in a sentence of the language in use. */
struct wp_entry_change {
    const char *sentence;
    bool names_people; /* besides those whom she is to turn to: it is for her page, not for a mail's text */
};

struct wp_entry {
    enum wp_audience audience;
    const char *key;                         /* the id in the round, never shown: what --since compares by */
    struct wp_contact whom;                  /* of a broker: the circle */
    const struct wp_entry_project *projects; /* by the id that is shown; of a student: one, or none */
    int project_count;
    struct wp_entry_student self;          /* of a student */
    struct wp_entry_account account;       /* of a student */
    const struct wp_entry_change *changes; /* set by publication_since.c */
    int change_count;
    bool gone; /* by publication_since.c: only the earlier plan has her, and nothing else is told */
};

/* All entries of a plan, by audience, then by the id that is shown. */
struct wp_publication {
    const struct wp_settings *settings; /* of the round: its name, dates and [report] */
    bool proven;                        /* no better plan exists */
    bool pseudonyms;
    struct wp_entry *entries;
    int count;
    struct wp_arena *arena; /* holds all of this */
};

/* Pseudonyms: NULL for the names themselves. *out is NULL on failure; free with wp_publication_free. The
 * round must outlive it. */
int wp_publication_new(const struct wp_round *round, const struct wp_plan *plan, bool proven,
                       const struct wp_pseudonyms *pseudonyms, struct wp_publication **out,
                       struct wp_error *error);
void wp_publication_free(struct wp_publication *publication);

/* What a student is told of a rule that keeps her from a project: a sentence in the language in use, such as
 * "It asks for other programmes than yours." */
const char *wp_publication_rule(const char *rule);

/* What somebody is called: by name, or by the id where there is none. */
const char *wp_contact_text(const struct wp_contact *contact);

/* Leaves only entries that differ from those of the earlier publication, each with what changed; who is no
 * longer in the plan gets an entry without projects. The earlier one must outlive it. */
int wp_publication_since(struct wp_publication *publication, const struct wp_publication *earlier,
                         struct wp_error *error);

#endif
