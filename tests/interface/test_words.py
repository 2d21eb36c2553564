"""Does every sentence of the interface stand in the catalogue, is each used,
and does each language have them all?
"""

import ast
import json
import re

import pytest

from course import _places
from course.errors import CourseError
from course.hosts.browser import text
from course.interface import words

PACKAGE = _places.PACKAGE
ENGLISH = words.sentences("en")
HOLE = re.compile(r"\{(\w+)\}")
KEY = re.compile(r"""["']([a-z]+\.[a-z_]+)["']""")
SCRIPTS = sorted([*PACKAGE.glob("hosts/browser/**/*.js"), *PACKAGE.glob("hosts/pages/*.js")])
MARKERS = "blind.html"  # a page of one marker, with its own script; not yet in the catalogue
TEMPLATES = sorted(
    path for path in PACKAGE.glob("interface/templates/*.html") if path.name != MARKERS
)
PYTHON = sorted(PACKAGE.rglob("*.py"))


def where(path):
    return path.relative_to(PACKAGE).as_posix()


def forms(key):
    """The texts of a sentence: one, or one for each plural form."""
    told = ENGLISH[key]
    return [told] if isinstance(told, str) else list(told.values())


def holes(key):
    """The names that a sentence has filled in; n chooses among plural forms."""
    return {name for one in forms(key) for name in HOLE.findall(one)} | (
        set() if isinstance(ENGLISH[key], str) else {"n"}
    )


# How a file says a sentence: (key, names given), names None where they cannot be read off
# ----------------------------
def inside(source, at):
    """What stands between the bracket at `at` and the one that closes it."""
    depth = 0
    for i in range(at, len(source)):
        depth += {"(": 1, "[": 1, "{": 1, ")": -1, "]": -1, "}": -1}.get(source[i], 0)
        if depth == 0:
            return source[at + 1 : i]
    raise ValueError(source[at : at + 80])


def split(source):
    """The parts between commas that stand in no bracket."""
    parts, depth = [""], 0
    for sign in source:
        depth += {"(": 1, "[": 1, "{": 1, ")": -1, "]": -1, "}": -1}.get(sign, 0)
        if sign == "," and depth == 0:
            parts.append("")
        else:
            parts[-1] += sign
    return [part.strip() for part in parts if part.strip()]


def said_by_script(source):
    for call in re.finditer(r"\bsay(?:\.nodes)?(\()\"([a-z]+\.[a-z_]+)\"", source):
        _, *values = split(inside(source, call.start(1)))
        given = " ".join(values)
        if given and not given.startswith("{"):
            yield call[2], None
        else:
            names = split(given[1:-1]) if given else []
            plain = not any(name.startswith("...") for name in names)
            yield call[2], {name.split(":")[0].strip() for name in names} if plain else None


def said_by_template(source):
    for call in re.finditer(r"\bsay\(\"([a-z]+\.[a-z_]+)\"((?:, \w+=[^=]*?)*)\)\s*[-}~]", source):
        yield call[1], set(re.findall(r", (\w+)=", call[2]))


def said_by_python(source):
    for node in ast.walk(ast.parse(source)):
        named = (
            isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "say"
        )
        if named and node.args and isinstance(node.args[0], ast.Constant):
            plain = all(keyword.arg for keyword in node.keywords)
            yield node.args[0].value, {k.arg for k in node.keywords} if plain else None


READS = {".js": said_by_script, ".html": said_by_template, ".py": said_by_python}
FILES = [path for path in (*SCRIPTS, *TEMPLATES, *PYTHON) if path.parent != words.FOLDER]


def test_every_sentence_that_is_said_exists_and_gets_what_it_wants():
    """Is no key misspelt, and is each {name} given, and no other?"""
    faults = []
    for path in FILES:
        for key, names in READS[path.suffix](path.read_text(encoding="utf-8")):
            if key not in ENGLISH:
                faults.append(f"{where(path)}: {key} is not in words/en.json")
            elif names is not None and names != holes(key):
                faults.append(
                    f"{where(path)}: {key} wants {sorted(holes(key))} and gets {sorted(names)}"
                )
    assert not faults, "\n".join(faults)


