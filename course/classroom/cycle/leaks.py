"""Does anything that students get give a key away? Read as bytes: notebooks, metadata, pages, every
version in git.

What is packed, as the documents of a notebook or a page are, is unpacked and read as well.
"""

import json
import subprocess
from html import escape

import markupsafe

from course.classroom.cycle import sheet
from course.classroom.cycle.packed import layers
from course.classroom.exports.public import public, sheet_items
from course.errors import CourseError
from course.interactives import MIME, read

__all__ = ["in_files", "in_history", "leaks", "secrets_of"]

_MARKS = {
    "### BEGIN HIDDEN": "a hidden test",
    "course.classroom import mark": "a hidden test",
    '"correct":': "a key",
    "correct: true": "a key",
    '"misconception":': "a key",
}
_SHORT = 12  # shorter texts stand in a sheet by chance


def _texts(value):
    if isinstance(value, dict):
        for part in value.values():
            yield from _texts(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from _texts(part)
    elif isinstance(value, str):
        yield value


def secrets_of(assignment):
    """{text: what it is}: every sentence of the key that no student's copy may hold."""
    told = set(_texts(sheet_items(assignment)["items"])) | {assignment.introduction}
    kept = ("feedback", "misconception", "model", "low", "high", "checklist", "traps")
    secrets = {}
    for item in assignment.questions:
        parts = [item.get(part) for part in kept]
        for one in ("options", "statements", "pairs", "steps"):
            parts += [{k: v for k, v in entry.items() if k in kept} for entry in item.get(one, [])]
        for text in _texts(parts):
            if len(text) >= _SHORT and text not in told:
                secrets[text] = f"an explanation of {item['id']}"
    return secrets


def _forms(text):
    """The text as it may stand in a page, a notebook or a repr."""
    inner = json.dumps(text)[1:-1]
    forms = {
        text,
        inner,
        json.dumps(text, ensure_ascii=False)[1:-1],
        escape(text),
        str(markupsafe.escape(text)),  # as templates write a quotation mark
        json.dumps(inner)[1:-1],
        repr(text)[1:-1],
    }
    return [form.encode("utf-8") for form in forms]


def leaks(assignment, name, raw):
    """Sentences about what the bytes of a file called `name` give away; empty if nothing."""
    read_as, unread = layers(raw)
    found = [f"{name} holds {why}" for why in unread]
    for mark, what in _MARKS.items():
        if any(mark.encode() in layer for layer in read_as):
            found.append(f"{name} holds {what} ({mark!r})")
    for text, what in secrets_of(assignment).items():
        if any(form in layer for form in _forms(text) for layer in read_as):
            found.append(f"{name} holds {what}: {text[:60]!r}")
    if name.endswith("items.json"):
        found += _not_public(assignment, name, raw)
    if name.endswith(f"{assignment.name}.ipynb"):
        found += _not_its_own(assignment, name, raw)
    return found


def _not_public(assignment, name, raw):
    """items.json may hold what `public` says of each item, and nothing else:
    no number's answer, no order of steps.
    """
    try:
        items = {item["id"]: item for item in json.loads(raw)["items"]}
    except (ValueError, KeyError, TypeError):
        return [f"{name} cannot be read"]
    return [
        f"{name} says more of {item['id']} than a student may see"
        for item in assignment.items()
        if items.get(item["id"]) != {**public(item), "points": assignment.points(item["id"])}
    ]


def _stored(value):
    """What stands under MIME, wherever it does."""
    if isinstance(value, dict):
        for key, part in value.items():
            if key == MIME:
                yield part
            else:
                yield from _stored(part)
    elif isinstance(value, list):
        for part in value:
            yield from _stored(part)


def _not_its_own(assignment, name, raw):
    """A sheet may hold the documents that are made of what a student may see, and no other: a
    number's answer is too short to be looked for. They are compared by their content's hash: builds
    of zlib differ in the bytes they make.
    """
    try:
        stored = list(_stored(json.loads(raw)))
    except (ValueError, RecursionError):
        yield f"{name} cannot be read"
        return
    ours = {repr(document) for document in sheet.documents(assignment).values()}
    for one in stored:
        try:
            document = read(one)
        except CourseError:
            yield f"{name} holds a document that cannot be read"
            continue
        if repr(document) not in ours:
            yield (
                f"{name} holds a document that is not made of what a student may see "
                f"({document.id})"
            )


def in_files(assignment, folder):
    """What the files under `folder` give away."""
    return [
        sentence
        for path in sorted(folder.rglob("*"))
        if path.is_file() and ".git" not in path.parts
        for sentence in leaks(assignment, str(path.relative_to(folder)), path.read_bytes())
    ]


def in_history(assignment, repository):
    """What any version of any file in a git repository gives away, and any message."""

    def git(*arguments):
        command = ["git", "-C", repository, *arguments]
        return subprocess.run(command, check=True, capture_output=True).stdout  # noqa: S603

    found = []
    for line in git("rev-list", "--all", "--objects").decode("utf-8", "replace").splitlines():
        name, _, path = line.partition(" ")
        kind = git("cat-file", "-t", name).decode().strip()
        if kind in {"blob", "commit"}:
            found += leaks(assignment, path or f"commit {name[:8]}", git("cat-file", kind, name))
    return found
