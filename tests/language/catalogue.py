"""catalogue.py: a catalogue in which every sentence stands in letters that no sentence has: what is read in
Latin letters with it was never translated."""

import re
import subprocess

# What printf replaces stays; so do what ends lines and what po files escape.
KEPT = re.compile(r"%%|%[-+ #0]*(?:\*|\d+)?(?:\.(?:\*|\d+))?(?:hh|h|ll|l|j|z|t|L)?[a-zA-Z]|%<PRI\w+>|\\.")
HEAD = """msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n\""""
STRING = re.compile(r'"((?:[^"\\]|\\.)*)"')
CYRILLIC = {ord(latin): 0x430 + ord(latin) - ord("a") for latin in "abcdefghijklmnopqrstuvwxyz"} | {
    ord(latin): 0x410 + ord(latin) - ord("A") for latin in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
}


def disguised(sentence):
    """The sentence in other letters, with its placeholders."""
    pieces, at = [], 0
    for kept in KEPT.finditer(sentence):
        pieces += [sentence[at : kept.start()].translate(CYRILLIC), kept.group()]
        at = kept.end()
    return "".join(pieces) + sentence[at:].translate(CYRILLIC)


def entries(template):
    """The entries of a template as dictionaries: msgid and, if there is one, msgid_plural."""
    for paragraph in template.split("\n\n")[1:]:
        entry, keyword = {}, None
        for line in paragraph.splitlines():
            if line.startswith("msg"):
                keyword = line.split(" ", 1)[0]
                entry[keyword] = ""
            if not line.startswith("#") and keyword:
                entry[keyword] += "".join(STRING.findall(line))
        if entry.get("msgid"):
            yield entry


def write(root, file, left_out=None):
    """Compiles the catalogue of the sentences in the tree `root` into `file`, all but the one that is left out.
    Returns how many sentences it has."""
    template = file.with_suffix(".pot")
    subprocess.run(["sh", root / "po" / "sentences.sh", template], check=True)
    text, count = [HEAD], 0
    for entry in entries(template.read_text(encoding="utf-8")):
        if entry["msgid"] == left_out:
            continue
        count += 1
        one, many = entry["msgid"], entry.get("msgid_plural")
        if many is None:
            text.append(f'msgid "{one}"\nmsgstr "{disguised(one)}"')
        else:
            text.append(
                f'msgid "{one}"\nmsgid_plural "{many}"\nmsgstr[0] "{disguised(one)}"\nmsgstr[1] "{disguised(many)}"'
            )
    source = file.with_suffix(".po")
    source.write_text("\n\n".join(text) + "\n", encoding="utf-8")
    subprocess.run(["msgfmt", "--check-format", "--output-file", file, source], check=True)
    return count
