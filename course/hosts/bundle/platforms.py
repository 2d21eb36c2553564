"""The machines that a bundle can serve, each with the tags of the wheels that run on it."""

from dataclasses import dataclass, field

from packaging.tags import mac_platforms

from course.errors import unknown

__all__ = ["DEFAULT", "PLATFORMS", "PYTHONS", "Platform", "named"]

PYTHONS = ("3.12", "3.11", "3.13")  # the first is the one that a bundle is made for unless told

# glibc 2.28 is that of 2018 (Debian 10, Ubuntu 18.10, RHEL 8); a newer system takes older wheels as
# well.
_GLIBC = 28
_OLD_NAMES = {17: "manylinux2014", 12: "manylinux2010", 5: "manylinux1"}
_MACOS = (11, 0)  # that of 2020


def _linux(machine):
    for minor in range(_GLIBC, 4, -1):
        yield f"manylinux_2_{minor}_{machine}"
        if minor in _OLD_NAMES:
            yield f"{_OLD_NAMES[minor]}_{machine}"


@dataclass(frozen=True)
class Platform:
    """A kind of machine: its name on the command line, in words, for uv,
    and its wheels' tags, the best first.
    """

    name: str
    words: str
    uv: str
    tags: tuple[str, ...] = field(repr=False)


PLATFORMS = {
    p.name: p
    for p in (
        Platform("windows", "Windows, Intel or AMD", "x86_64-pc-windows-msvc", ("win_amd64",)),
        Platform(
            "macos-arm",
            "macOS, Apple's own chip",
            "aarch64-apple-darwin",
            tuple(mac_platforms(_MACOS, "arm64")),
        ),
        Platform(
            "macos-intel",
            "macOS, Intel",
            "x86_64-apple-darwin",
            tuple(mac_platforms(_MACOS, "x86_64")),
        ),
        Platform(
            "linux", "Linux, Intel or AMD", "x86_64-unknown-linux-gnu", tuple(_linux("x86_64"))
        ),
        Platform("linux-arm", "Linux, Arm", "aarch64-unknown-linux-gnu", tuple(_linux("aarch64"))),
        Platform("windows-arm", "Windows, Arm", "aarch64-pc-windows-msvc", ("win_arm64",)),
    )
}
DEFAULT = ("windows", "macos-arm", "macos-intel", "linux")


def named(names=None):
    """The platforms of these names, in the order of PLATFORMS; the four of DEFAULT if none is
    named.

    Raises CourseError, with the nearest names, for one that does not exist.
    """
    for name in names or ():
        if name not in PLATFORMS:
            raise unknown("platform", name, PLATFORMS)
    wanted = set(names or DEFAULT)
    return [platform for name, platform in PLATFORMS.items() if name in wanted]
