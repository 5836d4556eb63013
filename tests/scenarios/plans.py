"""Makes the plans of a scenario in a copy of its folder."""

import pathlib
import shutil
import subprocess


def _left_out(folder, names):
    """Plans that somebody made in the tree, and what is written beside them."""
    return [name for name in names if name.startswith("plan") and (pathlib.Path(folder) / name).is_dir()]


def make(binary, scenario, place):
    """Runs a copy of the scenario: by its run.sh if it has one, else by check and solve.

    Returns the copy and its plans, in the order of their names; raises RuntimeError with what the program said.
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
    return copy, sorted(path.parent for path in copy.rglob("summary.json"))
