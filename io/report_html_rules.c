/* report_html_rules.c: the rules that every plan of this round keeps, a sentence each. */
#include "language.h"
#include "report_html_parts.h"

void wp_report_html_rules(struct wp_html *html, const struct wp_report *report) {
    wp_html_section(html, 2, "rules", "%s", _("The rules in force"));
    wp_html_paragraph(html, "%s", _("Every plan keeps them, this one too: that was checked again."));
    wp_html_raw(html, "<ul>\n");
    for (const struct wp_rule *const *rule = wp_rules; *rule; rule++) {
        char sentence[512] = "";
        if ((*rule)->active(report->round))
            (*rule)->sentence(report->round, sentence, sizeof sentence);
        if (!*sentence)
            continue;
        wp_html_raw(html, "<li>");
        wp_html_name(html, sentence);
        wp_html_raw(html, "</li>\n");
    }
    wp_html_raw(html, "</ul>\n");
    wp_html_section_end(html);
}
