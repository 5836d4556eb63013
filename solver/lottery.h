/* lottery.h: the disclosed lottery: anyone who knows the seed can work it out again. */
#ifndef WP_LOTTERY_H
#define WP_LOTTERY_H

#include "round.h"

/* SHA-256 of the seed and the texts (up to a NULL), with a line feed between each two. */
#define WP_LOTTERY_DIGEST 32
void wp_lottery_digest(int64_t seed, const char *const *texts, uint8_t digest[WP_LOTTERY_DIGEST]);

/* Numbers the students 1 … student_count by the SHA-256 of "seed LF id" (students[].lottery). WP_INTERNAL
 * when memory runs out. */
int wp_lottery_draw(struct wp_round *round, struct wp_error *error);

/* What decides between plans that are equal in all else: the leading 20 bits of the SHA-256 of
 * "seed LF student LF project LF lecturer" (lecturer -1: an empty text), and of "seed LF project LF slot". */
#define WP_LOTTERY_BITS 20
int64_t wp_lottery_placement_weight(const struct wp_round *round, int student, int project, int lecturer);
int64_t wp_lottery_slot_weight(const struct wp_round *round, int project, int slot);

#endif
