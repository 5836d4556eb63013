/* rules_text.h: the rules of a round, in sentences for a coordinator. */
#ifndef WP_RULES_TEXT_H
#define WP_RULES_TEXT_H

#include "round.h"
#include <stdio.h>

/* A heading, and a line for each rule that is in force. */
void wp_rules_text(FILE *out, const struct wp_round *round);

#endif
