/* cmd_publish.c: `wijkplaats publish`: from a written plan, a folder for each of those whom it concerns. */
#define _XOPEN_SOURCE 700 /* strdup */
#include "cli.h"
#include "folder_path.h"
#include "load_plan.h"
#include "publish.h"
#include "publish_text.h"
#include "published.h"
#include "publisher.h"
#include "translate.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct publish_options {
    struct wp_common_options common;
    const char *plan;
    const char *folder; /* -o, or NULL */
    const char *since;  /* or NULL */
    bool pseudonyms;
    const char *key_file; /* --pseudonym-key, or NULL */
    const char *by;       /* --by, or NULL */
};

enum { OPTION_SINCE = 256, OPTION_PSEUDONYMS, OPTION_KEY_FILE, OPTION_BY };

static error_t parse(int key, char *argument, struct argp_state *state) {
    struct publish_options *options = state->input;
    switch (key) {
    case ARGP_KEY_INIT:
        state->child_inputs[0] = &options->common;
        return 0;
    case 'o':
        options->folder = argument;
        return 0;
    case OPTION_SINCE:
        options->since = argument;
        return 0;
    case OPTION_PSEUDONYMS:
        options->pseudonyms = true;
        return 0;
    case OPTION_KEY_FILE:
        options->key_file = argument;
        return 0;
    case OPTION_BY:
        if (!*argument)
            argp_error(state, "%s", _("--by is empty: name who publishes"));
        options->by = argument;
        return 0;
    default:
        if (key == ARGP_KEY_END && options->key_file && !options->pseudonyms)
            argp_error(state, "%s", _("--pseudonym-key does nothing without --pseudonyms"));
        return wp_options_target(key, argument, state, &options->plan, N_("which plan? name its folder"));
    }
}

static const struct argp_option own_options[] = {
    {"output", 'o', N_("DIR"), 0,
     N_("Write to DIR (default: the plan's folder with -publish after its name)"), 0},
    {"since", OPTION_SINCE, N_("DIR"), 0,
     N_("Write only to those who are told something else than in the earlier plan in DIR, and say what"), 0},
    {"by", OPTION_BY, N_("NAME"), 0, N_("Who publishes (default: the name of who is logged in)"), 0},
    {"pseudonyms", OPTION_PSEUDONYMS, NULL, 0,
     N_("Pseudonyms instead of names and numbers, for sharing or research; the same ones in every round that "
        "uses the same secret"),
     0},
    {"pseudonym-key", OPTION_KEY_FILE, N_("FILE"), 0,
     N_("The secret of the pseudonyms (default: pseudonyms.key beside the plan's folder, made if missing)"),
     0},
    {0}};
static const struct argp_child children[] = {{&wp_common_argp, 0, N_("Common options:"), 1}, {0}};
static const struct argp publish_argp = {
    .options = own_options,
    .parser = parse,
    .args_doc = N_("DIR"),
    .doc =
        N_("From the plan in DIR, writes a folder for each lecturer, broker, organisation and student, with "
           "what concerns them only, and mail.csv, a list for a mail merge."),
    .children = children,
};

/* What a publication is made from and where it goes. Start with {0}; clear in any case. */
struct publishing {
    const struct publish_options *options;
    struct wp_loaded_plan plan, earlier;
    char *target, *key_beside;
    const char *key_path; /* of the secret: key_beside, or as named */
    struct wp_pseudonyms pseudonyms;
    bool key_is_new;
    struct wp_publication *publication, *since;
    struct wp_published_file record;
    char name[256]; /* of who publishes */
    time_t at;
};

static void clear(struct publishing *publishing) {
    wp_published_free(&publishing->record);
    wp_publication_free(publishing->publication);
    wp_publication_free(publishing->since);
    wp_loaded_plan_clear(&publishing->plan);
    wp_loaded_plan_clear(&publishing->earlier);
    free(publishing->target);
    free(publishing->key_beside);
}

/* -o, or the plan's folder with "-publish"; refused where it cannot be replaced. */
static int find_target(struct publishing *publishing, struct wp_error *error) {
    const struct publish_options *options = publishing->options;
    int code = 0;
    if (!options->folder)
        code = wp_folder_beside(options->plan, "-publish", &publishing->target, error);
    else if (!(publishing->target = strdup(options->folder)))
        code = wp_error_memory(error);
    return code ? code : wp_publish_check(publishing->target, error);
}

/* Solve replaces a plan's folder as a whole, and refuses one that holds anything else. */
static int check_outside(const char *plan, const char *target, struct wp_error *error) {
    struct wp_folder_path folder = {0}, place = {0};
    char *full = NULL;
    int code = wp_folder_path_find(plan, &folder, error);
    if (code == 0)
        code = wp_folder_path_find(target, &place, error);
    if (code == 0 && !(full = wp_folder_path_join(&folder, "", "")))
        code = wp_error_memory(error);
    size_t length = code == 0 ? strlen(full) : 0;
    if (code == 0 && strncmp(place.parent, full, length) == 0 && strchr("/", place.parent[length]))
        code =
            wp_error_set(error, WP_USAGE, "\"%s\" lies in the folder of a plan; name one outside it", target);
    free(full);
    wp_folder_path_clear(&place);
    wp_folder_path_clear(&folder);
    return code;
}

/* A plan has not changed since itself. */
static int check_since(const struct publish_options *options, struct wp_error *error) {
    struct stat plan, since;
    if (options->since && stat(options->plan, &plan) == 0 && stat(options->since, &since) == 0 &&
        plan.st_dev == since.st_dev && plan.st_ino == since.st_ino)
        return wp_error_set(error, WP_USAGE,
                            "\"%s\" is the plan itself; --since names the folder of an earlier one",
                            options->since);
    return 0;
}

