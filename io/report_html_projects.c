/* report_html_projects.c: which projects run, and how full they are. */
#include "language.h"
#include "report_html_parts.h"
#include "svg.h"
#include <stdlib.h>

#define MOST_BARS   60 /* projects in pictures; the table has them all */
#define FIGURE_BARS 20 /* in one picture */

/* The columns that some project fills. */
struct columns {
    bool circle, district, domain, orientation, reserve;
};

static const char *state_of(const struct wp_report *report, int project) {
    if (report->totals->project_students[project] > 0)
        return _("runs");
    return report->round->projects[project].status == WP_STATUS_CLOSED ? _("was closed") : _("stays closed");
}

/* A project, and how many chose it. */
struct asked {
    int project, chosen;
};

/* The most often chosen first. */
static int by_chosen(const void *left, const void *right) {
    const struct asked *one = left, *other = right;
    if (one->chosen != other->chosen)
        return one->chosen > other->chosen ? -1 : 1;
    return one->project - other->project;
}

/* All projects, those that are drawn in front; newly allocated, NULL when memory runs out. */
static struct asked *order_projects(const struct wp_report *report) {
    int count = report->round->project_count;
    struct asked *order = calloc((size_t)count, sizeof *order);
    for (int p = 0; p < count && order; p++)
        order[p] = (struct asked){p, report->demand[p].chosen};
    if (order && count > MOST_BARS)
        qsort(order, (size_t)count, sizeof *order, by_chosen);
    return order;
}

static void put_pictures(struct wp_html *html, const struct wp_report *report) {
    const struct wp_round *round = report->round;
    struct wp_svg_range ranges[MOST_BARS];
    char numbers[MOST_BARS][48], tells[MOST_BARS][192];
    int count = round->project_count < MOST_BARS ? round->project_count : MOST_BARS;
    struct asked *order = order_projects(report);
    if (!order) {
        html->out_of_memory = true;
        return;
    }
    for (int i = 0; i < count; i++) {
        int p = order[i].project, students = report->totals->project_students[p];
        const struct wp_project *project = &round->projects[p];
        if (students > 0)
            snprintf(numbers[i], sizeof *numbers, "%d / %d", students, project->max_students);
        else
            snprintf(numbers[i], sizeof *numbers, "%s", _("closed"));
        snprintf(tells[i], sizeof *tells, _("%s, students %d, at least %d, at most %d"), state_of(report, p),
                 students, project->min_students, project->max_students);
        ranges[i] = (struct wp_svg_range){
            .id = project->id,
            .name = project->title,
            .number = numbers[i],
            .tells = tells[i],
            .value = students,
            .low = project->min_students,
            .high = project->max_students,
        };
    }
    if (count < round->project_count)
        wp_html_paragraph(html, _("The pictures show the %d projects of %d that most students chose."), count,
                          round->project_count);
    wp_report_html_ranges(html, _("Seats filled by project"), ranges, count, FIGURE_BARS);
    free(order);
}

static void put_hosts(struct wp_html *html, const struct wp_round *round, const struct wp_project *project) {
    wp_html_cell(html, WP_HTML_WORDS);
    for (int i = 0; i < project->organisations.count; i++) {
        const struct wp_organisation *host = &round->organisations[project->organisations.items[i]];
        wp_html_raw(html, i > 0 ? ", " : "");
        wp_html_name(html, *host->name ? host->name : host->id);
    }
    wp_html_cell_end(html);
}

/* Two words in one cell, the second small below the first: paper has no room for a column of each. */
static void put_pair(struct wp_html *html, const char *first, const char *second) {
    wp_html_cell(html, WP_HTML_WORDS);
    wp_html_name(html, *first ? first : second);
    if (*first && *second) {
        wp_html_raw(html, "<small>");
        wp_html_name(html, second);
        wp_html_raw(html, "</small>");
    }
    wp_html_cell_end(html);
}

static void put_kind(struct wp_html *html, const struct wp_round *round, const struct wp_project *project,
                     const struct columns *columns) {
    const char *orientation = "";
    if (project->orientation != WP_ORIENTATION_NONE)
        orientation = wp_report_orientation(project->orientation);
    if (columns->district || columns->circle)
        put_pair(html, wp_district_text(round, project->district), wp_round_text(round, project->circle));
    if (columns->domain || columns->orientation)
        put_pair(html, wp_round_text(round, project->domain), orientation);
}

