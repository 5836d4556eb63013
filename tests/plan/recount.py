"""recount.py: counts a plan's tables again and compares them with summary.json and with each other."""
import csv
import hashlib
import json
import sys
from collections import Counter, defaultdict
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path


def rows(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def half_up(total, count, places):
    if not count:
        return ""
    return str((Decimal(total) / count).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP))


class Fairness:
    """Who fares how, from the input files and placements.csv alone."""

    def __init__(self, folder, students, placements):
        self.students = {row["id"]: row for row in students}
        self.at = {row["student"]: row for row in placements}
        self.circle = {row["id"]: row["circle"] for row in rows(folder / "districts.csv")}
        self.asks = any(
            row.get(column) for row in rows(folder / "projects.csv") for column in ("programmes", "certificates", "days")
        )
        teams = defaultdict(list)
        for row in students:
            teams[row.get("group") or (row["id"],)].append(row["id"])
        self.team = {student: team for team in teams.values() for student in team}

    def choices(self, student):
        """Project -> rank, as her cells say."""
        row = self.students[student]
        return {row[key]: int(key[7:]) for key in row if key.startswith("choice_") and row[key]}

    def ranks(self, student):
        """Project -> rank for her, of what every member of her group who chose has listed."""
        lists = [self.choices(member) for member in self.team[student] if self.choices(member)]
        common = set.intersection(*map(set, lists)) if lists else set()
        own = self.choices(student)
        return {project: own[project] if own else max(each[project] for each in lists) for project in common}

    def envious(self, numbers):
        """Students with a choice, better than what they have, on which an earlier number is placed."""
        count = 0
        for student in self.students:
            ranks, here = self.ranks(student), self.at[student]["rank"]
            better = {p for p, rank in ranks.items() if not here.isdigit() or rank < int(here)}
            count += any(
                self.at[other]["project"] in better and numbers[other] < numbers[student] for other in self.students
            )
        return count

    def figures(self, members):
        """The cells of fairness.csv behind the name, and the object of summary.json."""
        here = [self.at[student] for student in members]
        chose = [s for s in members if any(self.choices(member) for member in self.team[s])]
        ranks = [self.at[s]["rank"] for s in chose]
        numbers = [int(rank) for rank in ranks if rank.isdigit()]
        trips = [int(row["minutes"]) for row in here if row["minutes"]]
        counts = {
            "students": len(members),
            "chose": len(chose),
            "placed": sum(1 for row in here if row["project"]),
            "unlisted": ranks.count("unlisted"),
            "first_choice": numbers.count(1),
            "top3": sum(1 for rank in numbers if rank <= 3),
            "ranked": len(numbers),
            "rank_sum": sum(numbers),
            "trips": len(trips),
            "minutes": sum(trips),
        }
        cells = [counts[key] for key in ("students", "chose", "placed", "first_choice", "top3", "unlisted")]
        cells += [half_up(sum(numbers), len(numbers), 2), len(trips), half_up(sum(trips), len(trips), 2)]
        return list(map(str, cells)), counts

    def groups(self):
        """(kind, name, members) in the order of fairness.csv."""
        key = {
            "programme": lambda row: row["programme"],
            "district": lambda row: row["district"],
            "circle": lambda row: self.circle.get(row["district"], ""),
        }
        for kind in ("programme", "district", "circle"):
            for name in sorted({key[kind](row) for row in self.students.values()}):
                yield kind, name, [s for s, row in self.students.items() if key[kind](row) == name]


