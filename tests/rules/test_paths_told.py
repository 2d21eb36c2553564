"""Does CONTRIBUTING.md name files that are there?"""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
PATH = re.compile(r"`((?:[\w.-]+/)+[\w-]+\.(?:py|js|json|md|yaml|csv|toml))`")


def test_each_path_that_is_named_is_there():
    """From the root or from course/: does each lead to a file? A word in capitals, as in NAME.py, stands for any."""
    told = PATH.findall((ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"))
    real = [path for path in told if not re.search(r"[A-Z]{3}", path)]
    assert len(real) > 20
    lost = [path for path in real if not (ROOT / path).exists() and not (ROOT / "course" / path).exists()]
    assert lost == [], f"named in CONTRIBUTING.md, but not there; say where they are now: {lost}"
