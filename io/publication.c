/* publication.c: the entries of a plan: what each recipient is told. */
#include "publication.h"
#include "publication_parts.h"
#include <stdlib.h>
#include <string.h>

static int by_shown_id(const void *left, const void *right) {
    const struct wp_entry *one = left, *other = right;
    if (one->audience != other->audience)
        return one->audience < other->audience ? -1 : 1;
    return strcmp(one->whom.id, other->whom.id);
}

void wp_publication_sort(struct wp_publication *publication) {
    qsort(publication->entries, (size_t)publication->count, sizeof *publication->entries, by_shown_id);
}

static bool make_entries(struct wp_publication_draft *draft) {
    const struct wp_round *round = draft->round;
    struct wp_publication *publication = draft->publication;
    int circles = wp_publication_circles(round);
    if (circles < 0)
        return false;
    size_t count = (size_t)circles + (size_t)round->lecturer_count + (size_t)round->organisation_count +
                   (size_t)round->student_count;
    struct wp_entry *next = wp_arena_alloc(publication->arena, count, sizeof *next);
    publication->entries = next;
    publication->count = (int)count;
    if (!next || !wp_publication_brokers(draft, next))
        return false;
    next += circles;
    if (!wp_publication_lecturers(draft, next))
        return false;
    next += round->lecturer_count;
    if (!wp_publication_organisations(draft, next))
        return false;
    next += round->organisation_count;
    if (!wp_publication_students(draft, next))
        return false;
    wp_publication_sort(publication);
    return true;
}

int wp_publication_new(const struct wp_round *round, const struct wp_plan *plan, bool proven,
                       const struct wp_pseudonyms *pseudonyms, struct wp_publication **out,
                       struct wp_error *error) {
    struct wp_publication_draft draft = {.round = round, .plan = plan};
    struct wp_publication *publication = calloc(1, sizeof *publication);
    int code = publication ? 0 : wp_error_memory(error);
    *out = NULL;
    if (code != 0)
        return code;
    *publication = (struct wp_publication){
        .settings = round->settings, .proven = proven, .pseudonyms = pseudonyms != NULL};
    publication->arena = wp_arena_new();
    draft.publication = publication;
    code = publication->arena ? wp_teams_new(plan, &draft.teams, error) : wp_error_memory(error);
    if (code == 0)
        code = wp_totals_new(round, plan, &draft.totals, error);
    if (code == 0 && (!wp_publication_rename(&draft, pseudonyms) || !wp_publication_projects(&draft) ||
                      !make_entries(&draft)))
        code = wp_error_memory(error);
    wp_totals_free(draft.totals);
    wp_teams_free(draft.teams);
    if (code != 0) {
        wp_publication_free(publication);
        return code;
    }
    *out = publication;
    return 0;
}

void wp_publication_free(struct wp_publication *publication) {
    if (!publication)
        return;
    wp_arena_free(publication->arena);
    free(publication);
}
