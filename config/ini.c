/* ini.c: the strict scan of an INI file, line by line.
 *
 * iniparser reads the file too (ini_confirm.c), but cannot be asked alone: it loses line numbers, lets the
 * last of two equal keys win, cuts values at `;` and `#`, drops quotes, joins lines that end in a backslash,
 * and refuses a byte-order mark, a NUL byte or a long line without saying where. So the lines are scanned
 * here, and values are taken as written. */
#include "ini.h"
#include "ini_text.h"
#include "translate.h"
#include "values.h"
#include <stdlib.h>
#include <string.h>

struct scan {
    struct wp_ini *ini;
    struct wp_arena *arena;
    struct wp_diagnostics *diagnostics;
    size_t section_capacity, entry_capacity;
    const char *
        section; /* the one that the next key belongs to; NULL before the first and after one that is wrong */
    bool seen_section;
    bool continued; /* the line before ended in a backslash */
    long line;
    bool full; /* more keys than WP_INI_MAX_KEYS: the rest is not read */
};

static struct wp_location here(const struct scan *scan) {
    return (struct wp_location){scan->ini->path, scan->line, 0};
}

bool wp_ini_plain_name(const char *name) {
    for (const char *at = name; *at != '\0'; at++) {
        bool letter = (*at >= 'a' && *at <= 'z') || (*at >= 'A' && *at <= 'Z');

        if (!letter && !(*at >= '0' && *at <= '9') && strchr("_-.", *at) == NULL)
            return false;
    }
    return name[0] != '\0' && strlen(name) <= 200;
}

static bool is_blank(char c) {
    return c == ' ' || c == '\t';
}

/* Narrows [*from, *to) to what stands between white space. */
static void trim(const char **from, const char **to) {
    while (*from < *to && is_blank(**from))
        (*from)++;
    while (*to > *from && is_blank((*to)[-1]))
        (*to)--;
}

static char *copy_trimmed(struct wp_arena *arena, const char *from, const char *to, bool lower) {
    char *copy = wp_arena_copy(arena, from, (size_t)(to - from));

    if (copy == NULL)
        return NULL;
    copy = wp_value_trim(copy);
    if (lower)
        wp_value_lower(copy);
    return copy;
}

/* A larger array in the arena, or NULL; the old one is left to the arena. */
static void *grow(struct wp_arena *arena, const void *old, size_t count, size_t *capacity, size_t size) {
    size_t wanted = *capacity == 0 ? 32 : *capacity * 2;
    void *array = wp_arena_alloc(arena, wanted, size);

    if (array != NULL) {
        if (count > 0)
            memcpy(array, old, count * size);
        *capacity = wanted;
    }
    return array;
}

/* `[name]` between from and to. */
static int scan_section(struct scan *scan, const char *from, const char *to, struct wp_error *error) {
    struct wp_ini *ini = scan->ini;
    const char *close = memchr(from, ']', (size_t)(to - from));
    char *name;

    scan->section = NULL;
    scan->seen_section = true;
    if (close != to - 1) {
        wp_diagnostics_error(scan->diagnostics, here(scan),
                             close == NULL
                                 ? _("the section's name has no \"]\" behind it")
                                 : _("nothing may stand behind \"]\"; a comment needs a line of its own"));
        return 0;
    }
    name = copy_trimmed(scan->arena, from + 1, close, true);
    if (name == NULL)
        return wp_error_memory(error);
    if (name[0] == '\0') {
        wp_diagnostics_error(scan->diagnostics, here(scan), "there is no name between \"[\" and \"]\"");
        return 0;
    }
    scan->section = name;
    for (size_t i = 0; i < ini->section_count; i++) {
        if (strcmp(ini->sections[i].name, name) == 0) {
            wp_diagnostics_error(scan->diagnostics, here(scan),
                                 "[%s] began in line %ld already; put its keys together", name,
                                 ini->sections[i].line);
            return 0;
        }
    }
    if (ini->section_count == WP_INI_MAX_SECTIONS) {
        wp_diagnostics_error(scan->diagnostics, here(scan), "the file has more than %d sections",
                             WP_INI_MAX_SECTIONS);
        scan->full = true;
        return 0;
    }
    if (ini->section_count == scan->section_capacity) {
        struct wp_ini_section *sections =
            grow(scan->arena, ini->sections, ini->section_count, &scan->section_capacity, sizeof *sections);

        if (sections == NULL)
            return wp_error_memory(error);
        ini->sections = sections;
    }
    ini->sections[ini->section_count++] = (struct wp_ini_section){name, scan->line};
    return 0;
}

