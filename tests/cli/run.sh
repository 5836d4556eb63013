#!/bin/sh
# The program's frame: usage errors and exit statuses, help for each command, init, generate and export.
# Usage: run.sh WIJKPLAATS
set -u
LC_ALL=C
export LC_ALL

[ $# -eq 1 ] || { echo "usage: run.sh WIJKPLAATS" >&2; exit 2; }
program=$(realpath "$1") && [ -x "$program" ] || exit 2
readme=$(realpath "$(dirname "$0")/../../README.md") || exit 2
scratch=$(mktemp -d) || exit 2
trap 'rm -rf "$scratch"' EXIT
trap 'exit 1' HUP INT TERM
cd "$scratch" || exit 2
passed=0 failed=0

pass() {
    passed=$((passed + 1))
}
fail() {
    echo "$1"
    failed=$((failed + 1))
}

# status WANTED ARGUMENT...: the program must end so. What it says is left in out and err.
status() {
    wanted=$1
    shift
    "$program" "$@" >out 2>err </dev/null
    found=$?
    if [ $found -eq "$wanted" ]; then pass; else fail "wijkplaats $*: status $found, not $wanted"; cat err; fi
}

# says FILE WORDS: the last run wrote them there.
says() {
    if grep -qF -- "$2" "$1"; then pass; else fail "no \"$2\" in standard $1"; cat "$1"; fi
}
silent() {
    if [ -s "$1" ]; then fail "standard $1 is not empty"; cat "$1"; else pass; fi
}

# Every file and folder but the last run's words, with its bytes' checksum.
picture() {
    find . -type d | sort
    find . -type f ! -path ./out ! -path ./err ! -path ./before ! -path ./after -exec sha256sum {} + | sort -k 2
}

# unchanged WANTED ARGUMENT...: ends so, and changes nothing on disk.
unchanged() {
    picture >before
    status "$@"
    picture >after
    if cmp -s before after; then pass; else fail "wijkplaats $*: the disk changed"; diff before after; fi
}

# --- usage
unchanged 2
says err "Usage: wijkplaats"
silent out
unchanged 2 solv
says err "did you mean solve?"
unchanged 2 verify plan
says err 'no command "verify"'
unchanged 2 --bogus
status 0 --version
says out "wijkplaats "
silent err
status 0 --help
silent err
for command in init check solve whatif compare publish export generate; do
    says out "  $command"
done
for command in verify explain; do
    if grep -q "  $command" out; then fail "$command is offered but not built"; else pass; fi
done
for command in init check solve whatif compare publish export generate; do
    status 0 $command --help
    says out "Usage: wijkplaats $command"
    says out "--quiet"
    silent err
    status 0 $command --version
    says out "wijkplaats "
    unchanged 2 $command
    # Of whatif these are a round and its scenarios, which are not there.
    case $command in
    whatif) unchanged 3 $command one two three ;;
    *) unchanged 2 $command one two three ;;
    esac
    unchanged 2 $command --bogus one
    says err "wijkplaats $command: unrecognized option '--bogus'"
done
for command in check solve publish export; do
    status 0 $command --help
    says out "--set"
done
for option in --set=a --set=a=b --set=.a=b --set=a.=b --time-limit=-1 --time-limit=10000001 --time-limit=x --time-limit=1e3 \
    --time-limit= --language=fr --set --time-limit --language; do
    unchanged 2 check $option round.ini
done

