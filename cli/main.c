/* main.c: finds the command and runs it. */
#include "cli.h"
#include "speech.h"
#include "suggest.h"
#include "translate.h"
#include <signal.h>
#include <stdio.h>
#include <string.h>

/* Only what this version has. */
static const struct wp_command commands[] = {
    {"init", N_("write a commented template round that solves as it is"), wp_cmd_init},
    {"check", N_("validate everything, print what was understood, solve nothing"), wp_cmd_check},
    {"solve", N_("place the students and write the plan"), wp_cmd_solve},
    {"whatif", N_("solve a round and its scenarios, and compare them"), wp_cmd_whatif},
    {"compare", N_("print written plans side by side"), wp_cmd_compare},
    {"publish", N_("write letters and lists for students, lecturers, organisations and brokers"),
     wp_cmd_publish},
    {"export", N_("write the integer program for any other solver"), wp_cmd_export},
    {"generate", N_("write a synthetic round"), wp_cmd_generate},
};
#define COMMAND_COUNT (sizeof commands / sizeof commands[0])

static void print_usage(FILE *stream) {
    fputs(_("Usage: wijkplaats COMMAND [OPTION...] [ARGUMENT...]\n"), stream);
}

static void print_help(void) {
    print_usage(stdout);
    fputs(_("Places students on neighbourhood projects, and proves that no better plan exists.\n"), stdout);
    fputc('\n', stdout);
    for (size_t i = 0; i < COMMAND_COUNT; i++)
        printf("  %-10s %s\n", commands[i].name, _(commands[i].summary));
    fputs(_("\n  --help     print this, or, behind a command, what the command does\n"
            "  --version  print the program's version\n"
            "\nExample:\n"
            "  wijkplaats init my-round\n"
            "  wijkplaats solve my-round/round.ini\n"
            "\nExit status: 0 a plan was written or the check passed, 1 no plan exists, 2 wrong usage,\n"
            "3 wrong input, 4 stopped at a limit before any plan was found, 5 an internal error.\n"),
          stdout);
}

static int refuse(void) {
    print_usage(stderr);
    fputs(_("Try `wijkplaats --help' for the commands.\n"), stderr);
    return WP_EXIT_USAGE;
}

static int unknown_command(const char *name) {
    const char *names[COMMAND_COUNT], *near;

    for (size_t i = 0; i < COMMAND_COUNT; i++)
        names[i] = commands[i].name;
    near = wp_suggest(name, names, COMMAND_COUNT);
    if (near != NULL)
        fprintf(stderr, _("wijkplaats: there is no command \"%s\"; did you mean %s?\n"), name, near);
    else
        fprintf(stderr, _("wijkplaats: there is no command \"%s\"\n"), name);
    return refuse();
}

/* --language may stand in front of the command too; it goes behind it, where commands take it. */
static void put_command_first(int argc, char **argv) {
    int count = wp_speech_option(argc, argv, 1);
    char *language[] = {argv[1], argv[count]};

    if (count == 0 || 1 + count >= argc)
        return;
    argv[1] = argv[1 + count];
    memcpy(argv + 2, language, (size_t)count * sizeof *argv);
}

int main(int argc, char **argv) {
    /* A file longer than `ulimit -f` allows is then an error of writing, which is told and cleared up. */
    signal(SIGXFSZ, SIG_IGN);
    wp_speech_by_arguments(argc, argv);
    if (argc < 2)
        return refuse();
    put_command_first(argc, argv);
    if (strcmp(argv[1], "--help") == 0) {
        print_help();
        return WP_EXIT_DONE;
    }
    if (strcmp(argv[1], "--version") == 0) {
        printf("%s\n", argp_program_version);
        return WP_EXIT_DONE;
    }
    for (size_t i = 0; i < COMMAND_COUNT; i++) {
        char name[64];

        if (strcmp(commands[i].name, argv[1]) != 0)
            continue;
        /* argp prints argv[0] in front of what it has to say. */
        snprintf(name, sizeof name, "wijkplaats %s", commands[i].name);
        argv[1] = name;
        return commands[i].run(argc - 1, argv + 1);
    }
    return unknown_command(argv[1]);
}
