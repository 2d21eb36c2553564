"""A class whose names and words are hostile, on a sheet of every kind of question; and what a page
of ours may be made of."""

from html.parser import HTMLParser

from synthetic_class import choice, line

from course.classroom.cycle.assignment import Assignment
from course.items import questions

HOSTILE = [
    "<script>document.title='ran'</script>",
    '"><img src=https://example.org/x onerror=alert(1)>',
    "</style><svg onload=alert(1)>",
    "' onmouseover='alert(1)",
    '=HYPERLINK("https://example.org","x")',
    "\u202emoc.elpmaxe",
    "a\0b\x1b[31m",
    "half \ud800 a letter",
    "&lt;script&gt;",
]
TAGS = {
    "html", "head", "meta", "title", "style", "body", "main", "header", "section", "p", "h1", "h2",
    "h3", "ol", "ul", "li", "a",
    "b", "em", "span", "small", "bdi", "div", "details", "summary", "table", "thead", "tbody", "tr",
    "th", "td", "dl", "dt", "dd",
    "svg", "rect", "line", "circle",
}  # fmt: skip
ATTRIBUTES = {
    "lang", "charset", "http-equiv", "content", "name", "id", "class", "dir", "href", "scope",
    "colspan", "title", "data-label",
    "viewbox", "preserveaspectratio", "aria-hidden", "x", "y", "width", "height", "x1", "x2", "y1",
    "y2", "cx", "cy", "r",
}  # fmt: skip


class Seen(HTMLParser):
    """Everything that a page is made of: its words, and what no page of ours holds."""

    def __init__(self, html):
        super().__init__()
        self.strange, self.open, self.words = [], [], []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        if tag != "meta":
            self.open.append(tag)
        self.strange += [tag] if tag not in TAGS else []
        self.strange += [
            f"{k}={v}" for k, v in attrs if k not in ATTRIBUTES or (k == "href" and v[:1] != "#")
        ]

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        self.open.pop()

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.strange.append(f"</{tag}>")

    def handle_data(self, data):
        self.words.append(data)


def sound(html):
    """The page's words, once it is known to hold no element,
    attribute or address that is not ours, each closed in turn.
    """
    seen = Seen(html)
    assert seen.strange == []
    assert seen.open == []
    return " ".join(seen.words)


def everything():
    """An assignment of every kind of question that the course has, a task,
    and hostile words of its own.
    """
    asked = {}
    for chapter in ("classic", "npm"):
        for item in questions.of_chapter(chapter):
            if item["kind"] != "text":
                asked.setdefault(item["kind"], {**item, "objective": "word"})
    rubric = [{"criterion": c, "levels": ["a", "b", "c", "d"]} for c in (HOSTILE[0], HOSTILE[1])]
    task = {
        "id": "t-essay",
        "kind": "essay",
        "objective": "word",
        "claims": [],
        "stem": HOSTILE[2],
        "rubric": rubric,
    }
    words = choice("t-words", stem=HOSTILE[3])
    words["options"][1] |= {"text": HOSTILE[0], "misconception": HOSTILE[1], "feedback": HOSTILE[2]}
    return Assignment(
        "all",
        HOSTILE[0],
        ("01",),
        10,
        {"word": HOSTILE[4]},
        (*asked.values(), words),
        (task,),
        desk=True,
    )


SHEET = everything()
KINDS = {item["kind"] for item in SHEET.questions}
NAMES = [item["id"] for item in SHEET.items()]


def hostile_class():
    """A student a hostile name, who takes the hostile option and writes hostile words."""
    lines = [
        line("t-words", 1, 1),
        line("t-essay", HOSTILE[0], 2, "text"),
        line(HOSTILE[0], HOSTILE[1], 3),
    ]
    return dict.fromkeys(HOSTILE, lines)
