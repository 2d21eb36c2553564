"""The web edition: every chapter as a page that needs no kernel, no server and no network."""

from course.hosts.pages.writing import edition

__all__ = ["edition"]
