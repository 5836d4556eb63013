/* whatif_json.c: comparison.json, all of a what-if for other programs. */
#include "plan_json.h"
#include "whatif.h"
#include <string.h>

/* As in json_object_set_new, a NULL stands for memory that ran out. */
static json_t *unless(int failed, json_t *json) {
    if (!failed)
        return json;
    json_decref(json);
    return NULL;
}

/* null where it is not known. */
static json_t *known(bool is_known, int64_t number) {
    return is_known ? json_integer(number) : json_null();
}

static json_t *texts(const char *const *items, int count) {
    json_t *array = json_array();
    int failed = !array;
    for (int i = 0; i < count && !failed; i++)
        failed = json_array_append_new(array, wp_json_text(items[i]));
    return unless(failed, array);
}

/* A number of the plan under its name; null where there is no plan. */
static int set_numbers(json_t *entry, const struct wp_figures *figures) {
    static const struct wp_figures nothing = {.longest_trip = -1, .balance = -1};
    const struct wp_figures *of = figures ? figures : &nothing;
    const struct {
        const char *name;
        int64_t number;
        bool is_known;
    } numbers[] = {{"students", of->students, true},
                   {"placed", of->placed, true},
                   {"unlisted", of->unlisted, true},
                   {"chose", of->chose, true},
                   {"rank_sum", of->rank_sum, true},
                   {"ranked", of->ranked, true},
                   {"minutes", of->minutes, true},
                   {"trips", of->trips, true},
                   {"longest_trip", of->longest_trip, of->longest_trip >= 0},
                   {"collective", of->collective, true},
                   {"first_choice", of->first, true},
                   {"top3", of->top3, true},
                   {"envious", of->envious, true},
                   {"balance", of->balance, of->balance >= 0},
                   {"least_share", of->least_share, of->balance >= 0},
                   {"greatest_share", of->greatest_share, of->balance >= 0}};
    int failed = 0;
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        failed |= json_object_set_new(entry, numbers[i].name,
                                      known(figures && numbers[i].is_known, numbers[i].number));
    return failed;
}

static json_t *profile(const struct wp_figures *figures) {
    json_t *array = json_array();
    int failed = !array;
    for (int rank = 0; rank < figures->max_rank && !failed; rank++)
        failed = json_array_append_new(array, json_integer(figures->profile[rank]));
    return unless(failed, array);
}

static json_t *levels(const struct wp_figures *figures) {
    json_t *array = json_array();
    int failed = !array;
    for (int l = 0; l < figures->level_count && !failed; l++)
        failed = json_array_append_new(array, wp_json_level(&figures->levels[l]));
    return unless(failed, array);
}

static json_t *load(int hundredths) {
    return hundredths == WP_UNLIMITED ? json_null() : json_real((double)hundredths / WP_LOAD_UNIT);
}

static json_t *lecturers(const struct wp_figures *figures) {
    json_t *array = json_array();
    int failed = !array;
    for (int l = 0; l < figures->lecturer_count && !failed; l++) {
        const struct wp_lecturer_figures *lecturer = &figures->lecturers[l];
        json_t *entry = json_object();
        failed = json_object_set_new(entry, "lecturer", wp_json_text(lecturer->id));
        failed |= json_object_set_new(entry, "projects", json_integer(lecturer->projects));
        failed |= json_object_set_new(entry, "students", json_integer(lecturer->students));
        failed |= json_object_set_new(entry, "load", load(lecturer->load));
        failed |= json_object_set_new(entry, "min_students", load(lecturer->min_load));
        failed |= json_object_set_new(entry, "max_students", load(lecturer->max_load));
        failed |= json_array_append_new(array, entry);
    }
    return unless(failed, array);
}

static json_t *open_projects(const struct wp_figures *figures) {
    json_t *array = json_array();
    int failed = !array;
    for (int p = 0; p < figures->project_count && !failed; p++) {
        const struct wp_project_figures *project = &figures->projects[p];
        if (!project->open)
            continue;
        json_t *entry = json_object();
        failed = json_object_set_new(entry, "project", wp_json_text(project->id));
        failed |= json_object_set_new(entry, "students", json_integer(project->students));
        failed |= json_object_set_new(entry, "seats", json_integer(project->seats));
        failed |= json_array_append_new(array, entry);
    }
    return unless(failed, array);
}

