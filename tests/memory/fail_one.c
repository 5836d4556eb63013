/* fail_one.c: takes the place of malloc and its kin in the program's own code (ld --wrap): allocation number
 * FAIL_AT of a process finds no memory. FAIL_MARK names a file that shows that one did. */
#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *old, size_t size);
char *__real_strdup(const char *text);
char *__real_strndup(const char *text, size_t most);

void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *old, size_t size);
char *__wrap_strdup(const char *text);
char *__wrap_strndup(const char *text, size_t most);

/* Is it this one's turn to fail? A process that is forked off goes on counting by itself. */
static bool fails(void) {
    static long seen = 0, fail_at = -1;
    if (fail_at < 0) {
        const char *text = getenv("FAIL_AT");
        fail_at = text ? strtol(text, NULL, 10) : 0;
    }
    if (++seen != fail_at)
        return false;
    const char *mark = getenv("FAIL_MARK");
    int file = mark ? open(mark, O_WRONLY | O_CREAT, S_IRUSR | S_IWUSR) : -1;
    if (file >= 0)
        close(file);
    errno = ENOMEM;
    return true;
}

void *__wrap_malloc(size_t size) {
    return fails() ? NULL : __real_malloc(size);
}

void *__wrap_calloc(size_t count, size_t size) {
    return fails() ? NULL : __real_calloc(count, size);
}

void *__wrap_realloc(void *old, size_t size) {
    return fails() ? NULL : __real_realloc(old, size);
}

char *__wrap_strdup(const char *text) {
    return fails() ? NULL : __real_strdup(text);
}

char *__wrap_strndup(const char *text, size_t most) {
    return fails() ? NULL : __real_strndup(text, most);
}
