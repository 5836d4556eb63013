"""Takes pictures of a page, to be looked at: picture.py PAGE OUT.png [--width N] [--dark] [--at SELECTOR] [--pdf]."""
import argparse
import base64
import pathlib

from chromium import Chromium

MOST = 2400


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("page", type=pathlib.Path)
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("--width", type=int, default=1280)
    parser.add_argument("--dark", action="store_true")
    parser.add_argument("--at", default="body", help="what to show, from its top")
    parser.add_argument("--height", type=int, default=MOST)
    parser.add_argument("--pdf", action="store_true", help="as it prints on A4")
    given = parser.parse_args()
    with Chromium() as browser:
        browser.open(given.page.resolve().as_uri(), given.width, media="print" if given.pdf else "screen",
                     scheme="dark" if given.dark else "light")
        if given.pdf:
            taken = browser.send("Page.printToPDF", printBackground=False, preferCSSPageSize=True)
        else:
            box = browser.evaluate(f"(() => {{ const box = document.querySelector({given.at!r}).getBoundingClientRect();"
                                   "return [box.top + scrollY, box.height]; })()")
            clip = {"x": 0, "y": box[0], "width": given.width, "height": min(box[1], given.height), "scale": 1}
            taken = browser.send("Page.captureScreenshot", clip=clip, captureBeyondViewport=True)
        given.out.write_bytes(base64.b64decode(taken["data"]))


if __name__ == "__main__":
    main()
