"""Give a sheet out: two files, made from the key and known by name.
Whatever else lies about goes to nobody.
"""

import shutil
from contextlib import contextmanager

from course.classroom.cycle import leaks, sheet, ways
from course.classroom.cycle.grader import SHEET, Grader
from course.classroom.cycle.told import Told
from course.errors import CourseError
from course.interface.words import say
from course.items import kinds

__all__ = ["release"]

_STEPS = 5  # of a release, as the bar counts them


def release(folder, name, *, dry_run=False):
    """Write the sheet from the key, look it through for leaks, and put it on the exchange. Returns
    sentences.

    Raises CourseError, and releases nothing, if the students' copy would give anything of the key
    away.
    """
    assignment = folder.assignment(name)
    if dry_run:
        put = f"put {name} {ways.on_exchange()}"
        return [f"Would write source/{name} and release/{name}, and {put}."]
    told = Told(folder, "release", name)
    with told.underway(f"{name}: starting nbgrader", _STEPS) as bar:
        grader = Grader(folder)
        _write(grader, assignment, told, bar)
        bar.now(f"{name}: putting it {ways.on_exchange()}")
        _give_out(grader, name, told)
        bar.step()
    return told


def _write(grader, assignment, told, bar):
    """Write source/NAME and release/NAME; raises CourseError if it would give the key away."""
    folder, name = grader.folder, assignment.name
    bar.step()
    bar.now(f"{name}: writing the sheet")
    folder.keep_copy(folder.path / "source" / name)
    before = folder.keep_copy(folder.path / "release" / name)
    files = [path.name for path in sheet.write(assignment, folder.path / "source" / name)]
    told.extend(_solved(assignment))
    told.extend(_strays(folder.path / "source" / name, files))
    bar.step()
    with _put_back(folder.path / "release" / name, before):
        bar.now(f"{name}: writing what students get")
        _make(grader, assignment, told)
        _only(folder.path / "release" / name, files)
        bar.step()
        bar.now(f"{name}: looking for leaks of the key")
        found = leaks.in_files(assignment, folder.path / "release" / name)
        if found:
            raise CourseError(f"{name} was not released: {found[0]}; mend keys/{name}.yaml.")
        if before is not None:
            _as_old(folder.path / "release" / name, before)
    bar.step()
    told.append(
        f"release/{name} holds what students get: {len(assignment.items())} items, "
        f"{assignment.most} points, no key."
    )


def _give_out(grader, name, told):
    if grader.exchange is None:
        folder = grader.folder
        place, back = folder.path / "release" / name, folder.place("submitted", "amina", name)
        if ways.is_on_page():
            take, bring = say("class.take_sheet"), say("class.bring")
            told.append(say("class.release_zip", button=take, bring=bring))
        else:
            told.append(say("class.release_by_hand", place=place, back=back))
        return
    again = grader.give_out(name, told)
    told.append(f"It is {ways.on_exchange()} as {name} of {grader.folder.course}.")
    if again:
        told.append(
            "It takes the place of the sheet that was there; who fetched that one keeps it."
        )


@contextmanager
def _put_back(place, before):
    """If what is made inside goes to nobody, release/NAME is again what students have, or nothing:
    marking looks there, and the page takes it for the sheet that is out.
    """
    try:
        yield
    except BaseException:
        shutil.rmtree(place, ignore_errors=True)
        if before is not None:
            shutil.copytree(before, place)
        raise


def _solved(assignment):
    """Orders whose steps are shown as they are right: whoever leaves them alone has all points."""
    for item in assignment.questions:
        if kinds.of(item).gives_itself_away():
            yield (
                f"{item['id']} shows its steps in the right order already; put the numbers in "
                f"`shown` of keys/{assignment.name}.yaml "
                "in another order, then release it again."
            )


def _strays(place, files):
    """What lies beside the sheet in source/: an answers file of the lecturer's own trial,
    an editor's copy.
    """
    beside = sorted(path.name for path in place.iterdir() if path.name not in files)
    if beside:
        shown = ", ".join(beside[:5]) + (f" and {len(beside) - 5} more" if len(beside) > 5 else "")
        yield f"Not given out, and still in source/{place.name}: {shown}."


def _make(grader, assignment, told):
    """Let nbgrader write release/NAME, from a folder that holds the sheet and nothing else."""
    clean = grader.folder.path / SHEET
    shutil.rmtree(clean, ignore_errors=True)
    try:
        sheet.write(assignment, clean / assignment.name)
        grader.run("generate_assignment", assignment.name, told=told)
    finally:
        shutil.rmtree(clean, ignore_errors=True)


def _as_old(place, before):
    """A file that is the same as before keeps its time: no mark is older than a sheet that nobody
    changed.
    """
    for path in place.iterdir():
        was = before / path.name
        if was.is_file() and was.read_bytes() == path.read_bytes():
            shutil.copystat(was, path)


def _only(place, files):
    """Raise CourseError unless release/NAME holds exactly the sheet's files, each a plain one."""
    found = sorted(place.rglob("*"))
    plain = all(path.is_file() and not path.is_symlink() for path in found)
    if not plain or [path.relative_to(place).as_posix() for path in found] != sorted(files):
        raise CourseError(
            f"{place.name} was not released: release/{place.name} holds more than the sheet; "
            f"move release/{place.name} away, "
            "look for settings of your own in nbgrader_config.py, then release it again."
        )
