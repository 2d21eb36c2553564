"""What leaves a class folder, and in which formats; the first is meant if none is named."""

from collections.abc import Mapping, Sequence

__all__ = ["FORMATS"]

FORMATS: Mapping[str, Sequence[str]] = {
    "marks": ("table", "moodle", "canvas", "registrar"),
    "questions": ("moodle-xml", "qti-2.1", "common-cartridge-1.3"),
    "moodle": ("moodle-xml",),
    "paper": ("paper",),
}
