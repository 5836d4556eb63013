"""Whether a whole plan keeps the rules, each rule from its meaning.

A plan has three parts, each a tuple: `assignment`, for each unit the index of its project (-1: not placed); `guiding`,
for each unit the index of its lecturer (-1: none); `timetable`, for each project the slot of its meeting ("": none).
"""

import itertools
from functools import cached_property

from eligibility import Eligibility


class Teams:
    """An assignment seen from the projects."""

    def __init__(self, referee, assignment):
        self.assignment = assignment
        self.units = [[] for _ in referee.projects]
        for u, p in enumerate(assignment):
            if p >= 0:
                self.units[p].append(u)
        self.students = [[s for u in units for s in referee.units[u]] for units in self.units]
        self.heads = [len(students) for students in self.students]
        self.open = [p for p, heads in enumerate(self.heads) if heads]
        self.hosted, self.running = {}, {}
        for p in self.open:
            for host in referee.projects[p].organisations:
                self.hosted[host] = self.hosted.get(host, 0) + self.heads[p]
                self.running[host] = self.running.get(host, 0) + 1


class PlanRules(Eligibility):
    # ---- rules about who is where ---------------------------------------------------------------------------------

    def teams_allowed(self, teams):
        return (
            self.seats_kept(teams)
            and self.hosts_kept(teams)
            and self.apart_kept(teams)
            and self.teammates_new(teams)
            and self.mixes_kept(teams)
            and self.circles_kept(teams)
            and self.share_kept(teams)
        )

    def seats(self, p):
        return self.projects[p].max_students - self.projects[p].reserve

    def seats_kept(self, teams):
        for p, project in enumerate(self.projects):
            heads = teams.heads[p]
            if heads == 0:
                if self.status(project) == "open":
                    return False
            elif not (project.min_students or 1) <= heads <= self.seats(p):
                return False
        return True

    def hosts_kept(self, teams):
        for host, heads in teams.hosted.items():
            o = self.organisations[host]
            if o.max_students is not None and heads > o.max_students:
                return False
            if o.max_projects is not None and teams.running[host] > o.max_projects:
                return False
        return True

    @cached_property
    def _apart(self):
        pairs = [pair for d in self.decided("apart") for pair in itertools.combinations(d.students, 2)]
        return [(self.unit_of[a], self.unit_of[b]) for a, b in pairs]

    def apart_kept(self, teams):
        at = teams.assignment
        return not any(at[u] >= 0 and at[u] == at[v] for u, v in self._apart)

    def old_pairs(self, students):
        return [pair for pair in itertools.combinations(students, 2) if self.knows_each_other(*pair)]

    def teammates_new(self, teams):
        return self.rules.new_teammates != "hard" or not any(self.old_pairs(students) for students in teams.students)

    def mixes_kept(self, teams):
        for p in teams.open:
            mix = self.projects[p].mix
            followed = [self.students[s].programme for s in teams.students[p]]
            wanted = self.rules.min_programmes if mix is None else mix.programmes or 0
            if len(set(followed) - {""}) < wanted:
                return False
            for programme, (least, most) in mix.bounds.items() if mix else ():
                count = followed.count(programme)
                if count < least or (most is not None and count > most):
                    return False
        return True

    def circles_kept(self, teams):
        for circle in {self.circle(p) for p in self.projects if self.status(p) != "closed"} - {""}:
            running = [self.projects[p] for p in teams.open if self.circle(self.projects[p]) == circle]
            if len(running) < self.rules.circle_min_projects:
                return False
            if len({p.domain for p in running} - {""}) < self.rules.domains_per_circle:
                return False
        return True

    def collective_heads(self, teams):
        return sum(teams.heads[p] for p in teams.open if self.projects[p].orientation == "collective")

    def share_kept(self, teams):
        return self.collective_heads(teams) * 10000 >= self.rules.collective_share * sum(teams.heads)

    # ---- rules about lecturers ------------------------------------------------------------------------------------

    def lecturer_loads(self, guiding):
        loads = [0] * len(self.lecturers)
        for u, l in enumerate(guiding):
            if l >= 0:
                loads[l] += self.unit_load[u]
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

    # ---- stability ------------------------------------------------------------------------------------------------

    def free_of_envy(self, teams, guiding):
        if not self.rules.no_envy:
            return True
        loads = self.lecturer_loads(guiding)
        return not any(
            self.envies(u, p, teams) and self.could_join(u, p, teams, guiding, loads)
            for u in range(len(self.units))
            for p in teams.open
        )

    def envies(self, u, p, teams):
        """All of the unit want to go and may, so far as they and the project are concerned."""
        unit, project = self.units[u], self.projects[p]
        if self.content(unit) or not self.unit_may_go(unit, project):
            return False
        ranks = [self.rank_in_unit(s, project) for s in unit]
        if None in ranks:
            return False
        return all(rank < self.rank_counted(s, teams.assignment[u]) for s, rank in zip(unit, ranks))

    def content(self, unit):
        """Where a pinned unit is, people decided; it never counts as passed over."""
        return self.pin(unit) is not None

    def rank_counted(self, student, p):
        """Her rank of where she is; unlisted and, after that, unplaced come behind all ranks."""
        if p < 0:
            return self.worst_rank + 2
        rank = self.rank_in_unit(student, self.projects[p])
        return self.worst_rank + 1 if rank is None else rank

    def could_join(self, u, p, teams, guiding, loads):
        """There is room for the unit as the plan stands, its own present seats included."""
        seats = self.seat_free(u, p, teams) and self.host_free(u, p, teams)
        return seats and self.guide_free(u, p, teams, guiding, loads)

    def seat_free(self, u, p, teams):
        return teams.heads[p] + len(self.units[u]) <= self.seats(p)

    def host_free(self, u, p, teams):
        for host in self.projects[p].organisations:
            limit = self.organisations[host].max_students
            if limit is not None and teams.hosted[host] + len(self.units[u]) > limit:
                return False
        return True

    def guide_free(self, u, p, teams, guiding, loads):
        if self.round.lecturers is None:
            return True
        for l in {guiding[v] for v in teams.units[p]}:
            room = self.lecturers[l].room
            fits = room is None or loads[l] + self.unit_load[u] <= room
            if fits and self.may_guide_unit(self.lecturers[l], self.units[u]):
                return True
        return False

    # ---- meetings -------------------------------------------------------------------------------------------------

    def timetables(self, assignment, guiding):
        """Every way to give each open project a slot, for all its people."""
        teams = Teams(self, assignment)
        if not self.rules.meetings:
            yield ("",) * len(self.projects)
            return
        fitting = [[""]] * len(self.projects)
        for p in teams.open:
            fitting[p] = self.meeting_slots(p, teams, guiding)
        guides = [{guiding[u] for u in units} - {-1} for units in teams.units]
        yield from self._timetables(fitting, guides, ())

    def meeting_slots(self, p, teams, guiding):
        people = [self.projects[p]] + [self.students[s] for s in teams.students[p]]
        people += [self.lecturers[l] for l in {guiding[u] for u in teams.units[p]} if l >= 0]
        return sorted(set.intersection(*(set(self.times(who)) for who in people)))

    def _timetables(self, fitting, guides, chosen):
        p = len(chosen)
        if p == len(fitting):
            yield chosen
            return
        for slot in fitting[p]:
            if not any(slot and slot == chosen[q] and self.share_a_lecturer(guides[p], guides[q]) for q in range(p)):
                yield from self._timetables(fitting, guides, chosen + (slot,))

    def share_a_lecturer(self, guides, others):
        return bool(guides & others)

    def can_meet(self, assignment, guiding):
        return not self.rules.meetings or any(True for _ in self.timetables(assignment, guiding))
