/* terminal_text.c: text that came from outside, in the lines of a terminal. */
#include "terminal_text.h"
#include "utf8.h"
#include <stdlib.h>
#include <string.h>

void wp_text_put(FILE *out, const char *text, size_t bytes) {
    for (size_t i = 0; i < bytes; i++)
        fputc((unsigned char)text[i] < ' ' || text[i] == 0x7F ? ' ' : text[i], out);
}

void wp_text_cut(FILE *out, const char *text, size_t width) {
    if (wp_utf8_count(text) <= width) {
        wp_text_put(out, text, strlen(text));
        return;
    }
    wp_text_put(out, text, wp_utf8_first(text, width - 3));
    fputs("...", out);
}

void wp_text_cell(FILE *out, const char *text, size_t width) {
    size_t length = wp_utf8_count(text);
    wp_text_cut(out, text, width);
    fprintf(out, "%*s", length < width ? (int)(width - length) : 0, "");
}

/* Bytes of a line of so many characters: up to the last blank that leaves it short enough; a word that is
 * longer than a line is broken. */
static size_t line_of(const char *text, size_t width) {
    size_t most = wp_utf8_first(text, width), at = most;
    if (!text[most] || text[most] == ' ')
        return most;
    while (at > 0 && text[at] != ' ')
        at--;
    return at > 0 ? at : most;
}

void wp_text_wrapped(FILE *out, const char *text, size_t indent) {
    size_t margin = indent;
    do {
        size_t bytes = line_of(text, WP_TERMINAL_WIDTH - margin);
        fprintf(out, "%*s", (int)margin, "");
        wp_text_put(out, text, bytes);
        fputc('\n', out);
        text += bytes + strspn(text + bytes, " ");
        margin = indent + 2;
    } while (*text);
}

int wp_sentence_begin(struct wp_sentence *sentence, struct wp_error *error) {
    *sentence = (struct wp_sentence){0};
    sentence->stream = open_memstream(&sentence->text, &sentence->length);
    return sentence->stream ? 0 : wp_error_memory(error);
}

int wp_sentence_end(struct wp_sentence *sentence, FILE *out, size_t indent, bool wrapped,
                    struct wp_error *error) {
    /* Closing a stream that never had memory for a text succeeds. */
    bool whole = !ferror(sentence->stream);
    whole = fclose(sentence->stream) == 0 && whole && sentence->text;
    int code = whole ? 0 : wp_error_memory(error);
    if (code == 0 && wrapped) {
        wp_text_wrapped(out, sentence->text, indent);
    } else if (code == 0) {
        fprintf(out, "%*s", (int)indent, "");
        wp_text_cut(out, sentence->text, WP_TERMINAL_WIDTH - indent);
        fputc('\n', out);
    }
    free(sentence->text);
    return code;
}
