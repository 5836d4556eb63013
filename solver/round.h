/* round.h: the round in memory: who and what there is, in canonical order, checked and cross-referenced.
 *
 * Filled by io/ table by table, then completed by wp_round_finish(). After that it is read-only. Every array
 * is sorted by id (bytewise), so an index into it does not depend on the order of the input's rows; other
 * objects are named by index, -1 for none. All strings and arrays live in the round's arena. */
#ifndef WP_ROUND_H
#define WP_ROUND_H

#include "arena.h"
#include "diagnostics.h"
#include "settings.h"
#include <stdbool.h>
#include <stdint.h>

/* Loads, and lecturers' limits, are counted in hundredths: 1 student of load 1 = 100. */
#define WP_LOAD_UNIT 100
#define WP_UNLIMITED INT32_MAX

/* Weekdays as bits: Monday = 1, Tuesday = 2 … Friday = 16. Slots as bits: mo1 = 1, mo2 = 2, … mo4 = 8, tu1 =
 * 16 … fr4 = 1 << 19. */
#define WP_ALL_DAYS   0x1Fu
#define WP_ALL_SLOTS  0xFFFFFu
#define WP_SLOT_COUNT 20
#define WP_DAY_SLOTS  4 /* of each weekday */

/* A list of words (see wp_round_word) or of indices. */
struct wp_list {
    const int *items;
    int count;
};

struct wp_position {
    double latitude, longitude; /* degrees */
    bool known;
};

enum wp_orientation { WP_ORIENTATION_NONE, WP_ORIENTATION_INDIVIDUAL, WP_ORIENTATION_COLLECTIVE };
enum wp_kind { WP_KIND_NONE, WP_KIND_FORMAL, WP_KIND_INFORMAL };
enum wp_project_status { WP_STATUS_OPTIONAL, WP_STATUS_OPEN, WP_STATUS_CLOSED };

struct wp_district {
    const char *id, *name; /* name: "" if none; the same holds for every string below */
    int circle;            /* word, or -1 */
    struct wp_position position;
    struct wp_location where;
};

struct wp_organisation {
    const char *id, *name, *email;
    int domain;                             /* word, or -1 */
    int max_students, max_projects;         /* or WP_UNLIMITED */
    wp_day agreement_from, agreement_until; /* WP_NO_DAY: open on that side */
    struct wp_location where;
};

struct wp_lecturer {
    const char *id, *name, *email;
    struct wp_list districts; /* indices */
    struct wp_list circles;   /* words */
    int min_load;             /* hundredths; 0 where the maximum is 0 */
    int max_load;             /* hundredths, reserve taken off; WP_UNLIMITED if blank */
    int reserve;              /* hundredths */
    int max_projects;         /* or WP_UNLIMITED */
    uint32_t slots;           /* blank: WP_ALL_SLOTS */
    struct wp_location where;
};

/* How many of one programme a project takes: "SW:1-3". */
struct wp_mix_part {
    int programme;        /* word */
    int minimum, maximum; /* heads; WP_UNLIMITED */
};

struct wp_project {
    const char *id, *title, *indicator;
    struct wp_list organisations; /* indices: its hosts, in canonical order */
    int circle;                   /* word: its own, else its district's, else -1 */
    int district;                 /* or -1 */
    struct wp_position position;  /* its own, else its district's */
    int domain, theme;            /* words, or -1 */
    enum wp_kind kind;
    enum wp_orientation orientation;
    int min_students;                /* heads, at least 1 */
    int max_students;                /* heads, reserve taken off; at least 0 */
    int reserve;                     /* heads */
    enum wp_project_status status;   /* after decisions open and close */
    struct wp_list listed_lecturers; /* indices: only these may guide it; empty: whoever covers its place */
    struct wp_list programmes, years, certificates, languages; /* words; empty: asks nothing */
    uint8_t days;                                              /* 0: asks nothing */
    uint32_t slots; /* blank: the days' slots, all if there are no days */
    struct wp_list_of_mix {
        const struct wp_mix_part *items;
        int count;
    } mix;
    int mix_programmes; /* distinct programmes that the mix cell asks ("2+"), or 0 */
    struct wp_location where;

    /* Set by wp_round_finish(). */
    struct wp_list
        lecturers; /* indices: who may guide it, after decisions too; empty if none can or none are needed */
    bool agreed;   /* every host's agreement covers the round */
};

/* One ranked choice. */
struct wp_choice {
    int project;
    int rank; /* 1 is the first choice */
};

struct wp_student {
    const char *id, *name, *email;
    int programme;                          /* word, or -1 */
    int year;                               /* word, or -1: years are compared as words */
    int district;                           /* or -1 */
    struct wp_position position;            /* her own, else her district's */
    struct wp_list languages, certificates; /* words */
    uint8_t days;                           /* blank: WP_ALL_DAYS */
    uint32_t slots;
    enum wp_orientation orientation;
    const char *group;               /* as written, "" if none */
    int load;                        /* hundredths, 1 to 999 */
    int max_minutes;                 /* her own limit, or -1 */
    const struct wp_choice *choices; /* by rank, then project; each project once */
    int choice_count;
    struct wp_location where;

    /* Set by wp_round_finish(). */
    int unit;
    int lottery; /* her number in the disclosed lottery, 1 … student_count: see lottery.h */
};

/* From a district to a district. Sorted by (from, to). */
struct wp_travel {
    int from, to;
    int minutes;
    struct wp_location where;
};

/* What a student did in an earlier round. Names that this round no longer knows stay words. */
struct wp_history {
    int student; /* index; rows about others than this round's students are kept with -1, for teammates */
    int student_word; /* word */
    int round, project, organisation, district,
        lecturer;                 /* words, or -1; an organisation cell may list several */
    struct wp_list organisations; /* words */
    struct wp_location where;
};

