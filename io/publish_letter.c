/* publish_letter.c: the letter to a student: where, when and with whom, and why there. */
#include "publish_html_parts.h"
#include "translate.h"
#include "week_text.h"
#include <string.h>

/* The others on her project: their names in one line. */
static void put_fellows(struct wp_html *html, const struct wp_entry_project *project) {
    int nameless = project->unnamed, named = 0;
    if (project->student_count == 0)
        return;
    wp_publish_detail(html, _("Your fellow students"));
    for (int s = 0; s < project->student_count; s++) {
        const char *name = wp_contact_text(&project->students[s].who);
        if (!*name) {
            nameless++;
            continue;
        }
        if (named++ > 0)
            wp_html_raw(html, ", ");
        wp_html_name(html, name);
    }
    if (nameless > 0 && named > 0)
        wp_html_text(html, ngettext(" and %d other student", " and %d other students", (unsigned)nameless),
                     nameless);
    else if (nameless > 0)
        wp_html_text(html, ngettext("%d fellow student", "%d fellow students", (unsigned)nameless), nameless);
    wp_publish_detail_end(html);
}

static void put_place(struct wp_html *html, const struct wp_entry *entry) {
    const struct wp_entry_project *project = entry->projects;
    char words[WP_DAYS_WORDS];
    wp_html_section(html, 2, "place", "%s", _("Your place"));
    wp_publish_details(html);
    wp_publish_detail(html, _("Project"));
    wp_html_raw(html, "<strong>");
    wp_publish_put_project(html, project->id, project->title);
    wp_html_raw(html, "</strong>");
    wp_publish_detail_end(html);
    wp_publish_detail_contacts(html, _("Where you work"), project->organisations);
    wp_publish_detail_project(html, project);
    if (project->slot < 0)
        wp_publish_detail_text(html, _("Your days"), wp_publish_days(entry->self.days, words));
    wp_publish_detail_contacts(html, _("Who guides you"), project->lecturers);
    put_fellows(html, project);
    if (entry->self.minutes >= 0) {
        wp_publish_detail(html, _("Your trip"));
        if (entry->self.minutes == 0)
            wp_html_text(html, "%s", _("close to you"));
        else
            wp_html_text(html,
                         ngettext("about %d minute one way", "about %d minutes one way",
                                  (unsigned)entry->self.minutes),
                         entry->self.minutes);
        wp_publish_detail_end(html);
    }
    wp_publish_details_end(html);
    wp_html_section_end(html);
}

/* How she came to what she has. */
static const char *basis_sentence(const struct wp_entry_account *account) {
    if (strcmp(account->basis, "pin") == 0)
        return account->choices_made > 0 && account->rank < 0
                   ? _("The coordinator fixed this place for you beforehand, so your choices played no part "
                       "in it.")
                   : _("The coordinator fixed this place for you beforehand.");
    if (strcmp(account->basis, "group") == 0)
        return _("You made no choices yourself; your place follows from those of your group.");
    if (strcmp(account->basis, "unlisted") != 0)
        return NULL;
    if (account->choices_made == 0)
        return _("You made no choices, so you have a place that was left after everybody who did choose.");
    if (account->group > 1)
        return _(
            "This project was not among the choices that all of your group made, so it counts as one that "
            "was not chosen.");
    return _("This project was not among your choices. None of those was possible in this plan, so you have "
             "another place.");
}

static void put_rank(struct wp_html *html, const struct wp_entry_account *account) {
    if (account->rank == 1)
        wp_html_text(html, "%s", _("This is your first choice."));
    else if (account->rank > 1)
        wp_html_text(html,
                     ngettext("This is your choice number %d. You made %d choice.",
                              "This is your choice number %d. You made %d choices.",
                              (unsigned)account->choices_made),
                     account->rank, account->choices_made);
}

static void put_basis(struct wp_html *html, const struct wp_entry_account *account) {
    const char *sentence = basis_sentence(account);
    wp_html_raw(html, "<p>");
    if (sentence)
        wp_html_text(html, "%s", sentence);
    if (sentence && account->rank > 0)
        wp_html_raw(html, " ");
    put_rank(html, account);
    if (account->group > 1) {
        wp_html_raw(html, " ");
        wp_html_text(html, _("You were placed together with others, as one group of %d."), account->group);
    }
    wp_html_raw(html, "</p>\n");
}

