/* speech.c: the language that the program speaks: chosen once, before the first message that it concerns. */
#include "speech.h"
#include "cli.h"
#include "language.h"
#include <string.h>

static bool chosen = false;

/* Is the argument this long option, with its value behind "=" or not? getopt takes beginnings too; the
 * shortest that is asked for here is of no other option. */
static bool is_option(const char *argument, const char *name, size_t shortest) {
    size_t length = strcspn(argument, "=");
    return length >= shortest && strncmp(argument, name, length) == 0;
}

static bool is_language(const char *argument) {
    return is_option(argument, "--language", sizeof "--la" - 1);
}

int wp_speech_option(int argc, char *const *argv, int at) {
    if (at >= argc || !is_language(argv[at]))
        return 0;
    return strchr(argv[at], '=') != NULL || at + 1 == argc ? 1 : 2;
}

static void speak(enum wp_language language, bool quiet) {
    struct wp_diagnostics diagnostics = {0};
    chosen = true;
    if (wp_language_use(language) || quiet)
        return;
    wp_diagnostics_notice(&diagnostics, (struct wp_location){0},
                          "the sentences of the language \"%s\" were not found beside the program "
                          "(share/locale), so it speaks English; please install it again",
                          wp_language_code(language));
    wp_print_diagnostics(&diagnostics, true);
    wp_diagnostics_clear(&diagnostics);
}

void wp_speech_by_arguments(int argc, char *const *argv) {
    const char *code = NULL;
    bool quiet = false;
    for (int i = 1; i < argc && strcmp(argv[i], "--") != 0; i++) {
        int count = wp_speech_option(argc, argv, i);
        const char *equals = strchr(argv[i], '=');
        quiet |= is_option(argv[i], "--quiet", sizeof "--q" - 1);
        if (count > 0)
            code = equals != NULL ? equals + 1 : argv[i + count - 1];
    }
    for (enum wp_language language = WP_ENGLISH; code != NULL && language <= WP_DUTCH; language++)
        if (strcmp(code, wp_language_code(language)) == 0)
            speak(language, quiet);
}

void wp_speech_by_round(const struct wp_config_source *source, bool quiet) {
    enum wp_language language;
    if (!chosen && wp_config_language(source, &language))
        speak(language, quiet);
}
