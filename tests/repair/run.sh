#!/bin/sh
# run.sh: a plan that follows a published one: changes.csv, who must be told on the terminal, counts that are those of moves.
#
#   sh tests/repair/run.sh PROGRAM
set -u
program=$(realpath "${1:?usage: run.sh PROGRAM}") || exit 1
here=$(cd "$(dirname "$0")" && pwd) || exit 1
. "$here/../checks.sh"
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1

shown() { grep -qF -- "$1" program.out || { echo "not shown: $1" && cat program.out && return 1; }; }
not_shown() { ! grep -qF -- "$1" program.out || { echo "shown: $1" && return 1; }; }
is() { [ "$1" = "$2" ] || { printf 'found    %s\nexpected %s\n' "$1" "$2" && return 1; }; }
recounted() { python3 "$here/recount.py" "$@"; }

# Two projects with a weekly meeting each; both lecturers may guide both.
write_round() {
    mkdir -p "$1"
    cat >"$1/round.ini" <<'END'
[round]
name = Repair
[input]
students = students.csv
projects = projects.csv
lecturers = lecturers.csv
organisations = organisations.csv
[rules]
must_place = no
meetings = weekly
END
    printf 'id,name,choice_1,choice_2\nS1,Anna,P1,P2\nS2,Bram,P1,P2\nS3,Carl,P2,P1\nS4,Dora,P2,P1\nS5,Els,P1,P2\n' >"$1/students.csv"
    printf 'id,organisations,max_students,lecturers,slots\nP1,O1|O2,3,L1|L2,mo1|tu2\nP2,O2,3,L2,we3\n' >"$1/projects.csv"
    printf 'id,max_students,slots\nL1,9,mo1\nL2,9,tu2|we3\n' >"$1/lecturers.csv"
    printf 'id\nO1\nO2\nO3\n' >"$1/organisations.csv"
}

write_round before
check 'the round is solved' ends 0 solve before/round.ini --quiet --set objectives.order=placed,ranks:generous,balance,lottery
check 'a plan that follows none has no changes.csv' test ! -e before/plan/changes.csv
check 'P1 is guided by L1' grep -q '^P1,open,3,3,L1,mo1$' before/plan/projects.csv

# The same round again: nobody moves.
write_round same
sed -i 's|^name = .*|&\nbase = ../before/plan|' same/round.ini
order='objectives.order=moves,placed,ranks:generous,lottery'
check 'the same round again' ends 0 solve same/round.ini --set "$order"
check 'tells nobody anything' shown 'Nobody needs to be told anything: all is as in the earlier plan.'
check 'and says so to programs' is "$(cat same/plan/changes.csv)" 'audience,id,change,student,from,to'

# L1 falls ill; S5 leaves, S6 comes. P1 stays, with L2 and at another time.
write_round after
sed -i 's|^name = .*|&\nbase = ../before/plan|' after/round.ini
sed -i 's/^L1,9/L1,0/' after/lecturers.csv
sed -i 's/^S5,Els/S6,Fred/' after/students.csv
check 'a lecturer falls ill' ends 0 solve after/round.ini --set "$order"
cat >expected.csv <<'END'
audience,id,change,student,from,to
lecturer,L1,leaves,S1,P1,P1
lecturer,L1,leaves,S2,P1,P1
lecturer,L1,leaves,S5,P1,
lecturer,L1,loses_project,,P1,
lecturer,L2,comes,S1,P1,P1
lecturer,L2,comes,S2,P1,P1
lecturer,L2,comes,S6,,P1
lecturer,L2,gets_project,,,P1
organisation,O1,comes,S6,,P1
organisation,O1,leaves,S5,P1,
organisation,O2,comes,S6,,P1
organisation,O2,leaves,S5,P1,
student,S1,lecturer,S1,L1,L2
student,S1,slot,S1,mo1,tu2
student,S2,lecturer,S2,L1,L2
student,S2,slot,S2,mo1,tu2
student,S5,gone,S5,P1,
student,S6,new,S6,,P1
END
check 'who must be told what' cmp expected.csv after/plan/changes.csv
check 'is counted on the terminal' shown 'Students 4: 2 with another lecturer, 2 in another slot, 1 new, 1 gone'
check 'and told in words' shown 'S1 (Anna) stays on P1, with lecturer L2 instead of L1'
check 'as far as a screen goes' shown 'and 3 more (--verbose shows all); who hears what: after/plan/changes.csv'
check 'the counts are those of moves' recounted after/plan before/plan 0 2 2
check 'all of it' ends 0 solve after/round.ini --set "$order" --verbose
check 'is told if asked' shown 'S6 (Fred) is new, on P1'
check 'without it' ends 0 solve after/round.ini --set "$order" --quiet
check 'nothing' not_shown 'Who must be told'
# P2 is closed, and a host of P1 changes: those whom the round does not know any more are told too.
write_round closed
sed -i 's|^name = .*|&\nbase = ../before/plan|' closed/round.ini
sed -i '/^P2,/d; s/^P1,O1|O2/P1,O1|O3/' closed/projects.csv
sed -i 's/^\(S[12],.*\),P2$/\1/; s/P2,P1/P1/; s/^S5,Els,P1,P2/S5,Els,P1/' closed/students.csv
check 'a project goes' ends 0 solve closed/round.ini --set "$order"
check 'its students lose their places' is "$(grep -c '^student,S[34],unplaced,S[34],P2,$' closed/plan/changes.csv)" 2
check 'its lecturer loses it' grep -qx 'lecturer,L2,loses_project,,P2,' closed/plan/changes.csv
check 'a host that goes hears of students who stay' grep -qx 'organisation,O2,leaves,S1,P1,P1' closed/plan/changes.csv
check 'and so does the one that comes' grep -qx 'organisation,O3,comes,S1,P1,P1' closed/plan/changes.csv
check 'the counts are those of moves' recounted closed/plan before/plan 2 0 0

# Without the base the folder has no such file any more.
sed -i '/^base/d' after/round.ini
check 'the round without its base' ends 0 solve after/round.ini
check 'has no changes' test ! -e after/plan/changes.csv

cp -r "$here/../../scenarios/knowledge-cafe" cafe
check 'the café as published' ends 0 solve cafe/before/round.ini --quiet
check 'and with two urgent tables' ends 0 solve cafe/urgent.ini -o cafe/urgent
check 'tells who moves' shown 'Students 11: 8 on another project, 2 new, 1 gone'
check 'the counts are those of moves' recounted cafe/urgent cafe/before/plan 8 0 0

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
