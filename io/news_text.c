/* news_text.c: on a terminal, who must be told what. */
#include "news_text.h"
#include "change_text.h"
#include "language.h"
#include "news.h"
#include "terminal_text.h"
#include <string.h>

#define SENTENCES 3

/* How many changes of one kind an audience is told of. */
static int count_changes(const struct wp_news *news, enum wp_audience audience, const char *change) {
    int count = 0;
    for (int i = 0; i < news->count; i++)
        count += news->items[i].audience == audience && strcmp(news->items[i].change, change) == 0;
    return count;
}

/* "Students 12: 9 on another project, 3 with another lecturer" */
static int put_counts(FILE *out, const struct wp_news *news, enum wp_audience audience,
                      struct wp_error *error) {
    static const char *const nouns[WP_AUDIENCES] = {[WP_AUDIENCE_LECTURER] = N_("Lecturers"),
                                                    [WP_AUDIENCE_ORGANISATION] = N_("Organisations"),
                                                    [WP_AUDIENCE_STUDENT] = N_("Students")};
    static const struct {
        const char *change, *words;
    } kinds[] = {{"comes", N_("come")},
                 {"leaves", N_("leave")},
                 {"project", N_("on another project")},
                 {"lecturer", N_("with another lecturer")},
                 {"slot", N_("in another slot")},
                 {"placed", N_("placed now")},
                 {"unplaced", N_("not placed any more")},
                 {"new", N_("new")},
                 {"gone", N_("gone")},
                 {"gets_project", N_("with a project more")},
                 {"loses_project", N_("with a project fewer")}};
    struct wp_sentence sentence;
    const char *between = ": ";
    if (news->told[audience] == 0)
        return 0;
    if (wp_sentence_begin(&sentence, error) != 0)
        return WP_INTERNAL;
    fprintf(sentence.stream, "%s %d", _(nouns[audience]), news->told[audience]);
    for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
        int count = count_changes(news, audience, kinds[k].change);
        if (count == 0)
            continue;
        fprintf(sentence.stream, "%s%d %s", between, count, _(kinds[k].words));
        between = ", ";
    }
    return wp_sentence_end(&sentence, out, 2, true, error);
}

static int put_sentences(FILE *out, const struct wp_changes *changes, bool verbose, struct wp_error *error) {
    int count = verbose || changes->count <= SENTENCES ? changes->count : SENTENCES;
    int code = 0;
    for (int i = 0; i < count && code == 0; i++) {
        struct wp_sentence sentence;
        code = wp_sentence_begin(&sentence, error);
        if (code != 0)
            break;
        wp_change_text(sentence.stream, &changes->items[i]);
        code = wp_sentence_end(&sentence, out, 2, verbose, error);
    }
    return code;
}

static void put_rest(FILE *out, const struct wp_changes *changes, const char *folder, bool verbose) {
    fputs("  ", out);
    if (!verbose && changes->count > SENTENCES)
        fprintf(out, _("and %d more (--verbose shows all); who hears what: %s/changes.csv"),
                changes->count - SENTENCES, folder);
    else
        fprintf(out, _("who hears what: %s/changes.csv"), folder);
    fputc('\n', out);
}

int wp_news_text(FILE *out, const struct wp_round *round, const struct wp_plan *plan, const char *folder,
                 bool verbose, struct wp_error *error) {
    static const enum wp_audience order[] = {WP_AUDIENCE_STUDENT, WP_AUDIENCE_LECTURER,
                                             WP_AUDIENCE_ORGANISATION};
    struct wp_news *news;
    if (!round->base)
        return 0;
    int code = wp_news_new(round, plan, &news, error);
    if (code != 0)
        return code;
    if (news->count == 0) {
        fprintf(out, "%s\n", _("Nobody needs to be told anything: all is as in the earlier plan."));
    } else {
        fprintf(out, "%s\n", _("Who must be told, now that this plan follows the earlier one"));
        for (size_t a = 0; a < sizeof order / sizeof *order && code == 0; a++)
            code = put_counts(out, news, order[a], error);
        if (code == 0)
            code = put_sentences(out, news->changes, verbose, error);
        put_rest(out, news->changes, folder, verbose);
    }
    wp_news_free(news);
    return code;
}
