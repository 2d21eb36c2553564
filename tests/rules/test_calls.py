"""Can a reader type what the pages and the course's own sentences show?"""

import re
import subprocess
import sys

import pytest
from sources import ROOT, name, text

# docs/architecture.md names modules for whoever reads the code; no cell types them.
PAGES = [
    *(page for page in (ROOT / "docs").glob("*.md") if page.name != "architecture.md"),
    ROOT / "CONTRIBUTING.md",
    ROOT / "course" / "cli.py",
]
# Each name as if it were a reader's first: once a module is loaded, whoever asks for it finds it.
EACH_AFRESH = """
import sys
for name in sys.argv[1:]:
    for loaded in [one for one in sys.modules if one.split(".")[0] == "course"]:
        del sys.modules[loaded]
    import course
    found = course
    try:
        for part in name.split(".")[1:]:
            found = getattr(found, part)
    except AttributeError:
        print(name)
"""


@pytest.mark.process
def test_each_call_that_a_page_shows_is_there():
    """With `import course` and nothing else before it?"""
    shown = {
        one: name(page)
        for page in PAGES
        for one in re.findall(r"\bcourse(?:\.[a-z_]+)+(?=\(|\"$)", text(page), re.MULTILINE)
    }
    assert "course.evidence.cases.load" in shown
    done = subprocess.run(
        [sys.executable, "-c", EACH_AFRESH, *shown],
        capture_output=True, text=True, check=True, cwd=ROOT,
    )  # fmt: skip
    lost = [f"{shown[one]}: {one}() is not there" for one in done.stdout.split()]
    assert not lost, "\n".join(lost)


def test_what_a_command_writes_is_no_change():
    """Does git pass over each folder and zip that a page has a reader make in the clone, so that
    *Commit all that changed* takes none of them?
    """
    written = re.compile(r"\bcourse (?:edition|bundle) ([a-z][\w/.-]*)")
    made = {one for page in PAGES for one in written.findall(text(page))}
    assert {"pages", "course.zip"} <= made
    ignored = {*text(ROOT / ".gitignore").splitlines()}
    lost = [
        one
        for one in sorted(made)
        if not {f"/{one}/", f"/{one}", one.split("/")[0] + "/"} & ignored
    ]
    assert not lost, f".gitignore: pass over {', '.join(lost)}"
