"""Chapter 01, classic government: hierarchy and chain (M5),
one rule or local choice (M12), merit and effectiveness.
"""

from course.lessons.classic.chain import implementation_chain, short_chain
from course.lessons.classic.hierarchy import hierarchy
from course.lessons.classic.merit import (
    WINDOWS,
    merit_and_effectiveness,
    merit_and_effectiveness_comparison,
)
from course.lessons.classic.uniformity import uniform_or_local

__all__ = ["SPECS", "WINDOWS", "merit_and_effectiveness_comparison"]

# id -> (the verb that shows it, what makes its Spec)
SPECS = {
    "hierarchy": ("explore", hierarchy),
    "implementation-chain": ("explore", implementation_chain),
    "short-chain": ("explore", short_chain),
    "uniform-or-local": ("explore", uniform_or_local),
    "merit-and-effectiveness": ("weigh", merit_and_effectiveness),
}
