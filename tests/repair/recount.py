"""recount.py: works changes.csv out again from the placements of two plans, and holds it against the levels of moves.

    python3 recount.py PLAN EARLIER PROJECT LECTURER SLOT

The last three are what the levels moves:project, moves:lecturer and moves:slot must be.
"""

import csv
import json
import sys
from pathlib import Path


def rows(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def student_lines(before, after):
    """What each student is told."""
    for student in sorted(set(before) | set(after)):
        old, new = before.get(student, {}), after.get(student, {})
        was, now = old.get("project", ""), new.get("project", "")
        if not new or not old:
            yield ("student", student, "new" if new else "gone", student, was, now)
        elif was != now:
            yield ("student", student, "project" if was and now else "placed" if now else "unplaced", student, was, now)
        elif was:
            for field in ("lecturer", "slot"):
                if old[field] != new[field]:
                    yield ("student", student, field, student, old[field], new[field])


def other_lines(audience, column, before, after):
    """What lecturers, or hosts, are told about students."""
    for student in set(before) | set(after):
        old, new = before.get(student, {}), after.get(student, {})
        had = set(filter(None, old.get(column, "").split("|")))
        has = set(filter(None, new.get(column, "").split("|")))
        was, now = old.get("project", ""), new.get("project", "")
        for who in had | has:
            if who not in has or who not in had:
                yield (audience, who, "leaves" if who in had else "comes", student, was, now)
            elif was != now:
                yield (audience, who, "project", student, was, now)
            elif audience == "lecturer" and old["slot"] != new["slot"]:
                yield (audience, who, "slot", student, old["slot"], new["slot"])


def project_lines(before, after):
    """Which projects lecturers get or lose."""
    had = {(row["lecturer"], row["project"]) for row in before.values() if row["lecturer"]}
    has = {(row["lecturer"], row["project"]) for row in after.values() if row["lecturer"]}
    for lecturer, project in had - has:
        yield ("lecturer", lecturer, "loses_project", "", project, "")
    for lecturer, project in has - had:
        yield ("lecturer", lecturer, "gets_project", "", "", project)


def main():
    plan, earlier = Path(sys.argv[1]), Path(sys.argv[2])
    before = {row["student"]: row for row in rows(earlier / "placements.csv")}
    after = {row["student"]: row for row in rows(plan / "placements.csv")}
    expected = sorted([*student_lines(before, after), *other_lines("lecturer", "lecturer", before, after),
                       *other_lines("organisation", "organisation", before, after), *project_lines(before, after)])
    found = [tuple(row.values()) for row in rows(plan / "changes.csv")]
    assert found == expected, f"{found}\nexpected {expected}"

    summary = json.loads((plan / "summary.json").read_text(encoding="utf-8"))
    levels = {level["name"]: level["value"] for level in summary["levels"]}
    kinds = [row[2] for row in found if row[0] == "student"]
    counted = [kinds.count("project") + kinds.count("unplaced"), kinds.count("lecturer"), kinds.count("slot")]
    assert counted == [levels["moves:project"], levels["moves:lecturer"], levels["moves:slot"]], (counted, levels)
    assert counted == [int(count) for count in sys.argv[3:]], counted


main()
