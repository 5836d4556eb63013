/* made_whatif.c: what-ifs made up for the tests of their reports. */
#include "made_whatif.h"
#include "dice.h"
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#define STUDENTS  200
#define PROJECTS  56
#define LECTURERS 12
#define RANKS     6
#define ROWS      70

const char *const hostile_names[] = {
    "<script>document.title='broken'</script>",
    "=HYPERLINK(\"http://example.invalid/\",\"prize\")",
    "Siobhán O'Brien-Şahin",
    "\" onmouseover=\"alert(1)",
    "</title></svg></table><img src=\"http://example.invalid/x.png\" onerror=\"alert(2)\">",
    "Zwaan \U0001F9A2 Lachtema \U0001F469\u200D\U0001F3EB",
    "\u0645\u0631\u064A\u0645 \u0627\u0644\u062D\u062F\u064A\u0642\u0629 (\u05E9\u05DC\u05D5\u05DD)",
    "\u202Eodnukereveilzarak\u202C",
    "bell \a escape \x1B[31m broken \xC3( \xFF end",
    "&lt;b&gt; &amp; %s%n {{7*7}} ${7*7}",
    "Aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
    "aaaaaaaaaaaa"
    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaz",
};
const int hostile_name_count = sizeof hostile_names / sizeof hostile_names[0];

/* The what-if and all that it is made of. */
struct made {
    struct wp_whatif whatif; /* first: its address is the made one's */
    struct wp_arena *arena;
    struct wp_whatif_row rows[ROWS];
    struct wp_whatif_sweep sweeps[2];
    int students;
};

static const char *const first_names[] = {"Silke", "Wouter", "Yara", "Teun",  "Noor", "Bashir",
                                          "Fenna", "Milan",  "Esra", "Joost", "Lina", "Sem"};
static const char *const last_names[] = {"Vliegertouw",  "Nepveld",   "Papierberg", "Letterbak",
                                         "Schemerlicht", "Testma",    "Inktwater",  "van Proefveen",
                                         "Doolhof",      "Krijtbord", "Zandloper"};
static const char *const titles[] = {"Eettafel aan de Waalkant",
                                     "Beweegtuin",
                                     "Maatje voor nieuwkomers",
                                     "Buurtmoestuin",
                                     "Taalcafé",
                                     "Huiswerkhulp"};

static char *text(struct made *made, const char *format, ...) WP_PRINTF(2, 3);
static char *text(struct made *made, const char *format, ...) {
    char buffer[512];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(buffer, sizeof buffer, format, arguments);
    va_end(arguments);
    return wp_arena_copy(made->arena, buffer, strlen(buffer));
}

static void *room(struct made *made, int count, size_t size) {
    return wp_arena_alloc(made->arena, (size_t)count, size);
}

/* Student s's choice of this rank (0 the first), and how far a project is: always the same. */
static int choice(int s, int rank) {
    return (s * 7 + rank * 13 + s / 9) % PROJECTS;
}

static int minutes(int s, int project) {
    return 4 + (s * 11 + project * 17) % 62;
}

static void place_student(struct made *made, struct wp_place *place, int s, int project, int rank) {
    int lecturer = project % LECTURERS + 1;
    *place = (struct wp_place){.student = text(made, "S%03d", s + 1),
                               .name = s < hostile_name_count
                                           ? hostile_names[s]
                                           : text(made, "%s %s", first_names[s % 12], last_names[s % 11]),
                               .organisations = ""};
    if (project < 0)
        return;
    place->project = text(made, "P%02d", project + 1);
    place->title = project == 3 ? hostile_names[0] : titles[project % 6];
    place->lecturer = text(made, "D%02d", lecturer);
    place->slot = "di2";
    place->rank = rank;
}

