"""Figures in words, the same way in every title and description."""

__all__ = ["per_cent"]


def per_cent(share):
    """A share in per cent in words: "49 %", and never "0 %" or "100 %" for what is merely near."""
    if 0 < share < 0.5:
        return "less than 1 %"
    return "more than 99 %" if 99.5 <= share < 100 else f"{share:.0f} %"
