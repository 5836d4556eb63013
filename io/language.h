/* language.h: the language of what people read, by GNU gettext. Numbers stay as in the "C" locale: who writes
 * a decimal for a person uses wp_decimal_sign. */
#ifndef WP_LANGUAGE_H
#define WP_LANGUAGE_H

#include "settings.h"
#include "translate.h"

/* The language of all texts from now on; English until the first call. False where the program's catalogue of
 * that language cannot be found or used: the texts are English then. */
bool wp_language_use(enum wp_language language);

/* The one in use: for what is no sentence, such as the language that a page says it has. */
enum wp_language wp_language_in_use(void);

/* As in round.ini and in HTML: "en", "nl". */
const char *wp_language_code(enum wp_language language);

/* Between whole numbers and decimals: "." or ",". */
const char *wp_decimal_sign(void);
/* Puts it in the place of the point in a number, such as wp_load_text and wp_ratio_text write it; returns
 * number. */
char *wp_decimal_words(char *number);

#endif
