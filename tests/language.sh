#!/bin/sh
# language.sh: fails, naming the sentence, where one that is marked for translation has no translation in a language, or
# one that nobody has confirmed, or where a translation belongs to no sentence or has other placeholders.
# Then it makes each of these mistakes in a copy of the Dutch file, and fails if one passes.
set -u
cd "$(dirname "$0")/.." || exit 1
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
failed=0

# check FILE.po: is the language complete, confirmed and without anything that is not used?
check() {
    msgcmp "$1" "$work/sentences.pot" &&
        # The other way round: every translation must have its sentence.
        msgcmp --use-untranslated "$work/sentences.pot" "$1" &&
        msgfmt --check --output-file=/dev/null "$1" &&
        ! grep -n '^#~' "$1"
}

# finds MISTAKE: the copy with this mistake must not pass.
finds() {
    ! check "$work/wrong.po" >"$work/found" 2>&1 && [ -s "$work/found" ] && return
    echo "a language with $1 passes"
    failed=1
}

sh po/sentences.sh "$work/sentences.pot" || exit 1
for file in po/*.po; do
    check "$file" || failed=1
done
[ "$failed" -eq 0 ] || exit 1

# msgattrib writes each entry with an empty line behind it; awk takes entries as paragraphs.
msgattrib --no-wrap po/nl.po >"$work/nl.po"
awk 'BEGIN { RS = ""; ORS = "\n\n" } NR != 3' "$work/nl.po" >"$work/wrong.po"
finds "a sentence left out"
msgattrib --set-fuzzy "$work/nl.po" >"$work/wrong.po"
finds "translations that nobody has confirmed"
awk 'BEGIN { RS = ""; ORS = "\n\n" } NR == 3 { sub(/msgstr .*/, "msgstr \"\"") } 1' "$work/nl.po" >"$work/wrong.po"
finds "a sentence without a translation"
{ cat "$work/nl.po"; printf '\nmsgid "this sentence is nowhere"\nmsgstr "deze zin is nergens"\n'; } >"$work/wrong.po"
finds "a translation that is not used"
{ cat "$work/nl.po"; printf '\n#~ msgid "this sentence is gone"\n#~ msgstr "deze zin is weg"\n'; } >"$work/wrong.po"
finds "a sentence that is gone"
{ cat "$work/nl.po"; printf '\n#, c-format\nmsgid "%%d of %%s"\nmsgstr "%%s van %%d"\n'; } >"$work/wrong.po"
msgfmt --check --output-file=/dev/null "$work/wrong.po" 2>/dev/null && { echo "wrong placeholders pass"; failed=1; }
[ "$failed" -eq 0 ]
