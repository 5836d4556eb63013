/* terminal_text.c: text that came from outside, in the lines of a terminal. */
#include "terminal_text.h"
#include "display_width.h"
#include <stdlib.h>
#include <string.h>

void wp_text_put(FILE *out, const char *text, size_t bytes) {
    struct wp_glyph glyph;
    for (size_t at = 0; at < bytes; at += glyph.bytes) {
        glyph = wp_glyph_at(text + at);
        if (glyph.bytes == 0 || at + glyph.bytes > bytes)
            return;
        if (glyph.moves || glyph.broken)
            fputc(glyph.moves ? ' ' : '?', out);
        else
            fwrite(text + at, 1, glyph.bytes, out);
    }
}

void wp_text_cut(FILE *out, const char *text, size_t width) {
    if (wp_display_width(text) <= width) {
        wp_text_put(out, text, strlen(text));
        return;
    }
    wp_text_put(out, text, wp_display_first(text, width - 3));
    fputs("...", out);
}

const char *wp_text_short(const char *text, size_t width, char *buffer, size_t size) {
    static const char missing[] = "...";
    size_t bytes = strlen(text);
    bool whole = wp_display_width(text) <= width && bytes < size;
    if (!whole) {
        bytes = wp_display_first(text, width - strlen(missing));
        bytes = bytes < size - sizeof missing ? bytes : size - sizeof missing;
    }
    memcpy(buffer, text, bytes);
    buffer[bytes] = '\0';
    wp_error_trim(buffer);
    if (!whole)
        memcpy(buffer + strlen(buffer), missing, sizeof missing);
    return buffer;
}

/* Columns of a text that wp_text_cut was given: one that ends in the middle of a wide sign is narrower. */
static size_t cut_width(const char *text, size_t width) {
    size_t whole = wp_display_width(text), used = 0;
    if (whole <= width)
        return whole;
    for (size_t at = 0, end = wp_display_first(text, width - 3); at < end;) {
        struct wp_glyph glyph = wp_glyph_at(text + at);
        used += glyph.columns;
        at += glyph.bytes;
    }
    return used + 3;
}

void wp_text_cell(FILE *out, const char *text, size_t width) {
    wp_text_cut(out, text, width);
    fprintf(out, "%*s", (int)(width - cut_width(text, width)), "");
}

/* Bytes of a line of so many columns: up to the last blank that leaves it short enough; a word that is longer
 * than a line is broken. */
static size_t line_of(const char *text, size_t width) {
    size_t most = wp_display_first(text, width), at = most;
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
