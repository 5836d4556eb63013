"""What a page's source tells without a browser: tags nest, headings are in order, tables and pictures are described."""
from html.parser import HTMLParser

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
LOADING = {"src", "srcset", "href", "xlink:href", "action", "data", "poster"}


class Page(HTMLParser):
    """Reads a page and collects its faults."""

    def __init__(self, source):
        super().__init__(convert_charrefs=True)
        self.faults = []
        self.open = []
        self.headings = []
        self.ids = []
        self.links = []
        self.named_by = []
        self.table = None
        self.picture = None
        self.feed(source)
        self.close()
        self.finish()

    def fault(self, what):
        self.faults.append(f"line {self.getpos()[0]}: {what}")

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        if len(given) != len(attributes):
            self.fault(f"<{tag}> has an attribute twice")
        self.look_at_attributes(tag, given)
        if tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
            self.headings.append((int(tag[1]), self.getpos()[0]))
        if tag == "html" and given.get("lang") not in ("nl", "en"):
            self.fault("the page does not say its language")
        if tag == "table":
            self.table = {"caption": "", "th": 0}
        elif tag == "th" and self.table is not None:
            self.table["th"] += 1
            if given.get("scope") not in ("col", "row"):
                self.fault("a header cell does not say what it is for")
        elif tag == "svg":
            self.picture = {"title": "", "desc": "", "hidden": given.get("aria-hidden") == "true"}
        if tag not in VOID:
            self.open.append(tag)

    def look_at_attributes(self, tag, given):
        for name, value in given.items():
            if name.startswith("on"):
                self.fault(f"<{tag} {name}>")
            if name in LOADING and not (value or "").startswith("#"):
                self.fault(f"<{tag} {name}=\"{value}\"> leads out of the page")
        if "id" in given:
            self.ids.append(given["id"])
        if (given.get("href") or "").startswith("#"):
            self.links.append(given["href"][1:])
        self.named_by += (given.get("aria-labelledby") or "").split()

    def handle_startendtag(self, tag, attributes):
        """<circle/>: only within pictures."""
        if "svg" not in self.open:
            self.fault(f"<{tag}/> closes itself outside a picture")
        self.look_at_attributes(tag, dict(attributes))

    def handle_endtag(self, tag):
        if not self.open or self.open[-1] != tag:
            self.fault(f"</{tag}> where <{self.open[-1] if self.open else ''}> is open")
            if tag in self.open:
                del self.open[len(self.open) - 1 - self.open[::-1].index(tag):]
            return
        self.open.pop()
        if tag == "table":
            if not self.table["caption"].strip():
                self.fault("a table has no caption")
            if self.table["th"] == 0:
                self.fault("a table has no header cells")
            self.table = None
        elif tag == "svg":
            for part in ("title", "desc"):
                if not self.picture["hidden"] and not self.picture[part].strip():
                    self.fault(f"a picture has no <{part}>")
            self.picture = None

    def handle_data(self, text):
        if self.table is not None and "caption" in self.open:
            self.table["caption"] += text
        if self.picture is not None and self.open[-2:-1] == ["svg"] and self.open[-1] in ("title", "desc"):
            self.picture[self.open[-1]] += text

    def finish(self):
        for tag in self.open:
            self.fault(f"<{tag}> is never closed")
        if not self.headings or self.headings[0][0] != 1 or [level for level, _ in self.headings].count(1) != 1:
            self.faults.append("the page does not begin with its one main heading")
        for (before, _), (level, line) in zip(self.headings, self.headings[1:]):
            if level > before + 1:
                self.faults.append(f"line {line}: a heading of level {level} below one of level {before}")
        for doubled in sorted(doubles(self.ids)):
            self.faults.append(f"the id {doubled} is there twice")
        for missing in sorted(set(self.links + self.named_by) - set(self.ids)):
            self.faults.append(f"nothing has the id {missing}")


def doubles(names):
    """Those that are there more than once."""
    seen, twice = set(), set()
    for name in names:
        (twice if name in seen else seen).add(name)
    return twice


def faults(source):
    """What is wrong with the page, as sentences."""
    if "@import" in source or "url(" in source:
        return Page(source).faults + ["the style loads something"]
    return Page(source).faults
