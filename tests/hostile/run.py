"""A round in which every id and name is hostile is solved and published, in both languages; each file is read back by
another reader and must hold the names as they are, and nothing that runs: run.py WIJKPLAATS."""
import pathlib
import re
import subprocess
import sys
import tempfile
import unicodedata
import urllib.parse

import make_round
import read_back
from make_round import circle, name
from names import IDS

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "browser"))
import check_page  # noqa: E402
from chromium import Chromium  # noqa: E402

# Pages that a browser opens: of each kind those of the ids that come first, which are the worst.
OPENED = 3


def recipients():
    """What each recipient's files must hold: (audience folder, id) -> texts."""
    expected = {}
    for i, one in enumerate(IDS):
        people, project = [name(i + 3), name(i + 4)], "Project " + name(i + 5)
        expected["lecturers", one] = people + [project, one, f"fellow {i}", name(i + 8)]
        expected["organisations", one] = people + [project, name(i + 9)]
        expected["students", one] = people + [project, name(i + 8), name(i + 9)]
        expected["students", f"fellow {i}"] = people + [project, name(i + 8), name(i + 9)]
        expected.setdefault(("brokers", circle(i)), []).extend(people + [project, name(i + 8), name(i + 9)])
    return expected


def placement_faults(plan):
    """The machine's file, cell by cell."""
    rows = {row["student"]: row for row in read_back.machine_rows(plan / "placements.csv")}
    faults = [] if len(rows) == 2 * len(IDS) else ["placements.csv has other students"]
    for i, one in enumerate(IDS):
        for student in (one, f"fellow {i}"):
            row = rows.get(student, {})
            found = [row.get(column) for column in ("project", "lecturer", "organisation", "district", "circle")]
            if found != [one, one, one, one, circle(i)]:
                faults.append(f"placements.csv has {found} for {student!r}")
    return faults


def missing(texts, holder, what):
    return [f"{what}: {text!r} is not there" for text in texts if not holder(text)]


def report_faults(plan):
    """The coordinator's page and workbook."""
    text, tags, faults = read_back.page(plan / "report.html")
    wanted = IDS + [name(i + 3) for i in range(len(IDS))]
    faults += missing(wanted, lambda one: read_back.seen(one) in text, "report.html")
    faults += [f"report.html has <{tag}>" for tag in tags if tag in ("img", "iframe", "object", "form", "base", "svg onload")]
    texts, wrong = read_back.workbook(plan / "plan.xlsx")
    return faults + wrong + missing(wanted, lambda one: read_back.allowed(one) in texts, "plan.xlsx")


def file_faults(path, texts):
    """One file of a recipient: whatever is in it is whole and harmless, and, of the page, all is there."""
    if path.suffix == ".html":
        text, tags, faults = read_back.page(path)
        faults += [f"has <{tag}>" for tag in tags if tag in ("img", "iframe", "object", "form", "base")]
        return faults + missing(texts, lambda one: read_back.seen(one) in text, path.name)
    if path.suffix == ".csv":
        rows, faults = read_back.people_rows(path)
        cells = {read_back.unguarded(cell) for row in rows for cell in row}
        return faults + missing(texts, lambda one: one.replace("\r\n", "\n") in cells, path.name)
    if path.suffix == ".xlsx":
        cells, faults = read_back.workbook(path)
        return faults + missing(texts, lambda one: read_back.allowed(one) in cells, path.name)
    if path.suffix == ".ics":
        said, faults = read_back.calendar(path)
        words = " ".join(read_back.seen(text) for _, text in said)
        titles = [text for text in texts if text.startswith("Project ")]
        return faults + missing(titles, lambda one: read_back.seen(one) in words, path.name)
    return [f"{path.name} is nothing that is published"]


FILES = {"lecturers": {"list.html", "list.csv", "list.xlsx", "calendar.ics"},
         "brokers": {"list.html", "list.csv", "list.xlsx"},
         "organisations": {"list.html", "list.csv", "list.xlsx", "calendar.ics"},
         "students": {"letter.html", "calendar.ics"}}


def mail_faults(folder):
    """A row a recipient, with attachments that are there."""
    rows, faults = read_back.people_rows(folder / "mail.csv")
    place = next(at for at, heading in enumerate(rows[0]) if heading in ("attachment", "bijlage"))
    count = sum(1 for audience in FILES for _ in (folder / audience).iterdir())
    if len(rows) - 1 != count:
        faults.append(f"mail.csv has {len(rows) - 1} rows for {count} recipients")
    for row in rows[1:]:
        for one in row[place].split("|"):
            path = (folder / one).resolve()
            if not path.is_file() or not path.is_relative_to(folder.resolve()):
                faults.append(f"mail.csv: no file {one!r}")
    return faults


def people_of(folder, expected, taken):
    """Whose folder this can be: names that were cut, or differ in case only, end with ~ and a number."""
    stem, _, number = folder.name.partition("~")
    readable = urllib.parse.unquote(stem, errors="ignore")
    return [one for audience, one in expected if audience == folder.parent.name and (audience, one) not in taken and
            (one.casefold() == readable.casefold() if not number or len(stem) < 100 else one.startswith(readable[:-1]))]


