"""The press: which sheets are printed, and under which names."""

from pathlib import Path

from course import _tracked
from course.chapters import chosen
from course.edition.printing import chromium
from course.edition.printing.glossary import glossary
from course.edition.printing.handout import handout
from course.edition.printing.slides import slides
from course.edition.reading import read
from course.errors import CourseError

__all__ = ["press"]

_URDU = (b"NotoNastaliqUrdu", b"NotoNaskhArabic", b"UrduTypesetting")


def _sheets(kinds, notebooks, country):
    """(file name, HTML) of all that is asked for."""
    chapters = []
    if kinds & {"handouts", "slides"}:
        chapters = [read(path, country) for path in chosen(notebooks or (), _tracked.chapters())]
    for chapter in chapters:
        if "handouts" in kinds:
            yield f"{chapter.stem}.pdf", handout(chapter)
        if "slides" in kinds:
            yield f"{chapter.stem}-slides.pdf", slides(chapter)
    if "cards" in kinds:
        yield "glossary-cards.pdf", glossary()


def press(out, kinds, *, warn, notebooks=None, country=None):
    """Print `kinds` (of "handouts", "slides", "cards") as PDF into the folder `out`; returns the files.

    notebooks and country as in course.edition. warn is called with a sentence if Urdu was set in a font that was not
    made for it. Raises CourseError if there is no Chromium or `out` cannot be written.
    """
    chromium.found()  # told before the minutes that reading takes
    out, files, plain = Path(out), [], False
    try:
        out.mkdir(parents=True, exist_ok=True)
        for name, html in _sheets(set(kinds), notebooks, country):
            chromium.printed(html, out / name)
            files.append(out / name)
            plain |= 'lang="ur"' in html and not any(font in files[-1].read_bytes() for font in _URDU)
    except OSError:
        raise CourseError(f"{out} cannot be written; name a folder that you may write to.") from None
    if plain:
        warn(
            "No font made for Urdu was found, so another stands in; on Debian, apt-get install fonts-noto-core brings one."
        )
    return files