def check_fairness(plan, summary, students, placements):
    order = sorted(
        (row["id"] for row in students), key=lambda s: hashlib.sha256(f"{summary['seed']}\n{s}".encode()).digest()
    )
    numbers = {student: n for n, student in enumerate(order, 1)}
    lottery = (plan / "lottery.csv").read_bytes()
    assert lottery == "".join(["number,student\n", *(f"{n},{s}\n" for s, n in numbers.items())]).encode(), "lottery.csv"

    fairness, told = Fairness(plan / "input", students, placements), summary["fairness"]
    cells, counts = fairness.figures([row["id"] for row in students])
    expected = [["all", "", *cells]]
    objects = defaultdict(list)
    for kind, name, members in fairness.groups():
        cells, group = fairness.figures(members)
        expected.append([kind, name, *cells])
        objects[f"by_{kind}"].append({"name": name, **group})
    with open(plan / "fairness.csv", encoding="utf-8", newline="") as file:
        table = list(csv.reader(file))
    header = "group,name,students,chose,placed,first_choice,top_3,unlisted,mean_rank,trips,mean_minutes"
    assert table[0] == header.split(","), table[0]
    assert table[1:] == expected, [pair for pair in zip(table[1:], expected) if pair[0] != pair[1]]
    for key, value in [*objects.items(), *((key, counts[key]) for key in ("chose", "first_choice", "top3"))]:
        assert told[key] == value, (key, told[key], value)
    assert list(told) == "envious chose first_choice top3 by_programme by_district by_circle".split()
    envious = fairness.envious(numbers)
    # Where projects ask for something, only some of these are eligible for what they would rather have.
    assert 0 < told["envious"] <= envious if fairness.asks else told["envious"] == envious, (told["envious"], envious)


def main(plan, students_file):
    plan = Path(plan)
    summary = json.loads((plan / "summary.json").read_text(encoding="utf-8"))
    placements = rows(plan / "placements.csv")
    load = {row["id"]: Decimal(row.get("load") or 1) for row in rows(students_file)}
    placed = [row for row in placements if row["project"]]

    assert [row["student"] for row in placements] == sorted(load), "one row a student, sorted by id"
    for row in placements:
        if not row["project"]:
            assert not any(value for key, value in row.items() if key != "student"), row
        else:
            assert row["rank"] == "unlisted" or int(row["rank"]) >= 1, row
            assert row["basis"] in ("choice", "pin", "group", "unlisted"), row
    ranks = Counter(row["rank"] for row in placed)
    assert summary["students"] == len(placements)
    assert summary["placed"] == len(placed)
    assert summary["unlisted"] == ranks["unlisted"]
    assert summary["profile"] == [ranks[str(k + 1)] for k in range(len(summary["profile"]))]
    assert sum(summary["profile"]) + summary["unlisted"] == summary["placed"]

    guides = defaultdict(set)
    for row in placed:
        guides[row["project"]].add(row["lecturer"])
    for row in rows(plan / "projects.csv"):
        here = [s["student"] for s in placed if s["project"] == row["project"]]
        assert int(row["students"]) == len(here), row
        assert row["status"] == ("open" if here else "closed"), row
        assert Decimal(row["load"]) == sum(load[s] for s in here), row
        assert row["lecturer"] == "|".join(sorted(guides[row["project"]])), row
    for row in rows(plan / "lecturers.csv"):
        hers = [s for s in placed if s["lecturer"] == row["lecturer"]]
        assert int(row["students"]) == len(hers), row
        assert int(row["projects"]) == len({s["project"] for s in hers}), row
        assert Decimal(row["load"]) == sum(load[s["student"]] for s in hers), row

    for entry in summary["inputs"]:
        copy = plan / "input" / entry.get("stored", entry["path"])
        assert hashlib.sha256(copy.read_bytes()).hexdigest() == entry["sha256"], entry
    assert summary["inputs"][0]["path"] == summary["round_file"]
    check_fairness(plan, summary, rows(students_file), placements)
    assert hashlib.sha256((plan / "placements.csv").read_bytes()).hexdigest() == summary["placements_sha256"]
    keys = "program version round round_file overrides settings status students placed unlisted profile levels fairness seed "
    keys += "seconds placements_sha256 inputs"
    assert list(summary) == keys.split(), list(summary)
    for level in summary["levels"]:
        assert set(level) - {"best"} == set("name sense value bound proven certified seconds".split()), level


main(sys.argv[1], sys.argv[2])
