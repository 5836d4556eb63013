/* report_html_decisions.c: what people settled before the program placed anyone, with their reasons: for the
 * coordinator alone. */
#include "language.h"
#include "obstacle_words.h"
#include "report_html_parts.h"

static const char *action_words(enum wp_action action) {
    static const char *const words[WP_ACTION_COUNT] = {
        [WP_ACTION_PIN] = N_("pinned"),        [WP_ACTION_FORBID] = N_("forbidden"),
        [WP_ACTION_OPEN] = N_("must run"),     [WP_ACTION_CLOSE] = N_("must stay closed"),
        [WP_ACTION_TOGETHER] = N_("together"), [WP_ACTION_APART] = N_("apart"),
        [WP_ACTION_WAIVE] = N_("exception"),
    };
    return _(words[action]);
}

static void put_students(struct wp_html *html, const struct wp_round *round, struct wp_list students) {
    wp_html_cell(html, WP_HTML_WORDS);
    for (int i = 0; i < students.count; i++) {
        const struct wp_student *student = &round->students[students.items[i]];
        wp_html_raw(html, "<div>");
        wp_report_html_who(html, student->id, student->name);
        wp_html_raw(html, "</div>");
    }
    wp_html_cell_end(html);
}

static void put_object(struct wp_html *html, const char *what, const char *id, const char *name) {
    wp_html_raw(html, "<div>");
    wp_html_text(html, "%s ", what);
    wp_report_html_who(html, id, name);
    wp_html_raw(html, "</div>");
}

static void put_objects(struct wp_html *html, const struct wp_round *round,
                        const struct wp_decision *decision) {
    wp_html_cell(html, WP_HTML_WORDS);
    if (decision->project >= 0) {
        const struct wp_project *project = &round->projects[decision->project];
        put_object(html, _("Project:"), project->id, project->title);
    }
    if (decision->organisation >= 0) {
        const struct wp_organisation *organisation = &round->organisations[decision->organisation];
        put_object(html, _("Organisation:"), organisation->id, organisation->name);
    }
    if (decision->lecturer >= 0) {
        const struct wp_lecturer *lecturer = &round->lecturers[decision->lecturer];
        put_object(html, _("Lecturer:"), lecturer->id, lecturer->name);
    }
    if (decision->rule)
        put_object(html, _("Rule:"), wp_obstacle_words(decision->rule->name), "");
    wp_html_cell_end(html);
}

static void put_decision(struct wp_html *html, const struct wp_round *round,
                         const struct wp_decision *decision) {
    wp_html_row(html);
    wp_html_row_heading(html);
    wp_html_text(html, "%s", action_words(decision->action));
    wp_html_row_heading_end(html);
    put_students(html, round, decision->students);
    put_objects(html, round, decision);
    wp_html_cell_name(html, decision->reason);
    wp_html_cell_name(html, decision->by);
    wp_html_cell_name(html, decision->date);
    wp_html_row_end(html);
}

void wp_report_html_decisions(struct wp_html *html, const struct wp_report *report) {
    const struct wp_round *round = report->round;
    if (round->decision_count == 0)
        return;
    wp_html_section(html, 2, "decisions", "%s", _("Decisions"));
    wp_html_table(html, true,
                  _("What people settled beforehand, which every plan keeps. The reasons stand here alone: "
                    "nothing that is published has them."));
    wp_html_column(html, WP_HTML_WORDS, _("Decision"));
    wp_html_column(html, WP_HTML_WORDS, _("Students"));
    wp_html_column(html, WP_HTML_WORDS, _("What"));
    wp_html_column(html, WP_HTML_WORDS, _("Reason"));
    wp_html_column(html, WP_HTML_WORDS, _("By"));
    wp_html_column(html, WP_HTML_WORDS, _("Date"));
    wp_html_table_rows(html);
    for (int d = 0; d < round->decision_count; d++)
        put_decision(html, round, &round->decisions[d]);
    wp_html_table_end(html);
    wp_html_section_end(html);
}
