"""Rebuild the tables of datasets/indicators from the published figures.

usage: uv run --group recipe python datasets/recipe.py SOURCE    write every table anew
       python datasets/recipe.py --hashes                        renew sizes and hashes after an
       edit

SOURCE is a folder with the files that RECIPE.md describes. What is done with each stands in
datapackage.json, beside
the table it makes: the file and its sha256, the source's name of each column, the rows left out and
why. The recipe selects, renames and sorts; it computes no figure.
"""

import codecs
import hashlib
import json
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent

# Codes that the sources use and ISO 3166 does not have.
NOT_ISO = {
    "ADO": "Andorra",
    "DDR": "German Democratic Republic",
    "YMD": "South Yemen",
    "YUG": "Yugoslavia",
    "KSV": "Kosovo",
    "XKX": "Kosovo",
    "ROM": "Romania",
    "ZAR": "DR Congo",
    "TMP": "Timor-Leste",
    "WBG": "West Bank and Gaza",
    "ANT": "Netherlands Antilles",
    "PSG": "Gaza",
    "SML": "Somaliland",
    "ZZB": "Zanzibar",
    "JEY": "Jersey",
    "PSB": "Palestine under the British mandate",
    "VDR": "Republic of Vietnam",
}

# The eight members of SAARC; and the states whose services descend from the Indian Civil Service
# (Burma, governed with India until 1937, is left out).
GROUPS = {
    "south-asia": {"AFG", "BGD", "BTN", "IND", "LKA", "MDV", "NPL", "PAK"},
    "ics": {"BGD", "IND", "PAK"},
}


def read_checked(path, sha256):
    """The table at `path`, every cell as text; stops with a sentence if it
    is not the file the recipe was written for.
    """
    import pandas as pd

    if not path.is_file():
        sys.exit(f"{path.name} is not in the source folder; RECIPE.md says where to get it.")
    found = hashlib.sha256(path.read_bytes()).hexdigest()
    if found != sha256:
        sys.exit(
            f"{path.name} is another version than the recipe was written for (sha256 "
            f"{found[:12]}...); see RECIPE.md."
        )
    return pd.read_csv(path, dtype=str, keep_default_na=False)


def _matches(cell, wanted):
    if isinstance(wanted, str):
        return cell == wanted
    return int(cell) < wanted["below"] if "below" in wanted else wanted["has"] in cell


def is_left_out(row, rule):
    """Does `rule` leave this row out? Each cell it names must match: a value, one `below` a number,
    or one that `has` a word.
    """
    return all(_matches(row[column], wanted) for column, wanted in rule["where"].items())


def number(cell, kind):
    """A cell as the table holds it: an integer without a decimal point,
    everything else as the source wrote it.
    """
    return str(int(float(cell))) if kind == "integer" and cell else cell


def sorted_by(table, resource):
    fields = {field["name"]: field["type"] for field in resource["schema"]["fields"]}
    key = resource["schema"]["primaryKey"]
    key = [key] if isinstance(key, str) else key
    return table.sort_values(
        key, key=lambda c: c.astype(float) if fields[c.name] == "integer" else c
    )


def make(resource, source):
    """The table of one resource, from the source file that its recipe names."""
    recipe, fields = resource["recipe"], resource["schema"]["fields"]
    table = read_checked(source / recipe["file"], recipe["sha256"])
    rules = recipe.get("leave_out", [])
    table = table[
        [not any(is_left_out(row, rule) for rule in rules) for row in table.to_dict("records")]
    ]
    for column, cells in recipe.get("cells", {}).items():
        table[column] = table[column].replace(cells)
    columns = {field.get("code", field["name"]): field["name"] for field in fields}
    table = table[list(columns)].rename(columns=columns)
    for field in fields:
        table[field["name"]] = [number(cell, field["type"]) for cell in table[field["name"]]]
    return sorted_by(table, resource)


def countries(codes):
    """Name and groups of each code, as the table countries holds them."""
    import pandas as pd
    import pycountry

    def name(code):
        found = pycountry.countries.get(alpha_3=code)
        if found:
            return getattr(found, "common_name", found.name)
        if code not in NOT_ISO:
            sys.exit(f"{code} is no ISO 3166 code; name it in NOT_ISO in recipe.py.")
        return NOT_ISO[code]

    groups = [
        ";".join(sorted(g for g, members in GROUPS.items() if code in members)) for code in codes
    ]
    return pd.DataFrame({"iso3": codes, "name": [name(c) for c in codes], "groups": groups})


def _plain(latex):
    """Words without BibTeX's braces and escapes."""
    import latexcodec  # noqa: F401 registers the codec; pybtex brings it

    return codecs.decode(latex, "ulatex").replace("{", "").replace("}", "").replace("--", "-")


