/* publish_text.c: what the person at the terminal is told of a publication. */
#include "publish_text.h"
#include "terminal_text.h"
#include "translate.h"

#define NAMES 5

static void put_counts(FILE *out, const struct wp_publication *publication) {
    int counts[WP_AUDIENCES] = {0};
    for (int e = 0; e < publication->count; e++)
        counts[publication->entries[e].audience]++;
    fprintf(out, ngettext("  %d lecturer\n", "  %d lecturers\n", (unsigned)counts[WP_AUDIENCE_LECTURER]),
            counts[WP_AUDIENCE_LECTURER]);
    fprintf(out,
            ngettext("  %d broker (learning circle)\n", "  %d brokers (learning circles)\n",
                     (unsigned)counts[WP_AUDIENCE_BROKER]),
            counts[WP_AUDIENCE_BROKER]);
    fprintf(
        out,
        ngettext("  %d organisation\n", "  %d organisations\n", (unsigned)counts[WP_AUDIENCE_ORGANISATION]),
        counts[WP_AUDIENCE_ORGANISATION]);
    fprintf(out, ngettext("  %d student\n", "  %d students\n", (unsigned)counts[WP_AUDIENCE_STUDENT]),
            counts[WP_AUDIENCE_STUDENT]);
}

/* Behind a pseudonym nobody has an address. */
static void put_without_address(FILE *out, const struct wp_publication *publication, const char *target) {
    int count = 0;
    for (int e = 0; e < publication->count; e++)
        count += !*publication->entries[e].whom.email;
    if (count == 0 || publication->pseudonyms)
        return;
    fprintf(out,
            ngettext("%d row of %s/mail.csv has no e-mail address; for brokers none is known\n",
                     "%d rows of %s/mail.csv have no e-mail address; for brokers none is known\n",
                     (unsigned)count),
            count, target);
}

/* "  S12 (Aisha)": each on a line of its own. */
static int put_gone(FILE *out, const struct wp_publication *publication, bool verbose,
                    struct wp_error *error) {
    int count = 0, code = 0;
    for (int e = 0; e < publication->count; e++)
        count += publication->entries[e].gone;
    if (count == 0)
        return 0;
    fputs(_("No longer in the plan:\n"), out);
    for (int e = 0, told = 0; e < publication->count && code == 0; e++) {
        const struct wp_contact *whom = &publication->entries[e].whom;
        struct wp_sentence sentence;
        if (!publication->entries[e].gone || (told++ >= NAMES && !verbose))
            continue;
        code = wp_sentence_begin(&sentence, error);
        if (code != 0)
            break;
        fprintf(sentence.stream, *whom->name ? "%s (%s)" : "%s", whom->id, whom->name);
        code = wp_sentence_end(&sentence, out, 2, true, error);
    }
    if (count > NAMES && !verbose)
        fprintf(out, _("  and %d more (--verbose shows all)\n"), count - NAMES);
    return code;
}

int wp_publish_text(FILE *out, const struct wp_publication *publication, const char *target,
                    const char *since, bool verbose, struct wp_error *error) {
    if (since && publication->count == 0) {
        fprintf(out, _("Nothing that anybody is told has changed since %s; %s holds no letters or lists\n"),
                since, target);
        return 0;
    }
    if (since)
        fprintf(out, _("Published in %s, for those to whom something changed since %s:\n"), target, since);
    else
        fprintf(out, _("Published in %s, for:\n"), target);
    put_counts(out, publication);
    put_without_address(out, publication, target);
    return put_gone(out, publication, verbose, error);
}
