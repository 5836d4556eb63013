/* assign.h: the text of a key's value goes where it belongs in the settings. */
#ifndef WP_ASSIGN_H
#define WP_ASSIGN_H

#include "arena.h"
#include "keys.h"

/* Sets what `key` stands for (any type but WP_KEY_ORDER). Texts are copied to the arena. Returns 1, or 0 and
 * leaves the settings alone when the text is no value of this key, or WP_INTERNAL when memory runs out. */
int wp_assign(const struct wp_key *key, const char *text, struct wp_settings *settings,
              struct wp_arena *arena);

#endif
