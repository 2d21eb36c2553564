"""A case of one's own: a country in four small CSV files, beside the course's own tables; checked before it is used."""

from course.evidence.cases._case import Case, check, find, load, names
from course.evidence.cases._reading import Fault

__all__ = ["Case", "Fault", "check", "find", "load", "names"]
