/* generate.h: synthetic rounds, for trying out and for measuring. */
#ifndef WP_GENERATE_H
#define WP_GENERATE_H

#include "error.h"
#include "folder.h"
#include <stdint.h>

enum wp_family {
    WP_FAMILY_FLOW,  /* projects with a maximum only, one possible lecturer each, every load 1: a network */
    WP_FAMILY_QUOTA, /* the same with minimum sizes, and projects that may stay closed */
    WP_FAMILY_FULL   /* choice of lecturer, half loads, groups, shared hosts, trips, days, certificates,
                        decisions */
};

#define WP_GENERATE_MOST 1000000

struct wp_generate {
    int students; /* 1 to WP_GENERATE_MOST */
    int64_t seed;
    enum wp_family family;
};

/* Writes round.ini and its CSV files to the new folder: a quarter as many projects as students, about 1.25
 * seats a student, six choices a student with popular and unpopular projects. At least one plan places
 * everybody. The same numbers give the same bytes on any machine. */
int wp_generate_round(const struct wp_generate *what, struct wp_folder *folder, struct wp_error *error);

#endif
