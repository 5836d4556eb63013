/* lottery.c: the disclosed lottery: numbers and weights from SHA-256 of the seed and of ids. */
#include "lottery.h"

#include <nettle/sha2.h>

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void wp_lottery_digest(int64_t seed, const char *const *texts, uint8_t digest[WP_LOTTERY_DIGEST]) {
    struct sha256_ctx context;
    char number[32];

    snprintf(number, sizeof number, "%" PRId64, seed);
    sha256_init(&context);
    sha256_update(&context, strlen(number), (const uint8_t *)number);
    for (; *texts; texts++) {
        sha256_update(&context, 1, (const uint8_t *)"\n");
        sha256_update(&context, strlen(*texts), (const uint8_t *)*texts);
    }
    sha256_digest(&context, WP_LOTTERY_DIGEST, digest);
}

struct ticket {
    uint8_t digest[WP_LOTTERY_DIGEST];
    int student;
};

static int compare_tickets(const void *left, const void *right) {
    const struct ticket *a = left, *b = right;

    return memcmp(a->digest, b->digest, sizeof a->digest);
}

int wp_lottery_draw(struct wp_round *round, struct wp_error *error) {
    struct ticket *tickets = malloc(((size_t)round->student_count + 1) * sizeof *tickets);

    if (!tickets)
        return wp_error_memory(error);
    for (int s = 0; s < round->student_count; s++) {
        wp_lottery_digest(round->settings->seed, (const char *const[]){round->students[s].id, NULL},
                          tickets[s].digest);
        tickets[s].student = s;
    }
    qsort(tickets, (size_t)round->student_count, sizeof *tickets, compare_tickets);
    for (int n = 0; n < round->student_count; n++)
        round->students[tickets[n].student].lottery = n + 1;
    free(tickets);
    return 0;
}

static int64_t leading_bits(const uint8_t digest[WP_LOTTERY_DIGEST]) {
    uint32_t first = (uint32_t)digest[0] << 24 | (uint32_t)digest[1] << 16 | (uint32_t)digest[2] << 8 |
                     (uint32_t)digest[3];

    return first >> (32 - WP_LOTTERY_BITS);
}

int64_t wp_lottery_placement_weight(const struct wp_round *round, int student, int project, int lecturer) {
    uint8_t digest[WP_LOTTERY_DIGEST];

    wp_lottery_digest(round->settings->seed,
                      (const char *const[]){round->students[student].id, round->projects[project].id,
                                            lecturer < 0 ? "" : round->lecturers[lecturer].id, NULL},
                      digest);
    return leading_bits(digest);
}

int64_t wp_lottery_slot_weight(const struct wp_round *round, int project, int slot) {
    uint8_t digest[WP_LOTTERY_DIGEST];

    wp_lottery_digest(round->settings->seed,
                      (const char *const[]){round->projects[project].id, wp_slot_name(slot), NULL}, digest);
    return leading_bits(digest);
}