static int add_entry(struct scan *scan, const char *key, const char *value, struct wp_error *error) {
    struct wp_ini *ini = scan->ini;

    for (size_t i = 0; i < ini->entry_count; i++) {
        const struct wp_ini_entry *entry = &ini->entries[i];

        if (strcmp(entry->section, scan->section) == 0 && strcmp(entry->key, key) == 0) {
            wp_diagnostics_error(scan->diagnostics, here(scan),
                                 "%s was set in line %ld already; keep one of the two", key, entry->line);
            return 0;
        }
    }
    if (ini->entry_count == WP_INI_MAX_KEYS) {
        wp_diagnostics_error(scan->diagnostics, here(scan), "the file has more than %d keys",
                             WP_INI_MAX_KEYS);
        scan->full = true;
        return 0;
    }
    if (ini->entry_count == scan->entry_capacity) {
        struct wp_ini_entry *entries =
            grow(scan->arena, ini->entries, ini->entry_count, &scan->entry_capacity, sizeof *entries);

        if (entries == NULL)
            return wp_error_memory(error);
        ini->entries = entries;
    }
    ini->entries[ini->entry_count++] = (struct wp_ini_entry){scan->section, key, value, scan->line};
    return 0;
}

/* Sections of a scenario whose keys name rows of tables. */
static bool has_ids_as_keys(const char *section) {
    static const char *const sections[] = {"set", "swap", "sweep"};

    for (size_t i = 0; section != NULL && i < sizeof sections / sizeof sections[0]; i++) {
        if (strcmp(sections[i], section) == 0)
            return true;
    }
    return false;
}

/* `key = value` between from and to. */
static int scan_entry(struct scan *scan, const char *from, const char *to, struct wp_error *error) {
    const char *equals = memchr(from, '=', (size_t)(to - from));
    bool was_continued = scan->continued;
    char *key, *value;

    scan->continued = to[-1] == '\\';
    if (scan->continued) {
        if (!was_continued)
            wp_diagnostics_error(
                scan->diagnostics, here(scan),
                "the line ends in a backslash, but a value must stand on one line; leave the "
                "backslash out");
        return 0;
    }
    if (equals == NULL) {
        /* The rest of a continued value has its error already. */
        if (!was_continued)
            wp_diagnostics_error(
                scan->diagnostics, here(scan),
                "this is neither a [section], nor key = value, nor a comment (which begins with #)");
        return 0;
    }
    key = copy_trimmed(scan->arena, from, equals, !has_ids_as_keys(scan->section));
    value = copy_trimmed(scan->arena, equals + 1, to, false);
    if (key == NULL || value == NULL)
        return wp_error_memory(error);
    if (key[0] == '\0') {
        wp_diagnostics_error(scan->diagnostics, here(scan), "there is no key before \"=\"");
        return 0;
    }
    if (scan->section == NULL) {
        if (!scan->seen_section)
            wp_diagnostics_error(scan->diagnostics, here(scan), "%s stands before the first [section]", key);
        return 0;
    }
    return add_entry(scan, key, value, error);
}

/* One line without its line break. */
static int scan_line(struct scan *scan, const char *from, const char *to, struct wp_error *error) {
    if (to - from > WP_INI_MAX_LINE) {
        wp_diagnostics_error(scan->diagnostics, here(scan), "the line has %td bytes; at most %d are allowed",
                             to - from, WP_INI_MAX_LINE);
        return 0;
    }
    for (const char *at = from; at < to; at++) {
        if (*at == '\0') {
            wp_diagnostics_error(scan->diagnostics, here(scan),
                                 "the line holds a NUL byte; is this a text file?");
            return 0;
        }
        if (((unsigned char)*at < ' ' || *at == 0x7F) && *at != '\t') {
            wp_diagnostics_error(scan->diagnostics, here(scan),
                                 "the line holds a control character (byte %d)", (unsigned char)*at);
            return 0;
        }
    }
    trim(&from, &to);
    if (from < to && *from != '#' && *from != ';' && *from != '[')
        return scan_entry(scan, from, to, error);
    scan->continued = false;
    return from < to && *from == '[' ? scan_section(scan, from, to, error) : 0;
}

int wp_ini_read(const char *path, struct wp_arena *arena, struct wp_ini *out,
                struct wp_diagnostics *diagnostics, struct wp_error *error) {
    struct scan scan = {.ini = out, .arena = arena, .diagnostics = diagnostics};
    char *text = NULL;
    size_t length = 0;
    int code;

    *out = (struct wp_ini){.path = path};
    code = wp_ini_text_read(path, WP_INI_MAX_BYTES, &text, &length, error);
    for (const char *from = text; code == 0 && !scan.full && from < text + length;) {
        const char *end = memchr(from, '\n', (size_t)(text + length - from));
        const char *next = end == NULL ? text + length : end + 1;
        const char *to = end == NULL ? next : end;

        if (to > from && to[-1] == '\r')
            to--;
        scan.line++;
        code = scan_line(&scan, from, to, error);
        from = next;
    }
    free(text);
    return code != 0 ? code : wp_ini_confirm(out, error);
}
