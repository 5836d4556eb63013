/* lottery.c: the disclosed lottery: numbers and weights from SHA-256 of the seed and of ids. */
#include "lottery.h"

#include <nettle/sha2.h>

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Hashes the seed and the texts (up to a NULL), with a line feed between each two. */
static void hash(const struct wp_round *round, const char *const *texts, uint8_t digest[SHA256_DIGEST_SIZE]) {
    struct sha256_ctx context;
    char seed[32];

    snprintf(seed, sizeof seed, "%" PRId64, round->settings->seed);
    sha256_init(&context);
    sha256_update(&context, strlen(seed), (const uint8_t *)seed);
    for (; *texts; texts++) {
        sha256_update(&context, 1, (const uint8_t *)"\n");
        sha256_update(&context, strlen(*texts), (const uint8_t *)*texts);
    }
    sha256_digest(&context, SHA256_DIGEST_SIZE, digest);
}

struct ticket {
    uint8_t digest[SHA256_DIGEST_SIZE];
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
        hash(round, (const char *const[]){round->students[s].id, NULL}, tickets[s].digest);
        tickets[s].student = s;
    }
    qsort(tickets, (size_t)round->student_count, sizeof *tickets, compare_tickets);
    for (int n = 0; n < round->student_count; n++)
        round->students[tickets[n].student].lottery = n + 1;
    free(tickets);
    return 0;
}

static int64_t leading_bits(const uint8_t digest[SHA256_DIGEST_SIZE]) {
    uint32_t first = (uint32_t)digest[0] << 24 | (uint32_t)digest[1] << 16 | (uint32_t)digest[2] << 8 |
                     (uint32_t)digest[3];

    return first >> (32 - WP_LOTTERY_BITS);
}

int64_t wp_lottery_placement_weight(const struct wp_round *round, int student, int project, int lecturer) {
    uint8_t digest[SHA256_DIGEST_SIZE];

    hash(round,
         (const char *const[]){round->students[student].id, round->projects[project].id,
                               lecturer < 0 ? "" : round->lecturers[lecturer].id, NULL},
         digest);
    return leading_bits(digest);
}

int64_t wp_lottery_slot_weight(const struct wp_round *round, int project, int slot) {
    uint8_t digest[SHA256_DIGEST_SIZE];

    hash(round, (const char *const[]){round->projects[project].id, wp_slot_name(slot), NULL}, digest);
    return leading_bits(digest);
}
