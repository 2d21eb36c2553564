"""Does a class work: an instructor, three students, real users, a real exchange,
answers given in a browser?
"""

import csv
import json
import shutil
import subprocess
import tempfile
from pathlib import Path
from urllib.parse import quote

import pytest
from answering import Sheet, answer
from chromiums import launched
from classes import right
from people import Person
from schools import school

from course.classroom.cycle import leaks
from course.classroom.cycle.folder import Folder
from course.interactives import MIME
from course.items import answers

NAME = "1-classic-government"
COURSE = "policy-test"
ESSAY = "Files would be read, <script>document.title = 'taken'</script> and pleas would be fewer."


def wrong(item):
    """An answer that earns nothing, of a form that the page can give."""
    match item["kind"]:
        case "choice":
            return next(i for i, option in enumerate(item["options"]) if not option.get("correct"))
        case "several":
            return [i for i, option in enumerate(item["options"]) if not option.get("correct")]
        case "classify":
            return [(group + 1) % len(item["groups"]) for group in right(item)]
        case "match":
            return [(n + 1) % (max(right(item)) + 1) for n in right(item)]
        case "order":
            return right(item)[::-1]
    return item["answer"] + 1000 * item["tolerance"]


@pytest.fixture(scope="module")
def class_of():
    """The instructor, the students, and where they meet."""
    with (
        school(COURSE) as meeting,
        Person("sf-lecturer") as lecturer,
        Person("sf-ali") as ali,
        Person("sf-bina") as bina,
        Person("sf-cem") as cem,
    ):
        meeting.enrol(lecturer, ali, bina, cem)
        yield {"meeting": meeting, "lecturer": lecturer, "ali": ali, "bina": bina, "cem": cem}


@pytest.fixture(scope="module")
def chromium():
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = launched(playwright.chromium)
        yield browser
        browser.close()


class Room:
    """Each student's own JupyterLab, all started at once; each student's own window."""

    def __init__(self, chromium):
        self._chromium, self._servers, self._pages, self._sheets = chromium, {}, {}, {}

    def let_in(self, *people):
        for place, person in enumerate(people):
            self._servers[person] = person.start("--no-browser", "--port", str(8950 + place))

    def sit(self, person, given):
        """The student opens the sheet, the first time, and answers: [(item, answer)]."""
        if person not in self._pages:
            self._pages[person] = self._chromium.new_page(viewport={"width": 1280, "height": 900})
            sheet = Sheet(self._pages[person], person, self._servers[person], NAME)
            sheet.open()
            if sheet.is_empty():
                sheet.run_all()
            self._sheets[person] = sheet
        for item, what in given:
            answer(self._pages[person], item, what)

    def kernels(self, person):
        """How many kernels run at the student's."""
        return self._sheets[person].kernels()

    def shows(self, person, path):
        """A page that the student's server shows of a file in her folder."""
        page = self._chromium.new_page()
        page.goto(self._sheets[person].address(f"files/{quote(path.as_posix())}"))
        return page

    def close(self):
        for page in self._pages.values():
            page.close()
        for server in self._servers.values():
            server.terminate()
            server.wait(timeout=60)


@pytest.fixture(scope="module")
def room(chromium, class_of):
    room = Room(chromium)
    yield room
    room.close()


def published(outbound, place, key):
    """What leaks from the released folder if it is put under git,
    with pages made of its notebooks.
    """
    from nbconvert import HTMLExporter

    shutil.copytree(outbound, place)
    for book in place.glob("*.ipynb"):
        page, _ = HTMLExporter(template_name="basic").from_filename(str(book))
        book.with_suffix(".html").write_text(page, encoding="utf-8")
    git = ["git", "-C", place, "-c", "user.name=t", "-c", "user.email=t@example.org"]
    for step in (["init", "-q"], ["add", "-A"], ["commit", "-qm", f"{key.title}, for students"]):
        subprocess.run([*git, *step], check=True, capture_output=True)
    return leaks.in_files(key, place) + leaks.in_history(key, place)


