#!/usr/bin/env python3
"""Lets whatif compare tiny random rounds with a scenario, a sweep and a swap, and works every row out again.

    brute_whatif.py BINARY [--rounds 60] [--seed 1] [--only NUMBER] [--keep DIR]

Each run of the comparison is solved once more, on its own, by `solve`: placements have to be the same bytes, and the
figures, who moves, what opens and closes and the frontier are counted again from these folders. Whether a swap is
allowed, and what each level becomes, the referee of the brute force says. With 60 rounds or more it also fails when
something to compare never occurred.
"""

import argparse
import csv
import json
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile
from collections import Counter

sys.dont_write_bytecode = True

from brute_scenarios import random_scenario  # noqa: E402
from check_plan import plan_of  # noqa: E402
from make_scenario import FOLDER  # noqa: E402
from read_round import read_round  # noqa: E402
from referee import Referee  # noqa: E402
from rules import Teams  # noqa: E402

ENOUGH_ROUNDS = 60
NOTHING_LEFT = 4  # of whatif: no run has a plan, and something was not tried
SWEEPS = {"rules.collective_share": ("0%", "50%", "100%"), "rules.max_choice": ("1", "2", "off"),
          "rules.unlisted": ("never", "last"), "round.seed": ("1", "2")}  # fmt: skip
PLANS = ("placements.csv", "projects.csv", "lecturers.csv", "lottery.csv", "fairness.csv")
TO_OCCUR = ("allowed", "refused", "optimal", "infeasible", "same_as", "dominated", "project", "lecturer", "placed",
            "unplaced", "new", "gone", "opened", "closed")  # fmt: skip


