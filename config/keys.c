/* keys.c: the keys of round.ini. */
#include "keys.h"
#include "translate.h"
#include <stdio.h>
#include <string.h>

static const struct wp_key_word yes_no[] = {
    {"yes", 1, false}, {"no", 0, false}, {"ja", 1, true}, {"nee", 0, true}, {NULL, 0, false}};
static const struct wp_key_word never_last[] = {{"never", 0, false}, {"last", 1, false}, {NULL, 0, false}};
static const struct wp_key_word hard_off[] = {
    {"hard", WP_HARD, false}, {"off", WP_OFF, false}, {NULL, 0, false}};
static const struct wp_key_word hard_soft_off[] = {
    {"hard", WP_HARD, false}, {"soft", WP_SOFT, false}, {"off", WP_OFF, false}, {NULL, 0, false}};
static const struct wp_key_word off_no_envy[] = {{"off", 0, false}, {"no_envy", 1, false}, {NULL, 0, false}};
static const struct wp_key_word off_weekly[] = {{"off", 0, false}, {"weekly", 1, false}, {NULL, 0, false}};
static const struct wp_key_word methods[] = {
    {"auto", WP_METHOD_AUTO, false}, {"plain", WP_METHOD_PLAIN, false}, {NULL, 0, false}};
static const struct wp_key_word formats[] = {{"csv", WP_REPORT_CSV, false},   {"json", WP_REPORT_JSON, false},
                                             {"html", WP_REPORT_HTML, false}, {"xlsx", WP_REPORT_XLSX, false},
                                             {"ics", WP_REPORT_ICS, false},   {NULL, 0, false}};
static const struct wp_key_word languages[] = {
    {"nl", WP_DUTCH, false}, {"en", WP_ENGLISH, false}, {NULL, 0, false}};
static const struct wp_key_word csv_styles[] = {{"excel-nl", WP_CSV_EXCEL_NL, false},
                                                {"excel-en", WP_CSV_EXCEL_EN, false},
                                                {"plain", WP_CSV_PLAIN, false},
                                                {NULL, 0, false}};

const char *const wp_sections[WP_SECTION_COUNT] = {"round",      "input",  "columns", "rules",
                                                   "objectives", "solver", "report"};
const char *const wp_section_meanings[WP_SECTION_COUNT] = {
    N_("The round itself."),
    N_("The CSV files, relative to this file. Students and projects are required."),
    N_("Headers of your own, where the program does not know them by itself."),
    N_("What every plan must keep."),
    N_("What makes one plan better than another."),
    N_("How long and how exactly to search."),
    N_("What is written.")};

#define AT(field)        .offset = offsetof(struct wp_settings, field)
#define TABLE(number)    .table = (number), .offset = offsetof(struct wp_settings, files[number])
#define RANGE(low, high) .lower = (low), .upper = (high)
#define OFF(value)       .can_be_off = true, .off = (value)

