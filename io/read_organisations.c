/* read_organisations.c: organisations.csv. */
#include "cell_limits.h"
#include "cells.h"
#include "readers.h"

enum { ID, NAME, DOMAIN, EMAIL, MAX_STUDENTS, MAX_PROJECTS, AGREEMENT_FROM, AGREEMENT_UNTIL };

static const struct wp_header headers[] = {
    [ID] = {"id", "~organisatie ~organisatiecode ~organisation ~organisation_id", true, false, WP_TEXT},
    [NAME] = {"name", "naam ~organisatie ~organisation", false, false, WP_TEXT},
    [DOMAIN] = {"domain", "domein", false, false, WP_TEXT},
    [EMAIL] = {"email", "e_mail ~e_mailadres ~emailadres ~email_address", false, false, WP_TEXT},
    [MAX_STUDENTS] = {"max_students", "max_studenten", false, false, WP_WHOLE},
    [MAX_PROJECTS] = {"max_projects", "max_projecten", false, false, WP_WHOLE},
    [AGREEMENT_FROM] = {"agreement_from", "overeenkomst_van", false, false, WP_TEXT},
    [AGREEMENT_UNTIL] = {"agreement_until", "overeenkomst_tot", false, false, WP_TEXT},
};

static void read_agreement(struct wp_table_file *file, struct wp_organisation *organisation) {
    char set[WP_CELL_SET_IN];
    organisation->agreement_from = organisation->agreement_until = WP_NO_DAY;
    bool known = wp_cell_day(file, AGREEMENT_FROM, &organisation->agreement_from);
    known = wp_cell_day(file, AGREEMENT_UNTIL, &organisation->agreement_until) && known;
    if (known && organisation->agreement_until != WP_NO_DAY &&
        organisation->agreement_until < organisation->agreement_from)
        wp_cell_error(file, AGREEMENT_UNTIL, "is before the agreement begins (%s%s)",
                      wp_cell_text(file, AGREEMENT_FROM), wp_cell_set_in(file, AGREEMENT_FROM, -1, set));
}

static void read_organisations(struct wp_reading *reading, struct wp_table_file *file) {
    struct wp_organisation *rows = wp_reading_alloc(reading, wp_table_rows(file), sizeof *rows);
    int count = 0;
    while (rows != NULL && wp_table_next(file)) {
        struct wp_organisation *row = &rows[count];
        *row = (struct wp_organisation){
            .id = wp_cell_id(file, ID),
            .name = wp_cell_keep(file, NAME),
            .email = wp_cell_keep(file, EMAIL),
            .domain = wp_cell_word(file, DOMAIN),
            .max_students = WP_UNLIMITED,
            .max_projects = WP_UNLIMITED,
            .where = wp_table_row_at(file),
        };
        wp_cell_integer(file, MAX_STUDENTS, 0, WP_MOST_HEADS, &row->max_students);
        wp_cell_integer(file, MAX_PROJECTS, 0, WP_MOST_HEADS, &row->max_projects);
        read_agreement(file, row);
        if (row->id != NULL)
            count++;
        else
            reading->in_doubt[WP_ORGANISATIONS] = true;
    }
    reading->round->organisations =
        wp_rows_sort(file, ID, rows, &count, sizeof *rows, offsetof(struct wp_organisation, where));
    reading->round->organisation_count = count;
}

const struct wp_table_kind wp_organisations_table = {
    .table = WP_ORGANISATIONS,
    .name = "organisations",
    .headers = headers,
    .header_count = sizeof headers / sizeof headers[0],
    .read = read_organisations,
};