/* rank: null where she is unplaced, "unlisted" as in placements.csv. */
static json_t *place_entry(const struct wp_place *place, int max_rank) {
    if (!place->student)
        return json_null();
    json_t *entry = json_object();
    json_t *rank = place->rank > max_rank ? json_string("unlisted") : known(place->rank > 0, place->rank);
    int failed = json_object_set_new(entry, "project", wp_json_text(place->project));
    failed |= json_object_set_new(entry, "lecturer", wp_json_text(place->lecturer));
    failed |= json_object_set_new(entry, "slot", wp_json_text(place->slot));
    failed |= json_object_set_new(entry, "organisations", wp_json_text(place->organisations));
    failed |= json_object_set_new(entry, "rank", rank);
    return unless(failed, entry);
}

static json_t *changes_of_students(const struct wp_changes *changes, int max_rank_before,
                                   int max_rank_after) {
    json_t *array = json_array();
    int failed = !array;
    for (int i = 0; i < changes->count && !failed; i++) {
        const struct wp_change *change = &changes->items[i];
        json_t *entry = json_object();
        failed = json_object_set_new(entry, "student", wp_json_text(wp_change_whose(change)->student));
        failed |= json_object_set_new(entry, "change", json_string(wp_change_name(change->kind)));
        failed |= json_object_set_new(entry, "before", place_entry(&change->before, max_rank_before));
        failed |= json_object_set_new(entry, "after", place_entry(&change->after, max_rank_after));
        failed |= json_array_append_new(array, entry);
    }
    return unless(failed, array);
}

/* How the plan differs from the base's: null for all where nothing is compared. */
static int set_changes(json_t *entry, const struct wp_whatif *whatif, const struct wp_whatif_row *row) {
    static const struct wp_changes nothing = {0};
    const struct wp_changes *changes = row->changes ? row->changes : &nothing;
    const struct {
        const char *name;
        int number;
    } numbers[] = {{"moved", changes->moved_project},
                   {"lecturer_changed", changes->moved_lecturer},
                   {"slot_changed", changes->moved_slot},
                   {"placed_now", changes->of_kind[WP_CHANGE_PLACED]},
                   {"unplaced_now", changes->of_kind[WP_CHANGE_UNPLACED]},
                   {"new_students", changes->of_kind[WP_CHANGE_NEW]},
                   {"gone_students", changes->of_kind[WP_CHANGE_GONE]}};
    int failed = 0;
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        failed |= json_object_set_new(entry, numbers[i].name, known(row->changes, numbers[i].number));
    if (!row->changes) {
        failed |= json_object_set_new(entry, "opened", json_null());
        failed |= json_object_set_new(entry, "closed", json_null());
        return failed | json_object_set_new(entry, "changes", json_null());
    }
    failed |= json_object_set_new(entry, "opened", texts(changes->opened, changes->opened_count));
    failed |= json_object_set_new(entry, "closed", texts(changes->closed, changes->closed_count));
    return failed | json_object_set_new(entry, "changes",
                                        changes_of_students(changes, whatif->rows[0].figures->max_rank,
                                                            row->figures->max_rank));
}

/* What the row's sweep set. */
static json_t *swept(const struct wp_whatif *whatif, const struct wp_whatif_row *row) {
    if (row->sweep < 0)
        return json_null();
    const struct wp_scenario *scenario = whatif->sweeps[row->sweep].scenario;
    json_t *array = json_array();
    int failed = !array;
    for (int k = 0; k < scenario->sweep_count && !failed; k++) {
        json_t *entry = json_object();
        failed = json_object_set_new(entry, "key", wp_json_text(scenario->sweeps[k].key));
        failed |= json_object_set_new(entry, "value", wp_json_text(wp_whatif_value(whatif, row, k)));
        failed |= json_array_append_new(array, entry);
    }
    return unless(failed, array);
}

static json_t *swaps(const struct wp_whatif_row *row) {
    json_t *array = json_array();
    int failed = !array;
    for (int i = 0; i < row->swap_count && !failed; i++) {
        const char *const pair[] = {row->swaps[i].one, row->swaps[i].other};
        failed = json_array_append_new(array, texts(pair, 2));
    }
    return unless(failed, array);
}

