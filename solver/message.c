/* message.c: a sentence for a person, put together. */
#include "message.h"
#include <stdio.h>
#include <stdlib.h>

char *wp_message(const char *format, va_list arguments) {
    va_list again;
    char *text = NULL;
    int length;

    va_copy(again, arguments);
    length = vsnprintf(NULL, 0, format, again);
    va_end(again);
    if (length >= 0)
        text = malloc((size_t)length + 1);
    if (!text)
        return NULL;
    vsnprintf(text, (size_t)length + 1, format, arguments);
    for (char *c = text; *c; c++) {
        if ((unsigned char)*c < ' ')
            *c = ' ';
    }
    return text;
}
