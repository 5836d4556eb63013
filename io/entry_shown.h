/* entry_shown.h: is a recipient shown the same twice? */
#ifndef WP_ENTRY_SHOWN_H
#define WP_ENTRY_SHOWN_H

#include "publication.h"

/* True in *alike if the files of both entries would be the same, byte for byte, both written as parts of
 * `publication`, but the first with the dates of `earlier`. Two things by themselves are no difference: what
 * the round is called, and her lottery number, which moves whenever another student comes or leaves. */
int wp_entry_shown_alike(const struct wp_publication *earlier, const struct wp_entry *before,
                         const struct wp_publication *publication, const struct wp_entry *after, bool *alike,
                         struct wp_error *error);

#endif
