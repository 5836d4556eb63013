"""The referee against rounds worked out by hand: novelty, collective, moves, the lottery, the order of the levels."""

import unittest

import lottery
from hand_made import a_round, places, project, student, values
from model import Decision, District, HistoryFile, Lecturer, Organisation, Placement
from referee import Referee


class Novelty(unittest.TestCase):
    def setUp(self):
        self.round = a_round({"a": "P1", "b": "P1", "c": ""}, {"P1": 3}, "placed, novelty", unlisted="last")
        self.round.districts = [District("W")]
        self.round.organisations = [Organisation("O1"), Organisation("O2")]
        project(self.round, "P1").organisations = ["O1", "O2"]
        project(self.round, "P1").district = "W"
        team = [Placement(s, "x", "2025-1", organisations=["O1", "O2"], district="W") for s in "abc"]
        self.round.history = [HistoryFile(team)]

    def novelty(self, **rules):
        for name in ("new_organisation", "new_district", "new_teammates"):
            setattr(self.round.rules, name, rules.get(name, "off"))
        return values(self.round)["novelty"]

    def test_all_three_unless_some_are_soft(self):
        # a and b: a known host each, a known district each, and each other. c made no choices and does not count.
        self.assertEqual(self.novelty(), 5)
        self.assertEqual(self.novelty(new_organisation="soft"), 2)
        self.assertEqual(self.novelty(new_teammates="soft"), 1)
        self.assertEqual(self.novelty(new_district="soft", new_teammates="soft"), 3)

    def test_what_is_hard_does_not_count(self):
        self.round.history[0].rows[0].organisations = []
        self.round.history[0].rows[1].organisations = []
        self.assertEqual(self.novelty(new_organisation="hard"), 3)

    def test_a_unit_counts_no_pair_and_lends_its_choices(self):
        self.round.decisions = [Decision("together", ["b", "c"])]
        # Now c counts as choosing: three hosts, three districts; pairs a-b and a-c.
        self.assertEqual(self.novelty(), 8)

    def test_others_are_placed_after_it(self):
        self.round.objectives.append(type(self.round.objectives[0])("balance"))
        names = [level.name for level in Referee(self.round).answer().levels]
        self.assertEqual(names, ["placed", "novelty", "placed:rest", "balance"])


class Collective(unittest.TestCase):
    def setUp(self):
        students = {"a": "P1 P2", "b": "P1 P2", "c": "P1 P2", "d": ""}
        self.round = a_round(students, {"P1": 4, "P2": 4}, "collective, ranks:sum", unlisted="last")
        project(self.round, "P2").orientation = "collective"

    def test_most_heads_of_all(self):
        self.assertEqual(values(self.round), {"placed": 3, "collective": 4, "ranks:sum": 6, "placed:rest": 1})

    def test_gives_way_downwards(self):
        # 40 per cent less than 4 is 2.4, so 3 stay: d and two of the others.
        self.round.objectives[0].give_way = "40"
        answer = Referee(self.round).answer()
        self.assertEqual([level.best for level in answer.levels], [3, 4, 5, 1])


class Moves(unittest.TestCase):
    def setUp(self):
        self.round = a_round({"a": "P1 P2", "b": "P1 P2", "new": "P1"}, {"P1": 2, "P2": 2}, "moves, ranks:sum")
        self.round.base = [Placement("a", "P2"), Placement("b", "P2"), Placement("gone", "P1")]

    def moves(self):
        found = values(self.round)
        return [found["moves:" + what] for what in ("project", "lecturer", "slot")]

    def test_who_stays_does_not_move(self):
        found = values(self.round)
        self.assertEqual(list(found), ["placed", "moves:project", "moves:lecturer", "moves:slot", "ranks:sum"])
        self.assertEqual(list(found.values()), [3, 0, 0, 0, 5])

    def test_placed_may_come_later(self):
        self.round.objectives.insert(1, type(self.round.objectives[0])("placed"))
        student(self.round, "new").choices = [(1, "P2")]
        self.assertEqual(values(self.round)["placed"], 2)
        self.assertEqual(places(self.round), {"a": "P2", "b": "P2", "new": ""})

    def test_not_placed_and_gone_projects_are_moves(self):
        project(self.round, "P2").status = "closed"
        self.assertEqual(self.moves(), [2, 0, 0])
        self.round.base[0].project = "P9"
        self.round.base[1].project = ""
        self.assertEqual(self.moves(), [1, 0, 0])

    def test_another_lecturer_on_the_same_project(self):
        self.round.lecturers = [Lecturer("l", maximum=100), Lecturer("m", maximum=200)]
        for p in self.round.projects:
            p.lecturers = ["l", "m"]
        for row, guide in zip(self.round.base, ("l", "m", "m")):
            row.lecturer = guide
        self.assertEqual(self.moves(), [0, 1, 0], "the two on P2 have one lecturer")
        self.round.base[0].lecturer = ""
        self.assertEqual(self.moves(), [0, 0, 0])
        self.round.base[0].lecturer = self.round.base[1].lecturer = "gone"
        self.assertEqual(self.moves(), [0, 2, 0])
        self.round.lecturers = None
        for p in self.round.projects:
            p.lecturers = []
        self.assertEqual(self.moves(), [0, 2, 0])

    def test_another_slot_on_the_same_project(self):
        self.round.base[0].slot = "mo1"
        self.assertEqual(self.moves(), [0, 0, 1], "there are no meetings any more")
        self.round.rules.meetings = True
        self.assertEqual(self.moves(), [0, 0, 0])
        project(self.round, "P2").slots = frozenset(("mo2", "mo3"))
        self.assertEqual(self.moves(), [0, 0, 1])
        self.round.base[1].slot = "mo2"
        self.assertEqual({plan[2][1] for plan in Referee(self.round).answer().plans}, {"mo2"})


