#!/usr/bin/env python3
"""Other solvers have to find the same value in the exported integer programs as the program itself.

    run.py BINARY [--rounds 25] [--seed 1]

Exports tiny random rounds and made-up rounds of middle size as MPS and as LP, in both forms, level by level, and solves
them with glpsol and cbc. Rounds that failed once lie beside this file and are tried first.
"""

import argparse
import json
import pathlib
import sys
import tempfile

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "brute"))

from files import write_round  # noqa: E402
from generate import random_round  # noqa: E402
from other_solvers import by_cbc, by_glpsol, expected_optimum, run  # noqa: E402

DEEPEST_LEVEL = 5
MADE_UP = (("flow", 30, 1), ("flow", 60, 2), ("quota", 30, 3), ("quota", 50, 4), ("full", 20, 5), ("full", 24, 6))


def check_round(binary, ini, place, label):
    """(comparisons made, sentences about those that failed)"""
    plan = place / "plan"
    solved = run([binary, "solve", str(ini), "-o", str(plan), "--quiet"])
    if solved.returncode != 0:
        return 0, [f"{label}: solve: exit status {solved.returncode} {solved.stderr.strip()}"]
    levels = json.loads((plan / "summary.json").read_text(encoding="utf-8"))["levels"]
    made, wrong = 0, []
    for k, level in enumerate(levels[:DEEPEST_LEVEL], 1):
        for form in ("compact", "strong"):
            for kind in ("mps", "lp"):
                program = place / f"level{k}-{form}.{kind}"
                wanted = ["--level", str(k), "--form", form] if k > 1 or form == "strong" else []
                done = run([binary, "export", str(ini), f"--{kind}", str(program), "--quiet"] + wanted)
                if done.returncode != 0 or not program.exists():
                    wrong.append(f"{label}: export {program.name}: exit status {done.returncode} {done.stderr.strip()}")
                    continue
                for name, solver in (("glpsol", by_glpsol), ("cbc", by_cbc)):
                    report = place / f"{program.name}.{name}"
                    found, made = solver(program, report), made + 1
                    expected = expected_optimum(level)
                    if not isinstance(found, float) or abs(found - expected) > 1e-6 * max(1, abs(expected)):
                        wrong.append(f"{label}: {name} {program.name} ({level['name']}): {found}, expected {expected}")
    return made, wrong


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("binary")
    parser.add_argument("--rounds", type=int, default=25)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    total, wrong = 0, []
    with tempfile.TemporaryDirectory() as scratch:
        scratch = pathlib.Path(scratch)
        for kept in sorted(pathlib.Path(__file__).resolve().parent.glob("*/round.ini")):
            place = scratch / kept.parent.name
            place.mkdir()
            made, failures = check_round(options.binary, kept, place, kept.parent.name)
            total, wrong = total + made, wrong + failures
        number = options.seed * 10000
        tried = 0
        while tried < options.rounds:
            number += 1
            rnd, answer = random_round(number)
            if answer is None:
                continue
            place = scratch / str(number)
            place.mkdir()
            made, failures = check_round(options.binary, write_round(rnd, place, number), place, f"round {number}")
            total, wrong, tried = total + made, wrong + failures, tried + 1
        for family, students, seed in MADE_UP:
            place = scratch / f"{family}{students}"
            wanted = ["--students", str(students), "--seed", str(seed), "--family", family]
            done = run([options.binary, "generate", str(place)] + wanted)
            if done.returncode != 0:
                wrong.append(f"generate {family}: exit status {done.returncode} {done.stderr.strip()}")
                continue
            made, failures = check_round(options.binary, place / "round.ini", place, f"{family} {students}")
            total, wrong = total + made, wrong + failures
    for sentence in wrong:
        print(sentence)
    print(f"{total} programs solved, {len(wrong)} failed")
    return 1 if wrong or not total else 0


if __name__ == "__main__":
    sys.exit(main())
