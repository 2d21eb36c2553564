"""The chapters as files: all of them, or those that are named, by path, by name or by number."""

from pathlib import Path

from course import _places
from course.errors import CourseError, unknown

__all__ = ["METADATA", "chosen"]

# What each notebook that the course writes says of itself; without file_extension, nbconvert makes
# a .txt of its code.
METADATA = {
    "kernelspec": {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"},
    "language_info": {
        "codemirror_mode": {"name": "ipython", "version": 3},
        "file_extension": ".py",
        "mimetype": "text/x-python",
        "name": "python",
        "nbconvert_exporter": "python",
        "pygments_lexer": "ipython3",
    },
    "steel_frame": {"kernel": "when a cell is run"},  # JupyterLab opens it without one
}


def _named(name, shipped):
    """The file that `name` means: a path that is there, else a chapter's name or number."""
    path = Path(name)
    if path.is_file():
        return path
    if path.is_dir():
        raise CourseError(f"{name} is a folder; name a notebook, such as {shipped[1]}.")
    if path.exists():
        raise CourseError(f"{name} is no plain file; name a notebook, such as {shipped[1]}.")
    wanted = path.name.removesuffix(".ipynb")
    for chapter in shipped:
        if wanted in (chapter.stem, chapter.stem.split("-")[0]):
            return chapter
    raise unknown("chapter", name, [chapter.stem for chapter in shipped])


def chosen(names=(), shipped=None):
    """Paths of all chapters, in order; or of those named, as a path, "01-classic-government" or
    "01".

    shipped: the chapters to choose among, if not every notebook in the chapters' folder.

    Raises CourseError, naming the nearest, for a name that is no file and no chapter.
    """
    shipped = shipped or sorted(_places.shipped_notebooks().glob("*.ipynb"))
    return [_named(name, shipped) for name in names] if names else shipped
