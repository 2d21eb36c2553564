"""The edition on disk: a folder of pages that share their assets,
or one file a chapter that needs nothing beside it.
"""

import base64
import json
from pathlib import Path
from urllib.parse import quote

from course.doors import contracts
from course.errors import CourseError
from course.hosts import tracked
from course.hosts.browser import text
from course.hosts.chapters import chosen
from course.hosts.library import plotly_js, plotly_version
from course.hosts.pages.beside import BESIDE, beside, links
from course.hosts.pages.notebook import distinct
from course.hosts.pages.page import contents, page, tile
from course.hosts.pages.reading import read
from course.interface.templates import part

__all__ = [
    "edition",
    "given",
    "host",
    "library",
    "modules",
    "own",
    "safe",
    "styles",
    "write",
]

_HERE = Path(__file__).parent
_STYLES = ("page.css", "paradigms.css", "banner.css", "claims.css", "bar.css", "home.css")


def own(name):
    """The text of a file that lies beside this one."""
    return (_HERE / name).read_text(encoding="utf-8")


def safe(script):
    """Script text that cannot end the element it stands in."""
    return script.replace("</", "<\\/").replace("<!--", "<\\!--")


def modules(names):
    """A script that holds the text of each widget's module,
    the very one that JupyterLab gets: see text.parts.
    """
    return f"window.steelFrameModules={json.dumps(text.parts(names), ensure_ascii=False)};\n"


def given():
    """The script with what a page that keeps its own answers must know: the contract of an answer
    line, and which plotly.js lies beside it.
    """
    rules = json.dumps(contracts.schema("answer.json"), ensure_ascii=False, separators=(",", ":"))
    return (
        f"window.steelFrameContract={rules};\n"
        f'window.steelFramePlotlyVersion="{plotly_version()}";\n'
    )


def library():
    """The script with plotly.js, which a page asks for once it draws a chart."""
    return f'window.steelFramePlotlyText="{_plotly()}";\n'


def host():
    """The script of a page that stands alone, in front of it what it must know."""
    return given() + text.script("../pages/alone")


def styles(names):
    """The style sheet of a page with these widgets."""
    return text.styles(names) + "".join(map(own, _STYLES))


def _plotly():
    return base64.b64encode(plotly_js()).decode("ascii")


def _names(chapters):
    return set().union(*(chapter.modules for chapter in chapters))


def _put(path, words):
    path.write_text(words, encoding="utf-8", newline="\n")


def _folder(chapters, out):
    assets = out / "assets"
    assets.mkdir(parents=True, exist_ok=True)
    people = [beside(one) for one in BESIDE]
    names = _names([*chapters, *people])
    _put(assets / "course.css", styles(names))
    _put(assets / "course.js", modules((*names, text.PAGE)) + host())
    _put(assets / "plotly.js", library())
    texts = [
        {"title": c.title, "address": f"{quote(c.stem)}.html", "text": c.words} for c in chapters
    ]
    _put(
        assets / "search.js",
        f"window.steelFrameTexts={json.dumps(texts, ensure_ascii=False)};\n"
        + text.script("../pages/search"),
    )
    styled, scripted = (part("assets.html", element) for element in ("styled", "scripted"))
    style, scripts = styled("assets/course.css"), scripted("assets/course.js")
    stems = [chapter.stem for chapter in chapters]
    shared = {"style": style, "scripts": scripts, "home": "index.html", "people": links()}
    for chapter in chapters:
        _put(out / f"{chapter.stem}.html", page(chapter, stems=stems, **shared))
    for chapter in people:
        _put(out / f"{chapter.stem}.html", page(chapter, **shared))
    both = scripts + scripted("assets/search.js")
    _put(
        out / "index.html",
        contents(map(tile, chapters), style=style, scripts=both, people=links()),
    )


def _single(chapters, out):
    out.mkdir(parents=True, exist_ok=True)
    for chapter in chapters:
        names = _names([chapter])
        plotly = _plotly() if "explorable" in names else ""
        style = part("assets.html", "style")(styles(names))
        told = safe(modules((*names, text.PAGE)) + host())
        scripts = part("assets.html", "script")(told, plotly)
        stems = [chapter.stem for chapter in chapters]
        _put(out / f"{chapter.stem}.html", page(chapter, style=style, scripts=scripts, stems=stems))


def _unwritable(out):
    return CourseError(f"{out} cannot be written; name a folder that you may write to.")


def write(chapters, out, *, single=False):
    """Write chapters as read (course.hosts.pages.reading) into the folder `out`;
    returns the files written.
    """
    out = Path(out)
    try:
        (_single if single else _folder)(chapters, out)
    except OSError:
        raise _unwritable(out) from None
    return sorted(path for path in out.rglob("*") if path.is_file())


def edition(out, *, single=False, notebooks=None, country=None):
    """Write the edition of all chapters, or of the notebooks named, into the folder `out`; returns
    the files written.

    A notebook is named by its path, or a chapter by its name or number, such as "01". single: one
    self-contained file a chapter, for a phone; else pages that share assets/. country: its code
    (iso3), to weigh beside the five neighbours. Raises CourseError, with the cure, if `out` is a
    file or cannot be written, or a notebook cannot be read.
    """
    paths = list(dict.fromkeys(chosen(notebooks or (), tracked.chapters())))
    distinct([*([] if single else ["index.html"]), *(f"{path.stem}.html" for path in paths)])
    try:
        Path(out).mkdir(parents=True, exist_ok=True)  # told now, not after a minute of reading
    except OSError:
        raise _unwritable(out) from None
    return write([read(path, country) for path in paths], out, single=single)
