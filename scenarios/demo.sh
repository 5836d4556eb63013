#!/bin/sh
# demo.sh: installs what is missing, builds wijkplaats, places the flagship round and shows where the plan lies.
#
#   sh scenarios/demo.sh        on Debian 12, as root or with sudo; asks for neither when nothing is missing
set -eu
cd "$(dirname "$0")/.."

# shellcheck source=cmake/packages.sh
. cmake/packages.sh
wp_install_packages build

echo "Building wijkplaats"
log=$(mktemp)
trap 'rm -f "$log"' EXIT
if ! { cmake --preset release -DBUILD_TESTING=OFF && cmake --build --preset release; } >"$log" 2>&1; then
    cat "$log" >&2
    echo "The build failed; what it said stands above." >&2
    exit 1
fi

scenario=scenarios/leerkring
echo "Placing the students of $scenario/round.ini"
echo
build/release/wijkplaats solve "$scenario/round.ini"

echo
echo "There, report.html (for a browser) and plan.xlsx (for Excel) say who goes where, and how good the plan is."
