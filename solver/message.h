/* message.h: a sentence for a person, put together. */
#ifndef WP_MESSAGE_H
#define WP_MESSAGE_H

#include "error.h"
#include <stdarg.h>

/* The whole text, however long the ids in it are, in memory of its own; NULL when that runs out. A message is
 * one line, whatever a quoted cell held. */
char *wp_message(const char *format, va_list arguments) WP_PRINTF(1, 0);

#endif
