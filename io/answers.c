/* answers.c: repeated answers are compared by their timestamps, never by their order in the file. */
#include "answers.h"

#include "cells.h"

bool wp_answer_read_moment(struct wp_table_file *file, int column, struct wp_answer *answer) {
    const char *text = wp_cell_text(file, column);
    if (text[0] == '\0')
        return true;
    answer->has_moment = wp_moment_parse(text, &answer->moment);
    if (!answer->has_moment)
        wp_cell_error(
            file, column,
            "is no moment; write 2026-09-01 13:05, 1-9-2026 13:05 or 9/1/2026 1:05:00 PM (month first)");
    return answer->has_moment;
}

/* "line 12": where the other answer stands, for a message about the current row. */
static const char *line_of(const struct wp_table_file *file, const struct wp_answer *other,
                           char line[WP_LOCATION_LINE]) {
    return wp_location_line(wp_table_place(file, other->row), wp_table_row_at(file), line);
}

/* Can the two be put in order? Reports, at the later row, why not. */
static bool can_compare(struct wp_table_file *file, int column, const struct wp_answer *one,
                        const struct wp_answer *other) {
    const struct wp_answer *first = one->row < other->row ? one : other,
                           *second = one->row < other->row ? other : one;
    const char *id = wp_round_id(file->reading->round, WP_STUDENTS, one->student);
    char buffer[WP_LOCATION_LINE];
    file->row = second->row;
    const char *line = line_of(file, first, buffer);
    if (file->field_of[column] < 0)
        wp_diagnostics_error(
            file->reading->diagnostics, wp_table_row_at(file),
            "student %s has answered on %s too; without a column timestamp (tijdstip) nobody can "
            "tell which answer counts",
            id, line);
    else if (!one->has_moment || !other->has_moment)
        wp_diagnostics_error(file->reading->diagnostics, wp_table_cell_at(file, file->field_of[column]),
                             "student %s has answered on %s too; both answers need their %s", id, line,
                             wp_table_header(file, file->field_of[column]));
    else if (one->moment.style != other->moment.style)
        wp_cell_error(file, column, "is written in another way than on %s, where student %s has answered too",
                      line, id);
    else
        return true;
    return false;
}

/* Nobody can tell which of the two is the latest. */
static void tell_ambiguous(struct wp_table_file *file, int column, const struct wp_answer *one,
                           const struct wp_answer *other) {
    const struct wp_answer *first = one->row < other->row ? one : other,
                           *second = one->row < other->row ? other : one;
    char line[WP_LOCATION_LINE];
    file->row = second->row;
    wp_cell_error(file, column,
                  "can be read with the day or the month first, and student %s has answered on %s too; "
                  "write 2026-09-01 13:05",
                  wp_round_id(file->reading->round, WP_STUDENTS, one->student), line_of(file, first, line));
}

/* What becomes of an answer, on the current row, that is not the latest, or not the only latest. */
static void tell_earlier(struct wp_table_file *file, int column, const struct wp_answer *answer,
                         const struct wp_answer *latest, int reading) {
    const char *id = wp_round_id(file->reading->round, WP_STUDENTS, answer->student);
    char line[WP_LOCATION_LINE];
    if (answer->moment.readings[reading] == latest->moment.readings[reading])
        wp_cell_error(file, column, "is also the moment of student %s's answer on %s; delete one of the two",
                      id, line_of(file, latest, line));
    else
        wp_diagnostics_notice(file->reading->diagnostics, wp_table_row_at(file),
                              "student %s has answered again on %s; that later answer counts", id,
                              line_of(file, latest, line));
}

/* Could all of the file's moments be read with the day first (0), with the month first (1)? */
static bool may_be_read(const struct wp_answer *answers, int count, int reading) {
    for (int k = 0; k < count; k++)
        if (answers[k].has_moment && answers[k].moment.readings[reading] == WP_NO_MOMENT)
            return false;
    return true;
}

static bool is_later(const struct wp_answer *answer, const struct wp_answer *than, int reading) {
    return answer->moment.readings[reading] > than->moment.readings[reading];
}

/* Per student the number of her latest answer, from 1, in one reading; 0 if there is none, -1, reported, if
 * nobody can tell. */
static int *find_latest(struct wp_table_file *file, int column, const struct wp_answer *answers, int count,
                        int reading) {
    size_t students = (size_t)file->reading->round->student_count;
    int *latest = wp_reading_alloc(file->reading, students, sizeof *latest);
    for (int k = 0; k < count && latest != NULL; k++) {
        int *best = &latest[answers[k].student];
        if (*best > 0 && !can_compare(file, column, &answers[*best - 1], &answers[k]))
            *best = -1;
        else if (*best == 0 || (*best > 0 && is_later(&answers[k], &answers[*best - 1], reading)))
            *best = k + 1;
    }
    return latest;
}

/* Where the month first tells another answer than the day first, none is the latest. */
static void keep_agreed(struct wp_table_file *file, int column, const struct wp_answer *answers, int count,
                        int *latest) {
    int students = file->reading->round->student_count;
    int *other = wp_reading_alloc(file->reading, (size_t)students, sizeof *other);
    for (int k = 0; k < count && other != NULL; k++) {
        int *best = &other[answers[k].student];
        if (latest[answers[k].student] > 0 && (*best == 0 || is_later(&answers[k], &answers[*best - 1], 1)))
            *best = k + 1;
    }
    for (int s = 0; s < students && other != NULL; s++) {
        if (latest[s] <= 0 || other[s] == latest[s])
            continue;
        tell_ambiguous(file, column, &answers[latest[s] - 1], &answers[other[s] - 1]);
        latest[s] = -1;
    }
}

void wp_answers_choose(struct wp_table_file *file, int column, struct wp_answer *answers, int count) {
    bool day_first = may_be_read(answers, count, 0), month_first = may_be_read(answers, count, 1);
    bool both = day_first == month_first; /* if neither will do, what is one student's may agree yet */
    int reading = both || day_first ? 0 : 1;
    int *latest = find_latest(file, column, answers, count, reading);
    if (latest == NULL)
        return;
    if (both)
        keep_agreed(file, column, answers, count, latest);
    for (int k = 0; k < count; k++) {
        int best = latest[answers[k].student];
        answers[k].counts = best == k + 1;
        file->row = answers[k].row;
        if (best > 0 && best != k + 1)
            tell_earlier(file, column, &answers[k], &answers[best - 1], reading);
    }
}
