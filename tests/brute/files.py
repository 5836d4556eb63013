"""Writes a round as a coordinator's files, each table in its own shape."""

import random

from table_files import TableWriter


def write_round(rnd, folder, seed):
    """Writes round.ini and its tables into the (existing) folder; the seed settles their shapes."""
    return _Writer(rnd, folder, random.Random(f"files {seed}")).write()


class _Writer(TableWriter):
    def __init__(self, rnd, folder, rng):
        super().__init__(folder, rng)
        self.round = rnd

    def write(self):
        self.districts()
        self.organisations()
        self.lecturers()
        self.projects()
        self.students()
        self.preferences()
        self.travel()
        self.decisions()
        self.history()
        self.base()
        path = self.folder / "round.ini"
        path.write_text(self.ini(), encoding="utf-8")
        return path

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
                "slots": [self.times(l.slots) for l in rows],
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
                "slots": [self.times(p.slots) for p in rows],
                "domain": [p.domain for p in rows],
                "orientation": [self.say(p.orientation) for p in rows],
                "mix": [self.mix(p.mix) for p in rows],
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
            "slots": [self.times(s.slots) for s in rows],
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

    # ---- what was before -------------------------------------------------------------------------------------------

    def history(self):
        names = []
        for number, file in enumerate(self.round.history):
            if file.former_plan:
                folder = f"ronde {number}"
                self.former_plan(folder, file.rows)
                names.append(f"{folder}/placements.csv")
                continue
            self.shape()
            self.save(
                f"history {number}",
                {
                    "student": [row.student for row in file.rows],
                    "round": [row.round for row in file.rows],
                    "project": [row.project for row in file.rows],
                    "organisation": [self.cell(row.organisations) for row in file.rows],
                    "district": [row.district for row in file.rows],
                    "lecturer": [row.lecturer for row in file.rows],
                },
            )
            names.append(self.files.pop(f"history {number}"))
        if names:
            self.files["history"] = ", ".join(names)

    def base(self):
        if self.round.base is not None:
            self.former_plan("vorig plan", self.round.base)

    def former_plan(self, name, placements):
        """A folder with the placements of an earlier plan, as the program writes them."""
        lines = ["student,project,rank,lecturer,organisation,district,circle,minutes,slot,basis"]
        for row in sorted(placements, key=lambda row: row.student.encode("utf-8")):
            hosts = "|".join(row.organisations)
            rank, basis = ("1", "choice") if row.project else ("", "")
            cells = [row.student, row.project, rank, row.lecturer, hosts, row.district, "", "", row.slot, basis]
            lines.append(",".join(cells))
        (self.folder / name).mkdir()
        (self.folder / name / "placements.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")

    # ---- round.ini ------------------------------------------------------------------------------------------------

    def ini(self):
        lines = ["[round]", "name = proefronde", f"start = {self.round.start}", f"end = {self.round.end}"]
        if self.round.seed is not None:
            lines.append(f"seed = {self.round.seed}")
        if self.round.base is not None:
            lines.append("base = vorig plan")
        lines += ["", "[input]"]
        lines += [f"{table} = {name}" for table, name in self.files.items()]
        if self.mapped:
            lines += ["", "[columns]"] + [f"{column} = {header}" for column, header in self.mapped.items()]
        lines += ["", "[rules]"] + self.rules()
        if self.round.objectives is not None:
            order = ", ".join(o.name + (f"~{o.give_way}%" if o.give_way else "") for o in self.round.objectives)
            lines += ["", "[objectives]", f"order = {order}"]
        return "\n".join(lines) + "\n"

    def rules(self):
        """Every key that is not at its default, and some that are."""
        r = self.round.rules
        flag = {True: "yes", False: "no"}
        lines = [f"must_place = {flag[r.must_place]}", f"unlisted = {r.unlisted}"]
        lines += [f"{key} = {getattr(r, key)}" for key in ("max_choice", "max_minutes") if getattr(r, key) is not None]
        lines += [f"km_per_hour = {r.km_per_hour}", f"detour = {r.detour}"]
        share = f"{r.collective_share / 100:.2f}".rstrip("0").rstrip(".") + "%"
        for key, value, usual in (
            ("certificates", r.certificates, "hard"),
            ("languages", r.languages, "hard"),
            ("years", r.years, "hard"),
            ("days_in_common", r.days_in_common, 0),
            ("one_lecturer_per_project", flag[r.one_lecturer], "yes"),
            ("min_programmes", r.min_programmes, 0),
            ("new_organisation", r.new_organisation, "off"),
            ("new_district", r.new_district, "off"),
            ("new_teammates", r.new_teammates, "off"),
            ("circle_min_projects", r.circle_min_projects, 0),
            ("domains_per_circle", r.domains_per_circle, 0),
            ("collective_share", share, "0%"),
            ("stability", "no_envy" if r.no_envy else "off", "off"),
            ("meetings", "weekly" if r.meetings else "off", "off"),
        ):
            if value != usual or (usual in ("hard", "yes", "off") and self.rng.random() < 0.3):
                lines.append(f"{key} = {value}")
        return lines