const struct wp_key wp_keys[] = {
    {"round", "name", WP_KEY_TEXT, AT(name), .meaning = N_("The round's name, as reports show it.")},
    {"round", "start", WP_KEY_DAY, AT(start),
     .meaning = N_("First day of the round; organisations' agreements must cover the whole round.")},
    {"round", "end", WP_KEY_DAY, AT(end), .meaning = N_("Last day of the round.")},
    {"round", "seed", WP_KEY_INTEGER, AT(seed), .standard = "0",
     .meaning = N_("The number that drives the disclosed lottery; agree on it before the choices are in.")},
    {"round", "base", WP_KEY_PLAN, AT(base), .table = WP_BASE,
     .meaning = N_("The folder of an earlier plan, with which the objective moves compares.")},

    {"input", "students", WP_KEY_FILE, TABLE(WP_STUDENTS),
     .meaning = N_("Who is to be placed, usually with the choices.")},
    {"input", "projects", WP_KEY_FILE, TABLE(WP_PROJECTS), .meaning = N_("What students are placed on.")},
    {"input", "lecturers", WP_KEY_FILE, TABLE(WP_LECTURERS),
     .meaning = N_("Who guides them; without this file projects need no lecturer.")},
    {"input", "organisations", WP_KEY_FILE, TABLE(WP_ORGANISATIONS),
     .meaning = N_("The hosts, their limits and agreements.")},
    {"input", "districts", WP_KEY_FILE, TABLE(WP_DISTRICTS),
     .meaning = N_("The districts and their circles.")},
    {"input", "travel", WP_KEY_FILE, TABLE(WP_TRAVEL), .meaning = N_("Minutes from district to district.")},
    {"input", "preferences", WP_KEY_FILE, TABLE(WP_PREFERENCES),
     .meaning = N_("The choices, where they are not in the students' file.")},
    {"input", "history", WP_KEY_FILES, TABLE(WP_HISTORY),
     .meaning = N_("What students did in earlier rounds: one or more files, with commas between them.")},
    {"input", "decisions", WP_KEY_FILE, TABLE(WP_DECISIONS),
     .meaning = N_("What was decided by people: pin, forbid, open, close, together, apart, waive.")},

    {"rules", "must_place", WP_KEY_FLAG, AT(rules.must_place), .standard = "no", .words = yes_no,
     .meaning = N_("Must every student be placed?")},
    {"rules", "unlisted", WP_KEY_FLAG, AT(rules.unlisted_last), .standard = "last", .words = never_last,
     .meaning =
         N_("May a student be given a project that she did not rank: never, or as a last resort? Students "
            "without choices are placed only so.")},
    {"rules", "max_choice", WP_KEY_COUNT, AT(rules.max_choice), .standard = "off", RANGE(1, 99), OFF(-1),
     .meaning = N_("No one who chose gets worse than this choice, nor a project that she did not rank.")},
    {"rules", "max_minutes", WP_KEY_COUNT, AT(rules.max_minutes), .standard = "off", RANGE(0, 1440), OFF(-1),
     .meaning = N_("Longest one-way trip in minutes; a student's own limit goes before it.")},
    {"rules", "km_per_hour", WP_KEY_NUMBER, AT(rules.km_per_hour), .standard = "15", RANGE(1, 200),
     .meaning = N_("Speed of trips that are worked out from coordinates.")},
    {"rules", "detour", WP_KEY_NUMBER, AT(rules.detour), .standard = "1.3", RANGE(1, 10),
     .meaning = N_("How much longer the road is than the straight line, for trips from coordinates.")},
    {"rules", "certificates", WP_KEY_WORD, AT(rules.certificates), .standard = "hard", .words = hard_off,
     .meaning = N_("Must a student have the certificates that the project asks?")},
    {"rules", "languages", WP_KEY_WORD, AT(rules.languages), .standard = "hard", .words = hard_off,
     .meaning = N_("Must a student speak the languages that the project asks?")},
    {"rules", "years", WP_KEY_WORD, AT(rules.years), .standard = "hard", .words = hard_off,
     .meaning = N_("Must a student be in one of the years that the project asks?")},
    {"rules", "days_in_common", WP_KEY_COUNT, AT(rules.days_in_common), .standard = "off", RANGE(0, 5),
     OFF(0), .meaning = N_("How many weekdays a student and her project must share.")},
    {"rules", "min_programmes", WP_KEY_COUNT, AT(rules.min_programmes), .standard = "off", RANGE(0, 99),
     OFF(0),
     .meaning =
         N_("How many different programmes each project that runs must bring together; its own mix goes "
            "before it.")},
    {"rules", "one_lecturer_per_project", WP_KEY_FLAG, AT(rules.one_lecturer_per_project), .standard = "yes",
     .words = yes_no, .meaning = N_("Does one lecturer guide all students of a project?")},
    {"rules", "new_organisation", WP_KEY_WORD, AT(rules.new_organisation), .standard = "off",
     .words = hard_soft_off,
     .meaning =
         N_("Must a student come to an organisation where she has not been before? soft leaves it to the "
            "objective novelty.")},
    {"rules", "new_district", WP_KEY_WORD, AT(rules.new_district), .standard = "off", .words = hard_soft_off,
     .meaning = N_("Must a student come to a district where she has not been before? soft leaves it to the "
                   "objective novelty.")},
    {"rules", "new_teammates", WP_KEY_WORD, AT(rules.new_teammates), .standard = "off",
     .words = hard_soft_off,
     .meaning = N_("Must a student work with others than before? soft leaves it to the objective novelty.")},
    {"rules", "circle_min_projects", WP_KEY_COUNT, AT(rules.circle_min_projects), .standard = "off",
     RANGE(0, 999), OFF(0),
     .meaning = N_("How many projects must run in every circle that has one which is not closed.")},
    {"rules", "domains_per_circle", WP_KEY_COUNT, AT(rules.domains_per_circle), .standard = "off",
     RANGE(0, 999), OFF(0),
     .meaning =
         N_("How many domains the projects that run must cover in every circle that has one which is not "
            "closed.")},
    {"rules", "collective_share", WP_KEY_PERCENT, AT(rules.collective_share), .standard = "off", OFF(0),
     .meaning = N_("Least share of the placed students on projects with orientation collective.")},
    {"rules", "stability", WP_KEY_FLAG, AT(rules.no_envy), .standard = "off", .words = off_no_envy,
     .meaning =
         N_("May a student be kept from a project that she prefers and that has room for her: off allows "
            "it, no_envy does not.")},
    {"rules", "meetings", WP_KEY_FLAG, AT(rules.meetings_weekly), .standard = "off", .words = off_weekly,
     .meaning = N_("Does every open project get a weekly slot that fits its lecturer and all its students?")},

    {"objectives", "order", WP_KEY_ORDER, AT(objectives),
     .standard = "placed, ranks:generous, travel, lottery",
     .meaning = N_("The objectives, the most important one first.")},

    {"solver", "time_limit", WP_KEY_NUMBER, AT(time_limit), .standard = "off", RANGE(0, 1e7), OFF(-1),
     .meaning = N_("Seconds after which the best plan so far is taken.")},
    {"solver", "gap", WP_KEY_GAP, AT(gap), .standard = "0",
     .meaning = N_("How far from the proven optimum a plan may stay; 0 asks for the optimum itself.")},
    {"solver", "memory_limit", WP_KEY_COUNT, AT(memory_limit), .standard = "off", RANGE(1, 16777216), OFF(0),
     .meaning = N_("Memory for the search, in MiB.")},
    {"solver", "method", WP_KEY_WORD, AT(method), .standard = "auto", .words = methods,
     .meaning = N_("auto uses everything that makes the search faster, plain only the integer program.")},

    {"report", "formats", WP_KEY_WORDS, AT(formats), .standard = "csv, json, html, xlsx, ics",
     .words = formats, .meaning = N_("What is written, with commas between the formats.")},
    {"report", "language", WP_KEY_WORD, AT(language), .standard = "en", .words = languages,
     .meaning = N_("The language of reports; --language goes before it.")},
    {"report", "csv", WP_KEY_WORD, AT(csv), .standard = "excel-nl", .words = csv_styles,
     .meaning = N_("How CSV files for people are written: for Dutch Excel, for English Excel, or plain.")},
};

