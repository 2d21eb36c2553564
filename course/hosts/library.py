"""The library that draws charts, as a host hands it to the browser."""

import gzip
from functools import cache
from importlib.util import find_spec
from pathlib import Path

__all__ = ["plotly_js"]


@cache
def plotly_js() -> bytes:
    """The plotly.js that the plotly wheel ships, gzipped: 1.5 MB that a page needs once."""
    found = find_spec("plotly")  # found, not imported: a server draws nothing
    if found is None or found.origin is None:
        raise ModuleNotFoundError("There is no plotly.", name="plotly")
    path = Path(found.origin).parent / "package_data" / "plotly.min.js"
    return gzip.compress(path.read_bytes(), 6, mtime=0)
