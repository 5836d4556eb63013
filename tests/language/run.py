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

WORD = re.compile(r"[A-Za-z]{2,}")

# What is no word: options, sections, names whose parts are joined by signs or have digits; settings with their values.
NAME = re.compile(
    r"\[[a-z]+\]|--?[a-z][a-z-]*|0.[0-9A-F]{2}\b"
    r"|[A-Za-z0-9-]*(?:[A-Za-z0-9][/._:@>|=^~][/._:>|=^~A-Za-z0-9-]*|[A-Za-z]\d|\d[A-Za-z])[/._:@A-Za-z0-9-]*"
)
SETTING = re.compile(r"^    (?:[a-z_.A-Z0-9]+) = .*?(?=   |  [^ ]|$)|(?<=[\];] )[a-z_]+ = [^;]*|^    [a-z_]+ = [^;]*(?=;)")

# What the program writes around its sentences.
FRAME = {"error", "notice", "wijkplaats", "UTF", "Windows", "nl", "en", "off", *COMMANDS}

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
RULES = re.compile(r"\((?:programmes|years|certificates|languages|agreements|max_choice|closed)\)")


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


class Page(html.parser.HTMLParser):
    """What a reader or a screen reader has of a page."""

    def __init__(self):
        super().__init__()
        self.pieces, self.silent = [], 0

    def handle_starttag(self, tag, attributes):
        self.silent += tag in ("style", "script")
        self.pieces += [value for key, value in attributes if key in ("title", "alt", "aria-label", "placeholder") and value]

    def handle_endtag(self, tag):
        self.silent -= tag in ("style", "script")

    def handle_data(self, text):
        if not self.silent:
            self.pieces.append(text)


