#!/bin/sh
# run.sh: the files of a plan: columns, figures, permissions, the same bytes each time, refusals, publishing, Ctrl-C.
#
#   sh tests/plan/run.sh PROGRAM
set -u
program=$(realpath "${1:?usage: run.sh PROGRAM}") || exit 1
here=$(cd "$(dirname "$0")" && pwd) || exit 1
. "$here/../checks.sh"
. "$here/small_round.sh"
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1

says() { grep -qF -- "$1" program.err || { echo "not said: $1" && cat program.err && return 1; }; }
listing() { (cd "$1" && find . | LC_ALL=C sort | tr '\n' ' '); }
bytes() { (cd "$1" && find . -type f -exec sha256sum {} + | LC_ALL=C sort); }
is() { [ "$1" = "$2" ] || { printf 'found    %s\nexpected %s\n' "$1" "$2" && return 1; }; }
no_seconds() { sed 's/"seconds": [0-9.e+-]*/"seconds": 0/' "$1"; }

# same_plan A B: the same bytes but for seconds.
same_plan() {
    for file in placements.csv projects.csv lecturers.csv lottery.csv fairness.csv; do
        cmp "$1/$file" "$2/$file" || return 1
    done
    no_seconds "$1/summary.json" >a.json
    no_seconds "$2/summary.json" >b.json
    cmp a.json b.json
}

# unchanged BEFORE: the plan has the bytes that it had, and nothing lies beside it.
unchanged() { bytes round/plan | cmp - "$1" && is "$(ls -A round | grep -c wijkplaats)" 0; }

write_small_round round
check 'a small round is solved' ends 0 solve round/round.ini
shown() { grep -qF -- "$1" program.out || { echo "not shown: $1" && cat program.out && return 1; }; }
check 'and the terminal tells who has a project that she did not choose' shown 'unlisted (no choices)'
write_small_round lone
sed 's/,duo,1,,,/,Duo,1,,,/' lone/csv/students.csv >students.new && mv students.new lone/csv/students.csv
check 'a group typed in two ways is checked' ends 0 check lone/round.ini
check 'and its students are named' shown 'S4 (Dora): Duo'
check 'the plan lies beside the round' is "$(listing round/plan)" ". ./fairness.csv ./input ./input/csv ./input/csv/students.csv \
./input/decisions.csv ./input/districts.csv ./input/lecturers.csv ./input/organisations.csv ./input/projects.csv \
./input/round.ini ./input/travel.csv ./lecturers.csv ./lottery.csv ./placements.csv ./plan.xlsx ./projects.csv ./report.html ./summary.json "
check 'columns of placements.csv' is "$(head -n 1 round/plan/placements.csv)" \
    'student,project,rank,lecturer,organisation,district,circle,minutes,slot,basis'
check 'columns of projects.csv' is "$(head -n 1 round/plan/projects.csv)" 'project,status,students,load,lecturer,slot'
check 'columns of lecturers.csv' is "$(head -n 1 round/plan/lecturers.csv)" \
    'lecturer,projects,students,load,min_students,max_students'
check 'columns of lottery.csv' is "$(head -n 1 round/plan/lottery.csv)" 'number,student'
first=$(for student in 1 2 3 4 5 6 7 8; do printf '0\nS%s' $student | sha256sum | sed "s/ .*/ S$student/"; done | sort | head -n 1)
check 'the lottery can be worked out by hand' is "$(sed -n 2p round/plan/lottery.csv)" "1,${first#* }"
check 'a pin, a group and an unplaced student' is "$(grep -cE '^S8,P3,unlisted,.*,pin$|^S4,P[123],[123],.*,group$|^S[567],,,,,,,,,$' \
    round/plan/placements.csv)" 3
check 'the figures agree when counted again' python3 "$here/recount.py" round/plan round/csv/students.csv
check 'only the owner may read the files' is "$(find round/plan -type f ! -perm 600)" ''
check 'only the owner may enter the folders' is "$(find round/plan -type d ! -perm 700)" ''

