"""Makes up a scenario for a random round that is given as files: settings and cells change, rows go and come."""

import csv

from read_tables import read_settings, read_tables
from scenario_edits import HUNDREDTHS, WHOLE

FOLDER = "varianten"  # beside the round, so that the scenario's files are relative to it and not to the round
KINDS = {
    "set rule": 0.35, "set order": 0.2, "set cell": 0.6, "change number": 0.5, "set choice": 0.25,
    "remove students": 0.3, "remove projects": 0.3, "add students": 0.25, "add projects": 0.25, "add decisions": 0.15,
    "scale": 0.3,
}  # fmt: skip
RULES = {
    "must_place": ("yes", "no"), "unlisted": ("never", "last"), "max_choice": ("1", "2", "off"),
    "certificates": ("hard", "off"), "years": ("hard", "off"), "days_in_common": ("0", "1", "2"),
    "one_lecturer_per_project": ("yes", "no"), "min_programmes": ("0", "2"), "collective_share": ("0%", "40%", "60%"),
    "stability": ("off", "no_envy"), "max_minutes": ("20", "60", "off"),
}  # fmt: skip
CELLS = {
    "students": {
        "programme": ("SW", "NUR"), "year": ("1", "3"), "load": ("0,5", "2"), "days": ("mo|tu|th", ""),
        "group": ("g9", ""),
    },
    "projects": {
        "status": ("closed", "gesloten", "open", ""), "max_students": ("2", "5"), "reserve": ("0", "1"),
        "years": ("", "1|2"),
    },
    "lecturers": {"max_students": ("0", "1.5", "3"), "max_projects": ("1", ""), "min_students": ("0", "")},
    "organisations": {"max_students": ("2", ""), "max_projects": ("1", "")},
    "districts": {"circle": ("Noord", "Zuid")},
}  # fmt: skip
CHANGES = ("+1", "-1", "+50%", "-25%", "+2", "+10%", "+0.25")


