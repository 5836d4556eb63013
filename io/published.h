/* published.h: published.json in a plan's folder: who published it, when, and where. A plan without it is a
 * proposal.
 */
#ifndef WP_PUBLISHED_H
#define WP_PUBLISHED_H

#include "whole_file.h"
#include <time.h>

#define WP_PUBLISHED "published.json"
/* What a killed publication may leave beside it. */
#define WP_PUBLISHED_BESIDE ("." WP_PUBLISHED WP_WHOLE_FILE_ENDING)

/* One publication. */
struct wp_published {
    const char *by; /* "" if nobody says */
    time_t at;
    const char *folder; /* as it was named */
    const char *since;  /* the earlier plan's folder, as it was named, or NULL: everybody was written to */
};

/* The next record of a plan. Start with {0}; end with wp_published_free in any case. */
struct wp_published_file {
    struct wp_whole_file file;
    char *path;
};

/* Writes the records there are and one more beside their place; WP_INPUT if those there are cannot be read.
 * Nothing has changed until the commit, which cannot run out of room any more. */
int wp_published_begin(const char *plan, const struct wp_published *published, struct wp_published_file *file,
                       struct wp_error *error);
int wp_published_commit(struct wp_published_file *file, struct wp_error *error);
void wp_published_free(struct wp_published_file *file);

/* The last record of the plan in `folder`, in the words of people: false where there is none, or where it
 * cannot be read, which is for the next publication to tell. */
struct wp_published_words {
    char by[128]; /* "" if nobody said */
    char on[96];  /* the day, in the language in use */
};
bool wp_published_last(const char *folder, struct wp_published_words *out);

#endif
