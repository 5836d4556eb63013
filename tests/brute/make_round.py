"""Makes up a random round: rules, objectives, places, people and what they want."""

import itertools

from make_decisions import DecisionMaker
from make_earlier import Past
from model import (
    HUNDREDTHS,
    SLOTS,
    WEEKDAYS,
    District,
    Lecturer,
    Mix,
    Objective,
    Organisation,
    Project,
    Round,
    Rules,
    Student,
)

CIRCLES = ("Noord", "Gemert")
PROGRAMMES = ("SW", "NUR", "EDU")
CERTIFICATES = ("VOG", "BHV")
LANGUAGES = ("nl", "ar", "en")
DOMAINS = ("zorg", "wonen", "welzijn", "")
ORIENTATIONS = ("collective", "collective", "individual", "")
STARTS = (None, "2026-09-01", "2027-02-01", "2027-02-02")  # the round is from 2027-02-01
ENDS = (None, "2028-01-01", "2027-07-02", "2027-07-01", "2027-07-01")  # until 2027-07-02
TITLES = ("Buurthuis De Brug", "Café Überall", "Eén tegen één", "Moestuin, kas & kip", "Wijkkrant")
# Just below and just above what a few students can make, and some in between; in hundredths of a per cent.
SHARES = (1667, 2001, 2501, 3333, 3334, 3334, 4000, 4001, 5000, 5001, 5001, 5001, 6001, 6666, 6667, 7501, 10000)
# Rules that need more than a key are asked for in some rounds only, so that each has rounds it decides.
THEMES = {
    "mix": 0.25, "history": 0.3, "circles": 0.25, "collective": 0.25, "stability": 0.3, "meetings": 0.25, "base": 0.25,
}  # fmt: skip


