#!/usr/bin/env python3
"""The order of the rows in the CSV files must not show in the plan.

    run.py BINARY SCENARIO... [--times 3] [--seed 1]

Makes every plan of each scenario as it is, those of its what-ifs included, then each of them again with the rows of every
CSV in random orders, and with the same overrides. Every CSV of the plan has to be the same to the byte. A round that names an earlier plan gets
that plan as it is.
"""

import argparse
import itertools
import json
import pathlib
import sys
import tempfile

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "scenarios"))

import plans  # noqa: E402
from rows import shuffle_differs  # noqa: E402


def plan_differs(options, copy, ini, plan, time):
    summary = json.loads((plan / "summary.json").read_text(encoding="utf-8"))
    return shuffle_differs(options.binary, ini, plan, f"{options.seed}/{time}", copy, summary["overrides"])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("binary", type=pathlib.Path)
    parser.add_argument("scenarios", type=pathlib.Path, nargs="+")
    parser.add_argument("--times", type=int, default=3)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    options.binary = options.binary.resolve()
    passed = failed = 0
    for scenario in options.scenarios:
        with tempfile.TemporaryDirectory() as place:
            try:
                copy, made = plans.make(options.binary, scenario, place)
            except RuntimeError as failure:
                print(failure)
                failed += 1
                continue
            made = [(plan.parent / "round.ini", plan) for plan in made]
            tried = list(itertools.product(made, range(options.times)))
            # What-ifs are many, and much alike.
            tried += itertools.product(plans.what_ifs(copy), range(max(1, options.times // 3)))
            for (ini, plan), time in tried:
                wrong = plan_differs(options, copy, ini, plan, time)
                passed, failed = (passed, failed + 1) if wrong else (passed + 1, failed)
                for sentence in wrong:
                    print(f"{plan.relative_to(place)}: {sentence}")
    print(f"{passed} passed, {failed} failed")
    return 0 if passed and not failed else 1


if __name__ == "__main__":
    sys.exit(main())
