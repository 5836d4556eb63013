"""The referee against rounds worked out by hand: mixes, history, circles, the collective share, stability, meetings."""

import unittest

from hand_made import a_round, places, project, student, values
from model import Decision, District, HistoryFile, Lecturer, Mix, Organisation, Placement
from referee import Referee


def history(rnd, *files):
    """Each file a text 'a P1 2025-1, b P1 2025-1'; without rounds it counts as a former plan."""
    for text in files:
        rows = [Placement(*row.split()[:2], *row.split()[2:]) for row in text.split(", ")]
        rnd.history.append(HistoryFile(rows, former_plan=not rows[0].round))


class Mixes(unittest.TestCase):
    def setUp(self):
        self.round = a_round({"a": "P1", "b": "P1", "c": "P1"}, {"P1": 3, "P2": 1})
        for name, programme in zip("abc", ("SW", "SW", "NUR")):
            student(self.round, name).programme = programme

    def placed_with(self, mix):
        project(self.round, "P1").mix = mix
        return values(self.round)["placed"]

    def test_every_open_project_has_enough_programmes(self):
        self.round.rules.min_programmes = 2
        self.assertEqual(values(self.round)["placed"], 3)
        self.round.rules.min_programmes = 3
        self.assertEqual(values(self.round)["placed"], 0)

    def test_a_blank_programme_is_none(self):
        self.round.rules.min_programmes = 2
        student(self.round, "c").programme = ""
        self.assertEqual(values(self.round)["placed"], 0)

    def test_bounds_of_a_programme(self):
        self.assertEqual(self.placed_with(Mix({"SW": (1, 1)})), 2)
        self.assertEqual(self.placed_with(Mix({"SW": (0, 0)})), 1)
        self.assertEqual(self.placed_with(Mix({"SW": (2, None), "NUR": (0, 0)})), 2)
        self.assertEqual(self.placed_with(Mix({"EDU": (1, None)})), 0)

    def test_a_mix_counts_programmes_too(self):
        self.assertEqual(self.placed_with(Mix(programmes=2)), 3)
        self.assertEqual(self.placed_with(Mix({"SW": (0, 0)}, programmes=2)), 0)

    def test_a_mix_overrides_min_programmes(self):
        self.round.rules.min_programmes = 3
        self.assertEqual(self.placed_with(Mix({"SW": (0, 2)})), 3)


class History(unittest.TestCase):
    def setUp(self):
        self.round = a_round({"a": "P1 P2", "b": "P1 P2"}, {"P1": 2, "P2": 1})

    def ranks(self, **rules):
        for name, value in rules.items():
            setattr(self.round.rules, name, value)
        return values(self.round)["ranks:sum"]

    def test_new_organisation(self):
        self.round.organisations = [Organisation("O1"), Organisation("O2")]
        project(self.round, "P1").organisations = ["O1", "O2"]
        self.round.history = [HistoryFile([Placement("a", "x", "2025-1", organisations=["O2", "gone"])])]
        self.assertEqual(self.ranks(), 2)
        self.assertEqual(self.ranks(new_organisation="hard"), 3)
        self.round.decisions = [Decision("waive", ["a"], "P1", rule="new_organisation")]
        self.assertEqual(self.ranks(), 2)

    def test_new_district(self):
        self.round.districts = [District("W")]
        project(self.round, "P1").district = "W"
        self.round.history = [HistoryFile([Placement("b", district="W")])]
        self.assertEqual(self.ranks(), 2)
        self.assertEqual(self.ranks(new_district="hard"), 3)
        self.round.decisions = [Decision("waive", ["b"], "P1", rule="new_district")]
        self.assertEqual(self.ranks(), 2)

    def test_new_teammates(self):
        history(self.round, "a x 2025-1, b x 2025-1")
        self.assertEqual(self.ranks(), 2)
        self.assertEqual(self.ranks(new_teammates="hard"), 3)
        self.round.decisions = [Decision("together", ["a", "b"])]
        self.assertEqual(self.ranks(), 2, "a unit does not block itself")

    def test_teammates_shared_a_project_in_one_round(self):
        for files in (["a x 2025-1, b x 2025-2"], ["a x 2025-1, b y 2025-1"], ["a x", "b x"]):
            self.round.history = []
            history(self.round, *files)
            self.assertEqual(self.ranks(new_teammates="hard"), 2, files)
        for files in (["a x, b x"], ["a x 2025-1", "b x 2025-1"]):
            self.round.history = []
            history(self.round, *files)
            self.assertEqual(self.ranks(new_teammates="hard"), 3, files)


