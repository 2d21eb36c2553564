"""What a page of ours, a stranger or a neighbour sends to a running server of the course,
and what comes back.
"""

import json
import urllib.error
import urllib.request

__all__ = ["SHEET", "TOKEN", "post", "reply", "state"]

TOKEN = {"Authorization": "token test"}

# An item of an assignment's sheet, as the student has it.
SHEET = {
    "id": "sheet-1",
    "kind": "choice",
    "stem": "Which?",
    "options": [{"text": "A"}, {"text": "B"}],
}


def reply(url, path, data=None, headers=TOKEN):
    """(status, headers, body) of a request."""
    request = urllib.request.Request(f"{url}/{path}", data=data, headers=headers)
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.headers, error.read()


def post(url, verb, headers=TOKEN, *, raw=None, notebook="", sheet=False, **told):
    """(status, reply as a dict) of a verb; raw: bytes to send in place of what a page would."""
    body = (
        raw
        if raw is not None
        else json.dumps({"notebook": notebook, "sheet": sheet, **told}).encode()
    )
    status, _, found = reply(url, f"steel-frame/api/{verb}", body, headers)
    return status, json.loads(found)


def state(url, **told):
    """What the server says of its answers."""
    status, found = post(url, "state", **told)
    assert status == 200, found
    return found
