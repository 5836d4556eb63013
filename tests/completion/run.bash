# run.bash: completion in bash: its tables say what --help says, and a typed line gets the right answers.
#
#   bash tests/completion/run.bash WIJKPLAATS [FILE]
set -u
binary=$(realpath "${1:?usage: run.bash WIJKPLAATS [FILE]}") || exit 2
file=$(realpath "${2:-$(dirname "$0")/../../completions/wijkplaats}") || exit 2
here=$(realpath "$(dirname "$0")") || exit 2
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
# As those do who load completions when they are first asked for: inside a function.
load() {
    # shellcheck source=completions/wijkplaats
    source "$file"
}
load || exit 1
passed=0 failed=0

wrong() {
    echo "$*"
    failed=$((failed + 1))
}
right() {
    passed=$((passed + 1))
}

# same WHAT FOUND EXPECTED: words, in any order.
same() {
    local found expected
    found=$(printf '%s\n' $2 | sort)
    expected=$(printf '%s\n' $3 | sort)
    if [ "$found" = "$expected" ]; then right; else wrong "$1: <" $found "> instead of <" $expected ">"; fi
}

# --- the tables, against what the program says of itself, both ways
commands=$("$binary" --help | sed -n 's/^  \([a-z][a-z]*\)  *[a-z].*/\1/p' | grep -v '^wijkplaats$')
same 'commands' "$_wijkplaats_commands" "$commands"
same 'commands with options' "${!_wijkplaats_options[*]}" "$commands"
same 'commands with arguments' "${!_wijkplaats_arguments[*]}" "$commands"
for command in $commands; do
    "$binary" "$command" --help >"$work/help" || exit 2
    # The lines of options: "  -o, --output=DIR   Write ...".
    listed=$(grep -oE '^ +(-., )?--[a-z][a-z-]*' "$work/help" | grep -oE -- '--[a-z-]+')
    same "options of $command" "${_wijkplaats_options[$command]}" "$listed"
    with_value=$(grep -oE '^ +(-., )?--[a-z][a-z-]*=' "$work/help" | grep -oE -- '--[a-z-]+')
    for option in $listed; do
        case " ${with_value//$'\n'/ } " in
        *" $option "*) [ -n "${_wijkplaats_takes[$option]+there}" ] && right || wrong "$option of $command takes a value" ;;
        *) [ -z "${_wijkplaats_takes[$option]+there}" ] && right || wrong "$option of $command takes no value" ;;
        esac
        # --form=compact|strong: exactly these words.
        words=$(sed -n "s/^ *\(-., \)\?$option=\([a-z][a-z|]*\)\( .*\)\?\$/\2/p" "$work/help" | tr '|' ' ')
        [ -z "$words" ] || same "values of $option" "${_wijkplaats_takes[$option]}" "$words"
    done
    # -o takes what --output takes.
    while read -r short long; do
        same "$short" "${_wijkplaats_takes[$short]-none}" "${_wijkplaats_takes[$long]-}"
    done < <(sed -n 's/^ *\(-[a-z]\), \(--[a-z-]*\)=.*/\1 \2/p' "$work/help")
done
for option in "${!_wijkplaats_takes[@]}"; do
    case $option in --*) ;; *) continue ;; esac
    case " ${_wijkplaats_options[*]} " in *" $option "*) right ;; *) wrong "no command has $option" ;; esac
done

# --- lines as they are typed
cd "$work" && mkdir -p rounds/deep plan 'my plan' 'with=sign' && touch round.ini rounds/b.ini notes.txt rounds/x.csv .hidden

# break_words LINE: COMP_WORDS as bash makes them: at blanks, and at each run of the characters = and :.
break_words() {
    mapfile -t COMP_WORDS < <(python3 - "$1" "$COMP_WORDBREAKS" <<'PYTHON'
import re
import sys
line, breaks = sys.argv[1], "".join(sign for sign in sys.argv[2] if sign in "=:") or "\0"
print("\n".join(re.findall(rf"[{breaks}]+|(?:\\.|'[^']*'?|[^\s{breaks}'])+", line)))
PYTHON
    )
    case $1 in *' ') COMP_WORDS+=('') ;; esac
}

# answers LINE EXPECTED...: the cursor stands at the line's end.
answers() {
    local COMP_LINE=$1 COMP_POINT=${#1} COMP_WORDS COMP_CWORD COMPREPLY found expected
    shift
    break_words "$COMP_LINE"
    COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
    _wijkplaats wijkplaats
    found=$(printf '%s\n' "${COMPREPLY[@]+"${COMPREPLY[@]}"}" | sort)
    expected=$(printf '%s\n' "$@" | sort)
    if [ "$found" = "$expected" ]; then right; else wrong "$COMP_LINE: <$found> instead of <$expected>"; fi
}

answers 'wijkplaats so' solve
answers 'wijkplaats --v' --version
answers 'wijkplaats --l' --language
answers 'wijkplaats --language ' nl en
answers 'wijkplaats --language=n' nl
answers 'wijkplaats --language nl sol' solve
answers 'wijkplaats --language=nl solve --ti' --time-limit
answers 'wijkplaats nonsense '
answers 'wijkplaats solve ' round.ini rounds plan 'my plan' 'with=sign'
answers 'wijkplaats solve rounds/' rounds/b.ini rounds/deep
answers 'wijkplaats publish ' rounds plan 'my plan' 'with=sign'
answers 'wijkplaats publish my\ p' 'my plan'
answers "wijkplaats publish 'my p" 'my plan'
answers 'wijkplaats whatif round.ini rou' round.ini rounds
answers 'wijkplaats solve --o' --output
answers 'wijkplaats solve -o pl' plan
answers 'wijkplaats solve --output pl' plan
answers 'wijkplaats solve --output=pl' plan
answers 'wijkplaats publish with=s' sign
answers 'wijkplaats export round.ini --mps n' notes.txt
answers 'wijkplaats check --language ' nl en
answers 'wijkplaats check --language=' nl en
answers 'wijkplaats check --language=n' nl
answers 'wijkplaats init --set='
answers 'wijkplaats check --set rules.meet' rules.meetings=
answers 'wijkplaats check --set=rules.meet' rules.meetings=
answers 'wijkplaats check --set rules.meetings=' off weekly
answers 'wijkplaats check --set rules.meetings=w' weekly
answers 'wijkplaats check --set=rules.meetings=w' weekly
answers 'wijkplaats check --set rules.max_minutes=6'
answers 'wijkplaats check --set nothing.such='
answers 'wijkplaats generate d --family fu' full
answers 'wijkplaats check --time-limit '
answers 'wijkplaats solve --quiet round.ini --set solver.method=auto --set report.csv=excel-' excel-nl excel-en
# Where words are not broken there, the answer is the whole word.
saved=$COMP_WORDBREAKS
COMP_WORDBREAKS=$' \t\n'
answers 'wijkplaats check --language=n' --language=nl
answers 'wijkplaats check --set rules.meetings=w' rules.meetings=weekly
answers 'wijkplaats check --set=rules.meetings=w' --set=rules.meetings=weekly
answers 'wijkplaats publish with=s' with=sign
COMP_WORDBREAKS=$saved

# --- typed by somebody at a terminal: what the program gets when she presses the tab key
timeout 60 python3 "$here/typed.py" "$file" && right || wrong 'typed at a terminal'

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
