"""Runs the program, always at the same moment, so that equal publications have equal bytes."""

import os
import subprocess

import contents

MOMENT = 1767225600  # 2026-01-01 00:00 UTC
ENVIRONMENT = {**os.environ, "SOURCE_DATE_EPOCH": str(MOMENT)}


def run(*command, **options):
    options.setdefault("env", ENVIRONMENT)
    return subprocess.run([str(part) for part in command], capture_output=True, text=True, **options)


def must(*command):
    done = run(*command)
    if done.returncode != 0:
        raise SystemExit(f"{' '.join(map(str, command))} ended with {done.returncode}: {done.stderr}")
    return done.stdout


def picture(folder):
    """Every file below a folder, with its bytes."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def recipients(published):
    """(audience's folder, recipient's folder) -> its files by name, as texts."""
    found = {}
    for folder in published.glob("*/*"):
        found[folder.parent.name, folder.name] = {path.name: text_of(path) for path in sorted(folder.iterdir())}
    return found


def text_of(path):
    return contents.read(path)[0] if path.suffix == ".xlsx" else path.read_bytes().decode("utf-8")
