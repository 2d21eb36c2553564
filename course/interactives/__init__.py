"""What a verb shows: pure documents, one file a module of the browser. Hosts (JupyterLab,
a page, paper) show them.
"""

from course.interactives.interactive import MIME, MODULES, Interactive, made, read

__all__ = ["MIME", "MODULES", "Interactive", "made", "read"]
