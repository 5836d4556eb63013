"""stop.py: starts a program on a terminal of its own and stops it when its first plan is on the screen.

python3 stop.py once|twice PROGRAM ARGUMENT...
"""
import os
import pty
import re
import signal
import sys


def read_some(terminal):
    try:
        return os.read(terminal, 65536)
    except OSError:  # the program has ended
        return b""


def main(how, command):
    child, terminal = pty.fork()
    if child == 0:
        os.execv(command[0], command)
    seen = b""
    while not re.search(rb"best plan \d+", seen):
        more = read_some(terminal)
        assert more, "it ended before it showed a plan: " + seen.decode()
        seen += more
    assert b"\r\033[K" in seen, "the line of progress is rewritten"
    if how == "once":
        os.write(terminal, b"\x03")
    else:
        # Both wait until it goes on; two different ones, since two of the same would become one.
        os.kill(child, signal.SIGSTOP)
        os.waitpid(child, os.WUNTRACED)
        os.kill(child, signal.SIGINT)
        os.kill(child, signal.SIGTERM)
        os.kill(child, signal.SIGCONT)
    while more := read_some(terminal):
        seen += more
    _, status = os.waitpid(child, 0)
    if how == "once":
        assert os.waitstatus_to_exitcode(status) == 0, seen.decode()
        assert b"Stopped by you" in seen, seen.decode()
    else:
        assert os.waitstatus_to_exitcode(status) == -signal.SIGTERM, seen.decode()


main(sys.argv[1], sys.argv[2:])
