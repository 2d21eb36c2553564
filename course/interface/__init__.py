"""What an interactive says and how it is laid out: the catalogue of sentences,
and the templates.
"""
