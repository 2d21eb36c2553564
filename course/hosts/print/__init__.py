"""The course on paper: handouts and slides of the chapters and the glossary as cards,
printed by Chromium as PDF.
"""

from course.hosts.print.press import press

__all__ = ["press"]
