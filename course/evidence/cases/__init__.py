"""A case of one's own: a country in four small CSV files,
or a map of who answers to whom; checked before it is used.
"""

from course.evidence.cases._case import Case, check, find, load, names
from course.evidence.cases._map import ENDINGS, check_map, faults_of, load_map
from course.evidence.cases._reading import Fault

__all__ = [
    "ENDINGS",
    "Case",
    "Fault",
    "check",
    "check_map",
    "faults_of",
    "find",
    "load",
    "load_map",
    "names",
]
