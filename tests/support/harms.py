"""Ways to harm a file of the project: each takes its text and gives it back harmed."""

import json

import yaml

__all__ = ["in_notebook", "keys_first", "long_cell", "stored_figure", "swap", "unfolded"]


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


def keys_first(text):
    content = yaml.safe_load(text)
    for item in content["questions"]:
        if item["kind"] == "choice":
            item["options"].sort(key=lambda option: not option.get("correct"))
    return yaml.safe_dump(content, allow_unicode=True, sort_keys=False)


def unfolded(book):
    for cell in book["cells"]:
        cell["metadata"].pop("jupyter", None)
