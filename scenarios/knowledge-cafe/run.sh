#!/bin/sh
# run.sh: the evening as it was published, the evening with two urgent tables, and what changed.
#
#   sh scenarios/knowledge-cafe/run.sh [PROGRAM]      PROGRAM: default build/release/wijkplaats of this tree
set -eu
program=$(realpath "${1:-$(dirname "$0")/../../build/release/wijkplaats}")
cd "$(dirname "$0")"

for evening in before after; do
    "$program" solve "$evening/round.ini" --quiet
done
"$program" compare before/plan after/plan
