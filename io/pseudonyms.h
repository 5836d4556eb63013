/* pseudonyms.h: names that hide who is meant, the same in every round that uses the same secret.
 *
 * A pseudonym is made by HMAC-SHA-256 (RFC 2104) from a secret of the coordinator's and the id. Without the
 * secret nobody can find an id by trying all student numbers, as a plain hash would allow. */
#ifndef WP_PSEUDONYMS_H
#define WP_PSEUDONYMS_H

#include "round.h"
#include <stddef.h>

struct wp_pseudonyms {
    unsigned char secret[32];
};

#define WP_PSEUDONYM 24

/* kind: "student", "lecturer", "organisation", "project". Returns buffer: a letter of the kind and 10 of base
 * 32, "S-7K2MX0Q4TD". */
const char *wp_pseudonym(const struct wp_pseudonyms *pseudonyms, const char *kind, const char *id,
                         char buffer[WP_PSEUDONYM]);

/* Refuses (WP_INPUT) a round in which two of a kind would have the same one: at ten thousand ids the odds are
 * one in twenty million, and then another secret helps. */
int wp_pseudonyms_check(const struct wp_pseudonyms *pseudonyms, const struct wp_round *round,
                        struct wp_error *error);

/* Reads the secret from its file: 64 hexadecimal digits. WP_INPUT if it holds anything else. Where the file
 * is missing, *found is false and nothing else is done. */
int wp_pseudonyms_read(const char *path, struct wp_pseudonyms *out, bool *found, struct wp_error *error);

/* A new secret, in a new file that only its owner may read, and *made is true; if another run made that file
 * in the meantime, its secret, and *made is false, as it is on failure. */
int wp_pseudonyms_make(const char *path, struct wp_pseudonyms *out, bool *made, struct wp_error *error);

#endif