class Lottery(unittest.TestCase):
    """The digests are those of `printf '0\\na' | sha256sum` and the like."""

    def test_numbers(self):
        # 0d3b..., 3e27..., efc7...; with seed 7: 9929..., 6fc9..., 5706...
        self.assertEqual(lottery.numbers(0, "cab"), {"a": 1, "b": 2, "c": 3})
        self.assertEqual(lottery.numbers(7, "abc"), {"c": 1, "b": 2, "a": 3})

    def test_weights_are_five_hexadecimal_digits(self):
        self.assertEqual(lottery.weight(0, "a", "P1", ""), WEIGHTS["a P1"])
        self.assertEqual(lottery.weight(0, "P1", "mo2"), WEIGHTS["P1 mo2"])

    def test_the_first_number_goes_first(self):
        rnd = a_round({"a": "P1 P2", "b": "P1 P2", "c": "P1 P2"}, {"P1": 1, "P2": 2}, "placed, lottery")
        weights = WEIGHTS["a P1"] + WEIGHTS["b P2"] + WEIGHTS["c P2"]
        self.assertEqual(values(rnd), {"placed": 3, "lottery": [3 * 1 + 2 * 2 + 1 * 2, weights]})
        rnd.seed = 7
        self.assertEqual(places(rnd), {"a": "P2", "b": "P2", "c": "P1"})

    def test_unlisted_and_unplaced_count_behind_the_ranks(self):
        rnd = a_round({"a": "P1", "b": "P1"}, {"P1": 1, "P2": 1}, "placed, lottery")
        self.assertEqual(values(rnd)["lottery"][0], 2 * 1 + 1 * 3)
        rnd.rules.unlisted = "last"
        self.assertEqual(values(rnd)["lottery"][0], 2 * 1 + 1 * 2)

    def test_students_without_choices_take_part(self):
        rnd = a_round({"a": "", "b": "P1"}, {"P1": 1}, "placed, lottery", unlisted="last")
        self.assertEqual(values(rnd)["lottery"][0], 2 * 3 + 1 * 1)

    def test_second_step_chooses_lecturer_and_slot(self):
        rnd = a_round({"a": "P1"}, {"P1": 1}, "placed, lottery")
        project(rnd, "P1").lecturers = ["l", "m"]
        rnd.lecturers = [Lecturer("l"), Lecturer("m")]
        self.assertEqual(values(rnd)["lottery"], [1, WEIGHTS["a P1 l"]])
        rnd.rules.meetings = True
        project(rnd, "P1").slots = frozenset(("mo1", "mo2"))
        self.assertEqual(values(rnd)["lottery"], [1, WEIGHTS["a P1 l"] + WEIGHTS["P1 mo2"]])
        rnd.lecturers[0].slots = frozenset(("mo1",))
        # l only on mo1, m on either: a l + mo1 or a m + mo2.
        cheapest = min(WEIGHTS["a P1 l"] + WEIGHTS["P1 mo1"], WEIGHTS["a P1 m"] + WEIGHTS["P1 mo2"])
        self.assertEqual(values(rnd)["lottery"], [1, cheapest])


# The first five digits of `printf '0\na\nP1\n' | sha256sum`, of `printf '0\nP1\nmo1' | sha256sum` and so on.
WEIGHTS = {
    "a P1": 0xa6f61, "b P2": 0xed49f, "c P2": 0x0f83b, "a P1 l": 0xc1348,
    "a P1 m": 0xe3d64, "P1 mo1": 0xb1f1a, "P1 mo2": 0x31a0f,
}  # fmt: skip


class DefaultOrder(unittest.TestCase):
    def names(self, rnd):
        rnd.objectives = None
        return [level.name for level in Referee(rnd).answer().levels]

    def test_travel_where_trips_are_known(self):
        rnd = a_round({"a": "P1", "b": ""}, {"P1": 2}, unlisted="last")
        self.assertEqual(self.names(rnd), ["placed", "ranks:generous", "placed:rest", "lottery"])
        rnd.districts = [District("W")]
        student(rnd, "a").district = student(rnd, "b").district = project(rnd, "P1").district = "W"
        self.assertNotIn("travel", self.names(rnd))
        student(rnd, "a").position = (52.0, 5.9)
        self.assertNotIn("travel", self.names(rnd))
        project(rnd, "P1").position = (52.0, 5.9)
        names = ["placed", "ranks:generous", "travel", "placed:rest", "travel:rest", "lottery"]
        self.assertEqual(self.names(rnd), names)
