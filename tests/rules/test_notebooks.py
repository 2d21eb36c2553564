"""What holds for every chapter beside its style. Each test names the file and the cure; `course
check --style` does the rest.
"""

import json
import re

from course import _places, lessons, paper
from course.evidence import inquiries
from course.hosts.chapters import METADATA
from course.items import questions, rooms
from tools.checking.measuring import MOST_A_NOTEBOOK, MOST_NOTEBOOKS
from tools.style.chapter import Chapter, chapters

CHAPTERS = chapters()
ROOMS = {
    "predict": [item["id"] for room in rooms.rooms() for item in rooms.predictions(room)],
    "cards": [one["card"] for room in rooms.rooms() for one in room["weighed"]],
}


def raw(chapter):
    return chapter.path.read_text(encoding="utf-8")


def outputs(chapter):
    """(where, one output) of each cell of code."""
    for n, cell in enumerate(json.loads(raw(chapter))["cells"], 1):
        for output in cell.get("outputs", []):
            yield f"{chapter.place}, cell {n}", output


def test_no_widget_state_or_view():
    """Does none hold a saved widget, which would reopen as an error?"""
    faults = [
        f"{one.place}: holds {what}; run `course check --write`"
        for one in CHAPTERS
        for what, there in (
            ("widget state in its metadata", "widgets" in json.loads(raw(one))["metadata"]),
            ("a widget view in an output", "widget-view" in raw(one)),
        )
        if there
    ]
    assert not faults, "\n".join(faults)


def test_the_course_is_small_enough_for_a_thin_line():
    """Is each chapter, with all its interactives in it, at most 400 KB,
    and all together at most 5 MB?
    """
    sizes = {one.place: one.path.stat().st_size for one in CHAPTERS}
    faults = [
        f"{place}: {size // 1000} KB of at most 400; make an output smaller"
        for place, size in sizes.items()
        if size > MOST_A_NOTEBOOK
    ]
    if (all_of_them := sum(sizes.values())) > MOST_NOTEBOOKS:
        faults.append(f"notebooks/: {all_of_them / 1e6:.1f} MB of at most 5; make outputs smaller")
    assert not faults, "\n".join(faults)


def test_every_verb_and_id_exists():
    """Does each call name something that is there?"""
    known = {
        "explore": [*lessons.names("explore"), "timeline"],
        "weigh": lessons.names("weigh"),
        "check": questions.chapters(),
        "predict": [*questions.predictions(), *ROOMS["predict"]],
        "yardstick": ROOMS["cards"],
        "verdict": inquiries.NAMES,
        "reflect": questions.reflections(),
        "accountability": [*paper.states(), "pakistan over classic"],
    }
    faults = [
        f"{one.at(cell)}: {verb} knows {', '.join(known[verb])}, not {name}"
        for one in CHAPTERS
        for cell in one.code
        for verb, name in re.findall(rf"course\.({'|'.join(known)})\(\"([^\"]+)\"\)", cell.source)
        if name not in known[verb]
    ]
    assert not faults, "\n".join(faults)


def test_no_outside_address():
    """Does nothing in any ask another machine?"""
    faults = [
        f"{one.place}: {found!r}; ship what it points to, or cite it in words"
        for one in CHAPTERS
        for found in re.findall(r"https?://|//cdn|src=.http", raw(one))
    ]
    assert not faults, "\n".join(faults)


def test_no_error_and_no_notice_is_stored():
    """Did each stored run end well?"""
    faults = [
        f"{where}: stores an {output['output_type']} or a notice; mend it and run `course "
        "check --write`"
        for one in CHAPTERS
        for where, output in outputs(one)
        if output["output_type"] not in {"execute_result", "display_data"}
        or "cannot be shown" in json.dumps(output)
    ]
    assert not faults, "\n".join(faults)


COVERS = {
    "01-classic-government": ("classic", "CG-"),
    "02-new-public-management": ("npm", "NPM-"),
    "03-governance": ("governance", "GOV-"),
    "04-review-and-synthesis": ("review", "RS-"),
    "05-pakistan-history": ("history", "PKH-"),
    "06-pakistan-diagnosis": ("diagnosis", "PKB-"),
    "07-the-way-forward": ("way", "WF-"),
    "08-the-capable-official": ("official", ("BD-", "SK-", "CON-")),
    "09-capstone": ("capstone", "WF-06"),
}


def covered():
    """(notebook, its chapter of questions, the claims that it is to teach) of each."""
    for stem, (chapter, prefix) in COVERS.items():
        wanted = {claim for claim in paper.claims() if claim.startswith(prefix)}
        yield Chapter(_places.shipped_notebooks() / f"{stem}.ipynb"), chapter, wanted


