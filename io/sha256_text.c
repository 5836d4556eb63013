/* sha256_text.c: SHA-256 as people and files have it. */
#include "sha256_text.h"

#include <stdio.h>

void wp_sha256_text(struct sha256_ctx *context, char text[WP_SHA256_TEXT]) {
    uint8_t digest[SHA256_DIGEST_SIZE];
    sha256_digest(context, sizeof digest, digest);
    for (size_t k = 0; k < sizeof digest; k++)
        snprintf(text + 2 * k, 3, "%02x", digest[k]);
}
