#!/bin/sh
# run.sh: four rounds in two years, each one's plan being history for the next, then the four plans side by side.
#
#   sh scenarios/theme-track/run.sh [PROGRAM]      PROGRAM: default build/release/wijkplaats of this tree
set -eu
program=$(realpath "${1:-$(dirname "$0")/../../build/release/wijkplaats}")
cd "$(dirname "$0")"

for round in 1 2 3 4; do
    echo "Round $round"
    "$program" solve "round-$round/round.ini" --quiet
done
echo
"$program" compare round-1/plan round-2/plan round-3/plan round-4/plan
