/* arena.c: memory in blocks; an allocation is a step forward in the newest block that has room. */
#include "arena.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* Room of an ordinary block. What is larger than a quarter of it gets a block of its own, so little is
 * wasted. */
#define BLOCK_ROOM ((size_t)64 * 1024)

struct block {
    struct block *next;
    size_t used, room;
    max_align_t start[]; /* aligned for any type */
};

struct wp_arena {
    struct block *filling; /* the ordinary block in use, then the full ones */
    struct block *large;   /* blocks of one allocation each */
};

static struct block *block_new(size_t room) {
    struct block *block;

    if (room > SIZE_MAX - sizeof *block)
        return NULL;
    block = calloc(1, sizeof *block + room);
    if (block)
        block->room = room;
    return block;
}

static void blocks_free(struct block *block) {
    while (block) {
        struct block *next = block->next;

        free(block);
        block = next;
    }
}

struct wp_arena *wp_arena_new(void) {
    return calloc(1, sizeof(struct wp_arena));
}

void wp_arena_free(struct wp_arena *arena) {
    if (!arena)
        return;
    blocks_free(arena->filling);
    blocks_free(arena->large);
    free(arena);
}

void *wp_arena_alloc(struct wp_arena *arena, size_t count, size_t size) {
    const size_t step = alignof(max_align_t);
    struct block *block;
    size_t bytes;

    if (size != 0 && count > SIZE_MAX / size)
        return NULL;
    bytes = count * size;
    if (bytes > SIZE_MAX - step)
        return NULL;
    bytes = bytes == 0 ? step : (bytes + step - 1) / step * step;

    if (bytes > BLOCK_ROOM / 4) {
        block = block_new(bytes);
        if (!block)
            return NULL;
        block->next = arena->large;
        arena->large = block;
        block->used = bytes;
        return block->start;
    }
    block = arena->filling;
    if (!block || block->room - block->used < bytes) {
        block = block_new(BLOCK_ROOM);
        if (!block)
            return NULL;
        block->next = arena->filling;
        arena->filling = block;
    }
    block->used += bytes;
    return (unsigned char *)block->start + (block->used - bytes);
}

char *wp_arena_copy(struct wp_arena *arena, const char *text, size_t length) {
    char *copy;

    if (length == SIZE_MAX)
        return NULL;
    copy = wp_arena_alloc(arena, length + 1, 1);
    if (copy && length > 0)
        memcpy(copy, text, length);
    return copy;
}
