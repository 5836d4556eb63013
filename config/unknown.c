/* unknown.c: names that do not exist, with the one that was probably meant. */
#include "unknown.h"
#include "keys.h"
#include "suggest.h"
#include "translate.h"
#include "values.h"
#include <stdio.h>
#include <string.h>

const char *wp_did_you_mean(const char *name, const char *const *candidates, size_t count,
                            char buffer[WP_DID_YOU_MEAN]) {
    const char *near = wp_suggest(name, candidates, count);

    buffer[0] = '\0';
    if (near != NULL)
        snprintf(buffer, WP_DID_YOU_MEAN, _("; did you mean %s?"), near);
    return buffer;
}

void wp_unknown_key(const char *section, const char *name, struct wp_location where,
                    struct wp_diagnostics *diagnostics) {
    const char *names[64];
    size_t count = 0;
    char excerpt[WP_EXCERPT], meant[WP_DID_YOU_MEAN];

    wp_value_excerpt(name, excerpt);
    for (size_t k = 0; k < wp_key_count; k++) {
        if (strcmp(wp_keys[k].name, name) == 0) {
            wp_diagnostics_error(diagnostics, where, "%s belongs in [%s], not in [%s]", excerpt,
                                 wp_keys[k].section, section);
            return;
        }
        if (strcmp(wp_keys[k].section, section) == 0 && count < sizeof names / sizeof names[0])
            names[count++] = wp_keys[k].name;
    }
    wp_diagnostics_error(diagnostics, where, "there is no key %s in [%s]%s", excerpt, section,
                         wp_did_you_mean(name, names, count, meant));
}
