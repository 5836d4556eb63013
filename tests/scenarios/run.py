#!/usr/bin/env python3
"""Every scenario ends proven, with the figures that lie beside its data.

    run.py BINARY [SCENARIO...]      default: all folders of scenarios/

A plan in the folder plan is compared with expected-levels.json or expected-placements.csv beside it, one in plan-20
with expected-levels-20.json. These have "status", "placed", "profile" and "levels", an object of level names and
values, in their order. The runs of a what-if, in the folder whatif, are compared with expected-whatif.json: the same
for each run, and how many students moved. A plan with nothing beside it is an error, and so are figures without a plan.
"""

import difflib
import json
import pathlib
import sys
import tempfile

sys.dont_write_bytecode = True

import plans  # noqa: E402
import what_ifs  # noqa: E402

SCENARIOS = pathlib.Path(__file__).resolve().parents[2] / "scenarios"


def levels_differ(summary, expected):
    found = {
        "status": summary["status"],
        "placed": summary["placed"],
        "profile": summary["profile"],
        "levels": {level["name"]: level["value"] for level in summary["levels"]},
    }
    for name, value in expected.items():
        if found[name] != value:
            yield f"{name}: expected {value}, found {found[name]}"
    if list(found["levels"]) != list(expected["levels"]):
        yield f"the levels come in the order {list(found['levels'])}"
    if found["status"] != "optimal":
        yield f"the status is {found['status']}"
    for level in summary["levels"]:
        if not (level["proven"] and level["bound"] == level["value"]):
            yield f"{level['name']} is not proven: {level}"


def placements_differ(found, expected):
    old, new = (path.read_text(encoding="utf-8").splitlines() for path in (expected, found))
    return difflib.unified_diff(old, new, "expected", "found", lineterm="")


def plan_differs(plan):
    """What is wrong with one plan, in sentences. Also the files of figures that were looked at."""
    levels = plan.parent / f"expected-levels{plan.name.removeprefix('plan')}.json"
    placements = plan.parent / "expected-placements.csv"
    wrong, seen = [], set()
    if levels.exists():
        seen.add(levels)
        summary = json.loads((plan / "summary.json").read_text(encoding="utf-8"))
        wrong += levels_differ(summary, json.loads(levels.read_text(encoding="utf-8")))
    if plan.name == "plan" and placements.exists():
        seen.add(placements)
        wrong += placements_differ(plan / "placements.csv", placements)
    return wrong if seen else ["nothing says what is expected"], seen


def scenario_differs(binary, scenario):
    with tempfile.TemporaryDirectory() as place:
        try:
            copy, made = plans.make(binary, scenario, place)
        except RuntimeError as failure:
            yield str(failure)
            return
        left = set(copy.rglob("expected-*"))
        for plan in made:
            wrong, seen = plan_differs(plan)
            left -= seen
            yield from (f"{plan.relative_to(place)}: {sentence}" for sentence in wrong)
        wrong, seen = what_ifs.differs(copy)
        left -= seen
        yield from (f"{copy.name}: {sentence}" for sentence in wrong)
        yield from (f"{path.relative_to(place)} is compared with no plan" for path in sorted(left))
        if not made:
            yield f"{scenario.name}: no plan was made"


def main():
    scenarios = [pathlib.Path(path) for path in sys.argv[2:]]
    scenarios = scenarios or sorted(path for path in SCENARIOS.iterdir() if path.is_dir())
    failed = 0
    for scenario in scenarios:
        wrong = list(scenario_differs(sys.argv[1], scenario))
        failed += bool(wrong)
        print(f"{scenario.name}: {'not ' if wrong else ''}as expected", *wrong, sep="\n  ")
    print(f"{len(scenarios) - failed} passed, {failed} failed")
    return 1 if failed or not scenarios else 0


if __name__ == "__main__":
    sys.exit(main())
