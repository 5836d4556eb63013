#!/bin/sh
# whatif.sh: how much of two cores a sweep of 50 variants of the flagship uses, and when it said that it would be done.
#
#   sh tests/bench/whatif.sh PROGRAM
set -u
program=$(realpath "${1:?usage: whatif.sh PROGRAM}") || exit 1
here=$(cd "$(dirname "$0")" && pwd) || exit 1
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT

cp -R "$here/../../scenarios/leerkring" "$work/leerkring" || exit 1
cat >"$work/leerkring/trips.ini" <<'END'
[scenario]
base = round.ini
name = Trips
[sweep]
rules.max_minutes = 60|62|64|66|68|70|72|74|76|78
rules.collective_share = off|10%|20%|30%|40%
END

cat /proc/loadavg >"$work/load"
begun=$(date +%s%N)
"$program" whatif "$work/leerkring/round.ini" "$work/leerkring/trips.ini" -j 2 >"$work/table" 2>"$work/progress" || {
    cat "$work/progress"
    exit 1
}
ended=$(date +%s%N)
times >"$work/times" # its second line: user and system time of all processes that were waited for

echo "load before: $(cat "$work/load")"
grep ' left$' "$work/progress"
awk -v wall=$((ended - begun)) '
    function seconds(text) { split(text, part, "m"); return 60 * part[1] + part[2] }
    NR == 2 {
        wall /= 1e9
        cpu = seconds($1) + seconds($2)
        printf "%.1f s, CPU time %.1f s: %.1f %% of two cores\n", wall, cpu, 100 * cpu / (2 * wall)
    }' "$work/times"
