#!/bin/sh
# run.sh: what collective work costs: supply and demand, then the round with a quota of 0, 20, 40 and 60 %.
#
#   sh scenarios/cafe-gap/run.sh [PROGRAM]      PROGRAM: default build/release/wijkplaats of this tree
set -eu
program=$(realpath "${1:-$(dirname "$0")/../../build/release/wijkplaats}")
cd "$(dirname "$0")"

"$program" check round.ini
for share in 0 20 40 60; do
    "$program" solve round.ini -o "plan-$share" --quiet \
        --set "rules.collective_share=$share%" --set "round.name=$share % collective"
done
echo
"$program" compare plan-0 plan-20 plan-40 plan-60