class RoundMaker:
    def __init__(self, rng):
        self.rng = rng
        self.round = Round()
        self.themes = {theme for theme, p in THEMES.items() if self.chance(p)}
        self.trips = rng.choice((None, None, "coordinates", "coordinates", "table"))  # how all trips are known
        days = rng.sample(WEEKDAYS, 2)
        self.slots = tuple(rng.sample([slot for slot in SLOTS if slot[:2] in days], rng.randint(2, 4)))

    def chance(self, p):
        return self.rng.random() < p

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
        past = Past(self.rng, self.round, self.slots if "meetings" in self.themes else ())
        if "history" in self.themes:
            self.round.history = past.history()
        if "base" in self.themes:
            self.round.base = past.base()
        DecisionMaker(self.rng, self.round).decide()
        return self.round

    # ---- round.ini ------------------------------------------------------------------------------------------------

    def rules(self):
        rng = self.rng
        self.round.rules = Rules(
            must_place=self.chance(0.25),
            unlisted="last" if self.chance(0.5) else "never",
            max_choice=rng.randint(1, 3) if self.chance(0.25) else None,
            max_minutes=rng.choice((10, 20, 30, 45)) if self.trips and self.chance(0.45) else None,
            km_per_hour=rng.choice((15, 12.5, 4)),
            detour=rng.choice((1.3, 1, 1.25)),
            certificates="off" if self.chance(0.2) else "hard",
            languages="off" if self.chance(0.2) else "hard",
            years="off" if self.chance(0.2) else "hard",
            days_in_common=rng.randint(1, 2) if self.chance(0.4) else 0,
            one_lecturer=self.chance(0.6),
        )
        self.round.start, self.round.end = "2027-02-01", "2027-07-02"
        self.round.seed = rng.choice((None, 7, 20270201))
        self.themed_rules()

    def themed_rules(self):
        rng, rules = self.rng, self.round.rules
        if "mix" in self.themes and self.chance(0.7):
            rules.min_programmes = rng.choice((1, 2, 2))
        if "history" in self.themes:
            for name in ("new_organisation", "new_district", "new_teammates"):
                setattr(rules, name, rng.choice(("hard", "hard", "soft", "soft", "off")))
        if "circles" in self.themes:
            rules.circle_min_projects = rng.choice((0, 1, 2, 2))
            rules.domains_per_circle = rng.choice((0, 1, 2))
        if "collective" in self.themes and self.chance(0.7):
            rules.collective_share = rng.choice(SHARES)
        rules.no_envy = "stability" in self.themes
        rules.meetings = "meetings" in self.themes

    def objectives(self):
        """One to four, moves before or after placed; or none, which means the default order."""
        rng, rules = self.rng, self.round.rules
        soft = "soft" in (rules.new_organisation, rules.new_district, rules.new_teammates)
        if self.chance(0.15) and not soft:
            self.round.objectives = None
            return
        names = ["ranks:greedy", "ranks:generous", "ranks:minimax", "balance", "ranks:sum", "ranks:sum"]
        names += ["travel"] if self.trips else []
        names = rng.sample(names, rng.randint(1, 4))
        if soft or ("history" in self.themes and self.chance(0.5)):
            names.insert(rng.randint(0, len(names)), "novelty")
        if "collective" in self.themes and (rules.collective_share == 0 or self.chance(0.4)):
            names.insert(rng.randint(0, len(names)), "collective")
        moves = "base" in self.themes and self.chance(0.9)
        if moves:
            names.insert(rng.choice((0, 0, len(names))), "moves")
        order = []
        for name in names:
            objective = self.objective(name)
            if objective.name.replace("^1", "") not in [o.name.replace("^1", "") for o in order]:
                order.append(objective)
        if self.chance(0.5):
            order.insert(1 if order[0].name == "moves" and self.chance(0.5) else 0, Objective("placed"))
        if self.chance(0.3):
            order.append(Objective("lottery"))
        self.round.objectives = order

    def objective(self, name):
        rng = self.rng
        if name == "ranks:sum":
            exponent = rng.randint(1, 4)
            name += f"^{exponent}" if exponent > 1 or self.chance(0.2) else ""
        gives = name.startswith("ranks:sum") or name in ("travel", "balance", "novelty", "collective", "moves")
        give_way = rng.choice(("10", "25", "12.5", "40", "0.5")) if gives and self.chance(0.35) else None
        return Objective(name, give_way)

    # ---- places and people ----------------------------------------------------------------------------------------

    def times(self):
        """Mostly some of the few slots; blank means the days' slots, or all of them."""
        if "meetings" not in self.themes or self.chance(0.3):
            return frozenset()
        return frozenset(self.some(self.slots, 0.7))

    def mix(self, seats):
        if "mix" not in self.themes or self.chance(0.35):
            return None
        mix = Mix(programmes=self.rng.choice((1, 2)) if self.chance(0.4) else None)
        bound = self.some(PROGRAMMES, 0.4)
        if not bound and not mix.programmes:
            bound = [self.rng.choice(PROGRAMMES)]
        for programme in bound:
            least = self.rng.randint(0, min(2, seats))
            seats -= least
            mix.bounds[programme] = (least, None if self.chance(0.4) else least + self.rng.randint(0, 2))
        return mix

    def somewhere(self):
        """A district; seldom none, where no trip needs it."""
        return "" if self.trips is None and self.chance(0.1) else self.rng.choice(self.round.districts).id

    def nowhere(self):
        """Whether nothing may say how long any trip is, so that the default order has no travel."""
        return self.trips is None and self.round.objectives is None

    def position(self):
        return (round(51.9 + self.rng.random() * 0.06, 4), round(5.9 + self.rng.random() * 0.1, 4))

    def districts(self):
        known = self.trips == "coordinates" or (self.trips is None and not self.nowhere() and self.chance(0.4))
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
        needed = "history" in self.themes or "stability" in self.themes
        limited = 0.7 if "stability" in self.themes else 0.4
        for i in range(self.rng.randint(1 if needed else 0, 3)):
            self.round.organisations.append(
                Organisation(
                    id=("O1", "welzijn", "ö3")[i],
                    name=("Stichting Eén", "Huisarts & Co", "Welzijn; Oost")[i],
                    max_students=self.rng.randint(1, 4) if self.chance(limited) else None,
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
        balanced = any(o.name == "balance" for o in self.round.objectives or [])
        for i in range(count):
            maximum = rng.choice((100, 150, 200, 250, 300, 400, 600, 425, 0 if self.chance(0.3) else 350))
            if not balanced and self.chance(0.15):
                maximum = None
            room = maximum or 0
            reserve = rng.choice((25, 50, 100)) if maximum and self.chance(0.2) else 0
            minimum = rng.choice((25, 50, 75, 100, 150)) if self.chance(0.18) else 0
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
                    slots=self.times(),
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
            project = Project(
                id=ids[i],
                title=TITLES[i],
                organisations=self.some(hosts, 0.5),
                circle=rng.choice(CIRCLES) if self.chance(0.2) else "",
                district=self.somewhere(),
                position=self.position() if not self.nowhere() and self.chance(0.4) else None,
                min_students=least,
                max_students=most,
                reserve=reserve,
                status=rng.choice(("",) * 7 + ("optional", "open", "closed")),
                slots=self.times(),
                domain=rng.choice(DOMAINS) if "circles" in self.themes else "",
                orientation=rng.choice(ORIENTATIONS) if "collective" in self.themes else "",
                mix=self.mix(most - reserve),
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
        own_limits = self.trips and self.chance(0.35)
        groups = rng.randint(1, 2) if self.chance(0.5 if "history" in self.themes else 0.35) else 0
        ids = ["001", "1", "s10", "S2", "s2", "abc", "Z9"]
        for i in range(rng.randint(3, 7)):
            self.round.students.append(
                Student(
                    id=ids[i],
                    name=("Noor", "Zoë Smit", "Ali, B.", "Bo", 'Jo "JJ" Vos', "Fé; K.", "Mo")[i],
                    email=f"student{i}@voorbeeld.nl",
                    programme=rng.choice(PROGRAMMES) if self.chance(0.95) else "",
                    year=rng.choice("123") if self.chance(0.95) else "",
                    district=self.somewhere(),
                    position=self.position() if self.trips == "coordinates" and self.chance(0.3) else None,
                    languages=self.some(LANGUAGES, 0.7),
                    certificates=self.some(CERTIFICATES, 0.7),
                    days=frozenset(self.some(WEEKDAYS)),
                    slots=self.times(),
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
        full = self.trips == "table" or self.chance(0.5)
        if self.nowhere() or (self.chance(0.35) and self.trips != "table"):
            return
        for a, b in itertools.combinations(ids, 2):
            if full or self.chance(0.5):
                self.round.travel.append((a, b, self.rng.choice((0, 5, 12, 20, 25, 30, 50))))
                if self.chance(0.3):
                    self.round.travel.append((b, a, self.rng.choice((0, 5, 12, 20, 25, 30, 50))))
        if self.chance(0.15):
            self.round.travel.append((ids[0], ids[0], 7))
