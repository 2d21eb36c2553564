"""The press: which sheets are printed, and under which names."""

from pathlib import Path

from course.errors import CourseError
from course.hosts import tracked
from course.hosts.chapters import chosen
from course.hosts.pages.notebook import distinct
from course.hosts.pages.reading import read
from course.hosts.print import chromium
from course.hosts.print.glossary import glossary
from course.hosts.print.handout import handout
from course.hosts.print.slides import slides

__all__ = ["press"]

_URDU = (b"NotoNastaliqUrdu", b"NotoNaskhArabic", b"UrduTypesetting")


_ENDS = {"handouts": ".pdf", "slides": "-slides.pdf"}


def _names(kinds, stems):
    """The names of all files that are asked for."""
    names = [stem + _ENDS[kind] for stem in stems for kind in _ENDS if kind in kinds]
    return [*names, *(["glossary-cards.pdf"] if "cards" in kinds else [])]


def _sheets(kinds, notebooks, country):
    """(file name, HTML) of all that is asked for."""
    chapters = []
    if kinds & {"handouts", "slides"}:
        paths = list(dict.fromkeys(chosen(notebooks or (), tracked.chapters())))
        distinct(_names(kinds, [path.stem for path in paths]))
        chapters = [read(path, country) for path in paths]
    for chapter in chapters:
        if "handouts" in kinds:
            yield chapter.stem + _ENDS["handouts"], handout(chapter)
        if "slides" in kinds:
            yield chapter.stem + _ENDS["slides"], slides(chapter)
    if "cards" in kinds:
        yield "glossary-cards.pdf", glossary()


def press(out, kinds, *, warn, notebooks=None, country=None):
    """Print `kinds` (of "handouts", "slides", "cards") as PDF into the folder `out`; returns the
    files.

    notebooks and country as in course.hosts.pages. warn is called with a sentence if Urdu was set
    in a font that was not made for it. Raises CourseError if there is no Chromium or `out` cannot
    be written.
    """
    chromium.found()  # told before the minutes that reading takes
    out, files, plain = Path(out), [], False
    try:
        out.mkdir(parents=True, exist_ok=True)
        for name, html in _sheets(set(kinds), notebooks, country):
            chromium.printed(html, out / name)
            files.append(out / name)
            plain |= 'lang="ur"' in html and not any(
                font in files[-1].read_bytes() for font in _URDU
            )
    except OSError:
        raise CourseError(
            f"{out} cannot be written; name a folder that you may write to."
        ) from None
    if plain:
        warn(
            "No font made for Urdu was found, so another stands in; on Debian, apt-get install "
            "fonts-noto-core brings one."
        )
    return files
