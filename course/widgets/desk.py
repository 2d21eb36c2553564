"""The desk of a district officer: what the student decides and argues, never a score."""

from html import escape

import traitlets

from course import paper, situations
from course.widgets import text
from course.widgets.asking import Asking
from course.widgets.mime import bundle

__all__ = ["Desk"]


def _of_other(item):
    """A situation of the other sitting: what a comparison shows of it."""
    options = [{"text": option["text"], "lens": option["lens"]} for option in item["options"]]
    return {key: item[key] for key in ("id", "kind", "dilemma")} | {"options": options}


def _items(name):
    """The situations of both sittings; those of the other one only as far as a comparison needs."""
    for other in situations.SITTINGS:
        for item in situations.sitting(other)["situations"]:
            yield (item if other == name else _of_other(item)) | {"sitting": other}


def _cited(shown):
    """{claim: its paraphrase} for all that the situations cite."""
    cited = {claim for item in shown for part in (item, *item["options"]) for claim in part.get("claims", [])}
    return {key: row["paraphrase"] for key, row in paper.all_claims().items() if key in cited}


class Desk(Asking):
    """Shows a sitting, "first" or "second". A decision appends one line to the answers file; arguing again, another."""

    _esm = text.module("desk")
    _css = text.style("desk")

    told = traitlets.Dict(help="The sitting: its name, its title, and the claims that it cites.").tag(
        sync=True
    )

    def __init__(self, sitting):
        self._sitting, self._shown = sitting, situations.sitting(sitting)
        super().__init__(_items(sitting))

    @traitlets.default("told")
    def _tell(self):
        shown = self._shown
        return {
            "sitting": self._sitting,
            "title": shown["title"],
            "voices": situations.VOICES,
            "claims": _cited(shown["situations"]),
        }

    def __repr__(self):
        return f"Desk({self._sitting!r})"

    def _repr_mimebundle_(self, **_):
        return bundle(self, html=desk_twin(self._shown), twin={"desk": self._sitting})


def _argued(option):
    cited = f" ({escape(', '.join(option['claims']))})" if option.get("claims") else ""
    return (
        f"<li><strong>{escape(option['text'])}</strong> In the voice of {escape(situations.VOICES[option['lens']])}: "
        f"{escape(option['argument'])}{cited} <em>Its cost:</em> {escape(option['cost'])}</li>"
    )


def desk_twin(shown):
    """A sitting on paper: each situation with its options, the arguments behind a disclosure."""
    situation = (
        "<li><p>{stem}</p><ul>{options}</ul><details><summary>What each choice argues, and costs</summary>"
        "<ul>{argued}</ul></details></li>"
    )
    told = "".join(
        situation.format(
            stem=escape(item["stem"]),
            options="".join(f"<li>{escape(option['text'])}</li>" for option in item["options"]),
            argued="".join(map(_argued, item["options"])),
        )
        for item in shown["situations"]
    )
    return (
        f"<p><strong>{escape(shown['title'])}</strong></p><ol>{told}</ol>"
        "<p>No choice is scored, and six choices measure nobody.</p>"
        "<p><em>To decide here, choose Run, then Run All Cells, in the menu above.</em></p>"
    )
