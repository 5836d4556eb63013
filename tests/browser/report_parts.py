"""Holds the parts of report.html about groups, lecturers, projects, supply and demand, travel and the map against the
machine files beside it."""
import collections
import csv
import re

from page_tables import Tables

# What a cell without a figure holds.
NONE = "–"


def rows(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def number(text):
    """As people write it in either language; None where there is no figure."""
    text = text.strip().replace(",", ".").replace("\u2212", "-").rstrip("%")
    return None if text == NONE else float(text)


def near(shown, wanted, decimals):
    """Is `shown` what is left of `wanted` after rounding?"""
    return abs(shown - float(wanted)) <= 0.5001 * 10 ** -decimals


class Plan:
    def __init__(self, folder):
        self.placements = rows(folder / "placements.csv")
        self.placed = [row for row in self.placements if row["project"]]
        self.projects = rows(folder / "projects.csv")
        self.lecturers = rows(folder / "lecturers.csv")
        self.groups = rows(folder / "fairness.csv")


def share_differs(cell, part, whole):
    if whole == 0:
        return cell.text != NONE
    return cell.small != str(part) or not near(number(cell.text), 100 * part / whole, 1)


def group_differs(cells, row):
    """One row of a table of groups against one of fairness.csv."""
    figures = {name: int(row[name]) for name in ("students", "chose", "placed", "first_choice", "top_3", "unlisted")}
    if number(cells[1].text) != figures["students"]:
        yield "students"
    if share_differs(cells[2], figures["first_choice"], figures["chose"]):
        yield "first choice"
    if share_differs(cells[3], figures["top_3"], figures["chose"]):
        yield "first three choices"
    if (number(cells[4].text) is None) != (row["mean_rank"] == "") or row["mean_rank"] and not near(
            number(cells[4].text), row["mean_rank"], 2):
        yield "mean rank"
    if number(cells[5].text) != figures["unlisted"]:
        yield "unlisted"
    if number(cells[6].text) != figures["students"] - figures["placed"]:
        yield "not placed"
    # The file rounds to two decimals, the page from the sums to one.
    if len(cells) > 7 and number(cells[7].text) is not None and not near(
            number(cells[7].text), float(row["mean_minutes"]), 0.95):
        yield "mean trip"


def groups_differ(page, plan):
    wanted = []
    for kind in ("programme", "district", "circle"):
        of_kind = [row for row in plan.groups if row["group"] == kind]
        if len(of_kind) > 1:
            wanted.append(of_kind + [row for row in plan.groups if row["group"] == "all"])
    tables = page.of("groups")
    if [len(table.rows) for table in tables] != [len(kind) for kind in wanted]:
        yield f"groups: tables of {[len(table.rows) for table in tables]} rows, by fairness.csv {[len(k) for k in wanted]}"
        return
    for table, kind in zip(tables, wanted):
        for cells, row in zip(table.rows, kind):
            for what in group_differs(cells, row):
                yield f"{row['group']} {row['name']}: {what} is other than in fairness.csv"


def lecturers_differ(page, plan):
    tables = page.of("lecturers")
    if [row["lecturer"] for row in plan.lecturers] != [cells[0].text.split(" ")[0] for table in tables for cells in table.rows]:
        yield "lecturers: others than in lecturers.csv"
        return
    for cells, row in zip(tables[0].rows if tables else [], plan.lecturers):
        most = float(row["max_students"]) if row["max_students"] else None
        wanted = [float(row["projects"]), float(row["students"]), float(row["load"]), float(row["min_students"]), most,
                  None if most is None else round(most - float(row["load"]), 2)]
        found = [number(cell.text) for cell in cells[1:7]]
        if found != wanted:
            yield f"lecturer {row['lecturer']}: {found}, in lecturers.csv {wanted}"


def projects_differ(page, plan):
    table = page.of("projects")[0]
    names = [column.text for column in table.columns]
    at = next(i for i, name in enumerate(names) if name in ("Students", "Studenten"))
    if [row["project"] for row in plan.projects] != [cells[0].text.split(" ")[0] for cells in table.rows]:
        yield "projects: others than in projects.csv"
        return
    for cells, row in zip(table.rows, plan.projects):
        students, least, seats, free = (number(cell.text) for cell in cells[at:at + 4])
        if students != float(row["students"]) or (cells[0].small == "") != (row["status"] == "open"):
            yield f"project {row['project']}: {students} students, {cells[0].small!r}, by projects.csv {row}"
        if row["status"] == "open" and (free != seats - students or students < least):
            yield f"project {row['project']}: {students} of {seats} seats, {free} free, at least {least}"


def supply_differs(page, plan):
    """Each table's figures add up to all of them."""
    running = sum(row["status"] == "open" for row in plan.projects)
    for table in page.of("supply"):
        names = [column.text for column in table.columns]
        if names[-1] in ("not placed", "niet geplaatst"):
            total = sum(number(cell.text) for cells in table.rows for cell in cells[1:])
            if total != len(plan.placements):
                yield f"supply: {total} students want something"
            continue
        if sum(int(cells[-1].small or 0) for cells in table.rows) != len(plan.placed):
            yield "supply: the places filled are not the students placed"
        if sum(number(cells[-2].text) for cells in table.rows) != running:
            yield "supply: the projects that run are not those of projects.csv"
        for cells in table.rows:
            first = int(cells[-7].small or 0)
            if number(cells[-4].text) - first != number(cells[-3].text):
                yield f"supply: {cells[0].text}: {cells[-4].text} seats less {first}"


def travel_differs(page, plan):
    """The last table has the classes."""
    minutes = [int(row["minutes"]) for row in plan.placed if row["minutes"]]
    tables = page.of("travel")
    for cells in tables[-1].rows if tables else []:
        low, high = map(int, cells[0].text.split("–"))
        wanted = sum(low <= trip <= high for trip in minutes)
        if number(cells[1].text) != wanted:
            yield f"travel: {cells[1].text} trips of {cells[0].text} minutes, by placements.csv {wanted}"
    if tables and sum(number(cells[1].text) for cells in tables[-1].rows) != len(minutes):
        yield "travel: not all trips have a class"
    if not tables and any(trip > 0 for trip in minutes):
        yield "travel: there are trips and no part of the page about them"


def map_differs(page, plan):
    tables = page.of("map")
    if not tables:
        return
    districts, flows = tables
    placed = collections.Counter(row["district"] for row in plan.placed)
    for cells in districts.rows:
        district = cells[0].text.split(" ")[0]
        if number(cells[-1].text) != placed[district]:
            yield f"map: {cells[-1].text} placed in {district}, by placements.csv {placed[district]}"
    going = sum(number(cells[2].text) for cells in flows.rows)
    if going > sum(count for district, count in placed.items() if district):
        yield f"map: {going} students go somewhere"


def differs(page, folder):
    """What is wrong with these parts of the page (page_tables.Tables) of the plan in the folder, as sentences."""
    plan = Plan(folder)
    for part in (groups_differ, lecturers_differ, projects_differ, supply_differs, travel_differs, map_differs):
        yield from part(page, plan)


def cafe_gap_differs(page):
    """What the scenario's story says: 57 of 60 first choices are individual, 53 seats are collective, 6 places filled."""
    shown = {cells[0].text: cells for cells in page.of("supply")[0].rows}
    for name, wanted in {("individual", "individueel"): ("47", "57", "60", "54"),
                         ("collective", "collectief"): ("3", "3", "53", "6")}.items():
        cells = next(shown[word] for word in name if word in shown)
        found = (cells[1].small, cells[2].small, cells[5].text, cells[-1].small)
        if found != wanted:
            yield f"cafe-gap: {name[0]} is {found}, in its story {wanted}"


def change_cell(section, table, column):
    """A page with another figure in a cell of the second row of a section's table."""
    def change(source):
        at = source.index(f'<section id="{section}">')
        for _ in range(table + 1):
            at = source.index("<tbody>", at + 1)
        at = source.index("<tr", source.index("<tr", at) + 1)
        cell = list(re.finditer(r"<t[dh][^>]*>(<bdi>|<small>)?", source[at:]))[column]
        return source[:at + cell.end()] + "7" + source[at + cell.end():]
    return change


# What is done to the flagship's page, and a word of what must be found.
MISTAKES = [
    ("another size of a programme", change_cell("groups", 0, 1), "programme RO: students"),
    ("another share of first choices", change_cell("groups", 1, 2), "first choice"),
    ("another mean rank", change_cell("groups", 2, 4), "mean rank"),
    ("another number of unlisted", change_cell("groups", 2, 5), "unlisted"),
    ("another mean trip", change_cell("groups", 2, 7), "mean trip"),
    ("another lecturer", change_cell("lecturers", 0, 0), "lecturers: others"),
    ("another load", change_cell("lecturers", 0, 3), "lecturer D02"),
    ("another rest of load", change_cell("lecturers", 0, 6), "lecturer D02"),
    ("another project", change_cell("projects", 0, 0), "projects: others"),
    ("another number of students", change_cell("projects", 0, 4), "project P02"),
    ("another number of seats", change_cell("projects", 0, 6), "project P02"),
    ("other places filled", lambda page: page.replace("57.1%<small>112<", "57.1%<small>113<"), "places filled"),
    ("another gap", lambda page: page.replace(">+35<", ">+36<"), "less"),
    ("another crossing", change_cell("supply", 1, 1), "want something"),
    ("another class of trips", change_cell("travel", 1, 1), "trips of"),
    ("another number placed in a district", change_cell("map", 0, 3), "placed in W02"),
    ("more students who go", change_cell("map", 1, 2), "go somewhere"),
]


def selftest(source, folder):
    """True if each mistake is found in the flagship's page."""
    passed = True
    for what, spoil, word in MISTAKES:
        spoiled = spoil(source)
        found = list(differs(Tables(spoiled), folder)) if spoiled != source else ["the page stays as it is"]
        if not any(word in fault for fault in found):
            print(f"the comparison does not see {what}: {found[:5]}")
            passed = False
    return passed
