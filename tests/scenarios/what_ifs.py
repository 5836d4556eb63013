"""Compares the what-ifs of a scenario with the figures that lie beside its data."""

import csv
import json

from plans import WHAT_IF as FOLDER

EXPECTED = "expected-whatif.json"


def projects_of(plan):
    with open(plan / "placements.csv", encoding="utf-8", newline="") as file:
        return {row["student"]: row["project"] for row in csv.DictReader(file)}


def moved(before, after):
    """How many have another place than before or none; who is gone or is new does not count."""
    then, now = projects_of(before), projects_of(after)
    return sum(1 for student in then.keys() & now.keys() if then[student] not in ("", now[student]))


def figures(row):
    """What is expected of a run, of a line of comparison.json."""
    found = {"status": row["status"]}
    if row["status"] == "refused":
        return found | {"reasons": row["reasons"]}
    found |= {"placed": row["placed"], "profile": row["profile"]}
    found["levels"] = {level["name"]: level["value"] for level in row["levels"]}
    return found | ({} if row["run"] == "base" else {"moved": row["moved"]})


def run_differs(folder, row):
    """What a line of the comparison and the plan of its run do not agree on."""
    plan = folder / "runs" / (row["same_as"] or row["run"])
    if row["same_as"] is None:
        summary = json.loads((plan / "summary.json").read_text(encoding="utf-8"))
        for name in ("status", "placed", "profile"):
            if summary[name] != row[name]:
                yield f"{name}: the plan says {summary[name]}, the comparison {row[name]}"
        if {level["name"]: level["value"] for level in summary["levels"]} != figures(row)["levels"]:
            yield "the plan's levels are not those of the comparison"
        for level in summary["levels"]:
            if not (level["proven"] and level["bound"] == level["value"]):
                yield f"{level['name']} is not proven: {level}"
    counted = moved(folder / "runs" / "base", plan)
    if row["run"] != "base" and counted != row["moved"]:
        yield f"moved: {counted} students have another place, the comparison says {row['moved']}"


def differs(scenario):
    """What is wrong with the what-ifs of this folder, in sentences; also the file of figures that was looked at."""
    expected_file = scenario / EXPECTED
    comparison = scenario / FOLDER / "comparison.json"
    if not comparison.exists():
        return [], set()
    if not expected_file.exists():
        return [f"{FOLDER}: nothing says what is expected"], set()
    expected = json.loads(expected_file.read_text(encoding="utf-8"))
    wrong = []
    rows = {row["run"]: row for row in json.loads(comparison.read_text(encoding="utf-8"))["rows"]}
    if list(rows) != list(expected):
        wrong.append(f"{FOLDER}: the runs are {list(rows)}, expected {list(expected)}")
    for name in rows.keys() & expected.keys():
        found = figures(rows[name])
        for what in sorted(found.keys() | expected[name].keys()):
            if found.get(what) != expected[name].get(what):
                sentence = f"{what}: expected {expected[name].get(what)}, found {found.get(what)}"
                wrong.append(f"{FOLDER} {name}: {sentence}")
        if "swap" not in rows[name]:
            wrong += [f"{FOLDER} {name}: {sentence}" for sentence in run_differs(scenario / FOLDER, rows[name])]
    return sorted(wrong), {expected_file}
