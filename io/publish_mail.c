/* publish_mail.c: the coordinator's list for a mail merge: a row a recipient, with what she is told in a few
 * lines and the files to attach. */
#include "csv_write.h"
#include "language.h"
#include "phrases.h"
#include "publish_files.h"
#include "week_text.h"

/* Of the list itself; the words in it are the recipient's. */
static void put_header(struct wp_csv_writer *csv) {
    static const char *const names[] = {N_("email"),      N_("salutation"), N_("subject"), N_("text"),
                                        N_("attachment"), N_("audience"),   N_("id")};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        wp_csv_text(csv, _(names[i]));
    wp_csv_end_row(csv);
}

static const char *salute(struct wp_phrases *phrases, const struct wp_entry *entry) {
    static const char *const nameless[WP_AUDIENCES] = {[WP_AUDIENCE_BROKER] = N_("Dear broker,"),
                                                       [WP_AUDIENCE_LECTURER] = N_("Dear lecturer,"),
                                                       [WP_AUDIENCE_ORGANISATION] = N_("Dear partner,"),
                                                       [WP_AUDIENCE_STUDENT] = N_("Dear student,")};
    if (!*entry->whom.name)
        return _(nameless[entry->audience]);
    return wp_phrase(phrases, _("Dear %s,"), entry->whom.name);
}

static const char *name_subject(struct wp_phrases *phrases, const struct wp_publication *publication,
                                const struct wp_entry *entry) {
    const char *round = publication->settings->name;
    bool changed = entry->change_count > 0;
    bool student = entry->audience == WP_AUDIENCE_STUDENT;
    if (!*round)
        return changed   ? _("What changed in the placement of students")
               : student ? _("Your place")
                         : _("Your students");
    return wp_phrase(phrases,
                     changed   ? _("What changed: %s")
                     : student ? _("Your place: %s")
                               : _("Your students: %s"),
                     round);
}

/* A student's own place, in a sentence or two. */
static const char *tell_student(struct wp_phrases *phrases, const struct wp_entry *entry) {
    const struct wp_entry_project *project = entry->projects;
    char slot[WP_SLOT_WORDS];
    if (entry->project_count == 0)
        return _(
            "There is no place for you yet. The coordinator will look for a solution together with you.");
    const char *text = wp_phrase(phrases, _("Your place is %s."), wp_phrase_project(phrases, project));
    if (project->organisations.count > 0)
        text = wp_phrase(phrases, _("%s\nOrganisation: %s"), text,
                         wp_phrase_contacts(phrases, &project->organisations));
    if (project->lecturers.count > 0)
        text =
            wp_phrase(phrases, _("%s\nLecturer: %s"), text, wp_phrase_contacts(phrases, &project->lecturers));
    if (project->slot >= 0)
        text = wp_phrase(phrases, _("%s\nWeekly meeting: %s"), text, wp_slot_words(project->slot, slot));
    return text;
}

/* How many students somebody else has, by project; names are in the files alone. */
static const char *tell_others(struct wp_phrases *phrases, const struct wp_entry *entry) {
    const char **lines = wp_phrase_room(phrases, entry->project_count);
    int count = 0;
    for (int p = 0; p < entry->project_count && lines; p++) {
        const struct wp_entry_project *project = &entry->projects[p];
        if (project->open)
            lines[count++] = wp_phrase(
                phrases, ngettext("%s: %d student", "%s: %d students", (unsigned long)project->student_count),
                wp_phrase_project(phrases, project), project->student_count);
    }
    return count > 0 ? wp_phrase_lines(phrases, lines, count)
                     : _("There are no students for you in this plan.");
}

/* What changed, without anybody's name but of those to turn to: a mail may be read by others. */
static const char *tell_changes(struct wp_phrases *phrases, const struct wp_entry *entry) {
    const char **lines = wp_phrase_room(phrases, entry->change_count + 2);
    int count = 0;
    bool left_out = false;
    if (!lines)
        return "";
    lines[count++] = _("What changed:");
    for (int c = 0; c < entry->change_count; c++)
        if (entry->changes[c].names_people)
            left_out = true;
        else
            lines[count++] = wp_phrase(phrases, "- %s", entry->changes[c].sentence);
    if (left_out)
        lines[count++] = wp_phrase(phrases, "- %s", _("Who comes, who leaves: see the attachment."));
    return wp_phrase_lines(phrases, lines, count);
}

/* What changed comes first, where only changes are told. */
static const char *tell(struct wp_phrases *phrases, const struct wp_entry *entry) {
    const char *text =
        entry->audience == WP_AUDIENCE_STUDENT ? tell_student(phrases, entry) : tell_others(phrases, entry);
    if (entry->change_count == 0)
        return text;
    if (entry->gone)
        return tell_changes(phrases, entry);
    return wp_phrase(phrases, "%s\n\n%s", tell_changes(phrases, entry), text);
}

static int put_row(struct wp_csv_writer *csv, struct wp_phrases *phrases,
                   const struct wp_publication *publication, const struct wp_entry *entry,
                   const struct wp_entry_files *files) {
    static const char *const audiences[WP_AUDIENCES] = {[WP_AUDIENCE_BROKER] = N_("broker"),
                                                        [WP_AUDIENCE_LECTURER] = N_("lecturer"),
                                                        [WP_AUDIENCE_ORGANISATION] = N_("organisation"),
                                                        [WP_AUDIENCE_STUDENT] = N_("student")};
    struct wp_csv_list attachments = {0};
    wp_csv_text(csv, entry->whom.email);
    wp_csv_text(csv, salute(phrases, entry));
    wp_csv_text(csv, name_subject(phrases, publication, entry));
    const char *text = tell(phrases, entry);
    wp_csv_text(csv, files->count == 0
                         ? text
                         : wp_phrase(phrases, "%s\n\n%s", text, _("The attachment tells more.")));
    for (int f = 0; f < files->count; f++)
        wp_csv_list_add(&attachments, files->names[f], "|");
    int failed = wp_csv_list_end(csv, &attachments);
    wp_csv_text(csv, _(audiences[entry->audience]));
    wp_csv_text(csv, entry->whom.id);
    wp_csv_end_row(csv);
    return failed;
}

int wp_publish_mail(FILE *stream, const struct wp_publication *publication,
                    const struct wp_entry_files *files, struct wp_error *error) {
    struct wp_csv_writer csv = wp_csv_for_people(stream, publication->settings->csv);
    int failed = 0;
    put_header(&csv);
    for (int e = 0; e < publication->count && !failed; e++) {
        /* An arena a row: what is told of thousands need not be kept. */
        struct wp_phrases phrases = {.arena = wp_arena_new()};
        if (!phrases.arena)
            return wp_error_memory(error);
        failed =
            put_row(&csv, &phrases, publication, &publication->entries[e], &files[e]) != 0 || phrases.failed;
        wp_arena_free(phrases.arena);
    }
    return failed ? wp_error_memory(error) : 0;
}
