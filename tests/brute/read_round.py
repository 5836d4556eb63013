"""Makes the referee's records of a round that is given as files, with the changes of a scenario if there are any."""

import pathlib
import re

from model import (
    Decision,
    District,
    HistoryFile,
    Lecturer,
    Mix,
    Objective,
    Organisation,
    Placement,
    Project,
    Round,
    Rules,
    Student,
)
from read_tables import read_table
from scenario_edits import items, read_given
from table_files import DUTCH_VALUES

ENGLISH_VALUES = {dutch: word for word, dutch in DUTCH_VALUES.items()}
YES = ("yes", "ja")


def read_round(path, choices=()):
    return _Maker(read_given(pathlib.Path(path), choices)).make()


def english(word):
    return ENGLISH_VALUES.get(word.lower(), word.lower())


def whole(text):
    return int(text) if text else None


def hundredths(text):
    return round(float(text.replace(",", ".")) * 100) if text else None


def iso_date(text):
    if not text or re.match(r"\d{4}-", text):
        return text or None
    day, month, year = re.split("[-/.]", text)
    return f"{year}-{int(month):02}-{int(day):02}"


def position(row):
    if not row.get("latitude"):
        return None
    return tuple(float(row[axis].replace(",", ".")) for axis in ("latitude", "longitude"))


def weekdays(cell):
    return frozenset(english(day) for day in items(cell))


def times(cell):
    return frozenset(english(slot[:2]) + slot[2:] for slot in items(cell))


def mix(cell):
    if not cell:
        return None
    found = Mix()
    for part in items(cell):
        programme, colon, bounds = part.partition(":")
        if not colon:
            found.programmes = int(part.rstrip("+"))
            continue
        least, _, most = bounds.partition("-")
        found.bounds[programme] = (int(least or 0), whole(most))
    return found


