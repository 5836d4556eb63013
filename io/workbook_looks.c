/* workbook_looks.c: how cells look: fonts, formats of numbers and dates, the colours of ranks. */
#include "language.h"
#include "workbook_parts.h"

#define INK 0x1B2127 /* of headings */

/* Light fills with dark letters: they are told apart in grey, too. */
static const struct {
    lxw_color_t fill, letters;
} colours[] = {
    [WP_LOOK_FIRST_CHOICE] = {0xBFE3C0, 0x0B3D0B},
    [WP_LOOK_GOOD_CHOICE] = {0xE9F5D0, 0x33400A},
    [WP_LOOK_LATE_CHOICE] = {0xFCE3B5, 0x5A3A00},
    [WP_LOOK_NO_CHOICE] = {0xF6C9C2, 0x6B1208},
};

static const char *number_format(enum wp_workbook_look look) {
    switch (look) {
    case WP_LOOK_TEXT:
    case WP_LOOK_LONG_TEXT:
        return "@"; /* stays text when somebody edits it */
    case WP_LOOK_WHOLE:
    case WP_LOOK_RANK:
        return "0";
    case WP_LOOK_DECIMAL:
        return "0.00";
    case WP_LOOK_SHARE:
        return "0%";
    case WP_LOOK_DATE:
        return wp_language_in_use() == WP_DUTCH ? "dd-mm-yyyy" : "yyyy-mm-dd";
    default:
        return NULL;
    }
}

/* Texts stand a little off from the number before them. */
static bool is_indented(enum wp_workbook_look look) {
    return look == WP_LOOK_HEADING || look == WP_LOOK_TEXT || look == WP_LOOK_LONG_TEXT;
}

static void dress(lxw_format *format, enum wp_workbook_look look) {
    const char *number = number_format(look);
    if (number)
        format_set_num_format(format, number);
    if (is_indented(look))
        format_set_indent(format, 1);
    switch (look) {
    case WP_LOOK_TITLE:
    case WP_LOOK_SECTION:
        format_set_bold(format);
        format_set_font_size(format, look == WP_LOOK_TITLE ? 16 : 12);
        format_set_font_color(format, INK);
        break;
    case WP_LOOK_HEADING:
    case WP_LOOK_HEADING_RIGHT:
    case WP_LOOK_HEADING_RANK:
        format_set_bold(format);
        format_set_font_color(format, INK);
        format_set_bg_color(format, 0xDFE8EC);
        format_set_bottom(format, LXW_BORDER_THIN);
        format_set_text_wrap(format);
        format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
        format_set_align(format, look == WP_LOOK_HEADING         ? LXW_ALIGN_LEFT
                                 : look == WP_LOOK_HEADING_RIGHT ? LXW_ALIGN_RIGHT
                                                                 : LXW_ALIGN_CENTER);
        break;
    case WP_LOOK_FIRST_CHOICE:
    case WP_LOOK_GOOD_CHOICE:
    case WP_LOOK_LATE_CHOICE:
    case WP_LOOK_NO_CHOICE:
        format_set_bg_color(format, colours[look].fill);
        format_set_font_color(format, colours[look].letters);
        break;
    default:
        format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
        if (look == WP_LOOK_LONG_TEXT)
            format_set_text_wrap(format);
        else if (look == WP_LOOK_RANK)
            format_set_align(format, LXW_ALIGN_CENTER);
    }
}

int wp_workbook_looks(struct wp_workbook *workbook) {
    for (int look = 0; look < WP_LOOKS; look++) {
        workbook->looks[look] = workbook_add_format(workbook->book);
        if (!workbook->looks[look])
            return -1;
        dress(workbook->looks[look], (enum wp_workbook_look)look);
    }
    return 0;
}
