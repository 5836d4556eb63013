"""What Excel finds in a workbook beside its cells: frozen headings, filters, colours, paper, charts, and nothing from outside."""
import re
import xml.etree.ElementTree as ElementTree
import zipfile

SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"


def sheet_faults(name, sheet, is_list):
    """What is wrong with one sheet."""
    faults = []
    rows = sheet.findall(f"{SHEET}sheetData/{SHEET}row")
    if list(sheet.iter(f"{SHEET}f")):
        faults.append(f"{name}: a formula")
    if list(sheet.iter(f"{SHEET}hyperlink")):
        faults.append(f"{name}: a link")
    paper = sheet.find(f"{SHEET}pageSetup")
    if paper is None or (paper.get("paperSize"), paper.get("orientation"), paper.get("fitToHeight")) != ("9", "landscape", "0"):
        faults.append(f"{name}: not set for A4")
    if not is_list:
        return faults
    pane = next(sheet.iter(f"{SHEET}pane"), None)
    if pane is None or (pane.get("state"), pane.get("ySplit")) != ("frozen", "1"):
        faults.append(f"{name}: its headings are not frozen")
    cells = rows[0].findall(f"{SHEET}c")
    everything = f"A1:{re.sub('[0-9]', '', cells[-1].get('r'))}{rows[-1].get('r')}"
    filters = sheet.find(f"{SHEET}autoFilter")
    if filters is None or (filters.get("ref") != everything and len(rows) > 1):
        faults.append(f"{name}: filters on {filters is not None and filters.get('ref')}, not {everything}")
    widths = [float(column.get("width")) for column in sheet.iter(f"{SHEET}col")]
    if len(widths) == 0 or min(widths) < 4 or max(widths) > 75:
        faults.append(f"{name}: widths {widths}")
    return faults


def range_rows(reference):
    """The name of the sheet and the number of rows that a chart's reference has."""
    sheet, first, last = re.fullmatch(r"(.*)!\$[A-Z]+\$(\d+):\$[A-Z]+\$(\d+)", reference).groups()
    return sheet.strip("'").replace("''", "'"), int(last) - int(first) + 1


def chart_faults(book, part, names):
    chart = ElementTree.fromstring(book.read(part))
    faults = [] if list(chart.iter(f"{CHART}title")) else [f"{part}: no title"]
    for reference in chart.iter(f"{CHART}f"):
        sheet, rows = range_rows(reference.text) if ":" in reference.text else (None, 1)
        if sheet not in names or rows < 1:
            faults.append(f"{part}: {reference.text}")
    for values in chart.iter(f"{CHART}val"):
        if not any((point.text or "0") != "0" for point in values.iter(f"{CHART}v")):
            faults.append(f"{part}: shows nothing but 0")
    return faults


def check(path, coloured, charts, date_format):
    """What is wrong with a workbook. coloured: for names of sheets how many rules of colours they have."""
    faults = []
    with zipfile.ZipFile(path) as book:
        parts = book.namelist()
        outline = ElementTree.fromstring(book.read("xl/workbook.xml"))
        names = [sheet.get("name") for sheet in outline.iter(f"{SHEET}sheet")]
        for part in parts:
            text = book.read(part)
            if b'TargetMode="External"' in text or "externalLink" in part or "vba" in part.lower():
                faults.append(f"{part}: something from outside")
        for number, name in enumerate(names, start=1):
            sheet = ElementTree.fromstring(book.read(f"xl/worksheets/sheet{number}.xml"))
            faults += sheet_faults(name, sheet, number > 1)  # the first is a page
            rules = len(list(sheet.iter(f"{SHEET}cfRule")))
            if name in coloured and rules != coloured[name]:
                faults.append(f"{name}: {rules} rules of colours, not {coloured[name]}")
        repeated = [name for name in outline.iter(f"{SHEET}definedName") if name.get("name") == "_xlnm.Print_Titles"]
        if len(repeated) != len(names) - 1:
            faults.append("headings are not repeated on each page")
        found = [part for part in parts if re.fullmatch(r"xl/charts/chart\d+\.xml", part)]
        if len(found) != charts:
            faults.append(f"{len(found)} charts, not {charts}")
        for part in found:
            faults += chart_faults(book, part, names)
        for part in parts:
            if part.startswith("xl/drawings/drawing") and not all(
                    shape.get("descr") for shape in ElementTree.fromstring(book.read(part)).iter(f"{DRAWING}cNvPr")):
                faults.append(f"{part}: a chart without a description")
        if date_format and f'formatCode="{date_format}"' not in book.read("xl/styles.xml").decode():
            faults.append(f"dates are not written as {date_format}")
    return faults