/* Counts what the plan comes to, as it stands in `project` and `rank` (0: not placed). */
static void count(struct wp_figures *figures, const int *project, const int *rank) {
    for (int s = 0; s < figures->students; s++) {
        if (rank[s] == 0)
            continue;
        int trip = minutes(s, project[s]);
        figures->placed++;
        figures->unlisted += rank[s] > RANKS;
        if (rank[s] <= RANKS)
            figures->profile[rank[s] - 1]++;
        figures->rank_sum += rank[s];
        figures->ranked++;
        figures->minutes += trip;
        figures->longest_trip = trip > figures->longest_trip ? trip : figures->longest_trip;
        figures->collective += project[s] % 3 == 0;
        figures->top3 += rank[s] <= 3;
        figures->lecturers[project[s] % LECTURERS].load += s % 10 == 0 ? 50 : 100;
        figures->lecturers[project[s] % LECTURERS].students++;
    }
    figures->first = figures->profile[0];
    figures->trips = figures->placed;
    figures->envious = figures->profile[1] / 4;
}

static void make_levels(struct made *made, struct wp_figures *figures, bool proven) {
    static const char *const names[] = {"placed", "ranks:generous", "travel", "lottery"};
    figures->levels = room(made, 4, sizeof *figures->levels);
    figures->level_count = 4;
    for (int k = 0; k < 4; k++) {
        struct wp_level *level = &figures->levels[k];
        snprintf(level->name, sizeof level->name, "%s", names[k]);
        level->maximise = k == 0;
        level->array = k == 1;
        level->count = k == 1 ? RANKS + 1 : 1;
        level->value = room(made, level->count, sizeof *level->value);
        level->bound = room(made, level->count, sizeof *level->bound);
        level->proven = proven || k < 2;
        level->value[0] = k == 0 ? figures->placed : k == 2 ? figures->minutes : 35306 + figures->rank_sum;
        for (int i = 0; k == 1 && i <= RANKS; i++)
            level->value[i] = i == 0 ? figures->unlisted : figures->profile[RANKS - i];
        level->bound_count = level->proven ? level->count : 1;
        for (int i = 0; i < level->bound_count; i++)
            level->bound[i] = level->proven ? level->value[i] : level->value[i] - 12;
    }
}

/* A plan of dice: the more `restless`, the more students are elsewhere than in the base; `collective` moves
 * them to projects of that kind, at a worse choice. */
static struct wp_figures *make_figures(struct made *made, int restless, int collective, bool proven) {
    struct wp_figures *figures = room(made, 1, sizeof *figures);
    int project[STUDENTS], rank[STUDENTS];
    figures->students = figures->chose = made->students;
    figures->max_rank = RANKS;
    figures->profile = room(made, RANKS, sizeof *figures->profile);
    figures->longest_trip = -1;
    figures->lecturers = room(made, LECTURERS, sizeof *figures->lecturers);
    figures->lecturer_count = LECTURERS;
    for (int l = 0; l < LECTURERS; l++)
        figures->lecturers[l] = (struct wp_lecturer_figures){
            .id = text(made, "D%02d", l + 1),
            .name = text(made, "%s %s", first_names[l % 12], last_names[(l + 5) % 11]),
            .min_load = 100 * (made->students / 25),
            .max_load = l == 4 ? WP_UNLIMITED : 100 * (made->students / 9) + 50};
    figures->balance = 214 + restless;
    figures->places.items = room(made, made->students, sizeof *figures->places.items);
    figures->places.count = made->students;
    dice_start(77);
    for (int s = 0; s < made->students; s++) {
        static const int of_base[] = {1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 4, 5, 6, 7};
        rank[s] = s % 71 == 70 ? 0 : of_base[dice_any(16)];
        project[s] = rank[s] > RANKS ? (s * 5) % PROJECTS : rank[s] > 0 ? choice(s, rank[s] - 1) : -1;
    }
    dice_start((uint32_t)(restless * 131 + collective + 1));
    for (int s = 0; s < made->students; s++) {
        if (restless > 0 && dice_any(100) < restless) {
            rank[s] = dice_one_in(9) ? 0 : 1 + dice_any(RANKS);
            project[s] = rank[s] > 0 ? choice(s, rank[s] - 1) : -1;
        }
        for (int r = rank[s]; collective > 0 && rank[s] > 0 && r < RANKS && project[s] % 3 != 0; r++)
            if (choice(s, r) % 3 == 0 && dice_any(100) < collective) {
                rank[s] = r + 1;
                project[s] = choice(s, r);
            }
        place_student(made, &figures->places.items[s], s, project[s], rank[s]);
    }
    count(figures, project, rank);
    make_levels(made, figures, proven);
    return figures;
}

