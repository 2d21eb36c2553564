"""Evidence cards: a question put to the record, one choice, and the verdict over every choice."""

from dataclasses import replace
from functools import cache, partial

from course.charts import compared, record
from course.charts.chart import Axis, Drawn, NoInterval
from course.errors import CourseError
from course.evidence import inquiries
from course.evidence.cards import false, lines
from course.evidence.cards.sentences import finding, interval, number, shown
from course.evidence.dating import dates
from course.evidence.result import read
from course.evidence.weighed import weighed
from course.interface.words import say
from course.lessons.card import Card, first_sentence, lead_of
from course.lessons.controls import Choice
from course.lessons.ours import faced, of_us, signs
from course.lessons.states import Spec
from course.paper import claim
from course.record import data

__all__ = ["SPECS", "card"]

_SHOW = {"record": "the record", "choices": "every admissible choice"}


class _Card:
    """One question: an Inquiry, its words, and the arrays that its states share."""

    def __init__(self, name, country=None):
        self.inquiry, self.words = inquiries.inquiry(name, country), inquiries.words(name)
        self.answer = cache(self._answer)
        self.pictured = cache(self._pictured)
        self.curved = cache(self._curved)
        self.weighed = cache(self._weighed)
        self.told = cache(self._told)

    def _split(self, asked):
        subject = {name: asked[name] for name in self.inquiry.subjects}
        return subject, {name: asked[name] for name in self.inquiry.choices}

    def _answer(self, *subject):
        try:
            return self.inquiry.answer(**dict(subject))
        except CourseError as error:
            return str(error)

    def _pictured(self, *asked):
        try:
            picture = self._dated(self.inquiry.draw(**dict(asked)), dict(asked))
        except CourseError:
            picture = None
        return compared.arrays(picture), compared.axes(picture)

    def _dated(self, picture, asked):
        """The picture with the dates of the series compared, where the claim names a year."""
        contrast = self.inquiry.one(**asked).contrast if self.inquiry.named else None
        return replace(picture, dates=dates(contrast.series)) if contrast else picture

    def _in_words(self, choice):
        return "; ".join(self.inquiry.in_words(choice).values())

    def _ordered(self, answer):
        return sorted(answer.each, key=lambda pair: pair[1].estimate)

    def _curved(self, *subject):
        """The specification curve of a subject: ([(words, estimate, half)], axes)."""
        answer = self.answer(*subject)
        if isinstance(answer, str):
            return [], compared.axes(None)
        curve = [
            (self._in_words(c), r.estimate, r.interval and (r.interval[1] - r.interval[0]) / 2)
            for c, r in self._ordered(answer)
        ]
        return curve, record.curve_axes(curve, self.inquiry.unit, self.inquiry.floor)

    def _record(self, asked):
        try:
            result = self.inquiry.one(**asked)
        except CourseError as error:
            return "In this way the record cannot answer", str(error)
        found = (
            f"The estimate is {number(result.estimate)} {self.inquiry.unit} ({interval(result)})."
        )
        strip = f" {say('lines.strip')}" if self.inquiry.named and result.contrast else ""
        title = finding(self.inquiry, asked, result)
        return title, f"{shown(self.inquiry, asked, result)} {found}{strip}"

    def _choices(self, choice, answer):
        if isinstance(answer, str):
            return "The record cannot answer", answer, None, None
        order = [c for c, _ in self._ordered(answer)]
        place = order.index(choice) if choice in order else None
        readings = [self.inquiry.expects * read(r, self.inquiry.floor) for _, r in answer.each]
        title = (
            f"{readings.count(1)} of {len(readings)} admissible choices read for the claim, "
            f"{readings.count(-1)} against it: "
            f"{answer.result.verdict}"
        )
        low = min(r.estimate for _, r in answer.each)
        high = max(r.estimate for _, r in answer.each)
        here = "cannot be had" if place is None else f"is number {place + 1} from the lowest"
        words = (
            f"Each point is one admissible choice, ordered by its estimate, from {number(low)} "
            f"to {number(high)} {self.inquiry.unit}. "
            f"The star is the course's own choice; the ring is yours, which {here}."
        )
        return title, words, order.index(answer.each[0][0]), place

    def _weighed(self, *subject):
        answer = self.answer(*subject)
        assert not isinstance(answer, str)  # asked only where there is one
        return weighed(self.inquiry, answer)

    def _told(self, *subject):
        """The lines of a subject's verdict: trend, cause, date and the false verdicts to expect."""
        answer, name = self.answer(*subject), self.inquiry.id
        if isinstance(answer, str):
            verdict, date, rate = f"Cannot be tested here. {answer}", "", say("lines.no_verdict")
        else:
            found = self.weighed(*subject)
            verdict, date = lines.trend(answer), lines.when(self.inquiry, found)
            rate = false.expected(answer, found)
        told = {
            say("lines.the_verdict"): verdict,
            say("lines.its_readings"): lines.readings(name, dict(subject).get("country", "PAK")),
            say("lines.its_cause"): lines.cause(name),
        }
        if self.inquiry.named is not None:
            told[say("lines.its_date")] = date
        return told | {say("lines.false_verdicts"): rate}

    def _notes(self, subject):
        return self.told(*subject.items()) | {"What would change it": self.words["would_change"]}

    def _card(self, subject, answer, told):
        """The badge with the clauses after it; what the picture shows; what all choices say."""
        if isinstance(answer, str):
            return faced(self.inquiry, subject) | {"said": answer, "reason": ""}
        seen = faced(self.inquiry, subject, answer, self.weighed(*subject.items()))
        return seen | {"said": first_sentence(told), "reason": f"{answer.result.reason}."}

    def decides(self, **asked):
        """What a setting decides: the verdict of its subject, and how its own choice reads."""
        subject, _ = self._split(asked)
        answer = self.answer(*subject.items())
        if isinstance(answer, str):
            return answer
        try:
            return answer.result.verdict, self.inquiry.one(**asked).verdict
        except CourseError:
            return answer.result.verdict, ""

    def state(self, show, **asked):
        """The state at a setting of the controls."""
        subject, choice = self._split(asked)
        answer = self.answer(*subject.items())
        curve, curve_axes = self.curved(*subject.items())
        if show == "record":
            traces, axes = self.pictured(*asked.items())
            title, description = self._record(asked)
        else:
            title, description, default, place = self._choices(choice, answer)
            traces, axes = record.curve(curve, default, place, self.inquiry.floor), curve_axes
        return {
            "title": title,
            "description": description,
            "traces": self._drawn(traces),
            "layout": axes,
            "notes": self._notes(subject),
            "card": self._card(subject, answer, self._record(asked)[1]),
        }

    @property
    def intervals(self):
        """Whether any figure of the default subject has an interval, or of another's source."""
        answer = self.answer(*self.inquiry.all_subjects()[0].items())
        return self.inquiry.intervals or (
            not isinstance(answer, str) and any(r.interval for _, r in answer.each)
        )

    def _drawn(self, traces):
        """Without intervals no bar is drawn, so none changes."""
        if self.intervals:
            return traces
        return {
            name: {k: v for k, v in trace.items() if k != "error_y.array"}
            for name, trace in traces.items()
        }

    def figure(self, **asked):
        """The chart at a setting, all of it."""
        state = self.state(**asked)
        axes = state["layout"]
        what = self.words["uncertainty"]
        return record.record(
            traces=state["traces"],
            x=Axis(axes["xaxis.title.text"], "", tuple(axes["xaxis.range"])),
            ticks=axes["xaxis.nticks"],
            y=Axis(axes["yaxis.title.text"], "", tuple(axes["yaxis.range"])),
            title=state["title"],
            description=state["description"],
            source=data.source_line(*self.inquiry.tables),
            uncertainty=Drawn(what) if self.intervals else NoInterval(what),
            intervals=self.intervals,
        )

    def before(self):
        """What stands above the chart and is said before any figure: claim, for, against, rule."""
        name = self.inquiry.id
        said = " ".join(
            lines.claimed(name, i, claim(i)["paraphrase"]) for i in self.words["claims"]
        )
        return (
            ("The claim", f"{said} Said by {self.words['who']}."),
            (say("lines.what"), lines.chosen(name)),
            ("What would count for it", self.words["for"]),
            ("What would count against it", self.words["against"]),
            ("How we judge", f"{self.inquiry.rule} {lines.band(name)}"),
        )

    def claim(self):
        """The claim that is weighed, in a line."""
        weighed = self.words["claims"][0]
        return f"{claim(weighed)['paraphrase']} ({weighed})"

    def hint(self):
        """How to use the card; and, of a question about any country, how to ask it of another."""
        told = self.words.get(
            "hint", "Try to overturn it: choose another way to ask, and see how it reads."
        )
        if "country" not in self.inquiry.subjects:
            return told
        return (
            f'{told} Any other country, where the course runs: course.weigh("{self.inquiry.id}", '
            '"KEN").'
        )


