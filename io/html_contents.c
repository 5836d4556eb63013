/* html_contents.c: a page's list of contents, and its figures at a glance. */
#define _XOPEN_SOURCE 700 /* open_memstream */
#include "html.h"
#include "language.h"
#include <stdlib.h>

/* What is written while a list of contents is made. */
struct wp_html_contents {
    FILE *page; /* where all of it goes in the end */
    FILE *links, *body;
    char *link_text, *body_text;
    size_t link_size, body_size;
};

/* Ends both streams; false if they do not hold all that was written. */
static bool close_both(struct wp_html_contents *contents) {
    bool whole = contents->links && fclose(contents->links) == 0;
    return contents->body && fclose(contents->body) == 0 && whole;
}

static void drop(struct wp_html_contents *contents) {
    free(contents->link_text);
    free(contents->body_text);
    free(contents);
}

void wp_html_contents(struct wp_html *html) {
    struct wp_html_contents *contents = calloc(1, sizeof *contents);
    if (!contents) {
        html->out_of_memory = true;
        return;
    }
    contents->page = html->stream;
    contents->links = open_memstream(&contents->link_text, &contents->link_size);
    contents->body = open_memstream(&contents->body_text, &contents->body_size);
    if (!contents->links || !contents->body) {
        html->out_of_memory = true;
        (void)close_both(contents);
        drop(contents);
        return;
    }
    html->contents = contents;
    html->stream = contents->body;
}

FILE *wp_html_contents_links(const struct wp_html *html) {
    return html->contents ? html->contents->links : NULL;
}

void wp_html_contents_end(struct wp_html *html) {
    struct wp_html_contents *contents = html->contents;
    if (!contents)
        return;
    html->contents = NULL;
    html->stream = contents->page;
    if (close_both(contents)) {
        wp_html_raw(html, "<nav aria-label=\"");
        wp_html_text(html, "%s", _("Contents"));
        wp_html_raw(html, "\">\n<ul>\n");
        fwrite(contents->link_text, 1, contents->link_size, html->stream);
        wp_html_raw(html, "</ul>\n</nav>\n");
        fwrite(contents->body_text, 1, contents->body_size, html->stream);
    } else {
        html->out_of_memory = true;
    }
    drop(contents);
}

void wp_html_facts(struct wp_html *html) {
    wp_html_raw(html, "<ul class=\"facts\">\n");
}

void wp_html_fact(struct wp_html *html, const char *figure, const char *words) {
    wp_html_raw(html, "<li><b>");
    wp_html_text(html, "%s", figure);
    wp_html_raw(html, "</b> <span>");
    wp_html_text(html, "%s", words);
    wp_html_raw(html, "</span></li>\n");
}

void wp_html_fact_of(struct wp_html *html, int part, int whole, const char *words) {
    char figure[64];
    snprintf(figure, sizeof figure, _("%d of %d"), part, whole);
    wp_html_fact(html, figure, words);
}

void wp_html_facts_end(struct wp_html *html) {
    wp_html_raw(html, "</ul>\n");
}
