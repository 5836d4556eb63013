"""The list for a mail merge: a row a recipient, the right address, files that are there, nobody else's name in the text, and
cells that no spreadsheet runs."""

import csv

from made_round import Made
from program import must

TABLES = {"student": "students", "lecturer": "lecturers", "organisation": "organisations"}


def rows_of(path):
    with open(path, encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream, delimiter=";"))


def table(folder, name):
    with open(folder / f"{name}.csv", encoding="utf-8", newline="") as stream:
        return {row["id"]: row for row in csv.DictReader(stream)}


def row_faults(published, row, people, students):
    who = people.get(row["id"], {"name": "", "email": ""})
    greeting = f"Dear {who['name']}," if who["name"] else "Dear "
    if row["email"] != who["email"]:
        yield f"the address is {row['email']}, not {who['email']}"
    if not row["salutation"].startswith(greeting) or not row["salutation"].endswith(","):
        yield f"the salutation is {row['salutation']}"
    if not row["subject"].strip() or not row["text"].strip():
        yield "nothing is said"
    for student in students.values():
        own = student["id"] == row["id"]
        for word in (student["id"], student["name"], student["email"]):
            if word and not own and word in row["salutation"] + row["subject"] + row["text"]:
                yield f"the text tells {word}"
    for name in row["attachment"].split("|"):
        if not (published / name).is_file():
            yield f"there is no {name}"
    listed = {published / name for name in row["attachment"].split("|")}
    if {path for path in (published / row["attachment"].split("|")[0]).parent.iterdir()} != listed:
        yield "not all files are attached"


def hostile(program, work):
    """Names that a spreadsheet would run."""
    folder = work / "hostile"
    made = Made(9)
    made.write(folder)
    students = rows_and_header(folder / "students.csv")
    students[0].update(name='=HYPERLINK("http://example.invalid")', email="+31600000000")
    students[1].update(name="@SUM(A1)", email="-1;2")
    students[2].update(name="line\nbreak; \"quoted\"", email="=cmd|'/c calc'!A0")
    with open(folder / "students.csv", "w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, students[0].keys())
        writer.writeheader()
        writer.writerows(students)
    must(program, "solve", folder / "round.ini", "--quiet")
    must(program, "publish", folder / "plan", "--quiet")
    rows = {row["id"]: row for row in rows_of(folder / "plan-publish/mail.csv")}
    for row in rows.values():
        for column, cell in row.items():
            if cell[:1] in tuple("=+-@\t\r\n"):
                yield f"the cell {cell} of {column} would be run"
    first = rows[students[0]["id"]]
    if first["email"] != "'+31600000000" or students[0]["name"] not in first["salutation"]:
        yield f"a hostile row became {first}"


def rows_and_header(path):
    with open(path, encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def check(program, work):
    faults, looked_at = [], 0
    for seed in (1, 2, 3, 4):
        folder = work / f"{seed}"
        made = Made(seed)
        made.write(folder)
        must(program, "solve", folder / "round.ini", "--quiet")
        said = must(program, "publish", folder / "plan")
        published = folder / "plan-publish"
        rows = rows_of(published / "mail.csv")
        students = table(folder, "students")
        without = sum(not row["email"] for row in rows)
        if f"{without} rows of " not in said:
            faults.append(f"round {seed}: {without} rows without an address, but it says: {said}")
        expected = len(students) + len(table(folder, "lecturers")) + len(table(folder, "organisations"))
        found = sum(row["audience"] != "broker" for row in rows)
        if found != expected:
            faults.append(f"round {seed}: {found} rows, not {expected}")
        for row in rows:
            people = table(folder, TABLES[row["audience"]]) if row["audience"] in TABLES else {}
            faults += [f"round {seed}, {row['id']}: {fault}" for fault in row_faults(published, row, people, students)]
        looked_at += len(rows)
    # What changed is told without names of students, too.
    must(program, "solve", work / "1/round.ini", "-o", work / "1/other", "--set", "round.seed=77", "--set",
         "projects.*.max_students=3", "--quiet")
    must(program, "publish", work / "1/other", "--since", work / "1/plan", "--quiet")
    changed = rows_of(work / "1/other-publish/mail.csv")
    students = table(work / "1", "students")
    for row in changed:
        people = table(work / "1", TABLES[row["audience"]]) if row["audience"] in TABLES else {}
        faults += [f"changes, {row['id']}: {fault}" for fault in row_faults(work / "1/other-publish", row, people, students)]
        if not row["text"].startswith("What changed:\n- "):
            faults.append(f"changes, {row['id']}: the text begins {row['text'][:40]}")
    if not changed:
        faults.append("nobody is told of changes")
    faults += hostile(program, work)
    return faults, f"{looked_at} rows, and {len(changed)} of changes"
