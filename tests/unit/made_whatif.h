/* made_whatif.h: what-ifs made up for the tests of their reports: plans of dice, consistent in themselves. */
#ifndef MADE_WHATIF_H
#define MADE_WHATIF_H

#include "whatif.h"

/* many: 200 students with hostile names among them, 3 scenarios, a sweep of one key (6 values) and one of two
 * (50 variants), runs that failed in each way, and swaps. Else: the base and 2 scenarios. Free with
 * made_whatif_free. */
struct wp_whatif *made_whatif(bool many, enum wp_language language);
void made_whatif_free(struct wp_whatif *whatif);

/* Names that came from a file of somebody who tries things: each must come out as the text that it is. */
extern const char *const hostile_names[];
extern const int hostile_name_count;

#endif
