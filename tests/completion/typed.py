"""Types lines into an interactive bash, with the tab key, and looks at what a program would get: typed.py COMPLETIONS
(in a folder with the files that run.bash makes)."""
import os
import pty
import re
import sys

# What is typed, and the arguments that arrive.
LINES = [
    ("wijkplaats so\tround.i\t", ["solve", "round.ini"]),
    ("wijkplaats check --lang\tn\tro\t", ["check", "--language", "nl", "round"]),
    ("wijkplaats check --language=n\t", ["check", "--language=nl"]),
    ("wijkplaats check --set rules.meet\tw\t", ["check", "--set", "rules.meetings=weekly"]),
    ("wijkplaats check --set=rules.meet\tw\tround.\t", ["check", "--set=rules.meetings=weekly", "round.ini"]),
    ("wijkplaats publish my\t -o pl\t", ["publish", "my plan/", "-o", "plan/"]),
    ("wijkplaats publish 'my p\t", ["publish", "my plan/"]),
    ("wijkplaats publish --output=pl\t", ["publish", "--output=plan/"]),
    ("wijkplaats publish with\t", ["publish", "with=sign/"]),
    ("wijkplaats export round.ini --mps=no\t", ["export", "round.ini", "--mps=notes.txt"]),
]
PROMPT = b"ready> "


def read_until(terminal, wanted):
    seen = b""
    while not re.search(wanted, seen):
        seen += os.read(terminal, 65536)
    return seen


def main(completions):
    child, terminal = pty.fork()
    if child == 0:
        environment = dict(os.environ, PS1=PROMPT.decode(), TERM="dumb", HISTFILE="", LC_ALL="C.UTF-8", INPUTRC="/dev/null")
        os.execvpe("bash", ["bash", "--norc", "--noprofile", "-i"], environment)
    faults = 0
    read_until(terminal, PROMPT)
    for line in [f"source '{completions}'", "bind 'set enable-bracketed-paste off'",
                 r"wijkplaats() { printf 'GO%s' T; printf '<%s>' \"$@\"; echo; }".replace('\\"', '"')]:
        os.write(terminal, line.encode() + b"\n")
        read_until(terminal, rb"\n" + PROMPT + b"$")
    for typed, expected in LINES:
        os.write(terminal, typed.encode() + b"\n")
        seen = read_until(terminal, rb"(?s)GOT<.*\n" + PROMPT + b"$").decode()
        found = re.findall(r"<(.*?)>", re.search(r"GOT(<.*>)", seen)[1])
        if found != expected:
            print(f"{typed!r} gives {found} instead of {expected}")
            faults += 1
    os.write(terminal, b"exit\n")
    os.waitpid(child, 0)
    sys.exit(1 if faults else 0)


main(sys.argv[1])
