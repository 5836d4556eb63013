/* questions.c: what a plan leaves open for its coordinator to look at. */
#include "questions.h"
#include "demand.h"
#include "html.h"
#include "level_words.h"
#include "questions_parts.h"
#include "translate.h"
#include <stdarg.h>
#include <string.h>

const char *wp_question_heading(enum wp_question_kind kind) {
    static const char *const headings[WP_QUESTION_KINDS] = {
        [WP_QUESTION_UNPLACED] = N_("Students without a place"),
        [WP_QUESTION_UNLISTED] = N_("Students on a project that they did not list"),
        [WP_QUESTION_CLOSED] = N_("Projects that do not run"),
        [WP_QUESTION_FULL] = N_("Lecturers who are full"),
        [WP_QUESTION_LEAST] = N_("Lecturers at their minimum"),
        [WP_QUESTION_UNPROVEN] = N_("Levels that are not proven"),
    };
    return _(headings[kind]);
}

const char *wp_question_subject(enum wp_question_kind kind) {
    static const char *const subjects[WP_QUESTION_KINDS] = {
        [WP_QUESTION_UNPLACED] = N_("Student"), [WP_QUESTION_UNLISTED] = N_("Student"),
        [WP_QUESTION_CLOSED] = N_("Project"),   [WP_QUESTION_FULL] = N_("Lecturer"),
        [WP_QUESTION_LEAST] = N_("Lecturer"),   [WP_QUESTION_UNPROVEN] = N_("Level"),
    };
    return _(subjects[kind]);
}

void wp_question_ask(struct wp_asking *asking, enum wp_question_kind kind, const char *id, const char *name) {
    struct wp_questions *questions = asking->questions;
    const char *kept = wp_arena_copy(questions->arena, asking->text, strlen(asking->text));
    asking->out_of_memory |= !kept;
    questions->items[questions->count++] =
        (struct wp_question){.kind = kind, .id = id, .name = name, .sentences = kept ? kept : ""};
    asking->text[0] = '\0';
}

void wp_question_say(struct wp_asking *asking, const char *format, ...) {
    size_t length = strlen(asking->text);
    va_list arguments;
    va_start(arguments, format);
    if (length > 0 && length + 1 < sizeof asking->text)
        asking->text[length++] = ' ';
    vsnprintf(asking->text + length, sizeof asking->text - length, format, arguments);
    va_end(arguments);
}

static void say_demand(struct wp_asking *asking, const struct wp_demand *demand) {
    if (demand->chosen == 0) {
        wp_question_say(asking, "%s", _("Nobody listed it."));
        return;
    }
    wp_question_say(asking, _("Students who listed it: %d; as their first choice: %d."), demand->chosen,
                    demand->first);
}

static void ask_project(struct wp_asking *asking, int project, const struct wp_demand *demand) {
    const struct wp_project *what = &asking->round->projects[project];
    if (what->status == WP_STATUS_CLOSED)
        wp_question_say(asking, "%s", _("It was closed beforehand."));
    if (!what->agreed)
        wp_question_say(asking, "%s", _("The agreement with a host does not cover this round."));
    if (asking->round->has_lecturers && what->lecturers.count == 0)
        wp_question_say(asking, "%s", _("No lecturer may guide it."));
    say_demand(asking, demand);
    wp_question_say(asking,
                    ngettext("It needs at least %d student.", "It needs at least %d students.",
                             (unsigned long)what->min_students),
                    what->min_students);
    wp_question_ask(asking, WP_QUESTION_CLOSED, what->id, what->title);
}

static void ask_projects(struct wp_asking *asking) {
    const struct wp_round *round = asking->round;
    const struct wp_demand *demand = wp_demand_of(round, asking->questions->arena);
    asking->out_of_memory |= !demand;
    for (int p = 0; p < round->project_count && demand; p++)
        if (asking->totals->project_students[p] == 0)
            ask_project(asking, p, &demand[p]);
}

