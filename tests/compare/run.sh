#!/bin/sh
# run.sh: written plans side by side: two rounds in a row, one alone, many in blocks, what is not proven, refusals.
#
#   sh tests/compare/run.sh PROGRAM
set -u
program=$(realpath "${1:?usage: run.sh PROGRAM}") || exit 1
here=$(cd "$(dirname "$0")" && pwd) || exit 1
. "$here/../checks.sh"
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1

# prints FILE DIR...: comparing these plans prints what the file holds.
prints() {
    file=$1
    shift
    ends 0 compare "$@" && diff -u "$here/$file" program.out
}

says() { grep -qF -- "$1" program.err || { echo "not said: $1" && cat program.err && return 1; }; }
shows() { grep -qE -- "$1" program.out || { echo "not shown: $1" && cat program.out && return 1; }; }
hides() { ! grep -E -- "$1" program.out; }
silent() { [ ! -s program.out ]; }
bytes() { (find spring autumn -type f -exec sha256sum {} + | LC_ALL=C sort); }
fits() { ! LC_ALL=C.UTF-8 grep -nE '^.{80,}' program.out && ! grep -n ' $' program.out; }

for round in spring autumn; do
    check "$round is solved" ends 0 solve "$here/$round/round.ini" -o $round
done
bytes >before
check 'two rounds in a row' prints spring-autumn.txt spring autumn
check 'fit a terminal' fits
check 'one plan alone' prints spring.txt spring
check 'the order is that of the plans' ends 0 compare autumn spring
check 'so what was new is old' shows '^  at a new organisation +- +1$'
check 'the plans stay as they are' sh -c "find spring autumn -type f -exec sha256sum {} + | LC_ALL=C sort | cmp - before"

# The same round with another limit: its name no longer tells the plans apart, so folders do.
check 'a scenario of spring' ends 0 solve "$here/spring/round.ini" -o spring-two --set rules.max_choice=1
check 'is compared with it' ends 0 compare spring spring-two
check 'by the names of their folders' shows '^ +spring  spring-two$'
check 'which are not told twice' hides '^  folder'
check 'while the round is' shows '^  round +Spring +Spring$'
check 'with who moved' shows '^  same project +- +3$'
check 'and who lost her place' shows '^  placed only before +- +1$'

# Levels that only a later plan has stand where its order has them.
check 'a plan with other levels' ends 0 solve "$here/spring/round.ini" -o spring-other \
    --set rules.must_place=no --set 'objectives.order=placed, balance, ranks:generous, travel, lottery'
check 'is compared with a plan of fewer' ends 0 compare spring spring-other
check 'in the order of both' sh -c "sed -n '/^Levels/,/^\$/s/^  \([a-z:]*\) .*/\1/p' program.out | tr '\n' ' ' |
    grep -x 'placed ranks:sum balance ranks:generous travel lottery '"

# What nobody proved.
cp -r autumn unsure
sed -i 's/"status": "optimal"/"status": "feasible"/; /"name": "ranks:generous"/,/"seconds"/s/"proven": true/"proven": false/' \
    unsure/summary.json
check 'a plan that is not proven best' ends 0 compare autumn unsure
check 'says so' shows '^  status +optimal +feasible$'
check 'has a mark at the level' shows '^  ranks:generous +0 1 3 +0 1 3\*$'
check 'and only there' sh -c '[ "$(grep -c "\*" program.out)" -eq 2 ]'
check 'which is explained' shows '^\* not proven best'

# Many plans, and names that are longer than a column.
mkdir a-folder-with-a-name-that-is-rather-long
cp -r spring a-folder-with-a-name-that-is-rather-long/plan
check 'many plans' prints many.txt spring autumn a-folder-with-a-name-that-is-rather-long/plan autumn spring autumn spring autumn
check 'fit a terminal too' fits

# More indicators than a screen wants.
cp -r "$here/autumn" effects
for project in 1 2 3 4 5 6 7 8 9 10 11 12 13; do
    echo "Q$project,,O1,D1,,,1,1,open,L1,effect $project" >>effects/projects.csv
    echo "T$project,SW,D1,Q$project," >>effects/students.csv
done
sed -i 's/^L1,4/L1,20/' effects/lecturers.csv
printf 'R1,,O1,D1,,,1,1,closed,L1,"visitors\neach evening"\n' >>effects/projects.csv
check 'a round with many indicators' ends 0 solve effects/round.ini
check 'is compared' ends 0 compare effects/plan
check 'by some of them' shows '^  and [0-9]+ more \(--verbose shows all\)$'
check 'in full when asked' ends 0 compare effects/plan --verbose
check 'with the last of them' shows '^  visitors each evening +2$'
check 'and without a hint' hides 'more'
check 'those of two lines in one' sh -c "! grep -x 'each evening.*' program.out"
check 'quiet prints nothing' ends 0 compare effects/plan --quiet
check 'at all' silent

check 'no folder' ends 2 compare
check 'is asked for' says 'which plans?'
mkdir empty
check 'folders that are no plans' ends 2 compare spring empty nowhere
check 'are named, the first' says '"empty" is not a plan of wijkplaats'
check 'and the second' says 'there is no folder "nowhere"'
check 'and nothing is compared' silent
check 'a wrong option' ends 2 compare spring --nonsense
cp -r spring changed && sed -i 's/^S4,P3/S4,P2/' changed/placements.csv
check 'placements that were changed' ends 3 compare spring changed
cp -r spring broken && sed -i 's/"proven": true/"proven": "yes"/' broken/summary.json
check 'levels that nobody wrote so' ends 2 compare broken
check 'are no plan of ours' says '"broken" is not a plan'

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
