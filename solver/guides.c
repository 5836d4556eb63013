/* guides.c: who may guide each project, and whether its hosts' agreements cover the round. */
#include "finish.h"
#include "translate.h"

static void check_dates(const struct wp_round *round, struct wp_diagnostics *diagnostics) {
    const struct wp_settings *settings = round->settings;

    for (int o = 0; o < round->organisation_count; o++) {
        const struct wp_organisation *host = &round->organisations[o];
        bool from = host->agreement_from != WP_NO_DAY && settings->start == WP_NO_DAY;
        bool until = host->agreement_until != WP_NO_DAY && settings->end == WP_NO_DAY;

        if (from || until)
            wp_diagnostics_error(
                diagnostics, host->where,
                !until  ? _("organisation %s has an agreement with a date, but [round] has no "
                             "start to compare it with")
                : !from ? _("organisation %s has an agreement with a date, but [round] has no "
                            "end to compare it with")
                        : _("organisation %s has an agreement with a date, but [round] has no "
                            "start and no end to compare it with"),
                host->id);
    }
}

static bool covers_round(const struct wp_settings *settings, const struct wp_organisation *host) {
    if (host->agreement_from != WP_NO_DAY && settings->start != WP_NO_DAY &&
        host->agreement_from > settings->start)
        return false;
    return host->agreement_until == WP_NO_DAY || settings->end == WP_NO_DAY ||
           host->agreement_until >= settings->end;
}

/* Does she guide anybody, and does she cover the project's place or stand on its list? */
static bool may_guide(const struct wp_project *project, const struct wp_lecturer *lecturer, int index) {
    if (lecturer->max_load == 0 || lecturer->max_projects == 0)
        return false;
    if (project->listed_lecturers.count > 0)
        return wp_list_has(project->listed_lecturers, index);
    return (project->district >= 0 && wp_list_has(lecturer->districts, project->district)) ||
           (project->circle >= 0 && wp_list_has(lecturer->circles, project->circle));
}

static int find_lecturers(struct wp_round *round, struct wp_project *project, struct wp_error *error) {
    int count = 0, *items;

    project->lecturers = (struct wp_list){0};
    for (int l = 0; l < round->lecturer_count; l++)
        count += may_guide(project, &round->lecturers[l], l);
    if (count == 0)
        return 0;
    items = wp_arena_alloc(round->arena, (size_t)count, sizeof *items);
    if (!items)
        return wp_error_memory(error);
    count = 0;
    for (int l = 0; l < round->lecturer_count; l++) {
        if (may_guide(project, &round->lecturers[l], l))
            items[count++] = l;
    }
    project->lecturers = (struct wp_list){items, count};
    return 0;
}

int wp_guides_find(struct wp_round *round, struct wp_diagnostics *diagnostics, struct wp_error *error) {
    check_dates(round, diagnostics);
    for (int p = 0; p < round->project_count; p++) {
        struct wp_project *project = &round->projects[p];
        int code = find_lecturers(round, project, error);

        if (code)
            return code;
        project->agreed = true;
        for (int h = 0; h < project->organisations.count; h++) {
            if (!covers_round(round->settings, &round->organisations[project->organisations.items[h]]))
                project->agreed = false;
        }
    }
    return 0;
}
