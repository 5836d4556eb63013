/* tables.h: the tables of a round, each from a file of its own. */
#ifndef WP_TABLES_H
#define WP_TABLES_H

/* The input files, in the order in which they are read: each refers only to those before it. */
enum wp_table {
    WP_DISTRICTS,
    WP_ORGANISATIONS,
    WP_LECTURERS,
    WP_PROJECTS,
    WP_STUDENTS,
    WP_PREFERENCES,
    WP_TRAVEL,
    WP_HISTORY,
    WP_DECISIONS,
    WP_BASE, /* placements.csv of the folder that [round] base names */
    WP_TABLE_COUNT
};
/* The tables that [input] and [columns] can name are those before WP_BASE. */
#define WP_INPUT_TABLES WP_BASE

#endif
