"""Makes tiny random rounds that a coordinator might have written, contradictions and wrong input left out.

The same number always gives the same round.
"""

import itertools
import random

from model import (
    HUNDREDTHS,
    WEEKDAYS,
    Decision,
    District,
    Lecturer,
    Objective,
    Organisation,
    Project,
    Round,
    Rules,
    Student,
)
from referee import Referee

MOST_PLANS = 60000  # rounds with more are thrown away
FEWEST_PLANS = 60  # a round with fewer decides little; only every seventh may have fewer, or none at all
CIRCLES = ("Noord", "Gemert")
PROGRAMMES = ("SW", "NUR", "EDU")
CERTIFICATES = ("VOG", "BHV")
LANGUAGES = ("nl", "ar", "en")
WAIVABLE = ("programmes", "years", "certificates", "languages", "days_in_common", "max_minutes")
STARTS = (None, "2026-09-01", "2027-02-01", "2027-02-02")  # the round is from 2027-02-01
ENDS = (None, "2028-01-01", "2027-07-02", "2027-07-01", "2027-07-01")  # until 2027-07-02
TITLES = ("Buurthuis De Brug", "Café Überall", "Eén tegen één", "Moestuin, kas & kip", "Wijkkrant")


def random_round(number):
    """The round of this number: the first of a series of random ones that is sound and small enough."""
    for attempt in itertools.count():
        rng = random.Random(f"wijkplaats {number}/{attempt}")
        rnd = _Maker(rng).make()
        referee = Referee(rnd)
        if not _sound(rnd) or referee.size_bound() > MOST_PLANS:
            continue
        if number % 7 == 0 or len(referee.plans(MOST_PLANS)) >= FEWEST_PLANS:
            return rnd


def _sound(rnd):
    """No contradiction that the program has to refuse as wrong input."""
    referee = Referee(rnd)
    if trips_needed(rnd) and any(referee.trip(s, p) is None for s in rnd.students for p in rnd.projects):
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


def trips_needed(rnd):
    return (
        rnd.rules.max_minutes is not None
        or any(s.max_minutes is not None for s in rnd.students)
        or any(o.name == "travel" for o in rnd.objectives)
    )


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


