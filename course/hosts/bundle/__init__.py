"""The course for machines without internet: one zip with every wheel, the chapters,
the pages and what starts them.
"""

import tempfile
from pathlib import Path

from platformdirs import user_cache_path

from course import __version__
from course.errors import unknown
from course.hosts.bundle import contents, wheels
from course.hosts.bundle.platforms import PLATFORMS, PYTHONS, named
from course.hosts.bundle.telling import progress
from course.hosts.bundle.verifying import verify

__all__ = ["PLATFORMS", "PYTHONS", "bundle", "verify"]


def bundle(out, *, platforms=None, python=PYTHONS[0], cache=None):
    """Write a bundle to the file `out`; returns its size in bytes.

    platforms: names of PLATFORMS, else the four common ones; python: the minor version it is for;
    cache: the folder where fetched wheels stay, so that a run that was interrupted goes on. Raises
    CourseError, with the cure, outside a clone, without uv, without network, or if `out` cannot be
    written.
    """
    from course.hosts.pages import edition

    chosen = named(platforms)
    if python not in PYTHONS:
        raise unknown("Python for a bundle", python, PYTHONS)
    cache = Path(cache) if cache else user_cache_path("steel-frame") / "wheels"
    with contents.reserved(out), tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        built = wheels.own(work)
        with progress("Settling the versions", len(chosen)) as told:
            pins = {}
            for platform in chosen:
                pins[platform] = wheels.pins(platform, python)
                told.step()
        with progress("Fetching the wheels", sum(map(len, pins.values()))) as told:
            fetched = {
                platform: [*wheels.fetch(wanted, platform, python, cache, told.step), built]
                for platform, wanted in pins.items()
            }
        for platform, paths in fetched.items():
            wheels.prove(paths, platform, python, __version__)
        edition(work / "pages")
        return contents.write(contents.gathered(fetched, python, __version__, work / "pages"), out)
