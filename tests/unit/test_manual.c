/* test_manual.c: the manual page, README.md, the template of `init` and what `check` prints each describe
 * every key of round.ini, in its section, with its values and default, and no key that there is not; and the
 * scenarios that they show are right. */
#define _XOPEN_SOURCE 700 /* P_tmpdir, open_memstream */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include "config.h"
#include "keys.h"
#include "order.h"
#include "rule.h"
#include "scenario_read.h"
#include "settings_text.h"
#include "template.h"
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define PAGE    "cli/wijkplaats.1"
#define README  "README.md"
#define MOST    (1 << 17)
#define NAME    64
#define NO_KEYS "columns" /* the section that has none */

/* A text that describes the keys, as it is walked line by line. */
struct walk {
    const char *title;
    const char *before_standard, *behind_standard; /* how it sets off a default */
    char section[NAME];                            /* of the current line; "" outside of the keys */
    const char **described;                        /* per key: the description, or NULL */
};

static char *read_file(const char *path) {
    FILE *file = fopen(path, "rb");
    char *text = calloc(1, MOST);

    assert_non_null(file);
    assert_non_null(text);
    assert_true(fread(text, 1, MOST - 1, file) > 0);
    assert_true(feof(file));
    fclose(file);
    return text;
}

/* The key of the current section that is described at `text`. */
static void describe(struct walk *walk, const char *name, size_t length, const char *text) {
    char key_name[NAME];

    snprintf(key_name, sizeof key_name, "%.*s", (int)length, name);
    if (walk->section[0] == '\0' || strcmp(walk->section, NO_KEYS) == 0)
        return;
    const struct wp_key *key = wp_key_find(walk->section, key_name);
    if (key == NULL)
        fail_msg("%s describes [%s] %s, which is no key", walk->title, walk->section, key_name);
    if (walk->described[key - wp_keys] != NULL)
        fail_msg("%s describes [%s] %s twice", walk->title, walk->section, key_name);
    walk->described[key - wp_keys] = text;
}

static void enter(struct walk *walk, const char *name) {
    snprintf(walk->section, sizeof walk->section, "%.*s", (int)strcspn(name, "]"), name);
}

static size_t word_length(const char *text) {
    return strspn(text, "abcdefghijklmnopqrstuvwxyz_");
}

static const char *next_line(const char *line) {
    line += strcspn(line, "\n");
    return *line == '\n' ? line + 1 : line;
}

static bool begins(const char *line, const char *with) {
    return strncmp(line, with, strlen(with)) == 0;
}

/* Lines "key = value" or "# key = value" under "[section]", behind so many blanks. */
static void walk_settings(struct walk *walk, const char *text, const char *section_at, const char *key_at) {
    for (const char *line = text; *line != '\0'; line = next_line(line)) {
        const char *key = line + (begins(line, key_at) ? strlen(key_at) : 0);
        size_t length;

        if (begins(line, section_at) && line[strlen(section_at)] == '[')
            enter(walk, line + strlen(section_at) + 1);
        if (key_at[0] != '\0' && key == line)
            continue;
        key += begins(key, "# ") ? 2 : 0;
        length = word_length(key);
        if (length > 0 && begins(key + length, " ="))
            describe(walk, key, length, line);
    }
}

/* Rows "| `key`, `key` | values | meaning |" under "| **[section]** |". */
static void walk_table(struct walk *walk, const char *text) {
    for (const char *line = text; *line != '\0'; line = next_line(line)) {
        if (begins(line, "| **["))
            enter(walk, line + strlen("| **["));
        else if (!begins(line, "| `"))
            continue;
        const char *end = line + 1 + strcspn(line + 1, "|");
        for (const char *at = strchr(line, '`'); at != NULL && at < end; at = strchr(at + 1, '`')) {
            size_t length = strcspn(at + 1, "`");
            describe(walk, at + 1, length, line);
            at += length + 1;
        }
    }
}

/* The bold words in front of "=" on the line below .TP, under .SS [section]; what is indented further is not
 * about keys. */
static void walk_page(struct walk *walk, const char *text) {
    int depth = 0;

    for (const char *line = text; *line != '\0'; line = next_line(line)) {
        depth += begins(line, ".RS") ? 1 : begins(line, ".RE") ? -1 : 0;
        if (begins(line, ".S")) {
            walk->section[0] = '\0';
            if (begins(line, ".SS ["))
                enter(walk, line + strlen(".SS ["));
        }
        if (!begins(line, ".TP") || depth > 0)
            continue;
        const char *head = next_line(line), *end = head + strcspn(head, "=\n");
        for (const char *at = head + strcspn(head, " \n"); at < end; at++) {
            size_t length = word_length(at);
            if (length > 0)
                describe(walk, at, length, head);
            at += length;
        }
    }
}

