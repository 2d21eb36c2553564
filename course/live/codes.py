"""The code that a phone's camera reads."""

import io

import segno
from markupsafe import Markup

__all__ = ["code"]


def code(address):
    """The address as a QR code: an SVG that grows with its place."""
    out = io.BytesIO()
    made = segno.make(address, error="m", micro=False)
    made.save(out, kind="svg", xmldecl=False, svgns=True, omitsize=True, border=4, nl=False)
    return Markup(out.getvalue().decode("utf-8"))  # noqa: S704 drawn from modules, no text in it
