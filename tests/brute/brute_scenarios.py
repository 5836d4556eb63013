#!/usr/bin/env python3
"""Gives random scenarios of tiny random rounds to the program and checks each by trying every plan.

    brute_scenarios.py BINARY [--rounds 300] [--seed 1] [--jobs 2] [--only NUMBER] [--keep DIR]

The referee reads the round's files by itself, makes the scenario's changes by itself and tries every plan of what comes
out; the program solves the scenario's file. With 300 rounds or more it also fails when a kind of change never mattered,
since then a program that ignores it would pass unseen.
"""

import argparse
import itertools
import multiprocessing
import os
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile
from collections import Counter

sys.dont_write_bytecode = True

from brute import expected_text  # noqa: E402
from check_plan import check_plan  # noqa: E402
from files import write_round  # noqa: E402
from generate import MOST_PLANS, random_round, sound  # noqa: E402
from make_scenario import FOLDER, KINDS, ScenarioMaker, write_lines  # noqa: E402
from read_round import read_round  # noqa: E402
from referee import Referee, TooLarge  # noqa: E402
from scenario_edits import Wrong  # noqa: E402

ENOUGH_ROUNDS = 300
ENOUGH = 3  # once leaving a kind of change out has changed so many answers, it is not tried any more


def fits(rnd):
    """No cell that is wrong by itself or beside another of its row."""
    for p in rnd.projects:
        seats = p.max_students - p.reserve
        if seats < 0 or (p.min_students is not None and not 1 <= p.min_students <= seats):
            return False
    for l in rnd.lecturers or ():
        if l.maximum is None and l.reserve:
            return False
        if l.maximum is not None and (l.maximum < l.reserve or (l.room > 0 and l.minimum > l.room)):
            return False
        if l.max_projects is not None and l.max_projects < 1:
            return False
    for s in rnd.students:
        chosen = [project for _, project in s.choices]
        if len(set(chosen)) < len(chosen) or not 0 < s.load < 1000 or any(not 1 <= rank <= 99 for rank, _ in s.choices):
            return False
    ids = {s.id for s in rnd.students} | {p.id for p in rnd.projects} | {""}
    named = {student for d in rnd.decisions for student in d.students} | {d.project for d in rnd.decisions}
    return named <= ids and len(ids) > 2 and rnd.students and rnd.projects


def judge_scenario(path):
    """(referee, answer) of the scenario; Wrong or TooLarge where there is none to compare."""
    rnd = read_round(path)
    if not fits(rnd):
        raise Wrong()
    referee = Referee(rnd)
    without_seats = [p for k, p in enumerate(referee.projects) if referee.seats(k) == 0]
    if not sound(referee) or any(referee.status(p) == "open" for p in without_seats):
        raise Wrong()
    return referee, referee.answer(MOST_PLANS)


def random_scenario(number, folder):
    """(path, lines, referee, answer): the first of a series of random ones that is sound and small enough."""
    rnd, _ = random_round(number)
    ini = write_round(rnd, folder, number)
    for attempt in itertools.count():
        shutil.rmtree(folder / FOLDER, ignore_errors=True)
        maker = ScenarioMaker(random.Random(f"scenario {number}/{attempt}"), ini)
        lines = maker.make()
        path = maker.write()
        try:
            return path, lines, *judge_scenario(path)
        except (TooLarge, Wrong):
            continue


def examine(binary, path, referee, answer):
    """What is wrong with the program's answer to this scenario, as sentences."""
    plan = path.parent / "plan"
    command = [binary, "solve", str(path), "-o", str(plan), "--quiet"]
    run = subprocess.run(command, capture_output=True, text=True, timeout=120)
    expected_status = 1 if answer is None else 0
    if run.returncode != expected_status:
        return [f"exit status {run.returncode}, expected {expected_status}", run.stderr.strip()]
    return [] if answer is None else check_plan(plan, referee, answer)


def essence(answer):
    return answer and [(level.name, level.values, level.best) for level in answer.levels]


def matters(kind, lines, path, answer):
    """Whether the answer is another one without the changes of this kind."""
    left = [line for line in lines if line[0] != kind]
    without = write_lines(path.parent / "without.ini", left)
    try:
        return essence(judge_scenario(without)[1]) != essence(answer)
    except (TooLarge, Wrong):
        return False


def judge(number, options, place, occurred, mattered):
    """Makes, solves and examines one scenario; True if all is well."""
    folder = pathlib.Path(place) / str(number)
    folder.mkdir()
    path, lines, referee, answer = random_scenario(number, folder)
    wrong = examine(options.binary, path, referee, answer)
    for kind in dict.fromkeys(line[0] for line in lines):
        occurred[kind] += 1
        if mattered[kind] < ENOUGH:
            mattered[kind] += matters(kind, lines, path, answer)
    occurred["no plan exists"] += answer is None
    if wrong:
        kept = options.keep / str(number)
        shutil.rmtree(kept, ignore_errors=True)
        shutil.copytree(folder, kept)
        report = [f"scenario {number} failed, kept in {kept}", f"  expected: {expected_text(answer)}"]
        report += [f"  {line}" for sentence in wrong for line in sentence.splitlines()]
        print("\n".join(report), flush=True)
    elif options.only is not None:
        print(f"expected and found: {expected_text(answer)}")
    shutil.rmtree(folder)
    return not wrong


def judge_all(numbers, options):
    """(failed, how often each kind of change occurred, how often it mattered)"""
    occurred, mattered = Counter(), Counter()
    with tempfile.TemporaryDirectory() as place:
        failed = sum(not judge(number, options, place, occurred, mattered) for number in numbers)
    return failed, occurred, mattered


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("binary")
    parser.add_argument("--rounds", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=len(os.sched_getaffinity(0)), help="how many at the same time")
    parser.add_argument("--only", type=int, help="the number of one scenario, as a failure names it")
    parser.add_argument("--keep", type=pathlib.Path, help="keep failing scenarios here")
    options = parser.parse_args()
    options.keep = options.keep or pathlib.Path(tempfile.gettempdir()) / "wijkplaats-brute-scenarios"
    if options.only is not None:
        return 1 if judge_all([options.only], options)[0] else 0
    first = options.seed * 10000
    shares = [range(first + job, first + options.rounds, options.jobs) for job in range(options.jobs)]
    failed, occurred, mattered = 0, Counter(), Counter()
    with multiprocessing.Pool(options.jobs) as pool:
        for failed_there, occurred_there, mattered_there in pool.starmap(judge_all, [(s, options) for s in shares]):
            failed += failed_there
            occurred.update(occurred_there)
            mattered.update(mattered_there)
    passed = options.rounds - failed
    print("in how many scenarios it occurred (and of those tried, in how many it decided the answer):")
    for kind in occurred:
        print(f"  {occurred[kind]:4d} ({mattered[kind]})  {kind}")
    for kind in KINDS if options.rounds >= ENOUGH_ROUNDS else ():
        if not mattered[kind]:
            failed += 1
            print(f"no scenario depends on: {kind}")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
