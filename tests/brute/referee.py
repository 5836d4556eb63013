"""Decides a tiny round by trying every plan: what is allowed, which plans are best, and what each level is worth.

Written from the meaning of the rules alone. A plan is a pair of tuples with one entry a unit: the index of its project
(-1: not placed) and the index of its lecturer (-1: none).
"""

import itertools
import math
from dataclasses import dataclass
from fractions import Fraction

EARTH_RADIUS_KM = 6371.0


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
    feasible: int


class Referee:
    def __init__(self, rnd):
        self.round = rnd
        self.rules = rnd.rules
        self.districts = {d.id: d for d in rnd.districts}
        self.organisations = {o.id: o for o in rnd.organisations}
        self.students = {s.id: s for s in rnd.students}
        self.projects = sorted(rnd.projects, key=lambda p: p.id)
        self.lecturers = sorted(rnd.lecturers or [], key=lambda l: l.id)
        self.project_index = {p.id: i for i, p in enumerate(self.projects)}
        self.lecturer_index = {l.id: i for i, l in enumerate(self.lecturers)}
        self.minutes_between = {(a, b): minutes for a, b, minutes in rnd.travel}
        self.worst_rank = max((rank for s in rnd.students for rank, _ in s.choices), default=0)
        self.units = self._units()
        self._ranks_known = {}
        self._minutes_known = {}
        self.unit_of = {s: u for u, members in enumerate(self.units) for s in members}
        self.candidates = [[i for i, l in enumerate(self.lecturers) if self.may_guide(l, p)] for p in self.projects]

    # ---- who belongs together -------------------------------------------------------------------------------------

    def _units(self):
        parts = [{s.id} for s in self.round.students]
        ties = {}
        for s in self.round.students:
            if s.group:
                ties.setdefault(s.group, set()).add(s.id)
        bonds = list(ties.values()) + [set(d.students) for d in self.round.decisions if d.action == "together"]
        for bond in bonds:
            touched = [part for part in parts if part & bond]
            parts = [part for part in parts if not part & bond] + [set().union(*touched)]
        return sorted(sorted(part) for part in parts)

    def chose(self, unit):
        return any(self.students[s].choices for s in unit)

    def rank_in_unit(self, student, project):
        """The rank at which her unit lists the project for her; None where it does not list it."""
        unit = self.units[self.unit_of[student]]
        ranks = {}
        for member in unit:
            if not self.students[member].choices:
                continue
            given = [rank for rank, p in self.students[member].choices if p == project.id]
            if not given:
                return None
            ranks[member] = given[0]
        if not ranks:
            return None
        return ranks.get(student, max(ranks.values()))

    # ---- what decisions say ---------------------------------------------------------------------------------------

    def decided(self, action):
        return [d for d in self.round.decisions if d.action == action]

    def status(self, project):
        status = project.status or "optional"
        for d in self.round.decisions:
            if d.project == project.id and d.action in ("open", "close"):
                status = "open" if d.action == "open" else "closed"
        return status

    def waived(self, rule, student, project):
        exception = (project.id, rule)
        return any(student.id in d.students and (d.project, d.rule) == exception for d in self.decided("waive"))

    def pin(self, unit):
        """(project id, lecturer id or "") of a pinned unit, else None."""
        pins = [d for d in self.decided("pin") if set(d.students) & set(unit)]
        if not pins:
            return None
        return pins[0].project, next((d.lecturer for d in pins if d.lecturer), "")

    def barred(self, student, project):
        """Forbidden with the project or one of its hosts."""
        return any(
            student.id in d.students
            and (d.project == project.id or d.organisation in project.organisations)
            for d in self.decided("forbid")
        )

    # ---- who may go where -----------------------------------------------------------------------------------------

    def position_from(self, own, district):
        if own:
            return own
        return self.districts[district].position if district else None

    def trip(self, student, project):
        """Minutes one way, None if nobody knows."""
        a, b = student.district, project.district
        if a and b:
            for pair in ((a, b), (b, a)):
                if pair in self.minutes_between:
                    return self.minutes_between[pair]
            if a == b:
                return 0
        here = self.position_from(student.position, a)
        there = self.position_from(project.position, b)
        if not here or not there:
            return None
        (lat1, lon1), (lat2, lon2) = [tuple(map(math.radians, place)) for place in (here, there)]
        chord = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
        km = 2 * EARTH_RADIUS_KM * math.asin(min(1.0, math.sqrt(chord)))
        return math.ceil(round(km * self.rules.detour / self.rules.km_per_hour * 60, 6))

    def agreed(self, project):
        for host in project.organisations:
            o = self.organisations[host]
            if o.agreement_from and o.agreement_from > self.round.start:
                return False
            if o.agreement_until and o.agreement_until < self.round.end:
                return False
        return True

    def objections(self, student, project):
        """The rules about one student and one project that say no, waivers aside."""
        rules = self.rules
        if project.programmes and student.programme not in project.programmes:
            yield "programmes"
        if rules.years == "hard" and project.years and student.year not in project.years:
            yield "years"
        if rules.certificates == "hard" and not set(project.certificates) <= set(student.certificates):
            yield "certificates"
        if rules.languages == "hard" and not set(project.languages) <= set(student.languages):
            yield "languages"
        if rules.days_in_common and project.days:
            shared = len(project.days & student.days) if student.days else len(project.days)
            if shared < rules.days_in_common:
                yield "days_in_common"
        limit = rules.max_minutes if student.max_minutes is None else student.max_minutes
        if limit is not None and self.trip(student, project) > limit:
            yield "max_minutes"

    def eligible(self, student, project):
        if self.status(project) == "closed" or not self.agreed(project) or self.barred(student, project):
            return False
        return all(self.waived(rule, student, project) for rule in self.objections(student, project))

    def unit_may_go(self, unit, project):
        if not all(self.eligible(self.students[s], project) for s in unit):
            return False
        ranks = [self.rank_in_unit(s, project) for s in unit]
        limit = self.rules.max_choice
        if None in ranks:
            return self.rules.unlisted == "last" and not (limit and self.chose(unit))
        return not limit or max(ranks) <= limit

    def choices_of_unit(self, unit):
        pin = self.pin(unit)
        if pin:
            return [self.project_index[pin[0]]]
        places = [i for i, p in enumerate(self.projects) if self.unit_may_go(unit, p)]
        return places if self.rules.must_place else places + [-1]

    # ---- who may guide --------------------------------------------------------------------------------------------

    def may_guide(self, lecturer, project):
        for d in self.decided("pin"):
            if not d.students and d.project == project.id and d.lecturer and d.lecturer != lecturer.id:
                return False
        if project.lecturers:
            return lecturer.id in project.lecturers
        circle = self.circle(project)
        return project.district in lecturer.districts or circle in lecturer.circles

    def circle(self, project):
        if project.circle:
            return project.circle
        return self.districts[project.district].circle if project.district else ""

    def may_guide_unit(self, lecturer, unit):
        pin = self.pin(unit)
        if pin and pin[1] and pin[1] != lecturer.id:
            return False
        return not any(d.lecturer == lecturer.id and set(d.students) & set(unit) for d in self.decided("forbid"))

    # ---- whole plans ----------------------------------------------------------------------------------------------

    def size_bound(self):
        """At least as many as there are plans to try."""
        total = 1
        for unit in self.units:
            options = 0
            for p in self.choices_of_unit(unit):
                split = p >= 0 and self.lecturers and not self.rules.one_lecturer
                options += max(1, len(self.candidates[p])) if split else 1
            total *= max(1, options)
        if self.rules.one_lecturer:
            for guides in self.candidates:
                total *= max(1, len(guides))
        return total

    def seats_kept(self, assignment):
        heads = [0] * len(self.projects)
        for u, p in enumerate(assignment):
            if p >= 0:
                heads[p] += len(self.units[u])
        hosted, running = {}, {}
        for p, project in enumerate(self.projects):
            if heads[p] == 0:
                if self._must_run[p]:
                    return False
                continue
            if not self._least[p] <= heads[p] <= self._most[p]:
                return False
            for host in project.organisations:
                hosted[host] = hosted.get(host, 0) + heads[p]
                running[host] = running.get(host, 0) + 1
        for host, count in hosted.items():
            o = self.organisations[host]
            if o.max_students is not None and count > o.max_students:
                return False
            if o.max_projects is not None and running[host] > o.max_projects:
                return False
        for u, v in self._apart:
            if assignment[u] >= 0 and assignment[u] == assignment[v]:
                return False
        return True

    def guidings(self, assignment):
        """Every choice of lecturers, as one lecturer a unit."""
        placed = [u for u, p in enumerate(assignment) if p >= 0]
        if self.round.lecturers is None:
            yield (-1,) * len(assignment)
            return
        if not self.rules.one_lecturer:
            fits = [[l for l in self.candidates[assignment[u]] if self._guides_unit[u][l]] for u in placed]
            for picks in itertools.product(*fits):
                by_unit = dict(zip(placed, picks))
                yield tuple(by_unit.get(u, -1) for u in range(len(assignment)))
            return
        running = sorted({assignment[u] for u in placed})
        fits = [
            [l for l in self.candidates[p] if all(self._guides_unit[u][l] for u in placed if assignment[u] == p)]
            for p in running
        ]
        for picks in itertools.product(*fits):
            by_project = dict(zip(running, picks))
            yield tuple(by_project.get(p, -1) for p in assignment)

    def lecturer_loads(self, guiding):
        loads = [0] * len(self.lecturers)
        for u, l in enumerate(guiding):
            if l >= 0:
                loads[l] += self._unit_load[u]
        return loads

    def lecturers_kept(self, assignment, guiding):
        loads = self.lecturer_loads(guiding)
        guided = {(p, l) for p, l in zip(assignment, guiding) if l >= 0}
        for l, lecturer in enumerate(self.lecturers):
            room = lecturer.room
            if room is not None and loads[l] > room:
                return False
            if loads[l] < lecturer.floor:
                return False
            if lecturer.max_projects is not None and sum(1 for _, g in guided if g == l) > lecturer.max_projects:
                return False
        return True

    def plans(self, limit):
        self._least = [p.min_students or 1 for p in self.projects]
        self._most = [p.max_students - p.reserve for p in self.projects]
        self._must_run = [self.status(p) == "open" for p in self.projects]
        self._unit_load = [sum(self.students[s].load for s in unit) for unit in self.units]
        self._guides_unit = [[self.may_guide_unit(l, unit) for l in self.lecturers] for unit in self.units]
        self._apart = [
            (self.unit_of[a], self.unit_of[b])
            for d in self.decided("apart")
            for a, b in itertools.combinations(d.students, 2)
        ]
        if self.size_bound() > limit:
            raise TooLarge()
        found = []
        for assignment in itertools.product(*(self.choices_of_unit(unit) for unit in self.units)):
            if self.seats_kept(assignment):
                found += [(assignment, g) for g in self.guidings(assignment) if self.lecturers_kept(assignment, g)]
        return found

    # ---- what a plan is worth -------------------------------------------------------------------------------------

    def _unit_ranks(self, u, p):
        if (u, p) not in self._ranks_known:
            ranks = [self.rank_in_unit(s, self.projects[p]) for s in self.units[u]]
            self._ranks_known[u, p] = [self.worst_rank + 1 if rank is None else rank for rank in ranks]
        return self._ranks_known[u, p]

    def _unit_minutes(self, u, p):
        if (u, p) not in self._minutes_known:
            self._minutes_known[u, p] = sum(self.trip(self.students[s], self.projects[p]) for s in self.units[u])
        return self._minutes_known[u, p]

    def ranks(self, assignment):
        """The ranks that the placements of those who chose count."""
        for u, p in enumerate(assignment):
            if p >= 0 and self.chose(self.units[u]):
                yield from self._unit_ranks(u, p)

    def heads(self, assignment, choosing):
        return sum(len(unit) for unit, p in zip(self.units, assignment) if p >= 0 and self.chose(unit) == choosing)

    def minutes(self, assignment, choosing):
        return sum(
            self._unit_minutes(u, p)
            for u, p in enumerate(assignment)
            if p >= 0 and self.chose(self.units[u]) == choosing
        )

    def spread(self, guiding):
        loads = self.lecturer_loads(guiding)
        shares = [(loads[l], lecturer.room) for l, lecturer in enumerate(self.lecturers) if lecturer.room]
        if not shares:
            return 0
        return max(-(-1000 * load // room) for load, room in shares) - min(1000 * load // room for load, room in shares)

    def worth(self, name, plan):
        """The level's values as summary.json lists them."""
        assignment, guiding = plan
        last = self.worst_rank + 1
        if name == "placed":
            return [self.heads(assignment, True)]
        if name == "placed:rest":
            return [self.heads(assignment, False)]
        if name == "travel":
            return [self.minutes(assignment, True)]
        if name == "travel:rest":
            return [self.minutes(assignment, False)]
        if name == "balance":
            return [self.spread(guiding)]
        ranks = list(self.ranks(assignment))
        if name == "ranks:minimax":
            return [max(ranks, default=0)]
        if name == "ranks:greedy":
            return [ranks.count(k) for k in range(1, last + 1)]
        if name == "ranks:generous":
            return [ranks.count(k) for k in range(last, 0, -1)]
        exponent = int(name.partition("^")[2] or 1)
        return [sum(rank**exponent for rank in ranks)]

    @staticmethod
    def to_minimise(name, values):
        """The same with 'less is better' for every entry."""
        if name in ("placed", "placed:rest"):
            return [-values[0]]
        if name == "ranks:greedy":
            return [-v for v in values[:-1]] + values[-1:]
        return values

    def level_order(self):
        """(name, give-way or None) of every level, the implicit ones included."""
        order = [(o.name.replace("^1", ""), o.give_way) for o in self.round.objectives]
        names = [name for name, _ in order]
        if not self.rules.must_place and "placed" not in names:
            order.insert(0, ("placed", None))
        rest = []
        if self.rules.unlisted == "last" and not all(self.chose(unit) for unit in self.units):
            if any(name == "placed" for name, _ in order):
                rest.append(("placed:rest", None))
            if "travel" in names:
                rest.append(("travel:rest", None))
        early = [i for i, (name, _) in enumerate(order) if name in ("placed", "travel") or name.startswith("ranks:")]
        at = early[-1] + 1 if early else 0
        return order[:at] + rest + order[at:]

    def answer(self, limit=200000):
        """None if no plan exists."""
        plans = self.plans(limit)
        feasible = len(plans)
        if not plans:
            return None
        levels = []
        for name, give_way in self.level_order():
            known = {}
            worths = []
            for plan in plans:
                key = plan[1] if name == "balance" else plan[0]
                if key not in known:
                    known[key] = self.worth(name, plan)
                worths.append(self.to_minimise(name, known[key]))
            best = min(worths)
            if give_way is None:
                kept = [plan for plan, worth in zip(plans, worths) if worth == best]
            else:
                allowed = math.floor(best[0] * (100 + Fraction(give_way)) / 100)
                kept = [plan for plan, worth in zip(plans, worths) if worth[0] <= allowed]
            levels.append(
                Level(
                    name=name,
                    values=self.to_minimise(name, best),
                    array=name in ("ranks:greedy", "ranks:generous"),
                    gives_way=give_way is not None,
                    best=best[0],
                    excluded=len(plans) - len(kept),
                )
            )
            plans = kept
        return Answer(levels, set(plans), feasible)
