"""What a student may see of an item: stem, options, rubric; no key, no explanation, no misconception."""

from course import scoring

__all__ = ["SHARE", "as_keyed", "public", "sheet_items"]

# Not marked. Answer 0 is a yes; anything else, or nothing, is a no.
SHARE = {
    "id": "share-desk",
    "kind": "choice",
    "points": 0,
    "stem": "May your lecturer's report count your decisions at the Desk? It shows groups of five or more, and no name.",
    "options": [
        {"text": "Yes: copy my decisions into this sheet's answers"},
        {"text": "No: leave them where they are"},
    ],
}


def public(item):
    """The item without its key. Steps of an order are renumbered as shown, since their numbers would be the key."""
    texts = {
        "choice": ("options",),
        "several": ("options",),
        "classify": ("statements",),
        "order": ("steps",),
    }.get(item["kind"], ())
    told = {
        name: item[name]
        for name in ("id", "kind", "stem", "unit", "groups", "words", "rubric")
        if name in item
    }
    for part in texts:
        told[part] = [{"text": one["text"]} for one in item[part]]
    if item["kind"] == "match":
        told["pairs"] = [{"left": pair["left"]} for pair in item["pairs"]]
        told["rights"] = scoring.rights(item)
    if item["kind"] == "order":
        told["steps"] = [told["steps"][step] for step in item["shown"]]
        told["shown"] = list(range(len(item["shown"])))
    if item["kind"] == "essay":
        told["kind"] = "text"
    return told


def as_keyed(item, answer):
    """A sheet's answer in the numbers of the key: only the steps of an order differ."""
    return [item["shown"][step] for step in answer] if item["kind"] == "order" else answer


def sheet_items(assignment):
    """What stands beside the sheet as items.json: {"assignment", "title", "items"}."""
    items = [{**public(item), "points": assignment.points(item["id"])} for item in assignment.items()]
    if assignment.desk:
        items.append(SHARE)
    return {"assignment": assignment.name, "title": assignment.title, "items": items}
