"""A class whose essays wait, for tests of the lecturer's page; nbgrader is not needed."""

import json

from classes import line, made, right

__all__ = ["HOSTILE", "KEY", "class_with_essays"]

KEY = "the-key"
HOSTILE = "<script>document.title = 'taken'</script><img src=x onerror=alert(1)> {{ 7 * 7 }}"
LONG = "The rule holds. " * 6500  # 100 KB


def class_with_essays(place):
    """(class folder, the first assignment's name, its task): the sheets of three are there, one
    with hostile words, one with an essay of 100 KB, one empty.
    """
    folder = made(place)
    name = folder.names()[0]
    key = folder.assignment(name)
    task = key.tasks[0]["id"]
    given = [line(q["id"], right(q), n, kind=q["kind"]) for n, q in enumerate(key.questions, 1)]
    essays = {"zara": f"{HOSTILE}\nsecond line", "bilal": LONG, "omar": None}
    for student, words in essays.items():
        lines = [] if words is None else [*given, line(task, words, 50, kind="text")]
        for part in ("sheets", "submitted"):
            sheet = folder.place(part, student, name)
            sheet.mkdir(parents=True)
            raw = "".join(json.dumps(one) + "\n" for one in lines)
            (sheet / "answers.jsonl").write_text(raw, encoding="utf-8")
    return folder, name, task
