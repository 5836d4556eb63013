/* publish_html.c: list.html, a page for a lecturer, an organisation or a broker: projects, who is there, how
 * to reach them. */
#include "publish_files.h"
#include "publish_html_parts.h"
#include "translate.h"
#include "week_text.h"

/* What the columns of students hold is decided by the audience alone: an empty column says that nothing is
 * known. */
static void put_heading(struct wp_html *html, bool lecturer) {
    wp_html_column(html, WP_HTML_WORDS, _("Student"));
    if (lecturer) {
        wp_html_column(html, WP_HTML_WORDS, _("Number"));
        wp_html_column(html, WP_HTML_WORDS, _("E-mail"));
        wp_html_column(html, WP_HTML_WORDS, _("Programme"));
        wp_html_column(html, WP_HTML_WORDS, _("Year"));
    }
    wp_html_column(html, WP_HTML_WORDS, _("Days"));
    if (lecturer)
        wp_html_column(html, WP_HTML_NUMBER, _("Trip in minutes"));
    wp_html_table_rows(html);
}

static void put_student(struct wp_html *html, const struct wp_entry_student *student, bool lecturer) {
    char days[WP_DAYS_WORDS];
    wp_html_row(html);
    wp_html_row_heading(html);
    wp_html_name(html, wp_contact_text(&student->who));
    wp_html_row_heading_end(html);
    if (lecturer) {
        wp_html_cell_name(html, student->who.id);
        wp_html_cell_name(html, student->who.email);
        wp_html_cell_name(html, student->programme);
        wp_html_cell_name(html, student->year);
    }
    wp_html_cell_text(html, wp_publish_days(student->days, days));
    if (lecturer && student->minutes >= 0) {
        wp_html_cell_number(html, student->minutes, 0);
    } else if (lecturer) {
        wp_html_cell(html, WP_HTML_NUMBER);
        wp_html_cell_end(html);
    }
    wp_html_row_end(html);
}

static void put_students(struct wp_html *html, const struct wp_entry_project *project, bool lecturer) {
    char caption[64];
    snprintf(caption, sizeof caption, ngettext("%d student", "%d students", (unsigned)project->student_count),
             project->student_count);
    wp_html_table(html, false, caption);
    put_heading(html, lecturer);
    for (int s = 0; s < project->student_count; s++)
        put_student(html, &project->students[s], lecturer);
    wp_html_table_end(html);
}

static void put_project(struct wp_html *html, const struct wp_entry *entry, int index) {
    const struct wp_entry_project *project = &entry->projects[index];
    wp_html_raw(html, "<section id=\"project-%d\">\n<h2>", index + 1);
    wp_publish_put_project(html, project->id, project->title);
    wp_html_raw(html, "</h2>\n");
    if (!project->open)
        wp_html_paragraph(html, "%s", _("This project does not run."));
    wp_publish_details(html);
    wp_publish_detail_contacts(html, _("Hosted by"), project->organisations);
    wp_publish_detail_contacts(html, _("Guided by"), project->lecturers);
    wp_publish_detail_project(html, project);
    if (project->seats >= 0) {
        char seats[WP_NUMBER_TEXT];
        wp_publish_detail_text(html, _("Places"), wp_number_text(project->seats, 0, false, seats));
    }
    wp_publish_details_end(html);
    if (project->student_count > 0)
        put_students(html, project, entry->audience == WP_AUDIENCE_LECTURER);
    wp_html_section_end(html);
}

/* A broker has many projects: which of them run, at a glance. */
static void put_overview(struct wp_html *html, const struct wp_entry *entry) {
    wp_html_section(html, 2, "projects", "%s", _("All projects"));
    wp_html_table(html, entry->project_count > 20, _("The projects of this circle, running or not"));
    wp_html_column(html, WP_HTML_WORDS, _("Project"));
    wp_html_column(html, WP_HTML_WORDS, _("Runs"));
    wp_html_column(html, WP_HTML_NUMBER, _("Students"));
    wp_html_column(html, WP_HTML_NUMBER, _("Places"));
    wp_html_table_rows(html);
    for (int p = 0; p < entry->project_count; p++) {
        const struct wp_entry_project *project = &entry->projects[p];
        wp_html_row(html);
        wp_html_row_heading(html);
        wp_html_raw(html, "<a href=\"#project-%d\">", p + 1);
        wp_publish_put_project(html, project->id, project->title);
        wp_html_raw(html, "</a>");
        wp_html_row_heading_end(html);
        wp_html_cell_text(html, project->open ? _("yes") : _("no"));
        wp_html_cell_number(html, project->student_count, 0);
        wp_html_cell_number(html, project->seats, 0);
        wp_html_row_end(html);
    }
    wp_html_table_end(html);
    wp_html_section_end(html);
}

static const char *introduction(const struct wp_entry *entry) {
    if (entry->audience == WP_AUDIENCE_LECTURER)
        return entry->project_count > 0 ? _("These are your projects, and the students whom you guide there.")
                                        : _("You guide no students this time.");
    if (entry->audience == WP_AUDIENCE_ORGANISATION)
        return entry->project_count > 0 ? _("These are your projects, with the students who come and the "
                                            "lecturer who guides them.")
                                        : _("None of your projects runs this time, so no students come.");
    return entry->project_count > 0
               ? _("These are the projects of your learning circle, with their students.")
               : _("Your learning circle has no projects this time.");
}

int wp_publish_html(FILE *stream, const struct wp_publication *publication, const struct wp_entry *entry,
                    struct wp_error *error) {
    struct wp_html html;
    if (entry->audience == WP_AUDIENCE_STUDENT)
        return wp_publish_letter(stream, publication, entry, error);
    wp_html_begin(&html, stream, wp_contact_text(&entry->whom));
    if (*publication->settings->name) {
        wp_html_raw(&html, "<p class=\"quiet\">");
        wp_html_name(&html, publication->settings->name);
        wp_html_raw(&html, "</p>\n");
    }
    wp_html_paragraph(&html, "%s", introduction(entry));
    wp_publish_period(&html, publication->settings);
    wp_publish_changes(&html, entry, _("What changed"));
    if (entry->audience == WP_AUDIENCE_BROKER && entry->project_count > 0)
        put_overview(&html, entry);
    for (int p = 0; p < entry->project_count; p++)
        put_project(&html, entry, p);
    return wp_html_end(&html, error);
}
