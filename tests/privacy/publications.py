"""Solves a round and publishes its plan, and knows where the files of each recipient lie."""

import pathlib
import re
import subprocess
import sys

SCENARIOS = pathlib.Path(__file__).resolve().parents[2] / "scenarios"
FOLDERS = {"student": "students", "lecturer": "lecturers", "organisation": "organisations", "broker": "brokers"}


def stem(text):
    """The name of a folder that an id gets."""
    return "".join(c if re.match(r"[A-Za-z0-9_.-]", c) else "".join(f"%{byte:02X}" for byte in c.encode()) for c in text)


def call(*command):
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))} ended with {done.returncode}: {done.stderr}")


def publish(program, ini, work, name):
    """(the plan, its publication) in each language."""
    plan = work / f"{name}-plan"
    call(program, "solve", ini, "-o", plan, "--quiet")
    for language in ("en", "nl"):
        published = work / f"{name}-{language}"
        call(program, "publish", plan, "-o", published, "--language", language, "--quiet")
        yield plan, published