def test_every_claim_of_the_section_is_taught():
    """Does each claim that a chapter is to teach stand in its prose,
    and each lettered one in a question too?
    """
    faults = []
    for one, chapter, wanted in covered():
        if missing := wanted - set(re.findall(r"#claim-([^)]+)\)", one.prose)):
            faults.append(f"{one.place}: teach {', '.join(sorted(missing))}")
        asked = {
            re.sub(r"(?<=[a-z])\d+$", "", c)
            for q in questions.of_chapter(chapter)
            for c in q["claims"]
        }
        if unasked := {claim for claim in wanted if re.fullmatch(r"[A-Z]+-[a-z]", claim)} - asked:
            faults.append(
                f"datasets/questions/{chapter}.yaml: ask about {', '.join(sorted(unasked))}"
            )
    assert not faults, "\n".join(faults)


def test_the_card_lists_the_objectives():
    """Does each objective stand on its chapter's card, in the same words?"""
    faults = [
        f"{one.place}: the card lacks the objective {word}: {sentence}"
        for one, chapter, _ in covered()
        for word, sentence in questions.objectives(chapter).items()
        if f"- {sentence}" not in one.card.replace("*", "")
    ]
    assert not faults, "\n".join(faults)


def test_it_opens_without_a_kernel():
    """Does each notebook's metadata say to JupyterLab that it
    needs no kernel until a cell is run?
    """
    faults = [
        f"{one.place}: begins a kernel; run `course check --write`"
        for one in CHAPTERS
        if json.loads(raw(one))["metadata"].get("steel_frame") != METADATA["steel_frame"]
    ]
    assert not faults, "\n".join(faults)
    opening = _places.lab_share() / "labextensions" / "steel-frame" / "static" / "opening.js"
    assert METADATA["steel_frame"]["kernel"] in opening.read_text(encoding="utf-8")


def test_every_chapter_ships_in_the_wheel():
    """Does pyproject.toml name each notebook?"""
    toml = (_places.root() / "pyproject.toml").read_text(encoding="utf-8")
    lost = [one.place for one in CHAPTERS if f'"{one.place}" = ' not in toml]
    assert not lost, f"pyproject.toml: add to force-include {', '.join(lost)}"


def test_the_page_of_what_cannot_be_tested_names_them_all():
    """Does each claim without a table stand on the last page of evidence, with its reason?"""
    page = Chapter(_places.shipped_notebooks() / "14-weighing-what-it-is-for.ipynb")
    faults = [
        f"{page.place}: say why {entry['claim']} cannot be tested, as datasets/evidence.yaml does"
        for entry in inquiries.untestable()
        if f"#claim-{entry['claim']})" not in page.prose or entry["why"] not in page.prose
    ]
    assert not faults, "\n".join(faults)


def test_every_card_of_evidence_has_its_page():
    """Is each question weighed in some notebook?"""
    shown = " ".join(cell.source for one in CHAPTERS for cell in one.code)
    lost = [name for name in inquiries.NAMES if f'course.weigh("{name}")' not in shown]
    assert not lost, f"notebooks: no page weighs {', '.join(lost)}; add them to 12, 13 or 14"


def verbs_of(chapter):
    """Each call of a cell of a chapter: (verb, what stands in its brackets)."""
    return [
        call
        for cell in chapter.code
        for call in re.findall(r"course\.(\w+)\(([^)]*)\)", cell.source)
    ]


def test_a_room_asks_before_it_shows():
    """Of each card that a room asks about: a prediction, a yardstick, the card, a verdict, in this
    order? And is all else that it shows a worked card before them?
    """
    for room in rooms.rooms():
        [one] = [c for c in CHAPTERS if c.path.name.startswith(room["title"][:2])]
        wanted = []
        for weighed in room["weighed"]:
            named = f'"{weighed["card"]}"'
            if "country" in weighed:
                named += f', "{weighed["country"]}"'
            item = rooms.named(weighed["card"], weighed.get("country"))
            wanted += [("predict", f'"room-{item}"'), ("yardstick", named)]
            wanted += [("weigh", named), ("verdict", named)]
        told = [call for call in verbs_of(one) if call[0] in {verb for verb, _ in wanted}]
        assert told[1:] == wanted, f"{one.place}: predict, choose, look, write; in this order"
        assert told[0][0] == "weigh", f"{one.place}: the first card is a worked one"


def test_no_room_shows_a_card_that_stands_elsewhere():
    """Does a room go further than the start page and the chapters: another card, or another
    country?
    """
    numbered = [(c.path.name[:2], call) for c in CHAPTERS for call in verbs_of(c)]
    elsewhere = {call for number, call in numbered if call[0] == "weigh" and number < "12"}
    shown = [call for number, call in numbered if call[0] == "weigh" and number >= "12"]
    assert not elsewhere & set(shown)
    assert len(set(shown)) == len(shown)
