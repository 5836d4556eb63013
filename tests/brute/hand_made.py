"""Tiny rounds written by hand, in few words, for the referee's own tests."""

from model import Objective, Project, Round, Rules, Student
from referee import Referee


def a_round(students, projects, order="placed, ranks:sum", **settings):
    """students: id -> 'P1 P2', choices in order. projects: id -> seats."""
    names = [part.strip().partition("~") for part in order.split(",")]
    return Round(
        rules=Rules(**settings),
        objectives=[Objective(name, give_way.rstrip("%") or None) for name, _, give_way in names],
        start="2027-02-01",
        end="2027-07-01",
        students=[Student(id=s, choices=list(enumerate(c.split(), 1))) for s, c in students.items()],
        projects=[Project(id=p, title=p, max_students=seats) for p, seats in projects.items()],
    )


def student(rnd, name):
    return next(s for s in rnd.students if s.id == name)


def project(rnd, name):
    return next(p for p in rnd.projects if p.id == name)


def values(rnd):
    answer = Referee(rnd).answer()
    return answer and {level.name: level.values if level.array else level.values[0] for level in answer.levels}


def places(rnd):
    """Student -> project ('': not placed), where the answer leaves no choice."""
    referee = Referee(rnd)
    found = {plan[0] for plan in referee.answer().plans}
    assert len(found) == 1, found
    at = found.pop()
    name = {-1: "", **{p: project.id for p, project in enumerate(referee.projects)}}
    return {s: name[at[referee.unit_of[s]]] for s in referee.students}