/* Where a student was in the plan that [round] base names. */
#define WP_UNKNOWN (-2) /* it named one that this round does not have */
struct wp_base_placement {
    bool placed;  /* false for students who are new, or were not placed */
    int project;  /* index, or WP_UNKNOWN */
    int lecturer; /* index, -1 if it named none, or WP_UNKNOWN */
    int slot;     /* its project's weekly meeting, or -1 if it named none */
};

/* A row of that plan by its ids: of this round or not. */
struct wp_former_place {
    const char *student, *project; /* project NULL: not placed, and so are the others */
    const char *lecturer;          /* or NULL */
    const char *organisations;     /* with | between them; "" if none */
    int slot;                      /* or -1 */
};

enum wp_action {
    WP_ACTION_PIN,
    WP_ACTION_FORBID,
    WP_ACTION_OPEN,
    WP_ACTION_CLOSE,
    WP_ACTION_TOGETHER,
    WP_ACTION_APART,
    WP_ACTION_WAIVE,
    WP_ACTION_COUNT
};

struct wp_rule; /* rule.h */

/* One row of decisions.csv. Sorted by action, then by content. */
struct wp_decision {
    enum wp_action action;
    struct wp_list students;
    int project, organisation, lecturer; /* or -1 */
    const struct wp_rule *rule;          /* of a waiver, else NULL */
    const char *reason, *by, *date;      /* as written */
    struct wp_location where;
};

/* Students who go together or not at all: a group, students joined by `together`, or one student alone. Units
 * are in the order of their first member. */
struct wp_unit {
    struct wp_list students; /* indices, ascending */
    int size;                /* heads */
    int load;                /* hundredths */
    bool has_choices;        /* some member made choices */
    int pin_project;         /* or -1 */
    int pin_lecturer;        /* or -1 */
    struct wp_location pin_at;
};

struct wp_round {
    struct wp_arena *arena;
    const struct wp_settings *settings; /* outlives the round */
    bool has_lecturers;                 /* a lecturers file was given; without one projects need none */

    struct wp_district *districts;
    int district_count;
    struct wp_organisation *organisations;
    int organisation_count;
    struct wp_lecturer *lecturers;
    int lecturer_count;
    struct wp_project *projects;
    int project_count;
    struct wp_student *students;
    int student_count;
    struct wp_travel *travel;
    int travel_count;
    struct wp_history *history;
    int history_count;
    struct wp_decision *decisions;
    int decision_count;
    struct wp_base_placement *base;       /* per student; NULL if there is no base */
    const struct wp_former_place *former; /* the same plan, row by row, by student id */
    int former_count;

    /* Set by wp_round_finish(). */
    struct wp_unit *units;
    int unit_count;
    int max_rank;               /* R: the highest rank in the input, 0 if nobody chose */
    struct wp_waivers *waivers; /* see eligibility.c; NULL if none */
    struct wp_bans *bans;       /* forbidden pairs, see eligibility.c; NULL if none */
    struct wp_met *met;         /* what the history comes to, see history.h; NULL if there is none */

    /* Set by io/ where some table has errors: none of them bears on which student may go to which project, so
     * pins can still be judged. */
    bool eligibility_known;

    struct wp_words *words; /* see wp_round_word */
};

/* An empty round that reads `settings`. *out is NULL on failure. */
int wp_round_new(const struct wp_settings *settings, struct wp_round **out, struct wp_error *error);
void wp_round_free(struct wp_round *round);

/* The number of a word (a programme, a certificate, a circle …): equal texts have equal numbers. Numbers
 * follow the order of first use, so nothing that reaches a plan may depend on their order. -1 when memory
 * runs out. */
int wp_round_word(struct wp_round *round, const char *text);
/* Its text; "" for -1. */
const char *wp_round_text(const struct wp_round *round, int word);

/* How many words there are: their numbers are 0 … count - 1. */
int wp_round_word_count(const struct wp_round *round);

/* What a district is called: its name, or its id where it has none; "" for -1. */
const char *wp_district_text(const struct wp_round *round, int district);

/* Index of an id in the (sorted) table, or -1. Only WP_DISTRICTS to WP_STUDENTS have ids. */
int wp_round_find(const struct wp_round *round, enum wp_table table, const char *id);
/* The ids of a table's objects: object number index. */
const char *wp_round_id(const struct wp_round *round, enum wp_table table, int index);

bool wp_list_has(struct wp_list list, int item);

/* Joins students to units, applies the decisions, finds who may guide what, and checks what concerns several
 * tables (contradicting decisions, pins that are not eligible, limits, unknown trips that a rule or objective
 * needs). Errors go to diagnostics. Returns 0, or WP_INTERNAL when memory runs out. The caller looks at
 * diagnostics->errors. */
int wp_round_finish(struct wp_round *round, struct wp_diagnostics *diagnostics, struct wp_error *error);

/* Minutes of the one-way trip, by the contract's meaning; -1 if unknown. */
int wp_trip_minutes(const struct wp_round *round, int student, int project);

/* False if nothing tells any distance: no travel file, and no coordinates of both a student and a project. */
bool wp_round_has_trips(const struct wp_round *round);

/* A slot by its number, 0 … WP_SLOT_COUNT - 1 (the number of its bit): "mo1" … "fr4"; "" for -1. */
const char *wp_slot_name(int slot);

/* Load in hundredths as text with as few decimals as needed ("1", "0.5", "12.25"). Returns buffer. */
#define WP_LOAD_TEXT 16
const char *wp_load_text(int load, char buffer[WP_LOAD_TEXT]);

#endif
