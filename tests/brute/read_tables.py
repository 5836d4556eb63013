"""Reads the files of a round as people save them: tables of text, with one name for each column."""

import csv
import pathlib
import re
import sys
import unicodedata
from dataclasses import dataclass, field

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "shuffle"))

from rows import decode  # noqa: E402
from table_files import DUTCH_HEADERS  # noqa: E402

TABLES = (
    "students", "projects", "lecturers", "organisations", "districts", "travel", "preferences", "history", "decisions",
)  # fmt: skip


def folded(header):
    """Case, accents, and the ways to write a space do not matter."""
    plain = unicodedata.normalize("NFKD", header.strip()).encode("ascii", "ignore").decode("ascii").lower()
    return re.sub(r"[ _-]+", "_", plain)


ENGLISH = {folded(dutch): name for name, dutch in DUTCH_HEADERS.items()}
ENGLISH.update(wijk="district", kring="circle")


def column_name(table, header, mapped=()):
    """mapped: headers that round.ini explains, folded -> "table.column"."""
    name = folded(header)
    for own, explained in dict(mapped).items():
        if name == own and explained.startswith(table + "."):
            return explained.partition(".")[2]
    if name == "studentnummer":
        return "id" if table == "students" else "student"
    if name.startswith("keuze_"):
        return "choice_" + name[6:]
    return ENGLISH.get(name, name)


@dataclass
class Table:
    columns: list
    rows: list = field(default_factory=list)  # column -> text


def read_table(path, table, mapped=()):
    text, _ = decode(path.read_bytes())
    separator = None
    first, _, rest = text.partition("\n")
    if first.lower().startswith("sep="):
        separator, text = first[4], rest
        first = text.partition("\n")[0]
    if separator is None:
        unquoted = re.sub(r'"[^"]*"', "", first)
        separator = max(",;\t", key=unquoted.count)
    records = list(csv.reader(text.splitlines(keepends=True), delimiter=separator))
    columns = [column_name(table, header, mapped) for header in records[0]]
    rows = [
        {name: cell.strip() for name, cell in zip(columns, record) if name}
        for record in records[1:]
        if any(cell.strip() for cell in record)
    ]
    return Table([name for name in columns if name], rows)


def read_ini(path):
    """Section -> list of (key, value) in the order of the lines, as they are written."""
    sections, now = {}, None
    for line in path.read_text(encoding="utf-8-sig").splitlines():
        line = line.strip()
        if line.startswith("["):
            now = sections.setdefault(line.strip("[]").lower(), [])
        elif line and line[0] not in "#;":
            key, _, value = line.partition("=")
            now.append((key.strip(), value.strip()))
    return sections


@dataclass
class Given:
    """A round as it is given: what round.ini says, and its tables."""

    folder: pathlib.Path
    settings: dict  # "section.key" -> text; files with their folder in front
    tables: dict = field(default_factory=dict)  # name -> Table; history is a list of them
    mapped: dict = field(default_factory=dict)
    gone: list = field(default_factory=list)  # rows of projects that a scenario took out


def located(folder, key, value):
    """Names of files are relative to the file that has them."""
    if key == "round.base" or key.startswith("input."):
        return ", ".join(str((folder / name.strip()).resolve()) for name in value.split(",")) if value else ""
    return value


def read_settings(path):
    given = Given(path.parent, {})
    for section, lines in read_ini(path).items():
        for key, value in lines:
            key = f"{section}.{key.lower()}"
            if section == "columns":
                given.mapped[folded(value)] = key.partition(".")[2]
            else:
                given.settings[key] = located(path.parent, key, value)
    return given


def read_tables(given):
    """Reads all files that the settings name."""
    for table in TABLES:
        names = given.settings.get(f"input.{table}", "")
        found = [read_table(pathlib.Path(name), table, given.mapped) for name in names.split(", ") if name]
        if table == "history":
            given.tables[table] = found
        elif found:
            given.tables[table] = found[0]
    return given
