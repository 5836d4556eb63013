/* html.c: the building blocks of a page: text, headings and its beginning and end. */
#include "html.h"
#include "language.h"
#include "page_files.h"
#include "utf8.h"
#include <inttypes.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#define REPLACEMENT "\xEF\xBF\xBD"

static const char *escape_of(char letter) {
    switch (letter) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\'':
        return "&#39;";
    default:
        return NULL;
    }
}

static void put_text(FILE *stream, const char *text) {
    while (*text) {
        size_t bytes = wp_utf8_bytes(text);
        const char *escape = escape_of(*text);
        if (!wp_utf8_allowed(text, bytes))
            fputs(REPLACEMENT, stream);
        else if (escape)
            fputs(escape, stream);
        else
            fwrite(text, 1, bytes, stream);
        text += bytes > 0 ? bytes : 1;
    }
}

WP_PRINTF(2, 0)
static void put_formatted(struct wp_html *html, const char *format, va_list arguments) {
    char short_text[256];
    va_list again;
    va_copy(again, arguments);
    int length = vsnprintf(short_text, sizeof short_text, format, arguments);
    if (length >= 0 && (size_t)length < sizeof short_text) {
        put_text(html->stream, short_text);
    } else {
        char *text = length < 0 ? NULL : malloc((size_t)length + 1);
        if (text) {
            vsnprintf(text, (size_t)length + 1, format, again);
            put_text(html->stream, text);
        } else {
            html->out_of_memory = true;
        }
        free(text);
    }
    va_end(again);
}

void wp_html_raw(struct wp_html *html, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    vfprintf(html->stream, format, arguments);
    va_end(arguments);
}

void wp_html_text(struct wp_html *html, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    put_formatted(html, format, arguments);
    va_end(arguments);
}

void wp_html_paragraph(struct wp_html *html, const char *format, ...) {
    va_list arguments;
    wp_html_raw(html, "<p>");
    va_start(arguments, format);
    put_formatted(html, format, arguments);
    va_end(arguments);
    wp_html_raw(html, "</p>\n");
}

void wp_html_name(struct wp_html *html, const char *name) {
    wp_html_raw(html, "<bdi>");
    put_text(html->stream, name);
    wp_html_raw(html, "</bdi>");
}

/* A section's link in the list of contents. */
WP_PRINTF(3, 0)
static void put_link(struct wp_html *html, const char *id, const char *format, va_list arguments) {
    struct wp_html links = {.stream = wp_html_contents_links(html)};
    if (!links.stream)
        return;
    wp_html_raw(&links, "<li><a href=\"#%s\">", id);
    put_formatted(&links, format, arguments);
    wp_html_raw(&links, "</a></li>\n");
    html->out_of_memory |= links.out_of_memory;
}

void wp_html_section(struct wp_html *html, int level, const char *id, const char *format, ...) {
    va_list arguments;
    if (level == 2 && *id) {
        va_start(arguments, format);
        put_link(html, id, format, arguments);
        va_end(arguments);
    }
    wp_html_raw(html, *id ? "<section id=\"%s\">\n" : "<section>\n", id);
    wp_html_raw(html, "<h%d>", level);
    va_start(arguments, format);
    put_formatted(html, format, arguments);
    va_end(arguments);
    wp_html_raw(html, "</h%d>\n", level);
}

void wp_html_section_end(struct wp_html *html) {
    wp_html_raw(html, "</section>\n");
}

/* The style and the script lie in the page itself; the policy lets it load nothing else, whatever a name in
 * it may try. */
static void begin(struct wp_html *html, const char *policy, const char *style, size_t style_size,
                  const char *title) {
    FILE *stream = html->stream;
    fprintf(stream,
            "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n"
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
            "'unsafe-inline'%s\">\n"
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
            "<meta name=\"color-scheme\" content=\"light dark\">\n"
            "<meta name=\"generator\" content=\"wijkplaats " WP_VERSION "\">\n<title>",
            wp_language_code(wp_language_in_use()), policy);
    put_text(stream, title);
    fputs("</title>\n<style>\n", stream);
    fwrite(style, 1, style_size, stream);
    fputs("</style>\n</head>\n<body", stream);
    if (!html->letter) {
        fputs(" data-search=\"", stream);
        put_text(stream, _("Search in this table"));
        fputs("\"", stream);
    }
    fputs(">\n<main>\n<h1>", stream);
    wp_html_name(html, title);
    fputs("</h1>\n", stream);
}

void wp_html_begin(struct wp_html *html, FILE *stream, const char *title) {
    *html = (struct wp_html){.stream = stream};
    begin(html, "; script-src 'unsafe-inline'", wp_page_style, wp_page_style_size, title);
}

void wp_html_begin_letter(struct wp_html *html, FILE *stream, const char *title) {
    *html = (struct wp_html){.stream = stream, .letter = true};
    begin(html, "", wp_letter_style, wp_letter_style_size, title);
}

int wp_html_end(struct wp_html *html, struct wp_error *error) {
    fputs("</main>\n", html->stream);
    if (!html->letter) {
        fputs("<script>\n", html->stream);
        fwrite(wp_page_script, 1, wp_page_script_size, html->stream);
        fputs("</script>\n", html->stream);
    }
    fputs("</body>\n</html>\n", html->stream);
    return html->out_of_memory ? wp_error_memory(error) : 0;
}

const char *wp_number_text(int64_t number, int decimals, bool sign, char buffer[WP_NUMBER_TEXT]) {
    const char *mark = number < 0 ? "\u2212" : sign && number > 0 ? "+" : "";
    int64_t size = number < 0 ? -number : number, scale = decimals == 2 ? 100 : decimals == 1 ? 10 : 1;
    if (decimals == 0)
        snprintf(buffer, WP_NUMBER_TEXT, "%s%" PRId64, mark, size);
    else
        snprintf(buffer, WP_NUMBER_TEXT, "%s%" PRId64 "%s%0*" PRId64, mark, size / scale, wp_decimal_sign(),
                 decimals, size % scale);
    return buffer;
}

const char *wp_hundredths_text(int64_t hundredths, char buffer[WP_NUMBER_TEXT]) {
    if (hundredths % 100 == 0)
        return wp_number_text(hundredths / 100, 0, false, buffer);
    return hundredths % 10 == 0 ? wp_number_text(hundredths / 10, 1, false, buffer)
                                : wp_number_text(hundredths, 2, false, buffer);
}
