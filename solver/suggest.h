/* suggest.h: which known word a mistyped one was probably meant to be. */
#ifndef WP_SUGGEST_H
#define WP_SUGGEST_H

#include <stddef.h>

/* The candidate nearest to word by insertions, deletions, replacements and swaps of neighbouring letters,
 * whatever their case; NULL when none is near enough to be worth a question. Of equally near ones the first.
 * Words are UTF-8. */
const char *wp_suggest(const char *word, const char *const *candidates, size_t count);

#endif
