/* together.h: settings that each are right, but not together. */
#ifndef WP_TOGETHER_H
#define WP_TOGETHER_H

#include "reader.h"

/* Looks at them once all are known; ini is that of the round. Adds `placed` to the order where it is implied.
 */
void wp_check_together(const struct wp_reader *reader, const struct wp_ini *ini);

#endif
