/* audience.c: whom a plan is told to. */
#include "audience.h"

const char *wp_audience_name(enum wp_audience audience) {
    static const char *const names[WP_AUDIENCES] = {"broker", "lecturer", "organisation", "student"};
    return names[audience];
}
