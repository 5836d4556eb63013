/* write_settings.c: the settings in effect, as summary.json keeps them: sections and keys of round.ini. */
#include "date_text.h"
#include "plan_json.h"

/* A JSON object being filled; a failure on the way is seen at its end. */
struct section {
    json_t *object;
    int failed;
};

static struct section begin(void) {
    return (struct section){.object = json_object()};
}

static void put(struct section *section, const char *key, json_t *value) {
    section->failed |= json_object_set_new(section->object, key, value);
}

static json_t *end(struct section *section) {
    if (!section->failed)
        return section->object;
    json_decref(section->object);
    return NULL;
}

static json_t *yes_or_no(bool value) {
    return json_string(value ? "yes" : "no");
}

static json_t *hardness(enum wp_hardness value) {
    return json_string(value == WP_HARD ? "hard" : value == WP_SOFT ? "soft" : "off");
}

/* A limit: null where it is off. */
static json_t *limit(int value, int off) {
    return value == off ? json_null() : json_integer(value);
}

static json_t *day(wp_day number) {
    char text[WP_DATE_TEXT];
    return number == WP_NO_DAY ? json_null() : json_string(wp_date_text(number, text));
}

/* Hundredths of a percent as "2%", "0.5%", "12.25%". */
static void percent_text(int hundredths, char *text, size_t size) {
    char number[WP_LOAD_TEXT]; /* a load in hundredths is written in the same way */
    snprintf(text, size, "%s%%", wp_load_text(hundredths, number));
}

static json_t *percent(int hundredths) {
    char text[WP_LOAD_TEXT + 1];
    if (hundredths <= 0)
        return json_null();
    percent_text(hundredths, text, sizeof text);
    return json_string(text);
}

static json_t *round_section(const struct wp_settings *settings) {
    struct section section = begin();
    put(&section, "name", wp_json_text(settings->name));
    put(&section, "start", day(settings->start));
    put(&section, "end", day(settings->end));
    put(&section, "seed", json_integer(settings->seed));
    put(&section, "base", wp_json_text(settings->base));
    return end(&section);
}

static const char *const table_names[WP_INPUT_TABLES] = {
    [WP_DISTRICTS] = "districts", [WP_ORGANISATIONS] = "organisations",
    [WP_LECTURERS] = "lecturers", [WP_PROJECTS] = "projects",
    [WP_STUDENTS] = "students",   [WP_PREFERENCES] = "preferences",
    [WP_TRAVEL] = "travel",       [WP_HISTORY] = "history",
    [WP_DECISIONS] = "decisions",
};

static json_t *file_list(const char *const *files) {
    if (!files || !files[0])
        return json_null();
    if (!files[1])
        return wp_json_text(files[0]);
    json_t *list = json_array();
    int failed = 0;
    for (; *files; files++)
        failed |= json_array_append_new(list, wp_json_text(*files));
    return failed ? (json_decref(list), NULL) : list;
}

static json_t *input_section(const struct wp_settings *settings) {
    struct section section = begin();
    for (int table = 0; table < WP_INPUT_TABLES; table++)
        put(&section, table_names[table], file_list(settings->files[table]));
    return end(&section);
}

static json_t *columns_section(const struct wp_settings *settings) {
    struct section section = begin();
    for (int i = 0; i < settings->mapping_count; i++) {
        const struct wp_column_mapping *mapping = &settings->mappings[i];
        char key[128];
        snprintf(key, sizeof key, "%s.%s", table_names[mapping->table], mapping->column);
        put(&section, key, wp_json_text(mapping->header));
    }
    return end(&section);
}

