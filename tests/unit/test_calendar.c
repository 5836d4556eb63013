/* test_calendar.c: calendars hold the right days, whatever the weekday, the start and the clock's changes
 * between; they are read back by libical, and the days are worked out again by counting each day from start
 * to end. */
#define _XOPEN_SOURCE 700 /* open_memstream, setenv */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include "dates.h"
#include "language.h"
#include "made_whatif.h"
#include "publish_files.h"
#include "small_round.h"
#include "utf8.h"
#include <cmocka.h>
#include <libical/ical.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define AT        1767225600 /* 2026-01-01 00:00 UTC */
#define MOST_DAYS 1000

static struct small_round small;
static struct wp_publication publication;
static struct wp_entry_project project;
static struct wp_entry entry;

static wp_day day_of(const char *text) {
    wp_day day;
    assert_true(wp_date_parse(text, &day));
    return day;
}

static int set_up(void **state) {
    (void)state;
    small_round_start(&small, (struct small_sizes){.students = 1});
    small.settings.name = "Spring";
    small.settings.start = day_of("2026-02-04");
    small.settings.end = day_of("2026-06-30");
    publication = (struct wp_publication){.settings = small.round->settings};
    project = (struct wp_entry_project){.id = "P1",
                                        .title = "Caf\xC3\xA9; a place, to \"meet\"",
                                        .theme = "",
                                        .indicator = "",
                                        .district = "North",
                                        .circle = "",
                                        .slot = -1};
    entry = (struct wp_entry){.audience = WP_AUDIENCE_STUDENT,
                              .key = "S1",
                              .whom = {"S1", "Anna", ""},
                              .projects = &project,
                              .project_count = 1};
    wp_language_use(WP_ENGLISH);
    return 0;
}

static int tear_down(void **state) {
    (void)state;
    small_round_end(&small);
    return 0;
}

/* The file's text; the caller frees it. */
static char *write_calendar(time_t at) {
    char *text = NULL;
    size_t length;
    FILE *stream = open_memstream(&text, &length);
    assert_non_null(stream);
    assert_int_equal(wp_publish_calendar(stream, &publication, &entry, at, NULL), 0);
    assert_int_equal(fclose(stream), 0);
    assert_int_equal(strlen(text), length);
    return text;
}

/* As libical reads it, without an error anywhere. */
static icalcomponent *read_back(void) {
    char *text = write_calendar(AT);
    icalcomponent *calendar = icalparser_parse_string(text);
    assert_non_null(calendar);
    assert_int_equal(icalcomponent_count_errors(calendar), 0);
    assert_int_equal(icalrestriction_check(calendar), 1);
    free(text);
    return calendar;
}

/* The event that has a rule, or NULL. */
static icalcomponent *weekly_event(icalcomponent *calendar) {
    icalcomponent *event = icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT);
    while (event && !icalcomponent_get_first_property(event, ICAL_RRULE_PROPERTY))
        event = icalcomponent_get_next_component(calendar, ICAL_VEVENT_COMPONENT);
    return event;
}

static wp_day day_in(struct icaltimetype time) {
    char text[32];
    assert_true(time.is_date);
    snprintf(text, sizeof text, "%04d-%02d-%02d", time.year, time.month, time.day);
    return day_of(text);
}

/* All days of the weekly event, in order; their number. */
static int expand(icalcomponent *calendar, wp_day days[MOST_DAYS]) {
    icalcomponent *event = weekly_event(calendar);
    int count = 0;
    if (!event)
        return 0;
    icalproperty *rule = icalcomponent_get_first_property(event, ICAL_RRULE_PROPERTY);
    icalrecur_iterator *steps =
        icalrecur_iterator_new(icalproperty_get_rrule(rule), icalcomponent_get_dtstart(event));
    assert_non_null(steps);
    for (struct icaltimetype at = icalrecur_iterator_next(steps); !icaltime_is_null_time(at);
         at = icalrecur_iterator_next(steps)) {
        assert_true(count < MOST_DAYS);
        days[count++] = day_in(at);
    }
    icalrecur_iterator_free(steps);
    return count;
}

/* Day by day, by the C library's calendar. */
static int count_days(unsigned weekdays, wp_day days[MOST_DAYS]) {
    int count = 0;
    for (wp_day day = small.settings.start; day <= small.settings.end; day++) {
        time_t noon = (time_t)day * 86400 + 43200;
        const struct tm *date = gmtime(&noon);
        if (date->tm_wday >= 1 && date->tm_wday <= 5 && weekdays & 1u << (date->tm_wday - 1))
            days[count++] = day;
    }
    return count;
}

static void assert_days(unsigned weekdays) {
    wp_day found[MOST_DAYS], expected[MOST_DAYS];
    icalcomponent *calendar = read_back();
    int count = count_days(weekdays, expected);
    assert_int_equal(expand(calendar, found), count);
    assert_memory_equal(found, expected, (size_t)count * sizeof *found);
    icalcomponent_free(calendar);
}

