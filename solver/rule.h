/* rule.h: what a rule is. One file a rule in rules/, one row a rule in the table of rules/rules.c. */
#ifndef WP_RULE_H
#define WP_RULE_H

#include "plan.h"

struct wp_build; /* build.h: the integer program while it is being built */

/* Broken rules that a plan's check found. */
struct wp_violation {
    const struct wp_rule *rule;
    /* Names student, project, limit; in the language in use, and the same for files that programs read. What
     * is put into them is never a word of either language. Owned by the list. */
    char *message, *english;
};
struct wp_violations {
    struct wp_violation *items; /* `count` of them: the first WP_MAX_VIOLATIONS */
    int count, capacity;
    int total; /* found, kept or not, so also when memory ran out */
};
#define WP_MAX_VIOLATIONS 100
/* Adds one, whose format it translates; keeps at most WP_MAX_VIOLATIONS, counts all in `total`. Start the
 * list with {0}. */
void wp_violate(struct wp_violations *violations, const struct wp_rule *rule, const char *format, ...)
    WP_PRINTF(3, 4);
/* The same where a count decides between singular and plural. */
void wp_violate_count(struct wp_violations *violations, const struct wp_rule *rule, const char *one,
                      const char *many, int64_t count, ...) WP_PRINTF(3, 6) WP_PRINTF(4, 6);
void wp_violations_clear(struct wp_violations *violations);

#define WP_RULE_SENTENCE 512

/* What counting alone can say against a round: reasons why no plan exists. The same list serves. */

struct wp_rule {
    const char *name; /* as in round.ini or in decisions.csv, else the field's word: "seats" */

    /* Is the rule in force in this round? */
    bool (*active)(const struct wp_round *round);

    /* For rules about one student and one project: may she go there? True where the rule is not in force;
     * waivers are not its concern. NULL for other rules. */
    bool (*eligible)(const struct wp_round *round, int student, int project);
    bool waivable; /* a waiver may name it */

    /* Adds the rule's own columns and rows to the integer program. NULL if eligibility says it all. */
    int (*rows)(struct wp_build *build, struct wp_error *error);

    /* Checks a finished plan by the rule's meaning, not by the rows. Never NULL. */
    void (*check)(const struct wp_round *round, const struct wp_plan *plan, struct wp_violations *violations);

    /* What counting can show: adds a reason for each thing that makes every plan impossible. May be NULL. */
    void (*count)(const struct wp_round *round, struct wp_violations *reasons);

    /* One sentence that says to a coordinator what the rule asks in this round. Writes at most size bytes;
     * WP_RULE_SENTENCE are enough in every language. */
    void (*sentence)(const struct wp_round *round, char *text, size_t size);
};

/* All rules, in the order in which their rows are built; ends with NULL. */
extern const struct wp_rule *const wp_rules[];

/* All that counting can say against the round; adds to reasons. */
void wp_count_reasons(const struct wp_round *round, struct wp_violations *reasons);

/* By name, or NULL. */
const struct wp_rule *wp_rule_find(const char *name);

/* Runs every active rule's check. Returns the number of violations. */
int wp_plan_check(const struct wp_round *round, const struct wp_plan *plan, struct wp_violations *violations);

#endif