class _Maker:
    def __init__(self, rng):
        self.rng = rng
        self.round = Round()

    def chance(self, p):
        return self.rng.random() < p

    def student(self, id):
        return next(s for s in self.round.students if s.id == id)

    def some(self, items, p=0.5):
        return [item for item in items if self.chance(p)]

    def make(self):
        self.rules()
        self.objectives()
        self.districts()
        self.organisations()
        self.lecturers()
        self.projects()
        self.students()
        self.choices()
        self.travel()
        self.decisions()
        return self.round

    # ---- round.ini ------------------------------------------------------------------------------------------------

    def rules(self):
        rng = self.rng
        self.round.rules = Rules(
            must_place=self.chance(0.35),
            unlisted="last" if self.chance(0.5) else "never",
            max_choice=rng.randint(1, 3) if self.chance(0.25) else None,
            max_minutes=rng.choice((10, 20, 30, 45)) if self.chance(0.3) else None,
            km_per_hour=rng.choice((15, 12.5, 4)),
            detour=rng.choice((1.3, 1, 1.25)),
            certificates="off" if self.chance(0.2) else "hard",
            languages="off" if self.chance(0.2) else "hard",
            years="off" if self.chance(0.2) else "hard",
            days_in_common=rng.randint(1, 2) if self.chance(0.4) else 0,
            one_lecturer=self.chance(0.6),
        )
        self.round.start, self.round.end = "2027-02-01", "2027-07-02"

    def objectives(self):
        rng = self.rng
        names = ["ranks:greedy", "ranks:generous", "ranks:minimax", "travel", "balance", "ranks:sum", "ranks:sum"]
        names = rng.sample(names, rng.randint(1, 4))
        order = []
        for name in names:
            if name == "ranks:sum":
                exponent = rng.randint(1, 4)
                name += f"^{exponent}" if exponent > 1 or self.chance(0.2) else ""
            gives = name.startswith("ranks:sum") or name in ("travel", "balance")
            give_way = rng.choice(("10%", "25%", "12.5%", "40%", "0.5%")) if gives and self.chance(0.35) else None
            if name.replace("^1", "") not in [o.name.replace("^1", "") for o in order]:
                order.append(Objective(name, give_way and give_way[:-1]))
        if self.chance(0.5):
            order.insert(0, Objective("placed"))
        self.round.objectives = order

    # ---- places and people ----------------------------------------------------------------------------------------

    def position(self):
        return (round(51.9 + self.rng.random() * 0.06, 4), round(5.9 + self.rng.random() * 0.1, 4))

    def districts(self):
        known = self.chance(0.6)
        circles = CIRCLES[: self.rng.randint(1, 2)]
        for i in range(self.rng.randint(1, 4)):
            self.round.districts.append(
                District(
                    id=("W1", "w2", "010", "Oost")[i],
                    name=("Eén", "Twee", "Drie", "Vier")[i],
                    circle=self.rng.choice(circles) if self.chance(0.85) else "",
                    position=self.position() if known else None,
                )
            )

    def organisations(self):
        dated = self.chance(0.5)
        for i in range(self.rng.randint(0, 3)):
            self.round.organisations.append(
                Organisation(
                    id=("O1", "welzijn", "ö3")[i],
                    name=("Stichting Eén", "Huisarts & Co", "Welzijn; Oost")[i],
                    max_students=self.rng.randint(1, 4) if self.chance(0.4) else None,
                    max_projects=self.rng.randint(1, 2) if self.chance(0.4) else None,
                    agreement_from=self.rng.choice(STARTS) if dated else None,
                    agreement_until=self.rng.choice(ENDS) if dated else None,
                )
            )

    def lecturers(self):
        rng = self.rng
        count = rng.randint(0, 4)
        if count == 0:
            return
        self.round.lecturers = []
        balanced = any(o.name == "balance" for o in self.round.objectives)
        for i in range(count):
            maximum = rng.choice((100, 150, 200, 250, 300, 400, 600, 425, 0 if self.chance(0.3) else 350))
            if not balanced and self.chance(0.15):
                maximum = None
            room = maximum or 0
            reserve = rng.choice((25, 50, 100)) if maximum and self.chance(0.2) else 0
            minimum = rng.choice((25, 50, 75, 100, 150)) if self.chance(0.25) else 0
            if maximum is None or maximum == 0:
                reserve = 0
            elif minimum > room - reserve:
                minimum = 0
            self.round.lecturers.append(
                Lecturer(
                    id=("L1", "lb", "L0", "ann")[i],
                    name=("Jansen", "De Boer", "Özil", "Van 't Hof")[i],
                    districts=self.some([d.id for d in self.round.districts], 0.65),
                    circles=self.some(CIRCLES, 0.35),
                    minimum=minimum,
                    maximum=maximum,
                    reserve=reserve,
                    max_projects=rng.choice((1, 1, 2)) if self.chance(0.35) else None,
                )
            )

    def projects(self):
        rng = self.rng
        asks = {what for what in ("programmes", "years", "certificates", "languages", "days") if self.chance(0.4)}
        hosts = [o.id for o in self.round.organisations]
        listed = self.chance(0.4)
        ids = ["P1", "P2", "p10", "07", "X-5"]
        for i in range(rng.randint(2, 5)):
            most = rng.randint(1, 4)
            least = rng.randint(1, min(3, most)) if self.chance(0.5) else None
            reserve = 1 if self.chance(0.2) and most - 1 >= (least or 1) else 0
            district = rng.choice(self.round.districts).id if self.chance(0.9) else ""
            project = Project(
                id=ids[i],
                title=TITLES[i],
                organisations=self.some(hosts, 0.5),
                circle=rng.choice(CIRCLES) if self.chance(0.2) else "",
                district=district,
                position=self.position() if self.chance(0.4) else None,
                min_students=least,
                max_students=most,
                reserve=reserve,
                status=rng.choice(("", "", "", "optional", "", "open", "closed")),
            )
            for what, words in (
                ("programmes", PROGRAMMES),
                ("years", ("1", "2", "3")),
                ("certificates", CERTIFICATES),
                ("languages", LANGUAGES),
            ):
                if what in asks and self.chance(0.35):
                    setattr(project, what, self.some(words))
            if "days" in asks and self.chance(0.6):
                project.days = frozenset(self.some(WEEKDAYS))
            if self.round.lecturers and listed and self.chance(0.5):
                project.lecturers = self.some([l.id for l in self.round.lecturers])
            self.round.projects.append(project)

    def students(self):
        rng = self.rng
        loads = self.chance(0.5)
        own_limits = self.chance(0.25)
        groups = rng.randint(1, 2) if self.chance(0.35) else 0
        ids = ["001", "1", "s10", "S2", "s2", "abc", "Z9"]
        for i in range(rng.randint(3, 7)):
            self.round.students.append(
                Student(
                    id=ids[i],
                    name=("Noor", "Zoë Smit", "Ali, B.", "Bo", 'Jo "JJ" Vos', "Fé; K.", "Mo")[i],
                    email=f"student{i}@voorbeeld.nl",
                    programme=rng.choice(PROGRAMMES) if self.chance(0.95) else "",
                    year=rng.choice("123") if self.chance(0.95) else "",
                    district=rng.choice(self.round.districts).id if self.chance(0.9) else "",
                    position=self.position() if self.chance(0.3) else None,
                    languages=self.some(LANGUAGES, 0.7),
                    certificates=self.some(CERTIFICATES, 0.7),
                    days=frozenset(self.some(WEEKDAYS)),
                    group=rng.choice(("g1", "g2")[:groups]) if groups and self.chance(0.35) else "",
                    load=rng.choice((100, 50, 25, 150)) if loads else HUNDREDTHS,
                    max_minutes=rng.choice((5, 15, 40, 90)) if own_limits and self.chance(0.4) else None,
                )
            )

    # ---- what they want -------------------------------------------------------------------------------------------

    def choices(self):
        rng = self.rng
        shape = self.round.choice_shape = rng.choice(("columns", "cell", "long", "wide", "form"))
        silent = rng.choice((0, 0, 0.2, 0.4))
        ids = [p.id for p in self.round.projects]
        for student in self.round.students:
            if self.chance(silent):
                continue
            wanted = rng.sample(ids, rng.randint(1, len(ids)))
            if shape == "long":
                student.choices = [(rng.randint(1, 4), p) for p in wanted]
            elif shape == "cell":
                tiers = [[wanted[0]]]
                for p in wanted[1:]:
                    tiers[-1].append(p) if self.chance(0.3) else tiers.append([p])
                for i, tier in enumerate(tiers):
                    rank = 1 + sum(len(better) for better in tiers[:i])
                    student.choices += [(rank, p) for p in tier]
            else:
                rank = 0
                for p in wanted:
                    rank += 2 if self.chance(0.12) else 1
                    student.choices.append((rank, p))

    def travel(self):
        ids = [d.id for d in self.round.districts]
        if self.chance(0.35):
            return
        full = self.chance(0.7)
        for a, b in itertools.combinations(ids, 2):
            if full or self.chance(0.5):
                self.round.travel.append((a, b, self.rng.choice((0, 5, 12, 20, 25, 30, 50))))
                if self.chance(0.3):
                    self.round.travel.append((b, a, self.rng.choice((0, 5, 12, 20, 25, 30, 50))))
        if self.chance(0.15):
            self.round.travel.append((ids[0], ids[0], 7))

    # ---- what was decided -----------------------------------------------------------------------------------------

    def decisions(self):
        kinds = {
            "pin": 0.25, "pin with lecturer": 0.4, "pin lecturer": 0.3, "forbid project": 0.2,
            "forbid organisation": 0.2, "forbid lecturer": 0.2, "open": 0.17, "close": 0.15,
            "together": 0.2, "apart": 0.25, "waive": 0.4,
        }  # fmt: skip
        for kind, p in kinds.items():
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
                if not trips_needed(self.round) or referee.trip(s, p) is not None
                for rule in referee.objections(s, p)
                if len(list(referee.objections(s, p))) == 1
            ]
            wanted = [stop for stop in stops if stop[1] in [p for _, p in self.student(stop[0]).choices[:2]]]
            rare = [stop for stop in wanted or stops if stop[2] in ("days_in_common", "years")]
            stops = rare or wanted or stops
            if stops:
                student, project, rule = self.rng.choice(stops)
                return Decision("waive", [student], project, rule=rule)
        rule = self.rng.choice(WAIVABLE)
        return Decision("waive", [self.rng.choice(students)], self.rng.choice(self.round.projects).id, rule=rule)