class ScenarioMaker:
    def __init__(self, rng, ini):
        self.rng = rng
        self.ini = ini
        self.given = read_tables(read_settings(ini))
        self.folder = ini.parent / FOLDER
        self.lines = []  # (section, key, value)
        self.added = {}  # file -> rows

    def chance(self, p):
        return self.rng.random() < p

    def rows(self, table):
        return self.given.tables[table].rows if table in self.given.tables else []

    def make(self):
        """The lines, each with the kind of change that it belongs to."""
        while not self.lines:
            for kind, p in KINDS.items():
                if self.chance(p):
                    before = len(self.lines)
                    getattr(self, kind.replace(" ", "_"))()
                    self.lines[before:] = [(kind, *line) for line in self.lines[before:]]
        return self.lines

    def line(self, section, key, value):
        if (section, key) not in [line[-3:-1] for line in self.lines]:
            self.lines.append((section, key, value))

    def pattern(self, ids):
        """One id, several as a pattern, or all."""
        one = self.rng.choice(ids)
        return self.rng.choice((one, one, one[0] + "*", "?" * len(one), "*"))

    # ---- [set] ----------------------------------------------------------------------------------------------------

    def set_rule(self):
        key = self.rng.choice(list(RULES))
        self.line("set", f"rules.{key}", self.rng.choice(RULES[key]))

    def set_order(self):
        """The same objectives in another order; the lottery stays last."""
        order = self.given.settings.get("objectives.order")
        if order:
            parts = [part.strip() for part in order.split(",")]
            last = [part for part in parts if part == "lottery"]
            parts = [part for part in parts if part != "lottery"]
            first = [part for part in parts if part.startswith("moves")]
            parts = [part for part in parts if part not in first]
            self.rng.shuffle(parts)
            if "placed" in parts:
                parts.remove("placed")
                parts.insert(0, "placed")
            self.line("set", "objectives.order", ", ".join(first + parts + last))

    def header(self, table, column):
        """The column as the contract names it, or as the file does."""
        return column if self.chance(0.6) else self.rng.choice((column.replace("_", " ").title(), column.upper()))

    def set_cell(self):
        for _ in range(self.rng.randint(1, 2)):
            table = self.rng.choice([table for table in CELLS if self.rows(table)])
            known = [column for column in CELLS[table] if column in self.given.tables[table].columns]
            if known:
                column = self.rng.choice(known)
                name = self.pattern([row["id"] for row in self.rows(table)])
                self.line("set", f"{table}.{name}.{self.header(table, column)}", self.rng.choice(CELLS[table][column]))

    def change_number(self):
        """A change of a number; the cells that it names are not blank."""
        numbers = [
            (table, column, row)
            for table in sorted(WHOLE.keys() | HUNDREDTHS.keys())
            for column in WHOLE.get(table, ()) + HUNDREDTHS.get(table, ())
            for row in self.rows(table)
            if row.get(column) and (table != "preferences" or row.get("student"))
        ]
        if not numbers:
            return
        table, column, row = self.rng.choice(numbers)
        name = row.get("id")
        if table == "travel":
            name = f"{row['from']}>{self.rng.choice((row['to'], row['to'], '*'))}"
        elif table == "preferences":
            name = f"{row['student']}>{row['project']}"
        elif all(other.get(column) for other in self.rows(table)) and self.chance(0.4):
            name = "*"
        self.line("set", f"{table}.{name}.{column}", self.rng.choice(CHANGES))

    def set_choice(self):
        """Another choice in a form's columns, or a whole new cell of preferences."""
        ids = [row["id"] for row in self.rows("projects")]
        table = next((t for t in ("students", "preferences") if self.choice_columns(t)), None)
        if table:
            row = self.rng.choice(self.rows(table))
            name = row.get("id") or row.get("student")
            column = self.rng.choice(self.choice_columns(table))
            if name:
                self.line("set", f"{table}.{name}.{column}", self.rng.choice(ids + [""]))
        elif "preferences" in self.given.tables["students"].columns:
            wanted = self.rng.sample(ids, min(len(ids), 3))
            cell = "".join(p + self.rng.choice((" > ", " = ")) for p in wanted)[:-3]
            self.line("set", f"students.{self.rng.choice(self.rows('students'))['id']}.preferences", cell)

    def choice_columns(self, table):
        known = self.given.tables[table].columns if table in self.given.tables else ()
        return [column for column in known if column.startswith("choice_")]

    # ---- rows -----------------------------------------------------------------------------------------------------

    def remove_some(self, table):
        ids = [row["id"] for row in self.rows(table)]
        names = self.rng.sample(ids, self.rng.randint(1, 2))
        self.line("remove", table, "|".join(names) if self.chance(0.8) else names[0][0] + "*")

    def remove_students(self):
        self.remove_some("students")

    def remove_projects(self):
        self.remove_some("projects")

    def add(self, table, rows):
        name = f"nieuwe {table}.csv"
        self.added[name] = [{column: cell for column, cell in row.items() if column} for row in rows]
        self.line("add", table, name)

    def add_students(self):
        ids = [row["id"] for row in self.rows("projects")]
        template = dict(self.rng.choice(self.rows("students")))
        template.update(id="nieuw", email="nieuw@voorbeeld.nl", group="", preferences="")
        row = {name: cell for name, cell in template.items() if not name.startswith("choice_")}
        chosen = self.rng.sample(ids, min(2, len(ids)))
        if "preferences" not in self.given.tables:
            columns = self.choice_columns("students")
            row.update(zip(columns, chosen) if columns else [("preferences", " > ".join(chosen))])
        self.add("students", [row])

    def add_projects(self):
        template = dict(self.rng.choice(self.rows("projects")))
        size = str(self.rng.randint(1, 3))
        template.update(id="Nieuw", title="Spoedklus", max_students=size, min_students="1", reserve="")
        self.add("projects", [template])

    def add_decisions(self):
        student = self.rng.choice(self.rows("students"))["id"]
        project = self.rng.choice(self.rows("projects"))["id"]
        action = self.rng.choice(("forbid", "close", "open"))
        barred = student if action == "forbid" else ""
        self.add("decisions", [{"action": action, "students": barred, "project": project}])

    def scale(self):
        self.line("scale", "students", self.rng.choice(("+1", "-1", "+25%", "-20%", "+30%")))

    # ---- files ----------------------------------------------------------------------------------------------------

    def write(self):
        """Writes the scenario and the files that it adds; its path."""
        self.folder.mkdir(exist_ok=True)
        for name, rows in self.added.items():
            with open(self.folder / name, "w", encoding="utf-8", newline="") as file:
                writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
                writer.writeheader()
                writer.writerows(rows)
        return write_lines(self.folder / "scenario.ini", self.lines, self.ini.name)


def write_lines(path, lines, base="round.ini"):
    """The file of these lines; the order of the sections does not matter."""
    text = f"[scenario]\nbase = ../{base}\nwhy = een vraag\n"
    for wanted in dict.fromkeys(section for _, section, _, _ in lines):
        said = [f"{key} = {value}\n" for _, section, key, value in lines if section == wanted]
        text += f"\n[{wanted}]\n" + "".join(said)
    path.write_text(text, encoding="utf-8")
    return path

