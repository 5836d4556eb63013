#!/bin/sh
# run.sh: the scenarios end as expected: leerkring proven, with its levels; tiny with the plan worked out by hand.
#
#   sh tests/scenarios/run.sh BINARY
set -u
binary=${1:?usage: run.sh BINARY}
here=$(dirname "$0")
scenarios=$here/../../scenarios
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
failed=0

for scenario in leerkring tiny; do
    folder=$scenarios/$scenario
    echo "$scenario: check, solve"
    "$binary" check "$folder/round.ini" --quiet >/dev/null || failed=1
    if ! "$binary" solve "$folder/round.ini" -o "$work/$scenario" --quiet >/dev/null; then
        echo "$scenario: no plan was written"
        failed=1
        continue
    fi
    if [ -e "$folder/expected-levels.json" ]; then
        python3 "$here/levels.py" "$work/$scenario/summary.json" "$folder/expected-levels.json" || failed=1
    fi
    if [ -e "$folder/expected-placements.csv" ]; then
        diff -u "$folder/expected-placements.csv" "$work/$scenario/placements.csv" || failed=1
    fi
done

for expected in leerkring/expected-levels.json tiny/expected-placements.csv; do
    [ -e "$scenarios/$expected" ] || { echo "scenarios/$expected is missing"; failed=1; }
done
[ "$failed" -eq 0 ]
