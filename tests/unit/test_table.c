/* test_table.c: headers are recognised, and cells become the values that the contract gives them. */
#define _XOPEN_SOURCE 700 /* P_tmpdir */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include "read_round.h"
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char *const file_names[WP_TABLE_COUNT] = {"d.csv", "o.csv", "l.csv", "p.csv", "s.csv",
                                                       "f.csv", "t.csv", "h.csv", "b.csv", "e.csv"};

struct fixture {
    char folder[64];
    const char *texts[WP_TABLE_COUNT];
    const char *names[WP_TABLE_COUNT][2];
    struct wp_settings settings;
    struct wp_inputs inputs;
    struct wp_round *round;
    struct wp_diagnostics diagnostics;
    struct wp_error error;
};

static int set_up(void **state) {
    struct fixture *fixture = calloc(1, sizeof *fixture);
    if (fixture == NULL)
        return -1;
    *state = fixture;
    fixture->settings.start = fixture->settings.end = WP_NO_DAY;
    snprintf(fixture->folder, sizeof fixture->folder, P_tmpdir "/test_table-XXXXXX");
    fixture->texts[WP_PROJECTS] = "id,title,max_students\nP1,Caf\xC3\xA9 de Brug,3\nP2,Tuin,2\nP-3,,1\n";
    fixture->texts[WP_STUDENTS] = "id\nS1\nS2\n";
    return mkdtemp(fixture->folder) == NULL ? -1 : 0;
}

static int tear_down(void **state) {
    struct fixture *fixture = *state;
    for (int t = 0; t < WP_TABLE_COUNT; t++) {
        char path[128];
        snprintf(path, sizeof path, "%s/%s", fixture->folder, file_names[t]);
        unlink(path);
    }
    rmdir(fixture->folder);
    wp_round_free(fixture->round);
    wp_inputs_clear(&fixture->inputs);
    wp_diagnostics_clear(&fixture->diagnostics);
    free(fixture);
    return 0;
}

/* Writes the texts as files and reads them as a round. */
static void read_texts(struct fixture *fixture) {
    struct wp_settings *settings = &fixture->settings;
    settings->path = "round.ini";
    settings->directory = fixture->folder;
    settings->name = "";
    settings->rules.max_choice = settings->rules.max_minutes = -1;
    settings->rules.km_per_hour = 15;
    settings->rules.detour = 1.3;
    for (int t = 0; t < WP_TABLE_COUNT; t++) {
        char path[128];
        if (fixture->texts[t] == NULL)
            continue;
        snprintf(path, sizeof path, "%s/%s", fixture->folder, file_names[t]);
        FILE *file = fopen(path, "wb");
        assert_non_null(file);
        assert_int_equal(fputs(fixture->texts[t], file) >= 0, 1);
        assert_int_equal(fclose(file), 0);
        fixture->names[t][0] = file_names[t];
        settings->files[t] = fixture->names[t];
        settings->directories[t] = fixture->folder;
    }
    assert_int_equal(
        wp_read_round(settings, &fixture->inputs, &fixture->round, &fixture->diagnostics, &fixture->error),
        0);
}

static void assert_read(struct fixture *fixture) {
    read_texts(fixture);
    for (size_t k = 0; k < fixture->diagnostics.count; k++)
        if (fixture->diagnostics.items[k].severity == WP_ERROR)
            fail_msg("%s", fixture->diagnostics.items[k].message);
    assert_int_equal(fixture->diagnostics.errors, 0);
}

