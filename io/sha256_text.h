/* sha256_text.h: SHA-256 as people and files have it. */
#ifndef WP_SHA256_TEXT_H
#define WP_SHA256_TEXT_H

#include <nettle/sha2.h>

/* Lower-case hexadecimal and a NUL. */
#define WP_SHA256_TEXT (2 * SHA256_DIGEST_SIZE + 1)

/* The hash of all that went into the context, which starts anew. */
void wp_sha256_text(struct sha256_ctx *context, char text[WP_SHA256_TEXT]);

#endif
