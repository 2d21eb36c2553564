"""The library that draws charts, as a host hands it to the browser."""

import gzip
from functools import cache
from pathlib import Path

__all__ = ["plotly_js"]


@cache
def plotly_js() -> bytes:
    """The plotly.js that the plotly wheel ships, gzipped: 1.5 MB that a page needs once."""
    import plotly

    path = Path(plotly.__file__).parent / "package_data" / "plotly.min.js"
    return gzip.compress(path.read_bytes(), 6, mtime=0)