static void every_column_of_a_student_is_read(void **state) {
    struct fixture *fixture = *state;
    fixture->texts[WP_DISTRICTS] =
        "id;naam;kring;breedtegraad;lengtegraad\nD1;Kerkbuurt;Noord;51,50000000000000000001;-5.25\n";
    fixture->texts[WP_PROJECTS] =
        "id,title,max_students,district\nP1,Caf\xC3\xA9 de Brug,3,D1\nP2,Tuin,2,D1\n";
    fixture->texts[WP_STUDENTS] =
        "Studentnummer;NAAM;E-mail;opleiding;Leerjaar;wijk;Talen;bewijzen;dagen;Tijden;ori\xC3\xABntatie;"
        "groep;"
        "belasting;Max-minuten;keuze_2;Keuze  1\n"
        "#'007;Bo;Bo@HS.nl;SW;2;Kerkbuurt;nl|en;VOG, EHBO;ma wo;;Collectief;g1;0,5;45;Tuin;P1 - Caf\xC3\xA9\n"
        "S2;;;;;;;;;ma1|vr4;;;;;;\n";
    assert_read(fixture);
    const struct wp_student *bo = &fixture->round->students[0], *blank = &fixture->round->students[1];
    assert_string_equal(bo->id, "007");
    assert_string_equal(bo->name, "Bo");
    assert_string_equal(bo->email, "Bo@HS.nl");
    assert_string_equal(wp_round_text(fixture->round, bo->programme), "SW");
    assert_string_equal(wp_round_text(fixture->round, bo->year), "2");
    assert_int_equal(bo->district, 0);
    assert_true(bo->position.known && bo->position.latitude == 51.5 && bo->position.longitude == -5.25);
    assert_int_equal(bo->languages.count, 2);
    assert_true(wp_list_has(bo->certificates, wp_round_word(fixture->round, "EHBO")));
    assert_int_equal(bo->days, 1 | 4);
    assert_int_equal(bo->slots, 0xF | 0xF00);
    assert_int_equal(bo->orientation, WP_ORIENTATION_COLLECTIVE);
    assert_string_equal(bo->group, "g1");
    assert_int_equal(bo->load, 50);
    assert_int_equal(bo->max_minutes, 45);
    assert_int_equal(bo->choice_count, 2);
    assert_string_equal(fixture->round->projects[bo->choices[0].project].id, "P1");
    assert_int_equal(bo->choices[1].rank, 2);
    assert_int_equal(blank->programme, -1);
    assert_int_equal(blank->district, -1);
    assert_false(blank->position.known);
    assert_int_equal(blank->days, WP_ALL_DAYS);
    assert_int_equal(blank->slots, 1 | 1 << 19);
    assert_int_equal(blank->load, WP_LOAD_UNIT);
    assert_int_equal(blank->max_minutes, -1);
    assert_int_equal(blank->choice_count, 0);
}

