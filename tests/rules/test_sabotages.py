"""Can each harm of tests/support/sabotages.py still be done?"""

from sabotages import SABOTAGES

from course import _places


def test_each_harm_can_be_done():
    """Does each change what it harms, now that the code has moved on, and is its test there?"""
    root = _places.root()
    faults = []
    for what, (file, harm, selection, _) in SABOTAGES.items():
        text = (root / file).read_text(encoding="utf-8")
        try:
            same = harm(text) == text
        except AssertionError as error:
            faults.append(f"{what}: {error}")
        else:
            faults += [f"{what}: nothing of {file} is changed"] if same else []
        tests = [name.partition("::")[0] for name in selection if name.startswith("tests/")]
        faults += [f"{what}: {name} is not there" for name in tests if not (root / name).exists()]
    assert not faults, "bring tests/support/sabotages.py up to date:\n" + "\n".join(faults)
