/* week_text.h: weekdays and weekly slots for people, in the language in use. */
#ifndef WP_WEEK_TEXT_H
#define WP_WEEK_TEXT_H

/* Monday is 0: "Monday"; Sunday is 6. */
const char *wp_weekday_words(int weekday);

/* Days as bits, Monday = 1: "Monday, Wednesday and Friday"; "" for none. Returns buffer. */
#define WP_DAYS_WORDS 96
const char *wp_days_words(unsigned days, char buffer[WP_DAYS_WORDS]);

/* The same for a narrow column, in the words that tables use: "mo we fr". Returns buffer. */
#define WP_DAYS_SHORT 32
const char *wp_days_short(unsigned days, char buffer[WP_DAYS_SHORT]);

/* A slot by its number: "Monday, part 2", since slots have no clock time; "" for -1. Returns buffer. */
#define WP_SLOT_WORDS 48
const char *wp_slot_words(int slot, char buffer[WP_SLOT_WORDS]);

/* The same for a narrow column: "mo2"; "" for -1. Returns buffer. */
#define WP_SLOT_SHORT 16
const char *wp_slot_short(int slot, char buffer[WP_SLOT_SHORT]);

#endif
