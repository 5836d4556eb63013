/* pseudonyms.c: names that hide who is meant, by HMAC-SHA-256 from a secret. */
#include "pseudonyms.h"
#include <ctype.h>
#include <nettle/hmac.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define LETTERS 10

/* Crockford's: without I, L, O and U nobody mistakes one for 1 or 0, or reads a word. */
static const char base32[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

const char *wp_pseudonym(const struct wp_pseudonyms *pseudonyms, const char *kind, const char *id,
                         char buffer[WP_PSEUDONYM]) {
    struct hmac_sha256_ctx context;
    uint8_t digest[8];
    uint64_t bits = 0;
    hmac_sha256_set_key(&context, sizeof pseudonyms->secret, pseudonyms->secret);
    /* The NUL between them keeps kinds apart, whatever ids are. */
    hmac_sha256_update(&context, strlen(kind) + 1, (const uint8_t *)kind);
    hmac_sha256_update(&context, strlen(id), (const uint8_t *)id);
    hmac_sha256_digest(&context, sizeof digest, digest);
    for (size_t i = 0; i < sizeof digest; i++)
        bits = bits << 8 | digest[i];
    char *at = buffer;
    *at++ = (char)toupper((unsigned char)*kind);
    *at++ = '-';
    for (int i = 0; i < LETTERS; i++)
        *at++ = base32[bits >> (64 - 5 * (i + 1)) & 31];
    *at = '\0';
    return buffer;
}

struct named {
    char pseudonym[WP_PSEUDONYM];
    const char *id;
};

static int by_pseudonym(const void *left, const void *right) {
    const struct named *a = left, *b = right;
    return strcmp(a->pseudonym, b->pseudonym);
}

static int check_kind(const struct wp_pseudonyms *pseudonyms, const struct wp_round *round,
                      enum wp_table table, int count, const char *kind, struct wp_error *error) {
    struct named *all = calloc((size_t)count + 1, sizeof *all);
    int code = 0;
    if (!all)
        return wp_error_memory(error);
    for (int i = 0; i < count; i++) {
        all[i].id = wp_round_id(round, table, i);
        wp_pseudonym(pseudonyms, kind, all[i].id, all[i].pseudonym);
    }
    qsort(all, (size_t)count, sizeof *all, by_pseudonym);
    for (int i = 1; i < count && code == 0; i++)
        if (strcmp(all[i - 1].pseudonym, all[i].pseudonym) == 0)
            code = wp_error_set(error, WP_INPUT,
                                "\"%s\" and \"%s\" would both be called %s; use another secret, by "
                                "--pseudonym-key",
                                all[i - 1].id, all[i].id, all[i].pseudonym);
    free(all);
    return code;
}

int wp_pseudonyms_check(const struct wp_pseudonyms *pseudonyms, const struct wp_round *round,
                        struct wp_error *error) {
    const struct {
        enum wp_table table;
        int count;
        const char *kind;
    } kinds[] = {{WP_STUDENTS, round->student_count, "student"},
                 {WP_LECTURERS, round->lecturer_count, "lecturer"},
                 {WP_ORGANISATIONS, round->organisation_count, "organisation"},
                 {WP_PROJECTS, round->project_count, "project"}};
    int code = 0;
    for (size_t k = 0; k < sizeof kinds / sizeof *kinds && code == 0; k++)
        code = check_kind(pseudonyms, round, kinds[k].table, kinds[k].count, kinds[k].kind, error);
    return code;
}
