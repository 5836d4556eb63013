"""published.json: a record more for each publication, with who, when and where; refusals leave everything as it was; solve says
that it replaces a plan that was published."""

import json
import os
import shutil

from made_round import Made
from program import ENVIRONMENT, must, picture, run


def refusals(program, work, folder):
    """Each command must end so, with these words, and change nothing."""
    plan = folder / "plan"
    cases = [
        (("--since", plan), 2, "is the plan itself"),
        (("--since", f"{plan}/"), 2, "is the plan itself"),
        (("--since", folder / "plan-publish"), 2, "is not a plan"),
        (("--since", folder / "nowhere"), 2, "there is no folder"),
        (("--since", folder / "changed"), 3, "changed"),
        (("--by", ""), 2, "--by is empty"),
        (("-o", folder), 2, "is not"),
        (("-o", plan), 2, "is not"),
        (("-o", plan / "people"), 2, "lies in the folder of a plan"),
        (("-o", plan / "input/people"), 2, "lies in the folder of a plan"),
        (("--since", folder / "other", "-o", folder / "other/people"), 2, "lies in the folder of a plan"),
        (("--since",), 2, "requires an argument"),
    ]
    before = picture(work)
    for options, status, words in cases:
        done = run(program, "publish", plan, *options)
        if done.returncode != status or words not in done.stderr:
            yield f"{options}: {done.returncode} {done.stderr}"
        if picture(work) != before:
            yield f"{options}: something changed on disk"
    for moment in ("yesterday", "", "-1", "1e9", "99999999999999999999"):
        done = run(program, "publish", plan, env={**ENVIRONMENT, "SOURCE_DATE_EPOCH": moment})
        if done.returncode != 2 or "SOURCE_DATE_EPOCH" not in done.stderr or picture(work) != before:
            yield f"SOURCE_DATE_EPOCH={moment}: {done.returncode} {done.stderr}"


def altered(program, work, copy, plan):
    """Somebody loses her place in placements.csv alone: such a plan may keep every rule, but nobody made it."""
    lines = (plan / "placements.csv").read_text(encoding="utf-8").splitlines()
    for at, line in enumerate(lines[1:], 1):
        student, rest = line.split(",", 1)
        if not rest.strip(","):
            continue
        shutil.copytree(plan, copy)
        changed = [*lines[:at], student + "," * lines[0].count(","), *lines[at + 1 :]]
        (copy / "placements.csv").write_text("\n".join(changed) + "\n", encoding="utf-8")
        before = picture(work)
        done = run(program, "publish", copy)
        if done.returncode not in (3, 5) or picture(work) != before:
            yield f"{student} lost her place in placements.csv: {done.returncode} {done.stderr}"
        shutil.rmtree(copy)


def check(program, work):
    faults = []
    folder = work / "round"
    Made(1).write(folder)
    ini, plan = folder / "round.ini", folder / "plan"
    must(program, "solve", ini, "--quiet")
    must(program, "solve", ini, "-o", folder / "other", "--set", "projects.*.max_students=3", "--quiet")
    must(program, "publish", plan, "--by", "Aisha Verzonnen", "--quiet")
    must(program, "publish", plan, "--since", folder / "other", "-o", work / "part", "--quiet")
    records = json.loads((plan / "published.json").read_text())
    wanted = [
        {"by": "Aisha Verzonnen", "at": "2026-01-01T00:00:00Z", "folder": f"{plan}-publish", "since": None},
        {"by": records[1]["by"], "at": "2026-01-01T00:00:00Z", "folder": str(work / "part"), "since": str(folder / "other")},
    ]
    if records != wanted or not records[1]["by"]:
        faults.append(f"the records are {records}")
    if (plan / "published.json").stat().st_mode & 0o777 != 0o600:
        faults.append("others may read the record")
    if json.loads((folder / "plan-publish/publish.json").read_text())["published"]["by"] != "Aisha Verzonnen":
        faults.append("publish.json does not say who published")
    first = picture(folder / "plan-publish")
    must(program, "publish", plan, "--by", "Aisha Verzonnen", "--quiet")
    if picture(folder / "plan-publish") != first:
        faults.append("the same plan published at the same moment gives other bytes")
    # A plan that was changed after it was made.
    must(program, "solve", ini, "-o", folder / "changed", "--quiet")
    with open(folder / "changed/input/students.csv", "a", encoding="utf-8") as stream:
        stream.write("more\n")
    faults += refusals(program, work, folder)
    faults += altered(program, work, folder / "altered", plan)
    # What a killed publication may leave does not make the folder a strange one.
    (plan / ".published.json.wijkplaats-new").write_text("[")
    # Who makes another plan of it is told before.
    done = run(program, "solve", ini)
    if "this plan was published on 1 January 2026 by Aisha Verzonnen" not in done.stderr or done.returncode != 0:
        faults.append(f"solve over a published plan says {done.stderr}")
    if (plan / "published.json").exists():
        faults.append("a new plan has the record of the old one")
    if "published" in run(program, "solve", ini).stderr:
        faults.append("solve over a proposal says that it was published")
    # A record that cannot be read is not thrown away.
    (plan / "published.json").write_text("{}")
    before = picture(work)
    done = run(program, "publish", plan)
    if done.returncode != 3 or "published.json" not in done.stderr or picture(work) != before:
        faults.append(f"a broken record: {done.returncode} {done.stderr}")
    os.remove(plan / "published.json")
    return faults, f"{len(wanted)} records, and refusals"
