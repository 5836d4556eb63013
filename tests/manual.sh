#!/bin/sh
# manual.sh: fails if the manual page is not well formed, or leaves out a command or an option. (Keys: unit/test_manual.c.)
#
#   sh tests/manual.sh BINARY
set -u
cd "$(dirname "$0")/.." || exit 1
binary=${1:?usage: manual.sh BINARY}
page=cli/wijkplaats.1
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
missing=0

groff -man -ww -z -Tutf8 "$page" 2>"$work/warnings" || missing=1
cat "$work/warnings"
[ ! -s "$work/warnings" ] || missing=1
groff -man -Tascii -rLL=500n "$page" | sed 's/\x1b\[[0-9;]*m//g; s/.\x08//g' >"$work/page"

# require WORD WHERE: the page must hold the word.
require() {
    grep -qE -- "(^|[^a-z_:-])$1([^a-z_-]|\$)" "$work/page" && return
    echo "$page: $1 is not described ($2)"
    missing=1
}

"$binary" --help >"$work/help" || exit 1
commands=$(sed -n 's/^  \([a-z][a-z]*\)  *[a-z].*/\1/p' "$work/help" | grep -v '^wijkplaats$')
[ -n "$commands" ] || { echo "wijkplaats --help lists no commands"; missing=1; }
for command in $commands; do
    require "wijkplaats $command" "a command of --help"
    for option in $("$binary" "$command" --help | grep -oE -- '--[a-z][a-z-]*' | sort -u); do
        [ "$option" = --usage ] || require "$option" "an option of $command --help"
    done
done

[ "$missing" -eq 0 ]