def table(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def by_student(folder):
    return {row["student"]: row for row in table(folder / "placements.csv")}


def entries(level):
    return level["value"] if isinstance(level["value"], list) else [level["value"]]


class Comparison:
    """The what-if of one random round."""

    def __init__(self, binary, number, folder):
        self.binary, self.folder = binary, folder
        self.rng = random.Random(f"what-if {number}")
        self.wrong = []
        self.scenario = random_scenario(number, folder)[0]
        self.ini = folder / "round.ini"
        self.varied = [(key, SWEEPS[key]) for key in self.rng.sample(sorted(SWEEPS), 2)]
        sweep = [f"{key} = {'|'.join(values)}" for key, values in self.varied]
        ids = [s.id for s in read_round(self.ini).students]
        self.pairs = list(zip(*[iter(self.rng.sample(ids, 4 if len(ids) > 3 and self.rng.random() < 0.3 else 2))] * 2))
        self.sweep = self.write("sweep", ["[sweep]"] + sweep)
        self.swap = self.write("swap", ["[swap]"] + [f"{one} = {other}" for one, other in self.pairs])

    def write(self, name, lines):
        path = self.folder / FOLDER / f"{name}.ini"
        path.write_text("\n".join(["[scenario]", "base = ../round.ini", *lines, ""]), encoding="utf-8")
        return path

    def run(self, *arguments):
        command = [self.binary, *map(str, arguments), "--quiet"]
        run = subprocess.run(command, capture_output=True, text=True, timeout=120)
        if run.returncode not in (0, 1, NOTHING_LEFT):
            self.wrong.append(f"{' '.join(map(str, arguments))} ends with {run.returncode}: {run.stderr.strip()}")
        return run.returncode

    def expect(self, what, found, expected):
        if found != expected:
            self.wrong.append(f"{what}: {found}, expected {expected}")

    def runs(self):
        """(name, file, choices of the sweep) in the order of the rows, swaps aside."""
        (first, firsts), (last, lasts) = self.varied
        variants = [[(first, one), (last, other)] for one in firsts for other in lasts]
        yield "base", self.ini, []
        yield "scenario", self.scenario, []
        for k, choices in enumerate(variants, 1):
            yield f"sweep-{k:0{len(str(len(variants)))}}", self.sweep, choices

    def compare(self, occurred):
        out = self.folder / "what-if"
        files = (self.scenario, self.sweep, self.swap)
        self.status = self.run("whatif", self.ini, *files, "-o", out, "-j", "2")
        if self.wrong:
            return self.wrong
        self.found = json.loads((out / "comparison.json").read_text(encoding="utf-8"))["rows"]
        self.lines = table(out / "comparison.csv")
        self.movers = table(out / "movers.csv")
        runs = list(self.runs())
        names = [name for name, _, _ in runs] + ["swap"]
        self.expect("rows", [row["run"] for row in self.found], names)
        self.expect("lines", [line["run"] for line in self.lines], names)
        if not self.wrong:
            for row, (name, file, choices) in zip(self.found, runs):
                self.compare_run(row, name, file, choices)
            self.compare_frontier()
            self.compare_lines()
            self.compare_swap(self.found[-1])
            planned = any(row["status"] == "optimal" for row in self.found)
            self.expect("a plan by the exit status", self.status == 0, planned)
        for row in self.found:
            occurred.update([row["status"]] + ["same_as"] * (row["same_as"] is not None))
            occurred.update(["dominated"] * (row["frontier"] is False and row["status"] == "optimal"))
            occurred.update(name for name in ("opened", "closed") if row[name])
        occurred.update(row["change"] for row in self.movers)
        return self.wrong

    # ---- one run ----------------------------------------------------------------------------------------------------

    def compare_run(self, row, name, file, choices):
        alone = self.folder / "alone" / name
        alone.parent.mkdir(exist_ok=True)
        sets = [word for key, value in choices for word in ("--set", f"{key}={value}")]
        status = self.run("solve", file, *sets, "-o", alone)
        self.expect(f"{name}: status", row["status"], "infeasible" if status else "optimal")
        if status or self.wrong:
            return
        run = self.folder / "what-if" / "runs" / (row["same_as"] or name)
        for plan in PLANS:
            self.expect(f"{name}: {plan}", (run / plan).read_bytes(), (alone / plan).read_bytes())
        said = json.loads((alone / "summary.json").read_text(encoding="utf-8"))["levels"]
        for level in said:
            level.pop("seconds")
        self.expect(f"{name}: levels", row["levels"], said)
        referee = Referee(read_round(file, choices))
        placements = by_student(alone)
        self.compare_figures(row, name, referee, placements)
        if name != "base":
            self.compare_changes(row, name, placements)

    def compare_figures(self, row, name, referee, placements):
        plan = plan_of(placements, referee, self.wrong)
        ranks = [line["rank"] for line in placements.values()]
        told = placements.values() if referee.tells_trips() else ()
        trips = [int(line["minutes"]) for line in told if line["minutes"]]
        counted = list(referee.ranks(plan[0]))
        expected = {
            "students": len(placements),
            "placed": sum(1 for line in placements.values() if line["project"]),
            "unlisted": ranks.count("unlisted"),
            "profile": [ranks.count(str(k)) for k in range(1, referee.worst_rank + 1)],
            "chose": sum(len(unit) for unit in referee.units if referee.chose(unit)),
            "ranked": len(counted),
            "rank_sum": sum(counted),
            "trips": len(trips),
            "minutes": sum(trips),
            "collective": referee.collective_heads(Teams(referee, plan[0])),
        }
        for field, value in expected.items():
            self.expect(f"{name}: {field}", row[field], value)

    # ---- who moves --------------------------------------------------------------------------------------------------

    def compare_changes(self, row, name, after):
        base = self.folder / "alone" / "base"
        found = [line for line in self.movers if line["run"] == name]
        if not base.is_dir():
            self.expect(f"{name}: movers", found, [])
            return
        before = by_student(base)
        changes = [(student, change) for student in sorted(set(before) | set(after), key=str.encode)
                   for change in self.changes(before.get(student), after.get(student))]  # fmt: skip
        self.expect(f"{name}: movers", sorted((line["student"], line["change"]) for line in found), sorted(changes))
        for line in found:
            for when, places in (("before", before), ("after", after)):
                place = places.get(line["student"], {})
                for field, column in (("project", "project"), ("lecturer", "lecturer"), ("slot", "slot"),
                                      ("organisations", "organisation"), ("rank", "rank")):  # fmt: skip
                    self.expect(f"{name}: {line['student']}", line[f"{field}_{when}"], place.get(column, ""))
        kinds = [change for _, change in changes]
        self.expect(f"{name}: moved", row["moved"], kinds.count("project") + kinds.count("unplaced"))
        for field, kind in (("placed_now", "placed"), ("unplaced_now", "unplaced"), ("new_students", "new"),
                            ("gone_students", "gone")):  # fmt: skip
            self.expect(f"{name}: {field}", row[field], kinds.count(kind))
        ran = {line["project"] for line in before.values()} - {""}
        runs = {line["project"] for line in after.values()} - {""}
        self.expect(f"{name}: opened", row["opened"], sorted(runs - ran, key=str.encode))
        self.expect(f"{name}: closed", row["closed"], sorted(ran - runs, key=str.encode))

    @staticmethod
    def changes(old, new):
        """What became of one student."""
        if old is None or new is None:
            return ["new" if old is None else "gone"]
        was, now = old["project"], new["project"]
        if was != now:
            return ["project" if was and now else "placed" if now else "unplaced"]
        return [field for field in ("lecturer", "slot") if old[field] != new[field]]

    # ---- all rows ---------------------------------------------------------------------------------------------------

    def compare_frontier(self):
        worth = {}
        for row in self.found:
            if row["run"].startswith("sweep-") and row["status"] == "optimal":
                left = (row["chose"] - row["ranked"]) * (len(row["profile"]) + 2)
                rank_sum = row["rank_sum"] + left
                worth[row["run"]] = (-row["placed"], rank_sum, row["minutes"], -row["collective"], row["moved"] or 0)
        for row in self.found:
            if row["run"] in worth:
                mine = worth[row["run"]]
                better = [o for o in worth.values() if o != mine and all(a <= b for a, b in zip(o, mine))]
                self.expect(f"{row['run']}: frontier", row["frontier"], not better)

    def compare_lines(self):
        """comparison.csv says what comparison.json says."""
        for row, line in zip(self.found, self.lines):
            for field in set(row) & set(line):
                if field not in ("opened", "closed", "frontier", "name", "file", "message"):
                    said = "" if row[field] is None else str(row[field])
                    self.expect(f"comparison.csv: {row['run']}: {field}", line[field], said)
            for level in row["levels"] or ():
                name = f"level:{level['name']}"
                self.expect(f"comparison.csv: {row['run']}: {name}", line[name], "|".join(map(str, entries(level))))

    # ---- a swap -----------------------------------------------------------------------------------------------------

    def compare_swap(self, row):
        base = self.folder / "alone" / "base"
        if not base.is_dir():
            self.expect("swap without a plan", row["levels"], None)
            return
        referee = Referee(read_round(self.ini))
        before = by_student(base)
        after = dict(before)
        for one, other in self.pairs:
            after[one], after[other] = before[other], before[one]
        ranked = {student: dict(line, rank=self.rank(referee, student, line)) for student, line in after.items()}
        self.compare_changes(row, "swap", ranked)
        plan = plan_of(after, referee, [])
        allowed = plan is not None and keeps_rules(referee, plan)
        self.expect("swap", row["status"], "allowed" if allowed else "refused")
        self.expect("a reason to refuse", bool(row["reasons"]), not allowed)
        for level in row["levels"] if plan else ():
            worth = referee.worth(level["name"].replace("^1", ""), plan)
            self.expect(f"swap: {level['name']}", entries(level), worth)

    @staticmethod
    def rank(referee, student, line):
        if not line["project"]:
            return ""
        rank = referee.rank_in_unit(student, referee.projects[referee.project_index[line["project"]]])
        return "unlisted" if rank is None else str(rank)


def keeps_rules(referee, plan):
    """The referee lists only plans that may be; this asks whether one plan is among them."""
    assignment, guiding, timetable = plan
    for u, (p, l) in enumerate(zip(assignment, guiding)):
        if p not in referee.choices_of_unit(referee.units[u]):
            return False
        if l >= 0 and l not in referee.candidates[p]:
            return False
        if l >= 0 and not referee.may_guide_unit(referee.lecturers[l], referee.units[u]):
            return False
    teams = Teams(referee, assignment)
    if not referee.teams_allowed(teams) or not referee.allowed(teams, guiding):
        return False
    return any(timetable == possible for possible in referee.timetables(assignment, guiding))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("binary")
    parser.add_argument("--rounds", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", type=int, help="the number of one round, as a failure names it")
    parser.add_argument("--keep", type=pathlib.Path, help="keep failing rounds here")
    options = parser.parse_args()
    options.keep = options.keep or pathlib.Path(tempfile.gettempdir()) / "wijkplaats-brute-whatif"
    first = options.seed * 10000
    numbers = [options.only] if options.only is not None else range(first, first + options.rounds)
    occurred, failed = Counter(), 0
    for number in numbers:
        with tempfile.TemporaryDirectory() as place:
            folder = pathlib.Path(place) / "round"
            folder.mkdir()
            wrong = Comparison(options.binary, number, folder).compare(occurred)
            if wrong:
                failed += 1
                shutil.rmtree(options.keep / str(number), ignore_errors=True)
                shutil.copytree(folder, options.keep / str(number))
                print("\n  ".join([f"round {number} failed, kept in {options.keep / str(number)}", *wrong]), flush=True)
    print("what was compared, and how often:", ", ".join(f"{kind} {count}" for kind, count in sorted(occurred.items())))
    passed = len(numbers) - failed
    for kind in TO_OCCUR if len(numbers) >= ENOUGH_ROUNDS else ():
        if not occurred[kind]:
            failed += 1
            print(f"never occurred: {kind}")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
