/* rule.c: finding rules, running their checks, and the list of what they found broken. */
#include "rule.h"
#include "message.h"
#include "translate.h"

#include "rules/rules.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

/* Room for one more, or NULL. */
static struct wp_violation *next_item(struct wp_violations *violations) {
    if (violations->count == violations->capacity) {
        int capacity = violations->capacity ? 2 * violations->capacity : 8;
        struct wp_violation *items = realloc(violations->items, (size_t)capacity * sizeof *items);

        if (!items)
            return NULL;
        violations->items = items;
        violations->capacity = capacity;
    }
    return &violations->items[violations->count];
}

/* Takes both texts; without one of them, or without memory, only the total tells. */
static void add(struct wp_violations *violations, const struct wp_rule *rule, char *message, char *english) {
    struct wp_violation *item = message && english ? next_item(violations) : NULL;

    if (!item) {
        free(message);
        free(english);
        return;
    }
    *item = (struct wp_violation){rule, message, english};
    violations->count++;
}

static void violate(struct wp_violations *violations, const struct wp_rule *rule, const char *format,
                    const char *english, va_list arguments) WP_PRINTF(3, 0) WP_PRINTF(4, 0);

static void violate(struct wp_violations *violations, const struct wp_rule *rule, const char *format,
                    const char *english, va_list arguments) {
    va_list again;
    char *message;

    if (violations->total++ >= WP_MAX_VIOLATIONS)
        return;
    va_copy(again, arguments);
    message = wp_message(format, arguments);
    add(violations, rule, message, wp_message(english, again));
    va_end(again);
}

void wp_violate(struct wp_violations *violations, const struct wp_rule *rule, const char *format, ...) {
    va_list arguments;

    va_start(arguments, format);
    violate(violations, rule, _(format), format, arguments);
    va_end(arguments);
}

void wp_violate_count(struct wp_violations *violations, const struct wp_rule *rule, const char *one,
                      const char *many, int64_t count, ...) {
    va_list arguments;

    va_start(arguments, count);
    violate(violations, rule, ngettext(one, many, (unsigned long)count), count == 1 ? one : many, arguments);
    va_end(arguments);
}

void wp_violations_clear(struct wp_violations *violations) {
    if (!violations)
        return;
    for (int i = 0; i < violations->count; i++) {
        free(violations->items[i].message);
        free(violations->items[i].english);
    }
    free(violations->items);
    *violations = (struct wp_violations){0};
}

const struct wp_rule *wp_rule_find(const char *name) {
    for (int r = 0; wp_rules[r]; r++) {
        if (strcmp(wp_rules[r]->name, name) == 0)
            return wp_rules[r];
    }
    return NULL;
}

void wp_count_reasons(const struct wp_round *round, struct wp_violations *reasons) {
    for (int r = 0; wp_rules[r]; r++) {
        if (wp_rules[r]->count && wp_rules[r]->active(round))
            wp_rules[r]->count(round, reasons);
    }
}

int wp_plan_check(const struct wp_round *round, const struct wp_plan *plan,
                  struct wp_violations *violations) {
    int before = violations->total;

    /* The other checks follow a plan's indices, so these must be right first. */
    wp_rule_placement.check(round, plan, violations);
    if (violations->total > before)
        return violations->total - before;
    for (int r = 0; wp_rules[r]; r++) {
        const struct wp_rule *rule = wp_rules[r];

        if (rule != &wp_rule_placement && rule->active(round))
            rule->check(round, plan, violations);
    }
    return violations->total - before;
}
