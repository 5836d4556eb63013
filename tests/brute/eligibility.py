"""What a round says before anybody is placed: units, ranks, decisions, history, who may go where and who may guide."""

import itertools
import math

from model import SLOTS

EARTH_RADIUS_KM = 6371.0


class Eligibility:
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
        self.unit_of = {s: u for u, members in enumerate(self.units) for s in members}
        self.unit_load = [sum(self.students[s].load for s in unit) for unit in self.units]
        self.met_hosts, self.met_districts, self.met_students = self._history()
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

    # ---- what was before ------------------------------------------------------------------------------------------

    def _history(self):
        """Student -> hosts, student -> districts, and the pairs of students of one project in one round."""
        hosts, districts, teams = {}, {}, {}
        for number, file in enumerate(self.round.history):
            for row in file.rows:
                hosts.setdefault(row.student, set()).update(row.organisations)
                if row.district:
                    districts.setdefault(row.student, set()).add(row.district)
                if row.project:
                    # Rows that name no round: the file is of one round, as an earlier plan is.
                    team = (row.round or number, row.project)
                    teams.setdefault(team, set()).add(row.student)
        pairs = {frozenset(pair) for team in teams.values() for pair in itertools.combinations(team, 2)}
        return hosts, districts, pairs

    def knows_host(self, student, project):
        return not self.met_hosts.get(student, set()).isdisjoint(project.organisations)

    def knows_district(self, student, project):
        return project.district in self.met_districts.get(student, ())

    def knows_each_other(self, student, other):
        """They worked together before; members of one unit are never held to it."""
        return self.unit_of[student] != self.unit_of[other] and frozenset((student, other)) in self.met_students

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

    def tells_trips(self):
        """Whether the round says anything about how long trips are: a pair of districts, or places at both ends."""
        starts = any(self.position_from(s.position, s.district) for s in self.round.students)
        ends = any(self.position_from(p.position, p.district) for p in self.projects)
        return bool(self.round.travel) or (starts and ends)

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
        if rules.new_organisation == "hard" and self.knows_host(student.id, project):
            yield "new_organisation"
        if rules.new_district == "hard" and self.knows_district(student.id, project):
            yield "new_district"

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

    # ---- who has time when ----------------------------------------------------------------------------------------

    def times(self, who):
        """The slots of a student, project or lecturer."""
        if who.slots:
            return who.slots
        days = getattr(who, "days", None)
        return {slot for slot in SLOTS if slot[:2] in days} if days else set(SLOTS)
