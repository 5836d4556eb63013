"""Publish is killed, and has too little room: what was published before is there as a whole, or what is new; the record of the
plan is one of the two, and the next whole run clears up."""

import json
import os
import resource
import shutil
import subprocess
import time

from made_round import Made
from program import ENVIRONMENT, must, picture, run

MOMENTS = 30
ROOMS = (1000, 2000, 3000, 5000, 8000, 40000)  # settings are read through a file of their own, which fits


def limited(room):
    def limit():
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))

    return limit


def too_little_room(program, work, plan):
    """Where no file may be longer than that."""
    failed = 0
    for options in ((), ("--by", "x" * 50000), ("--pseudonyms",)):
        for room in ROOMS:
            before = picture(work)
            done = run(program, "publish", plan, *options, preexec_fn=limited(room))
            if done.returncode == 0:
                shutil.rmtree(work)
                os.rename(f"{work}-kept", work)
                shutil.copytree(work, f"{work}-kept")
                continue
            failed += 1
            if done.returncode != 5 or "write" not in done.stderr:
                yield f"{options} with room for {room} bytes: {done.returncode} {done.stderr}"
            if picture(work) != before:
                yield f"{options} with room for {room} bytes: something changed on disk"
    if failed < 12:
        yield f"there was room enough all but {failed} times"


def kills(program, work, plan):
    """The old publication and the new one differ in language."""
    target = work / "out"
    command = [program, "publish", str(plan), "-o", str(target), "--by", "Noor Verzonnen", "--quiet", "--language"]
    whole = {}
    for language in ("en", "nl"):
        must(*command, language)
        whole[language] = picture(target)
    begin = time.monotonic()
    must(*command, "en")
    span = time.monotonic() - begin
    last, seen = "en", set()
    for moment in range(MOMENTS):
        new = "nl" if last == "en" else "en"
        with subprocess.Popen([*command, new], env=ENVIRONMENT, stderr=subprocess.PIPE) as child:
            try:
                child.wait(timeout=span * 1.2 * moment / MOMENTS)
            except subprocess.TimeoutExpired:
                child.kill()
        found = picture(target)
        if found not in (whole[last], whole[new]):
            yield f"killed at {moment} of {MOMENTS}: the publication is neither the old one nor the new one"
        seen.add(found == whole[new])
        last = new if found == whole[new] else last
        records = json.loads((plan / "published.json").read_text())
        if not isinstance(records, list) or any(record["by"] != "Noor Verzonnen" for record in records):
            yield f"killed at {moment} of {MOMENTS}: the record is {records}"
    must(*command, "en")
    left = [path.name for path in [*work.iterdir(), *plan.iterdir()] if "wijkplaats" in path.name]
    if left:
        yield f"left behind: {left}"
    if seen != {True, False}:
        yield "it was never killed before the end, or always"


def check(program, work):
    rounds = work / "round"
    Made(2).write(rounds)
    must(program, "solve", rounds / "round.ini", "--quiet")
    shutil.copytree(rounds, work / "round-kept")
    faults = list(too_little_room(program, rounds, rounds / "plan"))
    faults += kills(program, rounds, rounds / "plan")
    return faults, f"{len(ROOMS)} sizes of disk, {MOMENTS} kills"
