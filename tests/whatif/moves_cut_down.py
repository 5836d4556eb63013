#!/usr/bin/env python3
"""The repairs that ship move as few people as can be: on cut-down copies of their rounds all plans are tried.

    moves_cut_down.py BINARY [--copies 12] [--seed 1] [--jobs 2] [--only NAME/NUMBER]

For each repair so many copies are drawn that have a published plan and not too many others. The referee makes the
scenario's changes by itself, tries every plan and knows the least number of moves and every level after it; the program
has to say the same of the scenario, and its plan has to be one of the best.
"""

import argparse
import itertools
import multiprocessing
import os
import pathlib
import subprocess
import sys
import tempfile
from collections import Counter

sys.dont_write_bytecode = True

from cut_down import CASES, PUBLISHED, CutDown  # noqa: E402  (it knows where the referee is)
from check_plan import check_plan  # noqa: E402
from read_round import read_round  # noqa: E402
from referee import Referee, TooLarge  # noqa: E402

MOST_PLANS = 120000


def solve(binary, ini, plan, choices=()):
    command = [binary, "solve", str(ini), "-o", str(plan), "--quiet"]
    command += [f"--set={key}={value}" for key, value in choices]
    return subprocess.run(command, capture_output=True, text=True, timeout=300)


def judge(binary, name, number, folder):
    """(sentences about what is wrong, the fewest moves); None where this number gives no round to judge."""
    ini, scenario, choices = CutDown(name, number, folder).write()
    published = solve(binary, ini, folder / PUBLISHED)
    if published.returncode == 1:
        return None
    if published.returncode != 0:
        return [f"the round itself: exit status {published.returncode}", published.stderr.strip()], 0
    referee = Referee(read_round(scenario, choices))
    try:
        answer = referee.answer(MOST_PLANS)
    except TooLarge:
        return None
    run = solve(binary, scenario, folder / "repaired", choices)
    if run.returncode != (1 if answer is None else 0):
        return [f"exit status {run.returncode}, {answer and 'some' or 'no'} plan exists", run.stderr.strip()], 0
    if answer is None:
        return None
    return check_plan(folder / "repaired", referee, answer), answer.levels[0].values[0]


def judge_copies(binary, name, copies, seed, start, step):
    """(what failed, how often how many moves) of every step-th number, until there are enough copies."""
    failures, moves = [], Counter()
    for number in itertools.count(seed * 1000 + start, step):
        if moves.total() + len(failures) == copies:
            return failures, moves
        with tempfile.TemporaryDirectory() as place:
            judged = judge(binary, name, number, pathlib.Path(place))
        if judged and judged[0]:
            failures.append((number, judged[0]))
        elif judged:
            moves[judged[1]] += 1


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("binary")
    parser.add_argument("--copies", type=int, default=12)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=len(os.sched_getaffinity(0)))
    parser.add_argument("--only", help="one copy, as a failure names it")
    options = parser.parse_args()
    if options.only:
        name, _, number = options.only.partition("/")
        with tempfile.TemporaryDirectory() as place:
            print(judge(options.binary, name, int(number), pathlib.Path(place)))
        return 0
    shares = [len(range(job, options.copies, options.jobs)) for job in range(options.jobs)]
    work = [
        (options.binary, name, share, options.seed, job, options.jobs)
        for name in CASES
        for job, share in enumerate(shares)
    ]
    with multiprocessing.Pool(options.jobs) as pool:
        results = pool.starmap(judge_copies, work, chunksize=1)
    failed = 0
    for name in CASES:
        moves = Counter()
        for (_, done, *_), (failures, counted) in zip(work, results):
            if done == name:
                moves += counted
                for number, wrong in failures:
                    print(f"{name}/{number}:", *wrong, sep="\n  ")
                    failed += 1
        told = ", ".join(f"{count} with {least}" for least, count in sorted(moves.items()))
        print(f"{name}: the fewest moves are right on {moves.total()} copies: {told}")
        if not any(moves[least] for least in moves if least > 0):
            failed += 1
            print(f"{name}: on no copy anybody has to move")
    print(f"{options.copies * len(CASES)} copies, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
