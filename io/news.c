/* news.c: who must be told what: each change of a student as she, her lecturers and her hosts see it. */
#include "news.h"
#include <stdlib.h>
#include <string.h>

/* The news while it is put together. */
struct gathering {
    struct wp_news *news;
    int capacity;
    bool failed; /* memory ran out */
};

static void add(struct gathering *gathering, struct wp_news_item item) {
    struct wp_news *news = gathering->news;
    if (gathering->failed)
        return;
    if (news->count == gathering->capacity) {
        int capacity = gathering->capacity > 0 ? 2 * gathering->capacity : 64;
        struct wp_news_item *grown = realloc(news->items, (size_t)capacity * sizeof *grown);
        if (!grown) {
            gathering->failed = true;
            return;
        }
        news->items = grown;
        gathering->capacity = capacity;
    }
    item.from = item.from ? item.from : "";
    item.to = item.to ? item.to : "";
    news->items[news->count++] = item;
}

static void tell_student(struct gathering *gathering, const struct wp_change *change) {
    const struct wp_place *before = &change->before, *after = &change->after;
    const char *student = wp_change_whose(change)->student;
    struct wp_news_item item = {.audience = WP_AUDIENCE_STUDENT,
                                .id = student,
                                .change = wp_change_name(change->kind),
                                .student = student,
                                .from = before->project,
                                .to = after->project};
    if (change->kind == WP_CHANGE_LECTURER) {
        item.from = before->lecturer;
        item.to = after->lecturer;
    } else if (change->kind == WP_CHANGE_SLOT) {
        item.from = before->slot;
        item.to = after->slot;
    }
    add(gathering, item);
}

/* One student in both plans, as somebody sees it who had her before, has her now, or both. */
static void tell_of_student(struct gathering *gathering, enum wp_audience audience, const char *id,
                            const struct wp_place_pair *pair, bool had, bool has) {
    static const struct wp_place nowhere = {0};
    const struct wp_place *before = pair->before ? pair->before : &nowhere;
    const struct wp_place *after = pair->after ? pair->after : &nowhere;
    struct wp_news_item item = {.audience = audience,
                                .id = id,
                                .change = !had   ? "comes"
                                          : !has ? "leaves"
                                                 : "project",
                                .student = after->student ? after->student : before->student,
                                .from = before->project,
                                .to = after->project};
    if (!had || !has || !wp_places_alike(before->project, after->project)) {
        add(gathering, item);
    } else if (audience == WP_AUDIENCE_LECTURER && !wp_places_alike(before->slot, after->slot)) {
        item.change = "slot";
        item.from = before->slot;
        item.to = after->slot;
        add(gathering, item);
    }
}

static void tell_lecturers(struct gathering *gathering, const struct wp_place_pair *pair) {
    const char *before = pair->before ? pair->before->lecturer : NULL;
    const char *after = pair->after ? pair->after->lecturer : NULL;
    bool same = wp_places_alike(before, after);
    if (before)
        tell_of_student(gathering, WP_AUDIENCE_LECTURER, before, pair, true, same);
    if (after && !same)
        tell_of_student(gathering, WP_AUDIENCE_LECTURER, after, pair, false, true);
}

/* The hosts of a place are written with | between them. Length of the first of them. */
static size_t first_host(const char *hosts) {
    return strcspn(hosts, "|");
}

static bool has_host(const char *hosts, const char *host, size_t length) {
    while (*hosts) {
        size_t own = first_host(hosts);
        if (own == length && memcmp(hosts, host, length) == 0)
            return true;
        hosts += own + (hosts[own] == '|');
    }
    return false;
}

static const char *hosts_of(const struct wp_place *place) {
    return place && place->organisations ? place->organisations : "";
}

/* Tells the hosts of the student's place before (then all of those) or after (then those who are new). */
static void tell_hosts(struct gathering *gathering, const struct wp_place_pair *pair, bool new_ones) {
    const char *at = hosts_of(new_ones ? pair->after : pair->before);
    const char *others = hosts_of(new_ones ? pair->before : pair->after);
    while (*at && !gathering->failed) {
        size_t length = first_host(at);
        bool both = has_host(others, at, length);
        const char *id = wp_arena_copy(gathering->news->arena, at, length);
        if (!id)
            gathering->failed = true;
        else if (!new_ones || !both)
            tell_of_student(gathering, WP_AUDIENCE_ORGANISATION, id, pair, !new_ones, new_ones || both);
        at += length + (at[length] == '|');
    }
}

