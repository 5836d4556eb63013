#!/usr/bin/env python3
"""Compares a plan's summary with the figures that a scenario is expected to end with.

    levels.py SUMMARY.json EXPECTED.json

EXPECTED.json has "status", "placed", "profile" and "levels", an object of level names and values, in their order.
"""

import json
import pathlib
import sys


def differences(summary, expected):
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
    for level in summary["levels"]:
        if expected["status"] == "optimal" and not (level["proven"] and level["bound"] == level["value"]):
            yield f"{level['name']} is not proven: {level}"


def main():
    summary, expected = (json.loads(pathlib.Path(path).read_text(encoding="utf-8")) for path in sys.argv[1:3])
    wrong = list(differences(summary, expected))
    for sentence in wrong:
        print(f"{sys.argv[1]}: {sentence}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
