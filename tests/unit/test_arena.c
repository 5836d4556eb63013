/* test_arena.c: the arena's memory is zeroed, aligned, separate and safe from overflow. */
#include <setjmp.h>
#include <stdalign.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "arena.h"

static void pieces_are_zeroed_aligned_and_do_not_overlap(void **unused) {
    enum { PIECES = 3000 };
    struct wp_arena *arena = wp_arena_new();
    unsigned char *piece[PIECES];
    size_t size[PIECES];

    (void)unused;
    assert_non_null(arena);
    for (int i = 0; i < PIECES; i++) {
        /* Small ones, block-sized ones, and ones around the border between shared and own blocks. */
        size[i] = i % 100 == 0 ? 70000u : i % 10 == 0 ? 16380u + (size_t)(i % 9) : (size_t)(i % 57);
        piece[i] = wp_arena_alloc(arena, size[i], 1);
        assert_non_null(piece[i]);
        assert_int_equal((uintptr_t)piece[i] % alignof(max_align_t), 0);
        for (size_t b = 0; b < size[i]; b++)
            assert_int_equal(piece[i][b], 0);
        if (size[i] > 0)
            memset(piece[i], i % 255 + 1, size[i]);
    }
    for (int i = 0; i < PIECES; i++) {
        for (size_t b = 0; b < size[i]; b++)
            assert_int_equal(piece[i][b], i % 255 + 1);
    }
    wp_arena_free(arena);
}

static void sizes_that_overflow_are_refused(void **unused) {
    struct wp_arena *arena = wp_arena_new();

    (void)unused;
    assert_non_null(arena);
    assert_null(wp_arena_alloc(arena, SIZE_MAX, 2));
    assert_null(wp_arena_alloc(arena, SIZE_MAX / 2 + 1, 2));
    assert_null(wp_arena_alloc(arena, SIZE_MAX, 1));
    assert_null(wp_arena_alloc(arena, SIZE_MAX - 40, 1));
    assert_null(wp_arena_copy(arena, "x", SIZE_MAX));
    /* It still works afterwards. */
    assert_non_null(wp_arena_alloc(arena, 10, 10));
    wp_arena_free(arena);
}

static void nothing_is_a_valid_piece(void **unused) {
    struct wp_arena *arena = wp_arena_new();

    (void)unused;
    assert_non_null(wp_arena_alloc(arena, 0, 8));
    assert_non_null(wp_arena_alloc(arena, 8, 0));
    assert_string_equal(wp_arena_copy(arena, NULL, 0), "");
    wp_arena_free(arena);
    wp_arena_free(NULL);
}

static void copies_end_with_nul_and_keep_inner_nul(void **unused) {
    struct wp_arena *arena = wp_arena_new();
    char *copy;

    (void)unused;
    copy = wp_arena_copy(arena, "a\0bcd", 3);
    assert_memory_equal(copy, "a\0b\0", 4);
    wp_arena_free(arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pieces_are_zeroed_aligned_and_do_not_overlap),
        cmocka_unit_test(sizes_that_overflow_are_refused),
        cmocka_unit_test(nothing_is_a_valid_piece),
        cmocka_unit_test(copies_end_with_nul_and_keep_inner_nul),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
