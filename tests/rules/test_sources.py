"""The rules of the code and the repository. Each names the file and the cure."""

import ast
import importlib
import re
import subprocess
import tomllib
from typing import get_origin

import pytest
import yaml
from sources import CODE, PYTHON, ROOT, name, text, tree


def test_one_concept_a_file():
    """Is each at most 280 lines of 100 characters?"""
    faults = [
        f"{name(path)}: {lines} lines of at most 280; split it by concept"
        for path in CODE
        if (lines := text(path).count("\n")) > 280
    ]
    assert not faults, "\n".join(faults)


def test_no_outside_request():
    """Does no code name another machine? An XML namespace looks like an address and is a name."""
    named = r"127\.0\.0\.1|localhost|www\.imsglobal\.org/|ltsc\.ieee\.org/xsd/|www\.w3\.org/2001/"
    faults = [
        f"{name(path)}: {found!r} would be asked of another machine; ship it inside the course"
        for path in CODE
        for found in re.findall(rf"https?://(?!{named})[\w.]+|//cdn\.", text(path))
    ]
    assert not faults, "\n".join(faults)


def test_letters_grow_with_the_readers_own():
    """Who chose larger letters in the browser: is no size of ours fixed in pixels,
    but for the letters of a picture?
    """
    sheets = [p for p in (ROOT / "course").rglob("*") if p.suffix in {".css", ".html", ".py"}]
    fixed = re.compile(r"\bfont(?:-size)?:[^;]*\dpx")
    faults = [
        f"{name(path)}: {rule.strip()[:80]}: write rem"
        for path in sheets
        if path.name != "page.py"  # the memo is a document of its own
        for block in text(path).split("}")[:-1]
        if fixed.search((parts := block.split("{"))[-1]) and "svg" not in (rule := parts[-2:][0])
    ]
    assert not faults, "\n".join(faults)


SCRIPTS = [path for path in CODE if path.suffix in {".js", ".ts"}]


def test_no_data_becomes_markup():
    """Does no JavaScript build markup or code from text,
    or import what is no file of ours beside it?
    """
    faults = []
    for path in SCRIPTS:
        ours = r"\./\w+" if "labextensions" in path.parts else r"\.\.?/[\w/]+"
        markup = (
            r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|"
            rf"^import (?!\{{[^}}]*\}} from \"{ours}\.js\";$)"
        )
        faults += [
            f"{name(path)}: {found!r}; set textContent, and import from our own files"
            for found in re.findall(markup, text(path), re.MULTILINE)
            if path.suffix == ".js"
        ]
    assert not faults, "\n".join(faults)


def test_a_line_of_javascript_is_short():
    """Is each at most 100 characters wide, in comments too, which no formatter breaks?"""
    faults = [
        f"{name(path)}:{n}: break it; `bash .ci/javascript --write` breaks code"
        for path in SCRIPTS
        for n, line in enumerate(text(path).splitlines(), 1)
        if len(line) > 100
    ]
    assert not faults, "\n".join(faults)


def test_no_packages_of_npm():
    """Does the repository hold no tree of packages, so that a clone runs without Node.js?"""
    found = [p.name for p in ROOT.iterdir() if p.name in {"package.json", "package-lock.json"}]
    assert not found, f"take out {', '.join(found)}; .ci/javascript names an exact version for npx"


def _plan():
    """The rooms of course/, from the ground up, as docs/architecture.md draws them."""
    drawn = text(ROOT / "docs" / "architecture.md")
    rooms = drawn.split("\ncourse/ ")[1].split("\ntools/ ")[0]
    return re.findall(r"^  (\w+)(?:/|\.py) ", rooms, re.MULTILINE)[::-1]


FLOORS = _plan()
VIEWS = {"charts", "hosts", "verbs", "__init__", "classroom", "cli", "__main__"}
PURE = set(FLOORS) - VIEWS - {"lessons"}


def test_the_plan_is_the_house():
    """Does docs/architecture.md draw every room of course/, and no other?"""
    rooms = {
        path.stem
        for path in (ROOT / "course").iterdir()
        if path.suffix == ".py" or (path / "__init__.py").is_file()
    }
    assert set(FLOORS) == rooms, "docs/architecture.md, The folders: draw it as it is"


def _floor(path):
    top, *rooms = path.relative_to(ROOT).parts
    return (rooms[0] if top == "course" else top).removesuffix(".py")


