/* order.c: the list of objectives in [objectives] order. */
#include "order.h"
#include "suggest.h"
#include "translate.h"
#include "values.h"
#include <stdio.h>
#include <string.h>

const struct wp_order_word wp_order_words[WP_ORDER_WORDS] = {
    {"placed", WP_OBJECTIVE_PLACED, false, N_("as many students as possible have a place")},
    {"ranks:sum", WP_OBJECTIVE_RANKS_SUM, true,
     N_("the numbers of the choices that students get, added up; ranks:sum^2 to ranks:sum^4 raise each to "
        "that power first, so that a bad choice weighs more")},
    {"ranks:greedy", WP_OBJECTIVE_RANKS_GREEDY, false,
     N_("as many first choices as possible, then as many second choices, and so on")},
    {"ranks:generous", WP_OBJECTIVE_RANKS_GENEROUS, false,
     N_("as few of the worst choices as possible, then of the next worst, and so on")},
    {"ranks:minimax", WP_OBJECTIVE_RANKS_MINIMAX, false,
     N_("the worst choice that anybody gets, as good as possible")},
    {"travel", WP_OBJECTIVE_TRAVEL, true, N_("as few minutes of travel as possible")},
    {"novelty", WP_OBJECTIVE_NOVELTY, true,
     N_("as few hosts, districts and teammates as possible that students know from the history")},
    {"balance", WP_OBJECTIVE_BALANCE, true,
     N_("lecturers' loads, each against her maximum, as even as possible")},
    {"collective", WP_OBJECTIVE_COLLECTIVE, true, N_("as many students as possible on collective projects")},
    {"moves", WP_OBJECTIVE_MOVES, true,
     N_("as few students as possible leave their project of the plan that base names; then their lecturer; "
        "then their meeting")},
    {"lottery", WP_OBJECTIVE_LOTTERY, false,
     N_("the disclosed lottery settles what is still equal; it must be the last")},
};

struct reader {
    struct wp_settings *settings;
    struct wp_diagnostics *diagnostics;
    struct wp_location where;
};

/* The length of the entry at text: up to a comma, but for the decimal comma of a give-way ("~2,5%"). */
static size_t entry_length(const char *text) {
    bool give_way = false;
    size_t length = 0;

    for (; text[length] != '\0'; length++) {
        if (text[length] == '~')
            give_way = true;
        if (text[length] != ',')
            continue;
        if (!give_way || length == 0 || strchr("0123456789", text[length - 1]) == NULL ||
            text[length + 1] == '\0' || strchr("0123456789", text[length + 1]) == NULL)
            break;
    }
    return length;
}

static void unknown(const struct reader *reader, const char *name) {
    const char *names[WP_ORDER_WORDS], *near;
    char excerpt[WP_EXCERPT];

    for (size_t i = 0; i < WP_ORDER_WORDS; i++)
        names[i] = wp_order_words[i].name;
    near = wp_suggest(name, names, WP_ORDER_WORDS);
    if (near == NULL && strcmp(name, "ranks") == 0)
        near = "ranks:generous";
    wp_value_excerpt(name, excerpt);
    if (near != NULL)
        wp_diagnostics_error(reader->diagnostics, reader->where,
                             "order: there is no objective \"%s\"; did you mean %s?", excerpt, near);
    else
        wp_diagnostics_error(reader->diagnostics, reader->where, "order: there is no objective \"%s\"",
                             excerpt);
}

/* "^3" behind ranks:sum. */
static bool read_exponent(const struct reader *reader, const char *text,
                          struct wp_objective_setting *setting) {
    if (setting->kind != WP_OBJECTIVE_RANKS_SUM) {
        wp_diagnostics_error(reader->diagnostics, reader->where,
                             "order: only ranks:sum takes an exponent, not %s", setting->name);
        return false;
    }
    if (text[0] < '1' || text[0] > '4' || text[1] != '\0') {
        wp_diagnostics_error(reader->diagnostics, reader->where,
                             "order: ranks:sum^%.20s: the exponent must be 1, 2, 3 or 4", text);
        return false;
    }
    setting->exponent = text[0] - '0';
    if (setting->exponent > 1)
        snprintf(setting->name, sizeof setting->name, "ranks:sum^%d", setting->exponent);
    return true;
}