/* The description without what follows it: up to the next line that begins with `until`. Owned by the caller.
 */
static char *description(const char *from, const char *until) {
    const char *end = strstr(from, until);
    size_t length = end == NULL ? strlen(from) : (size_t)(end - from);
    char *copy = calloc(1, length + 1);

    assert_non_null(copy);
    memcpy(copy, from, length);
    return copy;
}

/* Each key is there, with the values that it offers and the one in force without it. */
static void assert_complete(const struct walk *walk, const char *until, const char *until_of_order) {
    for (size_t k = 0; k < wp_key_count; k++) {
        const struct wp_key *key = &wp_keys[k];
        char standard[NAME * 2];

        if (walk->described[k] == NULL) {
            fail_msg("%s does not describe [%s] %s", walk->title, key->section, key->name);
            continue; /* the analyser does not know that the test has ended */
        }
        char *text = description(walk->described[k], key->type == WP_KEY_ORDER ? until_of_order : until);
        for (const struct wp_key_word *word = key->words; word != NULL && word->name != NULL; word++)
            if (!word->other_language && strstr(text, word->name) == NULL)
                fail_msg("%s does not offer %s for [%s] %s", walk->title, word->name, key->section,
                         key->name);
        snprintf(standard, sizeof standard, "%s%s%s", walk->before_standard,
                 key->standard != NULL ? key->standard : "", walk->behind_standard);
        if (key->standard != NULL &&
            strstr(text, key->type == WP_KEY_ORDER ? key->standard : standard) == NULL)
            fail_msg("%s does not say that [%s] %s is %s by default", walk->title, key->section, key->name,
                     key->standard);
        for (int w = 0; key->type == WP_KEY_ORDER && w < WP_ORDER_WORDS; w++)
            if (strstr(text, wp_order_words[w].name) == NULL)
                fail_msg("%s does not offer the objective %s", walk->title, wp_order_words[w].name);
        free(text);
    }
}

static struct walk begin(const char *title, const char *before_standard, const char *behind_standard) {
    struct walk walk = {.title = title,
                        .before_standard = before_standard,
                        .behind_standard = behind_standard,
                        .described = calloc(wp_key_count, sizeof *walk.described)};

    assert_non_null(walk.described);
    return walk;
}

static void the_manual_describes_every_key(void **state) {
    struct walk walk = begin(PAGE, "(default ", ")");
    char *page = read_file(PAGE);

    (void)state;
    walk_page(&walk, page);
    /* The entries of the objectives are within that of order. */
    assert_complete(&walk, "\n.TP", "\n.SS ");
    for (int w = 0; w < WP_ORDER_WORDS; w++) {
        char entry[NAME];
        snprintf(entry, sizeof entry, "\n.TP\n.B %s\n", wp_order_words[w].name);
        if (strstr(page, entry) == NULL)
            fail_msg("%s has no entry for the objective %s", PAGE, wp_order_words[w].name);
    }
    free(page);
    free(walk.described);
}

static void the_readme_describes_every_key(void **state) {
    struct walk walk = begin(README, "**", "**");
    char *text = read_file(README);

    (void)state;
    walk_table(&walk, text);
    assert_complete(&walk, "\n", "\n");
    free(text);
    free(walk.described);
}

static void the_template_describes_every_key(void **state) {
    struct walk walk = begin("the template of init", "", "");
    char *text = NULL;
    size_t size = 0;
    FILE *file = open_memstream(&text, &size);

    (void)state;
    assert_non_null(file);
    wp_template_settings(file);
    assert_int_equal(fclose(file), 0);
    walk_settings(&walk, text, "", "");
    for (size_t k = 0; k < wp_key_count; k++)
        if (walk.described[k] == NULL)
            fail_msg("%s does not describe [%s] %s", walk.title, wp_keys[k].section, wp_keys[k].name);
    free(text);
    free(walk.described);
}

