"""Are answers for their owner alone on a machine whose homes everybody may read,
and does handing in still work?
"""

from people import Person
from schools import school

NAME = "1-classic-government"
COURSE = "policy-rights"
ANSWER = """
from pathlib import Path
from course import answers, sheets
answers.append(item="classic-cipher", kind="choice", answer=0, score=1)
answers.append(item={item!r}, kind="choice", answer=0, score=None, mode="graded",
               path=sheets.answers_file({folder!r}))
"""


def rights(path):
    return oct(path.stat().st_mode & 0o777)


def test_rights():
    """The student's folder, her file, the sheet's file; the copy on the exchange,
    which the lecturer must read?
    """
    with (
        school(COURSE) as meeting,
        Person("sf-rights-lect") as lecturer,
        Person("sf-rights-ali") as ali,
    ):
        for person in (lecturer, ali):
            person.home.chmod(0o755)  # as many systems make homes
        meeting.enrol(lecturer, ali)
        place, _ = meeting.begun_by(lecturer)
        lecturer.course("class", "release", NAME, "--in", str(place))
        assert rights(place) == "0o700", (
            "keys, marks, pages for marking, reports and the gradebook lie below"
        )

        sheet = meeting.fetch(ali, NAME, cwd=ali.home)
        from course.classroom.cycle.folder import Folder

        item = Folder(place).assignment(NAME).questions[0]["id"]
        ali._run([ali.python, "-c", ANSWER.format(item=item, folder=str(sheet))], None, ok=True)
        own = ali.home / "steel-frame"
        assert rights(own) == "0o700"
        assert rights(own / "answers.jsonl") == rights(sheet / "answers.jsonl") == "0o600"

        meeting.submit(ali, NAME, cwd=ali.home)
        (handed_in,) = meeting.inbound.glob("*/answers.jsonl")
        assert rights(handed_in) == "0o644", (
            "nbgrader opens what is handed in, or the lecturer could not read it"
        )
        inbound = rights(meeting.inbound)
        assert inbound == "0o733", "nobody but the lecturer may list it"
        assert "1 submission" in lecturer.course("class", "collect", NAME, "--in", str(place))
        assert "1 of 1 submission" in lecturer.course("class", "grade", NAME, "--in", str(place))
