#!/usr/bin/env python3
"""The order of the rows in the CSV files must not show in the plan.

    run.py BINARY FOLDER... [--times 3] [--seed 1]

Solves the round of each folder as it is, then with the rows of every CSV in random orders; placements.csv, projects.csv,
lecturers.csv, lottery.csv and fairness.csv have to be the same to the byte.
"""

import argparse
import pathlib
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True

from rows import shuffle_differs  # noqa: E402


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("binary")
    parser.add_argument("folders", type=pathlib.Path, nargs="+")
    parser.add_argument("--times", type=int, default=3)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    passed = failed = 0
    for folder in options.folders:
        with tempfile.TemporaryDirectory() as place:
            plan = pathlib.Path(place) / "plan"
            command = [options.binary, "solve", str(folder / "round.ini"), "-o", str(plan), "--quiet"]
            run = subprocess.run(command, capture_output=True, text=True, timeout=600)
            if run.returncode != 0:
                print(f"{folder}: exit status {run.returncode}\n{run.stderr}")
                failed += 1
                continue
            for time in range(options.times):
                wrong = shuffle_differs(options.binary, folder, plan, f"{options.seed}/{time}")
                passed, failed = (passed, failed + 1) if wrong else (passed + 1, failed)
                for sentence in wrong:
                    print(f"{folder}: {sentence}")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
