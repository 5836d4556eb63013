"""Cuts a shipped round down to a few students and projects, with the same rules and the same scenario, so that all
plans can be tried.

What is drawn: the projects, the students, how many fit on a project and how much a lecturer can take. All else stays as
it is in the round's own files. The same number always gives the same copy.
"""

import csv
import pathlib
import random
import re
import sys
from dataclasses import dataclass, field

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "brute"))

from read_tables import TABLES, read_ini, read_settings, read_table, read_tables  # noqa: E402
from scenario_edits import items  # noqa: E402

SCENARIOS = pathlib.Path(__file__).resolve().parents[2] / "scenarios"
PUBLISHED = "plan"


@dataclass
class Case:
    """A shipped repair, and from what its copies are drawn."""

    base: str  # the round's file
    scenario: str
    first: tuple  # one or two of these projects, which the scenario is about
    others: tuple
    students: tuple  # how many: from, to
    seats: tuple = (2, 4)  # most students of a project: from, to
    room: tuple = ("2", "3", "4", "5")  # a lecturer's maximum is one of these
    settings: dict = field(default_factory=dict)  # "section.key" -> values of which one is drawn, in the round itself
    smaller: dict = field(default_factory=dict)  # keys of [set] -> values of which one is drawn instead
    lives_in: str = ""  # a district from which half of the students come
    mixes: tuple = ()  # for each project one of these, where the full round's asks for more people than there are


CASES = {
    "ill-lecturer": Case(
        base="leerkring/round.ini",
        scenario="leerkring/ill-lecturer.ini",
        first=("P32", "P35", "P38"),
        others=("P29", "P30", "P31", "P33", "P34", "P39", "P40"),
        students=(8, 9),
        room=("1.5", "2", "3", "3"),
        smaller={"lecturers.D11.max_students": ("+0.5", "+1", "+2"), "lecturers.D09.max_students": ("+0.5", "+1")},
    ),
    "bus-line": Case(
        base="leerkring/round.ini",
        scenario="leerkring/bus-line.ini",
        first=("P52",),
        others=("P41", "P43", "P45", "P47", "P51", "P05", "P19", "P24"),
        students=(8, 9),
        settings={"rules.max_minutes": ("40", "50", "60", "75")},
        lives_in="W20",
    ),
    "urgent": Case(
        base="knowledge-cafe/before/round.ini",
        scenario="knowledge-cafe/urgent.ini",
        first=("T1", "T2"),
        others=(),
        students=(7, 8),
        seats=(4, 6),
        mixes=("bewoner:1-3", "bewoner:1-|student:0-2", "2+", "ondernemer:0-1|3+", "beleidsmaker:0-1|bewoner:1-3"),
    ),
    "quota-repair": Case(
        base="cafe-gap/round.ini",
        scenario="cafe-gap/quota-repair.ini",
        first=("K10", "K11", "K12", "K13", "K14"),
        others=("K01", "K02", "K04", "K05", "K06"),
        students=(8, 9),
        seats=(4, 7),
        room=("4", "5", "8"),
    ),
}