def as_given_out_before(person):
    """The sheet that this student fetched becomes one of the version whose
    sheets held no documents and started a kernel.
    """
    path = person.home / "steel-frame" / NAME / f"{NAME}.ipynb"
    book = json.loads(path.read_text(encoding="utf-8"))
    held = [output["data"] for cell in book["cells"] for output in cell.get("outputs", [])]
    assert len(held) >= 9, "the sheet was given out without its documents"
    assert all(MIME in data for data in held)
    for cell in book["cells"]:
        if "outputs" in cell:
            cell["outputs"] = []
    book["metadata"].pop("steel_frame")
    path.write_text(json.dumps(book), encoding="utf-8")


def points(folder):
    """{student: {item: points}} and the lines of the table, from what `export marks` wrote."""
    with (folder.path / "exports" / f"{NAME}-marks.csv").open(
        encoding="utf-8-sig", newline=""
    ) as file:
        return {row["student"]: row for row in csv.DictReader(file)}


def test_the_cycle(class_of, room, chromium, tmp_path):
    """Exact scores, though one cell is deleted, one test is tampered with, one file is torn,
    one is late, one came twice?
    """
    meeting, lecturer, ali, bina, cem = class_of.values()
    place, said = meeting.begun_by(lecturer)
    assert "keys of your own" in said
    folder = Folder(place)
    key = folder.assignment(NAME)
    essay = key.tasks[0]
    most = sum(key.points(item["id"]) for item in key.questions)

    assert "on the exchange" in lecturer.course("class", "release", NAME, "--in", str(place))
    outbound = meeting.outbound(NAME)
    assert leaks.in_files(key, outbound) == [], "what students can fetch gives the key away"
    assert {path.name for path in outbound.iterdir()} == {f"{NAME}.ipynb", "items.json"}

    assert published(outbound, tmp_path / "published", key) == [], (
        "a repository or a page of it gives the key away"
    )

    good = [(item, right(item)) for item in key.questions]
    bad = [(item, wrong(item)) for item in key.questions]
    for person in (ali, bina, cem):
        meeting.fetch(person, NAME)
    as_given_out_before(cem)
    room.let_in(ali, bina, cem)
    for person, given in (
        (ali, [*good, (essay, ESSAY)]),
        (bina, [*bad, (essay, "Nothing.")]),
        (cem, good),
    ):
        room.sit(person, given)
    assert [room.kernels(person) for person in (ali, bina, cem)] == [0, 0, 1], (
        "a sheet is answered without a kernel, and one that was given out before with it"
    )

    for person in (ali, bina, cem):
        file = person.home / "steel-frame" / NAME / "answers.jsonl"
        assert file.stat().st_mode & 0o777 == 0o600, (
            "an answer on the student's side is for its owner alone"
        )

    # ali deletes a cell and writes over a test; cem's file loses the end of its last line.
    sheet = ali.home / "steel-frame" / NAME / f"{NAME}.ipynb"
    book = json.loads(sheet.read_text(encoding="utf-8"))
    tests = [cell for cell in book["cells"] if cell["metadata"].get("nbgrader", {}).get("grade")]
    tests[0]["source"] = "while True: pass"
    book["cells"].remove(tests[1] if len(tests) > 1 else book["cells"][-1])
    sheet.write_text(json.dumps(book), encoding="utf-8")
    torn = cem.home / "steel-frame" / NAME / "answers.jsonl"
    lost = answers.read(torn)[-1]["item"]
    torn.write_bytes(torn.read_bytes()[:-20])

    for person in (ali, bina):
        meeting.submit(person, NAME)
    assert "2 submissions" in lecturer.course("class", "collect", NAME, "--in", str(place))
    assert "2 of 2 submissions" in lecturer.course("class", "grade", NAME, "--in", str(place))
    lecturer.course("class", "export", "marks", NAME, "--in", str(place))
    first = points(folder)
    assert [float(first[name]["total"]) for name in ("sf-ali", "sf-bina")] == [most, 0]

    # bina comes again, with one answer mended; the answers are due, and cem is late.
    room.sit(bina, [good[0]])
    meeting.submit(bina, NAME)
    lecturer.nbgrader(
        "db", "assignment", "add", NAME, "--duedate", "2026-01-01 10:00:00 UTC", cwd=place
    )
    meeting.submit(cem, NAME)
    assert "sf-bina handed in again" in lecturer.course(
        "class", "collect", NAME, "--in", str(place)
    )
    told = lecturer.course("class", "grade", NAME, "--in", str(place))
    assert "3 of 3 submissions" in told
    late = told.partition("Late: ")[2].partition(". Whether that costs anything")[0]
    assert "sf-cem" in late
    assert late.endswith(" hours")

    pages = list((place / "marks").glob("*.html"))
    assert len(pages) == 1
    lecturer.course(
        "class",
        "grade",
        NAME,
        "--marks",
        str(marked_blind(chromium, pages[0], tmp_path)),
        "--in",
        str(place),
    )
    lecturer.course("class", "export", "marks", NAME, "--in", str(place))
    final = points(folder)
    one = key.points(good[0][0]["id"])
    assert float(final["sf-ali"]["total"]) == most + 12
    assert float(final["sf-bina"]["total"]) == one
    assert final["sf-bina"][essay["id"]] == "0"
    assert float(final["sf-cem"]["total"]) == most - key.points(lost), (
        "a torn file may cost one item, not more"
    )
    assert float(final["sf-cem"]["hours late"]) > 0
    assert final["sf-ali"]["to be marked by a person"] == ""

    for path in (place / "autograded").glob(f"*/{NAME}/*.ipynb"):
        for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
            for output in cell.get("outputs", []):
                assert output["output_type"] != "error", f"{path.parent.parent.name}: {output}"
                assert output.get("name") != "stderr", (
                    f"a test cell wrote to stderr, which nbgrader marks 0: {output}"
                )

    given_back(lecturer, ali, chromium, folder)
    read_again(bina, room)


