/* publish_calendar.c: the calendar of an entry, by libical: the round's first and last day, and the days of
 * each project in every week between them.
 *
 * Slots have no clock time, so every event lasts a day: dates without a time are the same in every time zone
 * and on both sides of a change to summer time. UIDs are hashes of what the recipient is shown and of nothing
 * else: behind a pseudonym no id can be found by trying. There is no METHOD: it would ask for an organiser's
 * address (RFC 5546), which nobody gave. */
#include "date_text.h"
#include "language.h"
#include "phrases.h"
#include "publish_files.h"
#include "sha256_text.h"
#include "utf8.h"
#include "week_text.h"
#include <libical/ical.h>
#include <stdlib.h>
#include <string.h>

#define WEEK     7
#define UID_ROOM (32 + sizeof "@wijkplaats")
#define A_MINUTE 60

/* A calendar in the making. */
struct calendar {
    const struct wp_publication *publication;
    const struct wp_entry *entry;
    time_t at;
    icalcomponent *component;
    struct wp_phrases phrases;
};

/* Takes the property. False, and remembered, where libical had no memory for it. */
static void add(struct calendar *calendar, icalcomponent *component, icalproperty *property) {
    if (property)
        icalcomponent_add_property(component, property);
    else
        calendar->phrases.failed = true;
}

/* Line breaks are all that a calendar's text may hold of control characters; bytes that are no UTF-8 become
 * U+FFFD. */
static const char *clean(struct calendar *calendar, const char *text) {
    char *valid = wp_arena_alloc(calendar->phrases.arena, 3 * strlen(text) + 1, 1);
    size_t length = 0;
    if (!valid) {
        calendar->phrases.failed = true;
        return "";
    }
    while (*text) {
        size_t bytes = wp_utf8_bytes(text);
        bool control = bytes == 1 && ((unsigned char)*text < ' ' || *text == 0x7F) && *text != '\n';
        const char *letter = control ? " " : bytes > 0 ? text : "\xEF\xBF\xBD";
        size_t taken = control ? 1 : bytes > 0 ? bytes : 3;
        memcpy(valid + length, letter, taken);
        length += taken;
        text += bytes > 0 ? bytes : 1;
    }
    return valid;
}

static void add_text(struct calendar *calendar, icalcomponent *component,
                     icalproperty *(*make)(const char *text), const char *text) {
    if (*text)
        add(calendar, component, make(clean(calendar, text)));
}

static struct icaltimetype date_of(wp_day day) {
    struct icaltimetype date = icaltime_null_date();
    time_t seconds = (time_t)day * 86400;
    struct tm parts;
    if (gmtime_r(&seconds, &parts)) {
        date.year = parts.tm_year + 1900;
        date.month = parts.tm_mon + 1;
        date.day = parts.tm_mday;
    }
    return date;
}

/* The same each time for the same recipient, project and kind of event, so that a later calendar takes the
 * place of this one. No part holds a NUL, so that its own ends it. */
static icalproperty *make_uid(const struct calendar *calendar, const char *kind, const char *project) {
    const char *const parts[] = {calendar->publication->settings->name,
                                 wp_audience_name(calendar->entry->audience), calendar->entry->whom.id, kind,
                                 project};
    struct sha256_ctx context;
    char hash[WP_SHA256_TEXT], uid[UID_ROOM];
    sha256_init(&context);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        sha256_update(&context, strlen(parts[i]) + 1, (const uint8_t *)parts[i]);
    wp_sha256_text(&context, hash);
    snprintf(uid, sizeof uid, "%.32s@wijkplaats", hash);
    return icalproperty_new_uid(uid);
}

/* An event of one whole day; NULL without memory. */
static icalcomponent *add_event(struct calendar *calendar, const char *kind, const char *project, wp_day day,
                                const char *summary) {
    icalcomponent *event = icalcomponent_new(ICAL_VEVENT_COMPONENT);
    if (!event) {
        calendar->phrases.failed = true;
        return NULL;
    }
    icalcomponent_add_component(calendar->component, event);
    add(calendar, event, make_uid(calendar, kind, project));
    add(calendar, event,
        icalproperty_new_dtstamp(
            icaltime_from_timet_with_zone(calendar->at, 0, icaltimezone_get_utc_timezone())));
    /* Rises from publication to publication, and fits an integer for some thousand years. */
    add(calendar, event, icalproperty_new_sequence((int)(calendar->at / A_MINUTE)));
    add(calendar, event, icalproperty_new_dtstart(date_of(day)));
    add(calendar, event, icalproperty_new_dtend(date_of(day + 1)));
    add_text(calendar, event, icalproperty_new_summary, summary);
    /* Nobody is busy all day, and there is nothing to remind of. */
    add(calendar, event, icalproperty_new_transp(ICAL_TRANSP_TRANSPARENT));
    return event;
}

static void add_bounds(struct calendar *calendar) {
    const struct wp_settings *settings = calendar->publication->settings;
    struct wp_phrases *phrases = &calendar->phrases;
    bool named = *settings->name;
    add_event(calendar, "first", "", settings->start,
              named ? wp_phrase(phrases, _("First day of %s"), settings->name) : _("First day of the round"));
    add_event(calendar, "last", "", settings->end,
              named ? wp_phrase(phrases, _("Last day of %s"), settings->name) : _("Last day of the round"));
}

/* Weekdays as bits on which the recipient has something to do with the project; 0 where nothing is known. A
 * student's days are those on which she can be there. That she can on all, where nothing is asked, is no
 * appointment. */