/* Across the changes to summer time and back, from every weekday on, for every set of weekdays, wherever the
 * computer stands. */
static void days_are_right_across_the_changes_of_the_clock(void **state) {
    (void)state;
    static const char *const zones[] = {"Europe/Amsterdam", "America/New_York", "UTC", "Pacific/Auckland"};
    static const struct {
        const char *start, *end;
    } rounds[] = {{"2026-03-16", "2026-04-19"}, {"2026-10-12", "2026-11-08"}, {"2027-03-15", "2027-04-18"},
                  {"2026-02-02", "2026-07-03"}, {"2027-12-20", "2028-03-05"}, {"2026-03-29", "2026-03-29"}};
    for (size_t z = 0; z < sizeof zones / sizeof *zones; z++) {
        assert_int_equal(setenv("TZ", zones[z], 1), 0);
        tzset();
        for (size_t r = 0; r < sizeof rounds / sizeof *rounds; r++)
            for (int shift = 0; shift < 7; shift++)
                for (unsigned days = 1; days <= WP_ALL_DAYS; days++) {
                    small.settings.start = day_of(rounds[r].start) + shift;
                    small.settings.end = day_of(rounds[r].end) + shift;
                    project.days = days;
                    entry.self.days = days;
                    assert_days(days);
                }
    }
    assert_int_equal(unsetenv("TZ"), 0);
    tzset();
}

static void a_meeting_takes_the_place_of_days(void **state) {
    (void)state;
    project.days = WP_ALL_DAYS;
    entry.self.days = WP_ALL_DAYS;
    for (int slot = 0; slot < WP_SLOT_COUNT; slot++) {
        project.slot = slot;
        assert_days(1u << slot / WP_DAY_SLOTS);
    }
    icalcomponent *calendar = read_back();
    icalcomponent *event = weekly_event(calendar);
    assert_string_equal(icalcomponent_get_summary(event), "Meeting: Caf\xC3\xA9; a place, to \"meet\"");
    assert_non_null(strstr(icalcomponent_get_description(event), "Weekly meeting: Friday, part 4"));
    icalcomponent_free(calendar);
}

/* A student who may come on all days to a project that asks none has no appointment; nor has one who can
 * never be there. Of others the project's days count. */
static void whose_days_count(void **state) {
    (void)state;
    entry.self.days = WP_ALL_DAYS;
    assert_days(0);
    entry.self.days = 5;
    assert_days(5);
    entry.self.days = 0;
    assert_days(0);
    project.days = WP_ALL_DAYS;
    entry.self.days = WP_ALL_DAYS;
    assert_days(WP_ALL_DAYS);
    entry.audience = WP_AUDIENCE_LECTURER;
    entry.self.days = 0;
    project.days = 6;
    assert_days(6);
    project.days = 0;
    assert_days(0);
}

static void bounds_are_days(void **state) {
    (void)state;
    entry.project_count = 0;
    icalcomponent *calendar = read_back();
    icalcomponent *first = icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT);
    assert_string_equal(icalcomponent_get_summary(first), "First day of Spring");
    assert_int_equal(day_in(icalcomponent_get_dtstart(first)), small.settings.start);
    assert_int_equal(day_in(icalcomponent_get_dtend(first)), small.settings.start + 1);
    icalcomponent *last = icalcomponent_get_next_component(calendar, ICAL_VEVENT_COMPONENT);
    assert_string_equal(icalcomponent_get_summary(last), "Last day of Spring");
    assert_int_equal(day_in(icalcomponent_get_dtstart(last)), small.settings.end);
    assert_null(icalcomponent_get_next_component(calendar, ICAL_VEVENT_COMPONENT));
    icalcomponent_free(calendar);
}

/* Lines end in CRLF, are folded to 75 octets, and are UTF-8 each; nothing else is in the file. */
static void assert_lines(const char *text) {
    while (*text) {
        const char *end = strstr(text, "\r\n");
        assert_non_null(end);
        assert_true(end - text <= 75);
        while (text < end) {
            size_t bytes = wp_utf8_bytes(text);
            assert_true(bytes > 0 && text + bytes <= end);
            assert_true((unsigned char)*text >= ' ' && *text != 0x7F);
            text += bytes;
        }
        text = end + 2;
    }
}

/* What a hostile name becomes: control characters are blanks, what is no UTF-8 is U+FFFD. */
static void assert_same_text(const char *found, const char *name) {
    for (; *name; name += wp_utf8_bytes(name) ? wp_utf8_bytes(name) : 1) {
        size_t bytes = wp_utf8_bytes(name);
        bool control = bytes == 1 && ((unsigned char)*name < ' ' || *name == 0x7F);
        const char *expected = control ? " " : bytes ? name : "\xEF\xBF\xBD";
        size_t length = control ? 1 : bytes ? bytes : 3;
        assert_memory_equal(found, expected, length);
        found += length;
    }
    assert_string_equal(found, "");
}