class _Maker:
    def __init__(self, given):
        self.given = given
        self.settings = given.settings
        offered = self.rows("projects") + given.gone
        self.projects = {row["id"]: row["id"] for row in offered}
        self.titles = {row["title"]: row["id"] for row in offered if row.get("title")}

    def rows(self, table):
        return self.given.tables[table].rows if table in self.given.tables else []

    def make(self):
        rnd = Round(rules=self.rules(), objectives=self.objectives())
        rnd.start = self.settings.get("round.start", "")
        rnd.end = self.settings.get("round.end", "")
        rnd.seed = whole(self.settings.get("round.seed"))
        rnd.districts = [
            District(r["id"], r.get("name", ""), r.get("circle", ""), position(r)) for r in self.rows("districts")
        ]
        rnd.organisations = [self.organisation(row) for row in self.rows("organisations")]
        if "lecturers" in self.given.tables:
            rnd.lecturers = [self.lecturer(row) for row in self.rows("lecturers")]
        rnd.projects = [self.project(row) for row in self.rows("projects")]
        rnd.students = [self.student(row) for row in self.rows("students")]
        self.answers(rnd)
        rnd.travel = [(row["from"], row["to"], int(row["minutes"])) for row in self.rows("travel")]
        rnd.decisions = [self.decision(row) for row in self.rows("decisions")]
        rnd.history = [self.history(table) for table in self.given.tables["history"]]
        if self.settings.get("round.base"):
            plan = read_table(pathlib.Path(self.settings["round.base"]) / "placements.csv", "history")
            rnd.base = [self.placement(row) for row in plan.rows]
        return rnd

    # ---- round.ini ------------------------------------------------------------------------------------------------

    def rules(self):
        say = {key.partition(".")[2]: value for key, value in self.settings.items() if key.startswith("rules.")}
        limit = {key: None if say.get(key, "off") == "off" else int(say[key]) for key in ("max_choice", "max_minutes")}
        number = {key: int(say.get(key, 0)) for key in ("days_in_common", "min_programmes")}
        number |= {key: int(say.get(key, 0)) for key in ("circle_min_projects", "domains_per_circle")}
        hard = {key: say.get(key, "hard") for key in ("certificates", "languages", "years")}
        news = {key: say.get(key, "off") for key in ("new_organisation", "new_district", "new_teammates")}
        return Rules(
            must_place=say.get("must_place") in YES,
            unlisted=say.get("unlisted", "last"),
            km_per_hour=float(say.get("km_per_hour", 15)),
            detour=float(say.get("detour", 1.3)),
            one_lecturer=say.get("one_lecturer_per_project", "yes") in YES,
            collective_share=hundredths(say.get("collective_share", "0%").rstrip("%")),
            no_envy=say.get("stability") == "no_envy",
            meetings=say.get("meetings") == "weekly",
            **limit, **number, **hard, **news,
        )  # fmt: skip

    def objectives(self):
        order = self.settings.get("objectives.order")
        if not order:
            return None
        parts = [part.strip().partition("~") for part in order.split(",")]
        return [Objective(name, percent.rstrip("%") if give_way else None) for name, give_way, percent in parts]

    # ---- places and people ----------------------------------------------------------------------------------------

    def organisation(self, row):
        return Organisation(
            id=row["id"],
            name=row.get("name", ""),
            max_students=whole(row.get("max_students")),
            max_projects=whole(row.get("max_projects")),
            agreement_from=iso_date(row.get("agreement_from")),
            agreement_until=iso_date(row.get("agreement_until")),
        )

    def lecturer(self, row):
        return Lecturer(
            id=row["id"],
            name=row.get("name", ""),
            districts=items(row.get("districts", "")),
            circles=items(row.get("circles", "")),
            minimum=hundredths(row.get("min_students")) or 0,
            maximum=hundredths(row.get("max_students")),
            reserve=hundredths(row.get("reserve")) or 0,
            max_projects=whole(row.get("max_projects")),
            slots=times(row.get("slots", "")),
        )

    def project(self, row):
        lists = ("organisations", "lecturers", "programmes", "years", "certificates", "languages")
        return Project(
            id=row["id"],
            title=row.get("title", ""),
            circle=row.get("circle", ""),
            district=row.get("district", ""),
            position=position(row),
            min_students=whole(row.get("min_students")),
            max_students=int(row["max_students"]),
            reserve=whole(row.get("reserve")) or 0,
            status=english(row.get("status", "")),
            days=weekdays(row.get("days", "")),
            slots=times(row.get("slots", "")),
            domain=row.get("domain", ""),
            orientation=english(row.get("orientation", "")),
            mix=mix(row.get("mix", "")),
            **{name: items(row.get(name, "")) for name in lists},
        )

    def student(self, row):
        load = hundredths(row.get("load"))
        found = Student(
            id=row["id"],
            name=row.get("name", ""),
            email=row.get("email", ""),
            programme=row.get("programme", ""),
            year=row.get("year", ""),
            district=row.get("district", ""),
            position=position(row),
            languages=items(row.get("languages", "")),
            certificates=items(row.get("certificates", "")),
            days=weekdays(row.get("days", "")),
            slots=times(row.get("slots", "")),
            group=row.get("group", ""),
            load=100 if load is None else load,
            max_minutes=whole(row.get("max_minutes")),
        )
        found.choices = self.still_offered(self.numbered(row) + self.ordered(row.get("preferences", "")))
        return found

    # ---- what they want -------------------------------------------------------------------------------------------

    def chosen(self, text):
        """A choice as a form writes it: the id, the title, or the id before a space or a dash."""
        return self.projects.get(text) or self.titles.get(text) or re.split("[ -]", text)[0]

    def numbered(self, row):
        cells = [(int(name[7:]), cell) for name, cell in row.items() if re.match(r"choice_\d+$", name) and cell]
        return [(rank, self.chosen(cell)) for rank, cell in sorted(cells)]

    def ordered(self, cell):
        """P1 > P2 = P3 > P4: a project's rank is one more than the number of better ones."""
        found = []
        for tier in cell.split(">") if cell else ():
            rank = len(found) + 1
            found += [(rank, self.chosen(part.strip())) for part in tier.split("=")]
        return found

    def still_offered(self, choices):
        """The ranks of what is left do not close up."""
        gone = {row["id"] for row in self.given.gone}
        return [(rank, project) for rank, project in choices if project not in gone]

    def answers(self, rnd):
        """Choices in a file of their own: one row each, or the latest answer of each student."""
        latest = {}
        by_id = {s.id: s for s in rnd.students}
        by_email = {s.email: s for s in rnd.students if s.email}
        for row in self.rows("preferences"):
            student = by_id.get(row.get("student")) or by_email[row["email"]]
            if row.get("rank"):
                student.choices += self.still_offered([(int(row["rank"]), self.chosen(row["project"]))])
            elif row.get("timestamp", "") >= latest.get(student.id, ""):
                latest[student.id] = row.get("timestamp", "")
                student.choices = self.still_offered(self.numbered(row))

    # ---- what was before, and what was decided --------------------------------------------------------------------

    def history(self, table):
        return HistoryFile([self.placement(row) for row in table.rows], "round" not in table.columns)

    def placement(self, row):
        return Placement(
            student=row["student"],
            project=row.get("project", ""),
            round=row.get("round", ""),
            organisations=items(row.get("organisation", "")),
            district=row.get("district", ""),
            lecturer=row.get("lecturer", ""),
            slot=row.get("slot", ""),
        )

    def decision(self, row):
        return Decision(
            action=english(row["action"]),
            students=items(row.get("students", "")),
            project=row.get("project", ""),
            organisation=row.get("organisation", ""),
            lecturer=row.get("lecturer", ""),
            rule=row.get("rule", ""),
        )