/* The headings of these two. */
static void put_kind_columns(struct wp_html *html, const struct columns *columns) {
    if (columns->district || columns->circle)
        wp_html_column(html, WP_HTML_WORDS,
                       !columns->circle     ? _("District")
                       : !columns->district ? _("Circle")
                                            : _("District and circle"));
    if (columns->domain || columns->orientation)
        wp_html_column(html, WP_HTML_WORDS,
                       !columns->orientation ? _("Domain")
                       : !columns->domain    ? _("Orientation")
                                             : _("Domain and orientation"));
}

static void put_row(struct wp_html *html, const struct wp_report *report, const struct columns *columns,
                    int at) {
    const struct wp_project *project = &report->round->projects[at];
    int students = report->totals->project_students[at];
    wp_html_row(html);
    wp_html_row_heading(html);
    wp_report_html_thing(html, project->id, project->title);
    if (students == 0) {
        wp_html_raw(html, "<small>");
        wp_html_text(html, "%s", state_of(report, at));
        wp_html_raw(html, "</small>");
    }
    wp_html_row_heading_end(html);
    put_hosts(html, report->round, project);
    put_kind(html, report->round, project, columns);
    wp_html_cell_number(html, students, 0);
    wp_html_cell_number(html, project->min_students, 0);
    wp_html_cell_number(html, project->max_students, 0);
    if (students > 0)
        wp_html_cell_number(html, project->max_students - students, 0);
    else
        wp_report_html_no_cell(html);
    if (columns->reserve)
        wp_html_cell_number(html, project->reserve, 0);
    wp_html_cell_number(html, report->demand[at].chosen, 0);
    wp_html_cell_number(html, report->demand[at].first, 0);
    wp_html_row_end(html);
}

static struct columns find_columns(const struct wp_round *round) {
    struct columns found = {0};
    for (int p = 0; p < round->project_count; p++) {
        const struct wp_project *project = &round->projects[p];
        found.circle |= project->circle >= 0;
        found.district |= project->district >= 0;
        found.domain |= project->domain >= 0;
        found.orientation |= project->orientation != WP_ORIENTATION_NONE;
        found.reserve |= project->reserve > 0;
    }
    return found;
}

static void put_table(struct wp_html *html, const struct wp_report *report) {
    const struct columns columns = find_columns(report->round);
    wp_html_table(html, true,
                  columns.reserve
                      ? _("Projects, and how many students chose each. Seats are without those that are "
                          "kept free for late students.")
                      : _("Projects, and how many students chose each"));
    wp_html_column(html, WP_HTML_WORDS, _("Project"));
    wp_html_column(html, WP_HTML_WORDS, _("Organisations"));
    put_kind_columns(html, &columns);
    wp_html_column(html, WP_HTML_NUMBER, _("Students"));
    wp_html_column(html, WP_HTML_NUMBER, _("Minimum"));
    wp_html_column(html, WP_HTML_NUMBER, _("Seats"));
    wp_html_column(html, WP_HTML_NUMBER, _("Free"));
    if (columns.reserve)
        wp_html_column(html, WP_HTML_NUMBER, _("Reserve"));
    wp_html_column(html, WP_HTML_NUMBER, _("Chosen"));
    wp_html_column(html, WP_HTML_NUMBER, _("Chosen first"));
    wp_html_table_rows(html);
    for (int p = 0; p < report->round->project_count; p++)
        put_row(html, report, &columns, p);
    wp_html_table_end(html);
}

static void put_opening(struct wp_html *html, const struct wp_report *report) {
    const struct wp_round *round = report->round;
    int open = report->totals->open_projects, full = 0;
    for (int p = 0; p < round->project_count; p++) {
        int students = report->totals->project_students[p];
        full += students > 0 && students >= round->projects[p].max_students;
    }
    wp_html_paragraph(html, _("%d of the %d projects run, and %d of these are full."), open,
                      round->project_count, full);
    wp_html_raw(html, "<ul class=\"key\">\n");
    wp_svg_ranges_key(html, _("students, in a frame up to the seats"), _("minimum"));
    wp_html_raw(html, "</ul>\n");
}

void wp_report_html_projects(struct wp_html *html, const struct wp_report *report) {
    if (report->round->project_count == 0)
        return;
    wp_html_section(html, 2, "projects", "%s", _("Projects"));
    put_opening(html, report);
    put_pictures(html, report);
    put_table(html, report);
    wp_html_section_end(html);
}
