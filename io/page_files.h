/* page_files.h: what every page carries in itself: page.css and page.js, put into the program by the build.
 */
#ifndef WP_PAGE_FILES_H
#define WP_PAGE_FILES_H

#include <stddef.h>

extern const char wp_page_style[], wp_page_script[];
extern const size_t wp_page_style_size, wp_page_script_size;

#endif
