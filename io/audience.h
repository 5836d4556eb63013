/* audience.h: whom a plan is told to. */
#ifndef WP_AUDIENCE_H
#define WP_AUDIENCE_H

/* In the order of their names. */
enum wp_audience {
    WP_AUDIENCE_BROKER, /* of a circle; reads the whole of it, so no single change is news to her */
    WP_AUDIENCE_LECTURER,
    WP_AUDIENCE_ORGANISATION,
    WP_AUDIENCE_STUDENT,
    WP_AUDIENCES
};

/* As in machine files: "broker", "lecturer", "organisation", "student". */
const char *wp_audience_name(enum wp_audience audience);

#endif
