"""run.py: every sentence that the program gives to a person can be translated.

    python3 tests/language/run.py PROGRAM

A copy of the program speaks a language in which all sentences stand in Cyrillic letters. It says whatever it
can: help, mistakes of the call, all wrong rounds of tests/bad, rounds that are read, solved, compared,
published. A word in Latin letters that comes from no file and no argument was not translated."""

import html.parser
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

import catalogue

ROOT = Path(__file__).resolve().parents[2]
COMMANDS = ["init", "check", "solve", "whatif", "compare", "publish", "export", "generate"]

WORD = re.compile(r"[A-Za-z]{2,}(?![^\W\d_])")  # not the beginning of a word like café

# What is no word: pseudonyms, options, sections, bytes, names that a picture cuts, names whose parts are joined by
# signs or have digits.
NAME = re.compile(
    r"\b[A-Z]-[A-Z0-9]{10}\b|\[[a-z]+\]|--?[a-z][a-z-]*|0.[0-9A-F]{2}\b|\w+…|[A-Za-z0-9-]*"
    r"(?:[A-Za-z0-9][/._:@>|=^~][/._:>|=^~A-Za-z0-9-]*|[A-Za-z]\d|\d[A-Za-z])[/._:@A-Za-z0-9-]*"
)
# Settings with their values, as `check` lists them.
SETTING = re.compile(
    r"^    [a-z_.A-Z0-9]+ = .*?(?=   |  [^ ]|$)|(?<=[\];] )[a-z_]+ = [^;]*|^    [a-z_]+ = [^;]*(?=;)"
)

# What the program writes around its sentences.
FRAME = {"error", "notice", "wijkplaats", "UTF", "Windows", "nl", "en", "off", "km"}
COMMAND = re.compile(rf"^  (?:{'|'.join(COMMANDS)}) |(?:{'|'.join(COMMANDS)})\?$")

# What the C library says by itself, in its own catalogue's Dutch where that is installed.
LIBRARY = re.compile(
    r"unrecognized option '.*'|onbekende optie '.*'|option '.*' requires an argument|optie '.*' vereist een argument"
    r"|No such file or directory|Bestand of map bestaat niet|Is a directory|Is een map|Not a directory|Is geen map"
)

# Columns, values, tables, levels and rules that errors name.
NAMED = set(
    "students projects lecturers organisations districts travel preferences history decisions base "
    "id name title student studentnummer project rule email latitude longitude "
    "placed ranks lottery balance novelty collective moves "
    "individual individueel collectief formal formeel informal informeel optional optioneel open closed gesloten "
    "pin forbid close together apart waive vastzetten verbieden openen sluiten samen ontheffing "
    "choice group unlisted mo tu we th fr ma di wo do vr "
    "programmes years certificates languages csv json html xlsx ics excel plain never last weekly yes no seed".split()
)
# Rules and actions that stand by themselves: in brackets, before a number in brackets, alone in a cell.
RULE = "placement|seats|mix|agreements|programmes|years|certificates|languages|forbid|pin|together|closed"
RULES = re.compile(rf"\((?:{RULE}|max_choice)\)|(?:{RULE}) \(\d+\)|^(?:{RULE})$")


def words_of(text):
    return set(WORD.findall(text))


def data_of(folder):
    """All words in all files below the folder."""
    words = set()
    for file in folder.rglob("*"):
        words |= words_of(file.name)
        if file.is_file() and file.suffix in (".ini", ".csv"):
            content = file.read_bytes()
            for text in (content.decode("latin-1"), content.decode("utf-16", "replace")):
                words |= words_of(re.sub(r"(?m)^#.*", "", text))
    return words


READ_ALOUD = ("title", "alt", "aria-label", "placeholder")


class Page(html.parser.HTMLParser):
    """What a reader or a screen reader has of a page."""

    def __init__(self):
        super().__init__()
        self.pieces, self.silent = [], 0

    def handle_starttag(self, tag, attributes):
        self.silent += tag in ("style", "script")
        self.pieces += [value for key, value in attributes if key in READ_ALOUD and value]

    def handle_endtag(self, tag):
        self.silent -= tag in ("style", "script")

    def handle_data(self, text):
        if not self.silent:
            self.pieces.append(text)


