"""What each recipient of a plan may read, worked out from the round's own files and placements.csv alone."""

import csv
import pathlib
import sys
from dataclasses import dataclass, field

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "brute"))

from read_round import read_round  # noqa: E402
from scenario_edits import items, read_given  # noqa: E402

RANKS_END = 100  # ranks are 1 to 99
ID, NAME, EMAIL = "id", "name", "e-mail"


@dataclass(eq=False)
class Recipient:
    """One folder. told: what may be in it; must: what its page has to tell; numbers: ranks and trips that are hers."""

    audience: str
    id: str
    told: set = field(default_factory=set)
    must: set = field(default_factory=set)
    numbers: set = field(default_factory=set)

    def tell(self, *texts):
        self.told.update(text for text in texts if text)
        self.must.update(text for text in texts if text)


def by_id(given, table):
    found = given.tables.get(table)
    return {row["id"]: row for row in found.rows} if found else {}


class Audiences:
    """private: text -> what it is, of everything that is somebody's own."""

    def __init__(self, ini, plan):
        given = read_given(pathlib.Path(ini))
        self.given = given
        self.students, self.projects = by_id(given, "students"), by_id(given, "projects")
        self.lecturers, self.organisations = by_id(given, "lecturers"), by_id(given, "organisations")
        self.districts = by_id(given, "districts")
        with open(plan / "placements.csv", encoding="utf-8", newline="") as stream:
            self.placed = {row["student"]: row for row in csv.DictReader(stream)}
        self.teams = {project: [] for project in self.projects}
        for student, row in self.placed.items():
            if row["project"]:
                self.teams[row["project"]].append(student)
        self.made_choices = {student.id: student.choices for student in read_round(ini).students}
        self.private = {}
        self.collect()
        self.recipients = list(self.make())

    def keep(self, what, text):
        if text:
            self.private.setdefault(text, what)

    def collect(self):
        for what, table in (("a student", self.students), ("a lecturer", self.lecturers), ("an organisation", self.organisations)):
            for row in table.values():
                for kind, column in ((ID, "id"), (NAME, "name"), (EMAIL, "email")):
                    self.keep(f"{what}'s {kind}", row.get(column))
        for row in self.projects.values():
            self.keep("a project's id", row["id"])
            self.keep("a project's title", row.get("title"))
        decisions = self.given.tables.get("decisions")
        for row in decisions.rows if decisions else ():
            self.keep("the reason of a decision", row.get("reason"))
            self.keep("who decided", row.get("by"))
        for row in self.students.values():
            self.keep("a group", row.get("group"))

    def choices(self, student):
        """(rank, project) of the choices whose fate a student is told: all that she ranked better than what she got."""
        got, made = self.placed[student], self.made_choices[student]
        own = next((rank for rank, project in made if project == got["project"]), RANKS_END)
        return [] if got["basis"] == "pin" else [(rank, project) for rank, project in made if rank < own]

    def own_rank(self, student):
        """What she ranked it herself, also where it was fixed for her; in a group its rank may be another's."""
        got, made = self.placed[student], dict((project, rank) for rank, project in self.made_choices[student])
        return str(made.get(got["project"], "")) if got["basis"] in ("choice", "pin") else ""

    def called(self, row):
        return row.get("name") or row["id"]

    def hosts(self, project):
        return [self.organisations[host] for host in items(self.projects[project].get("organisations", "")) if host in self.organisations]

    def guides(self, project):
        return [self.lecturers[one] for one in sorted({self.placed[s]["lecturer"] for s in self.teams[project]} - {""})]

    def circle(self, project):
        row = self.projects[project]
        return row.get("circle") or self.districts.get(row.get("district"), {}).get("circle", "")

    def tell_project(self, recipient, project):
        recipient.tell(project, self.projects[project].get("title"))

    def tell_person(self, recipient, row, *also):
        recipient.tell(self.called(row), *(row.get(column) for column in also))

    def make(self):
        yield from map(self.make_student, self.students)
        yield from map(self.make_lecturer, self.lecturers)
        yield from map(self.make_organisation, self.organisations)
        circles = {row.get("circle") for row in self.districts.values()} | {self.circle(project) for project in self.projects}
        yield from map(self.make_broker, sorted(circles - {"", None}))

    def make_student(self, student):
        recipient = Recipient("student", student)
        row = self.students[student]
        self.tell_person(recipient, row)
        recipient.told.update((student, row.get("email", "")))
        got = self.placed[student]
        if got["project"]:
            self.tell_project(recipient, got["project"])
            for host in self.hosts(got["project"]):
                self.tell_person(recipient, host, "email")
            if got["lecturer"]:
                self.tell_person(recipient, self.lecturers[got["lecturer"]], "email")
            for mate in self.teams[got["project"]]:
                recipient.tell(self.students[mate].get("name"))
            recipient.numbers.update((got["minutes"], self.own_rank(student)))
        for rank, project in self.choices(student):
            self.tell_project(recipient, project)
            recipient.numbers.add(str(rank))
        return recipient

    def make_lecturer(self, lecturer):
        recipient = Recipient("lecturer", lecturer)
        self.tell_person(recipient, self.lecturers[lecturer])
        recipient.told.update((lecturer, self.lecturers[lecturer].get("email", "")))
        for student, got in self.placed.items():
            if got["lecturer"] != lecturer:
                continue
            self.tell_project(recipient, got["project"])
            self.tell_person(recipient, self.students[student], "id", "email")
            for host in self.hosts(got["project"]):
                self.tell_person(recipient, host, "email")
            recipient.numbers.add(got["minutes"])
        return recipient

    def make_organisation(self, organisation):
        recipient = Recipient("organisation", organisation)
        row = self.organisations[organisation]
        self.tell_person(recipient, row)
        recipient.told.update((organisation, row.get("email", "")))
        for project, team in self.teams.items():
            if row not in self.hosts(project) or not team:
                continue
            self.tell_project(recipient, project)
            for guide in self.guides(project):
                self.tell_person(recipient, guide, "email")
            for student in team:
                self.tell_person(recipient, self.students[student])
        return recipient

    def make_broker(self, circle):
        recipient = Recipient("broker", circle)
        recipient.tell(circle)
        for project, team in self.teams.items():
            if self.circle(project) != circle:
                continue
            self.tell_project(recipient, project)
            for host in self.hosts(project) + self.guides(project):
                self.tell_person(recipient, host, "email")
            for student in team:
                self.tell_person(recipient, self.students[student])
        return recipient

    def homes(self):
        """Districts where students live and no project is."""
        there = {row.get("district") for row in self.projects.values()}
        for district in {row.get("district") for row in self.students.values()} - there - {"", None}:
            yield district
            if self.districts[district].get("name"):
                yield self.districts[district]["name"]
