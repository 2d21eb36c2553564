"""The press: which sheets are printed, and under which names."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from course.errors import CourseError, unknown
from course.hosts import slides, tracked
from course.hosts.chapters import chosen
from course.hosts.pages.notebook import distinct
from course.hosts.pages.reading import read
from course.hosts.print import chromium
from course.hosts.print.glossary import glossary
from course.hosts.print.handout import handout
from course.hosts.slides.lines import ENDINGS

__all__ = ["press"]

_URDU = (b"NotoNastaliqUrdu", b"NotoNaskhArabic", b"UrduTypesetting")


@dataclass(frozen=True)
class _Asked:
    """What is to be printed: chapters, and the lines of those that are shown as slides."""

    kinds: set[str]
    paths: list[Path]
    lines: dict[str, slides.Lines]

    def names(self) -> Iterator[str]:
        for path in self.paths:
            if "handouts" in self.kinds:
                yield f"{path.stem}.pdf"
            if path.stem in self.lines:
                yield f"{path.stem}-slides.pdf"
                yield f"{path.stem}-slides.html"
        if "cards" in self.kinds:
            yield "glossary-cards.pdf"


def _asked(kinds: set[str], names) -> _Asked:
    """names: of chapters, and of files with lines of one's own for the slides of a chapter."""
    own = [slides.read(name) for name in names if str(name).endswith(ENDINGS)]
    told = [name for name in names if not str(name).endswith(ENDINGS)]
    named = [*told, *(lines.chapter for lines in own)]
    if kinds == {"slides"} and not named:
        named = slides.chapters()
    found = {"handouts", "slides"} & kinds
    paths = list(dict.fromkeys(chosen(named, tracked.chapters()))) if found else []
    lines = {one.chapter: one for one in own}
    if "slides" in kinds:
        for path in paths:
            found = lines.get(path.stem) or slides.of(path.stem)
            if found:
                lines[path.stem] = found
            elif told:
                raise unknown("chapter with slides", path.stem, slides.chapters())
    return _Asked(kinds, paths, lines)


def _sheets(asked: _Asked, country) -> Iterator[tuple[str, str]]:
    """(file name, HTML) of all that is asked for."""
    for path in asked.paths:
        chapter = read(path, country)
        if "handouts" in asked.kinds:
            yield f"{chapter.stem}.pdf", handout(chapter)
        if lines := asked.lines.get(chapter.stem):
            shown = slides.deck(chapter, lines)
            yield f"{chapter.stem}-slides.html", slides.on_screen(shown)
            yield f"{chapter.stem}-slides.pdf", slides.on_paper(shown)
    if "cards" in asked.kinds:
        yield "glossary-cards.pdf", glossary()


def _can_print(kinds: set[str], warn: Callable[[str], None]) -> bool:
    """Is there a browser that prints? Slides are shown without one, so they are written anyway."""
    try:
        chromium.found()
    except CourseError as error:
        if kinds != {"slides"}:
            raise
        warn(f"{error} The slides are written as HTML alone.")
        return False
    return True


def _written(name: str, html: str, out: Path) -> Path:
    path = out / name
    if path.suffix == ".html":
        path.write_text(html, encoding="utf-8", newline="\n")
    else:
        chromium.printed(html, path)
    return path


def press(out, kinds, *, warn, notebooks=None, country=None):
    """Print `kinds` (of "handouts", "slides", "cards") as PDF into the folder `out`; slides as HTML
    to show, too. Returns the files.

    notebooks and country as in course.hosts.pages; a YAML file among the notebooks holds slides of
    one's own. warn is called with a sentence if Urdu was set in a font that was not made for it.
    Raises CourseError if there is no Chromium for a handout or `out` cannot be written.
    """
    kinds, out, files, plain = set(kinds), Path(out), [], False
    prints = _can_print(kinds, warn)  # told before the minutes that reading takes
    asked = _asked(kinds, notebooks or ())
    distinct(list(asked.names()))
    try:
        out.mkdir(parents=True, exist_ok=True)
        for name, html in _sheets(asked, country):
            if name.endswith(".pdf") and not prints:
                continue
            files.append(_written(name, html, out))
            plain |= (
                name.endswith(".pdf")
                and 'lang="ur"' in html
                and not any(font in files[-1].read_bytes() for font in _URDU)
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