def text_of(file):
    """What a person reads of a file that was written for people; None of any other."""
    if file.name in ("mail.csv", "list.csv"):
        return file.read_text(encoding="utf-8-sig")
    if file.suffix == ".html":
        page = Page()
        page.feed(file.read_text(encoding="utf-8"))
        return "\n".join(page.pieces)
    if file.suffix == ".xlsx":
        with zipfile.ZipFile(file) as book:
            sheets = re.findall(r'<sheet name="([^"]*)"', book.read("xl/workbook.xml").decode())
            cells = html.unescape(re.sub(r"<[^>]*>", "\n", book.read("xl/sharedStrings.xml").decode()))
            return "\n".join([*sheets, cells])
    if file.suffix == ".ics":
        unfolded = file.read_bytes().decode().replace("\r\n ", "").replace("\r", "")
        return "\n".join(re.findall(r"(?m)^(?:SUMMARY|DESCRIPTION|LOCATION)[^:]*:(.*)$", unfolded))
    return None


class Speaker:
    """The program with the catalogue beside it."""

    def __init__(self, program, folder, left_out=None):
        self.program = folder / "wijkplaats"
        messages = folder / "share" / "locale" / "nl" / "LC_MESSAGES"
        messages.mkdir(parents=True)
        shutil.copy(program, self.program)
        self.sentences = catalogue.write(ROOT, messages / "wijkplaats.mo", left_out)
        self.untranslated = {}
        self.lines = 0

    def look(self, where, text, allowed):
        for line in text.splitlines():
            self.lines += 1
            named = NAMED if re.search(r"(?:^|: )(?:error|notice): ", line) else set()
            rest = line
            for known in (LIBRARY, COMMAND, SETTING, RULES, NAME):
                rest = known.sub(" ", rest)
            found = words_of(rest) - allowed - named - FRAME
            if found:
                self.untranslated.setdefault(line.strip(), (where, sorted(found)))

    def say(self, *arguments, folder, allowed=frozenset(), status=None):
        """Runs a command in the language and looks at what it prints. Returns what it printed."""
        arguments = [str(argument) for argument in arguments]
        run = subprocess.run(
            [self.program, *arguments, "--language", "nl"],
            cwd=folder,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=600,
            check=False,
        )
        said = (run.stdout + run.stderr).decode("utf-8", "replace")
        if status is not None and run.returncode != status:
            sys.exit(f"{' '.join(arguments)} ended with {run.returncode}, not {status}:\n{said}")
        self.look(" ".join(arguments), said, allowed | words_of(" ".join(arguments)))
        return said

    def look_at_files(self, folder, allowed):
        """At all that is written for people below the folder."""
        for file in sorted(folder.rglob("*")):
            text = text_of(file) if file.is_file() else None
            if text is not None:
                self.look(file.name, text, allowed)


def say_help(speaker, folder):
    """Help and mistakes of the call."""
    for arguments in (["--help"], [], ["chekc"], ["nothing-like-it"]):
        speaker.say(*arguments, folder=folder)
    for command in COMMANDS:
        for arguments in ("--help", "--usage", "", "one two", "--bogus", "--time-limit x", "--set x"):
            speaker.say(command, *arguments.split(), folder=folder)
    for wrong in (
        "export round.ini --level 0",
        "export round.ini --form loose",
        "export round.ini",
        "generate made --seed x",
        "generate made --students x",
        "generate made --family x",
        "generate made",
        "whatif round.ini --jobs x",
        "whatif round.ini one.ini --list --run x",
    ):
        speaker.say(*wrong.split(), folder=folder, status=2)


def say_wrong_rounds(speaker, folder):
    """Everything that tests/bad knows to be wrong, and, for its notices, what tests/good reads."""
    for kind in ("bad", "good"):
        for case in sorted((ROOT / "tests" / kind).iterdir()):
            if not (case / "round.ini").exists():
                continue
            copy = folder / kind / case.name
            shutil.copytree(case, copy)
            (copy / "expected").unlink(missing_ok=True)
            ini = "scenario.ini" if (copy / "scenario.ini").exists() else "round.ini"
            speaker.say("check", ini, folder=copy, allowed=data_of(copy))