def publication_faults(folder):
    """Every recipient has a folder with her names, and nobody else's id leads there."""
    expected, taken, faults = recipients(), set(), read_back.name_faults(folder) + mail_faults(folder)
    for one in sorted(path for audience in folder.iterdir() if audience.is_dir() for path in audience.iterdir()):
        found = []
        if {path.name for path in one.iterdir()} != FILES[one.parent.name]:
            faults.append(f"{one} holds {sorted(path.name for path in one.iterdir())}")
        for person in people_of(one, expected, taken):
            texts = expected[one.parent.name, person]
            found = [f"{one.parent.name}/{one.name}: {fault}" for path in sorted(one.iterdir()) for fault in file_faults(path, texts)]
            if not found:
                taken.add((one.parent.name, person))
                break
        else:
            faults += found or [f"{one} is nobody's"]
    return faults + [f"{one!r} of {audience} got nothing" for audience, one in expected if (audience, one) not in taken]


def columns(line):
    """What a terminal needs for the line, by another table than the program's."""
    width = 0
    for sign in line:
        kind = unicodedata.category(sign)
        assert kind not in ("Cc", "Zl", "Zp", "Cs"), f"{sign!r} moves the cursor: {line!r}"
        assert sign not in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069", f"{line!r} is turned round"
        width += 0 if kind in ("Mn", "Me", "Cf") else 2 if unicodedata.east_asian_width(sign) in "WF" else 1
    return width


def screen_faults(text):
    """80 columns and 24 lines, the last for the prompt."""
    lines = text.split("\n")[:-1]
    faults = [f"{len(lines)} lines"] if len(lines) > 23 else []
    return faults + [f"too wide: {line}" for line in lines if columns(line) > 79]


def run(folder, *command):
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, encoding="utf-8", timeout=300,
                          env={"LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"})
    if done.returncode != 0 or done.stderr:
        sys.exit(f"{command}: exit status {done.returncode}: {done.stderr}")
    return done.stdout


def changed(path, old, new):
    """Is the file with this mistake in it found out?"""
    source = path.read_bytes()
    assert old in source, f"{path} has no {old}"
    path.write_bytes(source.replace(old, new, 1))
    return source


def mistakes(out, plan):
    """Mistakes that a program could make, each made once: (what, was it found?)."""
    one, lost = "COM10", "dot"  # plain ones, which stand in the files as they are
    letter, rows = out / "students" / one / "letter.html", out / "organisations" / one / "list.csv"
    assert name(IDS.index(one) + 3) == lost
    for what, path, old, new in [
            ("a name left out of a page", letter, b"Dear dot,", b"Dear ,"),
            ("a name left out of a list", rows, b"\r\ndot;", b"\r\nx;"),
            ("an element that a name brought", letter, b"<h1>", b"<h1><img src=x onerror=alert(1)>"),
            ("a formula", rows, b"\r\ndot;", b"\r\n=dot;"),
            ("another lecturer", plan / "placements.csv", b"\nCOM10,COM10,1,COM10,", b"\nCOM10,COM10,1,1e5,")]:
        source = changed(path, old, new)
        yield what, bool(placement_faults(plan) if path.parent == plan else file_faults(path, [lost]))
        path.write_bytes(source)
    for what, named in [("a device", "Con.x"), ("a name that ends with a dot", "x."), ("names that differ in case", "0012".join("aA"))]:
        folder = out / "students" / named
        folder.mkdir(mode=0o700)
        other = out / "students" / named.lower()
        other.mkdir(mode=0o700, exist_ok=True)
        yield what, bool(read_back.name_faults(out))
        folder.rmdir()
        if other.exists():
            other.rmdir()


def opened(folder):
    """The pages that the browser looks at."""
    pages = [folder / "plan" / "report.html"]
    for audience in sorted(path for path in (folder / "out").iterdir() if path.is_dir()):
        pages += sorted(audience.glob("*/*.html"))[:OPENED]
    return pages


def main():
    program = str(pathlib.Path(sys.argv[1]).resolve())
    faults = []
    with tempfile.TemporaryDirectory() as scratch, Chromium() as browser:
        folder = pathlib.Path(scratch)
        make_round.write(folder / "round")
        for language in ("nl", "en"):
            work = folder / language
            work.mkdir()
            plan, out = work / "plan", work / "out"
            said = run(work, program, "solve", "../round/round.ini", "--language", language, "-o", "plan")
            found = screen_faults(said) + placement_faults(plan) + report_faults(plan)
            run(work, program, "publish", "plan", "-o", "out", "--language", language)
            found += publication_faults(out)
            for path in opened(work):
                found += [f"{path.parent.name}/{path.name}: {fault}" for fault in check_page.page_faults(browser, path)]
            faults += [f"{language}: {fault}" for fault in dict.fromkeys(found)]
        faults += [f"nobody sees {what}" for what, seen in mistakes(folder / "en" / "out", folder / "en" / "plan") if not seen]
    print("\n".join(re.sub(r"(.{400}).*", r"\1 ...", fault) for fault in faults[:40]))
    print(f"{len(faults)} faults")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
