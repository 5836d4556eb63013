"""Makes a round in which everything that is private is told apart from everything else: each name is a word of its own,
each rank and each trip a number that nothing else has."""

import csv
import random

SYLLABLES = [start + vowel for start in "bdfgjklmnprstvwz" for vowel in "aeiou"]
DAYS = ("mo", "tu", "we", "th", "fr")
RANKS = range(61, 100)  # nothing else in a round counts so far: fewer students, seats and days of a month
FIRST_TRIP = 101  # minutes; every trip has its own

SETTINGS = """[round]
name = Privacy
start = 2027-02-01
end = 2027-06-30
seed = {seed}

[input]
students = students.csv
projects = projects.csv
lecturers = lecturers.csv
organisations = organisations.csv
districts = districts.csv
travel = travel.csv
preferences = preferences.csv
decisions = decisions.csv

[rules]
must_place = no
unlisted = {unlisted}
one_lecturer_per_project = {one_lecturer}
meetings = {meetings}

[objectives]
order = placed, ranks:sum, lottery
"""


class Words:
    """Words that nobody has used before, none of which is a part of another."""

    def __init__(self, dice):
        self.dice = dice
        self.used = set()

    def word(self):
        while True:
            word = "".join(self.dice.choice(SYLLABLES) for _ in range(5))
            if word not in self.used:
                self.used.add(word)
                return word

    def name(self):
        return f"{self.word().capitalize()} {self.word().capitalize()}"

    def email(self):
        return f"{self.word()}@{self.word()}.example"


def write(folder, table, columns, rows):
    with open(folder / f"{table}.csv", "w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(columns)
        writer.writerows(rows)


class Made:
    """One round; every third has several lecturers to a project, every second weekly meetings."""

    def __init__(self, seed):
        self.seed = seed
        self.dice = random.Random(seed)
        self.words = Words(self.dice)
        ids = self.words.word
        self.circles = [self.words.word() for _ in range(3)]
        self.places = [(ids(), self.words.word(), self.circles[i % 2]) for i in range(4)]
        self.homes = [(ids(), self.words.word(), self.circles[2]) for _ in range(6)]
        self.lecturers = [(ids(), self.some_name(4), self.words.email()) for _ in range(4)]
        self.organisations = [(ids(), self.some_name(5), self.words.email()) for _ in range(6)]
        self.programmes = [self.words.word() for _ in range(3)]
        self.groups = [self.words.word() for _ in range(2)]
        self.projects = [ids() for _ in range(8)]
        self.students = [ids() for _ in range(24)]

    def some_name(self, odds):
        return "" if self.dice.randrange(odds) == 0 else self.words.name()

    def write(self, folder):
        folder.mkdir()
        settings = SETTINGS.format(
            seed=self.seed,
            unlisted="last" if self.seed % 2 else "never",
            one_lecturer="no" if self.seed % 3 == 0 else "yes",
            meetings="weekly" if self.seed % 2 else "off",
        )
        (folder / "round.ini").write_text(settings, encoding="utf-8")
        write(folder, "districts", ("id", "name", "circle"), self.places + self.homes)
        write(folder, "organisations", ("id", "name", "email"), self.organisations)
        guided = "|".join(place[0] for place in self.places)
        write(folder, "lecturers", ("id", "name", "email", "districts"), [row + (guided,) for row in self.lecturers])
        pairs = [(home[0], place[0]) for home in self.homes for place in self.places]
        write(folder, "travel", ("from", "to", "minutes"), [pair + (FIRST_TRIP + i,) for i, pair in enumerate(pairs)])
        self.write_projects(folder)
        self.write_students(folder)
        self.write_decisions(folder)
        return folder / "round.ini"

    def write_projects(self, folder):
        rows = []
        for i, project in enumerate(self.projects):
            hosts = "|".join(host[0] for host in self.dice.sample(self.organisations, self.dice.choice((1, 1, 2, 3))))
            guides = "|".join(guide[0] for guide in self.dice.sample(self.lecturers, 2))
            rows.append((project, self.words.name(), hosts, self.places[i % 4][0], self.words.word(), self.words.word(),
                         1, self.dice.choice((2, 3, 4)), guides if self.dice.randrange(2) else ""))
        columns = ("id", "title", "organisations", "district", "theme", "indicator", "min_students", "max_students", "lecturers")
        write(folder, "projects", columns, rows)

    def write_students(self, folder):
        rows, choices = [], []
        for i, student in enumerate(self.students):
            days = "|".join(day for day in DAYS if self.dice.randrange(4)) if self.dice.randrange(3) else ""
            group = self.groups[i // 2] if i < 4 else ""
            rows.append((student, self.some_name(6), self.words.email(), self.dice.choice(self.programmes),
                         self.dice.choice("1234"), self.dice.choice(self.homes)[0], days, group))
            wanted = self.dice.sample(self.projects, 3)
            if group:
                wanted = self.projects[:3]
            if i == 2 or i >= 22:
                continue  # has not answered
            ranks = sorted(self.dice.sample(RANKS, 3))
            choices += [(student, project, rank) for project, rank in zip(wanted, ranks)]
        write(folder, "students", ("id", "name", "email", "programme", "year", "district", "days", "group"), rows)
        write(folder, "preferences", ("student", "project", "rank"), choices)

    def write_decisions(self, folder):
        columns = ("action", "students", "project", "organisation", "lecturer", "rule", "reason", "by", "date")
        made = [
            ("pin", self.students[5], self.projects[3]),
            ("forbid", self.students[6], self.projects[1]),
            ("together", f"{self.students[7]}|{self.students[8]}", ""),
            ("apart", f"{self.students[9]}|{self.students[10]}", ""),
            ("close", "", self.projects[7]),
        ]
        rows = [row + ("", "", "", self.words.name(), self.words.name(), "2026-11-30") for row in made]
        write(folder, "decisions", columns, rows)
