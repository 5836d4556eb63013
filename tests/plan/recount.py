"""recount.py: counts a plan's tables again and compares them with summary.json and with each other."""
import csv
import hashlib
import json
import sys
from collections import Counter, defaultdict
from decimal import Decimal
from pathlib import Path


def rows(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def main(plan, students_file):
    plan = Path(plan)
    summary = json.loads((plan / "summary.json").read_text(encoding="utf-8"))
    placements = rows(plan / "placements.csv")
    load = {row["id"]: Decimal(row["load"] or 1) for row in rows(students_file)}
    placed = [row for row in placements if row["project"]]

    assert [row["student"] for row in placements] == sorted(load), "one row a student, sorted by id"
    for row in placements:
        if not row["project"]:
            assert not any(value for key, value in row.items() if key != "student"), row
        else:
            assert row["rank"] == "unlisted" or int(row["rank"]) >= 1, row
            assert row["basis"] in ("choice", "pin", "group", "unlisted"), row
    ranks = Counter(row["rank"] for row in placed)
    assert summary["students"] == len(placements)
    assert summary["placed"] == len(placed)
    assert summary["unlisted"] == ranks["unlisted"]
    assert summary["profile"] == [ranks[str(k + 1)] for k in range(len(summary["profile"]))]
    assert sum(summary["profile"]) + summary["unlisted"] == summary["placed"]

    guides = defaultdict(set)
    for row in placed:
        guides[row["project"]].add(row["lecturer"])
    for row in rows(plan / "projects.csv"):
        here = [s["student"] for s in placed if s["project"] == row["project"]]
        assert int(row["students"]) == len(here), row
        assert row["status"] == ("open" if here else "closed"), row
        assert Decimal(row["load"]) == sum(load[s] for s in here), row
        assert row["lecturer"] == "|".join(sorted(guides[row["project"]])), row
    for row in rows(plan / "lecturers.csv"):
        hers = [s for s in placed if s["lecturer"] == row["lecturer"]]
        assert int(row["students"]) == len(hers), row
        assert int(row["projects"]) == len({s["project"] for s in hers}), row
        assert Decimal(row["load"]) == sum(load[s["student"]] for s in hers), row

    for entry in summary["inputs"]:
        copy = plan / "input" / entry.get("stored", entry["path"])
        assert hashlib.sha256(copy.read_bytes()).hexdigest() == entry["sha256"], entry
    assert summary["inputs"][0]["path"] == summary["round_file"]
    keys = "program version round round_file overrides settings status students placed unlisted profile levels seed seconds inputs"
    assert list(summary) == keys.split(), list(summary)
    for level in summary["levels"]:
        assert set(level) - {"best"} == set("name sense value bound proven certified seconds".split()), level


main(sys.argv[1], sys.argv[2])