def imported(nodes):
    """The modules that these parts of a file import."""
    for node in nodes:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module == "course":
            yield from (f"course.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def test_imports_go_down():
    """Does each floor import only from floors below, and the pure ones no view?"""
    faults = []
    for path in PYTHON:
        floor = _floor(path)
        for module in imported(ast.walk(tree(path))) if floor in FLOORS else ():
            top, room = [*module.split("."), ""][:2]
            if floor in PURE and top in {"ipywidgets", "anywidget", "plotly"}:
                faults.append(f"{name(path)}: imports {top}; keep views above")
            if top == "course" and room in FLOORS[FLOORS.index(floor) + 1 :]:
                faults.append(f"{name(path)}: imports {module} from a floor above; turn it round")
    assert not faults, "\n".join(faults)


def test_what_is_public_is_documented():
    """Has each module a docstring, and each name in __all__ one too?"""
    faults = [
        f"{name(path)}: begin with a docstring that says what it is"
        for path in PYTHON
        if not ast.get_docstring(tree(path))
    ]
    for path in PYTHON:
        if path.name == "__main__.py":
            continue
        dotted = name(path).removesuffix(".py").replace("/", ".").removesuffix(".__init__")
        module = importlib.import_module(dotted)
        faults += [
            f"{name(path)}: {public} is public; say in its docstring what it takes and gives"
            for public in getattr(module, "__all__", [])
            if callable(thing := getattr(module, public))
            and get_origin(thing) is None  # a name for a type has none
            if not thing.__doc__
        ]
    assert not faults, "\n".join(faults)


def test_constraints_meet_the_ranges():
    """Do constraints.txt, environment.yml and pyproject.toml agree?"""
    from packaging.requirements import Requirement

    project = tomllib.loads(text(ROOT / "pyproject.toml"))["project"]
    pins = dict(
        re.findall(
            r"^([a-z0-9._-]+)==([^ ;\\]+)",
            text(ROOT / "constraints.txt"),
            re.MULTILINE,
        )
    )
    for requirement in map(Requirement, project["dependencies"]):
        pin = pins.get(requirement.name)
        assert pin, (
            f"constraints.txt: lacks {requirement.name}; write it again as CONTRIBUTING.md says"
        )
        assert requirement.specifier.contains(pin), (
            f"constraints.txt: {requirement.name} {pin} is outside {requirement.specifier}; "
            "write it again"
        )
    for file in ("constraints.txt", "deploy/jupyterhub.txt"):
        # uv passes over what [tool.uv] overrides; pip does not, and refuses a list that lacks it.
        assert "'never'" not in text(ROOT / file), (
            f"{file}: written with uv's own overrides; write it again as CONTRIBUTING.md says"
        )
    environment = yaml.safe_load(text(ROOT / "environment.yml"))
    python, pip, rest = environment["dependencies"]
    assert python.startswith("python"), "environment.yml: name python first"
    assert pip == "pip", "environment.yml: name pip second"
    assert rest == {"pip": ["-r constraints.txt"]}, (
        "environment.yml: hold python, pip and `-r constraints.txt`, nothing else"
    )


def test_every_package_has_a_floor():
    """Does each requirement say the lowest version that works? Without one a resolution of the
    lowest takes the first ever published, as .github/workflows/nightly.yml tries it.
    """
    from packaging.requirements import Requirement

    told = tomllib.loads(text(ROOT / "pyproject.toml"))
    several = [told["project"]["dependencies"], *told["dependency-groups"].values()]
    several += told["project"]["optional-dependencies"].values()
    named = [Requirement(one) for group in several for one in group if isinstance(one, str)]
    bare = [str(one) for one in named if not any(s.operator in {">=", "=="} for s in one.specifier)]
    assert not bare, f"pyproject.toml: name the lowest version that works of {', '.join(bare)}"


def test_no_registry_host_and_no_lock():
    """Does no committed file name a package registry's host, and is uv.lock left out?"""
    run = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if run.returncode:
        pytest.skip("not a git checkout")
    files = run.stdout.split()
    assert "uv.lock" not in files, "uv.lock names registry hosts; take it out of the commit"
    hosts = "|".join(["py" + "pi\\.org", "python" + "hosted", "registry\\.npm" + "js"])
    for file in files:
        path = ROOT / file
        if path.is_file() and path.suffix != ".png":
            assert not re.search(hosts, path.read_text(encoding="utf-8", errors="replace")), (
                f"{file}: names a registry's host; take it out"
            )


def test_a_newcomer_can_collect_it():
    """Does no test module need the browser's packages just to be read?"""
    faults = [
        f"{name(path)}: imports {module} at its top, which a newcomer has not; import inside "
        "the test"
        for path in sorted((ROOT / "tests").rglob("*.py"))
        for module in imported(tree(path).body)
        if module.split(".")[0] in {"playwright", "axe_playwright_python"}
    ]
    assert not faults, "\n".join(faults)


def test_licences_cover_every_table():
    """Is each table of indicators named in LICENSE-DATA?"""
    told = text(ROOT / "LICENSE-DATA")
    tables = (path.name for path in (ROOT / "datasets" / "indicators").glob("*.csv"))
    lost = [table for table in tables if table not in told]
    assert not lost, f"LICENSE-DATA: name with their licences {', '.join(lost)}"
