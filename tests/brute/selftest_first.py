"""The referee against rounds worked out by hand: seats, lecturers, hosts, decisions, eligibility, ranks, trips."""

import unittest

from hand_made import a_round, project, student, values
from model import Decision, District, Lecturer, Objective, Organisation
from referee import Referee


class Answers(unittest.TestCase):
    def setUp(self):
        # a and b want P1, which has one seat; c wants P2 only.
        self.round = a_round({"a": "P1 P2", "b": "P1 P2", "c": "P2"}, {"P1": 1, "P2": 1, "P3": 2})

    def test_seats_leave_one_student_out(self):
        self.assertEqual(values(self.round), {"placed": 2, "ranks:sum": 2})

    def test_unlisted_counts_one_more_than_the_worst_rank(self):
        self.round.rules.unlisted = "last"
        self.assertEqual(values(self.round), {"placed": 3, "ranks:sum": 1 + 1 + 3})

    def test_every_student_placed_or_no_plan(self):
        self.round.rules.must_place = True
        self.assertIsNone(values(self.round))
        project(self.round, "P2").max_students = 2
        self.assertEqual(values(self.round), {"placed": 3, "ranks:sum": 4})

    def test_profile_objectives_are_arrays(self):
        self.round.rules.unlisted = "last"
        self.round.objectives = [Objective("ranks:greedy"), Objective("ranks:generous"), Objective("ranks:minimax")]
        self.assertEqual(
            values(self.round),
            {"placed": 3, "ranks:greedy": [2, 0, 1], "ranks:generous": [1, 0, 2], "ranks:minimax": 3},
        )

    def test_generous_and_greedy_differ(self):
        seats = {"P1": 1, "P2": 1, "P3": 1}
        rnd = a_round({"a": "P1 P2", "b": "P2 P1 P3", "c": "P1 P3 P2"}, seats, "placed, ranks:greedy")
        self.assertEqual(values(rnd)["ranks:greedy"], [2, 1, 0, 0])
        rnd = a_round({"a": "P1 P2", "b": "P1 P3 P4 P2", "c": "P2 P4"}, {"P1": 1, "P2": 1, "P4": 1}, "ranks:greedy")
        self.assertEqual(values(rnd)["ranks:greedy"], [2, 0, 1, 0, 0])
        rnd.objectives = [Objective("ranks:generous")]
        self.assertEqual(values(rnd)["ranks:generous"], [0, 0, 0, 2, 1])

    def test_minimum_closes_a_project(self):
        project(self.round, "P1").min_students = 2
        project(self.round, "P1").max_students = 2
        project(self.round, "P2").max_students = 2
        project(self.round, "P2").min_students = 2
        self.assertEqual(values(self.round), {"placed": 2, "ranks:sum": 2})
        project(self.round, "P1").status = "closed"
        self.assertEqual(values(self.round), {"placed": 2, "ranks:sum": 3})
        project(self.round, "P1").status = "open"
        project(self.round, "P2").status = "open"
        self.assertIsNone(values(self.round))

    def test_reserve_takes_a_seat(self):
        project(self.round, "P1").max_students = 2
        self.assertEqual(values(self.round), {"placed": 3, "ranks:sum": 3})
        project(self.round, "P1").reserve = 1
        self.assertEqual(values(self.round), {"placed": 2, "ranks:sum": 2})

    def test_students_without_choices_come_last(self):
        rnd = a_round({"a": "P1", "b": "", "c": ""}, {"P1": 1, "P2": 1}, "placed, balance", unlisted="last")
        answer = Referee(rnd).answer()
        self.assertEqual([level.name for level in answer.levels], ["placed", "placed:rest", "balance"])
        self.assertEqual(values(rnd), {"placed": 1, "placed:rest": 1, "balance": 0})

    def test_student_without_choices_fills_a_minimum(self):
        rnd = a_round({"a": "P1", "b": ""}, {"P1": 2}, unlisted="last")
        project(rnd, "P1").min_students = 2
        self.assertEqual(values(rnd), {"placed": 1, "ranks:sum": 1, "placed:rest": 1})
        rnd.rules.unlisted = "never"
        self.assertEqual(values(rnd), {"placed": 0, "ranks:sum": 0})

    def test_group_moves_as_one_and_takes_its_worst_rank(self):
        rnd = a_round({"a": "P1 P2", "b": "P2 P1", "c": "", "d": "P1"}, {"P1": 3, "P2": 3})
        for name in "abc":
            student(rnd, name).group = "g"
        # On P1 the group has ranks 1, 2 and (c) 2, then d has no seat; on P2 2, 1 and 2, and d has her seat.
        self.assertEqual(values(rnd), {"placed": 4, "ranks:sum": 6})

    def test_group_lists_only_what_all_listed(self):
        rnd = a_round({"a": "P1 P2", "b": "P2"}, {"P1": 3, "P2": 1}, unlisted="last")
        rnd.decisions = [Decision("together", ["a", "b"])]
        self.assertEqual(values(rnd), {"placed": 2, "ranks:sum": 6})
        rnd.rules.max_choice = 2
        self.assertEqual(values(rnd), {"placed": 0, "ranks:sum": 0})

    def test_apart(self):
        rnd = a_round({"a": "P1", "b": "P1 P2"}, {"P1": 2, "P2": 1})
        self.assertEqual(values(rnd)["ranks:sum"], 2)
        rnd.decisions = [Decision("apart", ["a", "b"])]
        self.assertEqual(values(rnd), {"placed": 2, "ranks:sum": 3})

    def test_pin_overrides_wishes_but_not_seats(self):
        self.round.decisions = [Decision("pin", ["c"], "P1")]
        self.assertEqual(values(self.round), {"placed": 2, "ranks:sum": 5})
        self.round.decisions = [Decision("pin", ["c", "a"], "P1")]
        self.assertIsNone(values(self.round))

    def test_forbid_open_close(self):
        self.round.decisions = [Decision("forbid", ["a", "b"], "P1"), Decision("close", [], "P2")]
        self.assertEqual(values(self.round), {"placed": 0, "ranks:sum": 0})
        self.round.decisions = [Decision("open", [], "P3")]
        self.assertIsNone(values(self.round))

    def test_eligibility_and_waivers(self):
        rnd = a_round({"a": "P1"}, {"P1": 1}, days_in_common=2)
        p, s = project(rnd, "P1"), student(rnd, "a")
        for asks, meets, rule in (
            ({"programmes": ["SW", "NUR"]}, {"programme": "NUR"}, "programmes"),
            ({"years": ["2"]}, {"year": "2"}, "years"),
            ({"certificates": ["VOG", "BHV"]}, {"certificates": ["BHV", "x", "VOG"]}, "certificates"),
            ({"languages": ["nl"]}, {"languages": ["ar", "nl"]}, "languages"),
            ({"days": frozenset(("mo", "tu", "fr"))}, {"days": frozenset(("mo", "fr"))}, "days_in_common"),
        ):
            (ask, wanted), (have, got) = *asks.items(), *meets.items()
            blank_project, blank_student = getattr(p, ask), getattr(s, have)
            setattr(p, ask, wanted)
            if rule == "days_in_common":
                self.assertEqual(values(rnd)["placed"], 1, "blank days mean all")
                s.days = frozenset(("mo", "th"))
            self.assertEqual(values(rnd)["placed"], 0, rule)
            rnd.decisions = [Decision("waive", ["a"], "P1", rule=rule)]
            self.assertEqual(values(rnd)["placed"], 1, rule)
            rnd.decisions = []
            setattr(s, have, got)
            self.assertEqual(values(rnd)["placed"], 1, rule)
            setattr(p, ask, blank_project)
            setattr(s, have, blank_student)

    def test_agreement_covers_the_round(self):
        self.round.organisations = [Organisation("O1", agreement_from="2027-02-01", agreement_until="2027-07-01")]
        project(self.round, "P1").organisations = ["O1"]
        self.assertEqual(values(self.round)["placed"], 2)
        self.round.organisations[0].agreement_until = "2027-06-30"
        self.assertEqual(values(self.round)["placed"], 1)

    def test_every_host_counts_all_students(self):
        self.round.organisations = [Organisation("O1", max_students=1), Organisation("O2", max_projects=1)]
        project(self.round, "P1").organisations = ["O1", "O2"]
        project(self.round, "P2").organisations = ["O1"]
        self.assertEqual(values(self.round)["placed"], 1)
        project(self.round, "P2").organisations = ["O2"]
        self.assertEqual(values(self.round)["placed"], 1)
        project(self.round, "P2").organisations = []
        self.assertEqual(values(self.round)["placed"], 2)

    def test_lecturers_have_room_and_minimum(self):
        self.round.districts = [District("W", circle="K")]
        for p in self.round.projects:
            p.district = "W"
        self.round.lecturers = [Lecturer("l", districts=["W"], maximum=150), Lecturer("m", circles=["K"], maximum=50)]
        student(self.round, "c").load = 50
        self.assertEqual(values(self.round), {"placed": 2, "ranks:sum": 2})
        self.round.lecturers[0].reserve = 100
        self.assertEqual(values(self.round)["placed"], 1)
        self.round.lecturers = [Lecturer("l", districts=["W"], maximum=300, minimum=300)]
        self.assertIsNone(values(self.round))
        self.round.lecturers = [Lecturer("l", districts=["W"], maximum=300, max_projects=1)]
        self.assertEqual(values(self.round)["placed"], 1)
        self.round.lecturers = [Lecturer("l", maximum=0, minimum=100), Lecturer("m")]
        self.assertEqual(values(self.round)["placed"], 0)

    def test_one_lecturer_or_several(self):
        rnd = a_round({"a": "P1", "b": "P1"}, {"P1": 2})
        project(rnd, "P1").lecturers = ["l", "m"]
        rnd.lecturers = [Lecturer("l", maximum=100), Lecturer("m", maximum=100)]
        self.assertEqual(values(rnd)["placed"], 1)
        rnd.rules.one_lecturer = False
        self.assertEqual(values(rnd)["placed"], 2)
        rnd.decisions = [Decision("pin", [], "P1", lecturer="l")]
        self.assertEqual(values(rnd)["placed"], 1)
        rnd.decisions = [Decision("forbid", ["a", "b"], lecturer="l")]
        self.assertEqual(values(rnd)["placed"], 1)

    def test_balance(self):
        rnd = a_round({"a": "P1", "b": "P2"}, {"P1": 2, "P2": 2}, "placed, balance")
        for p in rnd.projects:
            p.lecturers = ["l", "m"]
        rnd.lecturers = [Lecturer("l", maximum=300), Lecturer("m", maximum=600)]
        # One each: 333.3 and 166.7 per mille, so T = 334 and B = 166. Both with m: 334 and 0; both with l: 667 and 0.
        self.assertEqual(values(rnd)["balance"], 168)

    def test_trips(self):
        rnd = a_round({"a": "P1 P2"}, {"P1": 1, "P2": 1}, "placed, travel")
        rnd.districts = [District("A", position=(52.0, 5.9)), District("B", position=(52.0, 6.0))]
        student(rnd, "a").district = "A"
        project(rnd, "P1").district = "B"
        project(rnd, "P2").district = "B"
        # 0.1 degree of longitude at 52 degrees: 6.846 km; times 1.3 / 15 * 60 = 35.6 minutes.
        self.assertEqual(values(rnd)["travel"], 36)
        rnd.travel = [("B", "A", 50)]
        self.assertEqual(values(rnd)["travel"], 50)
        rnd.travel.append(("A", "B", 20))
        self.assertEqual(values(rnd)["travel"], 20)
        rnd.rules.max_minutes = 19
        self.assertEqual(values(rnd)["placed"], 0)
        student(rnd, "a").max_minutes = 20
        self.assertEqual(values(rnd)["placed"], 1)
        project(rnd, "P2").district = "A"
        self.assertEqual(values(rnd)["travel"], 0)

    def test_give_way(self):
        rnd = a_round({"a": "P1 P2 P3", "b": "P1 P2 P3"}, {"P1": 2, "P2": 2}, "placed, ranks:sum~49%, travel")
        rnd.districts = [District("A"), District("B")]
        for s in rnd.students:
            s.district = "A"
        project(rnd, "P1").district = "B"
        project(rnd, "P2").district = "A"
        rnd.travel = [("A", "B", 10)]
        self.assertEqual(values(rnd), {"placed": 2, "ranks:sum": 2, "travel": 20})
        rnd.objectives[1].give_way = "50"
        self.assertEqual(values(rnd)["travel"], 10)
