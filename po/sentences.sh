#!/bin/sh
# sentences.sh: collects the sentences that are marked for translation, as a template for the languages.
#
#   sh po/sentences.sh FILE.pot
set -u
cd "$(dirname "$0")/.." || exit 1
template=${1:?usage: sentences.sh FILE.pot}
find solver config io cli po -name '*.[ch]' | LC_ALL=C sort |
    xgettext --files-from=- --output="$template" --force-po --from-code=UTF-8 --language=C \
        --keyword=_ --keyword=N_ --keyword=ngettext:1,2 --flag=_:1:pass-c-format --flag=N_:1:pass-c-format \
        --keyword=wp_error_set:3 --keyword=wp_error_at:6 --keyword=wp_diagnostics_error:3 \
        --keyword=wp_diagnostics_notice:3 --keyword=wp_violate:3 --keyword=wp_violate_count:3,4 \
        --keyword=wp_cell_error:3 --keyword=wp_table_error:3 --keyword=wp_table_notice:3 \
        --add-comments=For\ translators: --no-location --sort-output --package-name=wijkplaats &&
    sed -i 's/charset=CHARSET/charset=UTF-8/' "$template" &&
    # What is made of placeholders and signs only is no sentence; msggrep looks at lines, one with a letter is enough.
    msggrep --msgid --extended-regexp --regexp='(^|[^%])[[:alpha:]]|%[^%s]' --sort-output \
        --output-file="$template" "$template"
