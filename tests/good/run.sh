#!/bin/sh
# The shapes in which files may come: each folder holds the same small round in another shape, and must give the
# placements of placements.csv, to the byte. Where a folder holds scenario.ini, that is the round which is solved.
# Usage: run.sh WIJKPLAATS [FOLDER...]
set -u
LC_ALL=C
export LC_ALL

[ $# -ge 1 ] || { echo "usage: run.sh WIJKPLAATS [FOLDER...]" >&2; exit 2; }
program=$(realpath "$1") || exit 2
shift
here=$(cd "$(dirname "$0")" && pwd)
[ $# -gt 0 ] || set -- "$here"/*/
scratch=$(mktemp -d) || exit 2
trap 'rm -rf "$scratch"' EXIT
trap 'exit 1' HUP INT TERM

# Says what is wrong with one folder; quiet if nothing is.
try() { # NAME
    ini=round.ini
    [ ! -e "$here/$1/scenario.ini" ] || ini=scenario.ini
    "$program" solve "$here/$1/$ini" -o "$scratch/plan" >"$scratch/stdout" 2>"$scratch/stderr" </dev/null
    status=$?
    if [ $status -ne 0 ]; then
        echo "$1: solve ended with status $status"
        cat "$scratch/stderr"
        return
    fi
    diff -u "$here/placements.csv" "$scratch/plan/placements.csv" || echo "$1: other placements than in placements.csv"
    # What a shape must be told about stands in its folder; the rest is silent.
    sed "s|^$here/$1/||" "$scratch/stderr" >"$scratch/notices"
    notices=/dev/null
    [ ! -e "$here/$1/notices" ] || notices=$here/$1/notices
    diff -u "$notices" "$scratch/notices" || echo "$1: other notices than expected"
}

passed=0 failed=0
for folder in "$@"; do
    rm -rf "$scratch/plan"
    try "$(basename "$folder")" >"$scratch/complaints" 2>&1
    if [ -s "$scratch/complaints" ]; then
        cat "$scratch/complaints"
        failed=$((failed + 1))
    else
        passed=$((passed + 1))
    fi
done
echo "$passed passed, $failed failed"
[ $failed -eq 0 ] && [ $passed -gt 0 ]
