"""Holds report.html against the machine files beside it: every figure, every student, every question."""
import csv
import json

import report_parts
from page_tables import Tables

# What the columns and headings mean, in both languages.
COLUMNS = {
    "Student": "student", "Project": "project", "Choice": "rank", "Keuze": "rank", "Lecturer": "lecturer",
    "Docent": "lecturer", "Minutes": "minutes", "Minuten": "minutes", "Lottery number": "lottery", "Lotnummer": "lottery",
    "Meeting": "slot", "Bijeenkomst": "slot",
}
UNLISTED = {"unlisted", "niet gekozen"}
UNPLACED = {"not placed", "niet geplaatst"}
PROVEN = {"proven best": True, "bewezen de beste": True, "not proven": False, "niet bewezen": False}
QUESTIONS = {
    "Students without a place": "unplaced", "Studenten zonder plek": "unplaced",
    "Students on a project that they did not list": "unlisted", "Studenten op een project dat zij niet kozen": "unlisted",
    "Projects that do not run": "closed", "Projecten die niet doorgaan": "closed",
    "Lecturers who are full": "full", "Docenten die vol zitten": "full",
    "Lecturers at their minimum": "least", "Docenten op hun minimum": "least",
    "Levels that are not proven": "unproven", "Niveaus die niet bewezen zijn": "unproven",
}


def rows(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


class Plan:
    """The machine files."""

    def __init__(self, folder):
        self.placements = rows(folder / "placements.csv")
        self.projects = rows(folder / "projects.csv")
        self.lecturers = rows(folder / "lecturers.csv")
        self.lottery = {row["student"]: row["number"] for row in rows(folder / "lottery.csv")}
        self.fairness = next(row for row in rows(folder / "fairness.csv") if row["group"] == "all")
        self.summary = json.loads((folder / "summary.json").read_text(encoding="utf-8"))


def placements_differ(page, plan):
    tables = page.of("placements")
    if len(tables) != 1:
        yield f"{len(tables)} tables of placements"
        return
    names = [COLUMNS.get(column.text) for column in tables[0].columns]
    found = {}
    for cells in tables[0].rows:
        row = {name: cell for name, cell in zip(names, cells) if name}
        found[row["student"].text] = row
    if len(tables[0].rows) != len(plan.placements) or set(found) != {row["student"] for row in plan.placements}:
        yield "the students are others than those of placements.csv"
        return
    for row in plan.placements:
        cells = found[row["student"]]
        wanted = {"project": row["project"] or "-", "rank": row["rank"], "lottery": plan.lottery[row["student"]],
                  "lecturer": row["lecturer"], "minutes": row["minutes"]}
        seen = {name: cells[name].text for name in cells}
        seen["project"] = "-" if cells["project"].text in UNPLACED else cells["project"].key
        seen["rank"] = "unlisted" if seen["rank"] in UNLISTED else seen["rank"]
        if "lecturer" in cells:
            seen["lecturer"] = cells["lecturer"].key
        if "minutes" in cells:
            seen["minutes"] = seen["minutes"].replace("–", "")
        for name, value in wanted.items():
            # A column that would be empty is left out; without any distance, trips of 0 are all that is known.
            if seen.get(name, "0" if name == "minutes" and value == "0" else "") != value:
                yield f"{row['student']}: {name} is {seen.get(name)!r}, in the files {value!r}"


def profile_differs(page, plan):
    summary = plan.summary
    counts = [int(cells[1].text) for cells in page.of("profile")[0].rows]
    wanted = [*summary["profile"], summary["unlisted"], summary["students"] - summary["placed"]]
    if counts != wanted:
        yield f"the profile is {counts}, in the files {wanted}"


def levels_differ(page, plan):
    shown = page.of("levels")[0].rows
    if [cells[1].small for cells in shown] != [level["name"] for level in plan.summary["levels"]]:
        yield "the levels are others"
        return
    for cells, level in zip(shown, plan.summary["levels"]):
        value = level["value"]
        if isinstance(value, list):
            found = [int(line.rsplit(":", 1)[-1]) for line in cells[3].text.split("\n")]
            value = [count for count in value if count != 0] or [0]
        else:
            found = int(cells[3].text)
        if found != value:
            yield f"{level['name']} is {found}, in the files {value}"
        if PROVEN[cells[4].text.split("\n")[0]] != level["proven"]:
            yield f"{level['name']}: {cells[4].text}, in the files proven is {level['proven']}"


def facts_differ(page, plan):
    summary = plan.summary
    numbers = [[int(word) for word in figure.split() if word.isdigit()] for figure, _ in page.facts]
    running = sum(row["status"] == "open" for row in plan.projects)
    chose = int(plan.fairness["chose"])
    wanted = [[summary["placed"], summary["students"]], [running, len(plan.projects)],
              [sum(level["proven"] for level in summary["levels"]), len(summary["levels"])]]
    if chose > 0:
        wanted += [[int(plan.fairness["first_choice"]), chose], [int(plan.fairness["top_3"]), chose],
                   [summary["fairness"]["envious"]]]
    for figures in wanted:
        if figures not in numbers:
            yield f"{figures} is not among the facts {numbers}"


def questions_differ(page, plan):
    found = dict.fromkeys(QUESTIONS.values(), ())
    for table in page.of("questions"):
        heading, _, count = table.heading.rpartition(" (")
        found[QUESTIONS[heading]] = [cells[0].key for cells in table.rows]
        if count != f"{len(table.rows)})":
            yield f"{table.heading}: it has {len(table.rows)} rows"
    free = [row for row in plan.lecturers if row["max_students"] != "0"]
    wanted = {
        "unplaced": [row["student"] for row in plan.placements if not row["project"]],
        "closed": [row["project"] for row in plan.projects if row["status"] == "closed"],
        "least": [row["lecturer"] for row in plan.lecturers
                  if float(row["min_students"]) > 0 and float(row["load"]) - 1 < float(row["min_students"])],
        "unproven": [level["name"] for level in plan.summary["levels"] if not level["proven"]],
    }
    for kind, ids in wanted.items():
        if list(found[kind]) != ids:
            yield f"{kind}: {list(found[kind])}, by the files {ids}"
    full = {row["lecturer"] for row in free if row["max_students"] and float(row["load"]) + 1 > float(row["max_students"])}
    if not full <= set(found["full"]) <= {row["lecturer"] for row in free}:
        yield f"full: {found['full']}, by the files at least {sorted(full)}"
    unlisted = [row for row in plan.placements if row["rank"] == "unlisted"]
    pinned = sum(row["basis"] == "pin" for row in unlisted)
    chose = int(plan.fairness["unlisted"])
    if not (chose - pinned <= len(found["unlisted"]) <= chose
            and set(found["unlisted"]) <= {row["student"] for row in unlisted if row["basis"] == "unlisted"}):
        yield f"unlisted: {found['unlisted']}, by the files {chose} less those of {pinned} pins"


def differs(source, folder):
    """What is wrong with the page of the plan in the folder, as sentences."""
    page, plan = Tables(source), Plan(folder)
    for part in (placements_differ, profile_differs, levels_differ, facts_differ, questions_differ):
        yield from part(page, plan)
    yield from report_parts.differs(page, folder)
    if not page.items.get("rules"):
        yield "no rule is on the page"
