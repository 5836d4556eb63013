"""What a person at a terminal sees: run.py WIJKPLAATS. Colours only where they belong, summaries that fit 80 columns and
24 lines in both languages, a line of progress cut to the terminal's width."""
import fcntl
import os
import pathlib
import pty
import re
import shutil
import struct
import subprocess
import sys
import tempfile
import termios
import unicodedata

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
# What running a scenario by hand leaves there is none of them.
OUTPUT = {"plan", "whatif"}
# In an order in which each finds the plans that it follows; then repairs, which tell who must hear what too.
ROUNDS = sorted(path.relative_to(ROOT) for path in (ROOT / "scenarios").glob("**/round.ini")
                if not OUTPUT & set(path.relative_to(ROOT).parts))
REPAIRS = [pathlib.Path("scenarios/knowledge-cafe/urgent.ini"), pathlib.Path("scenarios/cafe-gap/quota-repair.ini")]
ONE_OF_THE_SWEEP = {"quota-repair.ini": ["--set", "rules.collective_share=40%"]}
TINY = str(ROOT / "scenarios" / "tiny" / "round.ini")
LONG = str(ROOT / "scenarios" / "everyday-strength" / "round.ini")
ESCAPE = re.compile(r"\x1b\[[0-9;]*m")
FAULTS = []


def expect(right, what):
    if not right:
        FAULTS.append(what)


def environment(**more):
    return {"LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin", "TERM": "xterm", **more}


def columns(text):
    """Of a line on a terminal, by Unicode's own table."""
    return sum(0 if unicodedata.category(sign) in ("Mn", "Me", "Cf") else
               2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)


def piped(folder, *command, **more):
    done = subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", timeout=300, env=environment(**more))
    return done.stdout, done.stderr


def on_terminal(folder, *command, stdout=True, width=80, **more):
    """What the program writes to a terminal; without `stdout` only its standard error goes there."""
    child, terminal = pty.fork()
    if child == 0:
        os.chdir(folder)
        if not stdout:
            os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        fcntl.ioctl(2, termios.TIOCSWINSZ, struct.pack("HHHH", 24, width, 0, 0))
        os.execve(command[0], command, environment(**more))
    seen = b""
    while True:
        try:
            seen += os.read(terminal, 65536)
        except OSError:  # the program has ended
            break
    os.waitpid(child, 0)
    return seen.decode().replace("\r\n", "\n")


def without_seconds(text):
    return re.sub(r"\(\d+[.,]\d s\)", "", text)


def colours(program, folder):
    """There on a terminal, nowhere else; the words are the same with and without."""
    solve = (program, "solve", TINY, "-o", "plan")
    plain, told = piped(folder, *solve)
    expect("\x1b" not in plain + told, "colours in a pipe")
    shown = on_terminal(folder, *solve).split("\r\x1b[K")[-1]
    expect(len(ESCAPE.findall(shown)) > 4, "no colours on a terminal")
    expect(without_seconds(ESCAPE.sub("", shown)) == without_seconds(plain), "other words with colours")
    for line in shown.split("\n"):
        expect(not ESCAPE.search(line) or line.rfind("\x1b[0m") > line.rfind("\x1b[", 0, line.rfind("\x1b[0m")),
               f"colours go on behind the line {line!r}")
    expect("\x1b[" in on_terminal(folder, *solve, NO_COLOR=""), "an empty NO_COLOR counts")
    for name, value in (("NO_COLOR", "1"), ("NO_COLOR", "0"), ("TERM", "dumb"), ("TERM", "")):
        expect(not ESCAPE.search(on_terminal(folder, *solve, **{name: value})), f"colours with {name}={value}")


def errors(program, folder):
    """Standard error is judged by itself, and only one word of it is red."""
    wrong = (program, "check", "nowhere.ini")
    _, plain = piped(folder, *wrong)
    expect("\x1b" not in plain and "error:" in plain, f"an error in a pipe is {plain!r}")
    shown = on_terminal(folder, *wrong, stdout=False)
    expect(ESCAPE.sub("", shown) == plain and shown.count("\x1b[") == 2, f"an error on a terminal is {shown!r}")
    expect("\x1b[1;31merror:\x1b[0m" in shown, f"the word is not red: {shown!r}")
    expect(not ESCAPE.search(on_terminal(folder, *wrong, stdout=False, NO_COLOR="1")), "red in spite of NO_COLOR")


def summaries(program, folder):
    """Every round that ships, in both languages: with its proposal and the files that are there."""
    shutil.copytree(ROOT / "scenarios", folder / "scenarios", ignore=shutil.ignore_patterns(*OUTPUT))
    for ini in ROUNDS + REPAIRS:
        work = folder / ini.parent
        for language in ("nl", "en"):
            plan = "plan" if ini.name == "round.ini" else "repaired"
            said, told = piped(work, program, "solve", ini.name, "-o", plan, "--language", language, "--time-limit", "20",
                               *ONE_OF_THE_SWEEP.get(ini.name, []))
            lines = said.splitlines()
            where = f"{ini}, {language}"
            expect(10 < len(lines) < 24, f"{where}: {len(lines)} lines {told}")
            expect((ini in REPAIRS) == ("changes.csv" in said), f"{where}: who hears what")
            for line in lines:
                expect(columns(line) < 80, f"{where}: too wide: {line}")
            expect(f"wijkplaats publish {plan}\n" in said, f"{where}: it is not called a proposal")
            for file in ("report.html", "plan.xlsx"):
                expect((file in said) == (work / plan / file).exists(), f"{where}: {file}")
    said, _ = piped(folder, program, "solve", TINY, "-o", "plan", "--set", "report.formats=csv")
    expect("report.html" not in said and "plan.xlsx" not in said, "files that were not written are told of")


def progress(program, folder):
    """One line that is rewritten, never wider than the terminal, in the language in use."""
    for width, language, word in ((80, "nl", "beste plaatsing"), (80, "en", "best plan"), (30, "nl", "")):
        shown = on_terminal(folder, program, "solve", LONG, "-o", "plan", "--language", language, stdout=False, width=width)
        lines = [line.split("\n")[0] for line in shown.split("\r\x1b[K")[1:-1]]
        expect(lines, f"no progress at {width} columns")
        expect(any(word in line for line in lines), f"no \"{word}\" in {lines[-1:]}")
        for line in lines:
            expect(columns(line) < width, f"too wide for {width} columns: {line!r}")
        expect(shown.endswith("\r\x1b[K"), "the line of progress stays on the screen")


def main():
    program = str(pathlib.Path(sys.argv[1]).resolve())
    expect(len(ROUNDS) > 5, "there are no rounds")
    with tempfile.TemporaryDirectory() as scratch:
        for part in (colours, errors, summaries, progress):
            part(program, pathlib.Path(scratch))
    print("\n".join(FAULTS))
    sys.exit(1 if FAULTS else 0)


main()
