/* ini_confirm.c: iniparser reads what the strict scan understood, and must understand the same. The one file
 * that includes <iniparser.h>.
 *
 * iniparser 4.1 bends values (see ini.c) and takes nothing but a path. So it gets a clean copy of the file's
 * structure: every section and key that the scan accepted, and as the value the entry's number in the scan.
 * What it makes of the sections and keys is then compared with the scan; no value of the user's passes
 * through it, so none can be bent, and a difference is a defect of ours, not of the file. The copy lives in
 * memory and is opened by its descriptor's path. */
#define _GNU_SOURCE /* memfd_create */
#include "ini.h"
#include <iniparser.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

/* iniparser reports syntax errors here and to standard error otherwise; the comparison finds what they cause.
 */
static int ignore_report(const char *format, ...) {
    (void)format;
    return 0;
}

/* Names that iniparser could bend are either unknown to every table of keys, so that they become an error
 * elsewhere, or hold ids, which only the scan reads as they are: it would fold their case. */
static bool is_handed_on(const struct wp_ini_entry *entry) {
    return wp_ini_plain_name(entry->section) && wp_ini_plain_name(entry->key) &&
           strpbrk(entry->key, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == NULL;
}

static bool write_structure(const struct wp_ini *ini, FILE *file) {
    for (size_t s = 0; s < ini->section_count; s++) {
        const char *section = ini->sections[s].name;

        if (!wp_ini_plain_name(section))
            continue;
        fprintf(file, "[%s]\n", section);
        for (size_t i = 0; i < ini->entry_count; i++) {
            if (strcmp(ini->entries[i].section, section) == 0 && is_handed_on(&ini->entries[i]))
                fprintf(file, "%s = \"%zu\"\n", ini->entries[i].key, i);
        }
    }
    return !ferror(file) && fflush(file) == 0;
}

/* NULL if that fails. */
static dictionary *load_structure(const struct wp_ini *ini) {
    int descriptor = memfd_create("round.ini", MFD_CLOEXEC);
    FILE *file = descriptor < 0 ? NULL : fdopen(descriptor, "w");
    dictionary *loaded = NULL;
    char path[64];

    if (file == NULL) {
        if (descriptor >= 0)
            close(descriptor);
        return NULL;
    }
    if (write_structure(ini, file)) {
        snprintf(path, sizeof path, "/proc/self/fd/%d", descriptor);
        iniparser_set_error_callback(ignore_report);
        loaded = iniparser_load(path);
        iniparser_set_error_callback(NULL);
    }
    fclose(file);
    return loaded;
}

static bool same_sections(const struct wp_ini *ini, const dictionary *loaded) {
    int at = 0;

    for (size_t s = 0; s < ini->section_count; s++) {
        const char *name;

        if (!wp_ini_plain_name(ini->sections[s].name))
            continue;
        name = iniparser_getsecname(loaded, at++);
        if (name == NULL || strcmp(name, ini->sections[s].name) != 0)
            return false;
    }
    return at == iniparser_getnsec(loaded);
}

/* Returns the number of keys that iniparser found in all sections. */
static size_t count_keys(const dictionary *loaded) {
    size_t count = 0;

    for (int s = 0; s < iniparser_getnsec(loaded); s++)
        count += (size_t)iniparser_getsecnkeys(loaded, iniparser_getsecname(loaded, s));
    return count;
}

static bool same_entries(const struct wp_ini *ini, const dictionary *loaded) {
    size_t handed = 0;

    for (size_t i = 0; i < ini->entry_count; i++) {
        const struct wp_ini_entry *entry = &ini->entries[i];
        char name[2 * WP_INI_MAX_LINE], expected[32];
        const char *found;

        if (!is_handed_on(entry))
            continue;
        handed++;
        snprintf(name, sizeof name, "%s:%s", entry->section, entry->key);
        snprintf(expected, sizeof expected, "%zu", i);
        found = iniparser_getstring(loaded, name, NULL);
        if (found == NULL || strcmp(found, expected) != 0)
            return false;
    }
    return handed == count_keys(loaded);
}

int wp_ini_confirm(const struct wp_ini *ini, struct wp_error *error) {
    dictionary *loaded = load_structure(ini);
    int code = 0;

    if (loaded == NULL)
        return wp_error_at(error, WP_INTERNAL, ini->path, 0, 0, "iniparser could not load the file's keys");
    if (!same_sections(ini, loaded) || !same_entries(ini, loaded))
        code = wp_error_at(error, WP_INTERNAL, ini->path, 0, 0,
                           "iniparser found other keys in the file than we did");
    iniparser_freedict(loaded);
    return code;
}
