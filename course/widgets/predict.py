"""A prediction: the interactive that it opens stays closed until the student commits."""

from course.interactives.predict import predict
from course.widgets import text
from course.widgets.asking import Asking
from course.widgets.mime import bundle

__all__ = ["Predict"]


class Predict(Asking):
    """Shows one prediction. A commitment appends one line to the answers file and cannot be taken back."""

    _esm = text.module("predict")
    _css = text.style("predict")

    def __init__(self, item):
        self.document = predict(item)
        super().__init__(self.document.content["items"])

    def __repr__(self):
        return f"Predict({self.items[0]['id']!r})"

    def _repr_mimebundle_(self, **_):
        return bundle(self, twin={"prediction": self.items[0]["id"]})
