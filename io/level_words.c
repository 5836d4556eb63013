/* level_words.c: what a level of summary.json is called and asks for, for people. */
#include "level_words.h"
#include "translate.h"
#include <stddef.h>
#include <stdio.h>
#include <string.h>

struct words {
    const char *level, *words, *aim;
};

static const struct words all[] = {
    {"placed", N_("Placed"), N_("As many students who chose as possible have a place")},
    {"placed:rest", N_("Placed, no choices"),
     N_("As many students without choices as possible have a place")},
    {"ranks:sum", N_("Sum of ranks"), N_("The ranks that the students get add up to as little as possible")},
    {"ranks:sum^2", N_("Sum of squared ranks"),
     N_("The squared ranks add up to as little as possible, so that bad ranks count more")},
    {"ranks:sum^3", N_("Sum of cubed ranks"),
     N_("The cubed ranks add up to as little as possible, so that bad ranks count much more")},
    {"ranks:sum^4", N_("Sum of ranks to the fourth power"),
     N_("The fourth powers of the ranks add up to as little as possible, so that bad ranks count most")},
    {"ranks:greedy", N_("First choices, second …"),
     N_("As many first choices as possible, then as many second choices as possible, and so on")},
    {"ranks:generous", N_("Unlisted, last choices … first choices"),
     N_("As few students as possible on a project that they did not list, then as few last choices as "
        "possible, then as few of the choice before, and so on")},
    {"ranks:minimax", N_("Worst rank"), N_("The worst rank that anybody gets is as good as possible")},
    {"travel", N_("Minutes of travel"),
     N_("The one-way trips of students who chose take as few minutes as possible together")},
    {"travel:rest", N_("Minutes of travel, no choices"),
     N_("The one-way trips of students without choices take as few minutes as possible together")},
    {"novelty", N_("Known places and teammates"),
     N_("Students who chose come to as few places and teammates as possible that they know already")},
    {"balance", N_("Spread of loads, per mille"),
     N_("The fullest and the emptiest lecturer, each against her maximum, differ as little as possible")},
    {"collective", N_("On collective projects"),
     N_("As many students as possible work on collective projects")},
    {"moves:project", N_("Moved to another project"),
     N_("As few students as possible leave the project that the earlier plan gave them")},
    {"moves:lecturer", N_("Other lecturer"),
     N_("As few students as possible who keep their project get another lecturer")},
    {"moves:slot", N_("Other slot"),
     N_("As few students as possible who keep their project get another weekly slot")},
    {"lottery", N_("Lottery"),
     N_("Among plans that are equal in all of this, the lottery that was disclosed beforehand decides")},
};

static const struct words *find(const char *level) {
    for (size_t i = 0; i < sizeof all / sizeof all[0]; i++)
        if (strcmp(all[i].level, level) == 0)
            return &all[i];
    return NULL;
}

const char *wp_level_words(const char *level) {
    const struct words *found = find(level);
    return found ? _(found->words) : level;
}

const char *wp_level_aim(const char *level) {
    const struct words *found = find(level);
    return found ? _(found->aim) : "";
}

const char *wp_level_count_words(const struct wp_level *level, int at, char buffer[WP_LEVEL_COUNT_WORDS]) {
    int choices = level->count - 1;
    bool generous = strcmp(level->name, "ranks:generous") == 0;
    if (!generous && strcmp(level->name, "ranks:greedy") != 0)
        snprintf(buffer, WP_LEVEL_COUNT_WORDS, _("step %d"), at + 1);
    else if (at == (generous ? 0 : choices))
        snprintf(buffer, WP_LEVEL_COUNT_WORDS, "%s", _("unlisted"));
    else
        snprintf(buffer, WP_LEVEL_COUNT_WORDS, _("choice %d"), generous ? choices + 1 - at : at + 1);
    return buffer;
}
