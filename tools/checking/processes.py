"""What a student's processes cost, as Linux counts it: memory shared fairly,
seconds of processor.
"""

import os
from pathlib import Path

__all__ = ["memory", "of", "processor"]

_TICKS = os.sysconf("SC_CLK_TCK") if hasattr(os, "sysconf") else 100


def of(home):
    """Ids of the processes whose home is `home`: a student's server,
    and the kernels that it started.
    """
    wanted, found = f"HOME={home}".encode(), []
    for place in Path("/proc").glob("[0-9]*"):
        try:
            if wanted in (place / "environ").read_bytes().split(b"\0"):
                found.append(int(place.name))
        except OSError:
            continue  # it has ended, or is somebody else's
    return found


def memory(pids):
    """MiB of proportional set size: what several processes share counts once in all."""
    total = 0
    for pid in pids:
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines():
            if line.startswith("Pss:"):
                total += int(line.split()[1])
    return total / 1024


def processor(pids):
    """Seconds of processor that the processes have used, children that have ended included."""
    total = 0
    for pid in pids:
        # After the name, which may hold blanks and brackets: state is field 3, the four times are
        # 14 to 17.
        fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
        total += sum(map(int, fields[11:15]))
    return total / _TICKS
