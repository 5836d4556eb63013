/* circles.c: the projects of each circle. */
#include "circles.h"

bool wp_circle_has(const struct wp_round *round, int circle, int project) {
    const struct wp_project *place = &round->projects[project];

    return circle >= 0 && place->circle == circle && place->status != WP_STATUS_CLOSED;
}

bool wp_circle_starts(const struct wp_round *round, int project, bool domain) {
    const struct wp_project *place = &round->projects[project];
    bool first = wp_circle_has(round, place->circle, project) && (!domain || place->domain >= 0);

    for (int p = 0; p < project && first; p++)
        first =
            !wp_circle_has(round, place->circle, p) || (domain && round->projects[p].domain != place->domain);
    return first;
}

int wp_circle_each(struct wp_build *build, wp_circle_writer *write_rows, struct wp_error *error) {
    const struct wp_round *round = build->round;
    int code = 0;

    for (int p = 0; p < round->project_count && !code; p++) {
        if (wp_circle_starts(round, p, false))
            code = write_rows(build, round->projects[p].circle, error);
    }
    return code;
}

bool wp_circle_can_run(const struct wp_round *round, const struct wp_reach *reach, int project) {
    const struct wp_project *place = &round->projects[project];

    return reach[project].candidates >= place->min_students && place->max_students >= place->min_students;
}
