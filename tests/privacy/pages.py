"""Letters and lists in a real browser: pages.py PROGRAM. Of each audience the shortest and the longest page, and of students
a letter for each way in which a place came about; in both languages."""

import base64
import pathlib
import re
import sys
import tempfile

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "browser"))

import check_page  # noqa: E402
from audiences import Audiences  # noqa: E402
from chromium import Chromium  # noqa: E402
from made_round import Made  # noqa: E402
from publications import FOLDERS, SCENARIOS, publish, stem  # noqa: E402

MOST_BYTES = 8000  # there may be 100 000 letters


def chosen(audiences, published):
    """(page, what must be on it) of those that differ most."""
    for audience, folder in FOLDERS.items():
        pages = {one: next((published / folder / stem(one.id)).glob("*.html")) for one in audiences.recipients if one.audience == audience}
        by_size = sorted(pages, key=lambda one: (pages[one].stat().st_size, one.id))
        wanted = {one.id: one for one in by_size[:1] + by_size[-1:]}
        if audience == "student":
            for one in by_size:
                placed = audiences.placed[one.id]
                wanted[placed["basis"], placed["rank"] == "1"] = one
        for one in {one.id: one for one in wanted.values()}.values():
            yield pages[one], one


def letter_faults(browser, page):
    """What a letter should not be."""
    source = page.read_bytes()
    if b"<script" in source:
        yield "has a script"
    if len(source) > MOST_BYTES:
        yield f"has {len(source)} bytes"
    browser.open(page.resolve().as_uri(), check_page.PAPER, media="print")
    printed = base64.b64decode(browser.send("Page.printToPDF", preferCSSPageSize=True)["data"])
    sheets = len(re.findall(rb"/Type\s*/Page\b", printed))
    if sheets != 1:
        yield f"takes {sheets} sheets"


def main():
    if len(sys.argv) != 2:
        sys.exit("usage: pages.py PROGRAM")
    failed, count = 0, 0
    with tempfile.TemporaryDirectory() as place, Chromium() as browser:
        work = pathlib.Path(place)
        rounds = [(SCENARIOS / "leerkring" / "round.ini", "leerkring"), (Made(3).write(work / "made"), "made")]
        for ini, name in rounds:
            for plan, published in publish(sys.argv[1], ini, work, name):
                for page, recipient in chosen(Audiences(ini, plan), published):
                    page.with_suffix(".texts").write_text("\n".join(sorted(recipient.must)), encoding="utf-8")
                    faults = check_page.page_faults(browser, page)
                    faults += letter_faults(browser, page) if recipient.audience == "student" else []
                    for fault in faults[:10]:
                        print(f"{page.relative_to(work)}: {fault}")
                    failed += len(faults)
                    count += 1
    print(f"{count} pages looked at")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
