/* obstacle_words.h: what keeps a student from a project, in a word or two for a coordinator. */
#ifndef WP_OBSTACLE_WORDS_H
#define WP_OBSTACLE_WORDS_H

/* Of a rule about one student and one project, by its name; in the language in use. Static storage. */
const char *wp_obstacle_words(const char *rule);

#endif
