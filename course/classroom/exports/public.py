"""What a student may see of an item: stem, options, rubric; no key, no explanation,
no misconception.
"""

from course.items import kinds

__all__ = ["SHARE", "public", "sheet_items"]

# Not marked. Answer 0 is a yes; anything else, or nothing, is a no.
SHARE = {
    "id": "share-desk",
    "kind": "choice",
    "points": 0,
    "stem": "May your lecturer's report count your decisions at the Desk? It shows groups of five "
    "or "
    "more, and no name.",
    "options": [
        {"text": "Yes: copy my decisions into this sheet's answers"},
        {"text": "No: leave them where they are"},
    ],
}


def public(item):
    """The item without its key: what its kind says that a student may see, and nothing else."""
    return {**{name: item[name] for name in ("id", "kind", "stem")}, **kinds.of(item).public()}


def sheet_items(assignment):
    """What stands beside the sheet as items.json: {"assignment", "title", "items"}."""
    items = [
        {**public(item), "points": assignment.points(item["id"])} for item in assignment.items()
    ]
    if assignment.desk:
        items.append(SHARE)
    return {"assignment": assignment.name, "title": assignment.title, "items": items}
