/* rule.c: finding rules, running their checks, and the list of what they found broken. */
#include "rule.h"
#include "translate.h"

#include "rules/rules.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void put_message(char *text, size_t size, const char *format, va_list arguments) WP_PRINTF(3, 0);

static void put_message(char *text, size_t size, const char *format, va_list arguments) {
    if (vsnprintf(text, size, format, arguments) >= (int)size)
        wp_error_trim(text);
}

void wp_violate(struct wp_violations *violations, const struct wp_rule *rule, const char *format, ...) {
    struct wp_violation *item;
    va_list arguments;

    violations->total++;
    if (violations->count == WP_MAX_VIOLATIONS)
        return;
    if (violations->count == violations->capacity) {
        int capacity = violations->capacity ? 2 * violations->capacity : 8;

        item = realloc(violations->items, (size_t)capacity * sizeof *item);
        if (!item)
            return;
        violations->items = item;
        violations->capacity = capacity;
    }
    item = &violations->items[violations->count++];
    item->rule = rule;
    va_start(arguments, format);
    put_message(item->message, sizeof item->message, _(format), arguments);
    va_end(arguments);
    va_start(arguments, format);
    put_message(item->english, sizeof item->english, format, arguments);
    va_end(arguments);
}

void wp_violations_clear(struct wp_violations *violations) {
    if (!violations)
        return;
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
