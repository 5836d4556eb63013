#!/bin/sh
# install.sh: an installed program runs, has its manual page and its licence, and all three name the same version.
#
#   sh tests/install.sh BUILD VERSION      BUILD is the folder of a finished build
set -u
build=${1:?usage: install.sh BUILD VERSION}
version=${2:?usage: install.sh BUILD VERSION}
cd "$(dirname "$0")/.." || exit 1
prefix=$(mktemp -d) || exit 1
trap 'rm -rf "$prefix"' EXIT
failed=0

wrong() {
    echo "$*"
    failed=1
}

cmake --install "$build" --prefix "$prefix" >/dev/null || exit 1
page=$prefix/share/man/man1/wijkplaats.1
[ "$("$prefix/bin/wijkplaats" --version)" = "wijkplaats $version" ] || wrong "--version is not wijkplaats $version"
grep -q "^\.TH WIJKPLAATS 1 .*\"wijkplaats $version\"" "$page" || wrong "the manual page is not for $version"
grep -q "^## \[.*$version" "$prefix/share/doc/wijkplaats/CHANGELOG.md" || wrong "the changelog does not know $version"
grep -q 'GNU GENERAL PUBLIC LICENSE' "$prefix/share/doc/wijkplaats/LICENSE" || wrong "the licence is missing"
[ -s "$prefix/share/locale/nl/LC_MESSAGES/wijkplaats.mo" ] || wrong "the Dutch sentences are missing"
[ -s "$prefix/share/bash-completion/completions/wijkplaats" ] || wrong "the completions are missing"
[ "$failed" -eq 0 ]
