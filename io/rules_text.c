/* rules_text.c: the rules of a round, in sentences for a coordinator. */
#include "rules_text.h"
#include "rule.h"
#include "translate.h"

void wp_rules_text(FILE *out, const struct wp_round *round) {
    fputs(_("\nRules in force:\n"), out);
    for (const struct wp_rule *const *rule = wp_rules; *rule; rule++) {
        char sentence[512] = "";
        if (!(*rule)->active(round))
            continue;
        (*rule)->sentence(round, sentence, sizeof sentence);
        if (*sentence)
            fprintf(out, "  - %s\n", sentence);
    }
}
