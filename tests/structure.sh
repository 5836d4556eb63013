#!/bin/sh
# structure.sh: checks that the source keeps the house's structure; prints each breach as path:line: what.
#
#   sh tests/structure.sh LIBRARY      LIBRARY is libwijkplaats_core.a
set -u
cd "$(dirname "$0")/.." || exit 1
library=${1:?usage: structure.sh LIBRARY}
breaches=$(mktemp) || exit 1
trap 'rm -f "$breaches"' EXIT

# report WHAT: turns lines "path:line:text" on standard input into breaches.
report() {
    sed "s|\$|  <- $1|" >>"$breaches"
}

# Calls in the code proper: comments and string literals do not count.
code() {
    for file in "$@"; do
        sed -e 's|"\(\\.\|[^"\\]\)*"|""|g' -e 's|/\*.*\*/||' -e 's|/\*.*||' -e 's|^ \* .*||' "$file" |
            grep -n '' | sed "s|^|$file:|"
    done
}

sources=$(find solver config io cli -name '*.[ch]' | sort)
solver=$(find solver -name '*.[ch]' | sort)
all_code=$(find solver config io cli tests -name '*.[ch]' | sort)
scripts=$(find cmake po tests scenarios -name '*.sh' -o -name '*.py' | sort)

# One place speaks GLPK.
users=$(grep -l 'include <glpk\.h>' $sources)
[ "$(echo "$users" | grep -c .)" -eq 1 ] || echo "$users" | sed 's|$|:1:|' | report "only one file includes <glpk.h>"

# The solver is silent and touches no files. (GLPK's error hook must not return, so it may abort.)
code $solver |
    grep -E '\b(v?f?printf|puts|fputs|putchar|fputc|perror|fopen|fdopen|freopen|open|openat|fwrite|fread|write|getenv|exit|abort)\(' |
    grep -v '^solver/glpk_[a-z]*\.c:[0-9]*: *abort();' |
    report "solver/ prints nothing, reads and writes no files, and does not end the program"

# Calls that nobody should make.
code $all_code |
    grep -E '\b(strcpy|strcat|strncat|stpcpy|sprintf|vsprintf|gets|atoi|atol|atoll|atof|strtok|strtok_r|system|popen|alloca|rand|srand|tmpnam|tempnam|mktemp|setlocale)\(' |
    grep -v '^io/language\.c:[0-9]*:.*setlocale(LC_MESSAGES, ' |
    report "forbidden call"
code $all_code | grep -E '^[^:]*:[0-9]*:#define .*\breturn\b' | report "a macro hides a return"
grep -nE '\b(TODO|FIXME|XXX|HACK)\b' $all_code $scripts | grep -v '^tests/structure\.sh:' | report "unfinished"

# Dependencies point one way: cli -> config, io -> solver.
grep -n 'include "\.\./' $sources | report "an include that climbs"
for part in solver config io; do
    for file in $(find "$part" -name '*.[ch]' | sort); do
        grep -n '^#include "' "$file" | while IFS=: read -r line text; do
            header=$(echo "$text" | sed 's|.*"\(.*\)".*|\1|')
            [ -e "$part/$header" ] || [ -e "solver/$header" ] || [ -e "$(dirname "$file")/$header" ] ||
                echo "$file:$line:$text" | report "$part/ may not use this"
        done
    done
done
grep -n 'include <iniparser' $(find solver io cli -name '*.[ch]') | report "only config/ reads INI files"
grep -n 'include <csv\.h>' $(find solver config cli -name '*.[ch]') | report "only io/ reads CSV files"
grep -n 'include <jansson\.h>' $(find solver config cli -name '*.[ch]') | report "only io/ writes JSON"

# Small files with a sentence on top, and names that say something.
for file in $all_code; do
    lines=$(grep -c '' "$file")
    case $file in
    tests/*) limit=700 ;; # many small cases, read one at a time
    *) limit=500 ;;
    esac
    [ "$lines" -lt "$limit" ] || echo "$file:$lines:" | report "$limit lines or more"
    head -n 1 "$file" | grep -q '^/\* .' || echo "$file:1:" | report "no sentence on top says what the file is for"
    case ${file##*/} in
    *data* | *util* | *helper* | *manager*) echo "$file:1:" | report "the name says nothing" ;;
    esac
done
for file in $scripts; do
    sed -n '1,3p' "$file" | grep -qE '^(# |""")' || echo "$file:1:" | report "no sentence on top says what the file is for"
done
for file in $(find cmake po tests scenarios -name '*.sh'); do
    sh -n "$file" || echo "$file:1:" | report "not a POSIX shell script"
done

# What the library shares is named wp_*.
nm -g --defined-only "$library" | awk 'NF == 3 && $3 !~ /^wp_/ { print "libwijkplaats_core:0:" $3 }' |
    report "shared without the prefix wp_"

sort -u "$breaches"
[ ! -s "$breaches" ]
