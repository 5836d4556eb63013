"""Writes a round as a coordinator's files, each in its own shape: separator, encoding, headers, order, spelling."""

import csv
import io
import random

DUTCH_HEADERS = {
    "name": "Naam", "email": "E-mail", "programme": "Opleiding", "programmes": "Opleidingen", "year": "Leerjaar",
    "years": "Leerjaren", "district": "Wijk", "districts": "Wijken", "circle": "Kring", "circles": "Kringen",
    "latitude": "Breedtegraad", "longitude": "Lengtegraad", "languages": "Talen", "certificates": "Bewijzen",
    "days": "Dagen", "group": "Groep", "load": "Belasting", "max_minutes": "Max minuten", "preferences": "Voorkeuren",
    "rank": "Rang", "timestamp": "Tijdstip", "title": "Titel", "organisation": "Organisatie",
    "organisations": "Organisaties", "min_students": "Min studenten", "max_students": "Max studenten",
    "lecturer": "Docent", "lecturers": "Docenten", "max_projects": "Max projecten",
    "agreement_from": "Overeenkomst van", "agreement_until": "Overeenkomst tot", "from": "Van", "to": "Naar",
    "minutes": "Minuten", "action": "Actie", "students": "Studenten", "rule": "Regel", "reason": "Reden",
    "by": "Door", "date": "Datum",
}  # fmt: skip
DUTCH_VALUES = {
    "mo": "ma", "tu": "di", "we": "wo", "th": "do", "fr": "vr", "optional": "optioneel", "closed": "gesloten",
    "pin": "vastzetten", "forbid": "verbieden", "open": "openen", "close": "sluiten", "together": "samen",
    "waive": "ontheffing",
}  # fmt: skip


def write_round(rnd, folder, seed):
    """Writes round.ini and its tables into the (existing) folder; the seed settles their shapes."""
    return _Writer(rnd, folder, random.Random(f"files {seed}")).write()