def test_every_sentence_is_used():
    """Does each key stand in some file?"""
    found = {key for path in FILES for key in KEY.findall(path.read_text(encoding="utf-8"))}
    assert not set(ENGLISH) - found, "nobody says these; take them out of words/en.json"


def test_each_language_has_every_sentence():
    """Has each file the keys of the English one, with the same names to fill in; and none more,
    where it says that it is not finished?
    """
    for language in words.languages():
        theirs = words.own(language)
        assert words.sentences(language).keys() == ENGLISH.keys(), language
        assert words.awaits_reader(language) or theirs.keys() == ENGLISH.keys(), language
        for key, told in theirs.items():
            for one in [told] if isinstance(told, str) else told.values():
                assert set(HOLE.findall(one)) <= holes(key), f"{language}: {key}"


# No sentence stands anywhere else
# -----------------------------------------------------------------------------------
SENTENCE = re.compile(r"[^\W\d_]{2,}[,.:;…]* +[^\W\d_]|^[A-Z][a-z]{2,}[.:…]?$")
# What is no sentence, each with its reason.
_NO_SENTENCE = (
    r"^sf-|^sf (sf-|moves)|^scroll-x|^Read as$",  # classes
    r"[\[\]#>=;]|^\.|^input, select|--sf-|: \$|^left: ",  # selectors and style
    r"^(use strict|no-store|noopener noreferrer|0 0 )",  # words of the platform
    r"^(Enter|Escape|Home|End|Page|Backspace)$",  # keys
    r"^(Event|Infinity|NaN|SENTENCES|LANGUAGE)$",  # events, numbers
    r"^\(prefers-|^no table$|^pakistan only$",  # a query of the media, words of the data
    r"^(show \$|figure-|held-|lever-)",  # names of controls, which tests find them by
    r"^middle center$|^system-ui, ",  # where plotly puts a word, and in which letters
    r"application/|text/plain|^width=device",  # kinds of files
)
NO_SENTENCE = re.compile("|".join(_NO_SENTENCE))
# for the console; a page says a sentence of its own
CONSOLE = re.compile(r"new Error\((\"[^\"]*\"|`[^`]*`)\)")
LITERAL = re.compile(r"\"((?:[^\"\\\n]|\\.)*)\"|`((?:[^`\\]|\\.)*)`")


def literals(source):
    """The strings of a script, those in a template's holes left out."""
    bare = re.sub(r"(?m)(^|\s)//.*$", "", CONSOLE.sub("", source))
    for plain, template in LITERAL.findall(bare):
        yield plain or re.sub(r"\$\{[^}]*\}", "${}", template)


def test_no_sentence_stands_in_a_script():
    """Does course/interface/words hold all that a module says?"""
    faults = [
        f"{where(path)}: {found}"
        for path in SCRIPTS
        for found in literals(path.read_text(encoding="utf-8"))
        if SENTENCE.search(found) and not NO_SENTENCE.search(found)
    ]
    assert not faults, (
        "give each a key in course/interface/words/en.json, and say it:\n" + "\n".join(faults)
    )


def test_no_sentence_stands_in_a_template():
    """Is what a template writes of its own in the catalogue, labels for a screen reader too?"""
    faults = []
    for path in TEMPLATES:
        source = re.sub(
            r"\{#.*?#\}|\{\{.*?\}\}|\{%.*?%\}",
            "",
            path.read_text(encoding="utf-8"),
            flags=re.DOTALL,
        )
        shown = re.sub(r"<[^>]*>", "\n", source)
        labels = re.findall(r"(?:aria-label|title|placeholder|alt)=[\"']([^\"']+)", source)
        told = [re.sub(r"&\w+;", "", line).strip() for line in [*shown.splitlines(), *labels]]
        faults += [f"{where(path)}: {line}" for line in told if re.search(r"[^\W\d_]{2,}", line)]
    assert not faults, (
        "give each a key in course/interface/words/en.json, and say it:\n" + "\n".join(faults)
    )


