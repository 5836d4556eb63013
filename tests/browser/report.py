"""report.html of every scenario, of rounds made on purpose and of 5000 students, in both languages: its figures against
the machine files, then in a real browser: report.py PROGRAM. First that each mistake in a figure is found."""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import check_page
import report_figures
import report_parts
import report_rounds
from chromium import Chromium
from page_tables import Tables

SCENARIOS = pathlib.Path(__file__).resolve().parents[2] / "scenarios"
HEADINGS = {
    "en": ["Placement plan", "Proposal", "wijkplaats publish", "Open questions", "Who gets which choice", "Level by level",
           "The rules in force", "Who goes where, and the lottery"],
    "nl": ["Plaatsing", "Voorstel", "wijkplaats publish", "Open vragen", "Wie welke keuze krijgt", "Niveau voor niveau",
           "De regels die gelden", "Wie waarheen gaat, en de loting"],
}


def solve(program, ini, plan, language):
    run = subprocess.run([program, "solve", ini, "-o", plan, "--quiet", "--language", language], capture_output=True, text=True,
                         timeout=600)
    if run.returncode != 0:
        raise RuntimeError(f"{ini}: exit status {run.returncode}\n{run.stderr}")
    return plan / "report.html"


def scenario_rounds(folder):
    """Copies of the scenarios; a plan in plan/ serves the rounds that follow."""
    for scenario in sorted(SCENARIOS.iterdir()):
        if not scenario.is_dir():
            continue
        copy = folder / scenario.name
        shutil.copytree(scenario, copy, ignore=lambda _, names: [n for n in names if n in ("plan", "whatif")])
        for ini in sorted(copy.rglob("round.ini")):
            yield str(ini.parent.relative_to(folder)).replace("/", "-"), ini, []
    urgent = folder / "knowledge-cafe" / "urgent.ini"
    yield "knowledge-cafe-urgent", urgent, []


def made_rounds(program, folder):
    for name, make in report_rounds.ROUNDS.items():
        ini, texts = make(folder / name)
        yield name, ini, texts
    subprocess.run([program, "generate", folder / "large", "--students", "5000", "--seed", "1", "--quiet"], check=True)
    yield "large", folder / "large" / "round.ini", []


def write_pages(program, folder):
    """A page in each language, with what must be on it beside it; prints what is wrong with its figures."""
    pages, good = [], True
    for name, ini, texts in [*scenario_rounds(folder), *made_rounds(program, folder)]:
        for language in ("nl", "en"):
            plan = ini.parent / ("plan" if language == "nl" and ini.name == "round.ini" else f"plan-{ini.stem}-{language}")
            source = solve(program, ini, plan, language)
            page = folder / f"{name}-{language}.html"
            shutil.copy(source, page)
            page.with_suffix(".texts").write_text("".join(f"{text}\n" for text in HEADINGS[language] + texts), encoding="utf-8")
            for fault in list(report_figures.differs(page.read_text(encoding="utf-8"), plan))[:10]:
                print(f"{page.name}: {fault}")
                good = False
            # So many rows keep the browser busy: in one language.
            if name != "large" or language == "en":
                pages.append(page)
    return pages, good


def change_cell(section, column, before=""):
    """A page with another text in a cell of the first row of a section's first table, behind `before` in it."""
    def change(page):
        head, mark, rest = page.partition(f'<section id="{section}">')
        table, end, after = rest.partition("</table>")
        cells = list(re.finditer(r"<t[dh][^>]*>", table[table.index("<tbody>"):]))
        at = table.index("<tbody>") + cells[column].end()
        at = table.index(before, at) + len(before)
        return head + mark + table[:at] + "7" + table[at:] + end + after
    return change


# What is done to the page of half_placed, and a word of what must be found.
MISTAKES = [
    ("another number of students who are placed", lambda page: re.sub("<b>(.) of 8</b>", "<b>8 of 8</b>", page, count=1), "facts"),
    ("another student", change_cell("placements", 0), "students"),
    ("another project", change_cell("placements", 2, "<small><bdi>"), "project"),
    ("another rank", change_cell("placements", 3), "rank"),
    ("another lecturer", change_cell("placements", 4, "<small><bdi>"), "lecturer"),
    ("another lottery number", change_cell("placements", 5), "lottery"),
    ("a student left out", lambda page: re.sub(r"<tr><th scope=\"row\"><bdi>S8</bdi>.*?</tr>", "", page), "students"),
    ("another profile", change_cell("profile", 1), "profile"),
    ("another value of a level", change_cell("levels", 3), "placed is"),
    ("a level that seems not proven", lambda page: page.replace(">proven best<", ">not proven<", 1), "proven"),
    ("a question left out", lambda page: re.sub(r"<tr><th scope=\"row\"><bdi>Huub</bdi>.*?</tr>", "", page, count=1), "unplaced"),
    ("a question too many", lambda page: re.sub(r"(<tr><th scope=\"row\"><bdi>Wandelclub</bdi>.*?</tr>)", r"\1\1", page, count=1), "closed"),
    ("no rules", lambda page: re.sub(r"<section id=\"rules\">.*?</section>", "", page, flags=re.S), "rule"),
]


def selftest(page, plan):
    """True if each mistake is found."""
    source, passed = page.read_text(encoding="utf-8"), True
    for what, spoil, word in MISTAKES:
        spoiled = spoil(source)
        found = list(report_figures.differs(spoiled, plan)) if spoiled != source else ["the page stays as it is"]
        if not any(word in fault for fault in found):
            print(f"the comparison does not see {what}: {found[:5]}")
            passed = False
    return passed


def same_again(program, folder):
    """Same input, same bytes."""
    ini = folder / "half_placed" / "round.ini"
    again = solve(program, ini, folder / "again", "en").read_bytes()
    if again == (folder / "half_placed-en.html").read_bytes():
        return True
    print("the same round gives another page")
    return False


def only_when_asked(program, folder):
    """No page without its format."""
    plan = folder / "without"
    ini = folder / "half_placed" / "round.ini"
    subprocess.run([program, "solve", ini, "-o", plan, "--quiet", "--set", "report.formats=csv,json"], check=True)
    if (plan / "report.html").exists():
        print("there is a page that nobody asked for")
        return False
    return True


def main():
    if len(sys.argv) != 2:
        sys.exit("usage: report.py PROGRAM")
    program = str(pathlib.Path(sys.argv[1]).resolve())
    with tempfile.TemporaryDirectory() as name, Chromium() as browser:
        folder = pathlib.Path(name)
        pages, good = write_pages(program, folder)
        good = selftest(folder / "half_placed-en.html", folder / "half_placed" / "plan-round-en") and good
        leerkring = folder / "leerkring-en.html"
        good = report_parts.selftest(leerkring.read_text(encoding="utf-8"), folder / "leerkring" / "plan-round-en") and good
        for fault in report_parts.cafe_gap_differs(Tables((folder / "cafe-gap-nl.html").read_text(encoding="utf-8"))):
            print(fault)
            good = False
        good = same_again(program, folder) and good
        good = only_when_asked(program, folder) and good
        good = check_page.check(browser, pages) and good
        print(f"{len(pages)} reports and {len(MISTAKES) + len(report_parts.MISTAKES)} mistakes looked at")
    sys.exit(0 if good and pages else 1)


if __name__ == "__main__":
    main()