static void every_column_of_a_project_is_read(void **state) {
    struct fixture *fixture = *state;
    fixture->settings.start = 20700;
    fixture->settings.end = 20840;
    fixture->texts[WP_DISTRICTS] = "id,circle,latitude,longitude\nD1,Noord,51,5\n";
    fixture->texts[WP_ORGANISATIONS] =
        "id,name,domain,email,max_students,max_projects,agreement_from,agreement_until\n"
        "O1,\"Zorg, Wonen\",zorg,z@o.nl,9,2,1-9-2026,2027-01-31\nO2,,,,,,,\n";
    fixture->texts[WP_LECTURERS] = "id,circles,min_students,max_students,reserve,max_projects,slots\n"
                                   "L1,Noord,\"1,5\",4.25,1,3,mo1|we3\nL2,,3,0,,,\nL3,,,,,,\n";
    fixture->texts[WP_PROJECTS] =
        "id,title,organisations,circle,district,domain,theme,kind,orientation,min_students,max_students,"
        "reserve,"
        "status,lecturers,programmes,years,certificates,languages,days,slots,indicator\n"
        "P1,Brug,\"Zorg, "
        "Wonen|O2\",,D1,zorg,eenzaamheid,informeel,individueel,2,6,1,open,L1;L2,SW|NUR,2|3,VOG,nl,di,,"
        "bezoeken\nP2,,\"Zorg, Wonen\",Zuid,,,,,,,1,,gesloten,,,,,,,,\n";
    fixture->texts[WP_TRAVEL] = "van,naar,minuten\nD1,D1,7\n";
    assert_read(fixture);
    const struct wp_project *one = &fixture->round->projects[0], *two = &fixture->round->projects[1];
    assert_int_equal(one->organisations.count, 2);
    assert_string_equal(wp_round_text(fixture->round, one->circle), "Noord");
    assert_string_equal(wp_round_text(fixture->round, two->circle), "Zuid");
    assert_true(one->position.known);
    assert_int_equal(one->kind, WP_KIND_INFORMAL);
    assert_int_equal(one->min_students, 2);
    assert_int_equal(one->max_students, 5);
    assert_int_equal(one->status, WP_STATUS_OPEN);
    assert_int_equal(two->status, WP_STATUS_CLOSED);
    assert_int_equal(one->listed_lecturers.count, 2);
    assert_int_equal(one->programmes.count, 2);
    assert_int_equal(one->years.count, 2);
    assert_int_equal(one->days, 2);
    assert_int_equal(two->days, 0);
    assert_int_equal(one->slots, 0xF0);
    assert_int_equal(two->slots, WP_ALL_SLOTS);
    assert_string_equal(one->indicator, "bezoeken");
    assert_int_equal(two->min_students, 1);
    assert_int_equal(two->organisations.count, 1);
    assert_int_equal(fixture->round->organisations[0].agreement_from, 20697);
    assert_int_equal(fixture->round->organisations[0].agreement_until, 20849);
    assert_int_equal(fixture->round->organisations[1].agreement_until, WP_NO_DAY);
    assert_int_equal(fixture->round->organisations[1].max_students, WP_UNLIMITED);
    assert_int_equal(fixture->round->lecturers[0].min_load, 150);
    assert_int_equal(fixture->round->lecturers[0].max_load, 325);
    assert_int_equal(fixture->round->lecturers[0].slots, 1 | 1 << 10);
    assert_int_equal(fixture->round->lecturers[1].min_load, 0);
    assert_int_equal(fixture->round->lecturers[2].max_load, WP_UNLIMITED);
    assert_int_equal(fixture->round->travel[0].minutes, 7);
}

static void ranks_in_a_cell_count_the_projects_strictly_better(void **state) {
    struct fixture *fixture = *state;
    fixture->texts[WP_PROJECTS] = "id,max_students\nP1,1\nP2,1\nP3,1\nP4,1\n";
    fixture->texts[WP_STUDENTS] = "id,preferences\nS1,P1 > P3 = P2 > P4\nS2,P4=P1\n";
    assert_read(fixture);
    const struct wp_student *student = fixture->round->students;
    static const int ranks[] = {1, 2, 2, 4};
    assert_int_equal(student[0].choice_count, 4);
    for (int k = 0; k < 4; k++) {
        assert_int_equal(student[0].choices[k].project, k);
        assert_int_equal(student[0].choices[k].rank, ranks[k]);
    }
    assert_int_equal(student[1].choices[1].rank, 1);
}

static void ranks_of_the_long_file_stand_as_written(void **state) {
    struct fixture *fixture = *state;
    fixture->texts[WP_PREFERENCES] = "student,project,rank\nS1,Tuin,99\nS1,P1,4\nS1,P-3 - zonder titel,4\n";
    assert_read(fixture);
    const struct wp_student *student = fixture->round->students;
    assert_int_equal(student->choice_count, 3);
    assert_int_equal(student->choices[0].rank, 4);
    assert_int_equal(student->choices[1].rank, 4);
    assert_int_equal(student->choices[2].rank, 99);
    assert_string_equal(fixture->round->projects[student->choices[0].project].id, "P-3");
}

static void history_keeps_what_this_round_does_not_know(void **state) {
    struct fixture *fixture = *state;
    fixture->texts[WP_HISTORY] =
        "student,project,rank,lecturer,organisation,district,circle,minutes,slot,basis\n"
        "S1,P7,1,L1,O1|O2,D9,,,,choice\nS2,,,,,,,,,\nX9,Tuin,2,,,,,,,choice\n";
    assert_read(fixture);
    const struct wp_history *rows = fixture->round->history;
    assert_int_equal(fixture->round->history_count, 2);
    assert_int_equal(rows[0].student, 0);
    assert_string_equal(wp_round_text(fixture->round, rows[0].project), "P7");
    assert_int_equal(rows[0].organisations.count, 2);
    assert_int_equal(rows[1].student, -1);
    assert_string_equal(wp_round_text(fixture->round, rows[1].student_word), "X9");
    assert_string_equal(wp_round_text(fixture->round, rows[1].project), "P2");
    assert_int_equal(rows[0].round, rows[1].round);
}

