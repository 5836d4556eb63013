/* write_plan.c: a solution becomes a plan's folder. */
#include "write_plan.h"
#include "published.h"
#include "report_files.h"
#include "report_html.h"
#include "report_xlsx.h"
#include "stored_inputs.h"
#include "translate.h"

const struct wp_folder_kind wp_plan_folder_kind = {
    .what = N_("a plan"),
    .marker = "summary.json",
    .names = (const char *const[]){"placements.csv", "projects.csv", "lecturers.csv", "lottery.csv",
                                   "fairness.csv", "changes.csv", "report.html", "plan.xlsx", "summary.json",
                                   WP_PUBLISHED, WP_PUBLISHED_BESIDE, NULL},
    .list = "inputs",
    .list_prefix = WP_INPUT_FOLDER,
};

const struct wp_folder_kind wp_infeasible_folder_kind = {
    .what = N_("an account of an impossible round"),
    .marker = "infeasible.json",
    .names = (const char *const[]){"infeasible.json", NULL},
    .list = "inputs",
    .list_prefix = WP_INPUT_FOLDER,
};

int wp_plan_folder_check(const char *folder, struct wp_error *error) {
    return wp_folder_check(folder, &wp_plan_folder_kind, error);
}

int wp_infeasible_folder_check(const char *folder, struct wp_error *error) {
    return wp_folder_check(folder, &wp_infeasible_folder_kind, error);
}

/* The tables of a plan's folder. */
static const struct {
    const char *name;
    int (*write)(FILE *stream, const struct wp_round *round, const struct wp_plan *plan,
                 struct wp_error *error);
    bool of_base; /* only where there is an earlier plan to compare with */
} tables[] = {{"placements.csv", wp_write_placements, false}, {"projects.csv", wp_write_projects, false},
              {"lecturers.csv", wp_write_lecturers, false},   {"lottery.csv", wp_write_lottery, false},
              {"fairness.csv", wp_write_fairness, false},     {"changes.csv", wp_write_changes, true}};

static int write_tables(struct wp_folder *folder, const struct wp_round *round, const struct wp_plan *plan,
                        struct wp_error *error) {
    int code = 0;
    for (size_t i = 0; i < sizeof tables / sizeof *tables && code == 0; i++) {
        FILE *stream;
        if (tables[i].of_base && !round->base)
            continue;
        code = wp_folder_open_file(folder, tables[i].name, &stream, error);
        if (code == 0)
            code = tables[i].write(stream, round, plan, error);
        if (code == 0)
            code = wp_folder_close_file(folder, error);
    }
    return code;
}

static int write_page(struct wp_folder *folder, const char *name, const struct wp_report *report,
                      struct wp_error *error) {
    FILE *stream;
    int code = wp_folder_open_file(folder, name, &stream, error);
    return code ? code : wp_report_html(stream, report, error);
}

static int write_workbook(struct wp_folder *folder, const char *name, const struct wp_report *report,
                          struct wp_error *error) {
    const char *path;
    int code = wp_folder_name_file(folder, name, &path, error);
    return code ? code : wp_report_xlsx(path, report, error);
}

/* What of it people read, each where its format is asked for. */
static const struct {
    const char *name;
    enum wp_report_format format;
    int (*write)(struct wp_folder *folder, const char *name, const struct wp_report *report,
                 struct wp_error *error);
} reports[] = {{"report.html", WP_REPORT_HTML, write_page}, {"plan.xlsx", WP_REPORT_XLSX, write_workbook}};

static int write_reports(struct wp_folder *folder, const struct wp_round *round,
                         const struct wp_solution *solution, unsigned formats, struct wp_error *error) {
    struct wp_report report;
    if ((formats & (WP_REPORT_HTML | WP_REPORT_XLSX)) == 0)
        return 0;
    int code = wp_report_fill(&report, round, solution, error);
    for (size_t i = 0; i < sizeof reports / sizeof *reports && code == 0; i++) {
        if ((formats & (unsigned)reports[i].format) == 0)
            continue;
        code = reports[i].write(folder, reports[i].name, &report, error);
        if (code == 0)
            code = wp_folder_close_file(folder, error);
    }
    wp_report_clear(&report);
    return code;
}

typedef int account_writer(FILE *stream, const struct wp_round *round, const struct wp_solution *solution,
                           const struct wp_inputs *inputs, char *const *names, struct wp_error *error);

/* Writes a folder of the kind: the tables and reports if there is a plan, the inputs, and the account under
 * the marker's name. */
static int write_folder(const char *target, const struct wp_folder_kind *kind, account_writer *write_account,
                        unsigned formats, const struct wp_round *round, const struct wp_solution *solution,
                        const struct wp_inputs *inputs, struct wp_error *error) {
    struct wp_folder *folder = NULL;
    char **names = NULL;
    FILE *stream;
    int code = wp_folder_begin(target, kind, &folder, error);
    if (code != 0)
        return code;
    if (solution->plan)
        code = write_tables(folder, round, solution->plan, error);
    if (solution->plan && code == 0)
        code = write_reports(folder, round, solution, formats, error);
    if (code == 0)
        code = wp_stored_names(inputs, &names, error);
    if (code == 0)
        code = wp_store_inputs(folder, inputs, names, error);
    if (code == 0)
        code = wp_folder_open_file(folder, kind->marker, &stream, error);
    if (code == 0)
        code = write_account(stream, round, solution, inputs, names, error);
    if (code == 0)
        code = wp_folder_close_file(folder, error);
    if (code == 0)
        code = wp_folder_commit(folder, error);
    wp_stored_names_free(names, inputs->count);
    wp_folder_free(folder);
    return code;
}

int wp_write_plan(const char *folder, const struct wp_round *round, const struct wp_solution *solution,
                  const struct wp_inputs *inputs, unsigned formats, struct wp_error *error) {
    return write_folder(folder, &wp_plan_folder_kind, wp_write_summary, formats, round, solution, inputs,
                        error);
}

int wp_write_infeasible(const char *folder, const struct wp_round *round, const struct wp_solution *solution,
                        const struct wp_inputs *inputs, struct wp_error *error) {
    return write_folder(folder, &wp_infeasible_folder_kind, wp_write_infeasible_report, 0, round, solution,
                        inputs, error);
}
