#!/bin/sh
# What check tells: each folder holds a round and, in `expected`, all that check prints about it; `expected-verbose` is
# the same for --verbose, where it differs in a way that matters.
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

passed=0 failed=0

# try EXPECTED ARGUMENT...: check must end well and print exactly that.
try() {
    expected=$1
    shift
    if "$program" check round.ini "$@" >"$scratch/found" 2>&1 </dev/null && diff -u "$expected" "$scratch/found"; then
        passed=$((passed + 1))
    else
        echo "$PWD: check $* tells something else than in $expected"
        failed=$((failed + 1))
    fi
}

for folder in "$@"; do
    cd "$here/$(basename "$folder")" || exit 2
    try expected
    [ ! -e expected-verbose ] || try expected-verbose --verbose
done
echo "$passed passed, $failed failed"
[ $failed -eq 0 ] && [ $passed -gt 0 ]
