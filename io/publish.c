/* publish.c: a plan becomes a folder for each of those whom it concerns: which files there are, and where. */
#include "publish.h"
#include "date_text.h"
#include "file_names.h"
#include "folder.h"
#include "plan_json.h"
#include "publish_files.h"
#include "translate.h"
#include <stdlib.h>
#include <string.h>

#define MAIL "mail.csv"

static const struct wp_folder_kind publish_folder_kind = {
    .what = N_("a publication"),
    .marker = "publish.json",
    .names = (const char *const[]){"publish.json", MAIL, NULL},
    .list = "files",
    .list_prefix = "",
};

static const char *const audience_folders[WP_AUDIENCES] = {[WP_AUDIENCE_BROKER] = "brokers",
                                                           [WP_AUDIENCE_LECTURER] = "lecturers",
                                                           [WP_AUDIENCE_ORGANISATION] = "organisations",
                                                           [WP_AUDIENCE_STUDENT] = "students"};

/* A publication that is being written. */
struct writing {
    const struct wp_publication *publication;
    const struct wp_publish_options *options;
    struct wp_folder *folder;
    struct wp_file_names names;   /* of the recipients' folders */
    struct wp_entry_files *files; /* per entry, as written */
    json_t *list;                 /* of all files, for publish.json */
};

/* "folder/file", which lives as long as the publication; NULL when memory runs out. */
static char *join(const struct wp_publication *publication, const char *folder, const char *file) {
    size_t size = strlen(folder) + 1 + strlen(file) + 1;
    char *name = wp_arena_alloc(publication->arena, size, 1);
    if (name)
        snprintf(name, size, "%s/%s", folder, file);
    return name;
}

/* Students get a letter; brokers have no days of their own for a calendar. */
bool wp_publish_fits(const struct wp_publication *publication, const struct wp_entry *entry,
                     enum wp_report_format format) {
    const struct wp_settings *settings = publication->settings;
    switch (format) {
    case WP_REPORT_CSV:
    case WP_REPORT_XLSX:
        return entry->audience != WP_AUDIENCE_STUDENT;
    case WP_REPORT_ICS:
        return entry->audience != WP_AUDIENCE_BROKER && entry->project_count > 0 &&
               settings->start != WP_NO_DAY && settings->end != WP_NO_DAY;
    default:
        return true;
    }
}

static int write_stream(struct writing *writing, const char *name, const struct wp_entry *entry,
                        enum wp_report_format format, struct wp_error *error) {
    const struct wp_publication *publication = writing->publication;
    FILE *stream;
    int code = wp_folder_open_file(writing->folder, name, &stream, error);
    if (code != 0)
        return code;
    if (format == WP_REPORT_HTML)
        code = wp_publish_html(stream, publication, entry, error);
    else if (format == WP_REPORT_CSV)
        code = wp_publish_csv(stream, publication, entry, error);
    else
        code = wp_publish_calendar(stream, publication, entry, writing->options->at, error);
    return code ? code : wp_folder_close_file(writing->folder, error);
}

static int write_workbook(struct writing *writing, const char *name, const struct wp_entry *entry,
                          struct wp_error *error) {
    const char *path;
    int code = wp_folder_name_file(writing->folder, name, &path, error);
    if (code == 0)
        code = wp_publish_workbook(path, writing->publication, entry, error);
    return code ? code : wp_folder_close_file(writing->folder, error);
}

static int write_file(struct writing *writing, int index, const char *folder, const char *file,
                      enum wp_report_format format, struct wp_error *error) {
    const struct wp_entry *entry = &writing->publication->entries[index];
    const struct wp_publication *publication = writing->publication;
    if (!(publication->settings->formats & (unsigned)format) || !wp_publish_fits(publication, entry, format))
        return 0;
    const char *name = join(writing->publication, folder, file);
    if (!name || json_array_append_new(writing->list, json_string(name)) != 0)
        return wp_error_memory(error);
    struct wp_entry_files *files = &writing->files[index];
    files->names[files->count++] = name;
    return format == WP_REPORT_XLSX ? write_workbook(writing, name, entry, error)
                                    : write_stream(writing, name, entry, format, error);
}

