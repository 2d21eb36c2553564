"""The end of a server: what was still being answered when it was stopped is told to end,
or the process would not.
"""

import asyncio
from typing import TYPE_CHECKING, cast

from tornado.ioloop import IOLoop

if TYPE_CHECKING:
    from tornado.platform.asyncio import BaseAsyncIOLoop

__all__ = ["end_what_runs"]


def end_what_runs():
    """Cancel what the stopped loop left half done, and let it end.

    Jupyter reads files in threads that end with the request that began them. A request cut off by
    the stop never ends, its thread waits for more to do, and Python waits for the thread: Ctrl+C
    would seem to do nothing.
    """
    loop = cast("BaseAsyncIOLoop", IOLoop.current()).asyncio_loop  # tornado has no other kind
    left = asyncio.all_tasks(loop)
    for task in left:
        task.cancel()
    loop.run_until_complete(asyncio.gather(*left, return_exceptions=True))