const size_t wp_key_count = sizeof wp_keys / sizeof wp_keys[0];

bool wp_is_section(const char *name) {
    for (int s = 0; s < WP_SECTION_COUNT; s++) {
        if (strcmp(wp_sections[s], name) == 0)
            return true;
    }
    return false;
}

const struct wp_key *wp_key_find(const char *section, const char *name) {
    for (size_t k = 0; k < wp_key_count; k++) {
        if (strcmp(wp_keys[k].section, section) == 0 && strcmp(wp_keys[k].name, name) == 0)
            return &wp_keys[k];
    }
    return NULL;
}

static void append(char buffer[WP_KEY_VALUES], const char *text) {
    size_t length = strlen(buffer);

    snprintf(buffer + length, WP_KEY_VALUES - length, "%s", text);
}

/* "yes or no", "hard, soft or off" */
static void append_words(char buffer[WP_KEY_VALUES], const struct wp_key_word *words, const char *last) {
    int count = 0, at = 0;

    for (const struct wp_key_word *word = words; word->name != NULL; word++)
        count += word->other_language ? 0 : 1;
    for (const struct wp_key_word *word = words; word->name != NULL; word++) {
        if (word->other_language)
            continue;
        if (at > 0)
            append(buffer, at == count - 1 ? last : ", ");
        append(buffer, word->name);
        at++;
    }
}

const char *wp_key_values(const struct wp_key *key, char buffer[WP_KEY_VALUES]) {
    buffer[0] = '\0';
    switch (key->type) {
    case WP_KEY_TEXT:
        append(buffer, _("a text"));
        break;
    case WP_KEY_DAY:
        append(buffer, _("a date such as 2026-09-01"));
        break;
    case WP_KEY_INTEGER:
        append(buffer, _("a whole number of at most 18 digits"));
        break;
    case WP_KEY_FILE:
        append(buffer, _("the name of a file"));
        break;
    case WP_KEY_FILES:
        append(buffer, _("names of files with commas between them"));
        break;
    case WP_KEY_PLAN:
        append(buffer, _("the folder of a plan"));
        break;
    case WP_KEY_FLAG:
    case WP_KEY_WORD:
        append_words(buffer, key->words, _(" or "));
        break;
    case WP_KEY_WORDS:
        append_words(buffer, key->words, _(" and "));
        append(buffer, _(", with commas between them"));
        break;
    case WP_KEY_COUNT:
        snprintf(buffer, WP_KEY_VALUES, _("a whole number from %.9g to %.9g"), key->lower, key->upper);
        break;
    case WP_KEY_NUMBER:
        snprintf(buffer, WP_KEY_VALUES, _("a number from %.9g to %.9g"), key->lower, key->upper);
        break;
    case WP_KEY_PERCENT:
        append(buffer, _("a percentage from 0% to 100% with at most two decimals"));
        break;
    case WP_KEY_GAP:
        append(buffer, _("a number from 0 to 1 or a percentage"));
        break;
    case WP_KEY_ORDER:
        append(buffer, _("objectives with commas between them"));
        break;
    }
    if (key->can_be_off)
        append(buffer, _(", or off"));
    return buffer;
}