/* What check prints of a round that sets one rule only; the caller frees it. */
static char *print_settings(bool verbose) {
    char path[] = P_tmpdir "/test_manual-XXXXXX", *text = NULL;
    static const char ini[] = "[input]\nstudents = s.csv\nprojects = p.csv\n[rules]\nmax_choice = 3\n";
    struct wp_settings *settings = NULL;
    struct wp_diagnostics diagnostics = {0};
    struct wp_error error = {0};
    size_t size = 0;
    FILE *file = open_memstream(&text, &size);
    int descriptor = mkstemp(path);

    assert_non_null(file);
    assert_true(descriptor >= 0);
    assert_int_equal(write(descriptor, ini, sizeof ini - 1), sizeof ini - 1);
    close(descriptor);
    const struct wp_config_source source = {.path = path, .variant = -1};
    assert_int_equal(wp_config_read(&source, &settings, &diagnostics, &error), 0);
    unlink(path);
    assert_int_equal(diagnostics.count, 0);
    wp_settings_text(file, settings, verbose);
    assert_int_equal(fclose(file), 0);
    wp_settings_free(settings);
    return text;
}

static void check_describes_every_key(void **state) {
    struct walk walk = begin("check --verbose", "", "");
    char *text = print_settings(true);

    (void)state;
    walk_settings(&walk, text, "  ", "    ");
    for (size_t k = 0; k < wp_key_count; k++) {
        if (walk.described[k] == NULL) {
            fail_msg("check does not print [%s] %s", wp_keys[k].section, wp_keys[k].name);
            continue;
        }
        char *line = description(walk.described[k], "\n");
        if (strstr(line, wp_keys[k].meaning) == NULL)
            fail_msg("check does not say what [%s] %s means", wp_keys[k].section, wp_keys[k].name);
        free(line);
    }
    free(text);
    free(walk.described);
}

static void check_prints_every_value(void **state) {
    char *text = print_settings(false);

    (void)state;
    assert_non_null(strstr(text, "max_choice = 3 "));
    for (size_t k = 0; k < wp_key_count; k++) {
        char setting[256];
        if (wp_keys[k].standard == NULL || strcmp(wp_keys[k].name, "max_choice") == 0)
            continue;
        snprintf(setting, sizeof setting, " %s = %s", wp_keys[k].name, wp_keys[k].standard);
        if (strstr(text, setting) == NULL)
            fail_msg("check does not print%s", setting);
    }
    free(text);
}

/* An exam board looks there for what it may waive. */
static void the_page_names_every_rule_that_can_be_waived(void **unused) {
    char *page = read_file(PAGE), *action = strstr(page, ".BR waive "), *end;

    (void)unused;
    assert_non_null(action);
    end = strstr(action, ".RE");
    assert_non_null(end);
    *end = '\0';
    for (int r = 0; wp_rules[r]; r++) {
        if (wp_rules[r]->waivable && strstr(action, wp_rules[r]->name) == NULL)
            fail_msg("the action waive does not name the rule %s", wp_rules[r]->name);
    }
    free(page);
}

/* The scenario that a text shows, up to `end`, is right as it stands. */
static void assert_scenario(const char *title, const char *end) {
    static const char *const sections[] = {"[set]", "[add]", "[remove]", "[scale]", "[sweep]", "[swap]"};
    char path[] = P_tmpdir "/test_manual-XXXXXX";
    char *text = read_file(title), *scenario = strstr(text, "\n[scenario]\n");
    struct wp_scenario *read = NULL;
    struct wp_diagnostics diagnostics = {0};
    struct wp_error error = {0};
    int descriptor = mkstemp(path);

    assert_true(descriptor >= 0);
    assert_non_null(scenario);
    for (size_t s = 0; s < sizeof sections / sizeof sections[0]; s++) {
        if (strstr(text, sections[s]) == NULL)
            fail_msg("%s does not describe %s", title, sections[s]);
    }
    scenario = description(scenario, end);
    assert_int_equal(write(descriptor, scenario, strlen(scenario)), strlen(scenario));
    close(descriptor);
    assert_int_equal(wp_scenario_read(path, &read, &diagnostics, &error), 0);
    unlink(path);
    if (diagnostics.count > 0)
        fail_msg("%s: the scenario's line %ld: %s", title, diagnostics.items[0].location.line,
                 diagnostics.items[0].message);
    wp_scenario_free(read);
    free(scenario);
    free(text);
}

static void the_scenarios_that_are_shown_are_right(void **state) {
    (void)state;
    assert_scenario(PAGE, "\n.fi");
    assert_scenario(README, "\n```");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_manual_describes_every_key),
        cmocka_unit_test(the_readme_describes_every_key),
        cmocka_unit_test(the_template_describes_every_key),
        cmocka_unit_test(check_describes_every_key),
        cmocka_unit_test(check_prints_every_value),
        cmocka_unit_test(the_page_names_every_rule_that_can_be_waived),
        cmocka_unit_test(the_scenarios_that_are_shown_are_right),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
