"""Makes the plans of a scenario in a copy of its folder."""

import json
import pathlib
import shutil
import subprocess

WHAT_IF = "whatif"  # what run.sh calls the folder of its what-ifs


def _left_out(folder, names):
    """Plans that somebody made in the tree, and what is written beside them."""
    folders = [name for name in names if (pathlib.Path(folder) / name).is_dir()]
    return [name for name in folders if name.startswith("plan") or name == WHAT_IF]


def _plans(folder):
    return [path.parent for path in folder.rglob("summary.json")]


def make(binary, scenario, place):
    """Runs a copy of the scenario: by its run.sh if it has one, else by check and solve.

    Returns the copy and its plans, in the order of their names, those of what-ifs left out; raises RuntimeError with what the
    program said.
    """
    binary = str(pathlib.Path(binary).resolve())
    copy = pathlib.Path(place) / scenario.name
    shutil.copytree(scenario, copy, ignore=_left_out)
    ini = str(copy / "round.ini")
    commands = [[binary, "check", ini, "--quiet"], [binary, "solve", ini, "--quiet"]]
    if (copy / "run.sh").exists():
        commands = [["sh", str(copy / "run.sh"), binary]]
    for command in commands:
        run = subprocess.run(command, capture_output=True, text=True, timeout=1800)
        if run.returncode != 0:
            raise RuntimeError(f"{scenario.name}: exit status {run.returncode} of {' '.join(command)}\n{run.stderr}")
    return copy, sorted(plan for plan in _plans(copy) if WHAT_IF not in plan.relative_to(copy).parts)


def what_ifs(copy):
    """(scenario's file, plan) of each run of the what-ifs that were made there, but for the base's."""
    comparison = copy / WHAT_IF / "comparison.json"
    rows = json.loads(comparison.read_text(encoding="utf-8"))["rows"] if comparison.exists() else []
    runs = [(copy / row["file"], copy / WHAT_IF / "runs" / row["run"]) for row in rows if row["run"] != "base"]
    return [(ini, plan) for ini, plan in runs if plan.exists()]
