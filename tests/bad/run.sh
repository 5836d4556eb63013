#!/bin/sh
# Wrong rounds: each folder holds one kind of wrong input and, in `expected`, the messages that it must give, to the
# letter. Both check and solve must end with status 3 and leave the disk as it was. Where a folder holds scenario.ini, that
# is the round which they are given.
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

# Every file and folder below the current one, with its bytes' checksum.
picture() {
    find . -type d | sort
    find . -type f -exec sha256sum {} + | sort -k 2
}

# Says what is wrong with one command in one folder; quiet if nothing is.
try() { # NAME COMMAND
    ini=round.ini
    [ ! -e scenario.ini ] || ini=scenario.ini
    picture >"$scratch/before"
    "$program" "$2" $ini >"$scratch/stdout" 2>"$scratch/stderr" </dev/null
    status=$?
    picture >"$scratch/after"
    [ $status -eq 3 ] || echo "$1: $2 ended with status $status, not 3"
    diff -u "$here/$1/expected" "$scratch/stderr" || echo "$1: $2 did not give the messages expected"
    diff -u "$scratch/before" "$scratch/after" || echo "$1: $2 changed something on disk"
    [ ! -s "$scratch/stdout" ] || echo "$1: $2 wrote to standard output"
}

passed=0 failed=0
for folder in "$@"; do
    name=$(basename "$folder")
    rm -rf "$scratch/round"
    cp -R "$here/$name" "$scratch/round" && rm "$scratch/round/expected" && cd "$scratch/round" || exit 2
    for command in check solve; do
        try "$name" $command
    done >"$scratch/complaints" 2>&1
    if [ -s "$scratch/complaints" ]; then
        cat "$scratch/complaints"
        failed=$((failed + 1))
    else
        passed=$((passed + 1))
    fi
    cd "$here" || exit 2
done
echo "$passed passed, $failed failed"
[ $failed -eq 0 ] && [ $passed -gt 0 ]
