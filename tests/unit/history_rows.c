/* history_rows.c: reads the rows of a history from end to end, for every question anew. */
#include "history_rows.h"

#include <string.h>

static bool same_text(const struct wp_round *round, int word, const char *text) {
    return strcmp(wp_round_text(round, word), text) == 0;
}

bool rows_was_at(const struct wp_round *round, int student, const char *organisation) {
    for (int h = 0; h < round->history_count; h++) {
        const struct wp_history *row = &round->history[h];

        for (int o = 0; o < row->organisations.count && row->student == student; o++) {
            if (same_text(round, row->organisations.items[o], organisation))
                return true;
        }
    }
    return false;
}

bool rows_was_in(const struct wp_round *round, int student, const char *district) {
    for (int h = 0; h < round->history_count; h++) {
        if (round->history[h].student == student && same_text(round, round->history[h].district, district))
            return true;
    }
    return false;
}

static bool same_team(const struct wp_round *round, int h, int other) {
    const struct wp_history *a = &round->history[h], *b = &round->history[other];

    return a->project >= 0 && b->project >= 0 && same_text(round, a->round, wp_round_text(round, b->round)) &&
           same_text(round, a->project, wp_round_text(round, b->project));
}

bool rows_worked_with(const struct wp_round *round, int student, int other) {
    for (int h = 0; h < round->history_count; h++) {
        for (int i = 0; i < round->history_count && student != other; i++) {
            if (round->history[h].student == student && round->history[i].student == other &&
                same_team(round, h, i))
                return true;
        }
    }
    return false;
}

unsigned rows_team(const struct wp_round *round, int h) {
    unsigned team = 0;

    for (int i = 0; i < round->history_count; i++) {
        if (round->history[i].student >= 0 && same_team(round, h, i))
            team |= 1u << round->history[i].student;
    }
    return team;
}
