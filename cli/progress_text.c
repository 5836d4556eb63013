/* progress_text.c: how far a search is, in words. */
#include "progress_text.h"
#include "language.h"
#include <inttypes.h>
#include <math.h>
#include <stdio.h>

#define NUMBER 32

/* The share of the best value that may still be won; false where that says nothing. */
static bool gap_of(const struct wp_progress *progress, char text[NUMBER]) {
    double difference = fabs((double)progress->value - (double)progress->bound);
    double scale = fabs((double)progress->value);
    if (!(scale > 0) && difference > 0)
        return false;
    snprintf(text, NUMBER, "%.1f", difference > 0 ? 100 * difference / scale : 0.0);
    wp_decimal_words(text);
    return true;
}

void wp_progress_text(struct wp_line *line, const struct wp_progress *progress) {
    char value[NUMBER], bound[NUMBER], gap[NUMBER];
    snprintf(value, sizeof value, "%" PRId64, progress->value);
    snprintf(bound, sizeof bound, "%" PRId64, progress->bound);
    wp_line_add_text(line, progress->level, 20);
    if (progress->step_count > 1)
        wp_line_add(line, " %d/%d", progress->step, progress->step_count);
    wp_line_add(line, ": ");
    if (!progress->has_value && !progress->has_bound)
        wp_line_add(line, _("no plan yet, %.0f s"), progress->seconds);
    else if (!progress->has_value)
        wp_line_add(line, _("no plan yet, bound %s, %.0f s"), bound, progress->seconds);
    else if (!progress->has_bound)
        wp_line_add(line, _("best plan %s, %.0f s"), value, progress->seconds);
    else if (gap_of(progress, gap))
        wp_line_add(line, _("best plan %s, bound %s, gap %s%%, %.0f s"), value, bound, gap,
                    progress->seconds);
    else
        wp_line_add(line, _("best plan %s, bound %s, %.0f s"), value, bound, progress->seconds);
}
