"""A round as the referee sees it: plain records, in the words of the users' files."""

from dataclasses import dataclass, field
from typing import Optional

HUNDREDTHS = 100  # loads are counted in hundredths
WEEKDAYS = ("mo", "tu", "we", "th", "fr")
SLOTS = tuple(day + part for day in WEEKDAYS for part in "1234")  # mo1, mo2 ... fr4


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
    slots: frozenset = frozenset()

    @property
    def room(self):
        return None if self.maximum is None else self.maximum - self.reserve

    @property
    def floor(self):
        return 0 if self.room == 0 else self.minimum


@dataclass
class Mix:
    bounds: dict = field(default_factory=dict)  # programme -> (least, most or None)
    programmes: Optional[int] = None  # at least so many different ones


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
    slots: frozenset = frozenset()
    domain: str = ""
    orientation: str = ""
    mix: Optional[Mix] = None


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
    slots: frozenset = frozenset()
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
class Placement:
    """A row of an earlier plan or of a history; a project that is blank means: not placed."""

    student: str
    project: str = ""
    round: str = ""
    organisations: list = field(default_factory=list)
    district: str = ""
    lecturer: str = ""
    slot: str = ""


@dataclass
class HistoryFile:
    rows: list
    former_plan: bool = False  # written as the placements.csv of an earlier plan, which has no column `round`


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
    min_programmes: int = 0
    new_organisation: str = "off"
    new_district: str = "off"
    new_teammates: str = "off"
    circle_min_projects: int = 0
    domains_per_circle: int = 0
    collective_share: int = 0  # hundredths of a per cent
    no_envy: bool = False
    meetings: bool = False


@dataclass
class Objective:
    name: str
    give_way: Optional[str] = None  # per cent, as written


@dataclass
class Round:
    rules: Rules = field(default_factory=Rules)
    objectives: Optional[list] = None  # None: the default order
    start: str = ""
    end: str = ""
    seed: Optional[int] = None  # None: not written, which means 0
    base: Optional[list] = None  # the placements of an earlier plan
    history: list = field(default_factory=list)
    districts: list = field(default_factory=list)
    organisations: list = field(default_factory=list)
    lecturers: Optional[list] = None  # None: no lecturers file
    projects: list = field(default_factory=list)
    students: list = field(default_factory=list)
    travel: list = field(default_factory=list)  # (from, to, minutes)
    decisions: list = field(default_factory=list)
    choice_shape: str = "columns"  # how the choices are written: columns, cell, long, wide, form
