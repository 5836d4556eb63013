"""A round whose names are what spreadsheets stumble over, and those names as a workbook must show them."""
import csv
import datetime

NAMES = [
    '=HYPERLINK("http://x","y")', "+1", "@SUM(1)", "-1", "=1+1", "a\tb", "\U0001F9A2 zwaan \U0001F468\u200D\U0001F469\u200D\U0001F467",
    "\u05E9\u05DC\u05D5\u05DD", "\u202Eomgekeerd", "O'Brien-Şahin", "<script>alert(1)</script> & \"quotes\"", "x" * 200, "y" * 40000, "00012",
    "1e5", "1-2-2026", "TRUE", "_x0041_ _x000D_", "two\nlines", "{=A1}", "|cmd|", "'quoted", "https://example.org/x", "#REF!", "%s%n",
    "mailto:x@example.org", "woord " * 60 + "einde",
]
IDS = ["0001", "0002", "=1+1", "+3", "@4", "1e5"]
FROM, UNTIL = datetime.date(2026, 2, 1), datetime.date(2031, 1, 31)


def shown(name):
    """As a cell shows it."""
    return name if len(name) <= 32767 else name[:32766] + "…"


def _write(folder, name, header, rows):
    with open(folder / name, "w", newline="", encoding="utf-8") as stream:
        csv.writer(stream).writerows([header, *rows])


def student_ids():
    return [IDS[s] if s < len(IDS) else f"{s:05d}" for s in range(len(NAMES))]


def write(folder):
    """The round; every name is that of a student, a project, a lecturer, an organisation and a district."""
    folder.mkdir()
    number = range(len(NAMES))
    _write(folder, "students.csv", ["id", "name", "programme", "year", "district", "load", "choice_1"],
           [[identity, NAMES[s], "=SW", "1", f"D{s}", "0.29", f"P{s}"] for s, identity in enumerate(student_ids())])
    _write(folder, "projects.csv", ["id", "title", "organisations", "district", "max_students", "lecturers", "theme", "indicator"],
           [[f"P{p}", NAMES[p], f"O{p}", f"D{p}", "1", f"L{p}", "=T()", NAMES[p]] for p in number])
    _write(folder, "lecturers.csv", ["id", "name", "districts", "max_students"],
           [[f"L{k}", NAMES[k], f"D{k}", "0.57"] for k in number])
    _write(folder, "organisations.csv", ["id", "name", "agreement_from", "agreement_until"],
           [[f"O{o}", NAMES[o], FROM.isoformat(), UNTIL.isoformat()] for o in number])
    _write(folder, "districts.csv", ["id", "name", "circle"], [[f"D{d}", NAMES[d], "=C"] for d in number])
    (folder / "round.ini").write_text(
        "[round]\nname = =1+1 & more\nstart = 2026-02-02\nend = 2026-06-26\n[input]\nstudents = students.csv\n"
        "projects = projects.csv\nlecturers = lecturers.csv\norganisations = organisations.csv\ndistricts = districts.csv\n"
        "[rules]\nmust_place = no\n[report]\nformats = csv, json, xlsx\n", encoding="utf-8")


def plan_faults(sheets):
    """plan.xlsx of it: each name in its place."""
    names = list(sheets)
    expected = {"students": (names[-5], 1), "projects": (names[-4], 1), "lecturers": (names[-3], 1), "organisations": (names[-2], 1)}
    faults = []
    for what, (sheet, column) in expected.items():
        found = {row[0]: row[column] for row in sheets[sheet][1:]}
        letter = {"projects": "P", "lecturers": "L", "organisations": "O"}.get(what)
        for number, name in enumerate(NAMES):
            identity = student_ids()[number] if letter is None else f"{letter}{number}"
            if found.get(identity) != shown(name):
                faults.append(f"{what} {identity}: {found.get(identity)!r:.80}, not {shown(name)!r:.80}")
    for row in sheets[names[-2]][1:]:
        if row[8:10] != [FROM, UNTIL]:
            faults.append(f"agreements: {row[8:10]}")
    for row in sheets[names[-5]][1:]:
        position = student_ids().index(row[0])
        if row[8:12] != [shown(NAMES[position])] * 4 or row[2] != "=SW" or row[12] != "=C":
            faults.append(f"placements: {str(row)[:200]}")
    return faults


def list_faults(books):
    """list.xlsx of the lecturers and organisations, one student each. books: the sheets of each by folder and name."""
    faults = []
    for number, name in enumerate(NAMES):
        for audience, column in (("lecturers/L", 1), ("organisations/O", 0)):
            sheets = books[f"{audience}{number}"]
            students, projects = list(sheets.values())
            if [row[column] for row in students[1:]] != [shown(name)] or [row[1] for row in projects[1:]] != [shown(name)]:
                faults.append(f"{audience}{number}: {str(students[1:])[:100]} {str(projects[1:])[:100]}")
    return faults
