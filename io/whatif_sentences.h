/* whatif_sentences.h: what a scenario changes, in plain words, below the table of a what-if. */
#ifndef WP_WHATIF_SENTENCES_H
#define WP_WHATIF_SENTENCES_H

#include "whatif.h"

/* One line a scenario; of a swap, its answer. verbose: and every change of a student. */
int wp_whatif_sentences(FILE *out, const struct wp_whatif *whatif, const struct wp_whatif_row *row,
                        bool verbose, struct wp_error *error);

#endif
