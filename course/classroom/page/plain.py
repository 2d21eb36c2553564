"""What a step said, in the words of the page: its buttons in place of commands. `answers.jsonl`
keeps its name: a lecturer asks a student for the file that is called so.
"""

import re
from collections.abc import Mapping

from course.interface.words import said_of, say

__all__ = ["plain"]

_COMMAND = re.compile(
    r"(?:run first: |run )?course class (collect|release|grade|feedback|report|export)"
    r"(?: marks)? [\w-]+(?: --again)?"
)
_WORDS = {
    "in submitted/": "class.plain_here",
    "on the exchange": "class.plain_exchange",
    "the exchange": "class.plain_the_exchange",
}


def plain(sentence: str, names: Mapping[str, str]) -> str:
    """A sentence without commands and files. names: {step: what its button is called}."""

    def button(found: re.Match[str]) -> str:
        return say("class.plain_press", step=names[found[1]])

    told = _COMMAND.sub(button, sentence)
    for word, said in said_of(_WORDS).items():
        told = told.replace(word, said)
    return told
