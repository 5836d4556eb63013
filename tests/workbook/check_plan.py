"""plan.xlsx, as LibreOffice reads it, against the plan's files for machines."""
import csv
import json
import math

WORDS = {
    "en": {
        "sheets": ["Summary", "Open questions", "Placements", "Projects", "Lecturers", "Organisations", "Fairness"],
        "unlisted": "unlisted", "unplaced": "not placed", "open": "open", "closed": "closed", "yes": "yes",
        "basis": {"choice": "choice", "pin": "pinned", "group": "with her group", "unlisted": "unlisted", "": None},
        "days": dict(zip(["mo", "tu", "we", "th", "fr"], ["mo", "tu", "we", "th", "fr"])),
        "levels": "Level by level, the most important first", "ranks": "Ranks",
        "placed": "Placed", "date": "yyyy-mm-dd",
        "kinds": {"all": "all", "programme": "programme", "district": "district", "circle": "circle"},
        "start": "First day",
    },
    "nl": {
        "sheets": ["Samenvatting", "Open vragen", "Plaatsingen", "Projecten", "Docenten", "Organisaties", "Eerlijkheid"],
        "unlisted": "niet gekozen", "unplaced": "niet geplaatst", "open": "open", "closed": "gesloten", "yes": "ja",
        "basis": {"choice": "keuze", "pin": "vastgezet", "group": "met de groep", "unlisted": "niet gekozen", "": None},
        "days": dict(zip(["mo", "tu", "we", "th", "fr"], ["ma", "di", "wo", "do", "vr"])),
        "levels": "Niveau voor niveau, het belangrijkste eerst", "ranks": "Rangen",
        "placed": "Geplaatst", "date": "dd-mm-yyyy",
        "kinds": {"all": "allemaal", "programme": "opleiding", "district": "wijk", "circle": "leerkring"},
        "start": "Eerste dag",
    },
}


def rows_of(path):
    with open(path, newline="", encoding="utf-8") as stream:
        return list(csv.DictReader(stream))


def number(text):
    return float(text) if text else None


def same(found, expected):
    """Numbers of files for machines have two decimals at most."""
    if isinstance(found, float) and isinstance(expected, float):
        return math.isclose(found, expected, abs_tol=0.00501 if expected != int(expected) or found != int(found) else 1e-9)
    return type(found) is type(expected) and found == expected


class Comparison:
    """Collects what differs."""

    def __init__(self):
        self.faults = []

    def row(self, what, found, expected):
        """expected: by column number."""
        for column, cell in expected.items():
            there = found[column] if column < len(found) else None
            if not same(there, cell):
                self.faults.append(f"{what}, column {column}: {there!r}, not {cell!r}")

    def rows(self, what, sheet, expected):
        """Below the headings, one row each."""
        if len(sheet) != len(expected) + 1:
            self.faults.append(f"{what}: {len(sheet) - 1} rows, not {len(expected)}")
        for number_of_row, (found, cells) in enumerate(zip(sheet[1:], expected), start=2):
            self.row(f"{what} {number_of_row}", found, cells)


def placements(plan, words):
    lottery = {row["student"]: float(row["number"]) for row in rows_of(plan / "lottery.csv")}
    rows = []
    for row in rows_of(plan / "placements.csv"):
        rank = words["unplaced"] if not row["project"] else words["unlisted"] if row["rank"] == "unlisted" else number(row["rank"])
        slot = words["days"][row["slot"][:2]] + row["slot"][2:] if row["slot"] else None
        rows.append({0: row["student"], 5: rank, 6: lottery[row["student"]], 7: row["project"] or None, 12: row["circle"] or None,
                     13: number(row["minutes"]), 14: words["basis"][row["basis"]], 15: slot})
    return rows


def projects(plan, words):
    rows = []
    for row in rows_of(plan / "projects.csv"):
        slot = words["days"][row["slot"][:2]] + row["slot"][2:] if row["slot"] else None
        rows.append({0: row["project"], 2: words[row["status"]], 5: number(row["students"]), 7: number(row["load"]), 17: slot})
    return rows


def lecturers(plan):
    return [{0: row["lecturer"], 3: number(row["projects"]), 4: number(row["students"]), 5: number(row["load"]),
             6: number(row["min_students"]), 7: number(row["max_students"]),
             8: float(row["load"]) / float(row["max_students"]) if number(row["max_students"]) else None}
            for row in rows_of(plan / "lecturers.csv")]


def fairness(plan, words):
    return [{0: words["kinds"][row["group"]], 2: number(row["students"]), 3: number(row["placed"]), 4: number(row["chose"]),
             5: number(row["first_choice"]), 7: number(row["top_3"]), 9: number(row["unlisted"]), 10: number(row["mean_rank"]),
             11: number(row["trips"]), 12: number(row["mean_minutes"])} for row in rows_of(plan / "fairness.csv")]


def summary(comparison, sheet, plan, words):
    told = json.loads((plan / "summary.json").read_text(encoding="utf-8"))
    labels = [row[0] if row else None for row in sheet]
    profile = [float(count) for count in told["profile"] + [told["unlisted"], told["students"] - told["placed"]]]
    ranks = [float(rank) for rank in range(1, len(told["profile"]) + 1)] + [words["unlisted"], words["unplaced"]]
    first = labels.index(words["ranks"]) + 2
    for rank, count, row in zip(ranks, profile, sheet[first:]):
        comparison.row(f"summary, rank {rank}", row, {0: rank, 1: count, 2: count / told["students"]})
    first = labels.index(words["levels"]) + 2
    levels = [(value, bound, level["proven"]) for level in told["levels"]
              for value, bound in (zip(level["value"], level["bound"]) if isinstance(level["value"], list)
                                   else [(level["value"], level["bound"])])]
    if len(sheet) != first + len(levels):
        comparison.faults.append(f"summary: {len(sheet) - first} counts of levels, not {len(levels)}")
    for (value, bound, proven), row in zip(levels, sheet[first:]):
        cells = {2: float(value), 3: None if bound is None else float(bound)}
        comparison.row("summary, levels", row, {**cells, 4: words["yes"]} if proven else cells)
    comparison.row("summary, placed", sheet[labels.index(words["placed"])], {1: float(told["placed"])})


def check(sheets, plan, language):
    """What is wrong with the sheets of a plan."""
    words = WORDS[language]
    comparison = Comparison()
    expected = list(words["sheets"])
    for optional, needed in (("Open questions", None), ("Lecturers", plan / "lecturers.csv")):
        position = WORDS["en"]["sheets"].index(optional)
        name = words["sheets"][position]
        if name not in sheets and (needed is None or not rows_of(needed)):
            expected.remove(name)
    if words["sheets"][5] not in sheets:
        expected.remove(words["sheets"][5])
    if list(sheets) != expected:
        return [f"sheets {list(sheets)}, not {expected}"]
    summary(comparison, sheets[words["sheets"][0]], plan, words)
    comparison.rows("placements", sheets[words["sheets"][2]], placements(plan, words))
    comparison.rows("projects", sheets[words["sheets"][3]], projects(plan, words))
    if words["sheets"][4] in sheets:
        comparison.rows("lecturers", sheets[words["sheets"][4]], lecturers(plan))
    comparison.rows("fairness", sheets[words["sheets"][6]], fairness(plan, words))
    return comparison.faults
