"""Other solvers on an exported integer program, and what they have to come to."""

import re
import subprocess

MAXIMISED_COUNTS = ("placed", "placed:rest", "ranks:greedy", "collective")
PATIENCE = 120


def run(command):
    return subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE)


def by_glpsol(path, report):
    kind = "--freemps" if path.suffix == ".mps" else "--lp"
    done = run(["glpsol", kind, str(path), "--cuts", "-o", str(report)])
    if "Error detected in file" in done.stdout + done.stderr:  # its cuts abort on some small programs
        done = run(["glpsol", kind, str(path), "-o", str(report)])
    text = report.read_text() if report.exists() else ""
    optimal = re.search(r"^Status:\s+(INTEGER )?OPTIMAL", text, re.M)
    value = re.search(r"^Objective:\s+\S+ = (\S+) \(MINimum\)", text, re.M)
    return float(value.group(1)) if optimal and value else done.stdout.strip().splitlines()[-1:]


def by_cbc(path, report):
    done = run(["cbc", str(path), "solve", "solution", str(report)])
    text = report.read_text() if report.exists() else ""
    value = re.match(r"Optimal - objective value (\S+)", text)
    return float(value.group(1)) if value else done.stdout.strip().splitlines()[-1:]


def expected_optimum(level):
    """What the exported program of a level has to come to: it minimises, the first count where there are several."""
    value = level.get("best", level["value"])
    if isinstance(value, list):
        value = value[0]
    return -value if level["name"] in MAXIMISED_COUNTS else value
