/* bound.h: a lower bound on an integer program that is exact: weak duality in integers. */
#ifndef WP_BOUND_H
#define WP_BOUND_H

#include "program.h"

/* Wide enough for products of costs (up to about 1e13), multipliers and counts. */
__extension__ typedef __int128 wp_wide;

/* Multipliers are whole multiples of 1 / WP_BOUND_SCALE; it has the small denominators that bases of our
 * programs produce. */
#define WP_BOUND_SCALE 11531520 /* 2^8 · 3^2 · 5 · 7 · 11 · 13 */

/* multiplier[i], one per row, times WP_BOUND_SCALE: any integers whatever give a valid bound; those near an
 * optimal dual solution give a good one. A multiplier whose sign needs a bound that the row does not have
 * counts as 0 and is set to it. Fills reduced (per column, scaled): cost minus the multipliers' rows. Returns
 * the bound on sum of cost * x over all x that keep the program's bounds and rows, scaled. See Neumaier &
 * Shcherbina 2004, "Safe bounds in linear and mixed-integer programming", here in integers. */
wp_wide wp_bound(const struct wp_program *program, const int64_t *cost, int64_t *multiplier,
                 wp_wide *reduced);

/* A scaled bound, rounded up to an integer. */
int64_t wp_bound_round_up(wp_wide scaled);

#endif
