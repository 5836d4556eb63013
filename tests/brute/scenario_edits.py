"""Makes the changes of a scenario in the tables of its round, from what a scenario means.

The changes are made in one order, whatever that of the file: rows are removed, students are scaled, rows are added,
cells are set.
"""

import fnmatch
import hashlib
import math
import re
from fractions import Fraction

from read_tables import TABLES, Table, column_name, located, read_ini, read_settings, read_table, read_tables

SECTIONS = ("round", "input", "rules", "objectives", "solver", "report")
WHOLE = {
    "students": ("max_minutes",),
    "projects": ("min_students", "max_students", "reserve"),
    "lecturers": ("max_projects",),
    "organisations": ("max_students", "max_projects"),
    "travel": ("minutes",),
    "preferences": ("rank",),
}
HUNDREDTHS = {"students": ("load",), "lecturers": ("min_students", "max_students", "reserve")}
CHANGE = re.compile(r"([+-])(\d+(?:[.,]\d+)?)(%?)$")
NEEDS_TWO = ("together", "samen", "apart")


class Wrong(Exception):
    """A change that the program has to refuse, or one that makes such a round."""


def read_given(path, choices=()):
    """The round of this file, a scenario's or a plain round's. choices: (key, value) of a sweep's variant."""
    sections = read_ini(path)
    if "scenario" not in sections:
        return read_tables(read_settings(path))
    base = path.parent / dict(sections["scenario"])["base"]
    given = read_settings(base)
    lines = sections.get("set", []) + list(choices)
    cells = []
    for key, value in lines:
        section = key.partition(".")[0]
        if section in SECTIONS:
            given.settings[key] = located(path.parent, key, value)
        else:
            cells.append((key, value))
    read_tables(given)
    for table, pattern in sections.get("remove", []):
        remove(given, table, pattern)
    for _, amount in sections.get("scale", []):
        scale(given, amount)
    for table, name in sections.get("add", []):
        add(given, table, read_table(path.parent / name, table, given.mapped))
    said = set()
    for key, value in cells:
        set_cells(given, key, value, said)
    return given


# ---- rows go --------------------------------------------------------------------------------------------------------


def matches(pattern, text):
    return any(fnmatch.fnmatchcase(text, one.strip().replace("[", "[[]")) for one in pattern.split("|"))


def items(cell):
    return [part.strip() for part in re.split(r"\|" if "|" in cell else "[;,]", cell) if part.strip()]


def remove(given, table, pattern):
    rows = given.tables[table].rows
    gone = [row for row in rows if matches(pattern, row["id"])]
    given.tables[table].rows = [row for row in rows if row not in gone]
    if not given.tables[table].rows or not gone:
        raise Wrong()
    if table == "projects":
        given.gone += gone
        forget(given, lambda row: row.get("project") not in {project["id"] for project in gone})
    else:
        leave(given, gone)


def leave(given, gone):
    """What mentions the students that are gone goes too; decisions about others stay."""
    ids = {row["id"] for row in gone}
    addresses = {row["email"] for row in gone if row.get("email")}
    answers = given.tables.get("preferences")
    if answers:
        answers.rows = [r for r in answers.rows if r.get("student") not in ids and r.get("email") not in addresses]
    for row in given.tables["decisions"].rows if "decisions" in given.tables else ():
        named = items(row.get("students", ""))
        if ids & set(named):
            row["students"] = "|".join(student for student in named if student not in ids)
            row["left"] = "yes"

    def says_something(row):
        least = 2 if row["action"].lower() in NEEDS_TWO else 1
        return not row.pop("left", "") or len(items(row["students"])) >= least

    forget(given, says_something)


def forget(given, keep):
    decisions = given.tables.get("decisions")
    if decisions:
        decisions.rows = [row for row in decisions.rows if keep(row)]


# ---- more students, or fewer ----------------------------------------------------------------------------------------


def half_up(number):
    return math.floor(number + Fraction(1, 2))


def scale(given, amount):
    sign, number, percent = CHANGE.match(amount).groups()
    students = given.tables["students"]
    count = int(number) if not percent else half_up(Fraction(number.replace(",", ".")) * len(students.rows) / 100)
    seed = int(given.settings.get("round.seed") or 0)
    drawn = sorted(students.rows, key=lambda row: hashlib.sha256(f"{seed}\nscale\n{row['id']}".encode()).digest())
    if sign == "-":
        remove(given, "students", "|".join(row["id"] for row in drawn[:count]))
        return
    for k in range(count):
        original = drawn[k % len(drawn)]
        number, taken = 1, {row["id"] for row in students.rows}
        while f"{original['id']}+{number}" in taken:
            number += 1
        copy_student(given, original, f"{original['id']}+{number}")


def copy_student(given, original, name):
    given.tables["students"].rows.append(original | {"id": name, "email": "", "group": ""})
    answers = given.tables.get("preferences")
    if answers:
        hers = [row for row in answers.rows if row.get("student") == original["id"]]
        hers += [row for row in answers.rows if row not in hers and row.get("email", "") == original.get("email") != ""]
        answers.rows += [row | {"student": name, "email": ""} for row in hers]


# ---- rows come, cells change ----------------------------------------------------------------------------------------


def add(given, table, added):
    if table == "history":
        given.tables[table].append(added)
        return
    known = given.tables.setdefault(table, Table(added.columns))
    known.rows += added.rows


def row_names(table, row):
    """How [set] may call a row."""
    if table == "travel":
        return [f"{row['from']}>{row['to']}"]
    if table == "preferences":
        return [f"{row['student']}>{row['project']}" if row.get("rank") else row["student"]]
    return [row["id"]]


def set_cells(given, key, value, said):
    """said: what was set before, since nothing may be said twice."""
    table, _, rest = key.partition(".")
    pattern, _, column = rest.rpartition(".")
    column = column_name(table, column, given.mapped)
    if (table, pattern, column) in said:
        raise Wrong()
    said.add((table, pattern, column))
    named = [row for row in given.tables[table].rows if any(matches(pattern, name) for name in row_names(table, row))]
    if not named:
        raise Wrong()
    for row in named:
        row[column] = changed(table, column, row.get(column, ""), value)


def changed(table, column, cell, value):
    """A change of a number where it is one, else the new text."""
    step = CHANGE.match(value)
    whole, hundredths = column in WHOLE.get(table, ()), column in HUNDREDTHS.get(table, ())
    if not step or not (whole or hundredths):
        return value
    sign, number, percent = step.groups()
    if not cell:
        raise Wrong()
    old, amount = Fraction(cell.replace(",", ".")), Fraction(number.replace(",", "."))
    new = old + (1 if sign == "+" else -1) * (old * amount / 100 if percent else amount)
    if new < 0 or (whole and not percent and new.denominator != 1):
        raise Wrong()  # only a percentage is rounded
    return str(half_up(new)) if whole else f"{half_up(new * 100) / 100:.2f}"


assert set(WHOLE) | set(HUNDREDTHS) <= set(TABLES)
