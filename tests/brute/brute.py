#!/usr/bin/env python3
"""Places a thousand tiny random rounds with the program and checks each by trying every plan.

    brute.py BINARY [--rounds 1000] [--seed 1] [--jobs 2] [--only NUMBER] [--keep DIR] [--shuffle]

With 1000 rounds or more it also fails when a rule, an objective or a feature did not matter for any answer,
since then a program that ignores it would pass unseen.
"""

import argparse
import multiprocessing
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
from collections import Counter

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "shuffle"))

from check_plan import check_plan  # noqa: E402
from files import write_round  # noqa: E402
from generate import random_round  # noqa: E402
from leave_out import matters, names, occurs  # noqa: E402
from referee import Referee  # noqa: E402
from rows import shuffle_differs  # noqa: E402

OBJECTIVES = (
    "placed", "ranks:sum", "ranks:sum^2", "ranks:sum^3", "ranks:sum^4", "ranks:greedy", "ranks:generous",
    "ranks:minimax", "travel", "balance", "placed:rest", "travel:rest", "novelty", "collective", "moves:project",
    "moves:lecturer", "moves:slot", "lottery",
)  # fmt: skip
SHAPES = ("columns", "cell", "long", "wide", "form")
ENOUGH_ROUNDS = 1000  # in fewer rounds the rare things may not occur
ENOUGH = 2  # once leaving a thing out has changed so many answers, it is not tried any more


def solve(binary, path, plan):
    command = [binary, "solve", str(path), "-o", str(plan), "--quiet"]
    return subprocess.run(command, capture_output=True, text=True, timeout=120)


def expected_text(answer):
    if answer is None:
        return "no plan exists"
    lines = [f"{answer.feasible} plans, {len(answer.plans)} of them best"]
    for level in answer.levels:
        best = f", best {level.best}" if level.gives_way else ""
        lines.append(f"{level.name}: {level.values if level.array else level.values[0]}{best}")
    return "; ".join(lines)


def examine(binary, folder, referee, answer, shuffles, number):
    """What is wrong with the program's answer to the round in this folder, as sentences."""
    plan = folder / "plan"
    run = solve(binary, folder / "round.ini", plan)
    expected_status = 1 if answer is None else 0
    if run.returncode != expected_status:
        return [f"exit status {run.returncode}, expected {expected_status}", run.stderr.strip()]
    if answer is None:
        refused = folder / "plan-infeasible" / "infeasible.json"
        told = refused.is_file() and not plan.exists()
        return [] if told else ["no plan-infeasible/infeasible.json, or a plan beside it", run.stderr.strip()]
    wrong = check_plan(plan, referee, answer)
    if shuffles and not wrong:
        wrong = shuffle_differs(binary, folder / "round.ini", plan, number)
    return wrong


class Coverage:
    """Which things occurred, and which of them decided an answer."""

    def __init__(self):
        self.occurred, self.mattered = Counter(), Counter()

    def count(self, rnd, answer):
        for name in names():
            if occurs(name, rnd):
                self.occurred[name] += 1
                if self.mattered[name] < ENOUGH and matters(name, rnd, answer):
                    self.mattered[name] += 1
        for level in answer.levels if answer else ():
            for name in ("objective ", "objective with give-way ") if level.gives_way else ("objective ",):
                self.occurred[name + level.name] += 1
                self.mattered[name + level.name] += level.excluded > 0
        for name, found in [("no plan exists", answer is None), ("choices written as " + rnd.choice_shape, True)]:
            self.occurred[name] += found
            self.mattered[name] += found

    def add(self, other):
        self.occurred.update(other.occurred)
        self.mattered.update(other.mattered)

    def missing(self):
        needed = names() + ["objective " + name for name in OBJECTIVES] + ["no plan exists"]
        needed += ["choices written as " + shape for shape in SHAPES]
        return [name for name in needed if not self.mattered[name]]

    def report(self):
        print("in how many rounds it occurred (and of those tried, in how many it decided the answer):")
        for name in sorted(self.occurred):
            print(f"  {self.occurred[name]:4d} ({self.mattered[name]})  {name}")


def judge(number, options, place, coverage):
    """Makes, solves and examines one round; True if all is well."""
    rnd, answer = random_round(number)
    folder = pathlib.Path(place) / str(number)
    folder.mkdir()
    write_round(rnd, folder, number)
    wrong = examine(options.binary, folder, Referee(rnd), answer, options.shuffle, number)
    if wrong:
        kept = options.keep / str(number)
        shutil.rmtree(kept, ignore_errors=True)
        shutil.copytree(folder, kept)
        report = [f"round {number} failed, kept in {kept}", f"  expected: {expected_text(answer)}"]
        report += [f"  {line}" for sentence in wrong for line in sentence.splitlines()]
        print("\n".join(report), flush=True)
    elif options.only is not None:
        print(f"expected and found: {expected_text(answer)}")
    shutil.rmtree(folder)
    if options.only is None:
        coverage.count(rnd, answer)
    return not wrong


def judge_all(numbers, options):
    """(failed, coverage) of these rounds."""
    coverage = Coverage()
    with tempfile.TemporaryDirectory() as place:
        failed = sum(not judge(number, options, place, coverage) for number in numbers)
    return failed, coverage


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("binary")
    parser.add_argument("--rounds", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=len(os.sched_getaffinity(0)), help="how many at the same time")
    parser.add_argument("--only", type=int, help="the number of one round, as a failure names it")
    parser.add_argument("--keep", type=pathlib.Path, help="keep failing rounds here")
    parser.add_argument("--shuffle", action="store_true", help="also solve each round with its rows in another order")
    options = parser.parse_args()
    options.keep = options.keep or pathlib.Path(tempfile.gettempdir()) / "wijkplaats-brute"
    if options.only is not None:
        return 1 if judge_all([options.only], options)[0] else 0
    first = options.seed * 10000
    shares = [range(first + job, first + options.rounds, options.jobs) for job in range(options.jobs)]
    failed, coverage = 0, Coverage()
    with multiprocessing.Pool(options.jobs) as pool:
        for failed_there, covered_there in pool.starmap(judge_all, [(share, options) for share in shares]):
            failed += failed_there
            coverage.add(covered_there)
    passed = options.rounds - failed
    coverage.report()
    for name in coverage.missing() if options.rounds >= ENOUGH_ROUNDS else ():
        failed += 1
        print(f"no round depends on: {name}")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