class Round:
    """A copy of a round, and how the program speaks of it."""

    def __init__(self, speaker, source, folder):
        self.speaker, self.folder = speaker, folder
        shutil.copytree(source, folder / source.name, ignore=shutil.ignore_patterns("README.md", "expected*"))
        self.data = data_of(folder / source.name)

    def say(self, *arguments, status=None):
        return self.speaker.say(*arguments, folder=self.folder, allowed=self.data, status=status)

    def look_at_files(self, below):
        self.speaker.look_at_files(self.folder / below, self.data)


def say_what_is_read(speaker, folder):
    for case in sorted((ROOT / "tests" / "check").iterdir()):
        if (case / "round.ini").exists():
            Round(speaker, case, folder).say("check", f"{case.name}/round.ini")
    for name in ("tiny", "cafe-gap", "leerkring", "everyday-strength"):
        checked = Round(speaker, ROOT / "scenarios" / name, folder)
        checked.say("check", f"{name}/round.ini", status=0)
        checked.say("check", f"{name}/round.ini", "--verbose", status=0)


def say_small_round(speaker, folder):
    """A round of six students: everything that can end in another way than well."""
    tiny = Round(speaker, ROOT / "scenarios" / "tiny", folder)
    tiny.say("solve", "tiny/round.ini", status=0)
    tiny.say("solve", "tiny/round.ini", "--time-limit", "0", "--set", "solver.method=plain", "-o", "late", status=4)
    tiny.say("solve", "tiny/round.ini", "--set", "rules.max_choice=1", "-o", "narrow", status=1)
    for target in ("tiny", "tiny/round.ini", "no/such/folder", "."):
        tiny.say("solve", "tiny/round.ini", "-o", target, status=2)
    tiny.say("export", "tiny/round.ini", "--mps", "no/such/folder/file", status=2)
    tiny.say("export", "tiny/round.ini", "--mps", "tiny", status=2)
    tiny.say("export", "tiny/round.ini", "--mps", "file", "--level", "9", status=2)
    for folder_of_plan in ("nothing", "tiny"):
        tiny.say("compare", folder_of_plan, status=2)
        tiny.say("publish", folder_of_plan, status=2)
    tiny.say("compare", "tiny/plan", "tiny/plan", status=0)
    tiny.say("publish", "tiny/plan", status=0)
    tiny.say("publish", "tiny/plan", "-o", "tiny/plan", status=2)
    tiny.say("publish", "tiny/plan", "-o", "shared", "--pseudonyms", status=0)
    tiny.say("publish", "tiny/plan", "-o", "shared", "--pseudonym-key", "key", status=2)
    tiny.say("solve", "tiny/round.ini", "--set", "objectives.order=travel", "-o", "later", status=0)
    tiny.say("publish", "later", "--since", "tiny/plan", status=0)
    tiny.look_at_files("tiny/plan-publish")
    tiny.look_at_files("later-publish")
    tiny.look_at_files("shared")
    # A plan that was changed by hand, in its placements, then in its input.
    placements = folder / "tiny" / "plan" / "placements.csv"
    written = placements.read_bytes()
    for one, other in ((b"P1", b"P2"), (b"S1,", b"S99,"), (b"student", b"wie"), (written, b"")):
        placements.write_bytes(written.replace(one, other))
        tiny.say("publish", "tiny/plan", "-o", "again")
    placements.write_bytes(written)
    (folder / "tiny" / "plan" / "input" / "students.csv").write_text("id\n", encoding="utf-8")
    tiny.say("publish", "tiny/plan", "-o", "again", status=3)


def say_full_round(speaker, folder):
    """The round with everything in it: its report, its lists, letters and calendars."""
    full = Round(speaker, ROOT / "scenarios" / "leerkring", folder)
    full.say("solve", "leerkring/round.ini", "--verbose", status=0)
    full.say("publish", "leerkring/plan", status=0)
    full.say("compare", "leerkring/plan", "leerkring/plan", "--verbose", status=0)
    full.look_at_files("leerkring")


