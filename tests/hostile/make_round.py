"""Writes a round in which every id and every name is hostile: make_round.py FOLDER."""
import csv
import pathlib
import sys

from names import IDS, NAMES

CIRCLES = 7
ROUND = """[round]
name = </title><script>alert(1)</script> =1+1 \u202e "{long}"
start = 2026-02-02
end = 2026-07-03

[input]
students = students.csv
projects = projects.csv
lecturers = lecturers.csv
organisations = organisations.csv
districts = districts.csv
decisions = decisions.csv

[rules]
meetings = weekly
max_minutes = 600

[report]
formats = csv, json, html, xlsx, ics
"""


def name(i):
    return NAMES[i % len(NAMES)]


def circle(i):
    return IDS[i % CIRCLES]


def mail(i):
    return f"person{i}+<b>'@voorbeeld.example"


def tables():
    """Project i is hosted by organisation i, in district i, guided by lecturer i; student i chose it, and a fellow
    student with a plain id, who has another hostile name, comes to it too."""
    count = len(IDS)
    students = [["id", "name", "email", "programme", "year", "district", "choice_1", "choice_2"]]
    for i, one in enumerate(IDS):
        students.append([one, name(i + 3), mail(i), IDS[i % 5], name(i), one, one, IDS[(i + 1) % count]])
        students.append([f"fellow {i}", name(i + 4), mail(1000 + i), IDS[i % 5], "1", IDS[(i + 7) % count], one, ""])
    projects = [["id", "title", "organisations", "district", "lecturers", "theme", "domain", "indicator", "max_students"]]
    organisations = [["id", "name", "email", "domain"]]
    lecturers = [["id", "name", "email", "districts", "max_students"]]
    districts = [["id", "name", "circle", "latitude", "longitude"]]
    for i, one in enumerate(IDS):
        # A title is no reference, but it must not be another project's id.
        projects.append([one, "Project " + name(i + 5), one, one, one, name(i + 6), name(i), name(i + 7), "2"])
        organisations.append([one, name(i + 8), mail(2000 + i), name(i + 1)])
        lecturers.append([one, name(i + 9), mail(3000 + i), one, "4"])
        districts.append([one, name(i + 10), circle(i), str(51.5 + i / 1000), str(5.5 + i / 1000)])
    decisions = [["action", "students", "project", "reason", "by"]]
    decisions.append(["pin", "fellow 3", IDS[3], "secret </script> =1+1 \u202e", "board\nof examiners"])
    return {"students": students, "projects": projects, "lecturers": lecturers, "organisations": organisations,
            "districts": districts, "decisions": decisions}


def write(folder):
    folder.mkdir(exist_ok=True)
    (folder / "round.ini").write_text(ROUND.replace("{long}", "r" * 300), encoding="utf-8")
    for table, rows in tables().items():
        with open(folder / f"{table}.csv", "w", encoding="utf-8", newline="") as file:
            csv.writer(file, quoting=csv.QUOTE_ALL).writerows(rows)


if __name__ == "__main__":
    write(pathlib.Path(sys.argv[1]))
