"""Referees that each overlook one thing which a round's text cannot leave out: a wrong reading of a rule.

If none of them ever came to another answer, a program with the same wrong reading would pass unseen.
"""

from referee import Referee


class TwoMeetingsAtOnce(Referee):
    def share_a_lecturer(self, guides, others):
        return False


class SeatsWithoutEnd(Referee):
    def seat_free(self, u, p, teams):
        return True


class HostsWithoutLimit(Referee):
    def host_free(self, u, p, teams):
        return True


class GuidesWithoutLimit(Referee):
    def guide_free(self, u, p, teams, guiding, loads):
        return True


class OwnRoomGivenUp(Referee):
    """Counts what the unit would leave behind as free."""

    def could_join(self, u, p, teams, guiding, loads):
        loads = list(loads)
        if guiding[u] >= 0:
            loads[guiding[u]] -= self.unit_load[u]
        return super().could_join(u, p, teams, guiding, loads)

    def host_free(self, u, p, teams):
        now = teams.assignment[u]
        left = dict(teams.hosted)
        for host in self.projects[now].organisations if now >= 0 else ():
            left[host] -= len(self.units[u])
        limits = {host: self.organisations[host].max_students for host in self.projects[p].organisations}
        return all(most is None or left[host] + len(self.units[u]) <= most for host, most in limits.items())


class PinnedUnitsEnvy(Referee):
    def content(self, unit):
        return False


class NoveltyOfEverybody(Referee):
    def counts_for_novelty(self, student):
        return True


class UnitsMeetThemselves(Referee):
    def knows_each_other(self, student, other):
        return frozenset((student, other)) in self.met_students


class UnplacedAsUnlisted(Referee):
    def rank_counted(self, student, p):
        return min(super().rank_counted(student, p), self.worst_rank + 1)


class LotteryOfRanksOnly(Referee):
    def lottery_weights(self, assignment, guiding, timetable):
        return 0


class CollectiveOfChoosers(Referee):
    def collective_heads(self, teams):
        heads = 0
        for p in teams.open:
            if self.projects[p].orientation == "collective":
                heads += sum(self.chose(self.units[self.unit_of[s]]) for s in teams.students[p])
        return heads


def _of_objective(name):
    return lambda rnd: any(o.name == name for o in rnd.objectives or ())


def _with_lottery(rnd):
    return rnd.objectives is None or rnd.objectives[-1].name == "lottery"


def _no_envy(rnd):
    return rnd.rules.no_envy


OVERLOOKED = {
    "meetings: one a slot for a lecturer": (TwoMeetingsAtOnce, lambda rnd: rnd.rules.meetings),
    "stability: free seats": (SeatsWithoutEnd, _no_envy),
    "stability: free seats at hosts": (HostsWithoutLimit, _no_envy),
    "stability: room at lecturers": (GuidesWithoutLimit, _no_envy),
    "stability: as the plan stands": (OwnRoomGivenUp, _no_envy),
    "stability: pinned units": (PinnedUnitsEnvy, _no_envy),
    "novelty: of those who chose": (NoveltyOfEverybody, _of_objective("novelty")),
    "history: units never count": (UnitsMeetThemselves, lambda rnd: rnd.history),
    "lottery: unplaced behind unlisted": (UnplacedAsUnlisted, _with_lottery),
    "lottery: second step": (LotteryOfRanksOnly, _with_lottery),
    "collective: all heads": (CollectiveOfChoosers, _of_objective("collective")),
}
