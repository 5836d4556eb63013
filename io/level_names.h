/* level_names.h: the levels of several plans in one list. */
#ifndef WP_LEVEL_NAMES_H
#define WP_LEVEL_NAMES_H

#include "solve.h"

/* Adds the levels of one plan to a list of `count` names, which has room for them and refers to them
 * afterwards; returns how many there are now. One that plans before do not have stands in front of the level
 * that comes next in its own plan, so that the most important ones come first. */
int wp_level_names_add(const char **names, int count, const struct wp_level *levels, int level_count);

#endif
