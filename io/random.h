/* random.h: numbers that look random and are the same on every machine (SplitMix64). */
#ifndef WP_RANDOM_H
#define WP_RANDOM_H

#include <stdbool.h>
#include <stdint.h>

/* Starts as the seed. */
struct wp_random {
    uint64_t state;
};

/* Any 64 bits. */
uint64_t wp_random_next(struct wp_random *random);

/* low to high, both included, each as likely; low <= high. */
int wp_random_between(struct wp_random *random, int low, int high);

/* True in `percent` of 100 cases. */
bool wp_random_chance(struct wp_random *random, int percent);

#endif
