"""For every rule and every feature of a round: the same round as if nobody had asked for it, or had read it carelessly.

If leaving a thing out never changed an answer, no round would notice a program that ignores it.
"""

import copy
from dataclasses import replace

from generate import trips_unknown
from overlooked import OVERLOOKED
from referee import Referee, TooLarge

ROOMY = 99


def _each(objects, **values):
    for item in objects:
        for name, value in values.items():
            setattr(item, name, value)


def _rules(**values):
    def change(rnd):
        rnd.rules = replace(rnd.rules, **values)

    return change


def _projects(**values):
    return lambda rnd: _each(rnd.projects, **values)


def _students(**values):
    return lambda rnd: _each(rnd.students, **values)


def _lecturers(**values):
    return lambda rnd: _each(rnd.lecturers or [], **values)


def _organisations(**values):
    return lambda rnd: _each(rnd.organisations, **values)


def _decisions(applies):
    def change(rnd):
        rnd.decisions = [d for d in rnd.decisions if not applies(d)]

    return change


def _status(word):
    def change(rnd):
        for p in rnd.projects:
            if p.status == word:
                p.status = ""

    return change


def _pinned_lecturers(rnd):
    for d in rnd.decisions:
        if d.action == "pin" and d.students:
            d.lecturer = ""


def _any_lecturer_in(place):
    """As if every lecturer covered every district (or circle, or list)."""

    def change(rnd):
        for l in rnd.lecturers or []:
            if place == "districts":
                l.districts = [d.id for d in rnd.districts]
            elif place == "circles":
                l.circles = [item.circle for item in rnd.districts + rnd.projects if item.circle]
        if place == "lists":
            _each(rnd.projects, lecturers=[])

    return change


def _no_circles_of_districts(rnd):
    _each(rnd.districts, circle="")


def _seats(rnd):
    for p in rnd.projects:
        p.max_students = ROOMY + p.reserve


def _no_reserve(rnd):
    _each(rnd.lecturers or [], reserve=0)


def _unlisted(rnd):
    rnd.rules = replace(rnd.rules, unlisted="never" if rnd.rules.unlisted == "last" else "last")


def _ties(rnd):
    for s in rnd.students:
        s.choices = [(rank, p) for rank, (_, p) in enumerate(sorted(s.choices, key=lambda c: c[0]), 1)]


def _blanks(rnd):
    for s in rnd.students:
        ranks = sorted({rank for rank, _ in s.choices})
        s.choices = [(1 + ranks.index(rank), p) for rank, p in s.choices]


def _symmetric(rnd):
    one_way = {}
    for a, b, minutes in rnd.travel:
        if (b, a) not in one_way:
            one_way[a, b] = minutes
    rnd.travel = [(a, b, minutes) for (a, b), minutes in one_way.items()]


def _no_give_way(rnd):
    _each(rnd.objectives or [], give_way=None)


def _coordinates(rnd):
    """As if everybody lived at the equator."""
    for item in rnd.students + rnd.projects + rnd.districts:
        if item.position:
            item.position = (0.0, 0.0)


def _pairs(rnd):
    rnd.travel = [(a, b, 0) for a, b, _ in rnd.travel]


def _mixes(change_one):
    def change(rnd):
        for p in rnd.projects:
            if p.mix:
                change_one(p.mix, rnd)

    return change


def _no_least(mix, _):
    mix.bounds = {programme: (0, most) for programme, (_, most) in mix.bounds.items()}


def _no_most(mix, _):
    mix.bounds = {programme: (least, None) for programme, (least, _) in mix.bounds.items()}


def _no_count(mix, _):
    mix.programmes = None


def _not_overridden(mix, rnd):
    mix.programmes = max(mix.programmes or 0, rnd.rules.min_programmes) or None


