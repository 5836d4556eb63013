"""Puts the rows of CSV files in another order, leaving every byte of each row as it is."""

import codecs
import pathlib
import random
import shutil
import subprocess
import tempfile


def decode(raw):
    """(text, encoding with its mark) of a file as people save them."""
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return raw.decode("utf-16"), "utf-16"
    if raw.startswith(codecs.BOM_UTF8):
        return raw.decode("utf-8-sig"), "utf-8-sig"
    try:
        return raw.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return raw.decode("cp1252"), "cp1252"


def records(text):
    """The records with their line ends; a line break inside quotes does not end one."""
    found, start, quoted = [], 0, False
    for i, character in enumerate(text):
        if character == '"':
            quoted = not quoted
        elif character == "\n" and not quoted:
            found.append(text[start : i + 1])
            start = i + 1
    if start < len(text):
        found.append(text[start:])
    return found


def shuffled(raw, rng):
    """The bytes of a CSV file with its rows in another order; a line `sep=`, the header, blank rows at the end stay."""
    text, encoding = decode(raw)
    rows = records(text)
    first = 2 if rows and rows[0].lower().startswith("sep=") else 1
    last = len(rows)
    while last > first and not rows[last - 1].strip(' ",;\t\r\n'):
        last -= 1
    ending = "\r\n" if rows and rows[0].endswith("\r\n") else "\n"
    body = [row if row.endswith("\n") else row + ending for row in rows[first:last]]
    rng.shuffle(body)
    return "".join(rows[:first] + body + rows[last:]).encode(encoding)


def _inputs(root):
    """The CSV files that are not a plan's or a comparison's own."""
    made = {path.parent for path in root.rglob("summary.json")} | {path.parent for path in root.rglob("comparison.json")}
    return sorted(path for path in root.rglob("*.csv") if not made.intersection(path.parents))


def shuffle_differs(binary, ini, plan, seed, root=None, overrides=()):
    """Solves this round or scenario again with all rows in another order: a list of the files that changed.

    root: the folder that holds all that the round reads, earlier plans included; default: that of the file.
    """
    rng = random.Random(f"rows {seed}")
    root = pathlib.Path(root or ini.parent)
    with tempfile.TemporaryDirectory() as place:
        copy = pathlib.Path(place) / "round"
        shutil.copytree(root, copy)
        for path in _inputs(copy):
            path.write_bytes(shuffled(path.read_bytes(), rng))
        again = pathlib.Path(place) / "again"
        command = [binary, "solve", str(copy / ini.relative_to(root)), "-o", str(again), "--quiet"]
        command += [f"--set={override}" for override in overrides]
        run = subprocess.run(command, capture_output=True, text=True, timeout=600)
        if run.returncode != 0:
            return [f"with the rows in another order: exit status {run.returncode}", run.stderr.strip()]
        names = {path.name for folder in (plan, again) for path in folder.glob("*.csv")}
        assert {"placements.csv", "projects.csv", "lecturers.csv", "lottery.csv", "fairness.csv"} <= names
        return [
            f"with the rows in another order {name} changes"
            for name in sorted(names)
            if (again / name).read_bytes() != (plan / name).read_bytes()
        ]
