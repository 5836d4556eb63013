"""Writes one table as people save them: separator, encoding, headers, order of rows and columns, spelling."""

import csv
import io

from model import SLOTS, WEEKDAYS

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
    "by": "Door", "date": "Datum", "slots": "Tijden", "domain": "Domein", "orientation": "Oriëntatie",
    "mix": "Samenstelling", "round": "Ronde",
}  # fmt: skip
DUTCH_VALUES = {
    "mo": "ma", "tu": "di", "we": "wo", "th": "do", "fr": "vr", "optional": "optioneel", "closed": "gesloten",
    "pin": "vastzetten", "forbid": "verbieden", "open": "openen", "close": "sluiten", "together": "samen",
    "waive": "ontheffing", "individual": "individueel", "collective": "collectief",
}  # fmt: skip


class TableWriter:
    """Saves tables into the folder, and keeps their names and the headers that round.ini has to explain."""

    def __init__(self, folder, rng):
        self.folder = folder
        self.rng = rng
        self.files = {}
        self.mapped = {}

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
        return self.cell([self.say(day) for day in WEEKDAYS if day in days])

    def times(self, slots):
        return self.cell([self.say(slot[:2]) + slot[2:] for slot in SLOTS if slot in slots])

    def mix(self, mix):
        if mix is None:
            return ""
        parts = [f"{name}:{least}-{'' if most is None else most}" for name, (least, most) in mix.bounds.items()]
        return self.cell(parts + ([f"{mix.programmes}+"] if mix.programmes else []))

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
