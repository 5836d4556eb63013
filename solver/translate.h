/* translate.h: marks the sentences that people read, for GNU gettext. Which language they are put in is not
 * known here; until somebody chooses one (language.h) they stay English. po/README.md tells how to add one.
 */
#ifndef WP_TRANSLATE_H
#define WP_TRANSLATE_H

#include <libintl.h>

/* A sentence that is translated where it stands; plurals: ngettext. The formats that are given to
 * wp_error_set, wp_error_at, wp_diagnostics_error, wp_diagnostics_notice and wp_violate are translated there
 * and need no mark. */
#define _(sentence) gettext(sentence)
/* One that stands in a table and is translated, by _(), when it is used. */
#define N_(sentence) (sentence)

#endif
