#!/bin/sh
# run.sh: what collective work costs: supply and demand, the plan, and a quota of 0, 20, 40 and 60 %, before and after publication.
#
#   sh scenarios/cafe-gap/run.sh [PROGRAM]      PROGRAM: default build/release/wijkplaats of this tree
set -eu
program=$(realpath "${1:-$(dirname "$0")/../../build/release/wijkplaats}")
cd "$(dirname "$0")"

"$program" check round.ini
"$program" solve round.ini --quiet
echo
"$program" whatif round.ini quota.ini quota-repair.ini
