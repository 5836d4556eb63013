/* level_words.h: what a level of summary.json is called and asks for, for people, in the language in use. */
#ifndef WP_LEVEL_WORDS_H
#define WP_LEVEL_WORDS_H

#include "solve.h"

/* "Sum of ranks" for "ranks:sum"; a name that is not known stays as it is. */
const char *wp_level_words(const char *level);
/* What a plan is better by, as a sentence without a full stop; "" for a name that is not known. */
const char *wp_level_aim(const char *level);
/* What count number `at`, from 0, of a level of several counts is about: "choice 2", "unlisted", "step 1".
 * Returns buffer. */
#define WP_LEVEL_COUNT_WORDS 64
const char *wp_level_count_words(const struct wp_level *level, int at, char buffer[WP_LEVEL_COUNT_WORDS]);

#endif
