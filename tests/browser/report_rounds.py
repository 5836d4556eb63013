"""Rounds that a page must bear, each made in a folder: names that mean harm, and rounds where much is missing."""
import csv

# What people and their forms put in a cell. All come out of a page as they went in.
NAMES = [
    "<script>alert(1)</script>", "</td></table><h1>", "=HYPERLINK(\"http://example.org\",\"x\")", "../../x",
    "O'Brien-Şahin", "\"a\" & 'b'", "&lt;b&gt;", "x" * 200, "Noor 🚲👩‍👩‍👧", "مريم التجريبية", "שרה דוגמה", "a\u202eb<i>",
    "%s%n%d", "{{7*7}}", "--><!--",
]


def write(path, header, rows):
    with open(path, "w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([header, *rows])


def begin(folder, name, lines):
    folder.mkdir()
    (folder / "round.ini").write_text(f"[round]\n{name and f'name = {name}'}\nseed = 7\n{lines}", encoding="utf-8")
    return folder / "round.ini"


def hostile(folder):
    """Everything has a name of the list; a decision for each student, with such a reason."""
    count = len(NAMES)
    ini = begin(folder, "<b>Ronde</b> & \"co\"", "[input]\n" + "".join(f"{table} = {table}.csv\n" for table in (
        "students", "projects", "lecturers", "districts", "organisations", "decisions")))
    write(folder / "students.csv", ["id", "name", "programme", "district", "choice_1", "choice_2"],
          [[f"S{i:02}", name, name[:60], f"D{i:02}", f"P{i:02}", f"P{(i + 1) % count:02}"] for i, name in enumerate(NAMES)])
    write(folder / "projects.csv", ["id", "title", "district", "organisations", "max_students", "theme"],
          [[f"P{i:02}", name, f"D{i:02}", f"O{i:02}", 2, name[:60]] for i, name in enumerate(NAMES)])
    write(folder / "lecturers.csv", ["id", "name", "districts", "max_students"],
          [[f"L{i:02}", name, f"D{i:02}", 2] for i, name in enumerate(NAMES)])
    write(folder / "organisations.csv", ["id", "name"], [[f"O{i:02}", name] for i, name in enumerate(NAMES)])
    write(folder / "districts.csv", ["id", "name", "circle", "latitude", "longitude"],
          [[f"D{i:02}", name, name[:60], 52 + i / 100, 5 + i / 100] for i, name in enumerate(NAMES)])
    write(folder / "decisions.csv", ["action", "students", "project", "reason", "by", "date"],
          [["pin", f"S{i:02}", f"P{i:02}", name, name[:60], "2027-01-05"] for i, name in enumerate(NAMES)])
    return ini, NAMES


def nobody_placed(folder):
    """Nobody may go where she chose."""
    ini = begin(folder, "Niemand", "[input]\nstudents = s.csv\nprojects = p.csv\n[rules]\nmust_place = no\nunlisted = never\n")
    write(folder / "s.csv", ["id", "name", "years", "choice_1"], [[f"S{i}", "", 1, "P1"] for i in range(3)] + [["S9", "", 1, ""]])
    write(folder / "p.csv", ["id", "years", "max_students"], [["P1", 2, 5], ["P2", 1, 5]])
    return ini, ["S9", "P2"]


def nothing_known(folder):
    """No choices, lecturers, districts, names or dates."""
    ini = begin(folder, "", "[input]\nstudents = s.csv\nprojects = p.csv\n[rules]\nunlisted = last\n")
    write(folder / "s.csv", ["id"], [[f"S{i}"] for i in range(4)])
    write(folder / "p.csv", ["id", "max_students"], [["P1", 2], ["P2", 5]])
    return ini, ["S0", "P1"]


def half_placed(folder):
    """Full projects, groups, students without choices, lecturers at their limits, a project that nobody may guide."""
    ini = begin(folder, "Half", "[input]\nstudents = s.csv\nprojects = p.csv\nlecturers = l.csv\n[rules]\nmust_place = no\n"
                "unlisted = never\nmax_choice = 2\n[objectives]\norder = placed, ranks:sum~5%, ranks:greedy, balance, lottery\n")
    write(folder / "s.csv", ["id", "name", "group", "load", "choice_1", "choice_2", "choice_3"], [
        ["S1", "Anna", "", 1, "P1", "P2", ""], ["S2", "Bram", "", 0.5, "P1", "", ""], ["S3", "Carl", "", 1, "P1", "P2", "P3"],
        ["S4", "Dora", "g", 1, "P2", "P1", ""], ["S5", "Evi", "g", 1, "", "", ""], ["S6", "Fee", "g", 1, "P2", "P1", ""],
        ["S7", "Gijs", "", 1, "", "", ""], ["S8", "Huub", "", 1, "P4", "P5", "P3"]])
    write(folder / "p.csv", ["id", "title", "min_students", "max_students", "status", "lecturers"], [
        ["P1", "Buurthuis", 1, 2, "", "L1"], ["P2", "Moestuin", 1, 2, "", "L1|L2"], ["P3", "Repaircafé", 1, 3, "closed", ""],
        ["P4", "Wandelclub", 3, 4, "", "L2"], ["P5", "Fietsles", 1, 2, "", ""]])
    write(folder / "l.csv", ["id", "name", "districts", "min_students", "max_students", "max_projects"],
          [["L1", "Docent Een", "", 0.5, 2.5, 1], ["L2", "Docent Twee", "", 1, 3, ""], ["L3", "Docent Drie", "", 0, 0, ""]])
    return ini, ["Huub", "Wandelclub", "Docent Een"]


ROUNDS = {"hostile": hostile, "nobody_placed": nobody_placed, "nothing_known": nothing_known, "half_placed": half_placed}
