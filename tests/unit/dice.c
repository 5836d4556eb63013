/* dice.c: numbers for random rounds (xorshift: Marsaglia 2003). */
#include "dice.h"

static uint32_t state = 1;

void dice_start(uint32_t seed) {
    state = seed;
}

int dice_any(int n) {
    state ^= state << 13;
    state ^= state >> 17;
    state ^= state << 5;
    return (int)(state % (uint32_t)n);
}

bool dice_one_in(int n) {
    return dice_any(n) == 0;
}
