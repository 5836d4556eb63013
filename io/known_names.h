/* known_names.h: objects by id, name or e-mail address while the round does not have them: those that a
 * scenario takes out, or copies. */
#ifndef WP_KNOWN_NAMES_H
#define WP_KNOWN_NAMES_H

#include "reading.h"

struct wp_known_object {
    const char *id;
    size_t number; /* whatever the caller counts */
};

/* Adds an object; of two with the same id, name or address the first is the one that is found. The id must
 * live as long as the names are asked for; name and address are copied. Start with NULL. Running out of
 * memory is remembered by the reading. */
void wp_known_names_add(struct wp_reading *reading, struct wp_known_name **names, const char *id,
                        const char *name, const char *email, size_t number);

/* By id alone; or by id, else name, else e-mail address. NULL if there is none. */
const struct wp_known_object *wp_known_names_by_id(struct wp_reading *reading,
                                                   const struct wp_known_name *names, const char *text);
const struct wp_known_object *wp_known_names_find(struct wp_reading *reading,
                                                  const struct wp_known_name *names, const char *text);

/* Before the round goes, whose arena holds them. */
void wp_known_names_clear(struct wp_known_name **names);

#endif