FILLS = [
    *(
        p
        for part in (
            "interactives",
            "hosts/jupyter",
            "hosts/pages",
            "hosts/print",
            "interface/templates",
        )
        for p in sorted((PACKAGE / part).rglob("*.py"))
    ),
]
SPARED = {
    "hosts/print/chromium.py",  # told in the terminal
    "hosts/print/press.py",
    "hosts/front_ends.py",  # why a front end is known by its name
    "hosts/jupyter/laid.py",  # told in the terminal, and in a notebook of the reader's folder
    "hosts/jupyter/opening.py",
}
HEADINGS = re.compile(
    r"^(Key terms|What we left out|Sources|Open the bonnet|"
    r"Appendix|Where you stand|Check yourself|Say it in class|In return|"
    r"The claim|The verdict|Verdict|Limits)"
)


def sentences_in(path):
    """The strings of a Python file that could be shown: no docstring, no error,
    no help of a trait.
    """
    tree = ast.parse(path.read_text(encoding="utf-8"))
    passed = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Raise | ast.Assert):
            passed |= set(ast.walk(node))
        if isinstance(node, ast.Call) and ast.unparse(node.func).endswith(
            ("Error", "say", "compile", "unknown")
        ):
            passed |= set(ast.walk(node))
        if isinstance(node, ast.keyword) and node.arg == "help":
            passed |= set(ast.walk(node))
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            passed.add(node.value)
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in passed:
            yield node.value


def test_no_sentence_stands_in_the_python_that_fills_documents():
    """Does course/interface/words hold all that documents and pages say? Headings that slides look
    for are the chapters' own.
    """
    faults = [
        f"{where(path)}: {found}"
        for path in FILLS
        if where(path) not in SPARED
        for found in sentences_in(path)
        if re.search(r"[^\W\d_]{2,} [^\W\d_]{2,}", found)
        and not HEADINGS.search(found)
        and "<" not in found
        if not re.search(
            r"window\.|const |import course|no table|pakistan only|^Steel Frame: %s|^name a file",
            found,
        )
    ]
    assert not faults, (
        "give each a key in course/interface/words/en.json, and say it:\n" + "\n".join(faults)
    )


# The function
# --------------------------------------------------------------------------------------------------
def test_a_number_chooses_the_form():
    """Is one thing one thing, and are names filled in?"""
    assert words.say("shared.written", n=1, words=60) == "1 word; about 60 are asked for."
    assert words.say("shared.written", n=0, words=60) == "0 words; about 60 are asked for."


def test_a_language_that_is_not_there_is_one_sentence(monkeypatch):
    """Is the nearest named?"""
    monkeypatch.setenv("STEEL_FRAME_LANGUAGE", "eng")
    with pytest.raises(CourseError, match="no language called 'eng'; the nearest are: en"):
        words.say("shared.back")


def test_an_unfinished_language_says_so(monkeypatch):
    """Are its own sentences shown, English where it has none, and its direction?"""
    monkeypatch.setenv("STEEL_FRAME_LANGUAGE", "ur")
    assert words.awaits_reader()
    assert words.direction() == "rtl"
    assert words.say("quiz.question", n=2) == "سوال 2"
    assert words.say("page.place") == ENGLISH["page.place"]
    monkeypatch.setenv("STEEL_FRAME_LANGUAGE", "en")
    assert not words.awaits_reader()
    assert words.direction() == "ltr"


def test_another_language_is_one_file(monkeypatch, tmp_path):
    """Do Python and a module show a file of another language, with its own plural forms,
    and nothing of English?
    """
    groups = json.loads((words.FOLDER / "en.json").read_text(encoding="utf-8"))
    groups["quiz"]["check"] = "Sprawdź"
    groups["asked"]["points"] = {"one": "{n} punkt", "few": "{n} punkty", "other": "{n} punktów"}
    (tmp_path / "pl.json").write_text(json.dumps(groups), encoding="utf-8")
    monkeypatch.setattr(words, "FOLDER", tmp_path)
    monkeypatch.setenv("STEEL_FRAME_LANGUAGE", "pl")
    assert [words.say("asked.points", n=n) for n in (1, 3, 5)] == [
        "1 punkt",
        "3 punkty",
        "5 punktów",
    ]
    assert 'say("Sprawdź")' in text.module("quiz")
    assert '})("pl");' in text.module("quiz")
