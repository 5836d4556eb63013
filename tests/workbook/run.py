"""The workbooks that the program writes, opened by LibreOffice and by their parts: run.py PROGRAM.

First that the checks see each mistake."""
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import zipfile

import check_parts
import check_plan
import hostile
import read_book

SCENARIOS = pathlib.Path(__file__).parents[2] / "scenarios"
ROUNDS = [("leerkring", "nl"), ("leerkring", "en"), ("everyday-strength", "en"), ("everyday-strength", "nl"), ("tiny", "en"),
          ("cafe-gap", "nl")]


def run(program, *arguments):
    environment = dict(os.environ, SOURCE_DATE_EPOCH="1769990400")
    done = subprocess.run([program, *map(str, arguments), "--quiet"], capture_output=True, text=True, env=environment, timeout=600)
    if done.returncode != 0 or done.stderr:
        sys.exit(f"{' '.join(map(str, arguments))}: exit status {done.returncode}\n{done.stderr}")


def respell(source, target, part, change):
    """A copy of the workbook with one of its parts changed."""
    with zipfile.ZipFile(source) as book, zipfile.ZipFile(target, "w") as copy:
        for name in book.namelist():
            text = book.read(name).decode()
            changed = change(text) if re.fullmatch(part, name) else text
            copy.writestr(name, changed)


# What is done to a good plan.xlsx, in which part, and a word of the fault that must be found.
PLACEMENTS = "xl/worksheets/sheet3.xml"
MISTAKES = [
    ("a number", PLACEMENTS, lambda xml: re.sub(r'(<c r="G2"[^>]*><v>)\d+', r"\g<1>0", xml), "placements 2, column 6"),
    ("a number as text", PLACEMENTS, lambda xml: re.sub(r'<c r="N2"([^>]*)><v>(\d+)</v>', r'<c r="N2"\1 t="inlineStr"><is><t>\2</t></is>', xml),
     "placements 2, column 13"),
    ("an id as number", PLACEMENTS, lambda xml: re.sub(r'<c r="A2"[^>]*><v>\d+</v>', '<c r="A2"><v>1</v>', xml), "placements 2, column 0"),
    ("a formula", PLACEMENTS, lambda xml: re.sub(r'(<c r="G2"[^>]*>)<v>', r"\1<f>1+1</f><v>", xml), "a formula"),
    ("a row left out", PLACEMENTS, lambda xml: re.sub(r'<row r="2".*?</row>', "", xml), "placements"),
    ("a level's value", "xl/worksheets/sheet1.xml", lambda xml: re.sub(r'(<c r="C3\d"[^>]*><v>)\d+', r"\g<1>777", xml), "summary, levels"),
    ("headings that scroll away", PLACEMENTS, lambda xml: re.sub(r"<pane .*?/>", "", xml), "not frozen"),
    ("no filters", PLACEMENTS, lambda xml: re.sub(r"<autoFilter .*?/>", "", xml), "filters"),
    ("no colours", PLACEMENTS, lambda xml: re.sub(r"<conditionalFormatting.*</conditionalFormatting>", "", xml), "rules of colours"),
    ("paper of another size", PLACEMENTS, lambda xml: xml.replace('paperSize="9"', 'paperSize="1"'), "A4"),
    ("a chart of nothing", "xl/charts/chart1.xml", lambda xml: re.sub(r"<c:f>[^<]*</c:f>", "<c:f>Nowhere!$A$2:$A$9</c:f>", xml), "Nowhere"),
    ("a link", PLACEMENTS, lambda xml: xml.replace("<pageMargins", '<hyperlinks><hyperlink ref="A2"/></hyperlinks><pageMargins'), "a link"),
    ("a part from outside", "xl/_rels/workbook.xml.rels", lambda xml: xml.replace(
        "</Relationships>", '<Relationship Id="rId99" Type="x" Target="http://x" TargetMode="External"/></Relationships>'), "outside"),
    ("American dates", "xl/styles.xml", lambda xml: xml.replace("dd-mm-yyyy", "mm-dd-yyyy"), "dates"),
]


def expected_parts(words, sheets):
    """Rules of colours by sheet, and the number of charts."""
    coloured = dict.fromkeys(sheets, 0)
    coloured.update({words["sheets"][0]: 5, words["sheets"][2]: 4, words["sheets"][4]: 1, words["sheets"][6]: 2})
    return {name: coloured[name] for name in sheets}, 2 if words["sheets"][4] in sheets else 1


def plan_faults(book, opened, plan, language):
    """Everything about one plan.xlsx; opened: as LibreOffice wrote it."""
    words = check_plan.WORDS[language]
    try:
        sheets = read_book.read(opened)
    except ValueError as wrong:
        return [str(wrong)]
    faults = check_plan.check(sheets, plan, language)
    coloured, charts = expected_parts(words, sheets)
    return faults + check_parts.check(book, coloured, charts, words["date"])