/* Who guides what. */
struct guided {
    const char *lecturer, *project;
};

static int compare_guided(const void *left, const void *right) {
    const struct guided *one = left, *other = right;
    int order = strcmp(one->lecturer, other->lecturer);
    return order != 0 ? order : strcmp(one->project, other->project);
}

/* Each lecturer with each of her projects, once and in order; NULL when memory runs out. */
static struct guided *list_guided(const struct wp_places *places, struct wp_arena *arena, int *count) {
    struct guided *guided = wp_arena_alloc(arena, (size_t)places->count, sizeof *guided);
    size_t found = 0;
    *count = 0;
    if (!guided)
        return NULL;
    for (int i = 0; i < places->count; i++)
        if (places->items[i].lecturer)
            guided[found++] = (struct guided){places->items[i].lecturer, places->items[i].project};
    qsort(guided, found, sizeof *guided, compare_guided);
    for (size_t i = 0; i < found; i++)
        if (*count == 0 || compare_guided(&guided[*count - 1], &guided[i]) != 0)
            guided[(*count)++] = guided[i];
    return guided;
}

static void tell_projects(struct gathering *gathering) {
    int before_count, after_count, b = 0, a = 0;
    struct wp_news *news = gathering->news;
    const struct guided *before = list_guided(&news->before, news->arena, &before_count);
    const struct guided *after = list_guided(&news->after, news->arena, &after_count);
    gathering->failed |= !before || !after;
    while (!gathering->failed && (b < before_count || a < after_count)) {
        int order = b == before_count ? 1 : a == after_count ? -1 : compare_guided(&before[b], &after[a]);
        if (order < 0)
            add(gathering, (struct wp_news_item){WP_AUDIENCE_LECTURER, before[b].lecturer, "loses_project",
                                                 "", before[b].project, NULL});
        else if (order > 0)
            add(gathering, (struct wp_news_item){WP_AUDIENCE_LECTURER, after[a].lecturer, "gets_project", "",
                                                 NULL, after[a].project});
        b += order <= 0;
        a += order >= 0;
    }
}

static int compare_items(const void *left, const void *right) {
    const struct wp_news_item *one = left, *other = right;
    const char *const ones[] = {one->id, one->change, one->student, one->from, one->to};
    const char *const others[] = {other->id, other->change, other->student, other->from, other->to};
    int order = (one->audience > other->audience) - (one->audience < other->audience);
    for (size_t i = 0; order == 0 && i < sizeof ones / sizeof *ones; i++)
        order = strcmp(ones[i], others[i]);
    return order;
}

static void gather(struct gathering *gathering) {
    struct wp_news *news = gathering->news;
    struct wp_place_pair pair;
    int next[2] = {0};
    for (int i = 0; i < news->changes->count; i++)
        tell_student(gathering, &news->changes->items[i]);
    while (wp_places_pair(&news->before, &news->after, next, &pair)) {
        tell_lecturers(gathering, &pair);
        tell_hosts(gathering, &pair, false);
        tell_hosts(gathering, &pair, true);
    }
    tell_projects(gathering);
    if (news->count > 0)
        qsort(news->items, (size_t)news->count, sizeof *news->items, compare_items);
    for (int i = 0; i < news->count; i++) {
        const struct wp_news_item *item = &news->items[i];
        news->told[item->audience] +=
            i == 0 || item[-1].audience != item->audience || strcmp(item[-1].id, item->id) != 0;
    }
}

int wp_news_new(const struct wp_round *round, const struct wp_plan *plan, struct wp_news **out,
                struct wp_error *error) {
    struct wp_news *news = calloc(1, sizeof *news);
    struct gathering gathering = {.news = news};
    *out = NULL;
    if (!news)
        return wp_error_memory(error);
    news->arena = wp_arena_new();
    int code = news->arena ? 0 : wp_error_memory(error);
    if (code == 0)
        code = wp_places_of_base(round, news->arena, &news->before, error);
    if (code == 0)
        code = wp_places_of_plan(round, plan, news->arena, &news->after, error);
    if (code == 0)
        code = wp_changes_new(&news->before, &news->after, &news->changes, error);
    if (code == 0) {
        gather(&gathering);
        code = gathering.failed ? wp_error_memory(error) : 0;
    }
    if (code != 0) {
        wp_news_free(news);
        return code;
    }
    *out = news;
    return 0;
}

void wp_news_free(struct wp_news *news) {
    if (!news)
        return;
    wp_changes_free(news->changes);
    wp_arena_free(news->arena);
    free(news->items);
    free(news);
}
