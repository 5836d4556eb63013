/* config.h: round.ini, a scenario and --set become settings. */
#ifndef WP_CONFIG_H
#define WP_CONFIG_H

#include "diagnostics.h"
#include "settings.h"

/* What is to be read. */
struct wp_config_source {
    const char *path; /* a round.ini, or a scenario: a file with a section [scenario] */
    const char *base; /* where the scenario's round.ini lies; NULL: where the scenario says */
    int variant; /* of a scenario with a sweep: which combination, from 0; -1: the overrides must choose */
    const char *const *overrides; /* "section.key=value" or "table.id.column=value", in order */
    int override_count;
};

/* Reads the file strictly, a scenario's round first, then applies the overrides (their location is the path
 * "--set" and their number as line). All that is wrong goes to diagnostics; the caller looks at
 * diagnostics->errors before using *out. The source's strings must outlive the settings and the diagnostics;
 * what is wrong in a scenario's round names it by settings->path, so it must be told before they are freed.
 * Returns 0, or WP_INPUT when a file cannot be read at all, or WP_INTERNAL; *out is NULL then. */
int wp_config_read(const struct wp_config_source *source, struct wp_settings **out,
                   struct wp_diagnostics *diagnostics, struct wp_error *error);
void wp_settings_free(struct wp_settings *settings);

/* The language that the same reading would end with, so that it can be chosen before anything is said. Tells
 * nobody what is wrong. False, with *language left alone, where neither the files nor the overrides can
 * tell. */
bool wp_config_language(const struct wp_config_source *source, enum wp_language *language);

#endif