class Circles(unittest.TestCase):
    def setUp(self):
        self.round = a_round({"a": "P1 P2", "b": "P1 P2"}, {"P1": 2, "P2": 1, "P3": 1})
        self.round.districts = [District("W", circle="K")]
        project(self.round, "P1").district = "W"
        project(self.round, "P2").circle = "K"

    def test_enough_projects_in_a_circle(self):
        self.round.rules.circle_min_projects = 2
        self.assertEqual(values(self.round)["ranks:sum"], 3)
        self.round.rules.circle_min_projects = 3
        self.assertIsNone(values(self.round))

    def test_a_circle_of_closed_projects_needs_nothing(self):
        self.round.rules.circle_min_projects = 1
        project(self.round, "P3").circle = "L"
        self.assertIsNone(values(self.round))
        project(self.round, "P3").status = "closed"
        self.assertEqual(values(self.round)["ranks:sum"], 2)

    def test_enough_domains_in_a_circle(self):
        self.round.rules.domains_per_circle = 2
        project(self.round, "P1").domain = "zorg"
        for domain, ranks in (("wonen", 3), ("zorg", None), ("", None)):
            project(self.round, "P2").domain = domain
            answer = values(self.round)
            self.assertEqual(answer and answer["ranks:sum"], ranks)


class CollectiveShare(unittest.TestCase):
    def test_share_to_the_hundredth(self):
        rnd = a_round({"a": "P1 P2", "b": "P1 P2", "c": "P1 P2"}, {"P1": 3, "P2": 3})
        project(rnd, "P1").orientation = "individual"
        project(rnd, "P2").orientation = "collective"
        for share, ranks in ((0, 3), (1, 4), (3333, 4), (3334, 5), (6666, 5), (6667, 6), (10000, 6)):
            rnd.rules.collective_share = share
            self.assertEqual(values(rnd), {"placed": 3, "ranks:sum": ranks}, share)
        project(rnd, "P2").orientation = ""
        self.assertEqual(values(rnd)["placed"], 0)


class Stability(unittest.TestCase):
    """a would rather go to P1, where b is; the plan of the shortest trips sends her to P2."""

    def setUp(self):
        self.round = a_round({"a": "P1 P2", "b": "P1"}, {"P1": 2, "P2": 1}, "placed, travel", no_envy=True)
        self.round.districts = [District("W"), District("V")]
        self.round.travel = [("W", "V", 10)]
        for item, district in (("a", "W"), ("b", "V")):
            student(self.round, item).district = district
        for item, district in (("P1", "V"), ("P2", "W")):
            project(self.round, item).district = district
        self.round.organisations = [Organisation("O"), Organisation("Q")]

    def envy_decides(self):
        return values(self.round)["travel"] == 10

    def test_a_free_seat_goes_to_who_wants_it_most(self):
        self.assertTrue(self.envy_decides())
        self.round.rules.no_envy = False
        self.assertFalse(self.envy_decides())

    def test_no_seat_free(self):
        project(self.round, "P1").reserve = 1
        self.assertFalse(self.envy_decides())

    def test_no_seat_free_at_a_host(self):
        project(self.round, "P1").organisations = ["O", "Q"]
        self.assertTrue(self.envy_decides())
        self.round.organisations[1].max_students = 1
        self.assertFalse(self.envy_decides())

    def test_her_own_seat_at_the_host_is_not_free(self):
        for p in self.round.projects:
            p.organisations = ["O"]
        self.round.organisations[0].max_students = 2
        self.assertFalse(self.envy_decides())

    def test_no_room_at_the_lecturer(self):
        self.round.lecturers = [Lecturer("l", districts=["V"], maximum=200), Lecturer("m", districts=["W"])]
        self.assertTrue(self.envy_decides())
        self.round.lecturers[0].maximum = 199
        self.assertFalse(self.envy_decides())

    def test_a_lecturer_who_may_not_guide_her_has_no_room(self):
        self.round.lecturers = [Lecturer("l", districts=["V"]), Lecturer("m", districts=["W"])]
        self.round.decisions = [Decision("forbid", ["a"], lecturer="l")]
        self.assertFalse(self.envy_decides())

    def test_what_is_not_considered(self):
        project(self.round, "P2").min_students = 1
        self.round.decisions = [Decision("apart", ["a", "b"])]
        self.assertEqual(values(self.round)["placed"], 1, "neither place of a is left: not with b, and not envying")

    def test_pinned_students_do_not_count(self):
        self.round.decisions = [Decision("pin", ["a"], "P2")]
        self.assertFalse(self.envy_decides())

    def test_unplaced_students_count(self):
        self.round.objectives = self.round.objectives[1:]
        self.round.rules.max_choice = 1
        self.assertEqual(places(self.round), {"a": "P1", "b": "P1"})

    def test_all_of_a_unit_want_to_go(self):
        students = {"a": "P1 P2", "b": "P1", "c": "P2 P1"}
        rnd = a_round(students, {"P1": 3, "P2": 2}, "placed, ranks:minimax", no_envy=True)
        rnd.decisions = [Decision("together", ["a", "c"])]
        self.assertEqual(len(Referee(rnd).answer().plans), 2, "a wants to go to P1, c does not")
        student(rnd, "c").choices = []
        self.assertEqual(places(rnd), {"a": "P1", "b": "P1", "c": "P1"})


