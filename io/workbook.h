/* workbook.h: the building blocks of a workbook for people, on libxlsxwriter: sheets of typed cells with a
 * frozen header and filters. Text is always a text cell, never a formula; what is no UTF-8 becomes U+FFFD.
 * The same cells give the same bytes. Only this module's file includes <xlsxwriter.h>. */
#ifndef WP_WORKBOOK_H
#define WP_WORKBOOK_H

#include "error.h"

struct wp_workbook;

#endif