static int write_entry(struct writing *writing, int index, struct wp_error *error) {
    const struct wp_entry *entry = &writing->publication->entries[index];
    const char *folder;
    int code =
        wp_file_name(&writing->names, audience_folders[entry->audience], entry->whom.id, "", &folder, error);
    const char *page = entry->audience == WP_AUDIENCE_STUDENT ? "letter.html" : "list.html";
    if (code == 0)
        code = write_file(writing, index, folder, page, WP_REPORT_HTML, error);
    if (code == 0)
        code = write_file(writing, index, folder, "list.csv", WP_REPORT_CSV, error);
    if (code == 0)
        code = write_file(writing, index, folder, "list.xlsx", WP_REPORT_XLSX, error);
    if (code == 0)
        code = write_file(writing, index, folder, "calendar.ics", WP_REPORT_ICS, error);
    return code;
}

/* Behind pseudonyms there is nobody to write to. */
static int write_mail(struct writing *writing, struct wp_error *error) {
    FILE *stream;
    if (writing->publication->pseudonyms)
        return 0;
    int code = wp_folder_open_file(writing->folder, MAIL, &stream, error);
    if (code == 0)
        code = wp_publish_mail(stream, writing->publication, writing->files, error);
    return code ? code : wp_folder_close_file(writing->folder, error);
}

/* The last part of a path: what lies above is nobody's business. */
static json_t *folder_name(const char *path) {
    size_t length = strlen(path);
    while (length > 1 && path[length - 1] == '/')
        length--;
    size_t from = length;
    while (from > 0 && path[from - 1] != '/')
        from--;
    char *name = strndup(path + from, length - from);
    json_t *text = name ? wp_json_text(name) : NULL;
    free(name);
    return text;
}

/* publish.json says that the folder is ours, of which plan it tells, and which files we put in it. */
static int write_marker(struct writing *writing, struct wp_error *error) {
    const struct wp_publish_options *options = writing->options;
    FILE *stream;
    int code = wp_folder_open_file(writing->folder, publish_folder_kind.marker, &stream, error);
    if (code != 0)
        return code;
    char at[WP_MOMENT_TEXT];
    json_t *published = json_object();
    int failed = json_object_set_new(published, "by", wp_json_text(options->by));
    failed |= json_object_set_new(published, "at", json_string(wp_moment_text(options->at, at)));
    json_t *marker = json_object();
    failed |= json_object_set_new(marker, "program", json_string("wijkplaats"));
    failed |= json_object_set_new(marker, "version", json_string(WP_VERSION));
    failed |= json_object_set_new(marker, "round", wp_json_text(writing->publication->settings->name));
    failed |= json_object_set_new(marker, "plan", folder_name(options->plan));
    failed |= json_object_set_new(marker, "published", published);
    failed |= json_object_set_new(marker, "pseudonyms", json_boolean(writing->publication->pseudonyms));
    failed |=
        json_object_set_new(marker, "since", options->since ? folder_name(options->since) : json_null());
    failed |= json_object_set(marker, "files", writing->list);
    if (failed) {
        json_decref(marker);
        marker = NULL;
    }
    code = wp_json_write(stream, marker, error);
    return code ? code : wp_folder_close_file(writing->folder, error);
}

int wp_publish_check(const char *folder, struct wp_error *error) {
    return wp_folder_check(folder, &publish_folder_kind, error);
}

int wp_publish(const char *target, const struct wp_publication *publication,
               const struct wp_publish_options *options, struct wp_error *error) {
    struct writing writing = {.publication = publication, .options = options, .list = json_array()};
    writing.files = calloc((size_t)publication->count + 1, sizeof *writing.files);
    int code = writing.files && writing.list
                   ? wp_folder_begin(target, &publish_folder_kind, &writing.folder, error)
                   : wp_error_memory(error);
    for (int e = 0; e < publication->count && code == 0; e++)
        code = write_entry(&writing, e, error);
    if (code == 0)
        code = write_mail(&writing, error);
    if (code == 0)
        code = write_marker(&writing, error);
    if (code == 0)
        code = wp_folder_commit(writing.folder, error);
    wp_folder_free(writing.folder);
    wp_file_names_clear(&writing.names);
    json_decref(writing.list);
    free(writing.files);
    return code;
}
