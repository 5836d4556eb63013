/* error.h: how a function says that it failed. */
#ifndef WP_ERROR_H
#define WP_ERROR_H

#if defined(__GNUC__)
#define WP_PRINTF(format_at, first_at) __attribute__((format(printf, format_at, first_at)))
#else
#define WP_PRINTF(format_at, first_at)
#endif

/* A function that can fail returns 0, or one of these; they are the program's exit statuses, negated.
 * "No plan exists" and "a limit was reached" are outcomes (see solve.h), not errors. */
enum wp_code {
    WP_OK = 0,
    WP_USAGE = -2,    /* the call was wrong: an unknown option, a folder that is not ours */
    WP_INPUT = -3,    /* a file was wrong, or could not be read */
    WP_INTERNAL = -5, /* memory ran out, a library failed, a plan did not pass its checks, a file could not be
                         written */
};

/* The failure that a function hands to its caller. It lives on the caller's stack and owns nothing.
 * Start it with {0}; the first error wins, later ones are dropped. */
struct wp_error {
    int code;           /* enum wp_code */
    long line;          /* 1 for the first; 0 if unknown */
    int column;         /* a CSV field's number, 1 for the first; 0 if unknown */
    char path[256];     /* empty if no file is concerned; shortened from the left when longer */
    char message[1024]; /* one sentence in plain words, no newline, no full stop */
};

/* Records the failure in *error (which may be NULL) unless one is there already; returns code. */
int wp_error_set(struct wp_error *error, int code, const char *format, ...) WP_PRINTF(3, 4);

/* The same, at a place in a file. path may be NULL. */
int wp_error_at(struct wp_error *error, int code, const char *path, long line, int column, const char *format,
                ...) WP_PRINTF(6, 7);

/* Cuts off a UTF-8 character that the end of a buffer left incomplete. */
void wp_error_trim(char *text);

/* Memory ran out: records that, returns WP_INTERNAL. */
int wp_error_memory(struct wp_error *error);

/* The static analyzer looks at one file at a time: here it learns that these return their code, never 0. */
#ifdef __clang_analyzer__
#define wp_error_set(error, code, ...) (wp_error_set(error, code, __VA_ARGS__), (int)(code))
#define wp_error_at(error, code, ...)  (wp_error_at(error, code, __VA_ARGS__), (int)(code))
#define wp_error_memory(error)         (wp_error_memory(error), (int)WP_INTERNAL)
#endif

#endif
