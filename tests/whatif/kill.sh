#!/bin/sh
# kill.sh: one run of a sweep, or all of whatif, is killed at random moments; started again, it gives the bytes of an
# undisturbed sweep.
#
#   sh tests/whatif/kill.sh PROGRAM [SEED]
set -u
program=$(realpath "${1:?usage: kill.sh PROGRAM [SEED]}") || exit 1
seed=${2:-$(date +%s)}
here=$(cd "$(dirname "$0")" && pwd) || exit 1
. "$here/../checks.sh"
. "$here/runs.sh"
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1
echo "seed $seed"

"$program" generate round --students 120 --family full --seed 3 >/dev/null || exit 1
cat >sweep.ini <<'END'
[scenario]
base = round/round.ini
[sweep]
rules.max_minutes = 60|50|45
rules.unlisted = last|never
END

again() {
    ends 0 whatif round/round.ini sweep.ini -o killed -j 2 && sed 's/killed/DIR/g' program.out >program.words
}
# Rows of variants that are equal share a run.
failed_runs() { grep -l '"status": "failed"' killed/runs/*.json | wc -l; }

# random TURN FROM TO: the same for the same seed.
random() { awk "BEGIN { srand($seed + 1000 * $1); rand(); printf \"%.4f\", $2 + rand() * ($3 - $2) }"; }

start=$(date +%s%N)
check 'undisturbed' ends 0 whatif round/round.ini sweep.ini -o whole -j 2
span=$(awk "BEGIN { print ($(date +%s%N) - $start) / 1e9 }")
sed 's/whole/DIR/g' program.out >whole.words
killed=0

# Ten that hit: at some moments no run is under way, or it has just written its record.
turn=0
while [ $killed -lt 10 ] && [ $turn -lt 60 ]; do
    turn=$((turn + 1))
    rm -rf killed
    start_whatif round/round.ini sweep.ini -o killed -j 2
    sleep "$(random $turn 0 "$span")"
    children_of "$whatif" 1 >children
    number=$(random $turn 1 "$(($(wc -l <children) + 1))" | cut -d. -f1)
    child=$(sed -n "${number}p" children)
    hit=no
    [ -z "$child" ] || ! kill -KILL "$child" 2>/dev/null || hit=yes
    wait "$whatif"
    ended=$?
    check "turn $turn: whatif lives on" [ $ended -eq 0 ]
    check "turn $turn: its comparison too" [ -s killed/comparison.csv ]
    runs=$(failed_runs)
    [ $hit = yes ] || check "turn $turn: nothing was hit" [ "$runs" -eq 0 ]
    # A run whose record is written has ended, even if its process has not.
    check "turn $turn: the run has failed, unless it had ended" [ "$runs" -le 1 ]
    check "turn $turn: with its reason" [ "$(grep -l 'killed by signal 9 (Killed)' killed/runs/*.json | wc -l)" -eq "$runs" ]
    killed=$((killed + runs))
    check "turn $turn: started again" again
    check "turn $turn: only that run is made" [ "$(grep -cE '^[0-9]+ of [0-9]+: ' program.err)" -eq "$runs" ]
    check "turn $turn: the same bytes" same_bytes whole killed
    check "turn $turn: the same words" diff whole.words program.words
done
check 'ten runs were killed' [ $killed -eq 10 ]

for turn in 101 102 103 104 105 106 107 108 109 110; do
    rm -rf killed
    start_whatif round/round.ini sweep.ini -o killed -j 2
    sleep "$(random $turn 0 "$span")"
    children=$(pgrep -P "$whatif")
    kill -KILL "$whatif" 2>/dev/null
    wait "$whatif" 2>/dev/null
    check "turn $turn: no run outlives whatif" gone $children
    check "turn $turn: started again" again
    check "turn $turn: the same bytes" same_bytes whole killed
done

echo "a run killed $killed times, whatif ten times"
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
