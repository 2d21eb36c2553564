"""`course doctor`: what is well and what is not, each fault with a stable code,
one sentence and its cure.
"""

from course.hosts.doctor import extension, files, kernel, software
from course.hosts.doctor.finding import CODES, NOTES, Finding

__all__ = ["CODES", "Finding", "doctor", "findings"]

CHECKS = (
    software.python,
    software.packages,
    software.front_ends,
    software.switched_off,
    software.own_part,
    extension.server_part,
    extension.copies,
    software.foreign_kernel,
    files.tables,
    files.folder,
    files.chapters,
    files.answers,
    files.runtime,
    kernel.starts,
)


def findings():
    """Run every check; yields Findings. A check that fails itself is a Finding too."""
    for check in CHECKS:
        try:
            yield from check()
        except Exception as error:  # noqa: BLE001 a doctor must not fall ill
            yield Finding(
                "SF99",
                f"The check {check.__name__!r} itself failed: {error!r}.",
                "report this line to those who gave you the course.",
            )


def doctor():
    """Print what every check found; returns 1 if there is a fault, else 0."""
    found = list(findings())
    print(*found, sep="\n")
    faults = [f for f in found if f.code and f.code not in NOTES]
    print(f"{len(faults)} fault{'s' * (len(faults) != 1)} found." if faults else "All is well.")
    return int(bool(faults))
