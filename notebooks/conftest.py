"""nbval compares what a cell shows, but not the packed bytes of an interactive: builds of zlib
differ in them.

The word beside them holds the hash of what they unpack to, and is compared.
"""

from course.interactives import MIME


def pytest_collectstart(collector):
    """Let nbval pass over the packed form."""
    if hasattr(collector, "skip_compare"):
        collector.skip_compare += (MIME,)
