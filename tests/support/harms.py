"""Ways to harm a file of the project: each takes its text and gives it back harmed."""

import base64
import gzip
import json

from course.interactives import MIME

__all__ = [
    "beside_the_first_card",
    "beside_the_first_card_in_other_words",
    "in_notebook",
    "long_cell",
    "packed_anew",
    "stored_figure",
    "stored_word",
    "swap",
    "swollen",
    "two_dollars",
    "unfolded",
]


def swap(old, new):
    def change(text):
        assert old in text, f"the sabotage is out of date: {old!r} is not there"
        return text.replace(old, new, 1)

    return change


def in_notebook(change):
    def edit(text):
        book = json.loads(text)
        change(book)
        return json.dumps(book)

    return edit


def long_cell(book):
    code = next(c for c in book["cells"] if c["cell_type"] == "code")
    code["source"] = [*code["source"], *["\nx = 1"] * 6]


def stored_figure(book):
    for cell in book["cells"]:
        for output in cell.get("outputs", []):
            html = output.get("data", {}).get("text/html")
            if html and "-0.625" in "".join(html):
                output["data"]["text/html"] = "".join(html).replace("-0.625", "-0.125")
                return
    raise AssertionError("the sabotage is out of date: no output shows -0.625")


def stored_word(book):
    """The hash of one document, as if its content had been another's."""
    for cell in book["cells"]:
        for output in cell.get("outputs", []):
            word = "".join(output.get("data", {}).get("text/plain", ""))
            if "explorable" in word and " sha256:" in word:
                head, held = word.split(" sha256:")
                output["data"]["text/plain"] = f"{head} sha256:{held[::-1]}"
                return
    raise AssertionError("the sabotage is out of date: no output tells the hash of an explorable")


def packed_anew(book):
    """Every document packed by other means: other bytes, the same content."""
    for cell in book["cells"]:
        for output in cell.get("outputs", []):
            bundle = output.get("data", {}).get(MIME)
            if bundle:
                text = gzip.decompress(base64.b64decode(bundle["data"]))
                bundle["data"] = base64.b64encode(gzip.compress(text, 1, mtime=1)).decode()


def two_dollars(book):
    prose = next(c for c in book["cells"] if c["cell_type"] == "markdown")
    prose["source"] = [*prose["source"], " A post costs $5 here and $6 there."]


def swollen(book):
    prose = [c for c in book["cells"] if c["cell_type"] == "markdown"][1]
    prose["source"] = [*prose["source"], " It rained." * 700]


def beside_the_first_card(book, said=" The record supports it."):
    cells = book["cells"]
    at = next(n for n, cell in enumerate(cells) if "course.weigh(" in "".join(cell["source"]))
    cells[at + 1]["source"].append(said)


def beside_the_first_card_in_other_words(book):
    beside_the_first_card(book, " These figures prove the text wrong.")


def unfolded(book):
    for cell in book["cells"]:
        cell["metadata"].pop("jupyter", None)
