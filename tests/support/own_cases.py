"""A case of one's own, for tests that harm it or read it."""

from course.evidence import cases

__all__ = ["SOUND", "change", "kenya", "says"]

SOUND = {
    "case.csv": "field,value\nname,Kenya\niso3,KEN\n",
    "timeline.csv": "start,end,event,statement,source_1\n1963-12-12,,Independence,Kenya became "
    "independent.,Kenya Independence Act 1963\n",
    "matrix.csv": "dimension,says,source\naccountability,Officials answer to a public service "
    "commission.,Constitution of Kenya 2010\n",
    "indicators.csv": "iso3,year,indicator,value,low,high,source\nKEN,2010,trust,41.5,38,45,A "
    "survey\nKEN,2020,trust,52,49,55,A survey\n",
}


def kenya(place):
    """The folder of a sound case."""
    case = place / "kenya"
    case.mkdir()
    for file, text in SOUND.items():
        (case / file).write_text(text, encoding="utf-8")
    return case


def says(folder):
    return "\n".join(map(str, cases.check(folder)))


def change(file, old, new):
    def harm(folder):
        text = SOUND[file]
        assert old in text
        (folder / file).write_text(text.replace(old, new, 1), encoding="utf-8")

    return harm