static void add(const struct reader *reader, const struct wp_objective_setting *setting) {
    struct wp_settings *settings = reader->settings;

    for (int i = 0; i < settings->objective_count; i++) {
        if (strcmp(settings->objectives[i].name, setting->name) == 0) {
            wp_diagnostics_error(reader->diagnostics, reader->where, "order: %s stands twice", setting->name);
            return;
        }
    }
    /* Each name once: there are fewer of them than WP_MAX_OBJECTIVES - 1. */
    settings->objectives[settings->objective_count++] = *setting;
}

/* One entry, which may be cut up: name, "^" exponent, "~" give-way. */
static void read_entry(const struct reader *reader, char *entry) {
    struct wp_objective_setting setting = {.exponent = 1};
    char *give_way = strchr(entry, '~'), *exponent;
    size_t i = 0;

    if (give_way != NULL)
        *give_way++ = '\0';
    exponent = strchr(entry, '^');
    if (exponent != NULL)
        *exponent++ = '\0';
    while (i < WP_ORDER_WORDS && strcmp(wp_order_words[i].name, entry) != 0)
        i++;
    if (i == WP_ORDER_WORDS) {
        unknown(reader, entry);
        return;
    }
    setting.kind = wp_order_words[i].kind;
    snprintf(setting.name, sizeof setting.name, "%s", wp_order_words[i].name);
    if (exponent != NULL && !read_exponent(reader, exponent, &setting))
        return;
    if (give_way != NULL && (!wp_value_percent(give_way, &setting.give_way) || setting.give_way < 0 ||
                             setting.give_way > 10000)) {
        wp_diagnostics_error(reader->diagnostics, reader->where,
                             "order: %s~%.20s: expected a percentage from 0%% to 100%% with at most two "
                             "decimals, such as ~2%%",
                             setting.name, give_way);
        return;
    }
    if (setting.give_way > 0 && !wp_order_words[i].may_give_way) {
        wp_diagnostics_error(reader->diagnostics, reader->where,
                             "order: %s cannot give way; leave out ~%.20s", setting.name, give_way);
        return;
    }
    add(reader, &setting);
}

void wp_order_read(const char *text, struct wp_location where, struct wp_settings *settings,
                   struct wp_diagnostics *diagnostics) {
    struct reader reader = {settings, diagnostics, where};
    bool last = false;

    settings->objective_count = 0;
    while (!last) {
        char entry[128];
        size_t length = entry_length(text);
        const char *from = text, *to = text + length;

        last = text[length] == '\0';
        text += length + 1;
        while (from < to && (*from == ' ' || *from == '\t'))
            from++;
        while (to > from && (to[-1] == ' ' || to[-1] == '\t'))
            to--;
        if (from == to) {
            wp_diagnostics_error(diagnostics, where,
                                 "order: an objective is missing between, before or behind commas");
            continue;
        }
        /* Longer than every name: unknown, however it is cut. */
        snprintf(entry, sizeof entry, "%.*s", (int)(to - from > 127 ? 127 : to - from), from);
        wp_value_lower(entry);
        read_entry(&reader, entry);
    }
}

/* Where `placed` stands, or -1. */
static int placed_at(const struct wp_settings *settings) {
    for (int i = 0; i < settings->objective_count; i++) {
        if (settings->objectives[i].kind == WP_OBJECTIVE_PLACED)
            return i;
    }
    return -1;
}

/* With must_place = no, whoever leaves students out may look better on every other objective. */
static void finish_placed(const struct reader *reader) {
    struct wp_settings *settings = reader->settings;
    int at = placed_at(settings);

    if (at < 0) {
        memmove(settings->objectives + 1, settings->objectives,
                (size_t)settings->objective_count * sizeof settings->objectives[0]);
        settings->objectives[0] =
            (struct wp_objective_setting){.kind = WP_OBJECTIVE_PLACED, .exponent = 1, .name = "placed"};
        settings->objective_count++;
        return;
    }
    for (int i = 0; i < at; i++) {
        if (settings->objectives[i].kind != WP_OBJECTIVE_MOVES)
            wp_diagnostics_error(reader->diagnostics, reader->where,
                                 "order: %s stands before placed; with must_place = no only moves may",
                                 settings->objectives[i].name);
    }
}

void wp_order_finish(struct wp_location where, struct wp_settings *settings,
                     struct wp_diagnostics *diagnostics) {
    struct reader reader = {settings, diagnostics, where};

    if (!settings->rules.must_place)
        finish_placed(&reader);
    for (int i = 0; i < settings->objective_count - 1; i++) {
        if (settings->objectives[i].kind == WP_OBJECTIVE_LOTTERY)
            wp_diagnostics_error(diagnostics, where, "order: lottery must be the last objective");
    }
}