def _share_in_tenths(rnd):
    rnd.rules = replace(rnd.rules, collective_share=rnd.rules.collective_share // 10 * 10)


def _off(name, word):
    """As if the rule were off where it is `word`."""

    def change(rnd):
        if getattr(rnd.rules, name) == word:
            rnd.rules = replace(rnd.rules, **{name: "off"})

    return change


def _history(**values):
    return lambda rnd: [_each(file.rows, **values) for file in rnd.history]


def _history_files(former_plan):
    def change(rnd):
        rnd.history = [file for file in rnd.history if file.former_plan != former_plan]

    return change


def _base(**values):
    return lambda rnd: _each(rnd.base or [], **values)


def _base_rows(goes):
    """As if these rows were not in the base plan; goes(row, project ids, student ids)."""

    def change(rnd):
        if rnd.base is not None:
            projects, students = {p.id for p in rnd.projects}, {s.id for s in rnd.students}
            rnd.base = [row for row in rnd.base if not goes(row, projects, students)]

    return change


LEFT_OUT = {
    "seats: maximum": _seats,
    "seats: minimum": _projects(min_students=None),
    "seats: status open": _status("open"),
    "seats: status closed": _status("closed"),
    "seats: reserve": _projects(reserve=0),
    "load of a student": _students(load=100),
    "lecturers: minimum": _lecturers(minimum=0),
    "lecturers: maximum": _lecturers(maximum=None),
    "lecturers: reserve": _no_reserve,
    "lecturers: max_projects": _lecturers(max_projects=None),
    "lecturers: by district": _any_lecturer_in("districts"),
    "lecturers: by circle": _any_lecturer_in("circles"),
    "lecturers: by a district's circle": _no_circles_of_districts,
    "lecturers: by the project's list": _any_lecturer_in("lists"),
    "one_lecturer_per_project = yes": _rules(one_lecturer=False),
    "one_lecturer_per_project = no": _rules(one_lecturer=True),
    "organisations: max_students": _organisations(max_students=None),
    "organisations: max_projects": _organisations(max_projects=None),
    "organisations: agreement_from": _organisations(agreement_from=None),
    "organisations: agreement_until": _organisations(agreement_until=None),
    "programmes": _projects(programmes=[]),
    "years": _projects(years=[]),
    "years = off": _rules(years="hard"),
    "certificates": _projects(certificates=[]),
    "certificates = off": _rules(certificates="hard"),
    "languages": _projects(languages=[]),
    "languages = off": _rules(languages="hard"),
    "days_in_common": _rules(days_in_common=0),
    "max_minutes": _rules(max_minutes=None),
    "max_minutes of a student": _students(max_minutes=None),
    "max_choice": _rules(max_choice=None),
    "unlisted": _unlisted,
    "must_place": _rules(must_place=False),
    "group": _students(group=""),
    "together": _decisions(lambda d: d.action == "together"),
    "apart": _decisions(lambda d: d.action == "apart"),
    "pin: students": _decisions(lambda d: d.action == "pin" and d.students and not d.lecturer),
    "pin: students with a lecturer": _pinned_lecturers,
    "pin: lecturer of a project": _decisions(lambda d: d.action == "pin" and not d.students),
    "forbid: project": _decisions(lambda d: d.action == "forbid" and d.project),
    "forbid: organisation": _decisions(lambda d: d.action == "forbid" and d.organisation),
    "forbid: lecturer": _decisions(lambda d: d.action == "forbid" and d.lecturer),
    "open": _decisions(lambda d: d.action == "open"),
    "close": _decisions(lambda d: d.action == "close"),
    "waive: programmes": _decisions(lambda d: d.rule == "programmes"),
    "waive: years": _decisions(lambda d: d.rule == "years"),
    "waive: certificates": _decisions(lambda d: d.rule == "certificates"),
    "waive: languages": _decisions(lambda d: d.rule == "languages"),
    "waive: days_in_common": _decisions(lambda d: d.rule == "days_in_common"),
    "waive: max_minutes": _decisions(lambda d: d.rule == "max_minutes"),
    "ties in ranks": _ties,
    "blank choices and gaps in ranks": _blanks,
    "travel: pairs": _pairs,
    "travel: other way": _symmetric,
    "travel: coordinates": _coordinates,
    "give-way": _no_give_way,
    "min_programmes": _rules(min_programmes=0),
    "mix: at least so many of a programme": _mixes(_no_least),
    "mix: at most so many of a programme": _mixes(_no_most),
    "mix: at least so many programmes": _mixes(_no_count),
    "mix: overrides min_programmes": _mixes(_not_overridden),
    "new_organisation = hard": _off("new_organisation", "hard"),
    "new_district = hard": _off("new_district", "hard"),
    "new_teammates = hard": _off("new_teammates", "hard"),
    "new_organisation = soft": _off("new_organisation", "soft"),
    "new_district = soft": _off("new_district", "soft"),
    "new_teammates = soft": _off("new_teammates", "soft"),
    "waive: new_organisation": _decisions(lambda d: d.rule == "new_organisation"),
    "waive: new_district": _decisions(lambda d: d.rule == "new_district"),
    "history: a file": _history_files(former_plan=False),
    "history: a former plan": _history_files(former_plan=True),
    "history: the round": _history(round="2026-1"),
    "circle_min_projects": _rules(circle_min_projects=0),
    "domains_per_circle": _rules(domains_per_circle=0),
    "collective_share": _rules(collective_share=0),
    "collective_share: hundredths": _share_in_tenths,
    "stability": _rules(no_envy=False),
    "meetings": _rules(meetings=False),
    "slots of a student": _students(slots=frozenset()),
    "slots of a project": _projects(slots=frozenset()),
    "slots of a lecturer": _lecturers(slots=frozenset()),
    "base: project": _base(project=""),
    "base: lecturer": _base(lecturer=""),
    "base: slot": _base(slot=""),
    "base: projects that are gone": _base_rows(lambda row, projects, _: row.project not in projects),
    "seed": lambda rnd: setattr(rnd, "seed", None),
}


def _comparable(answer):
    if answer is None:
        return None
    return [(level.name, level.best if level.gives_way else level.values) for level in answer.levels]


def names():
    return [*LEFT_OUT, *OVERLOOKED]


def _without(name, rnd):
    """A referee who leaves the thing out; None if that is nothing to this round."""
    if name in OVERLOOKED:
        careless, concerns = OVERLOOKED[name]
        return careless(rnd) if concerns(rnd) else None
    changed = copy.deepcopy(rnd)
    LEFT_OUT[name](changed)
    return Referee(changed) if changed != rnd else None


def occurs(name, rnd):
    return _without(name, rnd) is not None


def matters(name, rnd, answer):
    """Does leaving it out change the round's answer? False where that would take too many plans to tell."""
    referee = _without(name, rnd)
    if referee is None or trips_unknown(referee):
        return False
    try:
        return _comparable(referee.answer()) != _comparable(answer)
    except TooLarge:
        return False