# --- init
status 0 init round
says out "wijkplaats solve round/round.ini"
unchanged 2 init round
says err "is not empty"
unchanged 2 init no/such/round
unchanged 2 init .
status 0 init round-2 --quiet
silent out
if diff -r round round-2; then pass; else fail "init writes two different rounds"; fi
mkdir empty
status 0 init empty
if diff -r round empty; then pass; else fail "init writes something else to an empty folder"; fi
if [ "$(find . -name '.*wijkplaats*')" = "" ]; then pass; else fail "something is left beside the new folder"; fi
for table in round/*.csv; do
    if [ "$(head -c 3 "$table" | od -An -tx1 | tr -d ' \n')" = efbbbf ]; then pass; else fail "$table has no mark"; fi
    if [ "$(grep -c "$(printf '\r')\$" "$table")" = "$(grep -c '' "$table")" ]; then pass; else fail "$table: not CRLF"; fi
done
unchanged 0 check round/round.ini
silent err
status 0 solve round/round.ini
says out "12 of 12 students placed"
if grep -q '"status": *"optimal"' round/plan/summary.json; then pass; else fail "the template's plan is not optimal"; fi
# No time for a plan: the one that is there stays, and no other folder appears.
unchanged 4 solve round/round.ini --time-limit 0 --set solver.method=plain
says err "before any plan was found; nothing was written"
unchanged 4 solve round/round.ini --time-limit 0 --set solver.method=plain -o late
# Taking the # away in front of every key of this version changes nothing.
sed -e 's/^# \(max_choice\|km_per_hour\|detour\|certificates\|languages\|years\|one_lecturer_per_project\) =/\1 =/' \
    -e 's/^# \(min_programmes\|new_[a-z]*\|circle_min_projects\|domains_per_circle\|collective_share\) =/\1 =/' \
    -e 's/^# \(stability\|meetings\|time_limit\|gap\|memory_limit\|method\) =/\1 =/' round/round.ini >round-2/round.ini
if [ "$(grep -c '^# [a-z_]* =' round-2/round.ini)" = 3 ]; then pass; else fail "some keys stay comments"; fi
status 0 solve round-2/round.ini
printf '[scenario]\nbase = round.ini\n[set]\nrules.max_choice = 2\n' >round-2/first.only.ini
cp -r round-2/plan before-scenario
status 0 solve round-2/first.only.ini
if [ -s round-2/plan-first.only/placements.csv ] && diff -r before-scenario round-2/plan; then pass; else
    fail "a scenario that is tried replaces the round's plan"
fi
rm -r before-scenario
if cmp round/plan/placements.csv round-2/plan/placements.csv; then pass; else fail "standards change the plan"; fi

# Nothing is ignored.
for option in --set=rules.max_choice=3 --time-limit=5; do
    unchanged 2 init g $option
    says err "wijkplaats init: ${option%%=*} ${option#*=}: this command reads no settings"
    unchanged 2 generate g --students 10 --seed 1 $option
    says err "wijkplaats generate: ${option%%=*} ${option#*=}: this command reads no settings"
done

# --- generate
unchanged 2 generate g --students 10
unchanged 2 generate g --seed 1
unchanged 2 generate g --students 0 --seed 1
unchanged 2 generate g --students 1000001 --seed 1
unchanged 2 generate g --students 10 --seed 1x
unchanged 2 generate g --students 10 --seed 1 --family tree
unchanged 2 generate round --students 10 --seed 1
for family in flow quota full; do
    for students in 1 3 30; do
        folder=$family-$students
        status 0 generate $folder --students $students --seed 7 --family $family
        status 0 generate again --students $students --seed 7 --family $family
        if diff -r $folder again >diff; then pass; else fail "$folder: the same seed gives other bytes"; fi
        rm -rf again
        status 0 generate again --students $students --seed 8 --family $family
        if diff -r $folder again >diff; then fail "$folder: another seed gives the same bytes"; else pass; fi
        rm -rf again
        status 0 check $folder/round.ini --quiet
        silent err
        # A plan for everybody exists, as promised.
        status 0 solve $folder/round.ini --set rules.must_place=yes --set objectives.order=ranks:minimax -o all-$folder
        says out "$students of $students student"
    done
done
# Hardly any project but those chosen already fits some student here, and the last one is drawn all the same.
for seed in 851923 491418; do
    if timeout 60 "$program" generate scarce-$seed --students 27 --seed $seed --family full --quiet; then pass; else fail "seed $seed of 27 students does not end"; fi
    status 0 check scarce-$seed/round.ini --quiet
    silent err
done
# The very bytes, so that another machine can be compared.
sums=$(cat flow-30/*.csv quota-30/*.csv full-30/*.csv | sha256sum | cut -d ' ' -f 1)
if [ "$sums" = 6d974df96445ee1309850e253d38d4d6bed758c27883438198ed47dd0d25bd22 ]; then pass; else fail "generate writes other bytes than it did: $sums"; fi

# --- export
unchanged 2 export round/round.ini
unchanged 2 export round/round.ini --mps a --lp b
unchanged 2 export round/round.ini --mps a --level 0
unchanged 2 export round/round.ini --mps a --level 98
unchanged 2 export round/round.ini --mps a --form loose
unchanged 2 export round/round.ini --mps no/such/folder/a
unchanged 2 export round/round.ini --mps round
unchanged 3 export round/no-such.ini --mps a
status 0 export round/round.ini --mps a.mps
says a.mps ROWS
echo old >a.lp
ln -s a.lp link.lp
status 0 export round/round.ini --lp link.lp --level 2 --form compact
says a.lp "Subject To"
if [ -h link.lp ]; then pass; else fail "export replaced a link by a file"; fi
status 0 export round/round.ini --lp /dev/null
if [ -c /dev/null ]; then pass; else fail "export replaced a device by a file"; fi
status 0 export round/round.ini --lp /dev/stdout
says out "Subject To"
mkfifo pipe
timeout 60 cat pipe >read &
reader=$!
status 0 export round/round.ini --lp pipe
wait $reader
says read "Subject To"
if [ "$(find . -name '.wijkplaats*')" = "" ]; then pass; else fail "export left something beside its file"; fi

# --- settings from the command line
unchanged 3 check round/round.ini --set rules.max_choise=3
says err "--set:1: error: there is no key max_choise in [rules]; did you mean max_choice?"
unchanged 3 check round/round.ini --set rules.max_choice=3 --set rules.max_choice=0
says err "--set:2: error: max_choice = 0"
unchanged 0 check round/round.ini --language nl
says out "Ronde:"
unchanged 0 check round/round.ini --language nl --quiet
silent err
silent out
unchanged 0 check round/round.ini --set report.language=nl --language en
silent err
unchanged 3 check round
says err "round: error: this is a folder"
# What a reader of the README would type, in the template.
block() { # NUMBER KIND: the text of its blocks of that kind, the first is 1
    awk -v want="$1" -v begin="\`\`\`$2" '$0 == begin { inside = ++found == want; next } /^```/ { inside = 0 } inside' "$readme"
}
status 0 init spring --quiet
block 1 ini >spring/repair.ini
block 2 ini >spring/ill.ini
block 1 csv >spring/urgent.csv
status 0 solve spring/round.ini --quiet
status 0 solve spring/repair.ini --quiet
if grep -q '^student,' spring/plan-repair/changes.csv; then pass; else fail "the README's repair moves nobody"; fi
unchanged 0 check spring/ill.ini
silent err
status 0 solve spring/ill.ini --quiet
if grep -q '^P9,open' spring/plan-ill/projects.csv; then pass; else fail "the README's urgent project stays closed"; cat spring/plan-ill/projects.csv; fi
status 0 whatif spring/round.ini spring/ill.ini spring/repair.ini --quiet

unchanged 3 check no-such.ini
unchanged 3 solve no-such.ini

echo "$passed passed, $failed failed"
[ $failed -eq 0 ]
