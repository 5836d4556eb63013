#!/bin/sh
# run.sh: each allocation of the program fails once: it says so and ends, or does without; it never crashes, and a
# plan that it leaves is whole.
#
#   sh tests/memory/run.sh PROGRAM      PROGRAM is the one with fail_one.c
set -u
program=$(realpath "${1:?usage: run.sh PROGRAM}") || exit 1
here=$(cd "$(dirname "$0")" && pwd) || exit 1
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
cp "$here"/round/* "$work" && cd "$work" || exit 1
export FAIL_MARK="$work/mark"
passed=0 failed=0 lack='not enough memory|Cannot allocate memory'

# What a reader of the plan goes by.
plan() { [ ! -e out ] || (cd out && sha256sum placements.csv projects.csv lecturers.csv lottery.csv input/*); }

# run NAME NUMBER ARGUMENT...: a run in which that allocation fails; its output, and what lies in out/ afterwards.
run() {
    name=$1 number=$2
    shift 2
    rm -rf out whatif mark
    FAIL_AT=$number timeout 120 "$program" "$@" >"$name.out" 2>"$name.err"
    status=$?
    plan >"$name.plan" 2>&1
}

# Undisturbed the run ends with 0. Without memory it does the same, or ends with 5 and the reason; the runs of a
# what-if end each for itself.
is_right() {
    [ ! -s disturbed.plan ] || cmp -s disturbed.plan whole.plan || return 1
    ! grep -q 'signal' disturbed.err || return 1
    case $status in
    0) cmp -s disturbed.plan whole.plan ;;
    5) grep -qE "$lack" disturbed.err && ! grep -qvE "$lack" disturbed.err ;;
    *) false ;;
    esac
}

# every STEP ARGUMENT...: allocation 1, 1 + STEP, 1 + 2 STEP ... fails, until there is none left to fail.
every() {
    step=$1
    shift
    run whole 0 "$@"
    [ "$status" -eq 0 ] || { cat whole.err && exit 1; }
    at=1
    while run disturbed $at "$@" && [ -e mark ]; do
        if is_right; then
            passed=$((passed + 1))
        else
            failed=$((failed + 1))
            echo "FAILED: $1, allocation $at: exit status $status"
            cat disturbed.err disturbed.plan
        fi
        at=$((at + step))
    done
}

every 1 check scenario.ini
every 1 solve scenario.ini -o out --quiet
every 7 whatif round.ini scenario.ini sweep.ini swap.ini -j 1 -o whatif --quiet
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
