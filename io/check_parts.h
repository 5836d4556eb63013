/* check_parts.h: the parts of the report of `check`, and the lists that they are made of. */
#ifndef WP_CHECK_PARTS_H
#define WP_CHECK_PARTS_H

#include "eligibility.h"
#include <stdio.h>

/* A list under a heading; the heading appears with the first line, long lists are cut short. */
struct wp_check_list {
    FILE *out;
    const char *heading; /* without its colon */
    bool verbose;
    int total; /* the number of lines, known beforehand; the heading names it */
    int shown;
};

/* Starts the next line, or says false where the list is cut: then nothing is to be printed. */
bool wp_check_line(struct wp_check_list *list);
/* "and N more". */
void wp_check_list_end(const struct wp_check_list *list);

/* "S12 (Anna de Vries)", or the id alone. */
void wp_check_name(FILE *out, const char *id, const char *name);

/* Who has not answered, who has too few eligible choices and why. */
int wp_check_choices(FILE *out, const struct wp_round *round, const struct wp_pairs *pairs, bool verbose,
                     struct wp_error *error);

/* Seats, loads, projects and lecturers against what students ask. */
int wp_check_demand(FILE *out, const struct wp_round *round, const struct wp_pairs *pairs, bool verbose,
                    struct wp_error *error);

/* What students ask and choose against the seats there are: by orientation, then by domain, each only where
 * the round knows it. */
int wp_check_supply(FILE *out, const struct wp_round *round, bool verbose, struct wp_error *error);

/* Organisations and districts that only the history names. */
int wp_check_history(FILE *out, const struct wp_round *round, bool verbose, struct wp_error *error);

/* Seats of a project; 0 where nobody can go to it, whoever asks. */
int wp_check_seats(const struct wp_round *round, int project);

#endif
