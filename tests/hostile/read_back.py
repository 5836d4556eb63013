"""Reads what a plan and its publication hold, each format by a reader of its own, and tells what went wrong on the way."""
import csv
import io
import pathlib
import re
import sys
import unicodedata
import xml.etree.ElementTree
import zipfile
from html.parser import HTMLParser

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "browser"))
import static_page  # noqa: E402

# https://learn.microsoft.com/windows/win32/fileio/naming-a-file
DEVICE = re.compile(r"^(con|prn|aux|nul|(com|lpt)[0-9¹²³])(\..*)?$", re.I)
REFUSED = re.compile(r'[<>:"/\\|?*\x00-\x1f]|[. ]$')
FORMULA = "=+-@＝＋－＠\t\r\n"


def machine_rows(path):
    """The rows of a file for programs: exactly what was written."""
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def people_rows(path):
    """The rows of a file for Excel with Dutch settings, and what Excel would not take as text."""
    source = path.read_bytes()
    faults = [] if source.startswith(b"\xef\xbb\xbf") else [f"{path.name}: no byte-order mark"]
    text = source.decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=";", strict=True))
    for number, row in enumerate(rows):
        if len(row) != len(rows[0]):
            faults.append(f"{path.name}: row {number} has {len(row)} cells")
        for cell in row:
            if cell and (cell[0] in FORMULA or unicodedata.category(cell[0]) == "Cc"):
                faults.append(f"{path.name}: {cell!r} could run")
    return rows, faults


def unguarded(cell):
    """The text that a guarded cell stands for."""
    return cell[1:] if len(cell) > 1 and cell[0] == "'" and (
        cell[1] in FORMULA or unicodedata.category(cell[1]) == "Cc") else cell


class Text(HTMLParser):
    """What a reader of the page sees, without scripts and styles, and every tag with its attributes' names."""

    def __init__(self, source):
        super().__init__(convert_charrefs=True)
        self.pieces, self.tags, self.hidden = [], set(), 0
        self.feed(source)
        self.close()

    def handle_starttag(self, tag, attributes):
        self.hidden += tag in ("script", "style")
        self.tags.add(tag)
        self.tags.update(f"{tag} {name}" for name, _ in attributes)

    def handle_endtag(self, tag):
        self.hidden -= tag in ("script", "style")

    def handle_data(self, text):
        if not self.hidden:
            self.pieces.append(text)


def allowed(text):
    """Pages and workbooks cannot hold control characters: a sign shows that one is missing. Line breaks are alike."""
    return re.sub("[\x00-\x08\x0b-\x1f\x7f-\x9f]", "\ufffd", text.replace("\r\n", "\n"))


def seen(text):
    """As a browser shows it: runs of blanks as one."""
    return re.sub(r"[ \t\r\n\f]+", " ", allowed(text)).strip()


def page(path):
    """The page's text, its tags, and its faults."""
    source = path.read_text(encoding="utf-8")
    read = Text(source)
    return seen("".join(read.pieces)), read.tags, [f"{path.name}: {fault}" for fault in static_page.faults(source)]


SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def workbook(path):
    """Every text in the workbook's cells; a formula, a link or an unknown kind of cell is a fault."""
    texts, faults = [], []
    with zipfile.ZipFile(path) as archive:
        shared = []
        for name in archive.namelist():
            if name.endswith(".xml") or name.endswith(".rels"):
                tree = xml.etree.ElementTree.fromstring(archive.read(name))
                if name == "xl/sharedStrings.xml":
                    shared = ["".join(t.text or "" for t in item.iter(SHEET + "t")) for item in tree]
                if any(relation.get("TargetMode") == "External" for relation in tree.iter()):
                    faults.append(f"{path.name}: {name} leads out of the workbook")
        for name in archive.namelist():
            if not name.startswith("xl/worksheets/sheet"):
                continue
            tree = xml.etree.ElementTree.fromstring(archive.read(name))
            for cell in tree.iter(SHEET + "c"):
                if cell.find(SHEET + "f") is not None:
                    faults.append(f"{path.name}: {name} {cell.get('r')} is a formula")
                kind, value = cell.get("t", "n"), cell.findtext(SHEET + "v")
                if kind == "s":
                    texts.append(escapes(shared[int(value)]))
                elif kind not in ("n", "inlineStr", "b"):
                    faults.append(f"{path.name}: {name} {cell.get('r')} has the kind {kind}")
                elif value is not None:
                    float(value)
    return texts, faults


def escapes(text):
    """_x001B_ stands for a character that XML cannot hold."""
    return re.sub("_x([0-9A-F]{4})_", lambda code: chr(int(code[1], 16)), text)


def calendar(path):
    """The texts of a calendar's properties by name; a line that is no property is a fault."""
    source = path.read_bytes()
    faults = [f"{path.name}: {line[:30]!r} is too long" for line in source.split(b"\r\n") if len(line) > 75]
    lines = source.decode("utf-8").replace("\r\n ", "").split("\r\n")
    texts, depth = [], 0
    for line in lines[:-1]:
        found = re.fullmatch(r'([A-Z-]+)((?:;[A-Z-]+=(?:"[^"]*"|[^";:,]*))*):(.*)', line)
        if not found or re.search("[\r\n\x00-\x08]", line):
            faults.append(f"{path.name}: {line!r} is no property")
            continue
        depth += {"BEGIN": 1, "END": -1}.get(found[1], 0)
        texts.append((found[1], re.sub(r"\\(.)", lambda sign: "\n" if sign[1] in "nN" else sign[1], found[3])))
    if depth or texts[:1] != [("BEGIN", "VCALENDAR")] or texts[-1:] != [("END", "VCALENDAR")]:
        faults.append(f"{path.name}: no whole calendar")
    return texts, faults


def name_faults(folder):
    """Files that leave the folder, that Windows refuses, or that one of its file systems takes for another."""
    paths = sorted(folder.rglob("*"))
    faults = []
    for path in paths:
        if path.is_symlink() or not path.resolve().is_relative_to(folder.resolve()):
            faults.append(f"{path} leads out of the folder")
        if DEVICE.match(path.name) or REFUSED.search(path.name) or len(path.name.encode()) > 200:
            faults.append(f"{path.name} is no name on Windows")
        if path.stat().st_mode & 0o077:
            faults.append(f"{path.name} may be read by others")
    folded = [unicodedata.normalize("NFC", str(path)).casefold() for path in paths]
    return faults + [f"{one} stands twice" for one in set(folded) if folded.count(one) > 1]
