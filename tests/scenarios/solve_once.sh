#!/bin/sh
# solve_once.sh: solves one round into a folder that is thrown away; for runs under the eyes of another program.
#
#   sh tests/scenarios/solve_once.sh ROUND.ini COMMAND...      COMMAND is the binary, with or without a tool before it
set -eu
round=$1
shift
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"$@" solve "$round" -o "$folder/plan" --quiet
