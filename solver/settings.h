/* settings.h: what round.ini asks for, once read and checked; filled by config/, read by everything else. */
#ifndef WP_SETTINGS_H
#define WP_SETTINGS_H

#include "scenario.h"
#include "tables.h"
#include <stdbool.h>
#include <stdint.h>

/* A calendar day as its number: 1970-01-01 is 0. */
typedef int32_t wp_day;
#define WP_NO_DAY INT32_MIN

enum wp_hardness { WP_OFF, WP_SOFT, WP_HARD };

/* [rules]. A limit that is off has the value -1. */
struct wp_rules_settings {
    bool must_place;
    bool unlisted_last; /* a student may get a project that she did not rank */
    int max_choice;     /* or -1 */
    int max_minutes;    /* or -1 */
    double km_per_hour, detour;
    enum wp_hardness certificates, languages, years; /* WP_HARD or WP_OFF */
    int days_in_common;                              /* or 0 */
    bool one_lecturer_per_project;
    int min_programmes; /* or 0 */
    enum wp_hardness new_organisation, new_district, new_teammates;
    int circle_min_projects, domains_per_circle; /* or 0 */
    int collective_share;                        /* hundredths of a percent; 0 = off */
    bool no_envy;
    bool meetings_weekly;
};

enum wp_objective_kind {
    WP_OBJECTIVE_PLACED,
    WP_OBJECTIVE_RANKS_SUM,
    WP_OBJECTIVE_RANKS_GREEDY,
    WP_OBJECTIVE_RANKS_GENEROUS,
    WP_OBJECTIVE_RANKS_MINIMAX,
    WP_OBJECTIVE_TRAVEL,
    WP_OBJECTIVE_NOVELTY,
    WP_OBJECTIVE_BALANCE,
    WP_OBJECTIVE_COLLECTIVE,
    WP_OBJECTIVE_MOVES,
    WP_OBJECTIVE_LOTTERY
};

/* One entry of [objectives] order. */
struct wp_objective_setting {
    enum wp_objective_kind kind;
    int exponent;  /* of ranks:sum: 1 to 4 */
    int give_way;  /* hundredths of a percent that later levels may take; 0 = none */
    char name[32]; /* as in summary.json: "ranks:sum^2~2%" is named "ranks:sum^2" */
};

#define WP_MAX_OBJECTIVES 16

enum wp_method { WP_METHOD_AUTO, WP_METHOD_PLAIN };
enum wp_report_format {
    WP_REPORT_CSV = 1,
    WP_REPORT_JSON = 2,
    WP_REPORT_HTML = 4,
    WP_REPORT_XLSX = 8,
    WP_REPORT_ICS = 16
};
enum wp_language { WP_ENGLISH, WP_DUTCH };
enum wp_csv_style { WP_CSV_EXCEL_NL, WP_CSV_EXCEL_EN, WP_CSV_PLAIN };

/* A header of the user's that stands for one of ours: [columns] students.id = Studentnummer. */
struct wp_column_mapping {
    enum wp_table table;
    const char *column; /* ours, canonical: "id" */
    const char *header; /* the user's, as written */
    struct wp_location where;
};

/* Strings belong to whoever owns the settings (config's wp_settings_free). */
struct wp_settings {
    const char *path;      /* round.ini as the caller named it, or as it was found by the scenario */
    const char *directory; /* that of round.ini, without a slash at the end; "." if none */
    const char *name;      /* of the round; "" if none */
    wp_day start, end;     /* or WP_NO_DAY */
    int64_t seed;
    const char *base; /* an earlier plan's folder, or NULL */

    /* Per table: the files as written (NULL-terminated list; NULL if not given). history may have several.
     * They are relative, unless absolute, to the table's directory: `directory`, or that of the scenario
     * where it names them. */
    const char *const *files[WP_TABLE_COUNT];
    const char *directories[WP_TABLE_COUNT];
    struct wp_location file_at[WP_TABLE_COUNT];

    const struct wp_scenario *scenario; /* NULL where round.ini itself was read */
    int variant;                        /* which combination of its sweep was asked for, from 0; else -1 */
    /* Changes of tables, by the scenario and by --set: in the order in which they are made. */
    const struct wp_edit *edits;
    int edit_count;
    const char *edits_directory; /* what the files that they add are relative to */

    struct wp_column_mapping *mappings;
    int mapping_count;

    struct wp_rules_settings rules;

    struct wp_objective_setting objectives[WP_MAX_OBJECTIVES];
    int objective_count;
    bool default_objectives; /* order was not given */

    double time_limit; /* seconds; negative = none */
    double gap;        /* accepted relative gap, 0 = proven optimal */
    int memory_limit;  /* MiB; 0 = none */
    enum wp_method method;

    unsigned formats; /* enum wp_report_format, or-ed */
    enum wp_language language;
    enum wp_csv_style csv;

    /* Per key of config's table, its value as written; NULL where it was not given. */
    const char *const *written;
    /* Per key that a scenario or --set changed, the value that the round has, in the same form ("(none)"
     * where it has none); NULL for the others. */
    const char *const *changed_from;

    /* What --set changed, as given ("rules.max_minutes=60"), then what was chosen of the sweep, in the same
     * form, for summary.json. */
    const char *const *overrides;
    int override_count;
};

#endif
