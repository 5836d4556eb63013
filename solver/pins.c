/* pins.c: who was put where beforehand, and which lecturer goes with it; pins that contradict each other or a
 * rule. */
#include "eligibility.h"
#include "finish.h"
#include "rule.h"
#include "translate.h"

#include <stdlib.h>

static const char *id_of_project(const struct wp_round *round, int project) {
    return round->projects[project].id;
}

static void pin_unit(struct wp_round *round, const struct wp_decision *pin, int student,
                     struct wp_diagnostics *diagnostics) {
    struct wp_unit *unit = &round->units[round->students[student].unit];
    const char *id = round->students[student].id;

    if (unit->pin_project >= 0 && unit->pin_project != pin->project) {
        wp_diagnostics_error(diagnostics, pin->where,
                             unit->size > 1
                                 ? _("student %s is pinned to project %s here, but the decision on line %ld "
                                     "pins her or someone who goes with her to project %s")
                                 : _("student %s is pinned to project %s here, but the decision on line %ld "
                                     "pins her to project %s"),
                             id, id_of_project(round, pin->project), unit->pin_at.line,
                             id_of_project(round, unit->pin_project));
        return;
    }
    if (pin->lecturer >= 0 && unit->pin_lecturer >= 0 && unit->pin_lecturer != pin->lecturer) {
        wp_diagnostics_error(diagnostics, pin->where,
                             unit->size > 1
                                 ? _("student %s is pinned to lecturer %s here, but the decision on line %ld "
                                     "pins her or someone who goes with her to lecturer %s")
                                 : _("student %s is pinned to lecturer %s here, but the decision on line %ld "
                                     "pins her to lecturer %s"),
                             id, round->lecturers[pin->lecturer].id, unit->pin_at.line,
                             round->lecturers[unit->pin_lecturer].id);
        return;
    }
    if (unit->pin_project < 0 || (unit->pin_lecturer < 0 && pin->lecturer >= 0))
        unit->pin_at = pin->where;
    unit->pin_project = pin->project;
    if (pin->lecturer >= 0)
        unit->pin_lecturer = pin->lecturer;
}

/* Narrows a project's lecturers to the one that a pin names. pinned_by: per project, the pin that did so
 * before. */
static int pin_guide(struct wp_round *round, const struct wp_decision *pin, bool guides_known,
                     const struct wp_decision **pinned_by, struct wp_diagnostics *diagnostics,
                     struct wp_error *error) {
    struct wp_project *project = &round->projects[pin->project];
    const struct wp_decision *before = pinned_by[pin->project];
    const char *lecturer = round->lecturers[pin->lecturer].id;
    char line[WP_LOCATION_LINE];
    int *only;

    if (before) {
        if (before->lecturer != pin->lecturer)
            wp_diagnostics_error(
                diagnostics, pin->where,
                "project %s is pinned to lecturer %s here, but to lecturer %s by the decision on %s",
                project->id, lecturer, round->lecturers[before->lecturer].id,
                wp_location_line(before->where, pin->where, line));
        return 0;
    }
    if (guides_known && !wp_list_has(project->lecturers, pin->lecturer)) {
        wp_diagnostics_error(diagnostics, pin->where,
                             "lecturer %s cannot be pinned to project %s, because the rule lecturers does "
                             "not let her guide it",
                             lecturer, project->id);
        return 0;
    }
    only = wp_arena_alloc(round->arena, 1, sizeof *only);
    if (!only)
        return wp_error_memory(error);
    *only = pin->lecturer;
    project->lecturers = (struct wp_list){only, 1};
    pinned_by[pin->project] = pin;
    return 0;
}

int wp_pins_apply(struct wp_round *round, bool guides_known, struct wp_diagnostics *diagnostics,
                  struct wp_error *error) {
    const struct wp_decision **pinned_by = calloc((size_t)round->project_count + 1, sizeof *pinned_by);
    bool one = round->settings->rules.one_lecturer_per_project;
    int code = 0;

    if (!pinned_by)
        return wp_error_memory(error);
    for (int d = 0; d < round->decision_count && !code; d++) {
        const struct wp_decision *pin = &round->decisions[d];

        if (pin->action != WP_ACTION_PIN || pin->project < 0)
            continue;
        for (int i = 0; i < pin->students.count; i++)
            pin_unit(round, pin, pin->students.items[i], diagnostics);
        /* Where a project has one lecturer, naming her for one student names her for all. */
        if (pin->lecturer >= 0 && (one || pin->students.count == 0))
            code = pin_guide(round, pin, guides_known, pinned_by, diagnostics, error);
    }
    free(pinned_by);
    return code;
}

static void review_guide(const struct wp_round *round, const struct wp_unit *unit,
                         struct wp_diagnostics *diagnostics) {
    struct wp_list lecturers = round->projects[unit->pin_project].lecturers;
    const char *student = round->students[unit->students.items[0]].id;

    if (unit->pin_lecturer >= 0 && !wp_list_has(lecturers, unit->pin_lecturer)) {
        /* With one lecturer a project, pin_guide() has said so already. */
        if (!round->settings->rules.one_lecturer_per_project)
            wp_diagnostics_error(
                diagnostics, unit->pin_at,
                "student %s cannot be pinned to lecturer %s, because the rule lecturers does not let her "
                "guide project %s",
                student, round->lecturers[unit->pin_lecturer].id, id_of_project(round, unit->pin_project));
        return;
    }
    for (int l = 0; l < lecturers.count; l++) {
        if (wp_unit_guided(round, unit, lecturers.items[l]))
            return;
    }
    wp_diagnostics_error(diagnostics, unit->pin_at,
                         unit->size > 1
                             ? _("student %s cannot be pinned to project %s, because decisions forbid every "
                                 "lecturer who could guide the group there (rule lecturers)")
                             : _("student %s cannot be pinned to project %s, because decisions forbid every "
                                 "lecturer who could guide her there (rule lecturers)"),
                         student, id_of_project(round, unit->pin_project));
}

void wp_pins_review(const struct wp_round *round, struct wp_diagnostics *diagnostics) {
    for (int u = 0; u < round->unit_count; u++) {
        const struct wp_unit *unit = &round->units[u];
        bool eligible = true;

        for (int m = 0; unit->pin_project >= 0 && m < unit->students.count; m++) {
            int student = unit->students.items[m];
            const struct wp_rule *rule = wp_ineligible(round, student, unit->pin_project);

            if (!rule)
                continue;
            eligible = false;
            wp_diagnostics_error(
                diagnostics, unit->pin_at,
                "student %s cannot be pinned to project %s, because the rule %s does not allow it",
                round->students[student].id, id_of_project(round, unit->pin_project), rule->name);
        }
        if (unit->pin_project >= 0 && eligible && round->has_lecturers)
            review_guide(round, unit, diagnostics);
    }
}
