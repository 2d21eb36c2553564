"""The rules of the code and the repository. Each names the file and the cure."""

import ast
import importlib
import re
import subprocess
import tomllib

import pytest
import yaml

from course import _places

ROOT = _places.root()
CODE = sorted(
    p
    for room in ("course", "tools")
    for p in (ROOT / room).rglob("*")
    if p.suffix in {".py", ".js", ".ts", ".css"}
)
PYTHON = [p for p in CODE if p.suffix == ".py"]


def name(path):
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", CODE, ids=name)
def test_one_concept_a_file(path):
    """Is it at most 250 lines?"""
    lines = path.read_text(encoding="utf-8").count("\n")
    assert lines <= 250, f"{name(path)}: {lines} lines of at most 250; split it by concept"


@pytest.mark.parametrize("path", CODE, ids=name)
def test_no_outside_request(path):
    """Does no code name another machine?"""
    found = re.search(r"https?://(?!127\.0\.0\.1|localhost)[\w.]+|//cdn\.", path.read_text(encoding="utf-8"))
    assert not found, (
        f"{name(path)}: {found and found.group()!r} would be asked of another machine; ship it inside the course"
    )


def test_letters_grow_with_the_readers_own():
    """Who chose larger letters in the browser: is no size of ours fixed in pixels, but for the letters of a picture?"""
    sheets = [p for p in (ROOT / "course").rglob("*") if p.suffix in {".css", ".html", ".py"}]
    fixed = re.compile(r"([^{}]*)\{[^{}]*\bfont(?:-size)?:[^;{}]*\dpx[^{}]*\}")
    found = [
        f"{name(path)}: {rule.strip().splitlines()[-1]}"
        for path in sheets
        if "printing" not in path.parts and path.name != "page.py"  # the memo is a document of its own
        for rule in fixed.findall(path.read_text(encoding="utf-8"))
        if "svg" not in rule
    ]
    assert not found, "write rem: " + "; ".join(found)


@pytest.mark.parametrize("path", [p for p in CODE if p.suffix == ".js"], ids=name)
def test_no_data_becomes_markup(path):
    """Does no JavaScript build markup or code from text, or import what is no file of ours beside it?"""
    text = path.read_text(encoding="utf-8")
    ours = r"\./\w+" if "labextensions" in path.parts else r"\.\.?/[\w/]+"
    found = re.search(
        r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|"
        rf"^import (?!\{{[^}}]*\}} from \"{ours}\.js\";$)",
        text,
        re.MULTILINE,
    )
    assert not found, (
        f"{name(path)}: {found and found.group()!r}; set textContent, and import from our own files"
    )


@pytest.mark.parametrize("path", [p for p in CODE if p.suffix in {".js", ".ts"}], ids=name)
def test_a_line_of_javascript_is_short(path):
    """Is it at most 100 characters wide, in comments too, which no formatter breaks?"""
    lines = path.read_text(encoding="utf-8").splitlines()
    long = [str(n) for n, line in enumerate(lines, 1) if len(line) > 100]
    assert not long, f"{name(path)}: break lines {', '.join(long)}; `bash .ci/javascript --write` breaks code"


def test_no_packages_of_npm():
    """Does the repository hold no tree of packages, so that a clone runs without Node.js?"""
    found = [p.name for p in ROOT.iterdir() if p.name in {"package.json", "package-lock.json"}]
    assert not found, f"take out {', '.join(found)}; .ci/javascript names an exact version for npx"


def _plan():
    """The rooms of course/, from the ground up, as CONTRIBUTING.md draws them."""
    drawn = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    rooms = drawn.split("\ncourse/ ")[1].split("\ntools/ ")[0]
    return re.findall(r"^  (\w+)(?:/|\.py) ", rooms, re.MULTILINE)[::-1]


FLOORS = _plan()
VIEWS = {"charts", "hosts", "verbs", "__init__", "classroom", "cli", "__main__"}
PURE = set(FLOORS) - VIEWS - {"lessons"}


def test_the_plan_is_the_house():
    """Does CONTRIBUTING.md draw every room of course/, and no other?"""
    rooms = {
        path.stem
        for path in (ROOT / "course").iterdir()
        if path.suffix == ".py" or (path / "__init__.py").is_file()
    }
    assert set(FLOORS) == rooms, "draw it as it is, under Code structure"


def _floor(path):
    top, *rooms = path.relative_to(ROOT).parts
    return (rooms[0] if top == "course" else top).removesuffix(".py")