/* Beside the plan's folder. */
static int find_key_beside(struct publishing *publishing, struct wp_error *error) {
    struct wp_folder_path place = {0};
    int code = wp_folder_path_find(publishing->options->plan, &place, error);
    free(place.name);
    place.name = strdup("pseudonyms.key");
    if (code == 0 && place.name)
        publishing->key_beside = wp_folder_path_join(&place, "", "");
    if (code == 0 && !publishing->key_beside)
        code = wp_error_memory(error);
    publishing->key_path = publishing->key_beside;
    wp_folder_path_clear(&place);
    return code;
}

/* The secret's file: as named, which must be there, since a misspelt name would give everybody new
 * pseudonyms; else beside the plan, where it is made once. */
static int find_pseudonyms(struct publishing *publishing, struct wp_error *error) {
    const struct publish_options *options = publishing->options;
    bool found;
    int code = 0;
    if (options->key_file)
        publishing->key_path = options->key_file;
    else
        code = find_key_beside(publishing, error);
    if (code == 0)
        code = wp_pseudonyms_read(publishing->key_path, &publishing->pseudonyms, &found, error);
    if (code != 0 || found)
        return code;
    if (options->key_file)
        return wp_error_at(error, WP_INPUT, options->key_file, 0, 0,
                           "is not there; without --pseudonym-key a secret is made beside the plan's folder");
    return wp_pseudonyms_make(publishing->key_path, &publishing->pseudonyms, &publishing->key_is_new, error);
}

static int make_publication(const struct publishing *publishing, const struct wp_loaded_plan *loaded,
                            struct wp_publication **out, struct wp_error *error) {
    const struct wp_pseudonyms *pseudonyms = publishing->options->pseudonyms ? &publishing->pseudonyms : NULL;
    int code = pseudonyms ? wp_pseudonyms_check(pseudonyms, loaded->round, error) : 0;
    return code ? code
                : wp_publication_new(loaded->round, loaded->plan, loaded->record->proven, pseudonyms, out,
                                     error);
}

/* What there is to tell. */
static int prepare(struct publishing *publishing, struct wp_error *error) {
    const struct publish_options *options = publishing->options;
    int code = check_outside(options->plan, publishing->target, error);
    if (code == 0 && options->since)
        code = check_outside(options->since, publishing->target, error);
    if (code == 0)
        code = wp_publisher_moment(&publishing->at, error);
    if (code == 0 && options->pseudonyms)
        code = find_pseudonyms(publishing, error);
    if (code == 0)
        code = make_publication(publishing, &publishing->plan, &publishing->publication, error);
    if (code == 0 && options->since)
        code = make_publication(publishing, &publishing->earlier, &publishing->since, error);
    if (code == 0 && options->since)
        code = wp_publication_since(publishing->publication, publishing->since, error);
    return code;
}

/* The plan's record is on disk before the publication is, and takes its place after it: neither can be
 * missing for want of room. What is shared behind pseudonyms does not make the plan a published one. */
static int write_all(struct publishing *publishing, struct wp_error *error) {
    const struct publish_options *options = publishing->options;
    const char *by = options->by ? options->by : wp_publisher_name(publishing->name, sizeof publishing->name);
    const struct wp_publish_options recorded = {.plan = options->plan,
                                                .since = options->since,
                                                .by = options->pseudonyms && !options->by ? "" : by,
                                                .at = publishing->at};
    const struct wp_published published = {
        .by = by, .at = publishing->at, .folder = publishing->target, .since = options->since};
    int code = 0;
    if (!options->pseudonyms)
        code = wp_published_begin(options->plan, &published, &publishing->record, error);
    if (code == 0)
        code = wp_publish(publishing->target, publishing->publication, &recorded, error);
    if (code == 0 && !options->pseudonyms)
        code = wp_published_commit(&publishing->record, error);
    return code;
}

static int print_done(const struct publishing *publishing, struct wp_error *error) {
    if (publishing->key_is_new)
        printf(_("A secret for pseudonyms was made in %s. Keep it to yourself, and for later rounds.\n"),
               publishing->key_path);
    return wp_publish_text(stdout, publishing->publication, publishing->target, publishing->options->since,
                           publishing->options->common.verbose, error);
}

/* The earlier plan is read by its own settings: what --set changes is this round's. */
static int load_plans(struct publishing *publishing) {
    const struct publish_options *options = publishing->options;
    const struct wp_common_options plain = {.quiet = options->common.quiet};
    int status = wp_load_plan(&options->common, options->plan, &publishing->plan);
    if (status == 0 && options->since)
        status = wp_load_plan(&plain, options->since, &publishing->earlier);
    return status;
}

int wp_cmd_publish(int argc, char **argv) {
    struct publish_options options = {0};
    struct publishing publishing = {.options = &options};
    struct wp_error error = {0};

    int status = wp_options_parse(&publish_argp, argc, argv, &options);
    if (status != 0)
        goto out;
    int code = find_target(&publishing, &error);
    if (code == 0)
        code = check_since(&options, &error);
    if (code == 0) {
        status = load_plans(&publishing);
        if (status != 0)
            goto out;
        code = prepare(&publishing, &error);
    }
    if (code == 0)
        code = write_all(&publishing, &error);
    if (code != 0 && publishing.key_is_new)
        (void)unlink(publishing.key_path);
    if (code == 0 && !options.common.quiet)
        code = print_done(&publishing, &error);
    if (code != 0)
        status = wp_print_error(&error);
out:
    clear(&publishing);
    wp_common_options_clear(&options.common);
    return status;
}
