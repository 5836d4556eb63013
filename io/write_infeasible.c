/* write_infeasible.c: infeasible.json, why no plan exists as far as counting shows, and the rules in force.
 */
#include "language.h"
#include "plan_json.h"
#include "report_files.h"

static json_t *reasons(const struct wp_solution *solution) {
    json_t *array = json_array();
    int failed = !array;
    for (int i = 0; i < solution->reasons.count && !failed; i++) {
        const struct wp_violation *reason = &solution->reasons.items[i];
        json_t *entry = json_object();
        failed = json_object_set_new(entry, "rule", json_string(reason->rule ? reason->rule->name : ""));
        failed |= json_object_set_new(entry, "reason", wp_json_text(reason->english));
        failed |= json_array_append_new(array, entry);
    }
    return failed ? (json_decref(array), NULL) : array;
}

/* In English, whatever people read. */
static json_t *rules_in_force(const struct wp_round *round) {
    enum wp_language language = wp_language_in_use();
    json_t *array = json_array();
    int failed = !array;
    wp_language_use(WP_ENGLISH);
    for (const struct wp_rule *const *rule = wp_rules; *rule && !failed; rule++) {
        if (!(*rule)->active(round))
            continue;
        char sentence[512] = "";
        (*rule)->sentence(round, sentence, sizeof sentence);
        json_t *entry = json_object();
        failed = json_object_set_new(entry, "rule", json_string((*rule)->name));
        failed |= json_object_set_new(entry, "sentence", wp_json_text(sentence));
        failed |= json_array_append_new(array, entry);
    }
    wp_language_use(language);
    return failed ? (json_decref(array), NULL) : array;
}

int wp_write_infeasible_report(FILE *stream, const struct wp_round *round, const struct wp_solution *solution,
                               const struct wp_inputs *inputs, char *const *names, struct wp_error *error) {
    json_t *report = wp_json_head(round, inputs, wp_outcome_name(solution->outcome));
    /* Both stay empty until a smallest conflict is proven and its repairs are checked by solving again. */
    int failed = json_object_set_new(report, "conflict", json_array());
    failed |= json_object_set_new(report, "repairs", json_array());
    failed |= json_object_set_new(report, "reasons", reasons(solution));
    failed |= json_object_set_new(report, "rules_in_force", rules_in_force(round));
    failed |= json_object_set_new(report, "seconds", wp_json_seconds(solution->seconds));
    failed |= json_object_set_new(report, "inputs", wp_json_inputs(inputs, names));
    if (failed) {
        json_decref(report);
        report = NULL;
    }
    return wp_json_write(stream, report, error);
}
