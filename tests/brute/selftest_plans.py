"""check_plan against written plans: right ones pass, and one wrong cell is noticed."""

import json
import pathlib
import tempfile
import unittest

import lottery
from check_plan import check_plan
from generate import random_round
from referee import Referee


# The columns from the second on in which a wrong cell has to be noticed.
TABLES = (("placements.csv", 9), ("projects.csv", 6), ("lecturers.csv", 4), ("lottery.csv", 2))


class WrittenPlans(unittest.TestCase):
    """check_plan accepts a right plan and notices any cell that is not."""

    def write(self, folder, referee, answer):
        assignment, guiding, timetable = min(answer.plans, key=str)
        timetable = timetable or next(referee.timetables(assignment, guiding))
        plan = assignment, guiding, timetable
        tables = {"placements.csv": [], "projects.csv": [], "lecturers.csv": []}
        for s in sorted(referee.students):
            u = referee.unit_of[s]
            p = assignment[u]
            if p < 0:
                tables["placements.csv"].append([s] + [""] * 9)
                continue
            project = referee.projects[p]
            rank = referee.rank_in_unit(s, project)
            trip = referee.trip(referee.students[s], project)
            basis = "pin" if referee.pin(referee.units[u]) else "unlisted" if rank is None else "choice"
            lecturer = referee.lecturers[guiding[u]].id if guiding[u] >= 0 else ""
            hosts = "|".join(sorted(project.organisations, key=str.encode))
            place = [hosts, project.district, referee.circle(project)]
            row = [s, project.id, "unlisted" if rank is None else rank, lecturer, *place]
            tables["placements.csv"].append(row + ["" if trip is None else trip, timetable[p], basis])
        for p, project in enumerate(referee.projects):
            units = [u for u, at in enumerate(assignment) if at == p]
            heads = [s for u in units for s in referee.units[u]]
            guides = sorted({guiding[u] for u in units} - {-1})
            load = sum(referee.students[s].load for s in heads) / 100
            guided_by = "|".join(referee.lecturers[l].id for l in guides)
            row = [project.id, "open" if heads else "closed", len(heads), load, guided_by, timetable[p]]
            tables["projects.csv"].append(row)
        for l, lecturer in enumerate(referee.lecturers):
            units = [u for u, at in enumerate(guiding) if at == l]
            load = referee.lecturer_loads(guiding)[l] / 100
            guided = len({assignment[u] for u in units})
            heads = sum(len(referee.units[u]) for u in units)
            tables["lecturers.csv"].append([lecturer.id, guided, heads, load, "", ""])
        headers = {
            "placements.csv": "student,project,rank,lecturer,organisation,district,circle,minutes,slot,basis",
            "projects.csv": "project,status,students,load,lecturer,slot",
            "lecturers.csv": "lecturer,projects,students,load,min_students,max_students",
        }
        for name, rows in tables.items():
            lines = [headers[name]] + [",".join(map(str, row)) for row in rows]
            (folder / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
        numbers = lottery.numbers(referee.seed, referee.students)
        drawn = ["number,student"] + [f"{number},{student}" for student, number in numbers.items()]
        (folder / "lottery.csv").write_text("\n".join(drawn) + "\n", encoding="utf-8")
        ranks = [row[2] for row in tables["placements.csv"]]
        summary = {
            "status": "optimal",
            "students": len(ranks),
            "placed": sum(1 for row in tables["placements.csv"] if row[1]),
            "unlisted": ranks.count("unlisted"),
            "profile": [ranks.count(k) for k in range(1, referee.worst_rank + 1)],
            "levels": [],
        }
        for level in answer.levels:
            worth = referee.worth(level.name, plan)
            value = worth if level.array else worth[0]
            entry = {"name": level.name, "value": value, "bound": value, "proven": True}
            if level.gives_way:
                entry.update(best=level.best, bound=level.best)
            summary["levels"].append(entry)
        (folder / "summary.json").write_text(json.dumps(summary), encoding="utf-8")

    def test_right_plans_pass_and_wrong_cells_are_found(self):
        checked = cells = 0
        for number in range(1, 60):
            rnd, answer = random_round(number)
            referee = Referee(rnd)
            if answer is None:
                continue
            with tempfile.TemporaryDirectory() as place:
                folder = pathlib.Path(place)
                self.write(folder, referee, answer)
                self.assertEqual(check_plan(folder, referee, answer), [], f"round {number}")
                checked += 1
                for name, columns in TABLES:
                    cells += self.tamper(folder / name, range(1, columns), referee, answer)
        self.assertGreater(checked, 20)
        self.assertGreater(cells, 400)

    def tamper(self, path, columns, referee, answer):
        """Changes one cell at a time; each change has to be noticed. Returns how many were tried."""
        right = path.read_text(encoding="utf-8")
        lines = right.splitlines()
        tried = 0
        for row in range(1, len(lines)):
            for column in columns:
                cells = lines[row].split(",")
                other = {"open": "closed", "closed": "open", "7": "8"}
                cells[column] = other.get(cells[column], "7")
                path.write_text("\n".join(lines[:row] + [",".join(cells)] + lines[row + 1 :]) + "\n", encoding="utf-8")
                self.assertTrue(check_plan(path.parent, referee, answer), f"{path.name}: {cells}")
                tried += 1
        path.write_text(right, encoding="utf-8")
        return tried