static struct wp_whatif_row *add_row(struct made *made, const char *run, const char *name, const char *why) {
    struct wp_whatif_row *row = &made->rows[made->whatif.row_count++];
    *row = (struct wp_whatif_row){.run = run,
                                  .file = text(made, "%s.ini", run),
                                  .name = name,
                                  .label = name,
                                  .why = why,
                                  .sweep = -1,
                                  .variant = -1,
                                  .same_as = -1,
                                  .message = ""};
    return row;
}

static void solve(struct made *made, struct wp_whatif_row *row, int restless, int collective) {
    struct wp_changes *changes = NULL;
    row->status = made->whatif.row_count % 9 == 7 ? WP_WHATIF_FEASIBLE : WP_WHATIF_OPTIMAL;
    row->figures = make_figures(made, restless, collective, row->status == WP_WHATIF_OPTIMAL);
    if (row != made->rows &&
        wp_changes_new(&made->rows[0].figures->places, &row->figures->places, &changes, NULL) == 0)
        row->changes = changes;
}

static void add_sweep(struct made *made, const char *run, const char *name, const char *why,
                      const struct wp_sweep *keys, int key_count) {
    struct wp_whatif *whatif = &made->whatif;
    struct wp_scenario *scenario = room(made, 1, sizeof *scenario);
    int sweep = whatif->sweep_count++;
    scenario->name = name;
    scenario->why = why;
    scenario->variant_count = 1;
    for (int k = 0; k < key_count; k++) {
        scenario->sweeps[scenario->sweep_count++] = keys[k];
        scenario->variant_count *= keys[k].value_count;
    }
    made->sweeps[sweep] = (struct wp_whatif_sweep){scenario, whatif->row_count};
    for (int v = 0; v < scenario->variant_count; v++) {
        struct wp_whatif_row *row = add_row(made, text(made, "%s-%d", run, v + 1), name, why);
        row->sweep = sweep;
        row->variant = v;
        const char *second = wp_whatif_value(whatif, row, 1);
        row->label =
            text(made, "%s: %s = %s%s%s%s%s", name, keys[0].key, wp_whatif_value(whatif, row, 0),
                 second ? ", " : "", second ? keys[1].key : "", second ? " = " : "", second ? second : "");
        if (v == 4) {
            row->status = WP_WHATIF_INFEASIBLE;
            static const char *const reasons[] = {
                "collective_share: 120 heads are asked, the open projects seat 96",
                "D03 has room for 12, and 14 students can have no other lecturer"};
            row->reasons = reasons;
            row->english = reasons;
            row->reason_count = 2;
        } else {
            solve(made, row, 4 + v, key_count == 1 ? 15 * v : 8 * (v / 5));
        }
    }
}

static void add_failures(struct made *made) {
    struct wp_whatif_row *row =
        add_row(made, "closed", "All projects of <Liemers> close", "The host withdraws");
    row->status = WP_WHATIF_FAILED;
    row->message = "the run was ended by signal 11 (segmentation fault)";
    row = add_row(made, "late", "30 late students", "");
    row->status = WP_WHATIF_NO_PLAN;
    row = add_row(made, "night", "One more bus", "");
    row->status = WP_WHATIF_NOT_RUN;
    row = add_row(made, "tight", "Nobody travels more than 10 minutes", "");
    row->status = WP_WHATIF_INFEASIBLE;
}

