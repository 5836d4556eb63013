#!/usr/bin/env python3
"""The quick way of solving and the plain one have to agree on every level's value.

    run.py BINARY [--rounds 51] [--seed 1]

Solves made-up rounds of 20 to 60 students of every family, with changing objectives, by solver.method auto and plain.
"""

import argparse
import json
import pathlib
import random
import subprocess
import sys
import tempfile

ORDERS = (
    "placed, ranks:generous",
    "placed, ranks:sum, balance",
    "placed, ranks:sum^2~10%, ranks:minimax",
    "placed, ranks:greedy",
    "placed, ranks:minimax, ranks:sum^3",
)
ORDERS_WITH_TRAVEL = (
    "placed, ranks:generous, travel",
    "placed, ranks:sum, travel, balance",
    "placed, ranks:sum^2~10%, travel",
    "placed, travel~20%, ranks:sum, balance",
    "placed, ranks:greedy, balance~5%, travel",
)
FAMILIES = {"flow": ORDERS, "quota": ORDERS, "full": ORDERS_WITH_TRAVEL}  # of these only "full" has trips
SECONDS = 5  # a solve that takes longer is not compared
MOST_UNCOMPARED = 0.2


def solve(binary, ini, plan, order, method):
    command = [binary, "solve", str(ini), "-o", str(plan), "--quiet", "--time-limit", str(SECONDS)]
    command += ["--set", f"objectives.order={order}", "--set", f"solver.method={method}"]
    run = subprocess.run(command, capture_output=True, text=True, timeout=10 * SECONDS)
    if run.returncode != 0:
        return run.returncode, run.stderr.strip().partition("\n")[0], None
    summary = json.loads((plan / "summary.json").read_text(encoding="utf-8"))
    values = [(level["name"], level.get("best", level["value"])) for level in summary["levels"]]
    return 0, values, summary["status"]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("binary")
    parser.add_argument("--rounds", type=int, default=51)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    passed = failed = uncompared = 0
    for i in range(options.rounds):
        rng = random.Random(f"differential {options.seed}/{i}")
        family = list(FAMILIES)[i % len(FAMILIES)]
        order = FAMILIES[family][i // len(FAMILIES) % len(ORDERS)]
        students, seed = rng.randint(20, 60), rng.randint(1, 10**6)
        label = f"{family}, {students} students, seed {seed}, {order}"
        with tempfile.TemporaryDirectory() as place:
            folder = pathlib.Path(place) / "round"
            command = [options.binary, "generate", str(folder), "--students", str(students), "--seed", str(seed)]
            command += ["--family", family]
            try:
                subprocess.run(command, check=True, capture_output=True, timeout=SECONDS)
            except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as failure:
                failed += 1
                print(f"{label}: {failure}")
                continue
            ini = folder / "round.ini"
            auto, plain = [solve(options.binary, ini, folder / method, order, method) for method in ("auto", "plain")]
        if 4 in (auto[0], plain[0]) or "feasible" in (auto[2], plain[2]):
            uncompared += 1
            ends = [f"{name} exit status {end[0]} {end[2] or ''}" for name, end in (("auto", auto), ("plain", plain))]
            print(f"{label}: not solved in {SECONDS} seconds ({ends[0]}, {ends[1]})")
        elif auto != plain or auto[0] not in (0, 1):
            failed += 1
            print(f"{label}:\n  auto  {auto}\n  plain {plain}")
        else:
            passed += 1
    if uncompared > MOST_UNCOMPARED * options.rounds:
        failed += 1
        print(f"{uncompared} of {options.rounds} rounds were not solved in time")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
