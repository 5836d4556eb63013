#!/bin/sh
# run.sh: the evening as it was published, then with two urgent tables, and who moves.
#
#   sh scenarios/knowledge-cafe/run.sh [PROGRAM]      PROGRAM: default build/release/wijkplaats of this tree
set -eu
program=$(realpath "${1:-$(dirname "$0")/../../build/release/wijkplaats}")
cd "$(dirname "$0")"

"$program" solve before/round.ini --quiet
"$program" whatif before/round.ini urgent.ini -o whatif
