#!/bin/sh
# run.sh: a round and its scenarios: which runs are made, kept and made again, what ends them, and how whatif ends.
#
#   sh tests/whatif/run.sh PROGRAM
set -u
program=$(realpath "${1:?usage: run.sh PROGRAM}") || exit 1
here=$(cd "$(dirname "$0")" && pwd) || exit 1
. "$here/../checks.sh"
. "$here/runs.sh"
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1

says() { grep -qF -- "$1" program.err || { echo "not said: $1" && cat program.err && return 1; }; }
shows() { grep -qF -- "$1" program.out || { echo "not shown: $1" && cat program.out && return 1; }; }
said_once() { [ "$(grep -cF -- "$1" program.err)" -eq 1 ] || { cat program.err && return 1; }; }
silent() { [ ! -s program.out ] && [ ! -s program.err ]; }
lists() { [ "$(cat program.out)" = "$(printf '%s\n' "$@")" ] || { cat program.out && return 1; }; }
is() { found=$(status_of "$1" "$2") && { [ "$found" = "$3" ] || { echo "$2 is $found, not $3" && return 1; }; }; }
# What would change if a run were made again.
marks() { (cd "$1/runs" && find . -exec stat -c '%n %i %y %s' {} +) | LC_ALL=C sort; }
private() { [ -z "$(find "$1" \( -type d ! -perm 700 \) -o \( -type f ! -perm 600 \))" ]; }

write_rounds || exit 1

echo '--- the runs'
check 'the runs are listed' ends 0 whatif round.ini ill.ini same.ini choices.ini swap.ini --list
check 'but for those that need none' lists base ill choices-1 choices-2 choices-3 choices-4 choices-5 choices-6
check 'nothing is written for that' [ ! -e whatif ]
check 'they are made' ends 0 whatif round.ini ill.ini same.ini choices.ini swap.ini -j 1
check 'the base' is whatif base optimal
check 'an impossible one' is whatif ill infeasible
check 'one that is the base again' is whatif same optimal
check 'which was made once' [ ! -e whatif/runs/same ]
check 'a variant' is whatif choices-2 optimal
check 'an impossible variant' is whatif choices-1 infeasible
check 'with the reasons of the account' grep -qF 'projects that they may go to have only 4 seats' whatif/comparison.csv
check 'a swap' is whatif swap allowed
check 'the terminal tells' shows 'S1 and S2 may change places'
check 'progress has a line a run' says '8 of 8: choices-6: proven best'
check 'what is written is private' private whatif
check 'and nothing else is left' sh -c "[ -z \"\$(find whatif -name '.*')\" ]"
check 'a run is what solve writes' ends 0 solve choices.ini --set rules.max_choice=2 --set rules.must_place=no -o alone
check 'the placements' cmp alone/placements.csv whatif/runs/choices-4/placements.csv
check 'in Dutch' ends 0 whatif round.ini ill.ini --language nl -o dutch --quiet
check 'people read them in Dutch' grep -qF 'hebben voor hen slechts 5 plaatsen' dutch/comparison.html
check 'programs in English' grep -qF 'projects that they may go to have only 5 seats' dutch/comparison.csv
check 'wherever they look' grep -qF 'projects that they may go to have only 5 seats' dutch/comparison.json
check 'but for the pages that people read' sh -c '[ -e alone/report.html ] && [ ! -e whatif/runs/choices-4/report.html ]'

echo '--- kept and made again'
cp -r whatif before
marks whatif >marks
check 'again' ends 0 whatif round.ini ill.ini same.ini choices.ini swap.ini -j 4
marks whatif >marks.again
check 'no run is made again' cmp marks marks.again
check 'nor told of' silent_progress
check 'the comparison is the same' same_bytes before whatif
check 'four at a time' ends 0 whatif round.ini ill.ini same.ini choices.ini swap.ini -j 4 -o four --quiet
check 'quietly' silent
check 'give the same bytes' same_bytes whatif four
check 'a single run' ends 0 whatif round.ini ill.ini same.ini choices.ini swap.ini --run choices-3 -o single
check 'is made alone' sh -c '[ "$(ls single/runs | tr "\n" " ")" = "choices-3 choices-3.json " ] && [ "$(ls single)" = runs ]'
check 'an impossible one' ends 1 whatif round.ini ill.ini same.ini choices.ini swap.ini --run ill -o single
check 'as solve ends' [ -e single/runs/ill-infeasible/infeasible.json ]
for run in base choices-1 choices-2 choices-4 choices-5 choices-6; do
    "$program" whatif round.ini ill.ini same.ini choices.ini swap.ini --run $run -o single --quiet 2>program.err
