"""What a plan is worth, level by level, and in which order the levels come."""

import lottery
from model import Objective
from rules import PlanRules, Teams

MAXIMISED = ("placed", "placed:rest", "collective")
ARRAYS = ("ranks:greedy", "ranks:generous", "lottery")
BY_GUIDING = ("balance", "moves:lecturer", "lottery")
BY_TIMETABLE = ("moves:slot", "lottery")
MOVES = ("moves:project", "moves:lecturer", "moves:slot")
NOVELTIES = ("new_organisation", "new_district", "new_teammates")


class Levels(PlanRules):
    # ---- the order ------------------------------------------------------------------------------------------------

    def objectives(self):
        if self.round.objectives is not None:
            return self.round.objectives
        names = ["placed", "ranks:generous", "travel", "lottery"]
        if not self.tells_trips():
            names.remove("travel")
        return [Objective(name) for name in names]

    def level_order(self):
        """(name, give-way or None) of every level, the implicit ones included."""
        order = []
        for o in self.objectives():
            names = MOVES if o.name == "moves" else (o.name.replace("^1", ""),)
            order += [(name, o.give_way) for name in names]
        names = [name for name, _ in order]
        if not self.rules.must_place and "placed" not in names:
            order.insert(0, ("placed", None))
        rest = []
        if self.rules.unlisted == "last" and not all(self.chose(unit) for unit in self.units):
            if any(name == "placed" for name, _ in order):
                rest.append(("placed:rest", None))
            if "travel" in names:
                rest.append(("travel:rest", None))
        early = [i for i, (name, _) in enumerate(order) if name in ("placed", "travel", "novelty") or "ranks:" in name]
        at = early[-1] + 1 if early else 0
        return order[:at] + rest + order[at:]

    # ---- the values -----------------------------------------------------------------------------------------------

    def worth(self, name, plan):
        """The level's values as summary.json lists them."""
        assignment, guiding, timetable = plan
        if name.startswith("ranks:"):
            return self.worth_of_ranks(name, sorted(self.ranks(assignment)))
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
        if name == "novelty":
            return [self.known_again(Teams(self, assignment))]
        if name == "collective":
            return [self.collective_heads(Teams(self, assignment))]
        if name == "moves:project":
            return [self.moved_projects(assignment)]
        if name == "moves:lecturer":
            return [self.moved_lecturers(assignment, guiding)]
        if name == "moves:slot":
            return [self.moved_slots(assignment, timetable)]
        assert name == "lottery", name
        return [self.lottery_ranks(assignment), self.lottery_weights(assignment, guiding, timetable)]

    def worth_of_ranks(self, name, ranks):
        last = self.worst_rank + 1
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
        if name in MAXIMISED:
            return [-values[0]]
        if name == "ranks:greedy":
            return [-v for v in values[:-1]] + values[-1:]
        return values

    # ---- those who chose ------------------------------------------------------------------------------------------

    def placed_units(self, assignment, choosing):
        return [(u, p) for u, p in enumerate(assignment) if p >= 0 and self.chose(self.units[u]) == choosing]

    def ranks(self, assignment):
        for u, p in self.placed_units(assignment, True):
            for s in self.units[u]:
                yield self.rank_counted(s, p)

    def heads(self, assignment, choosing):
        return sum(len(self.units[u]) for u, _ in self.placed_units(assignment, choosing))

    def minutes(self, assignment, choosing):
        return sum(
            self.trip(self.students[s], self.projects[p])
            for u, p in self.placed_units(assignment, choosing)
            for s in self.units[u]
        )

    def counted_as_new(self):
        """The attributes that novelty counts: the soft ones, without any of these all that are not hard."""
        soft = [name for name in NOVELTIES if getattr(self.rules, name) == "soft"]
        return soft or [name for name in NOVELTIES if getattr(self.rules, name) != "hard"]

    def counts_for_novelty(self, student):
        return self.chose(self.units[self.unit_of[student]])

    def known_again(self, teams):
        counted = self.counted_as_new()
        met = 0
        for p in teams.open:
            project = self.projects[p]
            choosing = [s for s in teams.students[p] if self.counts_for_novelty(s)]
            if "new_organisation" in counted:
                met += sum(self.knows_host(s, project) for s in choosing)
            if "new_district" in counted:
                met += sum(self.knows_district(s, project) for s in choosing)
            if "new_teammates" in counted:
                met += len(self.old_pairs(choosing))
        return met

    # ---- everybody ------------------------------------------------------------------------------------------------

    def spread(self, guiding):
        loads = self.lecturer_loads(guiding)
        shares = [(loads[l], lecturer.room) for l, lecturer in enumerate(self.lecturers) if lecturer.room]
        if not shares:
            return 0
        return max(-(-1000 * load // room) for load, room in shares) - min(1000 * load // room for load, room in shares)

    def formerly_placed(self):
        """(unit, row of the base plan) of each student who is still here and had a project then."""
        still_here = [row for row in self.round.base if row.project and row.student in self.students]
        return [(self.unit_of[row.student], row) for row in still_here]

    def still_there(self, assignment):
        for u, row in self.formerly_placed():
            if assignment[u] >= 0 and self.projects[assignment[u]].id == row.project:
                yield u, row

    def moved_projects(self, assignment):
        return len(self.formerly_placed()) - len(list(self.still_there(assignment)))

    def moved_lecturers(self, assignment, guiding):
        return sum(
            row.lecturer not in ("", self.lecturers[guiding[u]].id if guiding[u] >= 0 else None)
            for u, row in self.still_there(assignment)
        )

    def moved_slots(self, assignment, timetable):
        return sum(row.slot not in ("", timetable[assignment[u]]) for u, row in self.still_there(assignment))

    # ---- the lottery ----------------------------------------------------------------------------------------------

    @property
    def seed(self):
        return self.round.seed or 0

    def lottery_ranks(self, assignment):
        numbers = lottery.numbers(self.seed, self.students)
        return sum(
            (len(numbers) + 1 - number) * self.rank_counted(s, assignment[self.unit_of[s]])
            for s, number in numbers.items()
        )

    def lottery_weights(self, assignment, guiding, timetable):
        total = 0
        for u, p in enumerate(assignment):
            if p >= 0:
                lecturer = self.lecturers[guiding[u]].id if guiding[u] >= 0 else ""
                total += sum(lottery.weight(self.seed, s, self.projects[p].id, lecturer) for s in self.units[u])
        for p, slot in enumerate(timetable):
            if slot:
                total += lottery.weight(self.seed, self.projects[p].id, slot)
        return total
