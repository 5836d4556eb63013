/* week_text.c: weekdays and weekly slots for people, in the language in use. */
#include "week_text.h"
#include "language.h"
#include "round.h"
#include <stdio.h>
#include <string.h>

#define WORKING_DAYS (WP_SLOT_COUNT / WP_DAY_SLOTS)

static const char *const short_names[WORKING_DAYS] = {N_("mo"), N_("tu"), N_("we"), N_("th"), N_("fr")};

const char *wp_weekday_words(int weekday) {
    static const char *const names[] = {N_("Monday"), N_("Tuesday"),  N_("Wednesday"), N_("Thursday"),
                                        N_("Friday"), N_("Saturday"), N_("Sunday")};
    return _(names[weekday]);
}

const char *wp_days_words(unsigned days, char buffer[WP_DAYS_WORDS]) {
    size_t length = 0;
    buffer[0] = '\0';
    for (int day = 0; day < WORKING_DAYS; day++) {
        if (!(days & 1u << day))
            continue;
        bool last = days >> (day + 1) == 0;
        /* For translators: between the last two of a list of weekdays. */
        const char *between = length == 0 ? "" : last ? _(" and ") : ", ";
        length +=
            (size_t)snprintf(buffer + length, WP_DAYS_WORDS - length, "%s%s", between, wp_weekday_words(day));
    }
    return buffer;
}

const char *wp_days_short(unsigned days, char buffer[WP_DAYS_SHORT]) {
    size_t length = 0;
    buffer[0] = '\0';
    for (int day = 0; day < WORKING_DAYS; day++)
        if (days & 1u << day)
            length += (size_t)snprintf(buffer + length, WP_DAYS_SHORT - length, "%s%s", length > 0 ? " " : "",
                                       _(short_names[day]));
    return buffer;
}

const char *wp_slot_words(int slot, char buffer[WP_SLOT_WORDS]) {
    buffer[0] = '\0';
    if (slot >= 0)
        /* For translators: a weekday and the number of one of its four parts. */
        snprintf(buffer, WP_SLOT_WORDS, _("%s, part %d"), wp_weekday_words(slot / WP_DAY_SLOTS),
                 slot % WP_DAY_SLOTS + 1);
    return buffer;
}

const char *wp_slot_short(int slot, char buffer[WP_SLOT_SHORT]) {
    buffer[0] = '\0';
    if (slot >= 0)
        snprintf(buffer, WP_SLOT_SHORT, "%s%d", _(short_names[slot / WP_DAY_SLOTS]), slot % WP_DAY_SLOTS + 1);
    return buffer;
}