def text_of(file):
    """What a person reads of a file that was written for people; None of any other."""
    if file.suffix == ".html":
        page = Page()
        page.feed(file.read_text(encoding="utf-8"))
        return "\n".join(page.pieces)
    if file.suffix == ".xlsx":
        with zipfile.ZipFile(file) as book:
            strings = book.read("xl/sharedStrings.xml").decode() if "xl/sharedStrings.xml" in book.namelist() else ""
            return re.sub(r"<[^>]*>", "\n", strings) + "\n".join(re.findall(r'<sheet name="([^"]*)"', book.read("xl/workbook.xml").decode()))
    if file.suffix == ".ics":
        return "\n".join(re.findall(r"(?m)^(?:SUMMARY|DESCRIPTION|LOCATION)[^:]*:(.*)$", file.read_text(encoding="utf-8").replace("\n ", "").replace("\r\n ", "")))
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
            for known in (LIBRARY, SETTING, RULES, NAME):
                rest = known.sub(" ", rest)
            found = words_of(rest) - allowed - named - FRAME
            if found:
                self.untranslated.setdefault(line.strip(), (where, sorted(found)))

    def say(self, *arguments, folder, allowed=frozenset(), status=None):
        """Runs a command in the language and looks at what it prints. Returns what it printed."""
        arguments = [str(argument) for argument in arguments]
        run = subprocess.run(
            [self.program, *arguments, "--language", "nl"], cwd=folder, capture_output=True, timeout=300, check=False,
            stdin=subprocess.DEVNULL, env={"PATH": "/usr/bin:/bin"},
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
        for arguments in (["--help"], ["--usage"], [], ["one", "two"], ["--bogus"], ["--time-limit", "x"], ["--set", "x"]):
            speaker.say(command, *arguments, folder=folder)
    speaker.say("export", "round.ini", "--level", "0", folder=folder)
    speaker.say("export", "round.ini", "--form", "loose", folder=folder)
    speaker.say("export", "round.ini", folder=folder)
    speaker.say("generate", "made", "--seed", "x", folder=folder)
    speaker.say("generate", "made", "--students", "x", folder=folder)
    speaker.say("generate", "made", "--family", "x", folder=folder)
    speaker.say("whatif", "round.ini", "--jobs", "x", folder=folder)
    speaker.say("whatif", "round.ini", "one.ini", "--list", "--run", "x", folder=folder)


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


def say_rounds(speaker, folder):
    """Rounds that are read, solved, told apart, published."""
    for name in ("tiny", "cafe-gap", "leerkring", "everyday-strength"):
        shutil.copytree(ROOT / "scenarios" / name, folder / name)
        (folder / name / "README.md").unlink()
        speaker.say("check", f"{name}/round.ini", "--verbose", folder=folder, allowed=data_of(folder / name), status=0)
    for case in sorted((ROOT / "tests" / "check").iterdir()):
        if (case / "round.ini").exists():
            shutil.copytree(case, folder / case.name)
            speaker.say("check", f"{case.name}/round.ini", folder=folder, allowed=data_of(folder / case.name))
    data = data_of(folder)
    speaker.say("solve", "cafe-gap/round.ini", "--verbose", folder=folder, allowed=data, status=0)
    speaker.say("solve", "cafe-gap/quota.ini", folder=folder, allowed=data)
    speaker.say("solve", "tiny/round.ini", folder=folder, allowed=data, status=0)
    speaker.say("solve", "tiny/round.ini", "--time-limit", "0", "--set", "solver.method=plain", "-o", "late", folder=folder, allowed=data)
    speaker.say("solve", "tiny/round.ini", "--set", "rules.max_choice=1", "-o", "narrow", folder=folder, allowed=data, status=1)
    speaker.say("solve", "tiny/round.ini", "-o", "tiny", folder=folder, allowed=data, status=2)
    speaker.say("solve", "tiny/round.ini", "-o", "tiny/round.ini", folder=folder, allowed=data, status=2)
    speaker.say("solve", "tiny/round.ini", "-o", "no/such/folder", folder=folder, allowed=data, status=2)
    repairs = [file.name for file in (folder / "cafe-gap").glob("*.ini") if file.name != "round.ini"]
    speaker.say("whatif", "cafe-gap/round.ini", *[f"cafe-gap/{name}" for name in repairs], "--verbose", folder=folder, allowed=data)
    speaker.say("whatif", "cafe-gap/round.ini", "tiny/round.ini", "cafe-gap/quota.ini", "cafe-gap/quota.ini", folder=folder, allowed=data)
    speaker.say("compare", "cafe-gap/plan", "tiny/plan", "cafe-gap/plan", "--verbose", folder=folder, allowed=data, status=0)
    speaker.say("compare", "nothing", "tiny", folder=folder, allowed=data)
    for name in ("cafe-gap", "tiny"):
        speaker.say("publish", f"{name}/plan", folder=folder, allowed=data, status=0)
    speaker.look_at_files(folder, data)
    placements = folder / "tiny" / "plan" / "placements.csv"
    placements.write_bytes(placements.read_bytes().replace(b"P1", b"P2"))
    speaker.say("publish", "tiny/plan", "-o", "again", folder=folder, allowed=data)
    for family in ("flow", "quota", "full"):
        speaker.say("generate", f"made-{family}", "--students", "30", "--seed", "1", "--family", family, folder=folder, status=0)
    speaker.say("init", "template", folder=folder, status=0)
    speaker.say("init", "template", folder=folder, status=2)


def untranslated(program, left_out=None):
    with tempfile.TemporaryDirectory() as work:
        folder = Path(work)
        (folder / "rounds").mkdir()
        speaker = Speaker(program, folder, left_out)
        say_help(speaker, folder / "rounds")
        if left_out is None:
            say_wrong_rounds(speaker, folder)
            say_rounds(speaker, folder / "rounds")
        return speaker


def main():
    program = Path(sys.argv[1]).resolve()
    speaker = untranslated(program)
    for line, (where, found) in speaker.untranslated.items():
        print(f"{where}: not translated: {', '.join(found)}\n    {line}")
    # One that is left out of the catalogue must be found.
    sentence = "which round? name its settings file, for instance round.ini"
    found = untranslated(program, left_out=sentence).untranslated
    if not any("which round?" in line for line in found):
        print("a sentence without a translation passes")
        return 1
    print(f"{speaker.sentences} sentences, {speaker.lines} lines read, {len(speaker.untranslated)} of them not translated")
    return 1 if speaker.untranslated or speaker.lines < 1000 else 0


if __name__ == "__main__":
    sys.exit(main())
