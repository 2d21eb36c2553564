"""A document in a kernel's hands, without a front end: what a page would say to it,
and what it answers.
"""

from course.hosts.kernel import Hosted

__all__ = ["hear", "hosted"]


def hosted(document):
    """The document alive; what it sends to the page gathers in `.sent`,
    the bytes of the last message in `.buffers`.
    """
    widget = Hosted(document)
    widget.sent, widget.buffers = [], None

    def send(message, buffers=None):
        widget.sent.append(message)
        widget.buffers = buffers

    widget.send = send
    return widget


def hear(widget, **message):
    """What it answers to a message of the page."""
    widget._hear(widget, {"id": "a1", **message}, [])
    return widget.sent[-1]
