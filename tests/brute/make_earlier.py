"""Makes up what was before a random round: a history, former plans as history, and a plan to stay close to."""

from dataclasses import replace

from model import HistoryFile, Placement
from referee import Referee

OLD_ROUNDS = ("2025-1", "2025-2", "2026-1")
DEPARTED = ("S99", "000")
VANISHED = "P-oud"


class Past:
    def __init__(self, rng, rnd, slots):
        self.rng = rng
        self.round = rnd
        self.slots = slots  # those that the round talks about
        self.students = [s.id for s in rnd.students] + list(DEPARTED)
        self.projects = [p.id for p in rnd.projects] + [VANISHED]

    def chance(self, p):
        return self.rng.random() < p

    def history(self):
        """One or two files; where there are two, one of them is a former plan."""
        files = [HistoryFile(self.history_rows())]
        if self.chance(0.5):
            files.append(HistoryFile(self.placements(), former_plan=True))
        self.rng.shuffle(files)
        for unit in Referee(self.round).units:
            if len(unit) > 1 and self.chance(0.6):
                self.together_before(files[0], unit)
        return files[self.chance(0.2) :]

    def together_before(self, file, unit):
        """Puts a unit on one project in the history too."""
        old = self.placement(unit[0])
        old.round = "" if file.former_plan else OLD_ROUNDS[0]
        file.rows = [row for row in file.rows if row.student not in unit]
        file.rows += [replace(old, student=student) for student in unit]

    def history_rows(self):
        rows = []
        named = self.chance(0.85)
        for student in self.students:
            for old_round in self.rng.sample(OLD_ROUNDS, self.rng.choice((0, 1, 1, 2))):
                row = self.placement(student)
                row.round = old_round if named else ""
                row.slot = ""
                rows.append(row)
        return rows

    def base(self):
        return self.placements()

    def placements(self):
        """Most students of today, some who left, some without a place."""
        staying = [student for student in self.students if self.chance(0.85)]
        return [self.placement(student) if self.chance(0.85) else Placement(student) for student in staying]

    def placement(self, student):
        rng = self.rng
        known = next((s for s in self.round.students if s.id == student), None)
        wanted = [p for _, p in known.choices[:2]] if known else []
        project = rng.choice(wanted if wanted and self.chance(0.5) else self.projects)
        now = next((p for p in self.round.projects if p.id == project), None)
        hosts = list(now.organisations) if now else ["O-oud"]
        district = now.district if now else ""
        if self.chance(0.3):
            hosts = [o.id for o in self.round.organisations if self.chance(0.5)]
        if self.chance(0.3):
            district = rng.choice(self.round.districts).id
        guides = [l.id for l in self.round.lecturers or []] or [""]
        return Placement(
            student,
            project,
            organisations=sorted(hosts, key=str.encode),
            district=district,
            lecturer=rng.choice(guides + ["", "weg"] if self.chance(0.3) else guides),
            slot=rng.choice(self.slots + ("", "fr4")) if self.slots else "",
        )
