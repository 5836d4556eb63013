/* dice.h: numbers for random rounds: the same after the same start, on every machine. */
#ifndef DICE_H
#define DICE_H

#include <stdbool.h>
#include <stdint.h>

/* Starts anew; seed is not 0. */
void dice_start(uint32_t seed);

/* A number from 0 to n - 1. */
int dice_any(int n);

/* True once in n times. */
bool dice_one_in(int n);

#endif