cp -r round/plan first
check 'solving again replaces the plan' ends 0 solve round/round.ini
check 'by the same bytes but for seconds' same_plan first round/plan
check 'nothing is left beside it' is "$(listing round | tr ' ' '\n' | grep -c wijkplaats)" 0
check 'the copies can be solved' ends 0 solve round/plan/input/round.ini -o again
check 'to the same placements' cmp round/plan/placements.csv again/placements.csv
(cd round && ends 0 solve round.ini -o ../elsewhere/)
check 'the way in which the round is named does not show' same_plan first elsewhere

write_small_round far
mv far/travel.csv travel.csv
sed -i "s|travel = travel.csv|travel = ../travel.csv|; s|lecturers = lecturers.csv|lecturers = $work/far/lecturers.csv|" \
    far/round.ini
check 'files from other folders are kept by their name' ends 0 solve far/round.ini
check 'and found again' ends 0 publish far/plan
check 'the figures agree there too' python3 "$here/recount.py" far/plan far/csv/students.csv

for place in based/earlier "$work/earlier"; do
    write_small_round based
    mkdir "$place" && cp round/plan/placements.csv "$place"
    sed -i "s|^name = .*|&\nbase = ${place#based/}|" based/round.ini
    check "an earlier plan in $place is read" ends 0 solve based/round.ini
    check 'recorded' grep -q "$(sha256sum <round/plan/placements.csv | cut -d ' ' -f 1)" based/plan/summary.json
    stored=based/plan/input/placements.csv
    [ "$place" != based/earlier ] || stored=based/plan/input/earlier/placements.csv
    check 'and kept' cmp "$place/placements.csv" $stored
    rm -r "$place"
    check 'so that the plan can be read without it' ends 0 publish based/plan
    check 'while the round cannot' ends 3 solve based/round.ini
    check 'and says where it names it' says "based/round.ini:3: error: base: there is no file \"${place#based/}/placements.csv\""
    check 'the copies name the same plan' grep -qF "\"base\": \"${place#based/}\"" based/plan/summary.json
    rm -r based
done

scenario=$here/../../scenarios/tiny
check 'a round with envy' ends 0 solve "$scenario/round.ini" -o envy
check 'has some' grep -q '"envious": [1-9]' envy/summary.json
check 'and as much as comparing all pairs finds' python3 "$here/recount.py" envy "$scenario/students.csv"

bytes round/plan >before
mkdir foreign && echo mine >foreign/letter.txt
check 'a foreign folder is refused' ends 2 solve round/round.ini -o foreign
check 'and left alone' is "$(cat foreign/letter.txt) $(ls foreign)" 'mine letter.txt'
echo mine >first/notes.txt
check 'a plan with a foreign file is refused' ends 2 solve round/round.ini -o first
check 'naming it' says notes.txt
check 'a file is refused as folder' ends 2 solve round/round.ini -o travel.csv
check 'a folder in a missing folder is refused' ends 2 solve round/round.ini -o missing/plan
sed -i.orig 's/^S1,/S1 ,/; s/,P1,P2,P3/,P1,P2,P99/' round/csv/students.csv
check 'wrong input' ends 3 solve round/round.ini
check 'leaves the plan as it was' unchanged before
mv round/csv/students.csv.orig round/csv/students.csv
(
    ulimit -f 1 # blocks of 512 bytes
    "$program" solve round/round.ini --quiet 2>full.err
    echo $? >full.status
)
check 'a disk that is full' is "$(cat full.status)" 5
check 'is told with the file' grep -q 'cannot write "round/plan/.*": ' full.err
check 'and leaves the plan as it was' unchanged before
check 'a wrong option' ends 2 solve round/round.ini --nonsense
ends 0 solve round/round.ini && bytes round/plan >before

