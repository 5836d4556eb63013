"""Gives tiny random rounds that a coordinator might have written, contradictions and wrong input left out.

The same number always gives the same round.
"""

import itertools
import random

from make_round import RoundMaker
from referee import Referee, TooLarge

MOST_PLANS = 15000  # rounds with more are thrown away
FEWEST_PLANS = 30  # a round with fewer decides little; only every seventh may have fewer, or none at all


def random_round(number):
    """(round, answer) of this number: the first of a series of random ones that is sound and small enough."""
    for attempt in itertools.count():
        rnd = RoundMaker(random.Random(f"wijkplaats {number}/{attempt}")).make()
        referee = Referee(rnd)
        if not sound(referee):
            continue
        try:
            answer = referee.answer(MOST_PLANS)
        except TooLarge:
            continue
        if number % 7 == 0 or (answer and answer.feasible >= FEWEST_PLANS):
            return rnd, answer


def trips_unknown(referee):
    """Whether the round needs a trip that nobody knows."""
    rnd = referee.round
    limited = rnd.rules.max_minutes is not None or any(s.max_minutes is not None for s in rnd.students)
    if not limited and not any(o.name == "travel" for o in referee.objectives()):
        return False
    return any(referee.trip(s, p) is None for s in rnd.students for p in rnd.projects)


def sound(referee):
    """No contradiction that the program has to refuse as wrong input."""
    rnd = referee.round
    if trips_unknown(referee):
        return False
    for d in rnd.decisions:
        units = {referee.unit_of[s] for s in d.students}
        pins = [pin for pin in (referee.pin(referee.units[u]) for u in units) if pin]
        if d.action == "apart" and (len(units) < len(d.students) or len({p for p, _ in pins}) < len(pins)):
            return False
    for project in rnd.projects:
        said = [d.action for d in rnd.decisions if d.project == project.id and d.action in ("open", "close")]
        pins = [d for d in rnd.decisions if d.action == "pin" and d.project == project.id and d.lecturer]
        named = {d.lecturer for d in pins if rnd.rules.one_lecturer or not d.students}
        if len(said) > 1 or len(named) > 1:
            return False
    for d in rnd.decisions:
        if d.action == "pin" and not d.students:
            lecturer = referee.lecturers[referee.lecturer_index[d.lecturer]]
            project = referee.projects[referee.project_index[d.project]]
            if lecturer.room == 0 or not referee.may_guide(lecturer, project):
                return False
    return all(_pin_sound(referee, unit) for unit in referee.units)


def _pin_sound(referee, unit):
    pins = [d for d in referee.decided("pin") if set(d.students) & set(unit)]
    if not pins:
        return True
    if len({d.project for d in pins}) > 1 or len({d.lecturer for d in pins if d.lecturer}) > 1:
        return False
    project = referee.projects[referee.project_index[pins[0].project]]
    guides = [l for l in referee.lecturers if referee.may_guide(l, project) and referee.may_guide_unit(l, unit)]
    guides = [l for l in guides if l.room != 0]
    if referee.round.lecturers is not None and not guides:
        return False
    return all(referee.eligible(referee.students[s], project) for s in unit)
