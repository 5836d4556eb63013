"""The tables of a page as text: by section, row by row."""
from html.parser import HTMLParser


class Cell:
    """What stands in a cell: its text, that in small letters apart."""

    def __init__(self):
        self.text, self.small = "", ""

    @property
    def key(self):
        """An id: in small letters below a name, or alone."""
        return self.small or self.text


class Table:
    def __init__(self, section, heading):
        self.section, self.heading = section, heading
        self.columns, self.rows = [], []


class Tables(HTMLParser):
    """tables: all of them; facts: the figures at a glance, with what they are; items: of lists, by section."""

    def __init__(self, source):
        super().__init__(convert_charrefs=True)
        self.tables, self.facts, self.items, self.sections = [], [], {}, []
        self.open = []
        self.heading = ""
        self.cell = None
        self.feed(source)

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        self.open.append(tag)
        if tag == "section" and given.get("id"):
            self.sections.append(given["id"])
        elif tag in ("h2", "h3"):
            self.heading = ""
        elif tag == "table":
            self.tables.append(Table(self.sections[-1], self.heading.strip()))
        elif tag == "tr" and "tbody" in self.open:
            self.tables[-1].rows.append([])
        elif tag in ("td", "th"):
            self.cell = Cell()
            (self.tables[-1].rows[-1] if "tbody" in self.open else self.tables[-1].columns).append(self.cell)
        elif tag == "li" and not self.sections:
            self.facts.append(["", ""])
        elif tag == "li":
            self.items.setdefault(self.sections[-1], []).append("")
        elif tag in ("div", "p", "br") and self.cell:
            self.cell.text += "\n"

    def handle_endtag(self, tag):
        while self.open and self.open.pop() != tag:
            pass
        if tag in ("td", "th"):
            self.cell.text, self.cell.small = self.cell.text.strip(), self.cell.small.strip()
            self.cell = None

    def handle_data(self, text):
        if self.open[-1:] == ["h2"] or self.open[-1:] == ["h3"]:
            self.heading += text
        if self.cell is not None and "small" in self.open:
            self.cell.small += text
        elif self.cell is not None:
            self.cell.text += text
        elif "li" in self.open and not self.sections and self.facts:
            self.facts[-1]["b" not in self.open] += text
        elif "li" in self.open and self.sections:
            self.items[self.sections[-1]][-1] += text

    def of(self, section):
        """The tables of a section."""
        return [table for table in self.tables if table.section == section]
