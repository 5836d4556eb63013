/* publish_html_parts.h: what the pages for lecturers, organisations, brokers and students have in common. */
#ifndef WP_PUBLISH_HTML_PARTS_H
#define WP_PUBLISH_HTML_PARTS_H

#include "html.h"
#include "publication.h"
#include "week_text.h"

/* The weekdays on which a student can be there; who named none can on all. */
const char *wp_publish_days(unsigned days, char buffer[WP_DAYS_WORDS]);

/* "Eating together (P01)", or the id alone. */
void wp_publish_put_project(struct wp_html *html, const char *id, const char *title);

/* A list of terms and what they come to; nothing is written of what is not told. */
void wp_publish_details(struct wp_html *html);
void wp_publish_details_end(struct wp_html *html);
/* One row, between the two. */
void wp_publish_detail(struct wp_html *html, const char *term);
void wp_publish_detail_end(struct wp_html *html);
void wp_publish_detail_name(struct wp_html *html, const char *term, const char *text);
void wp_publish_detail_text(struct wp_html *html, const char *term, const char *text);
/* People or organisations, each with the address. */
void wp_publish_detail_contacts(struct wp_html *html, const char *term, struct wp_contacts contacts);
/* Theme, measure, place: what all are told of a project alike. */
void wp_publish_detail_project(struct wp_html *html, const struct wp_entry_project *project);

/* The round's first and last day in a paragraph; nothing of a round without dates. */
void wp_publish_period(struct wp_html *html, const struct wp_settings *settings);
/* What changed since an earlier plan, if anything did. */
void wp_publish_changes(struct wp_html *html, const struct wp_entry *entry, const char *heading);

/* A student's letter (publish_letter.c). */
int wp_publish_letter(FILE *stream, const struct wp_publication *publication, const struct wp_entry *entry,
                      struct wp_error *error);

#endif
