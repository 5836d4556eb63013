/* utf8.c: what our writers need to know of UTF-8. */
#include "utf8.h"

/* Bytes that the first byte promises; 0 if it starts nothing. */
static size_t promised(unsigned char first) {
    if (first < 0x80)
        return 1;
    if (first < 0xC2)
        return 0;
    if (first < 0xE0)
        return 2;
    if (first < 0xF0)
        return 3;
    return first < 0xF5 ? 4 : 0;
}

size_t wp_utf8_bytes(const char *at) {
    const unsigned char *bytes = (const unsigned char *)at;
    size_t length = promised(bytes[0]);
    for (size_t i = 1; i < length; i++)
        if ((bytes[i] & 0xC0) != 0x80)
            return 0;
    bool overlong = (bytes[0] == 0xE0 && bytes[1] < 0xA0) || (bytes[0] == 0xF0 && bytes[1] < 0x90);
    bool surrogate = bytes[0] == 0xED && bytes[1] >= 0xA0;
    bool beyond = bytes[0] == 0xF4 && bytes[1] >= 0x90;
    return overlong || surrogate || beyond ? 0 : length;
}

bool wp_utf8_allowed(const char *at, size_t bytes) {
    const unsigned char *byte = (const unsigned char *)at;
    if (bytes == 1)
        return byte[0] >= ' ' ? byte[0] != 0x7F : byte[0] == '\t' || byte[0] == '\n';
    if (bytes == 2)
        return byte[0] != 0xC2 || byte[1] >= 0xA0;
    return bytes > 0 && !(bytes == 3 && byte[0] == 0xEF && byte[1] == 0xBF && byte[2] >= 0xBE);
}

size_t wp_utf8_first(const char *text, size_t count) {
    size_t length = 0;
    for (; count > 0 && text[length]; count--) {
        size_t bytes = wp_utf8_bytes(text + length);
        length += bytes ? bytes : 1;
    }
    return length;
}

size_t wp_utf8_count(const char *text) {
    size_t count = 0;
    for (; *text; count++)
        text += wp_utf8_first(text, 1);
    return count;
}
