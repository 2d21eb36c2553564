"""When the browser that prints is missing or lame, or has not the fonts: one sentence?"""

import stat
import sys

import pytest

from course.cli import main
from course.errors import CourseError
from course.hosts.print import chromium


def program(path, lines):
    path.write_text(f"#!{sys.executable}\n{lines}\n", encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


def test_faults_of_the_browser_are_sentences(tmp_path, monkeypatch, capsys):
    """No browser, a CHROME that is none, one that cannot print, a folder that is a file?"""
    monkeypatch.delenv("CHROME", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert main(["edition", str(tmp_path / "out"), "--cards"]) == 2
    assert capsys.readouterr().err.strip() == (
        "A PDF is printed by Chromium or Chrome, and neither was found; install one, or name "
        "it in CHROME."
    )
    assert not (tmp_path / "out").exists()
    monkeypatch.setenv("CHROME", "no-such-browser")
    with pytest.raises(CourseError, match="CHROME names 'no-such-browser', which is no program"):
        chromium.found()
    monkeypatch.setenv("CHROME", str(program(tmp_path / "lame", "raise SystemExit(1)")))
    with pytest.raises(CourseError, match=r"could not print a\.pdf; update it"):
        chromium.printed("<p>x", tmp_path / "a.pdf")
    (tmp_path / "file").write_text("x")
    assert main(["edition", str(tmp_path / "file"), "--cards"]) == 2
    assert "name a folder that you may write to" in capsys.readouterr().err


def test_a_pdf_without_a_font_for_urdu_is_said_to_be_so(tmp_path, monkeypatch, capsys):
    """Does the command warn if another font stands in, and not otherwise?
    Does it leave nothing but the PDF?
    """
    out = next(
        f"{a}" for a in ["next(a for a in sys.argv if a.startswith('--print-to-pdf='))[15:]"]
    )
    for font, warned in (("Amiri", True), ("NotoNastaliqUrdu", False)):
        lines = f"import sys\nopen({out}, 'w').write('%PDF {font}')"
        monkeypatch.setenv("CHROME", str(program(tmp_path / "browser", lines)))
        assert main(["edition", str(tmp_path / "out"), "--cards"]) == 0
        said = capsys.readouterr()
        assert ("fonts-noto-core" in said.err) is warned
        assert "1 file," in said.out
        assert [path.name for path in (tmp_path / "out").iterdir()] == ["glossary-cards.pdf"]
