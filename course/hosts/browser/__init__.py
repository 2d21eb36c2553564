"""The browser's modules: one file an interactive, and what they share. text.py joins them; hosts say where they stand."""
