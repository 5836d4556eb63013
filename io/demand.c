/* demand.c: how many students ask for each project. */
#include "demand.h"

struct wp_demand *wp_demand_of(const struct wp_round *round, struct wp_arena *arena) {
    struct wp_demand *demand = wp_arena_alloc(arena, (size_t)round->project_count, sizeof *demand);
    for (int s = 0; s < round->student_count && demand; s++)
        for (int c = 0; c < round->students[s].choice_count; c++) {
            const struct wp_choice *choice = &round->students[s].choices[c];
            demand[choice->project].chosen++;
            demand[choice->project].first += choice->rank == 1;
        }
    return demand;
}
