/* workbook_check.c: is a finished workbook whole?
 *
 * libxlsxwriter writes each part to a temporary file first and does not look whether that went well: on a
 * full disk the parts are cut off and the workbook is "done". So the file is read back: a zip archive (its
 * local headers, as libxlsxwriter writes them, and the end of its list) of XML documents, each of which must
 * end with the tag that it began with. */
#include "workbook_check.h"
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <zlib.h>

#define PIECE         16384
#define HEADER        30          /* bytes of a local header, before the name */
#define SIGNATURE     0x04034b50u /* of a local header */
#define END           22          /* bytes of the end of the list */
#define END_SIGNATURE 0x06054b50u
#define ROOT_LENGTH   64 /* of the name of a document's outermost tag */

/* An XML document that passes by. */
struct document {
    char name[ROOT_LENGTH]; /* of its outermost tag; "" until it was seen */
    char tag[ROOT_LENGTH];  /* the last tag's name, with a "/" in front if it closes */
    size_t length;          /* of `tag` so far */
    bool in_tag, in_name;
    long rows; /* tags "row" */
};

static unsigned long number(const unsigned char *at, int bytes) {
    unsigned long value = 0;
    for (int i = bytes; i-- > 0;)
        value = value << 8 | at[i];
    return value;
}

static void end_name(struct document *document) {
    document->tag[document->length] = '\0';
    document->in_name = false;
    if (strcmp(document->tag, "row") == 0)
        document->rows++;
    if (!*document->name && document->tag[0] != '?')
        memcpy(document->name, document->tag, sizeof document->name);
}

/* In what libxlsxwriter writes, "<" and ">" stand for tags only. */
static void pass(struct document *document, const unsigned char *text, size_t length) {
    for (size_t i = 0; i < length; i++) {
        char letter = (char)text[i];
        if (letter == '<') {
            document->in_tag = document->in_name = true;
            document->length = 0;
        } else if (document->in_name && strchr(" >\n", letter)) {
            end_name(document);
        } else if (document->in_name && document->length < ROOT_LENGTH - 1) {
            document->tag[document->length++] = letter;
        }
        if (letter == '>')
            document->in_tag = false;
    }
}

/* Did it end with the tag that it began with? */
static bool is_whole(const struct document *document) {
    return *document->name && !document->in_tag &&
           (strcmp(document->name, document->tag) == 0 || /* it is all there is: <a/> */
            (document->tag[0] == '/' && strcmp(document->name, document->tag + 1) == 0));
}

/* Inflates `packed` bytes of the stream. False where they are not what they should be. */
static bool unpack(FILE *stream, unsigned long packed, struct document *document) {
    static const int raw = -MAX_WBITS;
    unsigned char taken[PIECE], given[PIECE];
    z_stream zip = {0};
    int state = inflateInit2(&zip, raw);
    if (state != Z_OK)
        return false;
    while (packed > 0 && state == Z_OK) {
        size_t wanted = packed < PIECE ? packed : PIECE;
        if (fread(taken, 1, wanted, stream) != wanted)
            break;
        packed -= wanted;
        zip.next_in = taken;
        zip.avail_in = (uInt)wanted;
        do {
            zip.next_out = given;
            zip.avail_out = PIECE;
            state = inflate(&zip, Z_NO_FLUSH);
            pass(document, given, PIECE - zip.avail_out);
        } while (state == Z_OK && zip.avail_out == 0);
    }
    inflateEnd(&zip);
    return state == Z_STREAM_END && packed == 0;
}

/* The archive's own list stands behind its parts, and says how many there are. */
static bool ends_with_list(FILE *stream, unsigned long parts) {
    unsigned char end[END];
    return fseek(stream, -END, SEEK_END) == 0 && fread(end, 1, sizeof end, stream) == sizeof end &&
           number(end, 4) == END_SIGNATURE && number(end + 10, 2) == parts;
}

/* Every part; their rows are added up. */
static bool all_whole(FILE *stream, long *rows) {
    unsigned char header[HEADER];
    unsigned long parts = 0;
    while (fread(header, 1, sizeof header, stream) == sizeof header && number(header, 4) == SIGNATURE) {
        struct document document = {0};
        long rest = (long)(number(header + 26, 2) + number(header + 28, 2));
        if (fseek(stream, rest, SEEK_CUR) != 0 || !unpack(stream, number(header + 18, 4), &document) ||
            !is_whole(&document))
            return false;
        *rows += document.rows;
        parts++;
    }
    return ends_with_list(stream, parts);
}

int wp_workbook_check(const char *path, long rows, struct wp_error *error) {
    const char *slash = strrchr(path, '/');
    const char *name = slash ? slash + 1 : path;
    long found = 0;
    FILE *stream = fopen(path, "rb");
    if (!stream)
        return wp_error_set(error, WP_INTERNAL, "cannot read \"%s\": %s", name, strerror(errno));
    bool whole = all_whole(stream, &found) && found == rows;
    fclose(stream);
    return whole ? 0
                 : wp_error_set(error, WP_INTERNAL,
                                "cannot write \"%s\": not all of it arrived; is the disk full?", name);
}
