"""What `course doctor` says of a fault, and of what is none."""


def expect(said, code, *words):
    """Is the code there, with its words and a cure, and the exit code 1?"""
    status, out = said()
    lines = [line for line in out.splitlines() if line.startswith(code)]
    assert lines, f"{code} was not found\n{out}"
    for word in (*words, "Cure: "):
        assert any(word in line for line in lines), f"{code} does not say {word!r}\n{out}"
    assert status == 1
    assert "Traceback" not in out


def note(said, code, *words):
    """Is the code there, with its words and a cure, and does it count as no fault?"""
    status, out = said()
    lines = [line for line in out.splitlines() if line.startswith(code)]
    assert len(lines) == 1, out
    for word in (*words, "Cure: "):
        assert word in lines[0]
    assert status == 0, out
