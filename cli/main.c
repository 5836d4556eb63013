/* main.c: finds the command and runs it. */
#include "cli.h"
#include "suggest.h"
#include <stdio.h>
#include <string.h>

/* Only what this version has. */
static const struct wp_command commands[] = {
    {"init", "write a commented template round that solves as it is", wp_cmd_init},
    {"check", "validate everything, print what was understood, solve nothing", wp_cmd_check},
    {"solve", "place the students and write the plan", wp_cmd_solve},
    {"whatif", "solve a round and its scenarios, and compare them", wp_cmd_whatif},
    {"compare", "print written plans side by side", wp_cmd_compare},
    {"publish", "write a list for each lecturer", wp_cmd_publish},
    {"export", "write the integer program for any other solver", wp_cmd_export},
    {"generate", "write a synthetic round", wp_cmd_generate},
};
#define COMMAND_COUNT (sizeof commands / sizeof commands[0])

static void print_usage(FILE *stream) {
    fputs("Usage: wijkplaats COMMAND [OPTION...] [ARGUMENT...]\n", stream);
}

static void print_help(void) {
    print_usage(stdout);
    fputs("Places students on neighbourhood projects, and proves that no better plan exists.\n\n", stdout);
    for (size_t i = 0; i < COMMAND_COUNT; i++)
        printf("  %-10s %s\n", commands[i].name, commands[i].summary);
    fputs("\n  --help     print this, or, behind a command, what the command does\n"
          "  --version  print the program's version\n"
          "\nExample:\n"
          "  wijkplaats init my-round\n"
          "  wijkplaats solve my-round/round.ini\n"
          "\nExit status: 0 a plan was written or the check passed, 1 no plan exists, 2 wrong usage,\n"
          "3 wrong input, 4 stopped at a limit before any plan was found, 5 an internal error.\n",
          stdout);
}

static int unknown_command(const char *name) {
    const char *names[COMMAND_COUNT], *near;

    for (size_t i = 0; i < COMMAND_COUNT; i++)
        names[i] = commands[i].name;
    near = wp_suggest(name, names, COMMAND_COUNT);
    if (near != NULL)
        fprintf(stderr, "wijkplaats: there is no command \"%s\"; did you mean %s?\n", name, near);
    else
        fprintf(stderr, "wijkplaats: there is no command \"%s\"\n", name);
    print_usage(stderr);
    fputs("Try `wijkplaats --help' for the commands.\n", stderr);
    return WP_EXIT_USAGE;
}

int main(int argc, char **argv) {
    if (argc < 2) {
        print_usage(stderr);
        fputs("Try `wijkplaats --help' for the commands.\n", stderr);
        return WP_EXIT_USAGE;
    }
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
