"""The browser's modules: one file an interactive, and what they share. joining.py and text.py make
one text of them; hosts say where they stand.
"""
