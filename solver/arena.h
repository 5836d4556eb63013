/* arena.h: memory that is freed all at once; everything of a round lives in its arena. */
#ifndef WP_ARENA_H
#define WP_ARENA_H

#include <stddef.h>

struct wp_arena;

/* NULL when memory runs out. */
struct wp_arena *wp_arena_new(void);
void wp_arena_free(struct wp_arena *arena);

/* count * size zeroed bytes, aligned for any type; never freed alone. NULL when memory runs out or the
 * product overflows. A count of 0 gives a valid pointer. */
void *wp_arena_alloc(struct wp_arena *arena, size_t count, size_t size);

/* A copy of length bytes of text and a closing NUL. NULL when memory runs out. */
char *wp_arena_copy(struct wp_arena *arena, const char *text, size_t length);

#endif
