/* inputs.c: reads files whole and keeps their bytes and their SHA-256. */
#include "inputs.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define MOST_BYTES ((size_t)1 << 30)

static int cannot_read(const char *path, int why, struct wp_error *error) {
    if (why == ENOENT || why == ENOTDIR)
        return wp_error_set(error, WP_INPUT, "there is no file \"%s\"", path);
    return wp_error_set(error, WP_INPUT, "the file \"%s\" cannot be read: %s", path, strerror(why));
}

/* Reads to the end of the file, which may have grown since its length was asked. */
static int read_all(int file, const char *path, size_t expected, char **out, size_t *out_length,
                    struct wp_error *error) {
    size_t capacity = expected + 2, length = 0;
    char *bytes = malloc(capacity);
    while (bytes != NULL && length <= MOST_BYTES) {
        ssize_t got = read(file, bytes + length, capacity - 1 - length);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0) {
            int why = errno;
            free(bytes);
            return cannot_read(path, why, error);
        }
        if (got == 0)
            break;
        length += (size_t)got;
        if (length == capacity - 1) {
            char *more = realloc(bytes, capacity * 2);
            if (more == NULL)
                free(bytes);
            bytes = more;
            capacity *= 2;
        }
    }
    if (bytes == NULL)
        return wp_error_memory(error);
    if (length > MOST_BYTES) {
        free(bytes);
        return wp_error_set(error, WP_INPUT, "the file \"%s\" is larger than 1 GiB", path);
    }
    bytes[length] = '\0';
    *out = bytes;
    *out_length = length;
    return 0;
}

static int read_file(const char *path, const char *full_path, char **out, size_t *out_length,
                     struct wp_error *error) {
    /* Opening a named pipe must not wait for a writer. */
    int file = open(full_path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    if (file < 0)
        return cannot_read(path, errno, error);
    struct stat about;
    int code;
    if (fstat(file, &about) != 0)
        code = cannot_read(path, errno, error);
    else if (S_ISDIR(about.st_mode))
        code = wp_error_set(error, WP_INPUT, "\"%s\" is a folder, not a file", path);
    else if (!S_ISREG(about.st_mode))
        code = wp_error_set(error, WP_INPUT, "\"%s\" is not a regular file", path);
    else if (about.st_size > (off_t)MOST_BYTES)
        code = wp_error_set(error, WP_INPUT, "the file \"%s\" is larger than 1 GiB", path);
    else
        code = read_all(file, path, (size_t)about.st_size, out, out_length, error);
    close(file);
    return code;
}

static void sign(struct wp_input *input) {
    struct sha256_ctx context;
    sha256_init(&context);
    sha256_update(&context, input->length, (const uint8_t *)input->bytes);
    wp_sha256_text(&context, input->sha256);
}

static void clear_input(struct wp_input *input) {
    free(input->path);
    free(input->full_path);
    free(input->bytes);
    *input = (struct wp_input){0};
}

static bool has_room(struct wp_inputs *inputs) {
    if (inputs->count < inputs->capacity)
        return true;
    int capacity = inputs->capacity == 0 ? 16 : inputs->capacity * 2;
    struct wp_input *items = realloc(inputs->items, (size_t)capacity * sizeof *items);
    if (items == NULL)
        return false;
    inputs->items = items;
    inputs->capacity = capacity;
    return true;
}

int wp_inputs_read(struct wp_inputs *inputs, const char *path, const char *full_path, bool of_scenario,
                   const struct wp_input **out, struct wp_error *error) {
    struct wp_input input = {.of_scenario = of_scenario};
    int code = read_file(path, full_path, &input.bytes, &input.length, error);
    if (code != 0)
        return code;
    input.path = strdup(path);
    input.full_path = strdup(full_path);
    if (input.path == NULL || input.full_path == NULL || !has_room(inputs)) {
        clear_input(&input);
        return wp_error_memory(error);
    }
    sign(&input);
    inputs->items[inputs->count] = input;
    *out = &inputs->items[inputs->count++];
    return 0;
}

void wp_inputs_clear(struct wp_inputs *inputs) {
    for (int k = 0; k < inputs->count; k++)
        clear_input(&inputs->items[k]);
    free(inputs->items);
    *inputs = (struct wp_inputs){0};
}
