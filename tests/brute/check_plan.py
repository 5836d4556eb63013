"""Compares a written plan with what the referee found by trying every plan."""

import csv
import json
from decimal import Decimal, InvalidOperation

import lottery

PLACEMENT_COLUMNS = "student,project,rank,lecturer,organisation,district,circle,minutes,slot,basis".split(",")
PROJECT_COLUMNS = "project,status,students,load,lecturer,slot".split(",")
LOTTERY_COLUMNS = "number,student".split(",")
LECTURER_COLUMNS = "lecturer,projects,students,load,min_students,max_students".split(",")


def read_table(path, columns, wrong):
    """The rows of one of our machine files; every breach of its form goes to `wrong`."""
    raw = path.read_bytes()
    if b"\r" in raw or raw.startswith(b"\xef\xbb\xbf") or not raw.endswith(b"\n"):
        wrong.append(f"{path.name}: not plain UTF-8 with LF at each line's end")
    lines = raw.decode("utf-8").splitlines()
    rows = list(csv.DictReader(lines))
    if lines[0] != ",".join(columns):
        wrong.append(f"{path.name}: header {lines[0]!r}")
    ids = [row[columns[0]] for row in rows]
    if ids != sorted(ids, key=lambda text: text.encode("utf-8")):
        wrong.append(f"{path.name}: not sorted by id: {ids}")
    return {row[columns[0]]: row for row in rows}


def check_plan(folder, referee, answer):
    """What is wrong with the plan in this folder, as a list of sentences; empty if all is well."""
    wrong = []
    summary = json.loads((folder / "summary.json").read_text(encoding="utf-8"))
    placements = read_table(folder / "placements.csv", PLACEMENT_COLUMNS, wrong)
    if set(placements) != {s.id for s in referee.round.students}:
        return wrong + [f"placements.csv: students {sorted(placements)}"]
    _check_levels(summary, answer, wrong)
    _check_lottery(folder, referee, wrong)
    plan = plan_of(placements, referee, wrong)
    if plan:
        if not referee.is_best(plan, answer):
            worths = {level.name: referee.worth(level.name, plan) for level in answer.levels}
            wrong.append(f"placements.csv: not one of the {len(answer.plans)} best plans, it is worth {worths}")
        _check_values(summary, referee, answer, plan, wrong)
        for student in referee.round.students:
            _check_row(placements[student.id], student, referee, plan, wrong)
        _check_summary(summary, placements, referee, wrong)
        _check_projects(folder, referee, plan, wrong)
        _check_lecturers(folder, referee, plan, wrong)
    return wrong


def _check_levels(summary, answer, wrong):
    if summary["status"] != "optimal":
        wrong.append(f"status {summary['status']}")
    names = [level["name"].replace("^1", "") for level in summary["levels"]]
    expected = [level.name for level in answer.levels]
    if names != expected:
        wrong.append(f"levels are {names}, expected {expected}")
        return
    for said, level in zip(summary["levels"], answer.levels):
        values = level.values if level.array else level.values[0]
        if not level.gives_way:
            if said["value"] != values:
                wrong.append(f"{level.name}: value {said['value']}, expected {values}")
            if said["bound"] != values:
                wrong.append(f"{level.name}: bound {said['bound']}, expected {values}")
        else:
            if said.get("best") != level.best:
                wrong.append(f"{level.name}: best {said.get('best')}, expected {level.best}")
            if said["bound"] != level.best:
                wrong.append(f"{level.name}: bound {said['bound']}, expected {level.best}")
        if said["proven"] is not True:
            wrong.append(f"{level.name}: not proven")


def plan_of(placements, referee, wrong):
    """The plan in the referee's words; None if a unit is divided, a project meets twice or a name is unknown."""
    assignment, guiding = [], []
    timetable = [""] * len(referee.projects)
    for unit in referee.units:
        rows = [placements[s] for s in unit]
        if len({(row["project"], row["lecturer"]) for row in rows}) > 1:
            wrong.append(f"placements.csv: the unit {unit} is divided")
            return None
        project, lecturer = rows[0]["project"], rows[0]["lecturer"]
        if (project and project not in referee.project_index) or (lecturer and lecturer not in referee.lecturer_index):
            wrong.append(f"placements.csv: unknown project or lecturer: {rows[0]}")
            return None
        assignment.append(referee.project_index[project] if project else -1)
        guiding.append(referee.lecturer_index[lecturer] if lecturer else -1)
    for row in placements.values():
        if row["project"]:
            p = referee.project_index[row["project"]]
            if timetable[p] and timetable[p] != row["slot"]:
                wrong.append(f"placements.csv: {row['project']} meets on {timetable[p]} and on {row['slot']!r}")
                return None
            timetable[p] = row["slot"]
    return tuple(assignment), tuple(guiding), tuple(timetable)


