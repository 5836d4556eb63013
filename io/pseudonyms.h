/* pseudonyms.h: names that hide who is meant, the same in every round that uses the same secret.
 *
 * A pseudonym is made by HMAC-SHA-256 (RFC 2104) from a secret of the coordinator's and the id. Without the
 * secret nobody can find an id by trying all student numbers, as a plain hash would allow. */
#ifndef WP_PSEUDONYMS_H
#define WP_PSEUDONYMS_H

#include "error.h"
#include <stddef.h>

struct wp_pseudonyms {
    unsigned char secret[32];
};

#define WP_PSEUDONYM 24

/* kind: "student", "lecturer", "organisation", "project". Returns buffer: a letter of the kind and 10 of base
 * 32, "S-7K2MX0Q4TD". */
const char *wp_pseudonym(const struct wp_pseudonyms *pseudonyms, const char *kind, const char *id,
                         char buffer[WP_PSEUDONYM]);

#endif
