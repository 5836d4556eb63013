"""A round as the referee sees it: plain records, in the words of the users' files."""

from dataclasses import dataclass, field
from typing import Optional

HUNDREDTHS = 100  # loads are counted in hundredths
WEEKDAYS = ("mo", "tu", "we", "th", "fr")


@dataclass
class District:
    id: str
    name: str = ""
    circle: str = ""
    position: Optional[tuple] = None


@dataclass
class Organisation:
    id: str
    name: str = ""
    max_students: Optional[int] = None
    max_projects: Optional[int] = None
    agreement_from: Optional[str] = None
    agreement_until: Optional[str] = None


@dataclass
class Lecturer:
    id: str
    name: str = ""
    districts: list = field(default_factory=list)
    circles: list = field(default_factory=list)
    minimum: int = 0
    maximum: Optional[int] = None  # before the reserve is taken off; None: no limit
    reserve: int = 0
    max_projects: Optional[int] = None

    @property
    def room(self):
        return None if self.maximum is None else self.maximum - self.reserve

    @property
    def floor(self):
        return 0 if self.room == 0 else self.minimum


@dataclass
class Project:
    id: str
    title: str = ""
    organisations: list = field(default_factory=list)
    circle: str = ""
    district: str = ""
    position: Optional[tuple] = None
    min_students: Optional[int] = None
    max_students: int = 1
    reserve: int = 0
    status: str = ""
    lecturers: list = field(default_factory=list)
    programmes: list = field(default_factory=list)
    years: list = field(default_factory=list)
    certificates: list = field(default_factory=list)
    languages: list = field(default_factory=list)
    days: frozenset = frozenset()


@dataclass
class Student:
    id: str
    name: str = ""
    email: str = ""
    programme: str = ""
    year: str = ""
    district: str = ""
    position: Optional[tuple] = None
    languages: list = field(default_factory=list)
    certificates: list = field(default_factory=list)
    days: frozenset = frozenset()
    group: str = ""
    load: int = HUNDREDTHS
    max_minutes: Optional[int] = None
    choices: list = field(default_factory=list)  # (rank, project id)


@dataclass
class Decision:
    action: str
    students: list = field(default_factory=list)
    project: str = ""
    organisation: str = ""
    lecturer: str = ""
    rule: str = ""


@dataclass
class Rules:
    must_place: bool = False
    unlisted: str = "never"
    max_choice: Optional[int] = None
    max_minutes: Optional[int] = None
    km_per_hour: float = 15
    detour: float = 1.3
    certificates: str = "hard"
    languages: str = "hard"
    years: str = "hard"
    days_in_common: int = 0
    one_lecturer: bool = True


@dataclass
class Objective:
    name: str
    give_way: Optional[str] = None  # per cent, as written


@dataclass
class Round:
    rules: Rules = field(default_factory=Rules)
    objectives: list = field(default_factory=list)
    start: str = ""
    end: str = ""
    districts: list = field(default_factory=list)
    organisations: list = field(default_factory=list)
    lecturers: Optional[list] = None  # None: no lecturers file
    projects: list = field(default_factory=list)
    students: list = field(default_factory=list)
    travel: list = field(default_factory=list)  # (from, to, minutes)
    decisions: list = field(default_factory=list)
    choice_shape: str = "columns"  # how the choices are written: columns, cell, long, wide, form