done
marks single >marks
check 'runs that were made one by one are compared' ends 0 whatif round.ini ill.ini same.ini choices.ini swap.ini -o single
marks single >marks.again
check 'none of them is made again' cmp marks marks.again
check 'and give the same bytes' same_bytes whatif single
check 'a swap is no run' ends 2 whatif round.ini swap.ini --run swap
check 'which is said' says 'answered without a run'
check 'an unknown run' ends 2 whatif round.ini ill.ini --run il
check 'too' says 'there is no run "il"'

# What was changed, in the input or in a plan, is made again; and what became possible or impossible changes sides.
marks whatif | grep '^\./base' >marks
sed -i 's/^lecturers.D1.max_students = 0/lecturers.D1.max_students = 5/' ill.ini
check 'a scenario that was changed' ends 0 whatif round.ini ill.ini same.ini choices.ini swap.ini
check 'is made again' is whatif ill optimal
check 'its old account goes' [ ! -e whatif/runs/ill-infeasible ]
marks whatif | grep '^\./base' >marks.again
check 'the base is not' cmp marks marks.again
sed -i 's/^lecturers.D1.max_students = 5/lecturers.D1.max_students = 0/' ill.ini
check 'back again' ends 0 whatif round.ini ill.ini same.ini choices.ini swap.ini
check 'its plan goes' [ ! -e whatif/runs/ill ]
check 'and all is as before' same_bytes before whatif
rm -r whatif/runs/choices-3
echo '{"program": "wijkplaats", "hash": "of another version"}' >whatif/runs/choices-4.json
sed -i 's/P2/P1/' whatif/runs/choices-5/input/students.csv
check 'runs whose files are gone or changed' ends 0 whatif round.ini ill.ini same.ini choices.ini swap.ini
check 'are made again' sh -c '[ "$(grep -c " of 8: choices-[345]: " program.err)" -eq 3 ] && [ "$(grep -c " of 8: " program.err)" -eq 3 ]'
check 'to the same bytes' same_bytes before whatif
sed -i 's/^S1,P1/S1,P2/' whatif/runs/choices-6/placements.csv
check 'a plan that somebody edited' ends 0 whatif round.ini ill.ini same.ini choices.ini swap.ini
check 'is a failed row' is whatif choices-6 failed
check 'that is told' says 'choices-6: error: the run failed'
check 'the next time' ends 0 whatif round.ini ill.ini same.ini choices.ini swap.ini
check 'it is made afresh' same_bytes before whatif

echo '--- what is wrong'
check 'all errors at once' ends 3 whatif round.ini wrong-ids.ini wrong-sweep.ini elsewhere.ini nowhere.ini no-scenario.ini \
    absent.ini wrong-swap.ini
