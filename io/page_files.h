/* page_files.h: what pages carry in themselves: page.css and page.js, or letter.css; put into the program by
 * the build. */
#ifndef WP_PAGE_FILES_H
#define WP_PAGE_FILES_H

#include <stddef.h>

extern const char wp_page_style[], wp_page_script[], wp_letter_style[];
extern const size_t wp_page_style_size, wp_page_script_size, wp_letter_style_size;

#endif