def marked_blind(chromium, page_file, tmp_path):
    """The lecturer marks on the page: all there is for the long answer,
    nothing for the other; returns the saved file.
    """
    page = chromium.new_page(viewport={"width": 1280, "height": 900})
    shown = tmp_path / page_file.name
    shutil.copy(page_file, shown)
    page.goto(shown.as_uri())
    for _ in range(2):
        text = page.locator("#answer").inner_text()
        assert all(name not in page.content() for name in ("sf-ali", "sf-bina", "sf-cem")), (
            "a marker must see no name"
        )
        level = 3 if "pleas would be fewer" in text else 0
        for i in range(4):
            page.locator(f"input[name=row{i}]").nth(level).check()
        page.locator("#comment").fill("Say whose pleas.")
        if page.locator("#next").is_enabled():
            page.locator("#next").click()
    assert page.title() != "taken"
    with page.expect_download() as download:
        page.locator("#save").click()
    saved = tmp_path / "marks.json"
    download.value.save_as(saved)
    page.close()
    saved.chmod(0o644)
    tmp_path.chmod(0o755)
    public = Path(tempfile.mkdtemp(prefix="steel-frame-marks-"))
    public.chmod(0o755)
    return Path(shutil.copy(saved, public))


def given_back(lecturer, ali, chromium, folder):
    """Does each student fetch the own page, explained, and no other;
    does nothing in it run or ask another machine?
    """
    assert "3 of 3 pages" in lecturer.course("class", "feedback", NAME, "--in", str(folder.path))
    ali.nbgrader("fetch_feedback", NAME, "--course", COURSE, cwd=ali.home / "steel-frame")
    found = list((ali.home / "steel-frame" / NAME / "feedback").rglob("*.html"))
    assert len(found) == 1
    page = chromium.new_page()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.set_content(found[0].read_text(encoding="utf-8"))
    text = page.locator("body").inner_text()
    title = page.title()
    page.close()
    assert "Say whose pleas." in text
    assert "12 of 12" in text
    assert "document.title = 'taken'" in text
    assert title != "taken"
    assert not [
        word for word in ("Test cell", "In [", "HIDDEN TESTS", "course.ask") if word in text
    ]
    assert asked == []


def read_again(bina, room):
    """Does a link on the page that bina fetched, which her server shows, open the section of the
    chapter on the same server?
    """
    bina.nbgrader("fetch_feedback", NAME, "--course", COURSE, cwd=bina.home / "steel-frame")
    found = sorted((bina.home / "steel-frame" / NAME / "feedback").rglob("*.html"))
    assert found
    page = room.shows(bina, found[-1].relative_to(bina.home / "steel-frame"))
    link = page.locator(".again a").first
    heading = link.inner_text()
    link.click()
    page.wait_for_url("**/steel-frame/01-classic-government.html#*")
    name = page.url.rpartition("#")[2]
    assert page.locator(f"[id='{name}']").inner_text() == heading
    page.close()