class Meetings(unittest.TestCase):
    def setUp(self):
        self.round = a_round({"a": "P1", "b": "P1"}, {"P1": 2}, meetings=True)

    def placed(self):
        return values(self.round)["placed"]

    def test_a_slot_for_all_students(self):
        self.assertEqual(self.placed(), 2)
        student(self.round, "a").slots = frozenset(("mo1", "tu2"))
        student(self.round, "b").slots = frozenset(("tu2", "fr4"))
        self.assertEqual(self.placed(), 2)
        project(self.round, "P1").slots = frozenset(("mo1", "fr4"))
        self.assertEqual(self.placed(), 1)
        project(self.round, "P1").slots = frozenset(("mo2",))
        self.assertEqual(self.placed(), 0)

    def test_days_stand_for_their_slots(self):
        student(self.round, "a").days = frozenset(("mo",))
        project(self.round, "P1").slots = frozenset(("mo4", "tu1"))
        self.assertEqual(self.placed(), 2)
        student(self.round, "b").days = frozenset(("tu",))
        self.assertEqual(self.placed(), 1)
        student(self.round, "b").slots = frozenset(("mo4",))
        self.assertEqual(self.placed(), 2)

    def test_a_lecturer_has_one_meeting_a_slot(self):
        rnd = a_round({"a": "P1", "b": "P2"}, {"P1": 1, "P2": 1}, meetings=True)
        for p in rnd.projects:
            p.slots = frozenset(("mo1", "mo2"))
            p.lecturers = ["l"]
        rnd.lecturers = [Lecturer("l")]
        self.assertEqual(values(rnd)["placed"], 2)
        rnd.lecturers[0].slots = frozenset(("mo2", "fr1"))
        self.assertEqual(values(rnd)["placed"], 1)
        project(rnd, "P2").lecturers = ["m"]
        rnd.lecturers.append(Lecturer("m"))
        self.assertEqual(values(rnd)["placed"], 2)

    def test_all_lecturers_of_a_project_come(self):
        self.round.rules.one_lecturer = False
        project(self.round, "P1").lecturers = ["l", "m"]
        self.round.lecturers = [
            Lecturer("l", maximum=100, slots=frozenset(("mo1",))),
            Lecturer("m", maximum=100, slots=frozenset(("mo1", "mo2"))),
        ]
        self.assertEqual(self.placed(), 2)
        self.round.lecturers[1].slots = frozenset(("mo2",))
        self.assertEqual(self.placed(), 1)
