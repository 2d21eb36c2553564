"""What a section says with the claims behind it: the sentences that cite,
and a line in its parts.
"""

import re

__all__ = ["cited", "line", "sentences"]

_LEANS = re.compile(
    r"(It|Its|They|Their|Them|He|His|She|Her|This|That|These|Those|Each|Both|Neither|Such|So|And|But|Or|Yet|Then|Here|"
    r"There|One|Two|Three|Some|Others|"
    r"In return|On this|The (first|second|third|other|same|rest|answer))\b"
)
_END_OF_SENTENCE = re.compile(r"(?<=[.?!])\s+(?=[A-Z\"“])")
_CITED = re.compile(r"\s*\(((?:[A-Z]{2,4}-[0-9A-Za-z]+(?:,\s|\sand\s)?)+)\)")


def sentences(words):
    """The sentences of a text."""
    return _END_OF_SENTENCE.split(words)


def cited(section):
    """The sentences that cite a claim, each with the one before it where it leans on that."""
    found = []
    for paragraph in section.paragraphs():
        told = sentences(paragraph.words)
        for before, sentence in zip(["", *told], told, strict=False):
            if not _CITED.search(sentence):
                continue
            if before and before in (found[-1] if found else ""):
                found[-1] += f" {sentence}"
            else:
                found.append(f"{before} {sentence}".strip() if _LEANS.match(sentence) else sentence)
    return found


def line(words):
    """[(text, the claims behind it)] of a text that cites in brackets."""
    parts = [*_CITED.split(words), ""]
    return list(zip(parts[::2], parts[1::2], strict=True))
