"""What a wheel is built with beside what git knows: plotly.js's basic bundle, where
$STEEL_FRAME_PLOTLY names its folder.

`course check --plotly FOLDER` takes it there; course/hosts/library.py says who uses it.
"""

import os
from pathlib import Path

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

_FILES = ("plotly-basic.min.js", "LICENSE")
_PLACE = "course/hosts/browser/_plotly"


class CustomBuildHook(BuildHookInterface):
    """Lays the bundle and its licence into a wheel; an editable one, which a clone is,
    gets none.
    """

    def initialize(self, version, build_data):
        """Called by hatchling before it builds."""
        told = os.environ.get("STEEL_FRAME_PLOTLY")
        if version != "standard" or not told:
            return
        files = [Path(told) / name for name in _FILES]
        if not Path(told).is_absolute() or not all(file.is_file() for file in files):
            raise FileNotFoundError(
                f"STEEL_FRAME_PLOTLY names {told}, where {' and '.join(_FILES)} should lie; "
                "run `course check --plotly` with the folder's whole path, and give that."
            )
        build_data["force_include"] |= {str(file): f"{_PLACE}/{file.name}" for file in files}
