"""The one formatter of the course's JavaScript: `uv run python .ci/javascript.py` writes every file as it should be."""

from pathlib import Path

import jsbeautifier

ROOT = Path(__file__).resolve().parents[1]
CHOICES = {
    "indent_size": 2,
    "brace_style": "collapse,preserve-inline",
    "max_preserve_newlines": 2,
    "end_with_newline": True,
    "wrap_line_length": 0,
    "space_after_anon_function": True,
}


def formatted(text):
    """The text as the formatter leaves it once nothing changes any more."""
    options = jsbeautifier.default_options()
    for name, value in CHOICES.items():
        setattr(options, name, value)
    for _ in range(5):
        before, text = text, jsbeautifier.beautify(text, options)
        if before == text:
            break
    return text


def files():
    return sorted((ROOT / "course").rglob("*.js"))


if __name__ == "__main__":
    for path in files():
        text = path.read_text(encoding="utf-8")
        if formatted(text) != text:
            path.write_text(formatted(text), encoding="utf-8", newline="\n")
