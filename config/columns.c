/* columns.c: the columns that [columns] can map. */
#include "columns.h"
#include "values.h"
#include <string.h>

const char *const wp_table_names[WP_INPUT_TABLES] = {
    [WP_DISTRICTS] = "districts", [WP_ORGANISATIONS] = "organisations",
    [WP_LECTURERS] = "lecturers", [WP_PROJECTS] = "projects",
    [WP_STUDENTS] = "students",   [WP_PREFERENCES] = "preferences",
    [WP_TRAVEL] = "travel",       [WP_HISTORY] = "history",
    [WP_DECISIONS] = "decisions"};

static const char *const districts[] = {"id", "name", "circle", "latitude", "longitude", NULL};
static const char *const organisations[] = {
    "id",           "name",           "domain",          "email", "max_students",
    "max_projects", "agreement_from", "agreement_until", NULL};
static const char *const lecturers[] = {
    "id",           "name",    "email",        "districts", "circles", "min_students",
    "max_students", "reserve", "max_projects", "slots",     NULL};
static const char *const projects[] = {
    "id",     "title",     "organisations", "circle",      "district",     "latitude",     "longitude",
    "domain", "theme",     "kind",          "orientation", "min_students", "max_students", "reserve",
    "status", "lecturers", "programmes",    "years",       "certificates", "languages",    "days",
    "slots",  "mix",       "indicator",     NULL};
static const char *const students[] = {
    "id",          "name",      "email",     "programme",    "year",        "district",
    "latitude",    "longitude", "languages", "certificates", "days",        "slots",
    "orientation", "group",     "load",      "max_minutes",  "preferences", NULL};
static const char *const preferences[] = {"student", "email", "project", "rank", "timestamp", NULL};
static const char *const travel[] = {"from", "to", "minutes", NULL};
static const char *const history[] = {"student",  "round",    "project", "organisation",
                                      "district", "lecturer", NULL};
static const char *const decisions[] = {"action", "students", "project", "organisation", "lecturer",
                                        "rule",   "reason",   "by",      "date",         NULL};

static const char *const *const columns[WP_INPUT_TABLES] = {
    [WP_DISTRICTS] = districts, [WP_ORGANISATIONS] = organisations,
    [WP_LECTURERS] = lecturers, [WP_PROJECTS] = projects,
    [WP_STUDENTS] = students,   [WP_PREFERENCES] = preferences,
    [WP_TRAVEL] = travel,       [WP_HISTORY] = history,
    [WP_DECISIONS] = decisions};

int wp_table_find(const char *name, size_t length) {
    for (int t = 0; t < WP_INPUT_TABLES; t++) {
        if (strlen(wp_table_names[t]) == length && memcmp(wp_table_names[t], name, length) == 0)
            return t;
    }
    return -1;
}

const char *const *wp_table_columns(enum wp_table table) {
    return columns[table];
}

bool wp_table_has_column(enum wp_table table, const char *column) {
    static const char choice[] = "choice_";
    int64_t number;

    for (const char *const *known = columns[table]; *known != NULL; known++) {
        if (strcmp(*known, column) == 0)
            return true;
    }
    if ((table != WP_STUDENTS && table != WP_PREFERENCES) || strncmp(column, choice, sizeof choice - 1) != 0)
        return false;
    column += sizeof choice - 1;
    return column[0] >= '1' && column[0] <= '9' && wp_value_integer(column, &number) && number <= 99;
}
