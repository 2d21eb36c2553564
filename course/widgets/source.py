"""A table's passport, as a student needs it before trusting a number. Plain HTML: it needs no kernel and no script."""

from html import escape

from course import data

__all__ = ["Source"]


def _uncertainty(passport):
    drawn = [
        f"{', '.join(c for c in (i.get('low'), i.get('high'), i.get('se')) if c)} beside {i['estimate']} ({i['level']})"
        for i in passport["intervals"]
    ]
    return (
        ". ".join([*drawn, *filter(None, [passport.get("no_interval", "").rstrip(".")])])
        or "None stated; words, not figures"
    )


def _facts(passport):
    licence = ", ".join(item["title"] for item in passport["licenses"])
    facts = {
        "Published by": passport["publisher"],
        "Edition": passport["vintage"],
        "How it reached us": passport["provenance"],
        "What was checked": passport["checked"],
        "Uncertainty": _uncertainty(passport),
        "Read with care": passport.get("caution", ""),
        "Licence": f"{licence}: {passport['licence_evidence']}",
        "Under a chart it says": data.source_line(passport["name"]) if "source_line" in passport else "",
    }
    if passport["provisional"]:
        facts = {"Provisional": "Do not rest a verdict on this table alone."} | facts
    return {name: said.rstrip(".") + "." for name, said in facts.items() if said}


class Source:
    """What to know before trusting a number of the table `name`. Raises CourseError, naming the nearest, if unknown."""

    def __init__(self, name):
        self.passport = data.passport(name)

    def __repr__(self):
        facts = _facts(self.passport).items()
        return "\n".join([self.passport["title"], *(f"{name}: {said}" for name, said in facts)])

    def _repr_html_(self):
        facts = "".join(
            f"<p><strong>{escape(k)}.</strong> {escape(v)}</p>" for k, v in _facts(self.passport).items()
        )
        fields = self.passport.get("schema", {}).get("fields", [])
        rows = "".join(
            f"<tr><td><code>{escape(f['name'])}</code></td><td>{escape(f['description'])}</td>"
            f"<td>{escape(f.get('unit', ''))}</td></tr>"
            for f in fields
        )
        columns = (
            "<details><summary>Its columns</summary><table><thead><tr><th scope='col'>Column</th>"
            f"<th scope='col'>Meaning</th><th scope='col'>Unit</th></tr></thead><tbody>{rows}</tbody></table></details>"
        )
        return f"<p><strong>{escape(self.passport['title'])}</strong></p>{facts}{columns if rows else ''}"