def _people(persons):
    names = [
        _plain(
            " ".join(
                p.first_names + p.middle_names + p.prelast_names + p.last_names + p.lineage_names
            )
        )
        for p in persons
    ]
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def _citation(entry):
    """A work as one line: who (year). Title. Where it stands."""
    fields = {name: _plain(value) for name, value in entry.fields.items()}
    editors = entry.persons.get("editor", [])
    editors = f"{_people(editors)} ({'eds' if len(editors) > 1 else 'ed.'})" if editors else ""
    who = _people(entry.persons.get("author", [])) or editors
    within = fields.get("journal") or fields.get("booktitle")
    volume = fields.get("volume", "") + (f"({fields['number']})" if "number" in fields else "")
    place = ": ".join(fields[f] for f in ("address", "publisher", "institution") if f in fields)
    where = ", ".join(
        filter(
            None,
            [
                f"In {editors}, {within}"
                if within and editors and "author" in entry.persons
                else within,
                volume if "journal" in fields else "",
                fields.get("pages", ""),
                "" if "journal" in fields else place,
            ],
        )
    )
    title = fields["title"] + ("" if fields["title"].endswith(("?", "!")) else ".")
    return f"{who} ({fields.get('year', 'no year')}). {title}{f' {where}.' if where else ''}"


def citations(folder):
    """Each work of references.bib as one line to print, with what is known of it."""
    import pandas as pd
    from pybtex.database import parse_file

    works = parse_file(str(folder / "paper" / "references.bib"), bib_format="bibtex").entries
    columns = {"status": "status", "printed": "note", "remark": "annote"}
    return pd.DataFrame(
        [
            {"key": key, "cited_as": _citation(works[key])}
            | {name: _plain(works[key].fields.get(field, "")) for name, field in columns.items()}
            for key in sorted(works)
        ]
    )


def check_questions(package, folder):
    """Stop with a sentence if a file of questions breaks its schema:
    only a valid one is given a hash.
    """
    from course import capstone
    from course.errors import CourseError
    from course.evidence import inquiries
    from course.hosts import slides
    from course.items import questions, rooms, situations

    alone = {
        "accountability": check_map,
        "bank": questions.validate_bank,
        "desk": situations.validate,
        "evidence": inquiries.validate,
        "memo": capstone.validate,
        "rooms": rooms.validate,
    }
    for resource in package["resources"]:
        name, text = resource["name"], (folder / resource["path"]).read_text(encoding="utf-8")
        kind, _, chapter = name.partition("-")
        try:
            if kind == "questions":
                questions.validate(chapter, text)
            elif kind == "slides":
                slides.validate(chapter, text)
            elif name in alone:
                alone[name](text)
        except CourseError as error:
            sys.exit(str(error))


def check_map(text):
    """Raise a CourseError if the map of who answers to whom breaks its schema,
    or names what is not there.
    """
    from course.charts.signs import names
    from course.errors import CourseError
    from course.evidence import cases
    from course.items import questions
    from course.record import data

    where = "datasets/accountability.yaml"
    told = data.parsed(text, where)
    questions.against("accountability.json", where, told)
    actors = {one["id"]: one["sign"] for one in told["actors"]}
    if unknown := set(actors.values()) - set(names()):
        raise CourseError(f"{where}: there is no sign {min(unknown)}.")
    for place, fault in cases.faults_of(told, actors, own=False):
        raise CourseError(f"{where}, {place}: {fault}")


def read_package(folder):
    return json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))


def renew(package, folder, ending):
    """Write size and sha256 of the resources whose path ends like this into datapackage.json."""
    for resource in package["resources"]:
        if resource["path"].endswith(ending):
            raw = (folder / resource["path"]).read_bytes()
            resource["bytes"], resource["hash"] = (
                len(raw),
                "sha256:" + hashlib.sha256(raw).hexdigest(),
            )
    text = json.dumps(package, indent=2, ensure_ascii=False) + "\n"
    (folder / "datapackage.json").write_text(text, encoding="utf-8", newline="\n")


def publish_kinds(folder):
    """Write into schemas/question.json what each kind of item
    says of itself (course/items/kinds).
    """
    from course.items import questions

    path = folder / "schemas" / "question.json"
    made = questions.published(json.loads(path.read_text(encoding="utf-8")))
    path.write_text(
        json.dumps(made, indent=2, ensure_ascii=False) + "\n", encoding="utf-8", newline="\n"
    )


def refresh_hashes(folder=HERE):
    """Renew every size and hash: the tables' first, for the questions
    are checked against claims that may be new.
    """
    publish_kinds(folder)
    package = read_package(folder)
    renew(package, folder, ".csv")
    check_questions(package, folder)
    renew(package, folder, "")


def write(table, path):
    path.parent.mkdir(exist_ok=True)
    table.to_csv(path, index=False, lineterminator="\n")


def build(source, folder=HERE):
    """Write every table that has a recipe, and those made from them, into `folder`."""
    codes = set()
    for resource in read_package(folder)["resources"]:
        if "recipe" in resource:
            table = make(resource, source)
            write(table, folder / resource["path"])
            codes |= set(table.get("iso3", []))
    write(countries(sorted(codes)), folder / "indicators" / "countries.csv")
    write(citations(folder), folder / "paper" / "references.csv")
    refresh_hashes(folder)


if __name__ == "__main__":
    if sys.argv[1:] == ["--hashes"]:
        refresh_hashes()
    elif len(sys.argv) == 2:
        build(Path(sys.argv[1]))
    else:
        sys.exit(__doc__)
