/* svg_stacks.c: bars of parts that make up a whole, each bar as long as the others. Parts differ by colour,
 * by strokes across them and by their order. */
#include "svg.h"

#define WIDTH  340
#define LABEL  122 /* room for words */
#define LENGTH 180
#define NUMBER 336 /* where numbers end */
#define HEIGHT 13
#define STEP   19
#define STROKE 40 /* tenths, from one stroke to the next */

/* Strokes from the lower left to the upper right, or to the lower right, within a box: positions in tenths.
 */
static void put_strokes(struct wp_html *html, int x, int y, int width, int height, bool falling) {
    wp_html_raw(html, "<path class=\"stroke\" d=\"");
    for (int from = STROKE - height; from < width; from += STROKE) {
        int left = from < 0 ? 0 : from, right = from + height > width ? width : from + height;
        int up = left - from, down = right - from; /* how far along the stroke */
        int one = falling ? y + up : y + height - up, other = falling ? y + down : y + height - down;
        wp_html_raw(html, "M%d.%d %d.%dL%d.%d %d.%d", WP_TENTHS(x + left), WP_TENTHS(one),
                    WP_TENTHS(x + right), WP_TENTHS(other));
    }
    wp_html_raw(html, "\"/>\n");
}

void wp_svg_box(struct wp_html *html, const struct wp_svg_part *part, int x, int y, int width, int height) {
    wp_html_raw(html, "<rect class=\"%s\" x=\"%d.%d\" y=\"%d.%d\" width=\"%d.%d\" height=\"%d.%d\"/>\n",
                part->class, WP_TENTHS(x), WP_TENTHS(y), WP_TENTHS(width), WP_TENTHS(height));
    if (part->look != WP_SVG_PLAIN)
        put_strokes(html, x, y, width, height, false);
    if (part->look == WP_SVG_CROSSED)
        put_strokes(html, x, y, width, height, true);
}

static void put_stack(struct wp_html *html, const struct wp_svg_part *parts, int part_count,
                      const struct wp_svg_stack *stack, int top) {
    char number[WP_NUMBER_TEXT];
    int64_t whole = 0, before = 0;
    for (int i = 0; i < part_count; i++)
        whole += stack->values[i];
    wp_svg_text(html, (LABEL - 6) * 10, (top + 10) * 10, "soft end", stack->label,
                wp_svg_fitting(stack->label, (LABEL - 8) * 10));
    for (int i = 0; i < part_count && whole > 0; i++) {
        int64_t value = stack->values[i];
        int from = (int)(before * LENGTH * 10 / whole), to = (int)((before + value) * LENGTH * 10 / whole);
        before += value;
        if (value == 0)
            continue;
        wp_html_raw(html, "<g><title>");
        wp_html_text(html, "%s: %s", parts[i].meaning, wp_number_text(value, 0, false, number));
        wp_html_raw(html, "</title>\n");
        wp_svg_box(html, &parts[i], LABEL * 10 + from, top * 10, to - from, HEIGHT * 10);
        wp_html_raw(html, "</g>\n");
    }
    wp_svg_text(html, NUMBER * 10, (top + 10) * 10, "end", wp_number_text(whole, 0, false, number),
                WP_NUMBER_TEXT);
}

void wp_svg_stacks(struct wp_html *html, const char *title, const struct wp_svg_part *parts, int part_count,
                   const struct wp_svg_stack *stacks, int count) {
    char number[WP_NUMBER_TEXT];
    wp_svg_begin(html, WIDTH, count * STEP + 4, title);
    for (int s = 0; s < count; s++) {
        const char *before = ": ";
        wp_html_text(html, "%s%s", s > 0 ? "; " : "", stacks[s].label);
        for (int i = 0; i < part_count; i++) {
            if (stacks[s].values[i] == 0)
                continue;
            wp_html_text(html, "%s%s %s", before, parts[i].meaning,
                         wp_number_text(stacks[s].values[i], 0, false, number));
            before = ", ";
        }
    }
    wp_svg_described(html);
    for (int s = 0; s < count; s++)
        put_stack(html, parts, part_count, &stacks[s], s * STEP + 4);
    wp_svg_end(html);
}

void wp_svg_part_key(struct wp_html *html, const struct wp_svg_part *part) {
    wp_html_raw(html, "<li><svg viewBox=\"0 0 16 16\" aria-hidden=\"true\">");
    wp_svg_box(html, part, 10, 20, 140, 120);
    wp_html_raw(html, "</svg>");
    wp_html_text(html, "%s", part->meaning);
    wp_html_raw(html, "</li>\n");
}
