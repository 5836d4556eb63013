/* run_names.c: what the runs of a what-if are called. */
#define _XOPEN_SOURCE 700 /* strdup, open_memstream */
#include "run_names.h"
#include "scenario_read.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* File systems take 255 bytes; endings follow, and what folders are written beside. */
#define LONGEST_NAME 200

void wp_file_stem(const char *path, const char **stem, int *length) {
    const char *slash = strrchr(path, '/');
    *stem = slash != NULL ? slash + 1 : path;
    const char *dot = strrchr(*stem, '.');
    *length = (int)(dot != NULL && dot > *stem ? (size_t)(dot - *stem) : strlen(*stem));
}

static int digits(int number) {
    return snprintf(NULL, 0, "%d", number);
}

static void write_name(FILE *text, const struct wp_run_spec *spec) {
    const char *stem;
    int length;
    wp_file_stem(spec->scenario->path, &stem, &length);
    fprintf(text, "%.*s", length, stem);
    if (spec->variant >= 0)
        fprintf(text, "-%0*d", digits(spec->scenario->variant_count), spec->variant + 1);
}

/* "Quota: collective_share = 20%, lecturers.L07.max_students = 3": a setting without its section. */
static void write_label(FILE *text, const struct wp_run_spec *spec) {
    fputs(spec->scenario->name, text);
    for (int s = 0; s < spec->scenario->sweep_count; s++) {
        const char *key = spec->scenario->sweeps[s].key, *dot = strchr(key, '.');
        bool setting = dot != NULL && strchr(dot + 1, '.') == NULL;
        fprintf(text, "%s%s = %s", s == 0 ? ": " : ", ", setting ? dot + 1 : key,
                wp_scenario_value(spec->scenario, spec->variant, s));
    }
}

static char *written(void (*write)(FILE *text, const struct wp_run_spec *spec),
                     const struct wp_run_spec *spec) {
    char *text = NULL;
    size_t length;
    FILE *stream = open_memstream(&text, &length);
    if (stream == NULL)
        return NULL;
    write(stream, spec);
    bool whole = !ferror(stream); /* closing alone does not tell that memory ran out */
    if (fclose(stream) == 0 && whole)
        return text;
    free(text);
    return NULL;
}

int wp_run_name(struct wp_run_spec *spec, struct wp_error *error) {
    if (spec->scenario == NULL) {
        spec->name = strdup("base");
        spec->label = strdup("base");
    } else {
        spec->name = written(write_name, spec);
        spec->label = written(write_label, spec);
    }
    return spec->name != NULL && spec->label != NULL ? 0 : wp_error_memory(error);
}

static bool ends_in(const char *name, const char *ending) {
    size_t length = strlen(name), end = strlen(ending);
    return length >= end && strcmp(name + length - end, ending) == 0;
}

/* Says why no folder and no list can carry the name, if so. */
static void check_name(const struct wp_run_spec *spec, struct wp_diagnostics *diagnostics) {
    const struct wp_location where = {.path = spec->scenario->path};
    const char *name = spec->name, *at = name;
    while (*at != '\0' && (unsigned char)*at >= ' ' && *at != 0x7F)
        at++;
    if (name[0] == '.' || name[0] == '-')
        wp_diagnostics_error(diagnostics, where,
                             "its run would be called \"%s\", but it begins with a point or a dash; rename "
                             "the file",
                             name);
    else if (*at != '\0')
        wp_diagnostics_error(diagnostics, where,
                             "its run would be called \"%s\", but it holds control characters; rename the "
                             "file",
                             name);
    else if (strlen(name) > LONGEST_NAME)
        wp_diagnostics_error(diagnostics, where,
                             "its run would be called \"%s\", but it is too long; rename the file", name);
    else if (ends_in(name, WP_RUN_RECORD_ENDING) || ends_in(name, WP_RUN_INFEASIBLE_ENDING) ||
             ends_in(name, WP_RUN_PUBLISH_ENDING))
        wp_diagnostics_error(diagnostics, where,
                             "its run would be called \"%s\", but its ending is one that whatif uses; "
                             "rename the file",
                             name);
    else if (strcmp(name, "base") == 0)
        wp_diagnostics_error(diagnostics, where,
                             "its run would be called \"%s\", but that is what the round itself is called; "
                             "rename the file",
                             name);
}

static int by_name(const void *left, const void *right) {
    const struct wp_run_spec *one = *(const struct wp_run_spec *const *)left,
                             *other = *(const struct wp_run_spec *const *)right;
    int order = strcmp(one->name, other->name);
    return order != 0 ? order : (one > other) - (one < other);
}

/* Two runs that follow each other by name. Of two sweeps the first variants tell enough. */
static void check_pair(const struct wp_run_spec *one, const struct wp_run_spec *other,
                       struct wp_diagnostics *diagnostics) {
    if (strcmp(one->name, other->name) != 0 || one->scenario == NULL ||
        (one->variant > 0 && other->variant > 0))
        return;
    const struct wp_location where = {.path = other->scenario->path};
    if (strcmp(one->scenario->path, other->scenario->path) == 0)
        wp_diagnostics_error(diagnostics, where, "the file is given twice");
    else
        wp_diagnostics_error(diagnostics, where,
                             "its run would be called \"%s\", as that of %s is; rename one of the files",
                             other->name, one->scenario->path);
}

int wp_run_names_check(const struct wp_runs *runs, struct wp_diagnostics *diagnostics,
                       struct wp_error *error) {
    const struct wp_run_spec **sorted = calloc((size_t)runs->count + 1, sizeof *sorted);
    if (sorted == NULL)
        return wp_error_memory(error);
    for (int i = 0; i < runs->count; i++) {
        const struct wp_run_spec *spec = &runs->items[i];
        sorted[i] = spec;
        if (spec->scenario != NULL && spec->variant <= 0)
            check_name(spec, diagnostics);
    }
    qsort(sorted, (size_t)runs->count, sizeof *sorted, by_name);
    for (int i = 1; i < runs->count; i++)
        check_pair(sorted[i - 1], sorted[i], diagnostics);
    free(sorted);
    return 0;
}