static void an_earlier_plan_says_where_students_were(void **state) {
    struct fixture *fixture = *state;
    fixture->texts[WP_STUDENTS] = "id\nS1\nS2\nS3\nS4\nS5\n";
    fixture->texts[WP_LECTURERS] = "id\nL1\nL2\n";
    fixture->texts[WP_BASE] =
        "student,project,rank,lecturer,organisation,district,circle,minutes,slot,basis\n"
        "S5,P2,unlisted,,,,,,fr4,unlisted\nX1,P1,1,L1,O1,D1,Oost,12,mo1,choice\n"
        "S2,P9,2,L9,,,,,,choice\nS3,,,,,,,,,\n#S1,P1,1,L2,O1|O2,D1,,,di2,choice\n"
        "X2,P9,1,L8,,,,,,pin\n";
    read_texts(fixture);
    const struct wp_base_placement *base = fixture->round->base;
    assert_int_equal(fixture->diagnostics.errors, 0);
    assert_non_null(base);
    assert_true(base[0].placed);
    assert_int_equal(base[0].project, wp_round_find(fixture->round, WP_PROJECTS, "P1"));
    assert_int_equal(base[0].lecturer, 1);
    assert_string_equal(wp_slot_name(base[0].slot), "tu2");
    assert_true(base[1].placed);
    assert_int_equal(base[1].project, WP_UNKNOWN);
    assert_int_equal(base[1].lecturer, WP_UNKNOWN);
    assert_int_equal(base[1].slot, -1);
    assert_false(base[2].placed);
    assert_false(base[3].placed);
    assert_int_equal(base[4].lecturer, -1);
    assert_string_equal(wp_slot_name(base[4].slot), "fr4");
    assert_int_equal(fixture->diagnostics.notices, 4);
    assert_string_equal(fixture->diagnostics.items[0].message,
                        "2 students of the earlier plan are not in this round; moves does not count them");
    assert_string_equal(fixture->diagnostics.items[1].message,
                        "1 student is not in the earlier plan; moves does not count her");
    assert_string_equal(
        fixture->diagnostics.items[2].message,
        "the earlier plan names projects that are not in this round: P9; their students count "
        "as moved");
    assert_string_equal(fixture->diagnostics.items[3].message,
                        "the earlier plan names lecturers that are not in this round: L8, L9; their students "
                        "count as having another lecturer");
}

static void decisions_are_read_in_both_languages_and_sorted(void **state) {
    struct fixture *fixture = *state;
    fixture->texts[WP_STUDENTS] = "id,keuze_1,bewijzen\nS1,P1,\nS2,P1,\n";
    fixture->texts[WP_DECISIONS] =
        "actie;studenten;project;regel;reden\nontheffing;S2;P1;certificates;besluit 12\n"
        "samen;S2|S1;;;\nclose;;P2;;\nvastzetten;S1;Caf\xC3\xA9 de Brug;;\n";
    assert_read(fixture);
    const struct wp_decision *rows = fixture->round->decisions;
    assert_int_equal(fixture->round->decision_count, 4);
    assert_int_equal(rows[0].action, WP_ACTION_PIN);
    assert_int_equal(rows[0].where.line, 5);
    assert_int_equal(rows[1].action, WP_ACTION_CLOSE);
    assert_int_equal(rows[2].action, WP_ACTION_TOGETHER);
    assert_int_equal(rows[2].students.count, 2);
    assert_int_equal(rows[2].students.items[0], 0);
    assert_int_equal(rows[3].action, WP_ACTION_WAIVE);
    assert_non_null(rows[3].rule);
    assert_string_equal(rows[3].reason, "besluit 12");
}