check 'an id' says 'wrong-ids.ini:4: error: '
check 'and another' says 'wrong-ids.ini:5: error: '
check 'one in a sweep' said_once 'wrong-sweep.ini:4: error: '
check 'a value of a sweep' said_once 'wrong-sweep.ini:6: error: '
check 'a scenario of another round' says 'elsewhere.ini:2: error: base = other/round.ini: this is a scenario of another round'
check 'a round that does not exist' says 'nowhere.ini:2: error: base = nothing.ini: there is no file'
check 'a file that is no scenario' says 'no-scenario.ini: error: this is no scenario'
check 'a file that does not exist' says 'absent.ini'
check 'a student in a swap' says 'wrong-swap.ini:4: error: '
check 'nothing else was made' [ ! -e other/whatif ]
sed 's/^S1,/S9,/; s/^S2,/S9,/' students.csv >twice.csv
check 'an error of the round' ends 3 whatif round.ini choices.ini --set input.students=twice.csv -o twice
check 'is said once, not seven times' said_once 'twice.csv:3'
check 'and nothing is written' [ ! -e twice ]
check 'notices are said once too' sh -c '"$0" whatif round.ini same.ini choices.ini --list 2>program.err >/dev/null && [ "$(grep -c notice program.err)" -eq 1 ]' "$program"
echo 'id,max_students
D9,many' >late.csv
printf '[scenario]\nbase = round.ini\n[add]\nlecturers = late.csv\n' >late.ini
check 'what is wrong by a scenario, but not in its file' ends 3 whatif round.ini ill.ini late.ini
check 'names the run' says 'late.csv:2:2: error: max_students "many" must be a number from 0 to 1000000 with at most two decimals (in the run late)'
check 'a round that is not there' ends 3 whatif absent.ini ill.ini choices.ini
check 'is the one thing that is said' sh -c '[ "$(cat program.err)" = "absent.ini: error: the file cannot be opened: No such file or directory" ]'
check 'the same files twice' ends 2 whatif round.ini ill.ini choices.ini ill.ini choices.ini
check 'are named once each' sh -c '[ "$(grep -c "the file is given twice" program.err)" -eq 2 ] && [ "$(wc -l <program.err)" -eq 2 ]'
check 'two sweeps of one name' ends 2 whatif round.ini choices.ini other/choices.ini
check 'are named with two variants at most' said_once 'its run would be called'
cp choices.ini choices-1.ini
check 'two runs of one name' ends 2 whatif round.ini choices.ini choices-1.ini other/choices.ini
check 'are named' says 'other/choices.ini: error: its run would be called "choices-1", as that of choices.ini is'
cp same.ini base.ini && cp same.ini ill-infeasible.ini && cp same.ini ill-publish.ini && cp same.ini .hidden.ini
check 'names that whatif needs itself' ends 2 whatif round.ini base.ini ill-infeasible.ini ill-publish.ini .hidden.ini
check 'another ending' says '"ill-publish", but its ending'
check 'base' says 'base.ini: error: its run would be called "base", but that is what the round itself is called'
check 'an ending' says '"ill-infeasible", but its ending'
check 'a point' says '".hidden", but it begins with a point'
check 'an option that hides a swept key' ends 2 whatif round.ini choices.ini --set rules.max_choice=2
check 'is told with the line' said_once 'choices.ini:5: error: the option rules.max_choice=2 would hide'
check 'one that hides a set cell' ends 2 whatif round.ini ill.ini --set lecturers.D1.max_students=3
check 'too' said_once 'ill.ini:6: error: the option lecturers.D1.max_students=3 would hide'
check 'a scenario in place of the round' ends 3 whatif same.ini choices.ini
check 'is told what it is' says 'same.ini: error: this is a scenario: name the settings file of its round first'
check 'no scenario' ends 2 whatif round.ini
check 'is asked for' says 'what if what?'
check 'no round' ends 2 whatif
for jobs in 0 257 x -1; do check "$jobs jobs" ends 2 whatif round.ini ill.ini -j $jobs; done
check 'two wishes' ends 2 whatif round.ini ill.ini --list --run ill

echo '--- folders'
check 'the plan of a run is published' ends 0 publish whatif/runs/base
check 'which whatif does not mind' ends 0 whatif round.ini ill.ini same.ini choices.ini swap.ini
rm -r whatif/runs/base-publish
mkdir foreign && echo mine >foreign/notes.txt
check 'a folder with something else' ends 2 whatif round.ini ill.ini -o foreign
check 'is refused' says 'holds "notes.txt"'
cp -r whatif visited && mkdir visited/runs/mine
echo mine >visited/runs/mine/file
check 'also among the runs' ends 2 whatif round.ini ill.ini -o visited
check 'which is named' says 'holds "mine"'
rm -r visited/runs/mine && echo '{}' >visited/runs/ill.json
check 'a file that is no record' ends 2 whatif round.ini ill.ini -o visited
check 'nor is it for a single run' ends 2 whatif round.ini ill.ini -o visited --run ill
check 'and stays' [ "$(cat visited/runs/ill.json)" = '{}' ]
check 'a file' ends 2 whatif round.ini ill.ini -o round.ini
check 'a folder that cannot be made' ends 2 whatif round.ini ill.ini -o no/such/folder
mkdir empty
check 'an empty folder' ends 0 whatif round.ini ill.ini -o empty

