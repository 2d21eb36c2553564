"""Which names a student, an assignment or a class may have:
they become names of folders and files. Pure.
"""

import unicodedata

__all__ = ["fault", "few", "shown"]

_MOST = 64  # letters; a system user's name has 32 at most
_BESIDE = frozenset("_.@'- ")  # besides letters and digits of any script


def fault(name):
    """What is wrong with a name, as a clause; None if nothing is."""
    if not name:
        return "a name is empty"
    if len(name) > _MOST or len(name.encode("utf-8", "surrogatepass")) > 3 * _MOST:
        return f"a name has {_MOST} letters at most"
    if unicodedata.category(name[0])[0] not in "LN" and name[0] != "_":
        return "a name begins with a letter or a digit"
    if name[-1] in " .":
        return "a name does not end with a space or a full stop"
    if not all(unicodedata.category(letter)[0] in "LMN" or letter in _BESIDE for letter in name):
        return "a name holds letters, digits, spaces and _ . @ ' - alone"
    return None


def few(names, most=5):
    """The first of many names, for a sentence: there may be thousands."""
    more = f" and {len(names) - most} more" if len(names) > most else ""
    return ", ".join(names[:most]) + more


def shown(name):
    """A stranger's name for a sentence: short, quoted, and what is no letter as an escape."""
    text = ascii(name) if fault(name) else repr(name)
    return text if len(text) <= _MOST else f"{text[:_MOST]}..."
