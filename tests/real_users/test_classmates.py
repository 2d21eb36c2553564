"""What can a classmate do: take another's answers, hand in for another, stop the class,
read the lecturer's own trial?
"""

import csv
import json
import shutil
import time

import pytest
from classes import line, right
from people import Person
from schools import school

from course.classroom.cycle import leaks
from course.classroom.cycle.folder import Folder

NAME = "1-classic-government"
COURSE = "policy-test"
ESSAY = "Bina alone thought of this sentence about canals."
# Each a hand-in of Eve's own: how it is made, and what the lecturer is told of it.
TRAPS = {
    "link": ("os.symlink(theirs + '/answers.jsonl', 'answers.jsonl')", "answers.jsonl is a link"),
    "second name": ("open('x', 'w').close(); os.link('x', 'answers.jsonl')",
        "a second name (a hard link)"),
    "pipe": ("os.mkfifo('answers.jsonl')", "answers.jsonl is no plain file"),
    "folder": ("os.mkdir('answers.jsonl')", "answers.jsonl is no plain file"),
    "socket": ("import socket; socket.socket(socket.AF_UNIX).bind('answers.jsonl')",
        "answers.jsonl is a link or no plain"),
    "endless": ("os.symlink('/dev/zero', 'answers.jsonl')", "answers.jsonl is a link"),
    "huge": ("os.truncate(os.open('answers.jsonl', os.O_CREAT | os.O_WRONLY), 20 * 10**9)",
        "20000.0 MB"),
    "shut": ("open('answers.jsonl', 'w').close(); os.chmod('answers.jsonl', 0)",
        "answers.jsonl may not be read by you"),
    "book": (f"os.symlink('/dev/zero', '{NAME}.ipynb')", f"{NAME}.ipynb is a link"),
    "stamp": ("os.symlink(theirs + '/submission_secret.txt', 'timestamp.txt')",
        "timestamp.txt is a link"),
}  # fmt: skip
NAMES = ["..", "", "*", "a+b", "-rf", "x" * 150, "two\nlines", "\N{RIGHT-TO-LEFT OVERRIDE}x"]


def at(minute):
    return f"2026-01-01 10:{minute:02d}:00.000000 UTC"


def in_inbound(person, inbound, folder, code, theirs=""):
    """The student makes a folder in the inbound folder and runs code in it."""
    person.runs(
        "import os\ntheirs = "
        f"{theirs!r}\nos.chdir({str(inbound)!r})\nos.mkdir({folder!r})\nos.chdir({folder!r})\n"
        f"open('submission_secret.txt', 'w').write('0a' * 64)\n{code}"
    )


@pytest.fixture(scope="module")
def term():
    """A sheet released by a lecturer who had tried it, two honest students, Eve and Mal;
    all that they did is collected.
    """
    with (
        school(COURSE) as meeting,
        Person("sf-lecturer") as lecturer,
        Person("sf-bina") as bina,
        Person("sf-cem") as cem,
        Person("sf-eve") as eve,
        Person("sf-mal") as mal,
    ):
        meeting.enrol(lecturer, bina, cem)
        home, _ = meeting.begun_by(lecturer)
        folder = Folder(home)
        key = folder.assignment(NAME)
        good = [line(i["id"], right(i), n, kind=i["kind"]) for n, i in enumerate(key.questions, 1)]
        raw = "".join(json.dumps(one) + "\n" for one in good)
        for stray in ("answers.jsonl", ".ipynb_checkpoints/x.ipynb", f"{NAME}.yaml~", "memo.html"):
            lecturer.write(f"class/source/{NAME}/{stray}", raw)
        released = lecturer.course("class", "release", NAME, "--in", str(home))
        for person, lines in (
            (bina, [line(key.tasks[0]["id"], ESSAY, 50, kind="text")]),
            (cem, good[:1]),
        ):
            meeting.fetch(person, NAME)
            person.write(
                f"steel-frame/{NAME}/answers.jsonl",
                "".join(json.dumps(one) + "\n" for one in lines),
            )
            meeting.submit(person, NAME)
        inbound = meeting.inbound
        theirs = next(str(path) for path in inbound.iterdir() if path.name.startswith("sf-bina+"))
        for minute, (code, _) in enumerate(TRAPS.values()):
            in_inbound(eve, inbound, f"sf-eve+{NAME}+{at(minute)}+x", code, theirs)
        eve.runs(f"import os\nos.symlink({theirs!r}, {f'{inbound}/sf-eve+{NAME}+{at(59)}+x'!r})")
        write = f"open('answers.jsonl', 'w').write({raw!r})"
        in_inbound(mal, inbound, f"sf-bina+{NAME}+9999-01-01 10:00:00.000000 UTC+x", write)
        in_inbound(
            mal,
            inbound,
            f"sf-mal+{NAME}+{at(0)}+x",
            f"{write}\nos.symlink('/usr', 'usr')\nopen('more', 'w')",
        )
        for name in NAMES:
            in_inbound(mal, inbound, f"{name}+{NAME}+{at(0)}", write)
        began = time.monotonic()
        told = lecturer.course("class", "collect", NAME, "--in", str(home), ok=False)
        seconds = time.monotonic() - began
        yield {
            "folder": folder, "key": key, "released": released, "told": told, "seconds": seconds,
            "lecturer": lecturer,
            "outbound": meeting.outbound(NAME), "inbound": inbound, "eve": eve, "bina": bina,
        }  # fmt: skip