def card(name, country=None):
    """The Spec of a question's card, for the five neighbours and, if told,
    another country (iso3).
    """
    it = _Card(name, country)
    asked = {**it.inquiry.subjects, **it.inquiry.choices}
    controls = {
        control: Choice(it.inquiry.labels[control], dict(values.items()))
        for control, values in asked.items()
        if len(values) > 1
    }
    fixed = {control: next(iter(values)) for control, values in asked.items() if len(values) == 1}
    # A claim is about one country, so what else decides comes before another country.
    decisive = dict(sorted(controls.items(), key=lambda one: one[0] == "country"))
    lead = lead_of(decisive, lambda **chosen: it.decides(**fixed, **chosen))
    if lead not in {"", "country"}:
        controls[lead] = of_us(name, lead, controls[lead])
    form = Card(
        claim=it.claim(),
        question=it.words["question"],
        lead=lead,
        every="show",
        beware=tuple(it.words["beware"]),
        choices=tuple(control for control in it.inquiry.choices if control in controls),
        signs=signs(name, [it.answer(*one.items()) for one in it.inquiry.all_subjects()]),
    )
    return Spec(
        id=name,
        card=form,
        controls=controls | {"show": Choice("Show", _SHOW)},
        figure=lambda **chosen: it.figure(**fixed, **chosen),
        state=lambda **chosen: it.state(**fixed, **chosen),
        before=it.before(),
        hint=it.hint(),
        claims=tuple(it.words["claims"]),
    )


# id -> (the verb that shows it, what makes its Spec)
SPECS = {name: ("weigh", partial(card, name)) for name in inquiries.NAMES}