/* Less than one student of load 1 more. */
static void ask_full(struct wp_asking *asking, int lecturer) {
    const struct wp_lecturer *who = &asking->round->lecturers[lecturer];
    int load = asking->totals->lecturer_load[lecturer],
        projects = asking->totals->lecturer_projects[lecturer];
    char now[WP_NUMBER_TEXT], most[WP_NUMBER_TEXT];
    bool full = who->max_load != WP_UNLIMITED && load + WP_LOAD_UNIT > who->max_load;
    if (who->max_load == 0)
        return;
    wp_hundredths_text(load, now);
    wp_hundredths_text(who->max_load, most);
    if (full && load >= who->max_load)
        wp_question_say(asking, _("The load is %s, which is the maximum."), now);
    else if (full)
        wp_question_say(asking, _("The load is %s of at most %s: there is no room for one student more."),
                        now, most);
    if (who->max_projects != WP_UNLIMITED && projects >= who->max_projects)
        wp_question_say(asking, _("The number of projects is %d, which is the maximum."), projects);
    if (*asking->text)
        wp_question_ask(asking, WP_QUESTION_FULL, who->id, who->name);
}

static void ask_least(struct wp_asking *asking, int lecturer) {
    const struct wp_lecturer *who = &asking->round->lecturers[lecturer];
    int load = asking->totals->lecturer_load[lecturer];
    char now[WP_NUMBER_TEXT], least[WP_NUMBER_TEXT];
    if (who->min_load == 0 || load - WP_LOAD_UNIT >= who->min_load)
        return;
    wp_question_say(asking,
                    _("The load is %s and the minimum %s: with one student fewer it would be too little."),
                    wp_hundredths_text(load, now), wp_hundredths_text(who->min_load, least));
    wp_question_ask(asking, WP_QUESTION_LEAST, who->id, who->name);
}

static void ask_level(struct wp_asking *asking, const struct wp_level *level) {
    char value[WP_NUMBER_TEXT], bound[WP_NUMBER_TEXT];
    if (level->proven)
        return;
    if (!level->array && level->bound_count > 0)
        wp_question_say(asking, _("The plan has %s; all that is proven is that %s cannot be passed."),
                        wp_number_text(level->gives_way ? level->best : level->value[0], 0, false, value),
                        wp_number_text(level->bound[0], 0, false, bound));
    wp_question_say(asking, "%s", _("With more time a better plan may be found."));
    wp_question_ask(asking, WP_QUESTION_UNPROVEN, level->name, wp_level_words(level->name));
}

static void ask_all(struct wp_asking *asking, const struct wp_solution *solution) {
    const struct wp_round *round = asking->round;
    wp_questions_of_students(asking);
    ask_projects(asking);
    for (int l = 0; l < round->lecturer_count; l++)
        ask_full(asking, l);
    for (int l = 0; l < round->lecturer_count; l++)
        ask_least(asking, l);
    for (int l = 0; l < solution->level_count; l++)
        ask_level(asking, &solution->levels[l]);
}

int wp_questions_new(const struct wp_round *round, const struct wp_solution *solution,
                     struct wp_questions **out, struct wp_error *error) {
    struct wp_arena *arena = wp_arena_new();
    struct wp_questions *questions = arena ? wp_arena_alloc(arena, 1, sizeof *questions) : NULL;
    struct wp_asking asking = {.round = round, .plan = solution->plan, .questions = questions};
    size_t most = (size_t)round->student_count + (size_t)round->project_count +
                  2 * (size_t)round->lecturer_count + (size_t)solution->level_count;
    *out = NULL;
    if (!questions) {
        wp_arena_free(arena);
        return wp_error_memory(error);
    }
    questions->arena = arena;
    questions->items = wp_arena_alloc(arena, most, sizeof *questions->items);
    int code = questions->items ? wp_totals_new(round, solution->plan, &asking.totals, error)
                                : wp_error_memory(error);
    if (code == 0)
        code = wp_pairs_build(round, &asking.pairs, error);
    if (code == 0)
        ask_all(&asking, solution);
    if (code == 0 && asking.out_of_memory)
        code = wp_error_memory(error);
    wp_pairs_free(asking.pairs);
    wp_totals_free(asking.totals);
    if (code != 0)
        wp_questions_free(questions);
    else
        *out = questions;
    return code;
}

void wp_questions_free(struct wp_questions *questions) {
    if (questions)
        wp_arena_free(questions->arena);
}