def test_what_the_lecturer_tried_stays_hers(term):
    """Do her own answers, an editor's copy and a key beside the sheet go to nobody,
    and is she told?
    """
    source = term["folder"].path / "source" / NAME
    for place in (term["outbound"], term["folder"].path / "release" / NAME):
        assert {path.name for path in place.rglob("*")} == {f"{NAME}.ipynb", "items.json"}
        assert leaks.in_files(term["key"], place) == []
    assert (source / "answers.jsonl").is_file(), "what she had is lost"
    assert "Not given out" in term["released"]
    assert "answers.jsonl" in term["released"]


def test_a_release_mends_an_earlier_one(term):
    """What was given out by mistake: is it gone from the exchange
    once the sheet is released again?
    """
    term["lecturer"].runs(f"open({str(term['outbound'] / 'answers.jsonl')!r}, 'w').write('hers')")
    told = term["lecturer"].course("class", "release", NAME, "--in", str(term["folder"].path))
    assert "takes the place" in told
    assert {path.name for path in term["outbound"].rglob("*")} == {f"{NAME}.ipynb", "items.json"}


def test_nothing_is_followed(term):
    """Links, pipes, folders, endless files: is each refused in a sentence, at once,
    and are the others there?
    """
    folder = term["folder"]
    for trap, (_, said) in TRAPS.items():
        assert any(
            "sf-eve was not collected" in one and said in one for one in term["told"].splitlines()
        ), trap
    assert "the folder is a link" in term["told"]
    assert not folder.place("submitted", "sf-eve", NAME).exists()
    assert set(folder.students("submitted", NAME)) == {"sf-bina", "sf-cem", "sf-mal"}
    mals = folder.place("submitted", "sf-mal", NAME)
    assert {path.name for path in mals.iterdir()} == {
        "answers.jsonl",
        "timestamp.txt",
        "submission_secret.txt",
    }
    assert "'usr'" in term["told"], "a link beside the answers is not told"
    assert term["seconds"] < 60


def test_nobody_hands_in_for_another(term):
    """A later hand-in under Bina's name, owned by Mal: is it refused and told,
    and does her own count?
    """
    answers = term["folder"].place("submitted", "sf-bina", NAME) / "answers.jsonl"
    assert ESSAY in answers.read_text(encoding="utf-8")
    said = [one for one in term["told"].splitlines() if "may be forged" in one]
    assert len(said) == 1
    assert "sf-bina" in said[0]
    assert "sf-mal" in said[0]


def test_a_name_is_a_name(term):
    """Are folders with names that lead elsewhere left alone, counted,
    and shown in signs that a terminal can bear?
    """
    assert "Left alone on the exchange" in term["told"]
    assert "and 3 more" in term["told"]
    assert "\N{RIGHT-TO-LEFT OVERRIDE}" not in term["told"]
    assert not list(term["folder"].path.glob(NAME)), "a name led out of submitted/"


def test_the_clock_of_the_system_counts(term):
    """A folder that says it was handed in months ago: is the lecturer told,
    and what time is marked?
    """
    stamp = term["folder"].place("submitted", "sf-mal", NAME) / "timestamp.txt"
    assert not stamp.read_text(encoding="utf-8").startswith("2026-01-01 10:00")
    assert any(
        "sf-mal: it says that" in one and "2026-01-01 10:00" in one
        for one in term["told"].splitlines()
    )


def test_the_class_is_marked_without_them(term):
    """Does the lecturer's own trial, still in source/, earn nobody a point,
    and does a second collect change nothing?
    """
    lecturer, folder = term["lecturer"], term["folder"]
    again = lecturer.course("class", "collect", NAME, "--in", str(folder.path), ok=False)
    assert "handed in again" not in again
    told = lecturer.course("class", "grade", NAME, "--in", str(folder.path))
    assert "3 of 3 submissions" in told
    lecturer.course("class", "export", "marks", NAME, "--in", str(folder.path))
    with (folder.path / "exports" / f"{NAME}-marks.csv").open(encoding="utf-8-sig") as file:
        total = {row["student"]: row["total"] for row in csv.DictReader(file)}
    most = sum(term["key"].points(item["id"]) for item in term["key"].questions)
    one = term["key"].points(term["key"].questions[0]["id"])
    assert total == {"sf-bina": "0", "sf-cem": str(one), "sf-eve": "", "sf-mal": str(most)}


def test_what_came_past_collect_is_not_marked(term):
    """A hand-in that an earlier version, or nbgrader itself, fetched without asking whose it is?"""
    lecturer, folder = term["lecturer"], term["folder"]
    lecturer.write(f"class/submitted/sf-eve/{NAME}/submission_secret.txt", "0a" * 64)
    lecturer.write(f"class/submitted/sf-eve/{NAME}/answers.jsonl", "")
    told = lecturer.course("class", "grade", NAME, "--in", str(folder.path), ok=False)
    assert "sf-eve: not marked" in told
    assert "3 of 4 submissions" in told
    shutil.rmtree(folder.path / "submitted" / "sf-eve")


def test_a_file_changed_after_collect_is_fetched_anew(term):
    """Written over in the inbound folder: is the newer one taken, checked like the first,
    and the older kept?
    """
    lecturer, folder = term["lecturer"], term["folder"]
    own = next(
        path
        for path in term["inbound"].iterdir()
        if path.name.startswith("sf-bina+") and path.owner() == "sf-bina"
    )
    term["bina"].runs(
        f"import os\nos.chdir({str(own)!r})\nos.rename('answers.jsonl', "
        "'old')\nos.symlink('/etc/passwd', 'answers.jsonl')"
    )
    told = lecturer.course("class", "collect", NAME, "--in", str(folder.path), ok=False)
    assert "sf-bina was not collected: answers.jsonl is a link" in told
    assert ESSAY in (folder.place("submitted", "sf-bina", NAME) / "answers.jsonl").read_text(
        encoding="utf-8"
    )
