"""Whole signs for parts of a sum: each part rounded so that all together are the sum,
rounded. A hundred stays a hundred.
"""

from collections.abc import Sequence
from math import floor, fsum

__all__ = ["whole"]


def whole(parts: Sequence[float]) -> list[int]:
    """Each part (0 or more) as a whole number, by largest remainder."""
    total = floor(fsum(parts) + 0.5 + 1e-9)
    counts = [floor(part + 1e-9) for part in parts]
    left = sorted(range(len(parts)), key=lambda i: counts[i] - parts[i])
    for i in left[: total - sum(counts)]:
        counts[i] += 1
    return counts