class _Writer:
    def __init__(self, rnd, folder, rng):
        self.round = rnd
        self.folder = folder
        self.rng = rng
        self.files = {}
        self.mapped = {}

    def write(self):
        self.districts()
        self.organisations()
        self.lecturers()
        self.projects()
        self.students()
        self.preferences()
        self.travel()
        self.decisions()
        path = self.folder / "round.ini"
        path.write_text(self.ini(), encoding="utf-8")
        return path

    # ---- one table ------------------------------------------------------------------------------------------------

    def shape(self):
        """How the next file is saved."""
        rng = self.rng
        self.dutch = rng.random() < 0.5
        self.separator = rng.choice(",;;\t")
        self.list_separator = rng.choice("|||;,")
        self.decimal = "," if self.dutch else "."

    def header(self, table, name):
        rng = self.rng
        if name == "id" and table == "students" and self.dutch:
            shown = "Studentnummer"
        elif name.startswith("choice_"):
            shown = ("Keuze " if self.dutch else "Choice ") + name[7:]
        elif self.dutch:
            shown = DUTCH_HEADERS.get(name, name)
        else:
            shown = name
        if name in ("id", "programme", "title") and rng.random() < 0.08:
            self.mapped[f"{table}.{name}"] = shown = f"Kolom voor {name} ({table})"
            return shown
        spelling = rng.randrange(4)
        if spelling == 1:
            shown = shown.upper()
        elif spelling == 2:
            shown = shown.lower().replace(" ", "_")
        elif spelling == 3:
            shown = shown.replace("_", " ")
        return shown

    def say(self, word):
        return DUTCH_VALUES.get(word, word) if self.dutch else word

    def number(self, value):
        return "" if value is None else str(value)

    def hundredths(self, value):
        if value is None:
            return ""
        text = f"{value / 100:.2f}"
        if self.rng.random() < 0.6:
            text = text.rstrip("0").rstrip(".")
        return text.replace(".", self.decimal)

    def degrees(self, position, axis):
        return "" if position is None else f"{position[axis]:.4f}".replace(".", self.decimal)

    def cell(self, items):
        return self.list_separator.join(items)

    def weekdays(self, days):
        return self.cell([self.say(day) for day in ("mo", "tu", "we", "th", "fr") if day in days])

    def save(self, table, columns):
        """columns: name -> the cells of that column, one a row. Columns that are wholly blank may be left out."""
        rng = self.rng
        needed = "id student project rank from to minutes action max_students email timestamp".split()
        names = [n for n in columns if any(columns[n]) or n in needed or n.startswith("choice_") or rng.random() < 0.5]
        if rng.random() < 0.3:
            rng.shuffle(names)
        rows = list(zip(*(columns[n] for n in names)))
        rng.shuffle(rows)
        text = io.StringIO()
        ending = rng.choice(("\r\n", "\n"))
        writer = csv.writer(
            text,
            delimiter=self.separator,
            lineterminator=ending,
            quoting=rng.choice((csv.QUOTE_MINIMAL, csv.QUOTE_MINIMAL, csv.QUOTE_ALL)),
        )
        headers = [self.header(table, n) for n in names]
        spare = rng.random() < 0.15
        writer.writerow(headers + ([""] if spare else []))
        for row in rows:
            writer.writerow(list(row) + ([""] if spare else []))
        if rng.random() < 0.2:
            text.write((self.separator * (len(names) - 1) + ending) * rng.randint(1, 3))
        content = text.getvalue()
        if rng.random() < 0.15:
            content = f"sep={self.separator}{ending}" + content
        if rng.random() < 0.1 and content.endswith(ending):
            content = content[: -len(ending)]
        encoding = rng.choice(("utf-8", "utf-8", "utf-8-sig", "cp1252", "utf-16"))
        name = f"{table}.csv" if rng.random() < 0.7 else f"{table} van de ronde.csv"
        (self.folder / name).write_bytes(content.encode(encoding))
        self.files[table] = name

    # ---- the tables -----------------------------------------------------------------------------------------------

    def districts(self):
        rows = self.round.districts
        self.shape()
        self.save(
            "districts",
            {
                "id": [d.id for d in rows],
                "name": [d.name for d in rows],
                "circle": [d.circle for d in rows],
                "latitude": [self.degrees(d.position, 0) for d in rows],
                "longitude": [self.degrees(d.position, 1) for d in rows],
            },
        )

    def organisations(self):
        rows = self.round.organisations
        if not rows:
            return
        self.shape()
        self.save(
            "organisations",
            {
                "id": [o.id for o in rows],
                "name": [o.name for o in rows],
                "max_students": [self.number(o.max_students) for o in rows],
                "max_projects": [self.number(o.max_projects) for o in rows],
                "agreement_from": [o.agreement_from or "" for o in rows],
                "agreement_until": [o.agreement_until or "" for o in rows],
            },
        )

    def lecturers(self):
        rows = self.round.lecturers
        if rows is None:
            return
        self.shape()
        self.save(
            "lecturers",
            {
                "id": [l.id for l in rows],
                "name": [l.name for l in rows],
                "districts": [self.cell(l.districts) for l in rows],
                "circles": [self.cell(l.circles) for l in rows],
                "min_students": [self.hundredths(l.minimum) if l.minimum else "" for l in rows],
                "max_students": [self.hundredths(l.maximum) for l in rows],
                "reserve": [self.hundredths(l.reserve) if l.reserve else "" for l in rows],
                "max_projects": [self.number(l.max_projects) for l in rows],
            },
        )

    def projects(self):
        rows = self.round.projects
        self.shape()
        self.save(
            "projects",
            {
                "id": [p.id for p in rows],
                "title": [p.title for p in rows],
                "organisations": [self.cell(p.organisations) for p in rows],
                "circle": [p.circle for p in rows],
                "district": [p.district for p in rows],
                "latitude": [self.degrees(p.position, 0) for p in rows],
                "longitude": [self.degrees(p.position, 1) for p in rows],
                "min_students": [self.number(p.min_students) for p in rows],
                "max_students": [self.number(p.max_students) for p in rows],
                "reserve": [self.number(p.reserve or None) for p in rows],
                "status": ["open" if p.status == "open" else self.say(p.status) for p in rows],
                "lecturers": [self.cell(p.lecturers) for p in rows],
                "programmes": [self.cell(p.programmes) for p in rows],
                "years": [self.cell(p.years) for p in rows],
                "certificates": [self.cell(p.certificates) for p in rows],
                "languages": [self.cell(p.languages) for p in rows],
                "days": [self.weekdays(p.days) for p in rows],
            },
        )

    def students(self):
        rows = self.round.students
        self.shape()
        columns = {
            "id": [s.id for s in rows],
            "name": [s.name for s in rows],
            "email": [s.email for s in rows],
            "programme": [s.programme for s in rows],
            "year": [s.year for s in rows],
            "district": [s.district for s in rows],
            "latitude": [self.degrees(s.position, 0) for s in rows],
            "longitude": [self.degrees(s.position, 1) for s in rows],
            "languages": [self.cell(s.languages) for s in rows],
            "certificates": [self.cell(s.certificates) for s in rows],
            "days": [self.weekdays(s.days) for s in rows],
            "group": [s.group for s in rows],
            "load": [self.hundredths(s.load) if s.load != 100 else "" for s in rows],
            "max_minutes": [self.number(s.max_minutes) for s in rows],
        }
        if self.round.choice_shape == "columns":
            columns.update(self.choice_columns([s.choices for s in rows]))
        if self.round.choice_shape == "cell":
            columns["preferences"] = [self.preferences_cell(s.choices) for s in rows]
        self.save("students", columns)

    def named(self, project):
        """A choice as a form writes it: the id, the title, or both."""
        title = next(p.title for p in self.round.projects if p.id == project)
        if "-" in project:
            return self.rng.choice((project, title))
        return self.rng.choice((project, project, title, f"{project} - {title}"))

    def choice_columns(self, lists):
        most = max([rank for choices in lists for rank, _ in choices] + [1])
        return {
            f"choice_{k}": [next((self.named(p) for rank, p in choices if rank == k), "") for choices in lists]
            for k in range(1, most + 1)
        }

    def preferences_cell(self, choices):
        tiers = {}
        for rank, project in choices:
            tiers.setdefault(rank, []).append(project)
        return " > ".join(" = ".join(tiers[rank]) for rank in sorted(tiers))

    def preferences(self):
        shape = self.round.choice_shape
        chose = [s for s in self.round.students if s.choices]
        if shape not in ("long", "wide", "form") or not chose:
            return
        self.shape()
        if shape == "long":
            rows = [(s.id, p, rank) for s in chose for rank, p in s.choices]
            self.save(
                "preferences",
                {
                    "student": [s for s, _, _ in rows],
                    "project": [p for _, p, _ in rows],
                    "rank": [str(rank) for _, _, rank in rows],
                },
            )
            return
        if shape == "wide":
            columns = {"student": [s.id for s in chose]}
            columns.update(self.choice_columns([s.choices for s in chose]))
            self.save("preferences", columns)
            return
        answers = []
        for i, s in enumerate(chose):
            if self.rng.random() < 0.3:  # an earlier answer, with fewer choices
                earlier = self.rng.sample(s.choices, self.rng.randint(1, len(s.choices)))
                ranks = sorted(rank for rank, _ in earlier)
                answers.append((s.email, f"2027-01-{10 + i} 09:15:00", [(r, p) for r, (_, p) in zip(ranks, earlier)]))
            answers.append((s.email, f"2027-01-{20 + i % 3} 1{i % 9}:0{i % 6}:00", s.choices))
        columns = {"timestamp": [when for _, when, _ in answers], "email": [email for email, _, _ in answers]}
        columns.update(self.choice_columns([choices for _, _, choices in answers]))
        self.save("preferences", columns)

    def travel(self):
        rows = self.round.travel
        if not rows:
            return
        self.shape()
        self.save(
            "travel",
            {"from": [a for a, _, _ in rows], "to": [b for _, b, _ in rows], "minutes": [str(m) for _, _, m in rows]},
        )

    def decisions(self):
        rows = self.round.decisions
        if not rows:
            return
        self.shape()
        self.save(
            "decisions",
            {
                "action": [self.say(d.action) for d in rows],
                "students": [self.cell(d.students) for d in rows],
                "project": [d.project for d in rows],
                "organisation": [d.organisation for d in rows],
                "lecturer": [d.lecturer for d in rows],
                "rule": [d.rule for d in rows],
                "reason": ["besluit van de commissie" for _ in rows],
            },
        )

    # ---- round.ini ------------------------------------------------------------------------------------------------

    def ini(self):
        r = self.round.rules
        order = ", ".join(o.name + (f"~{o.give_way}%" if o.give_way else "") for o in self.round.objectives)
        lines = ["[round]", "name = proefronde", f"start = {self.round.start}", f"end = {self.round.end}"]
        lines += ["", "[input]"]
        lines += [f"{table} = {name}" for table, name in self.files.items()]
        if self.mapped:
            lines += ["", "[columns]"] + [f"{column} = {header}" for column, header in self.mapped.items()]
        lines += ["", "[rules]", f"must_place = {'yes' if r.must_place else 'no'}", f"unlisted = {r.unlisted}"]
        lines += [f"{key} = {getattr(r, key)}" for key in ("max_choice", "max_minutes") if getattr(r, key) is not None]
        lines += [f"km_per_hour = {r.km_per_hour}", f"detour = {r.detour}"]
        for key in ("certificates", "languages", "years"):
            if getattr(r, key) == "off" or self.rng.random() < 0.3:
                lines.append(f"{key} = {getattr(r, key)}")
        if r.days_in_common:
            lines.append(f"days_in_common = {r.days_in_common}")
        if not r.one_lecturer or self.rng.random() < 0.3:
            lines.append(f"one_lecturer_per_project = {'yes' if r.one_lecturer else 'no'}")
        lines += ["", "[objectives]", f"order = {order}", ""]
        return "\n".join(lines)
