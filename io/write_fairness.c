/* write_fairness.c: whether a plan serves everybody alike: fairness.csv, and an object in summary.json. */
#include "csv_write.h"
#include "fairness.h"
#include "plan_json.h"
#include "ratio_text.h"
#include "report_files.h"

static void write_group(struct wp_csv_writer *csv, const char *kind, const struct wp_fairness_group *group) {
    char mean[WP_RATIO_TEXT];
    wp_csv_text(csv, kind);
    wp_csv_text(csv, group->name);
    wp_csv_number(csv, group->students);
    wp_csv_number(csv, group->chose);
    wp_csv_number(csv, group->placed);
    wp_csv_number(csv, group->first);
    wp_csv_number(csv, group->top3);
    wp_csv_number(csv, group->unlisted);
    wp_csv_text(csv, wp_ratio_text(group->rank_sum, group->ranked, 2, mean));
    wp_csv_number(csv, group->trips);
    wp_csv_text(csv, wp_ratio_text(group->minutes, group->trips, 2, mean));
    wp_csv_end_row(csv);
}

int wp_write_fairness(FILE *stream, const struct wp_round *round, const struct wp_plan *plan,
                      struct wp_error *error) {
    static const char *const header[] = {"group",     "name",         "students",     "chose",
                                         "placed",    "first_choice", "top_3",        "unlisted",
                                         "mean_rank", "trips",        "mean_minutes", NULL};
    struct wp_csv_writer csv = wp_csv_for_machines(stream);
    struct wp_fairness *fairness;
    int code = wp_fairness_new(round, plan, &fairness, error);
    if (code != 0)
        return code;
    wp_csv_header(&csv, header);
    write_group(&csv, "all", &fairness->all);
    for (int kind = 0; kind < WP_FAIRNESS_KINDS; kind++)
        for (int g = 0; g < fairness->by[kind].count; g++)
            write_group(&csv, wp_fairness_kind_name((enum wp_fairness_kind)kind),
                        &fairness->by[kind].groups[g]);
    wp_fairness_free(fairness);
    return 0;
}

static json_t *group_entry(const struct wp_fairness_group *group) {
    json_t *entry = json_object();
    int failed = json_object_set_new(entry, "name", wp_json_text(group->name));
    failed |= json_object_set_new(entry, "students", json_integer(group->students));
    failed |= json_object_set_new(entry, "chose", json_integer(group->chose));
    failed |= json_object_set_new(entry, "placed", json_integer(group->placed));
    failed |= json_object_set_new(entry, "unlisted", json_integer(group->unlisted));
    failed |= json_object_set_new(entry, "first_choice", json_integer(group->first));
    failed |= json_object_set_new(entry, "top3", json_integer(group->top3));
    failed |= json_object_set_new(entry, "ranked", json_integer(group->ranked));
    failed |= json_object_set_new(entry, "rank_sum", json_integer(group->rank_sum));
    failed |= json_object_set_new(entry, "trips", json_integer(group->trips));
    failed |= json_object_set_new(entry, "minutes", json_integer(group->minutes));
    return failed ? (json_decref(entry), NULL) : entry;
}

static json_t *group_entries(const struct wp_fairness_table *table) {
    json_t *array = json_array();
    int failed = !array;
    for (int g = 0; g < table->count && !failed; g++)
        failed = json_array_append_new(array, group_entry(&table->groups[g]));
    return failed ? (json_decref(array), NULL) : array;
}

json_t *wp_json_fairness(const struct wp_round *round, const struct wp_plan *plan) {
    static const char *const keys[WP_FAIRNESS_KINDS] = {"by_programme", "by_district", "by_circle"};
    struct wp_fairness *fairness;
    if (wp_fairness_new(round, plan, &fairness, NULL) != 0)
        return NULL;
    json_t *object = json_object();
    int failed = json_object_set_new(object, "envious", json_integer(fairness->envious));
    failed |= json_object_set_new(object, "chose", json_integer(fairness->all.chose));
    failed |= json_object_set_new(object, "first_choice", json_integer(fairness->all.first));
    failed |= json_object_set_new(object, "top3", json_integer(fairness->all.top3));
    for (int kind = 0; kind < WP_FAIRNESS_KINDS; kind++)
        failed |= json_object_set_new(object, keys[kind], group_entries(&fairness->by[kind]));
    wp_fairness_free(fairness);
    return failed ? (json_decref(object), NULL) : object;
}
