/* whatif_words.h: what a what-if's statuses are called, for people, in the language in use. */
#ifndef WP_WHATIF_WORDS_H
#define WP_WHATIF_WORDS_H

#include "whatif.h"

/* "proven best", "no plan exists" ... */
const char *wp_whatif_status_words(enum wp_whatif_status status);

#endif
