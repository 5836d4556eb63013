"""The pages that reports write, in a real browser: run.py WRITE_PAGES. First that the checks see each mistake."""
import pathlib
import re
import subprocess
import sys
import tempfile

import check_page
from chromium import Chromium

POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')

# What is done to a good page, and a word of the fault that must be found.
MISTAKES = [
    ("an error in a script", lambda page: page.replace("</main>", "<script>throw new Error('x')</script></main>"), "exception"),
    ("a message", lambda page: page.replace("</main>", "<script>console.error('x')</script></main>"), "console"),
    ("a picture from elsewhere, refused by the page's policy",
     lambda page: page.replace("</main>", '<img alt="" src="http://127.0.0.1:9/x.png"></main>'), "leads out"),
    ("a request of a script",
     lambda page: POLICY.sub("", page).replace("</main>", "<script>fetch('http://127.0.0.1:9/').catch(() => 0)</script></main>"),
     "request: http"),
    ("a font from elsewhere", lambda page: page.replace("<style>", "<style>@import 'http://127.0.0.1:9/x.css';"), "loads"),
    ("a handler that a name brought", lambda page: page.replace("<h1>", '<h1 onclick="alert(1)">'), "onclick"),
    ("something too wide", lambda page: page.replace("</main>", '<div style="width:1400px">wide</div></main>'), "1280 px"),
    ("something too wide for a telephone",
     lambda page: page.replace("</main>", '<div style="width:500px">wide</div></main>'), "375 px"),
    ("something too wide for paper",
     lambda page: page.replace("</style>", "@media print { h1 { width: 1000px } }</style>"), "print, light: over the edge"),
    ("pale text", lambda page: page.replace("--ink: #1b2127", "--ink: #999999"), "light: rgb"),
    ("pale text in the dark", lambda page: page.replace("--ink: #e6eaee", "--ink: #444444"), "dark: rgb"),
    ("a table without a caption", lambda page: re.sub("<caption>.*?</caption>", "", page, count=1, flags=re.S), "caption"),
    ("a table without header cells", lambda page: re.sub("<(/?)th( scope=.row.)?>", r"<\1td>", re.sub(
        "<th scope=.col.[^>]*>(.*?)</th>", r"<td>\1</td>", page)), "no header cells"),
    ("a header cell that says nothing", lambda page: page.replace('<th scope="row">', "<th>", 1), "what it is for"),
    ("a picture without a title", lambda page: re.sub("<title id=[^>]*>.*?</title>", "", page, count=1), "no <title>"),
    ("a picture without a description", lambda page: re.sub("<desc [^>]*>.*?</desc>", "", page, count=1), "no <desc>"),
    ("a heading left out", lambda page: page.replace("<h2>", "<h4>", 1).replace("</h2>", "</h4>", 1), "level 4"),
    ("a tag that is never closed", lambda page: page.replace("</ul>", "", 1), "is open"),
    ("a link to nothing", lambda page: page.replace('href="#summary"', 'href="#summery"'), "summery"),
    ("an id twice", lambda page: page.replace('id="fairness"', 'id="summary"'), "twice"),
    ("a name left out", lambda page: page.replace("Buslijn 33", "Buslijn 34"), "is not on the page"),
    ("a script that loses rows", lambda page: page.replace("body.append(...rows)", "body.replaceChildren(rows[0])"), "rows of"),
]


def selftest(browser, good, folder):
    """True if each mistake is found where it should be."""
    source, texts = good.read_text(encoding="utf-8"), good.with_suffix(".texts").read_text(encoding="utf-8")
    wrong = folder / "wrong.html"
    wrong.with_suffix(".texts").write_text(texts, encoding="utf-8")
    passed = True
    for what, spoil, word in MISTAKES:
        spoiled = spoil(source)
        wrong.write_text(spoiled, encoding="utf-8")
        found = check_page.page_faults(browser, wrong) if spoiled != source else []
        if not any(word in fault for fault in found):
            print(f"the checks do not see {what}: {found[:5]}")
            passed = False
    return passed


def main():
    if len(sys.argv) != 2:
        sys.exit("usage: run.py WRITE_PAGES")
    with tempfile.TemporaryDirectory() as name, Chromium() as browser:
        folder = pathlib.Path(name)
        subprocess.run([sys.argv[1], name], check=True)
        pages = sorted(folder.glob("*.html"))
        good = check_page.check(browser, pages)
        good = selftest(browser, folder / "comparison-few-en.html", folder) and good
        print(f"{len(pages)} pages and {len(MISTAKES)} mistakes looked at")
    sys.exit(0 if good and pages else 1)


if __name__ == "__main__":
    main()
