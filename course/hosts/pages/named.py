"""The cards of a page: of all claims, terms and works of the course, those that the page names."""

import re

from course.interactives.interactive import Interactive, made

__all__ = ["named"]

_LINK = re.compile(r"#(claim|term|work|thinker)-([^\"'\\)\s]+)")
_QUOTED = re.compile(r'"([^"\\]+)"')  # a claim that a quiz or a chart gives as its source


def named(parts, cards):
    """The parts of a page, of whose cards only those are left that it names: in its own text, which
    links to `cards` ("claim", "term", "work" or "thinker", id), or in another of its documents.
    """
    texts = [
        part.text.decode()
        for part in parts
        if isinstance(part, Interactive) and part.module != "cards"
    ]
    links = {*map(tuple, cards), *(link for text in texts for link in _LINK.findall(text))}
    quoted = {word for text in texts for word in _QUOTED.findall(text)}
    claims = {name for kind, name in links if kind == "claim"} | quoted
    terms = {name for kind, name in links if kind == "term"}
    field = {f"{kind}-{name}" for kind, name in links}
    kept = {"claims": claims, "terms": terms, "field": field}

    def less(part):
        if not isinstance(part, Interactive) or part.module != "cards":
            return part
        content = {
            key: {name: card for name, card in some.items() if name in kept[key]}
            if key in kept and isinstance(some, dict)  # a stranger's document may hold anything
            else some
            for key, some in part.content.items()
        }
        return made(part.module, part.id, content)

    return [less(part) for part in parts]
