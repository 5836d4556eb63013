/* change_text.c: changes of students in plain words. */
#include "change_text.h"
#include "error.h"
#include "language.h"

const char *wp_who_text(const struct wp_place *place, char buffer[WP_WHO_TEXT]) {
    if (*place->name)
        snprintf(buffer, WP_WHO_TEXT, "%s (%s)", place->student, place->name);
    else
        snprintf(buffer, WP_WHO_TEXT, "%s", place->student);
    wp_error_trim(buffer);
    return buffer;
}

static void put_lecturer(FILE *out, const char *who, const struct wp_place *before,
                         const struct wp_place *after) {
    if (!after->lecturer)
        fprintf(out, _("%s stays on %s, without lecturer %s"), who, after->project, before->lecturer);
    else if (!before->lecturer)
        fprintf(out, _("%s stays on %s, now with lecturer %s"), who, after->project, after->lecturer);
    else
        fprintf(out, _("%s stays on %s, with lecturer %s instead of %s"), who, after->project,
                after->lecturer, before->lecturer);
}

static void put_slot(FILE *out, const char *who, const struct wp_place *before,
                     const struct wp_place *after) {
    if (!after->slot)
        fprintf(out, _("%s stays on %s, which no longer meets in slot %s"), who, after->project,
                before->slot);
    else if (!before->slot)
        fprintf(out, _("%s stays on %s, which now meets in slot %s"), who, after->project, after->slot);
    else
        fprintf(out, _("%s stays on %s, which meets in slot %s instead of %s"), who, after->project,
                after->slot, before->slot);
}

void wp_change_text(FILE *out, const struct wp_change *change) {
    const struct wp_place *before = &change->before, *after = &change->after;
    char who[WP_WHO_TEXT];
    wp_who_text(wp_change_whose(change), who);
    switch (change->kind) {
    case WP_CHANGE_PROJECT:
        fprintf(out, _("%s goes to %s instead of %s"), who, after->project, before->project);
        break;
    case WP_CHANGE_LECTURER:
        put_lecturer(out, who, before, after);
        break;
    case WP_CHANGE_SLOT:
        put_slot(out, who, before, after);
        break;
    case WP_CHANGE_PLACED:
        fprintf(out, _("%s now has a place, on %s"), who, after->project);
        break;
    case WP_CHANGE_UNPLACED:
        fprintf(out, _("%s loses her place on %s"), who, before->project);
        break;
    case WP_CHANGE_NEW:
        if (after->project)
            fprintf(out, _("%s is new, on %s"), who, after->project);
        else
            fprintf(out, _("%s is new, without a place"), who);
        break;
    case WP_CHANGE_GONE:
        if (before->project)
            fprintf(out, _("%s has left, and her place on %s"), who, before->project);
        else
            fprintf(out, _("%s has left; she had no place"), who);
        break;
    case WP_CHANGE_KINDS:
        break;
    }
}
