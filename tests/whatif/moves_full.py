#!/usr/bin/env python3
"""The repairs that ship move as few people as can be: on the full rounds other solvers come to the same number.

    moves_full.py BINARY [--levels 1]

For each repair the program's plan is judged by the referee's rules and values and counted against the published plan. It
is solved again by GLPK's own search (solver.method = plain), and cbc and glpsol solve the exported first levels.
"""

import argparse
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
TESTS = pathlib.Path(__file__).resolve().parents[1]
sys.path[:0] = [str(TESTS / folder) for folder in ("brute", "export", "scenarios")]

from check_plan import LECTURER_COLUMNS, PLACEMENT_COLUMNS, plan_of, read_table  # noqa: E402
from other_solvers import by_cbc, by_glpsol, expected_optimum  # noqa: E402
from read_round import read_round  # noqa: E402
from referee import Referee  # noqa: E402
from rules import Teams  # noqa: E402
from what_ifs import moved  # noqa: E402

SCENARIOS = TESTS.parent / "scenarios"
# The round, its published plan, the repair, and the values of its sweep.
QUOTAS = ("20%", "40%", "60%")
REPAIRS = [
    ("leerkring/round.ini", "leerkring/plan", "leerkring/ill-lecturer.ini", {}),
    ("leerkring/round.ini", "leerkring/plan", "leerkring/bus-line.ini", {}),
    ("knowledge-cafe/before/round.ini", "knowledge-cafe/before/plan", "knowledge-cafe/urgent.ini", {}),
] + [
    ("cafe-gap/round.ini", "cafe-gap/plan", "cafe-gap/quota-repair.ini", {"rules.collective_share": share})
    for share in QUOTAS
]

# Novelty comes behind moves, and where it is soft it forbids nothing.
PLAIN = ("solver.method=plain", "objectives.order=moves, placed") + tuple(
    f"rules.new_{what}=off" for what in ("organisation", "district", "teammates")
)


def run(command):
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, timeout=600)
    if done.returncode != 0:
        raise RuntimeError(f"{' '.join(map(str, command))}: exit status {done.returncode} {done.stderr.strip()}")


def levels_of(plan):
    return json.loads((plan / "summary.json").read_text(encoding="utf-8"))["levels"]


def broken_rules(referee, plan):
    """Which rules the plan breaks, by the referee's reading of them."""
    assignment, guiding, _ = plan
    teams = Teams(referee, assignment)
    for unit, p in zip(referee.units, assignment):
        if p not in referee.choices_of_unit(unit):
            yield f"{unit} may not be on {referee.projects[p].id if p >= 0 else 'no project'}"
    if not referee.teams_allowed(teams):
        yield "a rule about who is where is broken"
    if not referee.allowed(teams, guiding):
        yield "a rule about lecturers, meetings or envy is broken"
    for p in teams.open:
        guides = {guiding[u] for u in teams.units[p]}
        if referee.round.lecturers is not None and not (len(guides) == 1 and guides <= set(referee.candidates[p])):
            yield f"{referee.projects[p].id} is guided by {guides}"


def judge_plan(plan, referee, published):
    """What is wrong with the plan that the program says is nearest to the published one."""
    wrong = []
    placements = read_table(plan / "placements.csv", PLACEMENT_COLUMNS, wrong)
    found = plan_of(placements, referee, wrong)
    if found is None:
        return wrong
    wrong += broken_rules(referee, found)
    for level in levels_of(plan):
        worth = referee.worth(level["name"], found)
        if level["value"] != (worth if isinstance(level["value"], list) else worth[0]) or not level["proven"]:
            wrong.append(f"{level['name']}: {level['value']}, proven {level['proven']}; the plan is worth {worth}")
    fewest = levels_of(plan)[0]["value"]
    if moved(published, plan) != fewest:
        wrong.append(f"{moved(published, plan)} students have another place, not {fewest}")
    read_table(plan / "lecturers.csv", LECTURER_COLUMNS, wrong)
    return wrong


def solved_elsewhere(binary, scenario, overrides, plan, place, count):
    """(how often another way came to a value, what was different)"""
    wrong, made = [], 0
    levels = levels_of(plan)
    again = place / "plain"
    run([binary, "solve", scenario, "-o", again, "--quiet", *[f"--set={one}" for one in PLAIN], *overrides])
    for fast, plain in zip(levels, levels_of(again)):
        made += 1
        if (fast["name"], fast["value"], True) != (plain["name"], plain["value"], plain["proven"]):
            wrong.append(f"method plain: {plain['name']} {plain['value']}, proven {plain['proven']}, not {fast['value']}")
        if fast["name"] == "moves:slot":
            break
    for k, level in enumerate(levels[:count], 1):
        program = place / f"level{k}.mps"
        run([binary, "export", scenario, "--mps", program, "--level", k, "--form", "compact", "--quiet", *overrides])
        for name, solver in (("glpsol", by_glpsol), ("cbc", by_cbc)):
            found, made = solver(program, place / f"level{k}.{name}"), made + 1
            if not isinstance(found, float) or abs(found - expected_optimum(level)) > 1e-6:
                wrong.append(f"{name}, level {level['name']}: {found}, expected {expected_optimum(level)}")
    return made, wrong


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("binary", type=pathlib.Path)
    parser.add_argument("--levels", type=int, default=1, help="how many are solved by other solvers")
    options = parser.parse_args()
    binary, failed = options.binary.resolve(), 0
    with tempfile.TemporaryDirectory() as scratch:
        copy = pathlib.Path(scratch) / "scenarios"
        shutil.copytree(SCENARIOS, copy, ignore=lambda _, names: [n for n in names if n in ("plan", "whatif")])
        for number, (base, published, scenario, choices) in enumerate(REPAIRS):
            place = pathlib.Path(scratch) / str(number)
            place.mkdir()
            if not (copy / published).exists():
                run([binary, "solve", copy / base, "-o", copy / published, "--quiet"])
            overrides = [f"--set={key}={value}" for key, value in choices.items()]
            plan = place / "repaired"
            run([binary, "solve", copy / scenario, "-o", plan, "--quiet", *overrides])
            referee = Referee(read_round(copy / scenario, choices.items()))
            wrong = judge_plan(plan, referee, copy / published)
            made, different = solved_elsewhere(binary, copy / scenario, overrides, plan, place, options.levels)
            failed += bool(wrong or different)
            name = " ".join([scenario, *choices.values()])
            print(f"{name}: {levels_of(plan)[0]['value']} move, {made} values found by other means", flush=True)
            print(*[f"  {sentence}\n" for sentence in wrong + different], sep="", end="")
    print(f"{len(REPAIRS)} repairs, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
