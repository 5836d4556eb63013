#!/bin/sh
# run.sh: installs what is missing, builds with warnings as errors under gcc (optimised too), clang and the sanitizers,
# and runs every test through ctest. The last line is "N passed, M failed"; the exit status is 0 only if nothing failed.
#
#   sh tests/run.sh           everything that a change must pass
#   sh tests/run.sh --long    the same with many more random rounds
set -u
cd "$(dirname "$0")/.." || exit 1

long=OFF
case ${1-} in
'') ;;
--long) long=ON ;;
*)
    echo "usage: sh tests/run.sh [--long]" >&2
    exit 2
    ;;
esac

passed=0
failed=0
jobs=$(getconf _NPROCESSORS_ONLN 2>/dev/null || echo 1)
started=$(date +%s)
log=$(mktemp) || exit 1
trap 'rm -f "$log"' EXIT

finish() {
    echo
    echo "This took $((($(date +%s) - started) / 60)) min $((($(date +%s) - started) % 60)) s."
    echo "$passed passed, $failed failed"
    [ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
    exit
}

say() {
    echo
    echo "== $* (after $(($(date +%s) - started)) s)"
}

# build PRESET TESTS: configures and builds, with the tests if ON; a build that fails counts as one failed test.
build() {
    say "Build: $1"
    if cmake --preset "$1" -DBUILD_TESTING=$2 -DWP_LONG_TESTS=$long -DWP_WARNINGS_AS_ERRORS=ON >"$log" 2>&1 &&
        cmake --build --preset "$1" --parallel "$jobs" -- -k 0 >"$log" 2>&1; then
        grep -c '' "$log" >/dev/null && tail -n 1 "$log"
        return 0
    fi
    cat "$log"
    echo "The build $1 failed."
    failed=$((failed + 1))
    return 1
}

# run_tests PRESET LABELS: runs the tests of a build that carry one of the labels, and counts them.
run_tests() {
    say "Tests: $1, $2"
    ctest --preset "$1" --parallel "$jobs" --no-tests=error --label-regex "$2" 2>&1 | tee "$log"
    summary=$(sed -n 's/^[0-9]*% tests passed, \([0-9]*\) tests failed out of \([0-9]*\)$/\1 \2/p' "$log")
    if [ -z "$summary" ]; then
        failed=$((failed + 1))
        return
    fi
    failed=$((failed + ${summary% *}))
    passed=$((passed + ${summary#* } - ${summary% *}))
}

say "Packages"
. cmake/packages.sh
if ! wp_install_packages build test; then
    failed=1
    finish
fi

build dev ON && run_tests dev 'unit|round|valgrind'
build clang ON && run_tests clang 'unit|lint'
build asan ON && run_tests asan 'unit|asan'
build release OFF # an optimising compiler sees more
finish
