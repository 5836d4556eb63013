#!/bin/sh
# run.sh: solve is killed at twenty moments; the folder must always hold the whole old plan or the whole new one.
#
#   sh tests/kill/run.sh PROGRAM
set -u
program=$(realpath "${1:?usage: run.sh PROGRAM}") || exit 1
here=$(cd "$(dirname "$0")" && pwd) || exit 1
. "$here/../plan/small_round.sh"
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1
passed=0 failed=0 old=0 new=0

# Two rounds with different plans; their files, without what depends on time.
bytes() { (cd "$1" && find . -type f ! -name summary.json -exec sha256sum {} + | LC_ALL=C sort); }
write_small_round a
write_small_round b
sed -i 's/^S1,\(.*\)P1,P2,P3/S1,\1P3,P2,P1/' b/csv/students.csv
for round in a b; do
    "$program" solve $round/round.ini -o plan-$round --quiet || exit 1
    bytes plan-$round >$round.bytes
done
! cmp -s a.bytes b.bytes || exit 1

# How long a whole run takes, in milliseconds; the moments are spread over it and a little more.

mkdir out
start=$(date +%s%N)
"$program" solve a/round.ini -o out/plan --quiet || exit 1
span=$((($(date +%s%N) - start) / 1000000 + 2))
last=a
for moment in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
    next=b
    [ $last = a ] || next=a
    after=$(awk "BEGIN { srand($moment); printf \"%.4f\", (($moment - rand()) / 20) * $span / 1000 }")
    timeout -s KILL "$after" "$program" solve $next/round.ini -o out/plan --quiet >killed.out 2>&1
    bytes out/plan >found.bytes
    if cmp -s found.bytes $last.bytes; then
        old=$((old + 1))
    elif cmp -s found.bytes $next.bytes; then
        new=$((new + 1))
        last=$next
    else
        echo "FAILED: killed after $after s, the plan is neither the old nor the new one"
        cat found.bytes
        failed=$((failed + 1))
        continue
    fi
    if python3 -c 'import json; json.load(open("out/plan/summary.json"))'; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
    fi
done

# The next whole run clears away what killed ones left.
"$program" solve a/round.ini -o out/plan --quiet
if [ "$(ls -A out)" = plan ]; then
    passed=$((passed + 1))
else
    echo "FAILED: left beside the plan: $(ls -A out)"
    failed=$((failed + 1))
fi
echo "the old plan $old times, the new one $new times"
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
