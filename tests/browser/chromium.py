"""Drives Debian's chromium, headless, by the DevTools protocol over a pipe; Python's standard library only."""
import json
import os
import shutil
import subprocess
import tempfile

ARGUMENTS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --disable-dev-shm-usage --no-first-run --disable-extensions "
    "--disable-background-networking --disable-component-update --disable-default-apps --disable-sync "
    "--metrics-recording-only --password-store=basic --use-mock-keychain --force-color-profile=srgb "
    "--font-render-hinting=none --proxy-server=127.0.0.1:9 --remote-debugging-pipe about:blank"
).split()


class Chromium:
    """One browser with one page; `with Chromium() as browser:` ends it and removes what it wrote."""

    def __init__(self):
        program = shutil.which("chromium")
        if program is None:
            raise SystemExit("chromium is not installed: apt-get install chromium")
        self.profile = tempfile.mkdtemp(prefix="wijkplaats-browser-")
        hear, self.hears = os.pipe()
        self.says, say = os.pipe()
        # The browser reads commands from descriptor 3 and answers on 4.
        command = ["sh", "-c", f'exec "$@" 3<&{hear} 4>&{say}', "sh", program, *ARGUMENTS,
                   f"--user-data-dir={self.profile}"]
        environment = dict(os.environ, HOME=self.profile, XDG_CONFIG_HOME=self.profile, XDG_CACHE_HOME=self.profile)
        self.process = subprocess.Popen(command, pass_fds=(hear, say), env=environment, stdin=subprocess.DEVNULL,
                                        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
        os.close(hear)
        os.close(say)
        self.unread = b""
        self.last = 0
        self.events = []
        self.session = None
        target = self.send("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.send("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network", "DOM"):
            self.send(domain + ".enable")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        try:
            self.session = None
            self.send("Browser.close")
        except (EOFError, OSError):
            pass
        os.close(self.hears)
        os.close(self.says)
        self.process.wait()
        shutil.rmtree(self.profile, ignore_errors=True)

    def read_message(self):
        while b"\0" not in self.unread:
            piece = os.read(self.says, 1 << 20)
            if not piece:
                raise EOFError("the browser ended")
            self.unread += piece
        message, self.unread = self.unread.split(b"\0", 1)
        return json.loads(message)

    def send(self, method, **parameters):
        """Sends a command and waits for its answer; events that come meanwhile are kept."""
        self.last += 1
        message = {"id": self.last, "method": method, "params": parameters}
        if self.session:
            message["sessionId"] = self.session
        text = json.dumps(message).encode() + b"\0"
        while text:
            text = text[os.write(self.hears, text):]
        while True:
            answer = self.read_message()
            if answer.get("id") == self.last:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']['message']}")
                return answer["result"]
            self.events.append(answer)

    def wait_for(self, method):
        while not any(event.get("method") == method for event in self.events):
            self.events.append(self.read_message())

    def open(self, url, width, height=900, media="screen", scheme="light"):
        """Opens the page anew; `events` are this visit's."""
        self.send("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)
        self.send("Emulation.setScrollbarsHidden", hidden=True)
        self.send("Emulation.setEmulatedMedia", media=media,
                  features=[{"name": "prefers-color-scheme", "value": scheme}])
        for place in ("about:blank", url):
            self.events = []
            self.send("Page.navigate", url=place)
            self.wait_for("Page.loadEventFired")

    def evaluate(self, script):
        """The value of a JavaScript expression in the page."""
        result = self.send("Runtime.evaluate", expression=script, returnByValue=True)
        if "exceptionDetails" in result:
            raise RuntimeError(result["exceptionDetails"].get("exception", {}).get("description", "exception"))
        return result["result"].get("value")