static void hostile_names_stay_text(void **state) {
    (void)state;
    project.days = entry.self.days = 2;
    for (int i = 0; i < hostile_name_count; i++) {
        const char *name = hostile_names[i];
        struct wp_contact contact = {"", name, ""};
        if (strchr(name, '\n'))
            continue; /* below */
        project.title = project.id = project.district = name;
        project.organisations = project.lecturers = (struct wp_contacts){&contact, 1};
        small.settings.name = name;
        char *text = write_calendar(AT);
        assert_lines(text);
        free(text);
        icalcomponent *calendar = read_back();
        icalcomponent *event = weekly_event(calendar);
        assert_same_text(icalcomponent_get_summary(event) + strlen("Project day: "), name);
        assert_same_text(icalcomponent_get_location(event), name);
        assert_same_text(
            icalproperty_get_contact(icalcomponent_get_first_property(event, ICAL_CONTACT_PROPERTY)), name);
        assert_int_equal(icalcomponent_count_components(calendar, ICAL_ANY_COMPONENT), 3);
        icalcomponent_free(calendar);
    }
}

static void a_line_break_starts_no_property(void **state) {
    (void)state;
    project.days = entry.self.days = 2;
    project.title = "A\r\nEND:VEVENT\r\nX-EVIL:1\nBEGIN:VEVENT";
    small.settings.name = "B\r\nX-EVIL:2";
    char *text = write_calendar(AT);
    assert_lines(text);
    assert_null(strstr(text, "\r\nX-EVIL"));
    assert_null(strstr(text, "\nEND:VEVENT\r\nX"));
    free(text);
    icalcomponent *calendar = read_back();
    assert_int_equal(icalcomponent_count_components(calendar, ICAL_ANY_COMPONENT), 3);
    icalcomponent_free(calendar);
}

/* The same event keeps its UID when it is published again, with a higher number; another recipient's or
 * project's is another. No id is to be found in any. */
static void events_are_known_again(void **state) {
    (void)state;
    char first[80], uid[80];
    project.days = entry.self.days = 2;
    icalcomponent *calendar = read_back();
    icalcomponent *event = weekly_event(calendar);
    snprintf(first, sizeof first, "%s", icalcomponent_get_uid(event));
    int sequence = icalcomponent_get_sequence(event);
    assert_int_equal(sequence, AT / 60);
    assert_null(strstr(first, "P1"));
    assert_null(strstr(first, "S1"));
    assert_string_equal(strchr(first, '@'), "@wijkplaats");
    icalcomponent_free(calendar);
    char *text = write_calendar(AT + 3600);
    calendar = icalparser_parse_string(text);
    free(text);
    assert_string_equal(icalcomponent_get_uid(weekly_event(calendar)), first);
    assert_true(icalcomponent_get_sequence(weekly_event(calendar)) > sequence);
    icalcomponent_free(calendar);
    for (int other = 0; other < 4; other++) {
        tear_down(NULL);
        set_up(NULL);
        project.days = entry.self.days = 2;
        if (other == 0)
            project.id = "P2";
        else if (other == 1)
            entry.whom.id = "S2";
        else if (other == 2)
            small.settings.name = "Autumn";
        else
            project.slot = 0;
        calendar = read_back();
        snprintf(uid, sizeof uid, "%s", icalcomponent_get_uid(weekly_event(calendar)));
        assert_string_not_equal(uid, first);
        icalcomponent_free(calendar);
    }
}

static void the_head_says_what_it_is(void **state) {
    (void)state;
    assert_true(wp_language_use(WP_DUTCH));
    small.settings.name = "Voorjaar, 2026; \xE2\x82\xAC";
    project.days = entry.self.days = 2;
    char *text = write_calendar(AT);
    assert_non_null(strstr(text, "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//wijkplaats//wijkplaats "));
    assert_non_null(strstr(text, "//NL\r\nX-WR-CALNAME:Voorjaar"));
    assert_non_null(strstr(text, "DTSTAMP:20260101T000000Z\r\n"));
    assert_non_null(strstr(text, "DTSTART;VALUE=DATE:20260210\r\nDTEND;VALUE=DATE:20260211\r\n"));
    assert_non_null(strstr(text, "RRULE:FREQ=WEEKLY;UNTIL=20260630;BYDAY=TU\r\n"));
    assert_non_null(strstr(text, "TRANSP:TRANSPARENT\r\n"));
    assert_non_null(strstr(text, "SUMMARY:Projectdag: Caf"));
    assert_null(strstr(text, "TZID"));
    free(text);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(days_are_right_across_the_changes_of_the_clock, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_meeting_takes_the_place_of_days, set_up, tear_down),
        cmocka_unit_test_setup_teardown(whose_days_count, set_up, tear_down),
        cmocka_unit_test_setup_teardown(bounds_are_days, set_up, tear_down),
        cmocka_unit_test_setup_teardown(hostile_names_stay_text, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_line_break_starts_no_property, set_up, tear_down),
        cmocka_unit_test_setup_teardown(events_are_known_again, set_up, tear_down),
        cmocka_unit_test_setup_teardown(the_head_says_what_it_is, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