static void blanks_of_every_kind_are_taken_off(void **state) {
    struct fixture *fixture = *state;
    fixture->texts[WP_STUDENTS] = "\" id \",\xC2\xA0keuze\xC2\xA0"
                                  "1\xE2\x80\x8B,naam\n\"\xC2\xA0S1 \",\"\tP1\n\",\" Bo \"\n"
                                  "\xC2\xA0,\xC2\xA0,\n";
    assert_read(fixture);
    assert_int_equal(fixture->round->student_count, 1);
    assert_string_equal(fixture->round->students[0].id, "S1");
    assert_string_equal(fixture->round->students[0].name, "Bo");
    assert_int_equal(fixture->round->students[0].choice_count, 1);
}

static void a_mapped_header_beats_a_name(void **state) {
    struct fixture *fixture = *state;
    struct wp_column_mapping mapping = {WP_STUDENTS, "id", "Code (nieuw)", {0}};
    fixture->texts[WP_STUDENTS] = "id,code (NIEUW)\n1,S8\n2,S9\n";
    fixture->settings.mappings = &mapping;
    fixture->settings.mapping_count = 1;
    assert_read(fixture);
    assert_string_equal(fixture->round->students[1].id, "S9");
    assert_int_equal(fixture->diagnostics.notices > 0, 1);
}

static void the_files_read_are_kept_with_their_checksum(void **state) {
    struct fixture *fixture = *state;
    fixture->texts[WP_STUDENTS] = "id\nS1\n";
    assert_read(fixture);
    assert_int_equal(fixture->inputs.count, 2);
    assert_string_equal(fixture->inputs.items[1].path, "s.csv");
    assert_int_equal(fixture->inputs.items[1].length, 6);
    assert_string_equal(fixture->inputs.items[1].sha256,
                        "68c49a303872f85a473d3ad03548963dcd088b64865c0cfcdaaaf869cff8f433");
}

/* Broken tables do not make the tables that refer to them look wrong, line by line. */
static void one_broken_file_gives_one_error(void **state) {
    struct fixture *fixture = *state;
    fixture->texts[WP_PROJECTS] = "id,max_students\nP1,\"2\n";
    fixture->texts[WP_STUDENTS] = "id,keuze_1,keuze_2\nS1,P1,P2\nS2,P2,P3\n";
    fixture->texts[WP_DECISIONS] = "action,students,project\npin,S1,P1\n";
    read_texts(fixture);
    assert_int_equal(fixture->diagnostics.errors, 1);
}

/* Neither memory nor time runs away when every cell is wrong. */
static void a_file_of_nothing_but_errors_is_counted_to_its_end(void **state) {
    struct fixture *fixture = *state;
    enum { ROWS = 20000, ROW = 12 };
    static const char header[] = "id,keuze_1\n";
    char *text = malloc(sizeof header + ROWS * ROW);
    assert_non_null(text);
    memcpy(text, header, sizeof header);
    for (int row = 0; row < ROWS; row++)
        snprintf(text + sizeof header - 1 + (size_t)row * ROW, ROW + 1, "S%05d,Q%03d\n", row, row % 1000);
    fixture->texts[WP_STUDENTS] = text;
    read_texts(fixture);
    free(text);
    assert_int_equal(fixture->diagnostics.errors, ROWS);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(every_column_of_a_student_is_read),
        TEST(every_column_of_a_project_is_read),
        TEST(ranks_in_a_cell_count_the_projects_strictly_better),
        TEST(ranks_of_the_long_file_stand_as_written),
        TEST(history_keeps_what_this_round_does_not_know),
        TEST(an_earlier_plan_says_where_students_were),
        TEST(decisions_are_read_in_both_languages_and_sorted),
        TEST(blanks_of_every_kind_are_taken_off),
        TEST(a_mapped_header_beats_a_name),
        TEST(the_files_read_are_kept_with_their_checksum),
        TEST(one_broken_file_gives_one_error),
        TEST(a_file_of_nothing_but_errors_is_counted_to_its_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