@pytest.mark.parametrize("path", [p for p in PYTHON if _floor(p) in FLOORS], ids=name)
def test_imports_go_down(path):
    """Does each floor import only from floors below, and the pure ones no view?"""
    tree, floor = ast.parse(path.read_text(encoding="utf-8")), _floor(path)
    for node in ast.walk(tree):
        modules = (
            [node.module]
            if isinstance(node, ast.ImportFrom) and node.module
            else [a.name for a in node.names]
            if isinstance(node, ast.Import)
            else []
        )
        if isinstance(node, ast.ImportFrom) and node.module == "course":
            modules = [f"course.{a.name}" for a in node.names]
        for module in modules:
            top, *rest = module.split(".")
            if floor in PURE:
                assert top not in {"ipywidgets", "anywidget", "plotly"}, (
                    f"{name(path)}: imports {top}; keep views above"
                )
            if top == "course" and rest and rest[0] in FLOORS:
                assert FLOORS.index(rest[0]) <= FLOORS.index(floor), (
                    f"{name(path)}: imports {module} from a floor above; turn it round"
                )


@pytest.mark.parametrize("path", PYTHON, ids=name)
def test_what_is_public_is_documented(path):
    """Has each module a docstring, and each name in __all__ one too?"""
    text = path.read_text(encoding="utf-8")
    assert ast.get_docstring(ast.parse(text)), f"{name(path)}: begin with a docstring that says what it is"
    module = (
        importlib.import_module(name(path).removesuffix(".py").replace("/", ".").removesuffix(".__init__"))
        if "__main__" not in path.name
        else None
    )
    for public in getattr(module, "__all__", []):
        thing = getattr(module, public)
        if callable(thing):
            assert thing.__doc__, (
                f"{name(path)}: {public} is public; say in its docstring what it takes and gives"
            )


def test_constraints_meet_the_ranges():
    """Do constraints.txt, environment.yml and pyproject.toml agree?"""
    from packaging.requirements import Requirement

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    pins = dict(
        re.findall(
            r"^([a-z0-9._-]+)==([^ ;\\]+)",
            (ROOT / "constraints.txt").read_text(encoding="utf-8"),
            re.MULTILINE,
        )
    )
    for requirement in map(Requirement, project["dependencies"]):
        pin = pins.get(requirement.name)
        assert pin, f"constraints.txt: lacks {requirement.name}; write it again as CONTRIBUTING.md says"
        assert requirement.specifier.contains(pin), (
            f"constraints.txt: {requirement.name} {pin} is outside {requirement.specifier}; write it again"
        )
    environment = yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))
    python, pip, rest = environment["dependencies"]
    assert python.startswith("python"), "environment.yml: name python first"
    assert pip == "pip", "environment.yml: name pip second"
    assert rest == {"pip": ["-r constraints.txt"]}, (
        "environment.yml: hold python, pip and `-r constraints.txt`, nothing else"
    )


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


@pytest.mark.parametrize("path", sorted((ROOT / "tests").rglob("*.py")), ids=name)
def test_a_newcomer_can_collect_it(path):
    """Does no test module need the browser's packages just to be read?"""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    found = {
        module.split(".")[0]
        for node in tree.body
        if isinstance(node, ast.Import | ast.ImportFrom)
        for module in ([a.name for a in node.names] if isinstance(node, ast.Import) else [node.module or ""])
    } & {"playwright", "axe_playwright_python"}
    assert not found, (
        f"{name(path)}: imports {found} at its top, which a newcomer has not; import inside the test"
    )


def test_licences_cover_every_table():
    """Is each table of indicators named in LICENSE-DATA?"""
    text = (ROOT / "LICENSE-DATA").read_text(encoding="utf-8")
    for path in (ROOT / "datasets" / "indicators").glob("*.csv"):
        assert path.name in text, f"LICENSE-DATA: name indicators/{path.name} and its licence"


def test_every_number_in_the_readme_was_measured():
    """Does each figure with a unit in README.md stand in MEASURED.md?"""
    measured = (ROOT / "MEASURED.md").read_text(encoding="utf-8")
    for figure in re.findall(
        r"\d[\d.,]*\s?(?:KB|MB|ms|s|minutes|seconds)\b", (ROOT / "README.md").read_text(encoding="utf-8")
    ):
        assert figure in measured, (
            f"README.md: {figure!r} does not stand in MEASURED.md; run `course check --measure` or take it out"
        )


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md"])
def test_what_a_page_points_to_is_there(page):
    """Does each link and picture of README and CONTRIBUTING lead to a file of the project?"""
    for target in re.findall(r"\]\(([^)#:]+)\)", (ROOT / page).read_text(encoding="utf-8")):
        assert (ROOT / target).is_file(), f"{page}: {target} is not there; add the file or take the link out"
