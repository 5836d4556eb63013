"""Publish --pseudonyms: nobody's name, number, address or project is told anywhere; the same secret gives the same pseudonyms
in every round, another one others; the order of rows is that of the pseudonyms."""

import csv
import re

import contents
from made_round import Made
from program import must, run

PSEUDONYM = re.compile(r"\b[SLOP]-[0-9A-HJKMNP-TV-Z]{10}\b")


def private_words(made, folder):
    """All that would tell who somebody is, which a made round has nowhere else."""
    words = set()
    for table, columns in (("students", ("id", "name", "email")), ("lecturers", ("id", "name", "email")),
                           ("organisations", ("id", "name", "email")), ("projects", ("id", "title", "indicator"))):
        with open(folder / f"{table}.csv", encoding="utf-8", newline="") as stream:
            for row in csv.DictReader(stream):
                words.update(part for column in columns for part in re.split(r"[ @.]", row[column]) if len(part) > 2)
    return words - {"example"}


def everything(published):
    """All that a publication holds, names of files too."""
    texts = [str(path.relative_to(published)) for path in published.rglob("*")]
    texts += [contents.read(path)[0] for path in sorted(published.rglob("*")) if path.is_file()]
    return "\n".join(texts)


def names_of(published):
    return {path.name for path in published.glob("*/*") if path.parent.name != "brokers"}


def tells_lottery(published):
    return any("lottery" in path.read_text(encoding="utf-8") for path in published.glob("students/*/letter.html"))


def order_faults(published):
    for path in published.rglob("list.csv"):
        with open(path, encoding="utf-8-sig", newline="") as stream:
            rows = list(csv.DictReader(stream, delimiter=";"))
        shown = [(row["project"], row.get("name") or row.get("student number")) for row in rows]
        if shown != sorted(shown):
            yield f"{path.relative_to(published)}: the rows are not in the order of what they show"


def check(program, work):
    faults = []
    looked_at = 0
    for seed in (1, 2, 3):
        made = Made(seed)
        folder = work / f"{seed}"
        made.write(folder)
        must(program, "solve", folder / "round.ini", "--quiet")
        said = must(program, "publish", folder / "plan", "--pseudonyms")
        key = folder / "pseudonyms.key"
        if str(key) not in said or key.stat().st_mode & 0o777 != 0o600:
            faults.append(f"round {seed}: no secret of the coordinator's own was made and told of")
        published = folder / "plan-publish"
        texts = everything(published)
        looked_at += len(names_of(published))
        faults += [f"round {seed}: tells {word}" for word in sorted(private_words(made, folder)) if word.lower() in texts.lower()]
        faults += [f"round {seed}: {fault}" for fault in order_faults(published)]
        # Whoever has the seed and a list of students can work the lottery's numbers out again.
        if tells_lottery(published):
            faults.append(f"round {seed}: a number in the lottery says who is who")
        if (folder / "plan" / "published.json").exists():
            faults.append(f"round {seed}: pseudonyms make the plan a published one")
        if not all(PSEUDONYM.fullmatch(name) for name in names_of(published)):
            faults.append(f"round {seed}: a folder has another name")
        # A search must be able to find what it looks for.
        must(program, "publish", folder / "plan", "-o", folder / "open")
        missed = [word for word in private_words(made, folder) if word not in everything(folder / "open")]
        if len(missed) > len(private_words(made, folder)) // 4:
            faults.append(f"round {seed}: the search does not find names that are told")
        if not tells_lottery(folder / "open"):
            faults.append(f"round {seed}: the search does not find numbers in the lottery")
        # Another plan of the same people: the same secret, the same names.
        must(program, "solve", folder / "round.ini", "-o", folder / "later", "--set", "round.seed=99", "--quiet")
        must(program, "publish", folder / "later", "--pseudonyms", "--pseudonym-key", key, "--quiet")
        if names_of(folder / "later-publish") != names_of(published):
            faults.append(f"round {seed}: the same secret gives other pseudonyms")
        other = folder / "other.key"
        other.write_text("7" * 64 + "\n")
        must(program, "publish", folder / "later", "-o", folder / "apart", "--pseudonyms", "--pseudonym-key", other, "--quiet")
        if names_of(folder / "apart") & names_of(published):
            faults.append(f"round {seed}: another secret gives the same pseudonyms")
        faults += refusals(program, folder)
    return faults, f"{looked_at} folders hold no true name"


def refusals(program, folder):
    """A secret that cannot be read is an error, and is not replaced."""
    broken = folder / "broken.key"
    broken.write_text("not a secret\n")
    for options, status, words in (
        (("--pseudonyms", "--pseudonym-key", broken), 3, "is not a secret for pseudonyms"),
        (("--pseudonyms", "--pseudonym-key", folder / "missing.key"), 3, "is not there"),
        (("--pseudonym-key", broken), 2, "--pseudonyms"),
    ):
        done = run(program, "publish", folder / "plan", "-o", folder / "refused", *options)
        if done.returncode != status or words not in done.stderr:
            yield f"{options}: {done.returncode} {done.stderr}"
    if (folder / "refused").exists() or (folder / "missing.key").exists() or broken.read_text() != "not a secret\n":
        yield "what was refused left something behind"
