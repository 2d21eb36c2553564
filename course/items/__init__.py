"""What is asked: kinds, one a file. An item is a dict as its YAML file holds it; `kinds.of` says
what may be done with it.
"""
