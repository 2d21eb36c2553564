"""What a printed PDF holds, as poppler and pypdf tell it."""

import functools
import re
import subprocess
from pathlib import Path

__all__ = ["facts", "fonts", "headings_at_foot", "missing_glyphs", "pages"]


@functools.cache
def _told_of(changed, *command):
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def _told(*command):
    """What a reader of PDF says of a file, asked once for as long as the file stays the same."""
    pdf = next(part for part in command if isinstance(part, Path))
    return _told_of(pdf.stat().st_mtime_ns, *command)


def facts(pdf):
    """What pdfinfo says, as {name: value}."""
    return {
        name.strip(): value.strip()
        for name, _, value in (line.partition(":") for line in _told("pdfinfo", pdf).splitlines())
    }


def fonts(pdf):
    """{font: whether it is embedded and says which letters its glyphs are}."""
    found = {}
    for line in _told("pdffonts", pdf).splitlines()[2:]:
        embedded, _, unicode = line[55:].split()[-5:-2]
        found[line.split()[0].partition("+")[2] or line.split()[0]] = embedded == unicode == "yes"
    return found


def pages(pdf):
    """The words of each page, in the order of the text."""
    return _told("pdftotext", pdf, "-").split("\f")[:-1]


def headings_at_foot(pdf, headings):
    """(page, heading) where a heading is the last thing on a page, above the running foot."""
    for number, page in enumerate(pages(pdf), 1):
        lines = [line.strip() for line in page.splitlines() if line.strip()]
        while lines and (
            lines[-1].startswith("Steel Frame ·") or re.fullmatch(r"\d+ ?/ ?\d+", lines[-1])
        ):
            lines.pop()
        if lines and lines[-1] in headings:
            yield number, lines[-1]


_GLYPHS = re.compile(rb"/(\w+) [\d.]+ Tf|(?<!<)<([0-9A-Fa-f]{4,})>(?!>)")


def _drawn(holder, data):
    """(font, glyphs) of what a page or a form within it draws, glyphs as hexadecimal digits."""
    resources, font = holder.get("/Resources", {}), None
    for name, glyphs in _GLYPHS.findall(data):
        if name:
            font = resources["/Font"]["/" + name.decode()]
        elif not glyphs.upper().startswith(b"FEFF"):  # words for a reader, which are not drawn
            yield font, glyphs
    for part in resources.get("/XObject", {}).values():
        if part.get_object()["/Subtype"] == "/Form":
            yield from _drawn(part.get_object(), part.get_object().get_data())


def missing_glyphs(pdf):
    """(page, font) of each place where a font had no glyph for a letter:
    glyph 0 of a font with two bytes a glyph.
    """
    from pypdf import PdfReader

    for number, page in enumerate(PdfReader(pdf).pages, 1):
        contents = page.get_contents()
        for font, glyphs in _drawn(page, b"" if contents is None else contents.get_data()):
            if font["/Subtype"] == "/Type0" and b"0000" in re.findall(b"....", glyphs):
                yield number, font["/BaseFont"]
