/* told.h: messages that tests provoke, in both languages: such tests run in English, then once more in Dutch.
 */
#ifndef TOLD_H
#define TOLD_H

/* This was told: in English to the letter; in Dutch another sentence with the same numbers and ids. */
void assert_told(const char *found, const char *english);

/* A group's set-up: from now on Dutch is spoken. */
int speak_dutch(void **state);

#endif
