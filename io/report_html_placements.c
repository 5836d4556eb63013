/* report_html_placements.c: who goes where, with everybody's number in the lottery. */
#include "language.h"
#include "report_html_parts.h"
#include "week_text.h"
#include <string.h>

/* Which columns have anything in them. */
struct columns {
    bool names, programmes, districts, lecturers, minutes, slots;
};

static struct columns find_columns(const struct wp_report *report) {
    const struct wp_round *round = report->round;
    struct columns columns = {.lecturers = round->has_lecturers,
                              .minutes = wp_round_has_trips(round),
                              .slots = round->settings->rules.meetings_weekly};
    for (int s = 0; s < round->student_count; s++) {
        columns.names |= *round->students[s].name != '\0';
        columns.programmes |= round->students[s].programme >= 0;
        columns.districts |= round->students[s].district >= 0;
    }
    return columns;
}

static void put_headings(struct wp_html *html, const struct columns *columns) {
    wp_html_column(html, WP_HTML_WORDS, _("Student"));
    if (columns->names)
        wp_html_column(html, WP_HTML_WORDS, _("Name"));
    if (columns->programmes)
        wp_html_column(html, WP_HTML_WORDS, _("Programme"));
    if (columns->districts)
        wp_html_column(html, WP_HTML_WORDS, _("District"));
    wp_html_column(html, WP_HTML_WORDS, _("Project"));
    wp_html_column(html, WP_HTML_WORDS, _("Choice"));
    if (columns->lecturers)
        wp_html_column(html, WP_HTML_WORDS, _("Lecturer"));
    if (columns->slots)
        wp_html_column(html, WP_HTML_WORDS, _("Meeting"));
    if (columns->minutes)
        wp_html_column(html, WP_HTML_NUMBER, _("Minutes"));
    wp_html_column(html, WP_HTML_NUMBER, _("Lottery number"));
}

static void put_project(struct wp_html *html, const struct wp_report *report, int student) {
    int at = report->plan->project[student];
    wp_html_cell(html, WP_HTML_WORDS);
    if (at >= 0) {
        wp_report_html_who(html, report->round->projects[at].id, report->round->projects[at].title);
    } else {
        wp_html_raw(html, "<span class=\"badge\">");
        wp_html_text(html, "%s", _("not placed"));
        wp_html_raw(html, "</span>");
    }
    wp_html_cell_end(html);
}

/* Her rank, and where it was not her own choice that decided, what did. */
static void put_choice(struct wp_html *html, const struct wp_report *report, int student) {
    int rank = wp_plan_rank(report->round, report->plan, student);
    const char *basis = wp_plan_basis(report->round, report->plan, student);
    wp_html_cell(html, WP_HTML_WORDS);
    if (rank > report->round->max_rank)
        wp_html_text(html, "%s", _("unlisted"));
    else if (rank > 0)
        wp_html_text(html, "%d", rank);
    if (strcmp(basis, "pin") == 0 || strcmp(basis, "group") == 0) {
        wp_html_raw(html, "<small>");
        wp_html_text(html, "%s", *basis == 'p' ? _("pinned") : _("of her group"));
        wp_html_raw(html, "</small>");
    }
    wp_html_cell_end(html);
}

static void put_lecturer(struct wp_html *html, const struct wp_report *report, int student) {
    int at = report->plan->lecturer[student];
    wp_html_cell(html, WP_HTML_WORDS);
    if (at >= 0)
        wp_report_html_who(html, report->round->lecturers[at].id, report->round->lecturers[at].name);
    wp_html_cell_end(html);
}

static void put_minutes(struct wp_html *html, const struct wp_report *report, int student) {
    int at = report->plan->project[student];
    int minutes = at < 0 ? -1 : wp_trip_minutes(report->round, student, at);
    if (minutes >= 0)
        wp_html_cell_number(html, minutes, 0);
    else
        wp_report_html_no_cell(html);
}

static void put_student(struct wp_html *html, const struct wp_report *report, const struct columns *columns,
                        int student) {
    const struct wp_student *who = &report->round->students[student];
    int project = report->plan->project[student];
    char slot[WP_SLOT_SHORT];
    wp_html_row(html);
    wp_html_row_heading(html);
    wp_html_name(html, who->id);
    wp_html_row_heading_end(html);
    if (columns->names)
        wp_html_cell_name(html, who->name);
    if (columns->programmes)
        wp_html_cell_name(html, wp_round_text(report->round, who->programme));
    if (columns->districts)
        wp_html_cell_name(html, wp_district_text(report->round, who->district));
    put_project(html, report, student);
    put_choice(html, report, student);
    if (columns->lecturers)
        put_lecturer(html, report, student);
    if (columns->slots)
        wp_html_cell_text(html, project < 0 ? "" : wp_slot_short(report->plan->slot[project], slot));
    if (columns->minutes)
        put_minutes(html, report, student);
    wp_html_cell_number(html, who->lottery, 0);
    wp_html_row_end(html);
}

void wp_report_html_placements(struct wp_html *html, const struct wp_report *report) {
    struct columns columns = find_columns(report);
    if (report->round->student_count == 0)
        return;
    wp_html_section(html, 2, "placements", "%s", _("Who goes where, and the lottery"));
    wp_html_paragraph(
        html,
        _("The lottery was drawn from the seed %lld and the students' numbers, before anybody was placed. It "
          "decides only between plans that are equal in everything else; a lower number goes first."),
        (long long)report->round->settings->seed);
    wp_html_table(html, true,
                  columns.minutes ? _("Every student with her place, and her number in the lottery. Minutes "
                                      "are those of the one-way trip.")
                                  : _("Every student with her place, and her number in the lottery."));
    put_headings(html, &columns);
    wp_html_table_rows(html);
    for (int s = 0; s < report->round->student_count; s++)
        put_student(html, report, &columns, s);
    wp_html_table_end(html);
    wp_html_section_end(html);
}
