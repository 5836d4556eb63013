/* summary_text.h: what a plan is worth, on one screen of a terminal. */
#ifndef WP_SUMMARY_TEXT_H
#define WP_SUMMARY_TEXT_H

#include "solve.h"
#include <stdio.h>

#define WP_SUMMARY_ROWS 23 /* of the 24 that a terminal has, one is for the prompt */

/* Where it is shown. */
struct wp_summary_screen {
    const char *folder; /* where the plan lies */
    const char *files;  /* in it, for people, as "report.html, plan.xlsx"; "" if there are none */
    int rows;           /* lines that there are; with fewer than 14 it may take that many */
    bool blocks;        /* it shows UTF-8, so bars are drawn by blocks, else by "#" */
    bool colours;
};

/* At most 79 columns wide, but for the folder's name, which is never cut, and `rows` lines high: what does
 * not fit is left out, and the line says where all of it is. The solution must hold a plan. */
int wp_summary_text(FILE *out, const struct wp_round *round, const struct wp_solution *solution,
                    const struct wp_summary_screen *screen, struct wp_error *error);

#endif