def say_scenarios(speaker, folder):
    gap = Round(speaker, ROOT / "scenarios" / "cafe-gap", folder)
    gap.say("solve", "cafe-gap/round.ini", status=0)
    gap.say("solve", "cafe-gap/quota.ini", "--set", "rules.collective_share=40%", status=0)
    gap.say("whatif", "cafe-gap/round.ini", "cafe-gap/quota.ini", "cafe-gap/quota-repair.ini", status=0)
    gap.say("whatif", "cafe-gap/round.ini", "cafe-gap/quota.ini", "--verbose", "-o", "sweep", status=0)
    gap.say("whatif", "cafe-gap/round.ini", "cafe-gap/quota.ini", "cafe-gap/quota.ini", status=2)
    gap.say("whatif", "cafe-gap/quota.ini", "cafe-gap/round.ini", status=3)
    gap.say("whatif", "cafe-gap/round.ini", "cafe-gap/quota.ini", "--run", "no-such", status=2)
    gap.look_at_files(".")


def say_repair(speaker, folder):
    """Rounds that follow a plan which was published."""
    cafe = Round(speaker, ROOT / "scenarios" / "knowledge-cafe", folder)
    cafe.say("solve", "knowledge-cafe/before/round.ini", status=0)
    cafe.say("whatif", "knowledge-cafe/before/round.ini", "knowledge-cafe/urgent.ini", "--verbose", status=0)
    cafe.say("check", "knowledge-cafe/urgent.ini", status=0)
    cafe.say("solve", "knowledge-cafe/urgent.ini", "-o", "urgent", status=0)
    cafe.look_at_files(".")


def look_at_settings(speaker, file):
    """What explains round.ini is translated; keys and values stay as they are."""
    lines = file.read_text(encoding="utf-8").splitlines()
    settings = [line for line in lines if re.match(r"(?:# )?[a-z_.]+ =|\[", line)]
    comments = [line for line in lines if line.startswith("#") and line not in settings]
    # In "0% to 100%" the catalogue takes "% t" for a format.
    speaker.look(file.name, "\n".join(comments), NAMED | {"soft", "to"} | words_of("\n".join(settings)))


def say_new_rounds(speaker, folder):
    for family in ("flow", "quota", "full"):
        arguments = ["--students", "30", "--seed", "1", "--family", family]
        speaker.say("generate", family, *arguments, folder=folder, status=0)
    speaker.say("init", "template", folder=folder, status=0)
    look_at_settings(speaker, folder / "template" / "round.ini")
    speaker.say("init", "template", folder=folder, status=2)


PARTS = [
    say_help,
    say_wrong_rounds,
    say_what_is_read,
    say_small_round,
    say_full_round,
    say_scenarios,
    say_repair,
    say_new_rounds,
]


def listen(program, parts, left_out=None):
    """The program after it said all this, by a catalogue without the sentence that is left out."""
    with tempfile.TemporaryDirectory() as work:
        speaker = Speaker(program, Path(work), left_out)
        for part in parts:
            folder = Path(work) / part.__name__
            folder.mkdir()
            part(speaker, folder)
        return speaker


def main():
    program = Path(sys.argv[1]).resolve()
    speaker = listen(program, PARTS)
    for line, (where, found) in speaker.untranslated.items():
        print(f"{where}: not translated: {', '.join(found)}\n    {line}")
    # One that is left out of the catalogue must be found.
    sentence = "which round? name its settings file, for instance round.ini"
    found = listen(program, [say_help], left_out=sentence).untranslated
    if not found or any("which round?" not in line for line in found):
        print("a sentence without a translation passes")
        return 1
    count = len(speaker.untranslated)
    print(f"{speaker.sentences} sentences, {speaker.lines} lines read, {count} of them not translated")
    return 1 if count > 0 or speaker.lines < 1000 else 0


if __name__ == "__main__":
    sys.exit(main())
