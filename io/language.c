/* language.c: the language of what people read: finds the catalogue and tells gettext to use it. */
#include "language.h"
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define DOMAIN "wijkplaats"

/* From the program's folder to the catalogues: as installed (bin/ beside share/) and as built. Found from
 * where the program is, they may be moved together, and no path of the machine that built it is compiled in.
 */
static const char *const places[] = {"/../share/locale", "/share/locale"};

static enum wp_language in_use = WP_ENGLISH;

/* The folder that the running program lies in; links to it are followed. False if that cannot be told. */
static bool find_program(char *folder, size_t size) {
    ssize_t length = readlink("/proc/self/exe", folder, size);
    if (length <= 0 || (size_t)length >= size)
        return false;
    folder[length] = '\0';
    char *slash = strrchr(folder, '/');
    if (!slash)
        return false;
    *slash = '\0';
    return true;
}

/* The folder of catalogues that has one of this language. */
static bool find_catalogue(const char *code, char *folder, size_t size) {
    char program[2048], file[4096];
    if (!find_program(program, sizeof program))
        return false;
    for (size_t i = 0; i < sizeof places / sizeof places[0]; i++) {
        snprintf(folder, size, "%s%s", program, places[i]);
        snprintf(file, sizeof file, "%s/%s/LC_MESSAGES/" DOMAIN ".mo", folder, code);
        if (access(file, R_OK) == 0)
            return true;
    }
    return false;
}

/* gettext leaves sentences as they are in the locale "C". In "C.UTF-8", which every Debian has, it looks for
 * the languages of LANGUAGE, so that nobody has to install a Dutch locale. It keeps what it found until the
 * locale changes, hence "C" in between. */
bool wp_language_use(enum wp_language language) {
    const char *code = wp_language_code(language);
    char folder[2304];
    setlocale(LC_MESSAGES, "C");
    in_use = WP_ENGLISH;
    if (language == WP_ENGLISH)
        return true;
    if (!find_catalogue(code, folder, sizeof folder) || setenv("LANGUAGE", code, 1) != 0 ||
        !bindtextdomain(DOMAIN, folder) || !bind_textdomain_codeset(DOMAIN, "UTF-8") || !textdomain(DOMAIN) ||
        !setlocale(LC_MESSAGES, "C.UTF-8"))
        return false;
    in_use = language;
    return true;
}

enum wp_language wp_language_in_use(void) {
    return in_use;
}

const char *wp_language_code(enum wp_language language) {
    return language == WP_DUTCH ? "nl" : "en";
}

const char *wp_decimal_sign(void) {
    return in_use == WP_DUTCH ? "," : ".";
}

char *wp_decimal_words(char *number) {
    char *point = strchr(number, '.');
    if (point)
        *point = *wp_decimal_sign();
    return number;
}
