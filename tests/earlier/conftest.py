"""Notebooks that an earlier version saved are read by tests, and not run."""

collect_ignore_glob = ["*.ipynb"]