static void add_swaps(struct made *made) {
    static const struct wp_swap swaps[] = {{"S101", "S102", {0}}, {"S001", "S003", {0}}};
    static const char *const reasons[] = {"S001 lacks the certificate VOG that P12 asks",
                                          "P07 would have 1 programme, it needs 2"};
    struct wp_whatif_row *row = add_row(made, "swap", "S101 ↔ S102", "They asked for it");
    solve(made, row, 1, 0);
    row->status = WP_WHATIF_ALLOWED;
    row->swaps = &swaps[0];
    row->swap_count = 1;
    row = add_row(made, "swap-no", "S001 ↔ S003", "");
    solve(made, row, 2, 0);
    row->status = WP_WHATIF_REFUSED;
    row->swaps = &swaps[1];
    row->swap_count = 1;
    row->reasons = reasons;
    row->english = reasons;
    row->reason_count = 2;
}

static void add_many(struct made *made) {
    static const char *const shares[] = {"0%", "20%", "40%", "60%", "80%", "100%"};
    static const char *const loads[] = {"0", "3", "6", "9", "12", "15", "18", "21", "24", "27"};
    static const char *const trips[] = {"30", "45", "60", "75", "90"};
    const struct wp_sweep share = {.key = "rules.collective_share", .values = shares, .value_count = 6};
    const struct wp_sweep grid[] = {{.key = "lecturers.D03.max_students", .values = loads, .value_count = 10},
                                    {.key = "rules.max_minutes", .values = trips, .value_count = 5}};
    struct wp_whatif_row *same = add_row(made, "same", "The same once more", "To see whether it matters");
    *same = (struct wp_whatif_row){.run = same->run,
                                   .file = same->file,
                                   .name = same->name,
                                   .label = same->label,
                                   .why = same->why,
                                   .sweep = -1,
                                   .variant = -1,
                                   .same_as = 1,
                                   .message = "",
                                   .status = made->rows[1].status,
                                   .figures = made->rows[1].figures,
                                   .changes = made->rows[1].changes};
    solve(made, add_row(made, "hostile", hostile_names[4], hostile_names[8]), 3, 0);
    add_sweep(made, "quota", "Hoeveel collectief werk", "Wat kost het om de kloof te dichten?", &share, 1);
    add_sweep(made, "grid", "Docent D03 en reistijd", "", grid, 2);
    add_failures(made);
    add_swaps(made);
}

struct wp_whatif *made_whatif(bool many, enum wp_language language) {
    struct made *made = calloc(1, sizeof *made);
    if (!made || !(made->arena = wp_arena_new()))
        abort();
    made->students = many ? STUDENTS : 24;
    made->whatif = (struct wp_whatif){.round = "Leerkringen voorjaar 2027",
                                      .round_file = "leerkring/round.ini",
                                      .language = language,
                                      .rows = made->rows,
                                      .sweeps = made->sweeps};
    struct wp_whatif_row *base = add_row(made, "base", "Leerkringen voorjaar 2027", "");
    base->file = NULL;
    solve(made, base, 0, 0);
    solve(made,
          add_row(made, "ill-lecturer", "Docent D07 is ziek",
                  "Zij valt tot de zomer uit; haar studenten gaan naar een ander"),
          12, 0);
    solve(made, add_row(made, "bus-line", "Buslijn 33 vervalt: 20 minuten langer", "Vanaf 1 maart"), 7, 0);
    if (many)
        add_many(made);
    wp_whatif_find_frontiers(&made->whatif);
    return &made->whatif;
}

void made_whatif_free(struct wp_whatif *whatif) {
    struct made *made = (struct made *)whatif;
    for (int r = 0; r < whatif->row_count; r++)
        if (whatif->rows[r].same_as < 0)
            wp_changes_free((struct wp_changes *)whatif->rows[r].changes);
    wp_arena_free(made->arena);
    free(made);
}
