/* fold.h: the form in which headers and names are compared. */
#ifndef WP_FOLD_H
#define WP_FOLD_H

/* Writes text in lower case, without accents, every run of blanks, "_" and "-" as one "_", none at either
 * end. folded has room for strlen(text) + 1 bytes. */
void wp_fold(const char *text, char *folded);

/* Writes text with the letters A to Z in lower case: e-mail addresses differ in case only by accident, but
 * "-" and "_" are not alike in them. lowered has room for strlen(text) + 1 bytes. */
void wp_lower(const char *text, char *lowered);

/* Length in bytes of the blank (space, tab, line break, no-break space, byte-order mark) at text, 0 if there
 * is none. */
int wp_blank_length(const char *text);

#endif
