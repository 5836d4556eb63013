# runs.sh: rounds with scenarios, and what is asked of a what-if's folder and processes; sourced by run.sh and kill.sh.

# The round scenarios/tiny with scenarios right and wrong, and a slow one in slow/.
write_rounds() {
    cp "$here"/../../scenarios/tiny/*.csv "$here"/../../scenarios/tiny/round.ini . || return 1
    mkdir other && cp ./*.csv round.ini other || return 1
    while read -r file base rest; do
        printf '[scenario]\nbase = %s\n%b' "$base" "$rest" >"$file"
    done <<'END'
same.ini round.ini name = The same again\n
ill.ini round.ini name = A lecturer is ill\nwhy = flu\n[set]\nlecturers.D1.max_students = 0\n
choices.ini round.ini name = Choices\n[sweep]\nrules.max_choice = 1|2|3\nrules.must_place = yes|no\n
choices-none.ini round.ini [set]\nlecturers.D1.max_students = 0\n
swap.ini round.ini [swap]\nS1 = S2\n
wrong-ids.ini round.ini [set]\nlecturers.X1.max_students = 0\nprojects.X2.status = closed\n
wrong-sweep.ini round.ini [set]\nlecturers.X3.max_students = 0\n[sweep]\nrules.max_choice = 1|2|many\nrules.must_place = yes|no\n
wrong-swap.ini round.ini [swap]\nS1 = S77\n
elsewhere.ini other/round.ini [set]\nrules.max_choice = 1\n
nowhere.ini nothing.ini [set]\nrules.max_choice = 1\n
other/choices.ini ../round.ini [sweep]\nrules.max_choice = 1|2\n
END
    cp round.ini no-scenario.ini
    "$program" generate slow --students 400 --family full --seed 3 >/dev/null 2>&1 &&
        cat >slow/quarter.ini <<'END'
[scenario]
base = round.ini
[scale]
students = -75%
[set]
lecturers.*.min_students = 0
projects.*.min_students = 1
projects.*.status = optional
rules.must_place = no
objectives.order = ranks:sum
END
    sed 's/^\[scale\]/[remove]/; s/^students = .*/students = S0000001/' slow/quarter.ini | sed '/^\[set\]/,$d' >slow/without.ini
}

# status_of FOLDER RUN: as comparison.csv has it.
status_of() {
    python3 -c 'import csv, sys
for row in csv.DictReader(open(sys.argv[1] + "/comparison.csv", encoding="utf-8")):
    if row["run"] == sys.argv[2]:
        print(row["status"])' "$1" "$2"
}
has_plan() { case $(status_of "$1" "$2") in optimal | feasible) ;; *) status_of "$1" "$2" && return 1 ;; esac }

# All bytes of a what-if but what depends on time.
whatif_bytes() {
    (cd "$1" && find . -type f ! -name summary.json ! -name infeasible.json ! -path './runs/*.json' -exec sha256sum {} + &&
        find . -name '*.json' \( -name summary.json -o -name infeasible.json -o -path './runs/*.json' \) |
        while read -r file; do echo "$(sed '/"seconds":/d' "$file" | sha256sum) $file"; done) | LC_ALL=C sort
}
same_bytes() {
    whatif_bytes "$1" >same_bytes.one
    whatif_bytes "$2" >same_bytes.other
    diff same_bytes.one same_bytes.other
}
silent_progress() { ! grep -E '^[0-9]+ of [0-9]+' program.err; }

# start_whatif ARGUMENT...: runs it beside this script; $whatif is its process.
start_whatif() {
    "$program" whatif "$@" >program.out 2>program.err &
    whatif=$!
}

# children_of PROCESS COUNT: waits until it has so many, or has ended.
children_of() {
    while kill -0 "$1" 2>/dev/null && [ "$(pgrep -c -P "$1")" -lt "$2" ]; do :; done
    pgrep -P "$1"
}
child_of() { children_of "$1" 1 | head -n 1; }

# lives PROCESS: is it there? One that has ended, and that nobody has asked about yet, is not.
lives() { grep -q '^State:[[:space:]]*[^ZX]' "/proc/$1/status" 2>/dev/null; }

# gone PROCESS...: none of them lives. The system may take a moment to end them.
gone() {
    for process in "$@"; do
        turn=0
        while lives "$process"; do
            turn=$((turn + 1))
            [ $turn -lt 2000 ] || { echo "process $process lives" && return 1; }
        done
    done
}

# until_said WORD: waits for it on standard error of whatif.
until_said() { while kill -0 "$whatif" 2>/dev/null && ! grep -q "$1" program.err; do :; done; }
