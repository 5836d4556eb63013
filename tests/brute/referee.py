"""Decides a tiny round by trying every plan: which plans are allowed, which are best, and what each level is worth.

Written from the meaning of the rules alone. The slots of meetings are tried only from the first level on that looks at
them; until then it is enough that a timetable exists, and a plan's timetable is None.
"""

import itertools
import math
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from levels import ARRAYS, BY_GUIDING, BY_TIMETABLE, MAXIMISED, Levels
from rules import Teams


class TooLarge(Exception):
    """There are more plans than one cares to try."""


@dataclass
class Level:
    name: str
    values: list  # what summary.json should say; one entry unless `array`
    array: bool
    gives_way: bool
    best: int  # own optimum, where it gives way
    excluded: int  # feasible plans that this level ruled out


@dataclass
class Answer:
    levels: list
    plans: set  # all that are left after the last level
    feasible: int  # how many there were at first, timetables aside


class Referee(Levels):
    # ---- all plans ------------------------------------------------------------------------------------------------

    @cached_property
    def _choices(self):
        return [self.choices_of_unit(unit) for unit in self.units]

    def size_bound(self):
        """At least as many as there are plans to try, timetables aside."""
        total = 1
        for places in self._choices:
            options = 0
            for p in places:
                split = p >= 0 and self.lecturers and not self.rules.one_lecturer
                options += max(1, len(self.candidates[p])) if split else 1
            total *= max(1, options)
        if self.rules.one_lecturer:
            for guides in self.candidates:
                total *= max(1, len(guides))
        return total

    def assignments(self, chosen=()):
        """Every way to send the units to projects that is not over a project's seats already."""
        if len(chosen) == len(self.units):
            yield chosen
            return
        unit = self.units[len(chosen)]
        for p in self._choices[len(chosen)]:
            heads = sum(len(self.units[u]) for u, at in enumerate(chosen) if at == p)
            if p < 0 or heads + len(unit) <= self.seats(p):
                yield from self.assignments(chosen + (p,))

    def guidings(self, assignment):
        """Every choice of lecturers, as one lecturer a unit."""
        if self.round.lecturers is None:
            yield (-1,) * len(assignment)
            return
        placed = [u for u, p in enumerate(assignment) if p >= 0]
        # Who chooses a lecturer of her own: each unit, or each project for all its units.
        choosers = [[u] for u in placed]
        if self.rules.one_lecturer:
            choosers = [[u for u in placed if assignment[u] == p] for p in sorted({assignment[u] for u in placed})]
        fits = [
            [l for l in self.candidates[assignment[units[0]]] if all(self._may_guide(l, u) for u in units)]
            for units in choosers
        ]
        for picks in itertools.product(*fits):
            guiding = [-1] * len(assignment)
            for units, l in zip(choosers, picks):
                for u in units:
                    guiding[u] = l
            yield tuple(guiding)

    def _may_guide(self, l, u):
        return self.may_guide_unit(self.lecturers[l], self.units[u])

    def plans(self, limit):
        """(assignment, guiding, None) of all plans that keep the rules."""
        if self.size_bound() > limit:
            raise TooLarge()
        found = []
        for assignment in self.assignments():
            teams = Teams(self, assignment)
            if self.teams_allowed(teams):
                found += [(assignment, g, None) for g in self.guidings(assignment) if self.allowed(teams, g)]
        return found

    def allowed(self, teams, guiding):
        return (
            self.lecturers_kept(teams.assignment, guiding)
            and self.can_meet(teams.assignment, guiding)
            and self.free_of_envy(teams, guiding)
        )

    def with_timetables(self, plans, limit):
        found = []
        for assignment, guiding, _ in plans:
            for timetable in self.timetables(assignment, guiding):
                found.append((assignment, guiding, timetable))
                if len(found) > limit:
                    raise TooLarge()
        return found

    # ---- the best of them -----------------------------------------------------------------------------------------

    def answer(self, limit=200000):
        """None if no plan exists."""
        plans = self.plans(limit)
        feasible = len(plans)
        if not plans:
            return None
        levels = []
        for name, give_way in self.level_order():
            if name in BY_TIMETABLE and plans[0][2] is None:
                plans = self.with_timetables(plans, limit)
            values = self.values(name, plans)
            best = min(values, key=lambda value: self.to_minimise(name, value))
            kept = [plan for plan, value in zip(plans, values) if self.good_enough(name, value, best, give_way)]
            levels.append(
                Level(
                    name=name,
                    values=best,
                    array=name in ARRAYS,
                    gives_way=give_way is not None,
                    best=best[0],
                    excluded=len(plans) - len(kept),
                )
            )
            plans = kept
        return Answer(levels, set(plans), feasible)

    def values(self, name, plans):
        """The worth of each plan, worked out once for plans that the level cannot tell apart."""
        known = {}
        values = []
        for plan in plans:
            seen = plan if name in BY_TIMETABLE else plan[:2] if name in BY_GUIDING else plan[0]
            if seen not in known:
                known[seen] = self.worth(name, plan)
            values.append(known[seen])
        return values

    @staticmethod
    def good_enough(name, value, best, give_way):
        if give_way is None:
            return value == best
        if name in MAXIMISED:
            return value[0] >= math.ceil(best[0] * (100 - Fraction(give_way)) / 100)
        return value[0] <= math.floor(best[0] * (100 + Fraction(give_way)) / 100)

    def is_best(self, plan, answer):
        """Whether this plan, its timetable included, is one of those that are left."""
        assignment, guiding, timetable = plan
        if plan in answer.plans:
            return True
        return (assignment, guiding, None) in answer.plans and timetable in self.timetables(assignment, guiding)
