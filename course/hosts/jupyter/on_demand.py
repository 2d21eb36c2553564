"""A module that JupyterLab imports as it starts is loaded when it is used.

requests fetches the lists of extensions that a site allows or forbids, if it has such lists. A
student's server has none, and its start took 7 % longer.
"""

import sys
from contextlib import contextmanager
from importlib import import_module
from types import ModuleType

__all__ = ["on_demand"]


class _Later(ModuleType):
    """Stands where a module is imported; the first name that is asked of it loads the real one."""

    def __getattr__(self, name):
        if name.startswith("__"):  # what Python itself asks as it imports
            raise AttributeError(name)
        return getattr(import_module(self.__name__), name)


@contextmanager
def on_demand(name):
    """Whatever imports a module by this name within the block gets it once it is used.

    Afterwards the name is the real module again, for whoever imports it then.
    """
    if name in sys.modules:
        yield
        return
    later = sys.modules[name] = _Later(name)
    try:
        yield
    finally:
        if sys.modules.get(name) is later:
            del sys.modules[name]
