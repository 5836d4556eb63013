"""What a file tells, whoever opens it: all of its text, and the numbers that a reader sees."""

import html.parser
import re
import xml.etree.ElementTree
import zipfile

SHEETS = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
PLACES = {"r", "ref", "sqref", "spans", "topLeftCell", "activeCell"}


class _Page(html.parser.HTMLParser):
    def __init__(self, source):
        super().__init__(convert_charrefs=True)
        self.quiet = 0
        self.texts = []
        self.feed(source)
        self.close()

    def handle_starttag(self, tag, attributes):
        self.quiet += tag in ("style", "script")
        self.texts += [value or "" for _, value in attributes] if tag != "meta" else []

    def handle_endtag(self, tag):
        self.quiet -= tag in ("style", "script")

    def handle_data(self, data):
        if not self.quiet:
            self.texts.append(data)


def unfolded(text):
    """A calendar's lines as they were before they were folded, and its text without the signs of escape."""
    return re.sub(r"\\([,;\\nN])", lambda found: " " if found[1] in "nN" else found[1], re.sub(r"\r?\n[ \t]", "", text))


def _cells(workbook, name):
    """Numbers in a sheet; what is text stands in another part."""
    root = xml.etree.ElementTree.fromstring(workbook.read(name))
    for cell in root.iter(SHEETS + "c"):
        value = cell.find(SHEETS + "v")
        if cell.get("t") != "s" and value is not None:
            yield value.text


def _texts(source):
    """All texts and values of a part; D2 in these attributes is a place on the sheet, and nobody's number."""
    for element in xml.etree.ElementTree.fromstring(source).iter():
        yield from (element.text or "", element.tail or "")
        yield from (value for name, value in element.items() if name not in PLACES)


def _workbook(path):
    """(all text, what is seen)"""
    with zipfile.ZipFile(path) as workbook:
        everything = [text for name in workbook.namelist() for text in _texts(workbook.read(name))]
        seen = [value for name in workbook.namelist() if name.startswith("xl/worksheets/sheet") for value in _cells(workbook, name)]
        if "xl/sharedStrings.xml" in workbook.namelist():
            seen += xml.etree.ElementTree.fromstring(workbook.read("xl/sharedStrings.xml")).itertext()
        everything += workbook.namelist()
    return "\n".join(everything), "\n".join(seen)


def read(path):
    """(all text of the file, marks and all; what a reader sees of it)."""
    if path.suffix == ".xlsx":
        return _workbook(path)
    text = path.read_bytes().decode("utf-8")
    if path.suffix == ".ics":
        return text + unfolded(text), unfolded(text)
    if path.suffix == ".html":
        seen = "\n".join(_Page(text).texts)
        return text + seen, seen
    return text, text
