"""Makes up what people decided about a random round: pins, bans, waivers and the like."""

from model import Decision
from referee import Referee

WAIVABLE = (
    "programmes", "years", "certificates", "languages", "days_in_common", "max_minutes", "new_organisation",
    "new_district",
)  # fmt: skip
RARE = ("days_in_common", "years")
KINDS = {
    "pin": 0.25, "pin with lecturer": 0.4, "pin lecturer": 0.3, "forbid project": 0.2, "forbid organisation": 0.2,
    "forbid lecturer": 0.2, "open": 0.17, "close": 0.15, "together": 0.2, "apart": 0.25, "waive": 0.4,
    "waive history": 0.6,
}  # fmt: skip


class DecisionMaker:
    def __init__(self, rng, rnd):
        self.rng = rng
        self.round = rnd

    def chance(self, p):
        return self.rng.random() < p

    def decide(self):
        for kind, p in KINDS.items():
            if self.chance(0.5 if kind == "pin" and self.round.rules.no_envy else p):
                for _ in range(1 if kind.startswith("pin") else self.rng.randint(1, 2)):
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
        if kind in ("pin", "pin with lecturer"):
            students = rng.sample(students, rng.randint(1, 2) if kind == "pin" else 1)
            return self.pin(students, with_lecturer=kind != "pin")
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
        if kind == "waive history":
            stops = [stop for stop in self.stops() if stop[2].startswith("new_")]
            return self.exception(rng.choice(stops)) if stops else None
        return Decision(kind, rng.sample(students, rng.randint(2, 3)))

    def pin(self, students, with_lecturer):
        """On a project that they may go to, if there is one; nothing if one of them is pinned already."""
        referee = Referee(self.round)
        if any(referee.pin(referee.units[referee.unit_of[s]]) for s in students):
            return None
        units = [referee.units[referee.unit_of[s]] for s in students]
        members = [referee.students[s] for unit in units for s in unit]
        places = [p for p in referee.projects if all(referee.eligible(s, p) for s in members)]
        if self.round.rules.no_envy:  # where somebody would rather be elsewhere
            first = {p for s in members for _, p in s.choices[:1]}
            places = [p for p in places if p.id not in first]
        project = self.rng.choice(places or referee.projects)
        guides = referee.candidates[referee.project_index[project.id]]
        lecturer = ""
        if with_lecturer:
            lecturer = referee.lecturers[self.rng.choice(guides or range(len(referee.lecturers)))].id
        return Decision("pin", students, project.id, lecturer=lecturer)

    def stops(self):
        """(student, project, rule) where one rule alone keeps somebody from a project."""
        referee = Referee(self.round)
        found = [(s.id, p.id, list(referee.objections(s, p))) for s in self.round.students for p in self.round.projects]
        return [(student, project, rules[0]) for student, project, rules in found if len(rules) == 1]

    def exception(self, stop):
        student, project, rule = stop
        return Decision("waive", [student], project, rule=rule)

    def waiver(self, students):
        """Mostly of a rule that keeps somebody from a project that she wants."""
        stops = self.stops()
        if stops and self.chance(0.8):
            choices = {s.id: [p for _, p in s.choices[:2]] for s in self.round.students}
            wanted = [stop for stop in stops if stop[1] in choices[stop[0]]]
            rare = [stop for stop in wanted or stops if stop[2] in RARE]
            return self.exception(self.rng.choice(rare or wanted or stops))
        project = self.rng.choice(self.round.projects).id
        return self.exception((self.rng.choice(students), project, self.rng.choice(WAIVABLE)))
