/* change_text.h: changes of students in plain words. */
#ifndef WP_CHANGE_TEXT_H
#define WP_CHANGE_TEXT_H

#include "changes.h"
#include <stdio.h>

/* "S101 (Anna)"; what is too long is cut. Returns buffer. */
#define WP_WHO_TEXT 120
const char *wp_who_text(const struct wp_place *place, char buffer[WP_WHO_TEXT]);

/* "S101 (Anna) goes to P2 instead of P1", without a full stop. */
void wp_change_text(FILE *out, const struct wp_change *change);

#endif
