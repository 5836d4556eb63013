"""unmarked.py: finds texts of two words or more in the sources that are not among the sentences for translation.

    python3 tests/language/unmarked.py

A mark that is missing, and a mark that the collector of sentences does not see (it takes a comma inside
braces for the end of an argument), both show here. Then it makes such mistakes, and fails if one passes."""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

import catalogue

ROOT = Path(__file__).resolve().parents[2]
TOKEN = re.compile(r"/\*.*?\*/|\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'|[A-Za-z_]\w*|\s+|.", re.DOTALL)
WORDS = re.compile(r"[A-Za-z]{2,},? (?:[^ ]* )?[A-Za-z]{2,}|(?:^| )[A-Za-z]{2,}:? $|^ [A-Za-z]{2,}")

# Files whose texts are no messages: made-up rounds, the template of `init` with its Dutch column heads, the
# completion that bash reads.
NO_MESSAGES = re.compile(r"(?:io/made_round|cli/template|cli/completion)\w*\.[ch]$")
# Calls whose texts only programmers read.
NO_READERS = {"_Static_assert"}
# Markup, and what stands around a sentence.
NO_SENTENCE = re.compile(r"<[!/a-z]|=\\\"|^(?:%s: error: |wijkplaats )$")
# Names between blanks or commas, in the files that may hold some: those of columns, settings and styles.
NAMES = re.compile(r"^ ?[a-z_~0-9:-]+(?:,? [a-z_~0-9%:-]+)*$")
NAMING = re.compile(r"io/(?:read|name)_\w+\.c$|config/keys\.c$|io/(?:svg|whatif_html|html_table)\w*\.c$")


def texts(source):
    """The texts of a C source as (line, text, name of the call that it is an argument of)."""
    line, calls, before, begun = 1, [], "", None
    for token in TOKEN.findall(source):
        if token[0] == '"':
            begun = begun or [line, "", calls[-1] if calls else ""]
            begun[1] += token[1:-1]
        elif not token.isspace() and not token.startswith("/*"):
            if begun:
                yield tuple(begun)
                begun = None
            if token in "([{":
                outer = calls[-1] if calls and token != "(" else ""
                calls.append(before if token == "(" and before.isidentifier() else outer)
            elif token in ")]}" and calls:
                calls.pop()
            before = token
        line += token.count("\n")


def unmarked(root, sentences):
    """Lines that name each text which is no sentence but reads like one."""
    for folder in ("solver", "config", "io", "cli"):
        for file in sorted((root / folder).rglob("*.[ch]")):
            name = file.relative_to(root).as_posix()
            if NO_MESSAGES.match(name):
                continue
            source = re.sub(r"(?m)^ *#include.*", "", file.read_text(encoding="utf-8"))
            for line, text, call in texts(source):
                plain = catalogue.KEPT.sub("0", text)
                if text in sentences or call in NO_READERS or NO_SENTENCE.search(text) or not WORDS.search(plain):
                    continue
                if NAMES.match(text) and NAMING.match(name):
                    continue
                yield f'{name}:{line}: not marked for translation: "{text}"'


MISTAKES = [
    'fputs("this round is %s\\n", out);',
    'wp_diagnostics_error(wrong, (struct wp_location){path, 1, 0}, "this line is wrong");',
]


def main():
    with tempfile.TemporaryDirectory() as work:
        template = Path(work) / "sentences.pot"
        subprocess.run(["sh", ROOT / "po" / "sentences.sh", template], check=True)
        entries = catalogue.entries(template.read_text(encoding="utf-8"))
        sentences = {entry[key] for entry in entries for key in ("msgid", "msgid_plural") if key in entry}
        found = list(unmarked(ROOT, sentences))
        for line in found:
            print(line)
        # Without marks, and behind a brace with a comma.
        wrong = Path(work) / "cli" / "wrong.c"
        wrong.parent.mkdir()
        for mistake in MISTAKES:
            wrong.write_text(mistake, encoding="utf-8")
            if len(list(unmarked(Path(work), sentences))) != 1:
                print(f"this mistake passes: {mistake}")
                found.append(mistake)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
