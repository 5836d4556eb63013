/* published.c: published.json in a plan's folder: who published it, when, and where. */
#include "published.h"
#include "date_text.h"
#include "dates.h"
#include "plan_json.h"
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* The record's path in the folder, newly allocated, or NULL. */
static char *name_record(const char *folder) {
    size_t size = strlen(folder) + sizeof "/" WP_PUBLISHED;
    char *path = malloc(size);
    if (path)
        snprintf(path, size, "%s/" WP_PUBLISHED, folder);
    return path;
}

/* A new reference to all records, an empty array where there are none. */
static int read_records(const char *path, json_t **out, struct wp_error *error) {
    json_error_t where;
    *out = NULL;
    if (access(path, F_OK) != 0 && errno == ENOENT) {
        *out = json_array();
        return *out ? 0 : wp_error_memory(error);
    }
    *out = json_load_file(path, JSON_REJECT_DUPLICATES, &where);
    if (json_is_array(*out))
        return 0;
    json_decref(*out);
    *out = NULL;
    return wp_error_at(error, WP_INPUT, path, 0, 0,
                       "is not the list of publications that was written there; put the right file back, or "
                       "move it away to start a new one");
}

static int add_record(json_t *records, const struct wp_published *published) {
    char at[WP_MOMENT_TEXT];
    json_t *record = json_object();
    int failed = json_object_set_new(record, "by", wp_json_text(published->by));
    failed |= json_object_set_new(record, "at", json_string(wp_moment_text(published->at, at)));
    failed |= json_object_set_new(record, "folder", wp_json_text(published->folder));
    failed |= json_object_set_new(record, "since", wp_json_text(published->since));
    if (failed) {
        json_decref(record);
        return -1;
    }
    return json_array_append_new(records, record);
}

int wp_published_begin(const char *plan, const struct wp_published *published, struct wp_published_file *file,
                       struct wp_error *error) {
    json_t *records = NULL;
    file->path = name_record(plan);
    int code = file->path ? wp_whole_file_begin(file->path, &file->file, error) : wp_error_memory(error);
    /* Read behind the lock: another publication of the plan may have been waited for. */
    if (code == 0)
        code = read_records(file->path, &records, error);
    if (code == 0 && add_record(records, published) != 0) {
        json_decref(records);
        records = NULL;
        code = wp_error_memory(error);
    }
    if (code == 0)
        code = wp_json_write(file->file.stream, records, error);
    if (code == 0 && (fflush(file->file.stream) != 0 || fsync(fileno(file->file.stream)) != 0))
        code = wp_error_set(error, WP_INTERNAL, "cannot write \"%s\": %s", file->path, strerror(errno));
    return code;
}

int wp_published_commit(struct wp_published_file *file, struct wp_error *error) {
    return wp_whole_file_commit(&file->file, error);
}

void wp_published_free(struct wp_published_file *file) {
    wp_whole_file_free(&file->file);
    free(file->path);
    *file = (struct wp_published_file){0};
}

bool wp_published_last(const char *folder, struct wp_published_words *out) {
    json_t *records = NULL;
    struct wp_moment moment;
    char *path = name_record(folder);
    bool found = path && read_records(path, &records, NULL) == 0 && json_array_size(records) > 0;
    const json_t *last = found ? json_array_get(records, json_array_size(records) - 1) : NULL;
    const char *by = json_string_value(json_object_get(last, "by"));
    const char *at = json_string_value(json_object_get(last, "at"));
    found = by && at && wp_moment_parse(at, &moment) && moment.style == WP_MOMENT_ISO_ZONE;
    if (found) {
        snprintf(out->by, sizeof out->by, "%s", by);
        wp_error_trim(out->by);
        wp_date_words((wp_day)(moment.readings[0] / 86400), out->on);
    }
    json_decref(records);
    free(path);
    return found;
}
