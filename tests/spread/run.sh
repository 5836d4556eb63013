#!/bin/sh
# run.sh: one sweep of 24 variants made on one machine, by Slurm and by GNU parallel must give the same bytes.
#
#   sh tests/spread/run.sh PROGRAM
#
# What Slurm and GNU parallel are told is read from README.md, so that its commands are those that were tried.
set -u
program=$(realpath "${1:?usage: run.sh PROGRAM}") || exit 1
here=$(cd "$(dirname "$0")" && pwd) || exit 1
. "$here/../checks.sh"
. "$here/slurm.sh"
work=$(mktemp -d) || exit 1
trap 'slurm_stop; rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
cd "$work" || exit 1

# readme_block NUMBER: the commands in the README's section on this, as they stand there.
readme_block() {
    awk -v wanted="$1" '
        /^## / { inside = $0 == "## Many scenarios on many machines" }
        inside && /^```/ { open = !open; number += open; next }
        inside && open && number == wanted' "$here/../../README.md"
}

# The program as the README calls it. It notes its calls, and a call that is to merge how it finds the runs' files.
mkdir bin
cat >bin/wijkplaats <<END
#!/bin/sh
# Written by run.sh.
echo "\$*" >>calls
case " \$* " in
*" --list "* | *" --run "*) ;;
*) sh "$work/stamps.sh" >before ;;
esac
exec "$program" "\$@"
END
cat >stamps.sh <<'END'
# A file that was written anew has another time, and mostly another number.
find spring/whatif/runs -type f -printf '%p %i %T@\n' | LC_ALL=C sort
END
chmod +x bin/wijkplaats
PATH=$work/bin:$PATH
export PATH

# The same round, each time in a folder of its own, and what is written there without what a run may say of its time.
prepare() {
    mkdir "$1" && cp -R "$here/spring" "$1/spring"
}
without_seconds() {
    rm -rf "$1.plain"
    cp -R "$1/spring/whatif" "$1.plain" &&
        find "$1.plain/runs" -name '*.json' -exec sed -i 's/"seconds": *[0-9.e+-]*/"seconds": 0/' {} +
}
same_bytes() {
    without_seconds "$1" && diff -r alone.plain "$1.plain"
}
merged_only() {
    (cd "$1" && sh ../stamps.sh | diff before -)
}
each_run_once() {
    sed -n 's/.* --run //p' "$1/calls" | LC_ALL=C sort | diff names - && return 0
    tail -n 20 "$1"/*.log
    return 1
}
# counts NUMBER PATTERN: so many rows of the comparison.
counts() {
    [ "$(grep -c "$2" alone/spring/whatif/comparison.csv)" -eq "$1" ] || {
        cat alone/spring/whatif/comparison.csv
        return 1
    }
}

two_at_a_time() {
    (cd alone && ends 0 whatif spring/round.ini spring/quota.ini -j 2)
}

prepare alone
(cd alone && "$program" whatif spring/round.ini spring/quota.ini --list) | LC_ALL=C sort >names
check "at least 20 of the variants are to be solved" test "$(wc -l <names)" -ge 20
check "two at a time on one machine" two_at_a_time
check "the base and 24 variants are compared" counts 25 'optimal\|infeasible'
check "nine of them have no plan" counts 9 infeasible
without_seconds alone

# GNU parallel.
by_parallel() {
    readme_block "$2" >block.sh
    (cd "$1" && sed 's|--sshlogin [^ ]*|--sshlogin 2/:|' ../block.sh | sh >parallel.log 2>&1)
}
prepare parallel
check "GNU parallel, as in the README" by_parallel parallel 3
check "GNU parallel made each run once" each_run_once parallel
check "after GNU parallel no run was made again" merged_only parallel
check "GNU parallel gives the same bytes" same_bytes parallel

# Killed halfway: one run has no record, of another there is nothing.
again() {
    LC_ALL=C comm -3 stamps.old stamps.new | sed 's|.*runs/\([^./]*\).*|\1|; s|-infeasible$||' | sort -u | diff gone -
}
sed -n '4p;18p' names >gone
(cd parallel && sh ../stamps.sh >../stamps.old)
rm parallel/spring/whatif/runs/"$(sed -n 1p gone)".json
rm -r parallel/spring/whatif/runs/"$(sed -n 2p gone)"*
check "GNU parallel over hosts, where two runs were killed before" by_parallel parallel 4
(cd parallel && sh ../stamps.sh >../stamps.new)
check "only the runs that were killed are made again" again
check "after them GNU parallel gives the same bytes" same_bytes parallel

# Slurm. It tells through a pipe that the job which merges has ended.
by_slurm() {
    readme_block 1 >slurm/quota.sbatch
    readme_block 2 >block.sh
    mkfifo ended
    (cd slurm && sh ../block.sh >submitted) || return 1
    merging=$(sed -n 's/^Submitted batch job //p' slurm/submitted)
    sbatch --dependency="afterany:$merging" --output=/dev/null --wrap "echo ended >'$work/ended'" &&
        timeout 120 cat ended && return 0
    tail -n 20 daemons/*.log slurm/*.log
    return 1
}
start_slurm() {
    mkdir daemons && slurm_start "$work/daemons" && started=yes && return 0
    tail -n 20 daemons/*.log
    return 1
}
missing=$(slurm_missing)
started=no
if [ -n "$missing" ]; then
    echo "The half with Slurm was NOT done; these programs are not installed here:" $missing
else
    check "Slurm, which is installed here, starts" start_slurm
fi
if [ $started = yes ]; then
    prepare slurm
    check "a job array of Slurm, as in the README" by_slurm
    check "Slurm made each run once" each_run_once slurm
    check "after Slurm no run was made again" merged_only slurm
    check "Slurm gives the same bytes" same_bytes slurm
fi

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
