/* together.c: settings that each are right, but not together. */
#include "together.h"
#include "order.h"
#include <string.h>

/* [input] needs these two; the line is that of the section, as far as there is one. */
static void check_required(const struct wp_reader *reader, const struct wp_ini *ini) {
    static const char *const required[] = {"students", "projects"};
    struct wp_location where = {ini->path, 0, 0};

    for (size_t s = 0; s < ini->section_count; s++) {
        if (strcmp(ini->sections[s].name, "input") == 0)
            where.line = ini->sections[s].line;
    }
    for (size_t i = 0; i < sizeof required / sizeof required[0]; i++) {
        if (wp_reader_given(reader, "input", required[i])->text == NULL)
            wp_diagnostics_error(reader->diagnostics, where, "[input] names no %s file: write %s = %s.csv",
                                 required[i], required[i], required[i]);
    }
}

static void check_dates(const struct wp_reader *reader) {
    const struct wp_settings *settings = reader->settings;
    const struct wp_given *end = wp_reader_given(reader, "round", "end"),
                          *start = wp_reader_given(reader, "round", "start");

    if (settings->start != WP_NO_DAY && settings->end != WP_NO_DAY && settings->end < settings->start)
        wp_diagnostics_error(reader->diagnostics, end->where, "end = %s lies before start = %s", end->text,
                             start->text);
}

/* Whatever looks at earlier rounds: `soft` is only what the objective novelty counts, and without a history
 * nobody has been anywhere. */
static void check_novelty(const struct wp_reader *reader) {
    static const char *const keys[] = {"new_organisation", "new_district", "new_teammates"};
    const struct wp_settings *settings = reader->settings;
    const struct wp_rules_settings *rules = &settings->rules;
    const enum wp_hardness asked[] = {rules->new_organisation, rules->new_district, rules->new_teammates};
    bool counted = false, history = settings->files[WP_HISTORY] != NULL;

    for (int i = 0; i < settings->edit_count; i++)
        history |= settings->edits[i].table == WP_HISTORY;
    for (int i = 0; i < settings->objective_count; i++)
        counted |= settings->objectives[i].kind == WP_OBJECTIVE_NOVELTY;
    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++) {
        if (asked[i] == WP_SOFT && !counted)
            wp_diagnostics_error(reader->diagnostics, wp_reader_given(reader, "rules", keys[i])->where,
                                 "%s = soft needs the objective novelty: add novelty to order in "
                                 "[objectives], or write %s = hard or off",
                                 keys[i], keys[i]);
        else if (asked[i] != WP_OFF && !history)
            wp_diagnostics_notice(reader->diagnostics, wp_reader_given(reader, "rules", keys[i])->where,
                                  "%s has no effect, because [input] names no history file", keys[i]);
    }
    if (counted && !history)
        wp_diagnostics_notice(reader->diagnostics, wp_reader_given(reader, "objectives", "order")->where,
                              "order: novelty has no effect, because [input] names no history file");
}

/* An earlier plan and the objective that looks at it belong together. */
static void check_base(const struct wp_reader *reader) {
    const struct wp_given *base = wp_reader_given(reader, "round", "base"),
                          *order = wp_reader_given(reader, "objectives", "order");
    bool counted = false;

    for (int i = 0; i < reader->settings->objective_count; i++)
        counted = counted || reader->settings->objectives[i].kind == WP_OBJECTIVE_MOVES;
    if (counted && base->text == NULL)
        wp_diagnostics_error(reader->diagnostics, order->where,
                             "order: moves needs an earlier plan; name its folder in [round], such as base = "
                             "plan");
    else if (!counted && reader->settings->base != NULL)
        wp_diagnostics_notice(reader->diagnostics, base->where,
                              "base = %s changes nothing, because order does not name moves", base->text);
}

void wp_check_together(const struct wp_reader *reader, const struct wp_ini *ini) {
    check_required(reader, ini);
    check_dates(reader);
    check_base(reader);
    check_novelty(reader);
    wp_order_finish(wp_reader_given(reader, "objectives", "order")->where, reader->settings,
                    reader->diagnostics);
}