check 'a round that has no plan' ends 1 solve round/round.ini --set rules.must_place=yes
check 'says so' says 'No plan exists'
check 'leaves the plan as it was' unchanged before
check 'tells why beside it' python3 -c '
import json
told = json.load(open("round/plan-infeasible/infeasible.json"))
assert told["program"] == "wijkplaats" and told["status"] == "infeasible"
assert told["conflict"] == [] and told["repairs"] == []
assert any(entry["rule"] == "must_place" and entry["sentence"] for entry in told["rules_in_force"])'
check 'in Dutch' ends 1 solve round/round.ini --set rules.must_place=yes --language nl -o dutch
check 'people are told in Dutch' says 'Elke student moet geplaatst worden.'
check 'and programs what they are told in English' python3 -c '
import json
told, dutch = (json.load(open(folder + "-infeasible/infeasible.json")) for folder in ("round/plan", "dutch"))
for key in "status", "reasons", "rules_in_force":
    assert told[key] == dutch[key], key'
check 'and replaces what it told' ends 1 solve round/round.ini --set rules.must_place=yes
mkdir other && echo mine >other-infeasible
check 'a foreign place for that is refused beforehand' ends 2 solve round/round.ini -o other


# Two who may not both have the seats that both prefer: no number shows it.
mkdir clash
printf '[input]\nstudents = s.csv\nprojects = p.csv\n[rules]\nmust_place = yes\n' >clash/round.ini
printf 'id,programme,choice_1,choice_2\nS1,SW,P1,P2\nS2,SW,P1,P2\n' >clash/s.csv
printf 'id,max_students,status,mix\nP1,2,open,SW:0-1\nP2,2,,\n' >clash/p.csv
check 'rules that clash' ends 1 solve clash/round.ini --set rules.stability=no_envy --set rules.unlisted=never
check 'are to be left out one by one' says 'Counting alone does not show'
check 'such as one that is in force' says '--set rules.stability=off'
check 'and then there is a plan' ends 0 solve clash/round.ini --set rules.unlisted=never --set rules.stability=off

check 'check tells what was understood' ends 0 check round/round.ini
check 'and who has not answered' grep -q 'Students who have not answered (2)' program.out
check 'and writes nothing' unchanged before

check 'the plan is published' ends 0 publish round/plan/
check 'to each audience' is "$(cd round/plan-publish && echo *)" \
    'brokers lecturers mail.csv organisations publish.json students'
check 'one folder a lecturer, inside that of all' is "$(cd round/plan-publish/lecturers && echo *)" '%2E.%2FL1 L1 L2'
check 'with her students as a list' [ -s round/plan-publish/lecturers/L2/list.csv ]
check 'and as a page' [ -s round/plan-publish/lecturers/L2/list.html ]
check 'a letter to each student' is "$(ls round/plan-publish/students/*/letter.html | wc -l)" \
    "$(grep -c '^S' round/plan/placements.csv)"
check 'everybody placed is on one list' is "$(cat round/plan-publish/lecturers/*/list.csv | grep -c '^S[0-9]')" \
    "$(grep -c ',P' round/plan/placements.csv)"
check 'a lecturer without students has an empty list' is "$(grep -c . round/plan-publish/lecturers/%2E.%2FL1/list.csv)" 1
check 'lists are private' is "$(find round/plan-publish -type f ! -perm 600; find round/plan-publish -type d ! -perm 700)" ''
check 'a list is for Dutch Excel' sh -c 'head -c 3 round/plan-publish/lecturers/L1/list.csv | od -An -tx1 | grep -q "ef bb bf"'
check 'unless asked otherwise' ends 0 publish round/plan -o plain --set report.csv=plain --language en
check 'in the columns of a list' is "$(head -n 1 plain/lecturers/L1/list.csv)" \
    'student number,name,e-mail,programme,year,days,project,title,theme,organisations,e-mail of organisations,district,minutes'
check 'a name is not run as a formula' sh -c "cat plain/lecturers/*/list.csv | grep -q \"^S2,'=Bram\""
check 'published again' ends 0 publish round/plan -o plain
: >plain/lecturers/L1/mine.csv
check 'a foreign file among the lists is refused' ends 2 publish round/plan -o plain
check 'a folder that is no plan' ends 2 publish foreign
check 'no folder at all' ends 2 publish nowhere
cp -r round/plan changed && sed -i 's/^S8,P3/S8,P2/' changed/placements.csv
check 'placements that were changed' ends 3 publish changed
check 'name their line' says 'changed/placements.csv:9'
cp round/plan/placements.csv changed && echo S9,P1 >>changed/placements.csv
check 'a student who is not in the round' ends 3 publish changed
cp round/plan/placements.csv changed && echo >>changed/input/travel.csv
check 'input that was changed' ends 3 publish changed
check 'is named' says changed/input/travel.csv
rm changed/input/travel.csv
check 'input that is missing' ends 3 publish changed
check 'nothing was published' is "$(ls -d changed-publish 2>/dev/null)" ''

