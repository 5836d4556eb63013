/* history_rows.h: what the rows of a history say, by reading all of them; for the tests of its index. */
#ifndef HISTORY_ROWS_H
#define HISTORY_ROWS_H

#include "round.h"

bool rows_was_at(const struct wp_round *round, int student, const char *organisation);
bool rows_was_in(const struct wp_round *round, int student, const char *district);
bool rows_worked_with(const struct wp_round *round, int student, int other);

/* The students of the team that row h is about, as bits. */
unsigned rows_team(const struct wp_round *round, int h);

#endif
