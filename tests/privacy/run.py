"""Nobody's folder tells what is not hers: run.py PROGRAM. Every file of every recipient of made rounds and of the scenarios
is searched for all that is private to others; then leaks are planted, one of each kind, and each must be found."""

import pathlib
import re
import stat
import sys
import tempfile

sys.dont_write_bytecode = True

import contents  # noqa: E402
import leaks  # noqa: E402
from audiences import Audiences  # noqa: E402
from made_round import FIRST_TRIP, RANKS, Made  # noqa: E402
from publications import FOLDERS, SCENARIOS, call, publish, stem  # noqa: E402

ROUNDS = ("cafe-gap", "leerkring", "knowledge-cafe/before", "theme-track/round-1", "tiny")
SEEDS = range(1, 9)
SPOILED = (1, 2, 3)  # of these: leaks are planted in their publications
FILES = {
    "student": {"letter.html", "calendar.ics"},
    "lecturer": {"list.html", "list.csv", "list.xlsx", "calendar.ics"},
    "organisation": {"list.html", "list.csv", "list.xlsx", "calendar.ics"},
    "broker": {"list.html", "list.csv", "list.xlsx"},
}
# How a place came about is told to its student only.
ACCOUNT = re.compile(r"\b(ranks?|rang|lottery|loting|choices?|keuzes?|pinned|unlisted)\b", re.IGNORECASE)


def stands_in(text, everything):
    """As a word of its own, since S1 is not in S12."""
    at = everything.find(text)
    while at >= 0:
        before, after = everything[at - 1 : at], everything[at + len(text) : at + len(text) + 1]
        if not (text[0].isalnum() and before.isalnum()) and not (text[-1].isalnum() and after.isalnum()):
            return True
        at = everything.find(text, at + 1)
    return False


class Check:
    """One published plan."""

    def __init__(self, audiences, made):
        self.audiences = audiences
        self.made = made  # numbers are told apart too
        self.homes = set(audiences.homes()) if made else set()
        self.recipients = {(FOLDERS[one.audience], stem(one.id)): one for one in audiences.recipients}

    def file_faults(self, path, recipient):
        everything, seen = contents.read(path)
        for text, what in self.audiences.private.items():
            if text not in everything or text in recipient.told:
                continue
            # A name that is a part of what she may read is no leak.
            if any(text in told for told in recipient.told) or not stands_in(text, everything):
                continue
            yield f"{what}: {text}"
        if recipient.audience != "student" and ACCOUNT.search(seen):
            yield f"how a place came about: {ACCOUNT.search(seen)[0]}"
        for home in self.homes:
            if stands_in(home, everything):
                yield f"a home: {home}"
        if self.made:
            yield from self.number_faults(seen, recipient)

    def number_faults(self, seen, recipient):
        for number in re.findall(r"(?<![\w.,-])\d{2,3}(?![\w.,-])", seen):
            if number in recipient.numbers:
                continue
            if int(number) in RANKS:
                yield f"a rank: {number}"
            elif int(number) >= FIRST_TRIP:
                yield f"a trip: {number}"

    def folder_faults(self, folder, recipient):
        names = {path.name for path in folder.iterdir()}
        if names | {"calendar.ics"} != FILES[recipient.audience] | {"calendar.ics"} or names - FILES[recipient.audience]:
            yield f"holds {sorted(names)}"
        seen = {}
        for path in sorted(folder.iterdir()):
            yield from (f"{path.name} tells {fault}" for fault in self.file_faults(path, recipient))
            seen[path.suffix] = contents.read(path)[1]
        page = seen.get(".html", "")
        for text in sorted(recipient.must):
            if text not in page:
                yield f"the page does not tell {text}"

    def faults(self, published):
        """What is wrong with a publication, one sentence each."""
        found = {(path.parent.name, path.name): path for kind in FOLDERS.values() for path in (published / kind).glob("*")}
        if set(found) != set(self.recipients):
            yield f"the folders are not those of the recipients: {sorted(set(found) ^ set(self.recipients))[:4]}"
        for key in sorted(set(found) & set(self.recipients)):
            yield from ("/".join(key) + ": " + fault for fault in self.folder_faults(found[key], self.recipients[key]))
        for path in [published, *published.rglob("*")]:
            mode = stat.S_IMODE(path.stat().st_mode)
            if mode != (0o700 if path.is_dir() else 0o600):
                yield f"{path.relative_to(published)}: its mode is {mode:o}"
        for path in published.rglob("*"):
            if path.is_file():
                everything = contents.read(path)[0]
                for text, what in self.audiences.private.items():
                    if what in ("the reason of a decision", "who decided", "a group") and stands_in(text, everything):
                        if not any(text in other for other, kind in self.audiences.private.items() if kind != what):
                            yield f"{path.relative_to(published)}: tells {what}: {text}"


def hidden_faults(audiences, published):
    """Behind pseudonyms nobody is told from another, not even by the name of a file."""
    for path in sorted(published.rglob("*")):
        name = str(path.relative_to(published))
        everything = name + "\n" + (contents.read(path)[0] if path.is_file() else "")
        yield from (f"{name} tells {what}: {text}" for text, what in audiences.private.items() if stands_in(text, everything))


def main():
    if len(sys.argv) != 2:
        sys.exit("usage: run.py PROGRAM")
    program, failed, checked = sys.argv[1], 0, 0
    with tempfile.TemporaryDirectory() as place:
        work = pathlib.Path(place)
        rounds = [(SCENARIOS / name / "round.ini", name.replace("/", "-"), False) for name in ROUNDS]
        rounds += [(Made(seed).write(work / f"made-{seed}"), f"made-{seed}", True) for seed in SEEDS]
        for ini, name, made in rounds:
            for plan, published in publish(program, ini, work, name):
                check = Check(Audiences(ini, plan), made)
                faults = list(check.faults(published))
                for fault in faults[:10]:
                    print(f"{published.name}: {fault}")
                failed += len(faults)
                checked += len(check.recipients)
            if made:
                hidden = work / f"{name}-hidden"
                call(program, "publish", plan, "-o", hidden, "--pseudonyms", "--quiet")
                faults = list(hidden_faults(check.audiences, hidden))
                print(*(f"{hidden.name}: {fault}" for fault in faults[:10]), sep="\n", end="\n" if faults else "")
                failed += len(faults)
                if not list(hidden_faults(check.audiences, published)):
                    sys.exit("names that are not hidden are not seen")
            if name in {f"made-{seed}" for seed in SPOILED} and not faults:
                failed += leaks.unseen(check, published, work / f"{name}-leak")
    print(f"{checked} recipients and {len(SPOILED)} times {len(leaks.LEAKS)} leaks looked at")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