static json_t *row_entry(const struct wp_whatif *whatif, const struct wp_whatif_row *row) {
    const struct wp_figures *figures = row->figures;
    const char *same_as = row->same_as < 0 ? NULL : whatif->rows[row->same_as].run;
    json_t *entry = json_object();
    int failed = json_object_set_new(entry, "run", wp_json_text(row->run));
    failed |= json_object_set_new(
        entry, "file", wp_json_text(wp_whatif_file_name(row->file ? row->file : whatif->round_file)));
    failed |= json_object_set_new(entry, "name", wp_json_text(row->name));
    failed |= json_object_set_new(entry, "why", wp_json_text(row->why));
    failed |= json_object_set_new(entry, "label", wp_json_text(row->label));
    failed |= json_object_set_new(entry, "sweep", swept(whatif, row));
    if (row->swap_count > 0)
        failed |= json_object_set_new(entry, "swap", swaps(row));
    failed |= json_object_set_new(entry, "status", json_string(wp_whatif_status_name(row->status)));
    failed |= json_object_set_new(entry, "same_as", wp_json_text(same_as));
    failed |=
        json_object_set_new(entry, "frontier", row->sweep < 0 ? json_null() : json_boolean(row->on_frontier));
    failed |= json_object_set_new(entry, "message", wp_json_text(row->message));
    failed |= json_object_set_new(entry, "reasons", texts(row->english, row->reason_count));
    failed |= set_numbers(entry, figures);
    failed |= json_object_set_new(entry, "profile", figures ? profile(figures) : json_null());
    failed |= json_object_set_new(entry, "levels", figures ? levels(figures) : json_null());
    failed |= json_object_set_new(entry, "lecturers", figures ? lecturers(figures) : json_null());
    failed |= json_object_set_new(entry, "projects", figures ? open_projects(figures) : json_null());
    failed |= set_changes(entry, whatif, row);
    return unless(failed, entry);
}

static json_t *sweep_entry(const struct wp_whatif *whatif, const struct wp_whatif_sweep *sweep) {
    const struct wp_scenario *scenario = sweep->scenario;
    json_t *entry = json_object(), *keys = json_array(), *frontier = json_array();
    int failed = !keys || !frontier;
    for (int k = 0; k < scenario->sweep_count && !failed; k++) {
        json_t *key = json_object();
        failed = json_object_set_new(key, "key", wp_json_text(scenario->sweeps[k].key));
        failed |= json_object_set_new(key, "values",
                                      texts(scenario->sweeps[k].values, scenario->sweeps[k].value_count));
        failed |= json_array_append_new(keys, key);
    }
    for (int v = 0; v < scenario->variant_count && !failed; v++) {
        const struct wp_whatif_row *row = &whatif->rows[sweep->first_row + v];
        if (row->on_frontier)
            failed = json_array_append_new(frontier, wp_json_text(row->run));
    }
    failed |= json_object_set_new(entry, "file", wp_json_text(wp_whatif_file_name(scenario->path)));
    failed |= json_object_set_new(entry, "name", wp_json_text(scenario->name));
    failed |= json_object_set_new(entry, "keys", keys);
    failed |= json_object_set_new(entry, "frontier", frontier);
    return unless(failed, entry);
}

int wp_whatif_json(FILE *stream, const struct wp_whatif *whatif, struct wp_error *error) {
    json_t *all = json_object(), *rows = json_array(), *sweeps = json_array();
    int failed = !rows || !sweeps;
    for (int r = 0; r < whatif->row_count && !failed; r++)
        failed = json_array_append_new(rows, row_entry(whatif, &whatif->rows[r]));
    for (int s = 0; s < whatif->sweep_count && !failed; s++)
        failed = json_array_append_new(sweeps, sweep_entry(whatif, &whatif->sweeps[s]));
    failed |= json_object_set_new(all, "program", json_string("wijkplaats"));
    failed |= json_object_set_new(all, "version", json_string(WP_VERSION));
    failed |= json_object_set_new(all, "round", wp_json_text(whatif->round));
    failed |= json_object_set_new(all, "round_file", wp_json_text(wp_whatif_file_name(whatif->round_file)));
    failed |= json_object_set_new(all, "rows", rows);
    failed |= json_object_set_new(all, "sweeps", sweeps);
    return wp_json_write(stream, unless(failed, all), error);
}
