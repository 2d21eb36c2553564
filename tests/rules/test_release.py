"""Is a version said once, does all that names it name this one, and is README fit to show?"""

import re
import tomllib

from sources import ROOT, text

import course

# What must name the version although it cannot ask the code: a word of the file in front of it.
NAMES = {
    "CITATION.cff": r"^version: (\S+)$",
    "deploy/README.md": r"YOUR-REGISTRY/steel-frame:([\d.]+\w*)",
    "deploy/z2jh-values.yaml": r'^    tag: "([^"]+)"$',
    "course/hosts/jupyter/share/jupyter/labextensions/steel-frame/package.json": (
        r'"version": "([^"]+)"'
    ),
    "CHANGELOG.md": r"^## ([\d.]+\w*)",
}


def test_a_version_is_said_once():
    """Does pyproject.toml take it from course/__init__.py, and do the files that hold a copy
    hold that one?
    """
    assert "version" in tomllib.loads(text(ROOT / "pyproject.toml"))["project"]["dynamic"]
    faults = []
    for name, pattern in NAMES.items():
        found = re.findall(pattern, text(ROOT / name), re.MULTILINE)
        if found[:1] != [course.__version__]:
            faults.append(
                f"{name}: names {found[:1]}; write {course.__version__}, as RELEASE.md says"
            )
    assert not faults, "\n".join(faults)


def test_the_owner_is_named_once():
    """Is the home of the project named in pyproject.toml, and elsewhere only where
    `course check --pages` writes it?
    """
    urls = tomllib.loads(text(ROOT / "pyproject.toml"))["project"]["urls"]
    *_, owner, _ = urls["Source"].split("/")
    written = re.compile(r"<!-- (\w+) -->.*?<!-- /\1 -->", re.DOTALL)
    pages = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *ROOT.glob(".github/**/*.*")]
    faults = [page.name for page in pages if owner in written.sub("", text(page))]
    assert not faults, f"take the name {owner} out of {', '.join(faults)}; `--pages` writes it"


def test_the_pictures_of_readme_are_small():
    """Does the moving one weigh less than 1.5 MB, and each still less than 60 KB?"""
    pictures = [*(ROOT / "docs" / "pictures").iterdir()]
    assert "predict.gif" in {path.name for path in pictures}
    large = [
        path.name
        for path in pictures
        if path.stat().st_size > (1_500_000 if path.suffix == ".gif" else 60_000)
    ]
    assert not large, f"{', '.join(large)}: take them anew with fewer colours or frames"
