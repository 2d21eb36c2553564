"""A sentence in a picture, which breaks where the width ends;
a sign before it makes a line of a key.
"""

from dataclasses import dataclass

from course.charts.pictures.marks import GAP, TEXT, Laid, Look, Mark, Sign, Tone, Word, near, wide

__all__ = ["Said", "laid"]

_LINE = TEXT + 6
_KEY = TEXT + 2  # the sign of a key


@dataclass(frozen=True)
class Said:
    """words: the sentence (none, if empty). tone: of the words; sign_tone and look: of the sign
    that the sentence explains.
    """

    words: str
    sign: str = ""
    tone: Tone = "ink"
    strong: bool = False
    sign_tone: Tone = "ink"
    look: Look = "solid"
    band: str = "said"


def _lines(words: str, room: float) -> list[str]:
    lines: list[str] = []
    for word in words.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and wide(longer) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def laid(band: Said, width: float) -> Laid:
    """The marks at a width."""
    if not band.words:
        return Laid((), 0)
    left = _KEY + GAP if band.sign else 0
    lines = _lines(band.words, width - left)
    marks: list[Mark] = (
        [Sign(band.sign, 0, 0, _KEY, band.sign_tone, band.look)] if band.sign else []
    )
    marks += [
        Word(line, left, near(TEXT - 1 + i * _LINE), "start", band.tone, band.strong)
        for i, line in enumerate(lines)
    ]
    return Laid(tuple(marks), near(len(lines) * _LINE - 2))
