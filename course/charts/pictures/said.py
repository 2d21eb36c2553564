"""A sentence in a picture, which breaks where the width ends;
a sign before it makes a line of a key.
"""

from dataclasses import dataclass

from course.charts.pictures.marks import GAP, TEXT, Laid, Look, Mark, Sign, Tone, Word, near, wide

__all__ = ["Said", "laid", "lines_of"]

_LINE = TEXT + 6
_KEY, _LARGE = TEXT + 2, 26  # the sign of a key, and one that says more


@dataclass(frozen=True)
class Said:
    """words: the sentence (none, if empty). tone: of the words; sign_tone and look: of the sign
    that the sentence explains. by: more signs after it; large: they say more than a key does.
    """

    words: str
    sign: str = ""
    tone: Tone = "ink"
    strong: bool = False
    sign_tone: Tone = "ink"
    look: Look = "solid"
    by: tuple[str, ...] = ()
    large: bool = False
    band: str = "said"


def lines_of(words: str, room: float) -> list[str]:
    """Words broken where the room ends."""
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
    signs = [name for name in (band.sign, *band.by) if name]
    key = _LARGE if band.large else _KEY
    left = len(signs) * (key + 2) + GAP - 2 if signs else 0
    lines = lines_of(band.words, width - left)
    down = (key - _KEY) / 2
    marks: list[Mark] = [
        Sign(name, near(i * (key + 2)), 0, key, band.sign_tone, band.look)
        for i, name in enumerate(signs)
    ]
    marks += [
        Word(line, left, near(down + TEXT - 1 + i * _LINE), "start", band.tone, band.strong)
        for i, line in enumerate(lines)
    ]
    return Laid(tuple(marks), near(max(len(lines) * _LINE - 2 + down, key if signs else 0)))
