"""Opens pages in a real browser and tells what is wrong with each: check_page.py PAGE... (with PAGE.texts, one a line,
beside it: texts that must be on the page)."""
import pathlib
import sys

import static_page
from chromium import Chromium

IN_PAGE = (pathlib.Path(__file__).parent / "in_page.js").read_text()
# What an A4 sheet of 210 mm leaves between the margins of page.css, at 96 pixels to the inch.
PAPER = 703
VIEWS = [(375, "screen", "light"), (375, "screen", "dark"), (1280, "screen", "light"), (1280, "screen", "dark"),
         (PAPER, "print", "light"), (PAPER, "print", "dark")]


def event_faults(events, url):
    """Errors, messages and requests of one visit."""
    for event in events:
        method, given = event.get("method"), event.get("params", {})
        if method == "Runtime.exceptionThrown":
            yield "exception: " + given["exceptionDetails"].get("exception", {}).get("description", "unknown")
        elif method == "Runtime.consoleAPICalled" and given["type"] in ("error", "warning", "assert"):
            yield "console: " + str([argument.get("value") for argument in given["args"]])
        elif method == "Log.entryAdded" and given["entry"]["level"] in ("error", "warning"):
            yield "log: " + given["entry"]["text"]
        elif method == "Network.requestWillBeSent" and given["request"]["url"].split("#")[0] != url:
            yield "request: " + given["request"]["url"][:200]
        elif method == "Page.javascriptDialogOpening":
            yield "dialog: " + given["message"]


def use(browser):
    """A reader's clicks: every heading that sorts, both ways, every search, every fold."""
    before = browser.evaluate("document.querySelectorAll('tbody tr').length")
    browser.evaluate("""for (const button of document.querySelectorAll("th button")) { button.click(); button.click(); }""")
    browser.evaluate("""for (const field of document.querySelectorAll("input")) {
        field.value = "zzzz"; field.dispatchEvent(new Event("input"));
        field.value = ""; field.dispatchEvent(new Event("input"));
    }""")
    browser.evaluate("for (const folded of document.querySelectorAll('details')) folded.open = true;")
    after = browser.evaluate("[...document.querySelectorAll('tbody tr')].filter(row => !row.hidden).length")
    if before != after:
        yield f"sorting and searching make {after} rows of {before}"


def browser_faults(browser, page, texts):
    """What is wrong with the page in each view."""
    url = page.resolve().as_uri()
    for width, media, scheme in VIEWS:
        view = f"{width} px, {media}, {scheme}: "
        browser.open(url, width, media=media, scheme=scheme)
        shown = browser.evaluate("document.body.textContent")
        found = [f"\"{text}\" is not on the page" for text in texts if text not in shown]
        found += browser.evaluate(IN_PAGE)
        if media == "screen" and scheme == "light":
            found += use(browser)
            found += browser.evaluate(IN_PAGE)
        elif media == "print" and scheme == "light":
            browser.send("Page.printToPDF", preferCSSPageSize=True)
        found += event_faults(browser.events, url)
        yield from (view + fault for fault in dict.fromkeys(found))


def page_faults(browser, page):
    """All that is wrong with one page."""
    source = page.read_text(encoding="utf-8")
    beside = page.with_suffix(".texts")
    texts = beside.read_text(encoding="utf-8").splitlines() if beside.exists() else []
    return static_page.faults(source) + list(browser_faults(browser, page, texts))


def check(browser, pages):
    """Prints what is wrong with each; true if nothing is."""
    good = True
    for page in pages:
        found = page_faults(browser, page)
        for fault in found[:20]:
            print(f"{page.name}: {fault}")
        if len(found) > 20:
            print(f"{page.name}: and {len(found) - 20} more")
        good = good and not found
    return good


def main():
    pages = [pathlib.Path(name) for name in sys.argv[1:]]
    if not pages:
        sys.exit("usage: check_page.py PAGE...")
    with Chromium() as browser:
        sys.exit(0 if check(browser, pages) else 1)


if __name__ == "__main__":
    main()
