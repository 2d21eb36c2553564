"""A case of one's own (course.evidence.cases.load),
as far as it stands beside the text's account.
"""

from collections.abc import Mapping, Sequence
from typing import Protocol

__all__ = ["Case"]


class Case(Protocol):
    """matrix is {dimension: (what is said, source)}; timeline has dated
    events in the columns of the table `record`.
    """

    @property
    def name(self) -> str: ...
    @property
    def matrix(self) -> Mapping[str, tuple[str, str]]: ...
    @property
    def timeline(self) -> Sequence[Mapping[str, str]]: ...
