/* random.c: numbers that look random and are the same on every machine (SplitMix64, Steele, Lea and Flood
 * 2014). */
#include "random.h"

uint64_t wp_random_next(struct wp_random *random) {
    uint64_t mixed = random->state += UINT64_C(0x9E3779B97F4A7C15);

    mixed = (mixed ^ (mixed >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    mixed = (mixed ^ (mixed >> 27)) * UINT64_C(0x94D049BB133111EB);
    return mixed ^ (mixed >> 31);
}

int wp_random_between(struct wp_random *random, int low, int high) {
    uint64_t count = (uint64_t)((int64_t)high - low + 1);
    uint64_t rest = (UINT64_MAX % count + 1) % count; /* 2^64 mod count */
    uint64_t number;

    /* The last, incomplete stretch of `count` numbers would favour the low ones. */
    do
        number = wp_random_next(random);
    while (number > UINT64_MAX - rest);
    return (int)(low + (int64_t)(number % count));
}

bool wp_random_chance(struct wp_random *random, int percent) {
    return wp_random_between(random, 1, 100) <= percent;
}
