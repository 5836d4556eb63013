"""Workbooks as LibreOffice reads them: every sheet's cells with their types."""
import datetime
import subprocess
import tempfile
import xml.etree.ElementTree as ElementTree

NAMES = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
}


def named(name):
    space, local = name.split(":")
    return f"{{{NAMES[space]}}}{local}"


def convert(books, folder):
    """Opens all of them with one start of LibreOffice; their .fods are in the folder afterwards."""
    with tempfile.TemporaryDirectory() as profile:
        subprocess.run(["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", "fods", "--outdir",
                        str(folder), *map(str, books)], check=True, capture_output=True, timeout=600)


def paragraph(node):
    """The text of a paragraph, with the spaces, tabs and breaks that are written as elements."""
    text = node.text or ""
    for child in node:
        if child.tag == named("text:s"):
            text += " " * int(child.get(named("text:c"), "1"))
        elif child.tag == named("text:tab"):
            text += "\t"
        elif child.tag == named("text:line-break"):
            text += "\n"
        else:
            text += paragraph(child)
        text += child.tail or ""
    return text


def value(cell):
    """What a cell holds: None, a text, a number or a day; a share is a number. Raises ValueError for anything else."""
    kind = cell.get(named("office:value-type"))
    if kind is None:
        return None
    if kind in ("float", "percentage"):
        return float(cell.get(named("office:value")))
    if kind == "date":
        return datetime.date.fromisoformat(cell.get(named("office:date-value")))
    if kind == "string":
        return "\n".join(paragraph(node) for node in cell.findall("text:p", NAMES))
    raise ValueError(f"a cell of type {kind}")


def rows_of(table):
    """The rows of a sheet, but not those of the charts in it."""
    for child in table:
        if child.tag == named("table:table-row"):
            yield child
        elif child.tag in (named("table:table-header-rows"), named("table:table-rows"), named("table:table-row-group")):
            yield from rows_of(child)


def read(path):
    """Sheets by name, each a list of rows without the empty cells and rows at their ends.

    Raises ValueError where a cell has a formula or leads elsewhere."""
    root = ElementTree.parse(path).getroot()
    sheets = {}
    for table in root.findall("office:body/office:spreadsheet/table:table", NAMES):
        rows = []
        for row in rows_of(table):
            cells = []
            for cell in row:
                if cell.tag not in (named("table:table-cell"), named("table:covered-table-cell")):
                    continue
                if cell.get(named("table:formula")) is not None:
                    raise ValueError(f"a formula: {cell.get(named('table:formula'))}")
                if any(node.get(named("xlink:href")) for node in cell.iter(named("text:a"))):
                    raise ValueError("a link")
                found = value(cell)
                repeated = int(cell.get(named("table:number-columns-repeated"), "1"))
                cells += [found] * (repeated if found is not None else min(repeated, 64))
            while cells and cells[-1] is None:
                cells.pop()
            repeated = int(row.get(named("table:number-rows-repeated"), "1"))
            rows += [cells] * (repeated if cells else min(repeated, 64))
        while rows and not rows[-1]:
            rows.pop()
        sheets[table.get(named("table:name"))] = rows
    return sheets
