"""Figures: pure functions from numbers to a titled, sourced and described plotly Figure, one file
each.

Nothing is imported here: a server needs only the stills (still.py), and plotly with numpy would
    stay in its memory.
"""