echo '--- how it ends'
check 'none has a plan' ends 1 whatif round.ini choices-none.ini -o none --set lecturers.D2.max_students=0
check 'which is compared' is none base infeasible
check 'nor is there anything to swap in' ends 1 whatif round.ini swap.ini -o none --set lecturers.D2.max_students=0
check 'and the page says why' grep -q 'base has no plan in which' none/comparison.html
check 'a limit' ends 4 whatif slow/round.ini slow/quarter.ini -o limit --time-limit 0
check 'is a row' is limit base no_plan
check 'that is kept' ends 4 whatif slow/round.ini slow/quarter.ini -o limit --time-limit 0
check 'as every finished run' silent_progress

# Runs that end otherwise: the process that makes a run is found as the child of ours.
start_whatif slow/round.ini slow/quarter.ini -o crash -j 1 --time-limit 3
child=$(child_of "$whatif")
kill -ABRT "$child"
wait "$whatif"
ended=$?
check 'whatif outlives a crash' [ $ended -eq 0 ]
check 'which is a row' is crash base failed
check 'with its reason' grep -q 'killed by signal 6 (Aborted)' crash/comparison.csv
check 'and is told' says 'base: error: the run failed: killed by signal 6'
check 'beside one with a plan' has_plan crash quarter
check 'no plan is made up' [ ! -e crash/runs/base ]
check 'what failed is made again' ends 0 whatif slow/round.ini slow/quarter.ini -o crash -j 1 --time-limit 3
check 'and only that' sh -c 'grep -q ": base: " program.err && ! grep -q ": quarter: " program.err'
check 'to its end' has_plan crash base

cp slow/quarter.ini slow/changing.ini
start_whatif slow/round.ini slow/changing.ini -o changing -j 1 --time-limit 3
child_of "$whatif" >/dev/null # so that all was read
echo '# later' >>slow/changing.ini
wait "$whatif"
check 'a file that changes while others run' [ $? -eq 0 ]
check 'fails its run' is changing changing failed
check 'with the reason' says 'changing: error: the run failed: its files were changed while the runs were made'
check 'nothing is written for it' [ ! -e changing/runs/changing ]
check 'started again' ends 0 whatif slow/round.ini slow/changing.ini -o changing --time-limit 3
check 'it is made' has_plan changing changing

for signal in TERM INT; do
    start_whatif slow/round.ini slow/quarter.ini -o stop-$signal -j 1
    child=$(child_of "$whatif")
    kill -$signal "$whatif"
    wait "$whatif"
    ended=$?
    check "$signal ends it in order" test $ended -eq 0 -o $ended -eq 4
    check 'what ran is written as stopped' grep -q '"stopped": true' stop-$signal/runs/base.json
    check 'what did not run is a row' is stop-$signal quarter not_run
    check 'no process is left' gone "$child"
done
check 'what was stopped is made again' ends 0 whatif slow/round.ini slow/quarter.ini -o stop-INT --time-limit 3
check 'to its end' sh -c 'grep -q "\"stopped\": false" stop-INT/runs/base.json'

start_whatif slow/round.ini slow/without.ini -o twice-stopped -j 2
children=$(children_of "$whatif" 2)
kill -STOP $children # so that they do not end at the first signal
kill -TERM "$whatif"
until_said Stopping
kill -TERM "$whatif"
wait "$whatif"
ended=$?
check 'the second signal ends it at once' [ $ended -eq 143 ]
check 'with its runs' gone $children
check 'and without records' sh -c '[ -z "$(ls twice-stopped/runs/*.json 2>/dev/null)" ]'

start_whatif slow/round.ini slow/without.ini -o orphans -j 2
children=$(children_of "$whatif" 2)
kill -KILL "$whatif"
wait "$whatif"
check 'when whatif itself is killed its runs end too' gone $children
check 'and record nothing' sh -c '[ -z "$(ls orphans/runs/*.json 2>/dev/null)" ]'

# Two processes make the same run at the same moment, again and again.
mkdir both
for turn in 1 2 3 4 5; do
    rm -f both/runs/base.json
    "$program" whatif round.ini ill.ini --run base -o both --quiet 2>one.err &
    one=$!
    "$program" whatif round.ini ill.ini --run base -o both --quiet 2>other.err &
    other=$!
    wait $one
    first=$?
    wait $other
    check "both make it, turn $turn" sh -c "cat one.err other.err && [ $first -eq 0 ] && [ $? -eq 0 ]"
    check 'the plan is whole' cmp whatif/runs/base/placements.csv both/runs/base/placements.csv
done
check 'nothing is left between' sh -c '[ -z "$(find both -name ".*")" ]'

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
