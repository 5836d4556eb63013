#!/bin/sh
# update.sh: brings every language's file up to date with the sources: new sentences come in without a translation,
# sentences that are gone leave.
set -u
cd "$(dirname "$0")/.." || exit 1
template=$(mktemp) || exit 1
trap 'rm -f "$template"*' EXIT
sh po/sentences.sh "$template" || exit 1
for file in po/*.po; do
    # No places, no guesses and no time: the files change only where the sentences do.
    msgmerge --quiet --no-fuzzy-matching --no-location --output-file="$template.merged" "$file" "$template" &&
        msgattrib --no-obsolete --no-location --sort-output "$template.merged" |
        sed '/^"POT-Creation-Date: /d' >"$template.new" && cat "$template.new" >"$file" || exit 1
done
