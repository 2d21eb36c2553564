"""Debian's Firefox, driven by its own WebDriver BiDi over a socket:
Playwright drives only a Firefox of its own.
"""

import contextlib
import json
import re
import subprocess
import tempfile
import time


class Firefox:
    """One window. `ask` evaluates JavaScript in the page;
    `errors` holds what its console and scripts complained of.
    """

    def __init__(self, socket):
        self.socket, self.number, self.errors = socket, 0, []
        self.command("session.new", capabilities={})
        self.command("session.subscribe", events=["log.entryAdded"])
        self.context = self.command("browsingContext.getTree")["contexts"][0]["context"]

    def command(self, method, **params):
        self.number += 1
        self.socket.send(json.dumps({"id": self.number, "method": method, "params": params}))
        while True:
            message = json.loads(self.socket.recv())
            if message.get("method") == "log.entryAdded" and message["params"]["level"] == "error":
                self.errors.append(message["params"]["text"])
            if message.get("id") == self.number:
                assert message["type"] == "success", message
                return message["result"]

    def open(self, url, width=360, height=800):
        viewport = {"width": width, "height": height}
        self.command("browsingContext.setViewport", context=self.context, viewport=viewport)
        self.command("browsingContext.navigate", context=self.context, url=url, wait="complete")

    def ask(self, expression):
        """The value of an expression, or of the promise that it gives, as JSON."""
        text = f"Promise.resolve({expression}).then(JSON.stringify)"
        target = {"context": self.context}
        found = self.command("script.evaluate", expression=text, target=target, awaitPromise=True)
        assert found["type"] == "success", found
        return json.loads(found["result"].get("value", "null"))

    def until(self, expression, seconds=20):
        """Wait until an expression holds."""
        end = time.monotonic() + seconds
        while not self.ask(f"Boolean({expression})"):
            assert time.monotonic() < end, (
                f"Firefox waited in vain for {expression}; it logged {self.errors}"
            )
            time.sleep(0.1)

    def click(self, selector):
        """A press of the mouse in the middle of an element, scrolled to."""
        place = f"document.querySelector({selector!r})"
        self.ask(f"{place}.scrollIntoView({{ block: 'center' }})")
        x, y = self.ask(
            "((r) => [r.left + r.width / 2, r.top + r.height / "
            f"2].map(Math.round))({place}.getBoundingClientRect())"
        )
        moves = [
            {"type": "pointerMove", "x": x, "y": y},
            {"type": "pointerDown", "button": 0},
            {"type": "pointerUp", "button": 0},
        ]
        self.command(
            "input.performActions",
            context=self.context,
            actions=[{"type": "pointer", "id": "mouse", "actions": moves}],
        )

    def keys(self, text):
        """Press and release each key. A window without a head is not the system's active one:
        Enter clicks no button.
        """
        actions = [{"type": kind, "value": key} for key in text for kind in ("keyDown", "keyUp")]
        self.command(
            "input.performActions",
            context=self.context,
            actions=[{"type": "key", "id": "keys", "actions": actions}],
        )


@contextlib.contextmanager
def firefox():
    """A fresh Firefox without a head, until the block ends."""
    import websocket

    with tempfile.TemporaryDirectory() as profile:
        command = [
            "firefox-esr",
            "--headless",
            "--remote-debugging-port=0",
            "--no-remote",
            "--profile",
            profile,
        ]
        process = subprocess.Popen(
            command, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True
        )
        try:
            address = next(
                m.group(1) for line in process.stderr if (m := re.search(r"(ws://\S+)", line))
            )
            socket = websocket.create_connection(
                f"{address}/session", timeout=60, suppress_origin=True
            )
            yield Firefox(socket)
            socket.close()
        finally:
            process.kill()
            process.wait(10)
            process.stderr.close()
