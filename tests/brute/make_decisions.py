"""Makes up what people decided about a random round: pins, bans, waivers and the like."""

from model import Decision
from referee import Referee

WAIVABLE = (
    "programmes", "years", "certificates", "languages", "days_in_common", "max_minutes", "new_organisation",
    "new_district",
)  # fmt: skip
RARE = ("days_in_common", "years", "new_organisation", "new_district")
KINDS = {
    "pin": 0.25, "pin with lecturer": 0.4, "pin lecturer": 0.3, "forbid project": 0.2, "forbid organisation": 0.2,
    "forbid lecturer": 0.2, "open": 0.17, "close": 0.15, "together": 0.2, "apart": 0.25, "waive": 0.4,
}  # fmt: skip


class DecisionMaker:
    def __init__(self, rng, rnd):
        self.rng = rng
        self.round = rnd

    def chance(self, p):
        return self.rng.random() < p

    def decide(self):
        for kind, p in KINDS.items():
            if self.chance(p):
                for _ in range(self.rng.randint(1, 2)):
                    decision = self.decision(kind)
                    if decision:
                        self.round.decisions.append(decision)

    def decision(self, kind):
        rng = self.rng
        students = [s.id for s in self.round.students]
        project = rng.choice(self.round.projects).id
        lecturer = rng.choice(self.round.lecturers).id if self.round.lecturers else ""
        if "lecturer" in kind and not lecturer:
            return None
        if kind == "pin":
            return Decision("pin", rng.sample(students, rng.randint(1, 2)), project)
        if kind == "pin with lecturer":
            referee = Referee(self.round)
            guides = referee.candidates[referee.project_index[project]]
            if len(guides) > 1:
                lecturer = referee.lecturers[rng.choice(guides)].id
            return Decision("pin", rng.sample(students, 1), project, lecturer=lecturer)
        if kind == "pin lecturer":
            return Decision("pin", [], project, lecturer=lecturer)
        if kind == "forbid project":
            return Decision("forbid", rng.sample(students, rng.randint(1, 3)), project)
        if kind == "forbid organisation":
            if not self.round.organisations:
                return None
            host = rng.choice(self.round.organisations).id
            return Decision("forbid", rng.sample(students, rng.randint(1, 3)), organisation=host)
        if kind == "forbid lecturer":
            return Decision("forbid", rng.sample(students, rng.randint(1, 3)), lecturer=lecturer)
        if kind in ("open", "close"):
            return Decision(kind, [], project)
        if kind == "waive":
            return self.waiver(students)
        return Decision(kind, rng.sample(students, rng.randint(2, 3)))

    def waiver(self, students):
        """Mostly of a rule that alone keeps somebody from a project that she wants."""
        referee = Referee(self.round)
        if self.chance(0.8):
            stops = [
                (s.id, p.id, rule)
                for s in self.round.students
                for p in self.round.projects
                if not self.some_limit_on_trips() or referee.trip(s, p) is not None
                for rule in referee.objections(s, p)
                if len(list(referee.objections(s, p))) == 1
            ]
            wanted = [stop for stop in stops if stop[1] in [p for _, p in referee.students[stop[0]].choices[:2]]]
            rare = [stop for stop in wanted or stops if stop[2] in RARE]
            stops = rare or wanted or stops
            if stops:
                student, project, rule = self.rng.choice(stops)
                return Decision("waive", [student], project, rule=rule)
        rule = self.rng.choice(WAIVABLE)
        return Decision("waive", [self.rng.choice(students)], self.rng.choice(self.round.projects).id, rule=rule)

    def some_limit_on_trips(self):
        return self.round.rules.max_minutes is not None or any(s.max_minutes is not None for s in self.round.students)
