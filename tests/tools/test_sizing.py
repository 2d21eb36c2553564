"""Does the table of how large a hub must be follow from what was measured?"""

from tools import sizing

MEASURED = """# Measured

the largest 90 KB; all of them 3.1 MB of at most 5 MB.

## A student on a hub

| served, and done | kernels | memory | of it the server | to start | to the last interactive |
|---|---|---|---|---|---|
| JupyterLab as it comes: one figure | 1 | 300 MiB | 200 MiB | 4.6 s | 9.6 s |
| the course: two chapters | 0 | 128 MiB | 128 MiB | 1.9 s | 3.0 s |
| the course as pages: two chapters | 0 | 100 MiB | 100 MiB | 1.8 s | 2.3 s |

## A room

| the course: something else | 0 | 1 MiB | 1 MiB | 1 s | 1 s |
"""


def test_the_arithmetic_is_that_of_a_calculator(monkeypatch):
    """Of made-up measures that can be reckoned by hand?"""
    files = {
        "MEASURED.md": MEASURED,
        "deploy/z2jh-values.yaml": sizing._text("deploy/z2jh-values.yaml"),
    }
    monkeypatch.setattr(sizing, "_text", files.__getitem__)
    said, table = sizing.load().split("\n\n")
    for figure in ("takes 128 MiB, or 100 MiB", "some 100 MiB", "3.0 s"):
        assert figure in said
    rows = [
        [cell.strip() for cell in line.strip("|").split("|")] for line in table.splitlines()[2:]
    ]
    assert [row[1:] for row in rows] == [
        ["100", "300", "2,000"],
        ["25", "75", "500"],
        ["15 GiB", "45 GiB", "299 GiB"],  # n (128 + 100/4) MiB
        ["29 GiB", "88 GiB", "586 GiB"],  # n 300 MiB
        ["3", "7", "43"],  # n / 47, rounded up
        ["1.0", "3.0", "20"],  # n 3 s in 300 s
        ["100 GiB", "1,000 GiB", "10,000 GiB"],
    ]
    assert "3.1 MB" in rows[-1][0]
