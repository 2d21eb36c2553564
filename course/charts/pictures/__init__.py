"""Pictures made of signs: a scene is bands, one above the other; a band becomes marks at a width,
marks become SVG.

One file a kind of band. Each stands in Python, for paper, and in hosts/browser/pictures/, where a
scene moves with its controls; a test compares the marks of both. All lengths are pixels, so that
words keep their size on a phone.
"""
