/* publisher.c: who publishes, and when. */
#define _XOPEN_SOURCE   700
#define _DEFAULT_SOURCE /* pw_gecos */
#include "publisher.h"
#include <errno.h>
#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

const char *wp_publisher_name(char *buffer, size_t size) {
    const struct passwd *user = getpwuid(getuid());
    const char *login = user ? user->pw_name : getenv("LOGNAME");
    /* Telephone and room stand behind a comma. */
    int length = user && user->pw_gecos ? (int)strcspn(user->pw_gecos, ",") : 0;
    if (length > 0)
        snprintf(buffer, size, "%.*s", length, user->pw_gecos);
    else
        snprintf(buffer, size, "%s", login ? login : "");
    wp_error_trim(buffer);
    return buffer;
}

/* Later ones have no date of four digits. */
#define LAST_SECOND 253402300799 /* 9999-12-31 23:59:59 */

int wp_publisher_moment(time_t *at, struct wp_error *error) {
    const char *text = getenv("SOURCE_DATE_EPOCH");
    char *end;
    *at = time(NULL);
    if (!text)
        return 0;
    errno = 0;
    long long seconds = strtoll(text, &end, 10);
    if (*text < '0' || *text > '9' || *end || errno != 0 || seconds > LAST_SECOND)
        return wp_error_set(error, WP_USAGE,
                            "SOURCE_DATE_EPOCH = \"%s\" in the environment is not a number of seconds since "
                            "1970",
                            text);
    *at = (time_t)seconds;
    return 0;
}
