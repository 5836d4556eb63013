# checks.sh: commands that must succeed, counted, and how the program must end; sourced by tests that set $program.

passed=0 failed=0

# check WHAT COMMAND...: the command must succeed.
check() {
    what=$1
    shift
    if "$@" >check.out 2>&1; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "FAILED: $what"
        sed 's/^/    /' check.out
    fi
}

# ends STATUS ARGUMENT...: the program ends with this status.
ends() {
    expected=$1
    shift
    "$program" "$@" >program.out 2>program.err
    status=$?
    [ "$status" -eq "$expected" ] || {
        echo "exit status $status, not $expected"
        cat program.out program.err
        return 1
    }
}