def _check_values(summary, referee, answer, plan, wrong):
    """The values of summary.json are those of the plan that stands beside it."""
    for said, level in zip(summary["levels"], answer.levels):
        worth = referee.worth(level.name, plan)
        if said["value"] != (worth if level.array else worth[0]):
            wrong.append(f"{level.name}: value {said['value']}, but the plan's is {worth}")


def _check_row(row, student, referee, plan, wrong):
    unit = referee.unit_of[student.id]
    p = plan[0][unit]
    if p < 0:
        if any(row[column] for column in PLACEMENT_COLUMNS[1:]):
            wrong.append(f"placements.csv: the fields of unplaced {student.id} are not empty: {row}")
        return
    project = referee.projects[p]
    rank = referee.rank_in_unit(student.id, project)
    trip = referee.trip(student, project)
    pinned = referee.pin(referee.units[unit]) is not None
    expected = {
        "rank": "unlisted" if rank is None else str(rank),
        "organisation": "|".join(sorted(project.organisations, key=lambda text: text.encode("utf-8"))),
        "district": project.district,
        "circle": referee.circle(project),
        "minutes": "" if trip is None else str(trip),
        "slot": plan[2][p],
    }
    for column, value in expected.items():
        if row[column] != value:
            wrong.append(f"placements.csv: {student.id}: {column} {row[column]!r}, expected {value!r}")
    possible = {"pin"} if pinned else {"unlisted"} if rank is None else {"choice", "group"}
    if row["basis"] not in possible:
        wrong.append(f"placements.csv: {student.id}: basis {row['basis']!r}, expected {possible}")


def _check_summary(summary, placements, referee, wrong):
    ranks = [row["rank"] for row in placements.values()]
    expected = {
        "students": len(placements),
        "placed": sum(1 for row in placements.values() if row["project"]),
        "unlisted": ranks.count("unlisted"),
        "profile": [ranks.count(str(k)) for k in range(1, referee.worst_rank + 1)],
    }
    for field, value in expected.items():
        if summary.get(field) != value:
            wrong.append(f"summary.json: {field} {summary.get(field)}, expected {value}")


def _hundredths(text):
    try:
        return int(Decimal(text or "0") * 100)
    except InvalidOperation:
        return None


def _check_projects(folder, referee, plan, wrong):
    rows = read_table(folder / "projects.csv", PROJECT_COLUMNS, wrong)
    if set(rows) != set(referee.project_index):
        wrong.append(f"projects.csv: projects {sorted(rows)}")
        return
    for p, project in enumerate(referee.projects):
        units = [u for u, at in enumerate(plan[0]) if at == p]
        members = [s for u in units for s in referee.units[u]]
        guides = sorted({plan[1][u] for u in units if plan[1][u] >= 0})
        row = rows[project.id]
        found = (row["status"], int(row["students"] or 0), _hundredths(row["load"]), row["lecturer"], row["slot"])
        load = sum(referee.students[s].load for s in members)
        expected = (
            "open" if members else "closed",
            len(members),
            load,
            "|".join(referee.lecturers[l].id for l in guides),
            plan[2][p],
        )
        if found != expected:
            wrong.append(f"projects.csv: {project.id}: {found}, expected {expected}")


def _check_lecturers(folder, referee, plan, wrong):
    rows = read_table(folder / "lecturers.csv", LECTURER_COLUMNS, wrong)
    if set(rows) != set(referee.lecturer_index):
        wrong.append(f"lecturers.csv: lecturers {sorted(rows)}")
        return
    loads = referee.lecturer_loads(plan[1])
    for l, lecturer in enumerate(referee.lecturers):
        units = [u for u, at in enumerate(plan[1]) if at == l]
        guided = sorted({plan[0][u] for u in units})
        row = rows[lecturer.id]
        listed = "|".join(referee.projects[p].id for p in guided)
        if row["projects"] not in (str(len(guided)), listed):
            wrong.append(f"lecturers.csv: {lecturer.id}: projects {row['projects']!r}, expected {listed!r}")
        heads = sum(len(referee.units[u]) for u in units)
        if (int(row["students"] or 0), _hundredths(row["load"])) != (heads, loads[l]):
            wrong.append(f"lecturers.csv: {lecturer.id}: {row}, expected {heads} students, load {loads[l]} hundredths")


def _check_lottery(folder, referee, wrong):
    """Everybody's number, from 1 on."""
    numbers = lottery.numbers(referee.seed, referee.students)
    expected = [",".join(LOTTERY_COLUMNS)] + [f"{number},{student}" for student, number in numbers.items()]
    path = folder / "lottery.csv"
    found = path.read_text(encoding="utf-8").split("\n") if path.is_file() else "missing"
    if found != expected + [""]:
        wrong.append(f"lottery.csv: {found}, expected {expected}")