static const char *outcome_sentence(const struct wp_entry_choice *choice) {
    switch (choice->outcome) {
    case WP_CHOICE_CLOSED:
        return _("This project does not run this time.");
    case WP_CHOICE_NOT_ELIGIBLE:
        return choice->rule;
    case WP_CHOICE_GROUP:
        return _("It was not open to everybody in your group, or not chosen by all of you.");
    case WP_CHOICE_FULL:
        return _("There was no place left.");
    case WP_CHOICE_TOO_FEW:
        return _("It did not have enough places left for your whole group.");
    default:
        return _("It had places left, but placing you there did not fit the plan for everybody together.");
    }
}

static void put_choices(struct wp_html *html, const struct wp_entry_account *account) {
    int better = account->choice_count;
    if (better > 0 && account->choices[better - 1].outcome == WP_CHOICE_GOT)
        better--;
    if (better == 0)
        return;
    wp_html_paragraph(html, "%s",
                      account->rank <= 0 ? _("What became of your choices:")
                                         : _("What became of the choices that you ranked higher:"));
    wp_html_raw(html, "<ul>\n");
    for (int c = 0; c < better; c++) {
        const struct wp_entry_choice *choice = &account->choices[c];
        wp_html_raw(html, "<li>");
        wp_html_text(html, _("Choice %d"), choice->rank);
        wp_html_raw(html, ", ");
        wp_publish_put_project(html, choice->project, choice->title);
        wp_html_raw(html, ". ");
        wp_html_text(html, "%s", outcome_sentence(choice));
        wp_html_raw(html, "</li>\n");
    }
    wp_html_raw(html, "</ul>\n");
}

static bool has_lottery(const struct wp_settings *settings) {
    for (int o = 0; o < settings->objective_count; o++)
        if (settings->objectives[o].kind == WP_OBJECTIVE_LOTTERY)
            return true;
    return false;
}

static void put_account(struct wp_html *html, const struct wp_publication *publication,
                        const struct wp_entry_account *account) {
    bool placed = account->rank != 0;
    wp_html_section(html, 2, "why", "%s", placed ? _("Why this place") : _("Why you have no place"));
    if (placed)
        put_basis(html, account);
    else if (account->choices_made == 0)
        wp_html_paragraph(html, "%s", _("You made no choices, and no place was found for you."));
    if (!placed && account->group > 1)
        wp_html_paragraph(html, _("You are one of a group of %d, who go to one project together or to none."),
                          account->group);
    put_choices(html, account);
    wp_html_paragraph(
        html, "%s",
        publication->proven
            ? _("All places were given out together, in the order of importance that was agreed "
                "before. It is proven that no other plan does better by that order.")
            : _("All places were given out together, in the order of importance that was agreed "
                "before. This is the best plan that was found; it is not proven that none is "
                "better."));
    if (account->lottery > 0 && has_lottery(publication->settings))
        wp_html_paragraph(html,
                          _("Your number in the lottery is %d. It counts only between plans that are equally "
                            "good for everybody together."),
                          account->lottery);
    wp_html_section_end(html);
}

static void put_opening(struct wp_html *html, const struct wp_publication *publication, bool placed) {
    if (!placed) {
        wp_html_paragraph(
            html, "%s",
            _("We are sorry to say that there is no place for you yet. The coordinator knows this "
              "and will look for a solution together with you. This letter says how it came "
              "about."));
        return;
    }
    wp_html_paragraph(html, "%s",
                      _("There is a place for you. This letter says where it is, who will be "
                        "there, and how it was found."));
    wp_publish_period(html, publication->settings);
}

int wp_publish_letter(FILE *stream, const struct wp_publication *publication, const struct wp_entry *entry,
                      struct wp_error *error) {
    struct wp_html html;
    const char *name = wp_contact_text(&entry->whom), *round = publication->settings->name;
    bool placed = entry->project_count > 0;
    wp_html_begin_letter(&html, stream, *round ? round : placed ? _("Your place") : _("Your placement"));
    wp_html_raw(&html, "<p>");
    wp_html_text(&html, _("Dear %s,"), name);
    wp_html_raw(&html, "</p>\n");
    /* Who is in the plan no longer has no place to be told of, nor reasons. */
    if (!entry->gone)
        put_opening(&html, publication, placed);
    wp_publish_changes(&html, entry, _("What changed for you"));
    if (placed)
        put_place(&html, entry);
    if (!entry->gone)
        put_account(&html, publication, &entry->account);
    wp_html_paragraph(&html, "%s",
                      placed && entry->projects->lecturers.count > 0
                          ? _("Do you have questions? Ask the one who guides you, or the coordinator.")
                          : _("Do you have questions? Ask the coordinator."));
    wp_html_paragraph(&html, "%s",
                      placed ? _("We wish you a good time in the neighbourhood.")
                             : _("With kind regards from the coordinator."));
    return wp_html_end(&html, error);
}
