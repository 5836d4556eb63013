/* obstacle_words.c: what keeps a student from a project, in a word or two for a coordinator. */
#include "obstacle_words.h"
#include "language.h"
#include <string.h>

const char *wp_obstacle_words(const char *rule) {
    static const struct {
        const char *rule, *words;
    } known[] = {
        {"agreements", N_("agreement of its organisation too short")},
        {"certificates", N_("missing certificate")},
        {"days_in_common", N_("too few days in common")},
        {"forbid", N_("forbidden by a decision")},
        {"languages", N_("missing language")},
        {"lecturers", N_("no lecturer")},
        {"max_choice", N_("worse choice than allowed")},
        {"max_minutes", N_("trip too long")},
        {"new_district", N_("district known from before")},
        {"new_organisation", N_("organisation known from before")},
        {"programmes", N_("other programme")},
        {"seats", N_("too few seats for the group")},
        {"status", N_("closed")},
        {"together", N_("not chosen by all of the group")},
        {"years", N_("other year of study")},
    };
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (strcmp(known[i].rule, rule) == 0)
            return _(known[i].words);
    return rule;
}
