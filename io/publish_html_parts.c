/* publish_html_parts.c: what the pages for lecturers, organisations, brokers and students have in common. */
#include "publish_html_parts.h"
#include "date_text.h"
#include "translate.h"

const char *wp_publish_days(unsigned days, char buffer[WP_DAYS_WORDS]) {
    return days == WP_ALL_DAYS ? _("any weekday") : wp_days_words(days, buffer);
}

void wp_publish_put_project(struct wp_html *html, const char *id, const char *title) {
    if (*title) {
        wp_html_name(html, title);
        wp_html_raw(html, " (");
    }
    wp_html_name(html, id);
    wp_html_raw(html, *title ? ")" : "");
}

void wp_publish_details(struct wp_html *html) {
    wp_html_raw(html, "<dl>\n");
}

void wp_publish_details_end(struct wp_html *html) {
    wp_html_raw(html, "</dl>\n");
}

void wp_publish_detail(struct wp_html *html, const char *term) {
    wp_html_raw(html, "<div><dt>");
    wp_html_text(html, "%s", term);
    wp_html_raw(html, "</dt><dd>");
}

void wp_publish_detail_end(struct wp_html *html) {
    wp_html_raw(html, "</dd></div>\n");
}

void wp_publish_detail_name(struct wp_html *html, const char *term, const char *text) {
    if (!*text)
        return;
    wp_publish_detail(html, term);
    wp_html_name(html, text);
    wp_publish_detail_end(html);
}

void wp_publish_detail_text(struct wp_html *html, const char *term, const char *text) {
    if (!*text)
        return;
    wp_publish_detail(html, term);
    wp_html_text(html, "%s", text);
    wp_publish_detail_end(html);
}

void wp_publish_detail_contacts(struct wp_html *html, const char *term, struct wp_contacts contacts) {
    if (contacts.count == 0)
        return;
    wp_publish_detail(html, term);
    for (int c = 0; c < contacts.count; c++) {
        const struct wp_contact *contact = &contacts.items[c];
        wp_html_raw(html, "<p>");
        wp_html_name(html, wp_contact_text(contact));
        if (*contact->email) {
            wp_html_raw(html, ", ");
            wp_html_name(html, contact->email);
        }
        wp_html_raw(html, "</p>");
    }
    wp_publish_detail_end(html);
}

void wp_publish_detail_project(struct wp_html *html, const struct wp_entry_project *project) {
    char words[WP_SLOT_WORDS > WP_DAYS_WORDS ? WP_SLOT_WORDS : WP_DAYS_WORDS];
    wp_publish_detail_name(html, _("Theme"), project->theme);
    wp_publish_detail_name(html, _("Effect measured by"), project->indicator);
    wp_publish_detail_name(html, _("District"), project->district);
    wp_publish_detail_name(html, _("Learning circle"), project->circle);
    wp_publish_detail_text(html, _("Days of the project"), wp_days_words(project->days, words));
    wp_publish_detail_text(html, _("Weekly meeting"), wp_slot_words(project->slot, words));
}

void wp_publish_period(struct wp_html *html, const struct wp_settings *settings) {
    char first[WP_DATE_WORDS], last[WP_DATE_WORDS];
    if (settings->start == WP_NO_DAY || settings->end == WP_NO_DAY)
        return;
    wp_date_words(settings->start, first);
    wp_date_words(settings->end, last);
    if (settings->start == settings->end)
        wp_html_paragraph(html, _("The date is %s."), first);
    else
        wp_html_paragraph(html, _("The period is from %s to %s."), first, last);
}

void wp_publish_changes(struct wp_html *html, const struct wp_entry *entry, const char *heading) {
    if (entry->change_count == 0)
        return;
    wp_html_section(html, 2, "changes", "%s", heading);
    wp_html_raw(html, "<ul>\n");
    for (int c = 0; c < entry->change_count; c++) {
        wp_html_raw(html, "<li>");
        wp_html_text(html, "%s", entry->changes[c].sentence);
        wp_html_raw(html, "</li>\n");
    }
    wp_html_raw(html, "</ul>\n");
    wp_html_section_end(html);
}
