"""Items that each class gets anew: a recipe computes the key from values drawn when the
instructor's folder is made.

In a key: `draw: {by: chain, among: {levels: [4, 5, 6]}, drawn: {levels: 5}}`. The words in braces
of the item's texts are filled with the drawn values and with what the recipe returns; a field that
is nothing but one word in braces becomes the number itself.
"""

import re

from course.classroom.cycle.recipes import RECIPES
from course.errors import CourseError, unknown

__all__ = ["drawn_anew", "filled"]


def _put(value, words):
    if isinstance(value, dict):
        return {key: _put(part, words) for key, part in value.items()}
    if isinstance(value, list):
        return [_put(part, words) for part in value]
    if not isinstance(value, str):
        return value
    whole = re.fullmatch(r"\{(\w+)\}", value)
    if whole:
        return words[whole[1]]
    return re.sub(r"\{(\w+)\}", lambda found: _told(words[found[1]]), value)


def _told(value):
    return f"{value:g}" if isinstance(value, float) else str(value)


def filled(item, where):
    """The item with its drawn values put in. Raises CourseError that
    names file and item if a word is unknown.
    """
    draw = item.get("draw")
    if draw is None:
        return item
    if draw["by"] not in RECIPES:
        raise unknown("recipe", draw["by"], RECIPES)
    try:
        words = {**draw["drawn"], **RECIPES[draw["by"]](**draw["drawn"])}
        return {key: value if key == "draw" else _put(value, words) for key, value in item.items()}
    except (KeyError, TypeError) as error:
        raise CourseError(
            f"{where}, {item['id']}: {error} is no value of the recipe {draw['by']!r}; "
            "course/classroom/cycle/recipes.py says which it takes and gives."
        ) from None


def drawn_anew(content, draw):
    """A copy of a key's content with other values: `draw` is a random.Random.
    What was drawn before is avoided.
    """

    def anew(item):
        if "draw" not in item:
            return item
        among, old = item["draw"]["among"], item["draw"]["drawn"]
        choices = [{}]
        for name, values in among.items():
            choices = [{**choice, name: value} for choice in choices for value in values]
        others = [choice for choice in choices if choice != old] or choices
        return {**item, "draw": {**item["draw"], "drawn": draw.choice(others)}}

    parts = {
        part: [anew(item) for item in content[part]]
        for part in ("questions", "tasks")
        if part in content
    }
    return {**content, **parts}