static json_t *rules_section(const struct wp_rules_settings *rules) {
    struct section section = begin();
    put(&section, "must_place", yes_or_no(rules->must_place));
    put(&section, "unlisted", json_string(rules->unlisted_last ? "last" : "never"));
    put(&section, "max_choice", limit(rules->max_choice, -1));
    put(&section, "max_minutes", limit(rules->max_minutes, -1));
    put(&section, "km_per_hour", json_real(rules->km_per_hour));
    put(&section, "detour", json_real(rules->detour));
    put(&section, "certificates", hardness(rules->certificates));
    put(&section, "languages", hardness(rules->languages));
    put(&section, "years", hardness(rules->years));
    put(&section, "days_in_common", limit(rules->days_in_common, 0));
    put(&section, "min_programmes", limit(rules->min_programmes, 0));
    put(&section, "one_lecturer_per_project", yes_or_no(rules->one_lecturer_per_project));
    put(&section, "new_organisation", hardness(rules->new_organisation));
    put(&section, "new_district", hardness(rules->new_district));
    put(&section, "new_teammates", hardness(rules->new_teammates));
    put(&section, "circle_min_projects", limit(rules->circle_min_projects, 0));
    put(&section, "domains_per_circle", limit(rules->domains_per_circle, 0));
    put(&section, "collective_share", percent(rules->collective_share));
    put(&section, "stability", json_string(rules->no_envy ? "no_envy" : "off"));
    put(&section, "meetings", json_string(rules->meetings_weekly ? "weekly" : "off"));
    return end(&section);
}

static json_t *objectives_section(const struct wp_settings *settings) {
    struct section section = begin();
    json_t *order = json_array();
    int failed = 0;
    for (int i = 0; i < settings->objective_count; i++) {
        const struct wp_objective_setting *objective = &settings->objectives[i];
        char text[sizeof objective->name + WP_LOAD_TEXT + 2], share[WP_LOAD_TEXT + 1] = "";
        if (objective->give_way > 0)
            percent_text(objective->give_way, share, sizeof share);
        snprintf(text, sizeof text, "%s%s%s", objective->name, *share ? "~" : "", share);
        failed |= json_array_append_new(order, wp_json_text(text));
    }
    put(&section, "order", order);
    section.failed |= failed;
    return end(&section);
}

static json_t *solver_section(const struct wp_settings *settings) {
    struct section section = begin();
    put(&section, "time_limit", settings->time_limit < 0 ? json_null() : json_real(settings->time_limit));
    put(&section, "gap", json_real(settings->gap));
    put(&section, "memory_limit", limit(settings->memory_limit, 0));
    put(&section, "method", json_string(settings->method == WP_METHOD_PLAIN ? "plain" : "auto"));
    return end(&section);
}

static json_t *report_section(const struct wp_settings *settings) {
    static const struct {
        enum wp_report_format bit;
        const char *name;
    } formats[] = {{WP_REPORT_CSV, "csv"},
                   {WP_REPORT_JSON, "json"},
                   {WP_REPORT_HTML, "html"},
                   {WP_REPORT_XLSX, "xlsx"},
                   {WP_REPORT_ICS, "ics"}};
    static const char *const styles[] = {
        [WP_CSV_EXCEL_NL] = "excel-nl", [WP_CSV_EXCEL_EN] = "excel-en", [WP_CSV_PLAIN] = "plain"};
    struct section section = begin();
    json_t *list = json_array();
    int failed = 0;
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
        if (settings->formats & (unsigned)formats[i].bit)
            failed |= json_array_append_new(list, json_string(formats[i].name));
    put(&section, "formats", list);
    put(&section, "language", json_string(settings->language == WP_DUTCH ? "nl" : "en"));
    put(&section, "csv", json_string(styles[settings->csv]));
    section.failed |= failed;
    return end(&section);
}

json_t *wp_json_settings(const struct wp_settings *settings) {
    struct section all = begin();
    put(&all, "round", round_section(settings));
    put(&all, "input", input_section(settings));
    put(&all, "columns", columns_section(settings));
    put(&all, "rules", rules_section(&settings->rules));
    put(&all, "objectives", objectives_section(settings));
    put(&all, "solver", solver_section(settings));
    put(&all, "report", report_section(settings));
    return end(&all);
}