# Weekly meetings: L1 guides P1 and P2 and can come in two slots.
write_small_round weekly
echo 'meetings = weekly' >weekly/rule && sed -i '/^\[rules\]/r weekly/rule' weekly/round.ini && rm weekly/rule
sed -i '1s/$/,slots/; /^[^i]/s/$/,/; /^L1,/s/$/mo2|tu3/' weekly/lecturers.csv
check 'a round with weekly meetings is solved' ends 0 solve weekly/round.ini
check 'each running project has one slot, that of its students' python3 -c '
import csv
placed = [row for row in csv.DictReader(open("weekly/plan/placements.csv")) if row["project"]]
projects = list(csv.DictReader(open("weekly/plan/projects.csv")))
assert {row["project"]: row["slot"] for row in projects if row["status"] == "open"} == {
    row["project"]: row["slot"] for row in placed}
assert all(len(row["slot"]) == 3 for row in placed)
assert all(row["slot"] == "" for row in projects if row["status"] == "closed")
slots = [row["slot"] for row in projects if row["lecturer"] == "L1"]
assert len(set(slots)) == len(slots) > 0 and set(slots) <= {"mo2", "tu3"}'
check 'the slots are read back' ends 0 publish weekly/plan --language nl
check 'and stand in the lists' grep -q ';\(ma2\|di3\).\{0,1\}$' weekly/plan-publish/lecturers/L1/list.csv
# retold SCRIPT MESSAGE: placements changed by sed are refused with this message.
retold() {
    rm -rf told && cp -r weekly/plan told && sed -i "$1" told/placements.csv && ends 3 publish told && says "$2"
}
check 'a slot that does not exist' retold 's/^\(S1,.*,\)[a-z]*[0-9],\([a-z]*\)$/\1mo5,\2/' \
    'told/placements.csv:2:9: error: slot "mo5" does not exist: slots are mo1 to mo4, tu1 to tu4 and so on to fr4'
check 'no slot where another row has one' retold 's/^\(S4,.*,\)[a-z]*[0-9],group$/\1,group/' \
    'has no slot here, but slot '
check 'two slots of one project' retold 's/^\(S4,.*,\)[a-z]*[0-9],group$/\1fr4,group/' ' has slot fr4 here, but slot '
check 'a column that is gone' retold '1s/,slot,/,time,/' 'the column "slot" is missing'
check 'a slot in a round without meetings' ends 0 solve round/round.ini
rm -rf told && cp -r round/plan told && sed -i 's/^\(S1,.*,\),\([a-z]*\)$/\1mo1,\2/' told/placements.csv
check 'is refused' ends 3 publish told
check 'as such' says 'has slot mo1, but this round has no weekly meetings'
rm -rf told && cp -r weekly/plan told && sed -i 's/,[a-z][a-z][1-4],\([a-z]*\)$/,fr4,\1/' told/placements.csv
check 'a slot that suits nobody' ends 5 publish told
check 'is named with its lecturer' says 'which meets in slot fr4, not one of hers'

# A round that takes a while, stopped as soon as its first plan is on the screen.
check 'a larger round' ends 0 generate large --students 400 --seed 3 --family full
check 'Ctrl-C ends with status 0' python3 "$here/stop.py" once "$program" solve large/round.ini
check 'and with a plan that claims no proof' grep -q '"status": "feasible"' large/plan/summary.json
check 'whose figures agree' python3 "$here/recount.py" large/plan large/students.csv
bytes large/plan >before
check 'a second one quits at once' python3 "$here/stop.py" twice "$program" solve large/round.ini
check 'and leaves the plan as it was' sh -c "cd large/plan && find . -type f -exec sha256sum {} + | LC_ALL=C sort | cmp - ../../before"

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
