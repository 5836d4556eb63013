"""Publish --since against its meaning: of two plans published in full, exactly those are told whose files differ, and with the
sentences left out they get the same files. Rounds are changed in one cell or row, of every kind."""

import csv
import random
import re
import shutil

from made_round import Made
from program import must, recipients, run

# What may move without being news: the number that everybody drew anew.
LOTTERY = re.compile(r"Your number in the lottery is \d+")
CHANGES = re.compile(r'<section id="changes">\n<h2>[^\n]*</h2>\n<ul>\n(.*?)</ul>\n</section>\n', re.DOTALL)


def edit(name, column, value=None):
    """A change of one cell of a random row."""

    def change(folder, dice, words):
        path = folder / f"{name}.csv"
        with open(path, encoding="utf-8", newline="") as stream:
            rows = list(csv.DictReader(stream))
        row = dice.choice(rows)
        row[column] = value if value is not None else words.word()
        write(path, rows)

    change.__name__ = f"{name}.{column}"
    return change


def write(path, rows):
    with open(path, "w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, rows[0].keys())
        writer.writeheader()
        writer.writerows(rows)


def read(path):
    with open(path, encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def student_leaves(folder, dice, words):
    students = read(folder / "students.csv")
    gone = students.pop(dice.randrange(11, len(students)))  # those before are in decisions
    write(folder / "students.csv", students)
    write(folder / "preferences.csv", [row for row in read(folder / "preferences.csv") if row["student"] != gone["id"]])


def student_comes(folder, dice, words):
    students = read(folder / "students.csv")
    students.append({**dice.choice(students), "id": words.word(), "name": words.name(), "email": words.email(), "group": ""})
    write(folder / "students.csv", students)


def project_comes(folder, dice, words):
    projects = read(folder / "projects.csv")
    projects.append({**dice.choice(projects), "id": words.word(), "title": words.name()})
    write(folder / "projects.csv", projects)


def lecturer_comes(folder, dice, words):
    lecturers = read(folder / "lecturers.csv")
    lecturers.append({**lecturers[0], "id": words.word(), "name": words.name(), "email": words.email()})
    write(folder / "lecturers.csv", lecturers)


def setting(before, after):
    def change(folder, dice, words):
        path = folder / "round.ini"
        text = path.read_text(encoding="utf-8")
        path.write_text(re.sub(before, after, text), encoding="utf-8")

    change.__name__ = after
    return change


def nothing(folder, dice, words):
    pass


CHANGES_OF_ROUNDS = [
    nothing,
    setting(r"name = Privacy", "name = Another name"),
    setting(r"end = 2027-06-30", "end = 2027-07-02"),
    setting(r"seed = \d+", "seed = 4711"),
    setting(r"meetings = \w+", "meetings = off"),
    setting(r"meetings = \w+", "meetings = weekly"),
    *(edit("projects", column) for column in ("title", "theme", "indicator")),
    edit("projects", "max_students", "1"),
    edit("projects", "max_students", "9"),
    edit("districts", "name"),
    edit("districts", "circle"),
    *(edit("lecturers", column) for column in ("name", "email")),
    *(edit("organisations", column) for column in ("name", "email")),
    *(edit("students", column) for column in ("name", "email", "programme", "year")),
    edit("students", "name", ""),
    edit("students", "days", "tu|th"),
    edit("travel", "minutes", "99"),
    edit("preferences", "rank", "1"),
    student_leaves,
    student_comes,
    project_comes,
    lecturer_comes,
]


def without_lottery(files):
    return {name: LOTTERY.sub("", text) for name, text in files.items()}


def without_round(files):
    """The round's name is told everywhere and is no news by itself; events are known by it."""
    known = {name: text.replace("Another name", "Privacy") for name, text in files.items()}
    return {name: re.sub(r"UID:\w+", "", text) for name, text in known.items() if not name.endswith(".xlsx")}


def without_empty_meetings(files):
    """A column for meetings that the round has, and nobody of this list, is no news."""
    bare = {name: text for name, text in files.items() if not name.endswith(".xlsx")}
    if "list.csv" in bare:
        rows = list(csv.reader(bare["list.csv"].splitlines(), delimiter=";"))
        if rows[0][-1] == "meeting" and not any(row[-1] for row in rows[1:]):
            rows = [row[:-1] for row in rows]
        bare["list.csv"] = repr(rows)
    return bare


BARE = {"name = Another name": without_round, "meetings = off": without_empty_meetings, "meetings = weekly": without_empty_meetings}


def told_of(files):
    page = files.get("letter.html") or files["list.html"]
    section = CHANGES.search(page)
    return re.findall(r"<li>(.*)</li>", section[1]) if section else []


def faults_of(before, after, since, bare):
    """before, after: everybody's files of either plan, of which `bare` leaves out what is no news; since: those of who was
    told."""
    for who in sorted(set(before) | set(after) | set(since)):
        name = "/".join(who)
        if who not in after:
            if who not in since:
                yield f"{name} left, and is not told"
            elif len(told_of(since[who])) != 1:
                yield f"{name} left, and is told {told_of(since[who])}"
            continue
        same = who in before and without_lottery(bare(before[who])) == without_lottery(bare(after[who]))
        if same == (who in since):
            yield f"{name} is {'told, but nothing differs' if same else 'not told what differs'}"
        elif not same and not told_of(since[who]):
            yield f"{name} is told, but not what changed"
        elif not same:
            plain = {file: CHANGES.sub("", text) for file, text in since[who].items() if not file.endswith(".xlsx")}
            if plain != {file: text for file, text in after[who].items() if not file.endswith(".xlsx")}:
                yield f"{name} is told something else than in the whole publication"


def check(program, work):
    faults, pairs, told = [], 0, 0
    for seed in range(1, 5):
        made = Made(seed)
        made.write(work / f"{seed}")
        dice = random.Random(seed)
        must(program, "solve", work / f"{seed}/round.ini", "--quiet")
        must(program, "publish", work / f"{seed}/plan", "-o", work / f"{seed}-all", "--quiet")
        before = recipients(work / f"{seed}-all")
        for number, change in enumerate(CHANGES_OF_ROUNDS):
            other = work / f"{seed}-{number}"
            shutil.copytree(work / f"{seed}", other, ignore=shutil.ignore_patterns("plan"))
            change(other, dice, made.words)
            if run(program, "solve", other / "round.ini", "--quiet").returncode != 0:
                continue  # a pin that the change broke
            must(program, "publish", other / "plan", "-o", other / "all", "--quiet")
            must(program, "publish", other / "plan", "-o", other / "since", "--since", work / f"{seed}/plan", "--quiet")
            after, since = recipients(other / "all"), recipients(other / "since")
            bare = BARE.get(change.__name__, dict)
            faults += [f"round {seed}, {change.__name__}: {fault}" for fault in faults_of(before, after, since, bare)]
            if change is nothing and since:
                faults.append(f"round {seed}: nothing changed, but {sorted(since)} are told")
            pairs += 1
            told += len(since)
    if pairs < 80 or told < 500:
        faults.append("too little was tried")
    return faults, f"{told} recipients were told of changes, in {pairs} pairs of plans"