static unsigned days_of(const struct wp_entry *entry, const struct wp_entry_project *project) {
    if (project->slot >= 0)
        return 1u << project->slot / WP_DAY_SLOTS;
    if (entry->audience != WP_AUDIENCE_STUDENT)
        return project->days;
    return project->days == 0 && entry->self.days == WP_ALL_DAYS ? 0 : entry->self.days;
}

/* The first of these weekdays, from a day on. 1970-01-01 was a Thursday. */
static wp_day first_on(unsigned days, wp_day from) {
    int weekday = (from % WEEK + WEEK + 3) % WEEK;
    while (!(days & 1u << weekday)) {
        weekday = (weekday + 1) % WEEK;
        from++;
    }
    return from;
}

static void add_contacts(struct calendar *calendar, icalcomponent *event,
                         const struct wp_contacts *contacts) {
    for (int i = 0; i < contacts->count; i++)
        add_text(calendar, event, icalproperty_new_contact,
                 wp_phrase_contact(&calendar->phrases, &contacts->items[i]));
}

/* In lines: what, when in the day, where, with whom. */
static const char *describe(struct calendar *calendar, const struct wp_entry_project *project) {
    struct wp_phrases *phrases = &calendar->phrases;
    char slot[WP_SLOT_WORDS];
    const char *text = wp_phrase(phrases, _("Project: %s"), wp_phrase_project(phrases, project));
    const char *lines[3] = {"", "", ""};
    if (project->slot >= 0)
        lines[0] = wp_phrase(phrases, _("Weekly meeting: %s"), wp_slot_words(project->slot, slot));
    if (project->organisations.count > 0)
        lines[1] =
            wp_phrase(phrases, _("Organisation: %s"), wp_phrase_contacts(phrases, &project->organisations));
    if (project->lecturers.count > 0)
        lines[2] = wp_phrase(phrases, _("Lecturer: %s"), wp_phrase_contacts(phrases, &project->lecturers));
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        if (*lines[i])
            text = wp_phrase(phrases, "%s\n%s", text, lines[i]);
    return text;
}

static icalproperty *make_rule(unsigned days, wp_day until) {
    struct icalrecurrencetype rule;
    size_t count = 0;
    icalrecurrencetype_clear(&rule);
    rule.freq = ICAL_WEEKLY_RECURRENCE;
    rule.until = date_of(until);
    for (int day = 0; day < WP_SLOT_COUNT / WP_DAY_SLOTS; day++)
        if (days & 1u << day)
            rule.by_day[count++] = (short)(ICAL_MONDAY_WEEKDAY + day);
    rule.by_day[count] = ICAL_RECURRENCE_ARRAY_MAX;
    return icalproperty_new_rrule(rule);
}

static void add_project(struct calendar *calendar, const struct wp_entry_project *project) {
    const struct wp_settings *settings = calendar->publication->settings;
    unsigned days = days_of(calendar->entry, project);
    wp_day first = days == 0 ? WP_NO_DAY : first_on(days, settings->start);
    if (days == 0 || first > settings->end)
        return;
    const char *title = *project->title ? project->title : project->id;
    bool meets = project->slot >= 0;
    icalcomponent *event =
        add_event(calendar, meets ? "meeting" : "days", project->id, first,
                  wp_phrase(&calendar->phrases, meets ? _("Meeting: %s") : _("Project day: %s"), title));
    if (!event)
        return;
    add(calendar, event, make_rule(days, settings->end));
    add_text(calendar, event, icalproperty_new_location, project->district);
    add_text(calendar, event, icalproperty_new_description, describe(calendar, project));
    add_contacts(calendar, event, &project->organisations);
    add_contacts(calendar, event, &project->lecturers);
}

static void add_head(struct calendar *calendar) {
    const char *name = calendar->publication->settings->name;
    icalproperty *shown;
    add(calendar, calendar->component, icalproperty_new_version("2.0"));
    add(calendar, calendar->component,
        icalproperty_new_prodid(wp_phrase(&calendar->phrases, "-//wijkplaats//wijkplaats " WP_VERSION "//%s",
                                          wp_language_in_use() == WP_DUTCH ? "NL" : "EN")));
    shown = icalproperty_new_x(*name ? clean(calendar, name) : "wijkplaats");
    if (shown)
        icalproperty_set_x_name(shown, "X-WR-CALNAME");
    add(calendar, calendar->component, shown);
}

int wp_publish_calendar(FILE *stream, const struct wp_publication *publication, const struct wp_entry *entry,
                        time_t at, struct wp_error *error) {
    struct calendar calendar = {.publication = publication, .entry = entry, .at = at};
    char *text = NULL;
    icalerror_set_errors_are_fatal(0);
    calendar.phrases.arena = wp_arena_new();
    calendar.component = icalcomponent_new(ICAL_VCALENDAR_COMPONENT);
    if (calendar.phrases.arena && calendar.component) {
        add_head(&calendar);
        add_bounds(&calendar);
        for (int p = 0; p < entry->project_count; p++)
            add_project(&calendar, &entry->projects[p]);
        text = icalcomponent_as_ical_string_r(calendar.component);
    }
    bool done = text && !calendar.phrases.failed;
    if (done)
        fputs(text, stream);
    free(text);
    icalcomponent_free(calendar.component);
    wp_arena_free(calendar.phrases.arena);
    return done ? 0 : wp_error_memory(error);
}