class Books:
    """All workbooks in one folder under names of their own, so that one start of LibreOffice opens them."""

    def __init__(self, folder):
        self.folder = folder
        self.books, self.opened = folder / "books", folder / "opened"
        self.books.mkdir()

    def add(self, name, path):
        target = self.books / f"{name}.xlsx"
        target.write_bytes(path.read_bytes())
        return target

    def open_all(self):
        read_book.convert(sorted(self.books.glob("*.xlsx")), self.opened)

    def __call__(self, name):
        return self.books / f"{name}.xlsx", self.opened / f"{name}.fods"


def make_plans(program, folder, books):
    """Plans of the scenarios and of the hostile round in both languages; they are published. Faults of the files themselves."""
    faults = []
    hostile.write(folder / "hostile")
    for name, language in [*ROUNDS, ("hostile", "nl"), ("hostile", "en")]:
        source = folder / "hostile" if name == "hostile" else SCENARIOS / name
        plan = folder / f"{name}-{language}"
        run(program, "solve", source / "round.ini", "-o", plan, "--language", language)
        first = books.add(plan.name, plan / "plan.xlsx").read_bytes()
        if name in ("tiny", "hostile"):
            run(program, "solve", source / "round.ini", "-o", plan, "--language", language)
            if (plan / "plan.xlsx").read_bytes() != first:
                faults.append(f"{plan.name}: other bytes the second time")
        if (plan / "plan.xlsx").stat().st_mode & 0o777 != 0o600:
            faults.append(f"{plan.name}: others may read it")
    for name in ("leerkring-nl", "hostile-en"):
        run(program, "publish", folder / name, "-o", folder / f"{name}-out")
        for path in (folder / f"{name}-out").rglob("list.xlsx"):
            books.add("~".join([name, *path.relative_to(folder / f"{name}-out").parent.parts]), path)
    return faults


def published(books, name):
    """The sheets of each list.xlsx, by folder and name of the recipient."""
    return {path.stem.split("~", 1)[1].replace("~", "/"): read_book.read(path) for path in books.opened.glob(f"{name}~*.fods")}


def lists_faults(lists, plan):
    """Each student is on the list of her lecturer and her circle, with the minutes that the plan has."""
    rows = check_plan.rows_of(plan / "placements.csv")
    faults = []
    for audience, column in (("lecturers", "lecturer"), ("brokers", "circle"), ("organisations", "organisation")):
        for recipient in {part for row in rows for part in row[column].split("|") if part}:
            told = [row for row in rows if recipient in row[column].split("|")]
            students = list(lists[f"{audience}/{recipient}"].values())[0][1:]
            found = sorted((row[0], row[6], row[9]) for row in students) if audience == "lecturers" else sorted(row[2] for row in students)
            expected = sorted((row["student"], row["project"], float(row["minutes"])) for row in told) if audience == "lecturers" else sorted(
                row["project"] for row in told)
            if found != expected:
                faults.append(f"{audience}/{recipient}: {str(found)[:200]}, not {str(expected)[:200]}")
    return faults


def main():
    if len(sys.argv) != 2:
        sys.exit("usage: run.py PROGRAM")
    program = str(pathlib.Path(sys.argv[1]).resolve())
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        books = Books(folder)
        faults = make_plans(program, folder, books)
        good = books("leerkring-nl")[0]
        for number, (_, part, spoil, _) in enumerate(MISTAKES):
            respell(good, books.books / f"mistake{number}.xlsx", part, spoil)
        books.open_all()
        for number, (what, _, _, word) in enumerate(MISTAKES):
            found = plan_faults(*books(f"mistake{number}"), folder / "leerkring-nl", "nl")
            if not any(word in fault for fault in found):
                faults.append(f"the checks do not see {what}: {found[:5]}")
        for round_name, language in [*ROUNDS, ("hostile", "nl"), ("hostile", "en")]:
            plan = folder / f"{round_name}-{language}"
            faults += [f"{plan.name}: {fault}" for fault in plan_faults(*books(plan.name), plan, language)]
        for language in ("nl", "en"):
            faults += hostile.plan_faults(read_book.read(books(f"hostile-{language}")[1]))
        faults += hostile.list_faults(published(books, "hostile-en"))
        faults += lists_faults(published(books, "leerkring-nl"), folder / "leerkring-nl")
        print(f"{len(list(books.books.iterdir()))} workbooks and {len(MISTAKES)} mistakes looked at")
    for fault in faults[:50]:
        print(fault)
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
