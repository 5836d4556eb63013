#!/bin/sh
# run.sh: the semester as it is published, and what a planner asks about it afterwards.
#
#   sh scenarios/leerkring/run.sh [PROGRAM]      PROGRAM: default build/release/wijkplaats of this tree
set -eu
program=$(realpath "${1:-$(dirname "$0")/../../build/release/wijkplaats}")
cd "$(dirname "$0")"

"$program" check round.ini --quiet
"$program" solve round.ini --quiet
"$program" whatif round.ini ill-lecturer.ini ill-lecturer-all-placed.ini bus-line.ini bus-line-known.ini \
    late-students.ini distance-and-quota.ini swap-both-gain.ini swap-by-agreement.ini