class CutDown:
    def __init__(self, name, number, folder):
        self.case = CASES[name]
        self.rng = random.Random(f"cut-down {name} {number}")
        self.folder = folder
        self.given = read_tables(read_settings(SCENARIOS / self.case.base))
        self.sections = read_ini(SCENARIOS / self.case.scenario)
        self.source = (SCENARIOS / self.case.scenario).parent

    def write(self):
        """Writes the round and its scenario into the folder; (round, scenario, choices of the sweep)."""
        self.draw_projects()
        self.draw_students()
        self.draw_room()
        self.drop_what_is_gone()
        for key, values in self.case.settings.items():
            self.given.settings[key] = self.rng.choice(values)
        ini = self.write_round()
        scenario = self.folder / "scenario.ini"
        scenario.write_text(self.scenario_text(), encoding="utf-8")
        return ini, scenario, self.sweep()

    def rows(self, table):
        return self.given.tables[table].rows if table in self.given.tables else []

    def keep(self, table, wanted):
        if table in self.given.tables:
            self.given.tables[table].rows = [row for row in self.rows(table) if wanted(row)]

    # ---- what is drawn --------------------------------------------------------------------------------------------

    def draw_projects(self):
        rng, case = self.rng, self.case
        drawn = rng.sample(case.first, min(2, len(case.first)))
        drawn += rng.sample(case.others, min(rng.randint(3, 4) - len(drawn), len(case.others)))
        self.projects = set(drawn)
        self.keep("projects", lambda row: row["id"] in self.projects)

    def wanted_by(self, row):
        """The drawn projects that she chose."""
        cells = [cell for name, cell in row.items() if name.startswith("choice_")]
        cells += re.split("[>= ]+", row.get("preferences", ""))
        return self.projects & set(cells)

    def draw_students(self):
        rng = self.rng
        fitting = [row for row in self.rows("students") if self.wanted_by(row)]
        keen = [row for row in fitting if len(self.wanted_by(row)) > 1 or row["district"] == self.case.lives_in]
        count = rng.randint(*self.case.students)
        near = [row["id"] for row in fitting if row["district"] == self.case.lives_in]
        drawn = rng.sample(near, min(len(near), count // 2))
        for pool in (keen, fitting):
            left = [row["id"] for row in pool if row["id"] not in drawn]
            drawn += rng.sample(left, min(len(left), count - len(drawn)))
        # Who the scenario names by herself is worth keeping.
        named = [student for _, cell in self.sections.get("remove", []) for student in items(cell)]
        drawn[: len(named)] = named
        self.students = set(drawn)
        self.keep("students", lambda row: row["id"] in self.students)

    def draw_room(self):
        rng = self.rng
        for row in self.rows("projects"):
            row.update(max_students=str(rng.randint(*self.case.seats)), min_students=str(rng.randint(1, 2)), reserve="")
            if self.case.mixes:
                row["mix"] = rng.choice(self.case.mixes)
        for row in self.rows("lecturers"):
            row.update(max_students=rng.choice(self.case.room), min_students="", reserve="", max_projects="2")

    def drop_what_is_gone(self):
        """Decisions about others, and choices of other projects; the ranks of what is left stay."""

        def still_there(row):
            return set(items(row["students"])) <= self.students and row["project"] in self.projects | {""}

        self.keep("decisions", still_there)
        for row in self.rows("students"):
            for name in row:
                if name.startswith("choice_") and row[name] not in self.projects:
                    row[name] = ""

    # ---- files ----------------------------------------------------------------------------------------------------

    def save(self, name, columns, rows):
        with open(self.folder / name, "w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(dict.fromkeys(columns)), lineterminator="\n", extrasaction="ignore")
            writer.writeheader()
            writer.writerows(rows)

    def write_round(self):
        settings = {key: value for key, value in self.given.settings.items() if not key.startswith("input.")}
        for table in TABLES:
            found = self.given.tables.get(table)
            found = found[0] if table == "history" and found else found
            if found and found.rows:
                self.save(f"{table}.csv", found.columns, found.rows)
                settings[f"input.{table}"] = f"{table}.csv"
        sections = {}
        for key, value in settings.items():
            section, _, key = key.partition(".")
            sections.setdefault(section, []).append((key, value))
        path = self.folder / "round.ini"
        path.write_text(ini_text(sections), encoding="utf-8")
        return path

    def scenario_text(self):
        sections = {name: list(lines) for name, lines in self.sections.items()}
        sections["scenario"] = [(key, "round.ini" if key == "base" else value) for key, value in sections["scenario"]]
        sections["set"] = [(key, self.smaller(key, value)) for key, value in sections["set"]]
        if "add" in sections:
            sections["add"] = [(table, self.added(table, name)) for table, name in sections["add"]]
        self.sections = sections
        return ini_text(sections)

    def smaller(self, key, value):
        """A value that suits the smaller round."""
        rng = self.rng
        if key == "round.base":
            return PUBLISHED
        if key.endswith(".samenstelling"):
            return rng.choice(self.case.mixes)
        if key.endswith(".min_studenten"):
            return rng.choice(("1", "2"))
        return rng.choice(self.case.smaller[key]) if key in self.case.smaller else value

    def added(self, table, name):
        """A smaller copy of a file that the scenario adds."""
        rng = self.rng
        found = read_table(self.source / name, table)
        if table == "projects":
            found.rows = rng.sample(found.rows, rng.randint(1, len(found.rows)))
            for row in found.rows:
                row.update(min_students="2", max_students="3", mix=rng.choice(self.case.mixes))
            self.projects |= {row["id"] for row in found.rows}
        if table == "students":
            found.rows = rng.sample(found.rows, rng.randint(1, len(found.rows)))
            self.students |= {row["id"] for row in found.rows}
        if table == "preferences":
            found.rows = [r for r in found.rows if r["student"] in self.students and r["project"] in self.projects]
        self.save(name, found.columns, found.rows)
        return name

    def sweep(self):
        """One value of each swept key; the first changes nothing."""
        return [(key, self.rng.choice(values.split("|")[1:])) for key, values in self.sections.get("sweep", [])]


def ini_text(sections):
    parts = [f"[{name}]\n" + "".join(f"{key} = {value}\n" for key, value in lines) for name, lines in sections.items()]
    return "\n".join(parts)
