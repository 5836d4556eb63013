/* level_words.h: what a level of summary.json is called and asks for, for people, in the language in use. */
#ifndef WP_LEVEL_WORDS_H
#define WP_LEVEL_WORDS_H

/* "Sum of ranks" for "ranks:sum"; a name that is not known stays as it is. */
const char *wp_level_words(const char *level);
/* What a plan is better by, as a sentence without a full stop; "" for a name that is not known. */
const char *wp_level_aim(const char *level);

#endif
