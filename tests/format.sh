#!/bin/sh
# format.sh: fails, naming the place, where a C file is not laid out as .clang-format says.
set -u
cd "$(dirname "$0")/.." || exit 1
find solver config io cli tests -name '*.[ch]' -exec clang-format --dry-run -Werror {} +
