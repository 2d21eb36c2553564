"""Would a stranger with the published files get these tables? The recipe,
on ten rows of each source.
"""

import csv
import hashlib
import json
import shutil

import pytest
import recipe

from course import _places
from course.record import data


def _cell(field, row):
    """Any sound cell for a column: the recipe does not care which."""
    constraints = field.get("constraints", {})
    if "enum" in constraints:
        return constraints["enum"][row % len(constraints["enum"])]
    if field["name"] == "iso3":
        return ["PAK", "BGD", "IND", "NPL", "LKA"][row % 5]
    if field["name"] == "grade":
        return ["A: report", "B", "C: verify"][row % 3]
    if field["type"] == "integer":
        return str(constraints.get("minimum", 1) + row)
    return f"{row / 8}" if field["type"] == "number" else f"{field['name']} {row}"


@pytest.fixture
def source(tmp_path):
    """A source folder of ten rows a file, newest first, with a column too many; and a copy of
    datasets/ that expects it.
    """
    folder, made = tmp_path / "source", tmp_path / "datasets"
    folder.mkdir()
    shutil.copytree(_places.datasets(), made)
    package = json.loads((made / "datapackage.json").read_text(encoding="utf-8"))
    for resource in package["resources"]:
        if "recipe" not in resource:
            continue
        fields = resource["schema"]["fields"]
        path = folder / resource["recipe"]["file"]
        with path.open("w", encoding="utf-8", newline="") as handle:
            writer = csv.writer(handle)
            writer.writerow([f.get("code", f["name"]) for f in fields] + ["surplus"])
            writer.writerows([_cell(f, row) for f in fields] + ["x"] for row in reversed(range(10)))
        resource["recipe"]["sha256"] = hashlib.sha256(path.read_bytes()).hexdigest()
    (made / "datapackage.json").write_text(json.dumps(package), encoding="utf-8")
    return folder, made


def read(path):
    return list(csv.DictReader(path.read_text(encoding="utf-8").splitlines()))


def test_the_recipe_writes_every_table(source):
    """Are columns renamed, rows sorted and left out by rule, countries named, hashes renewed?"""
    folder, made = source
    recipe.build(folder, made)
    package = json.loads((made / "datapackage.json").read_text(encoding="utf-8"))
    for resource in package["resources"]:
        raw = (made / resource["path"]).read_bytes()
        assert resource["hash"] == "sha256:" + hashlib.sha256(raw).hexdigest()
        if "recipe" in resource:
            rows = read(made / resource["path"])
            assert list(rows[0]) == [f["name"] for f in resource["schema"]["fields"]]
    assert not any(
        row["grade"].startswith("C") for row in read(made / "indicators" / "pakistan_css_exam.csv")
    )
    # The fixture's Bangladesh lies before 1971.
    assert "BGD" not in {row["iso3"] for row in read(made / "indicators" / "vdem_v13.csv")}
    names = {row["iso3"]: row for row in read(made / "indicators" / "countries.csv")}
    assert names["PAK"]["name"] == "Pakistan"
    assert names["PAK"]["groups"] == "ics;south-asia"


def test_another_version_of_a_source_is_refused(source):
    """Does a file that changed by one byte stop the recipe, with its name?"""
    folder, made = source
    with (folder / "wgi_1996_2023.csv").open("a", encoding="utf-8") as handle:
        handle.write("\n")
    with pytest.raises(SystemExit, match="wgi_1996_2023.csv is another version"):
        recipe.build(folder, made)


def test_a_missing_source_is_a_sentence(source):
    """And one that is not there?"""
    folder, made = source
    (folder / "wdi_1960_2025.csv").unlink()
    with pytest.raises(
        SystemExit, match=r"wdi_1960_2025.csv is not in the source folder; RECIPE.md"
    ):
        recipe.build(folder, made)


def test_recipe_md_names_every_source():
    """Does RECIPE.md say where a stranger gets each file?"""
    text = (_places.datasets() / "RECIPE.md").read_text(encoding="utf-8")
    for name in data.names():
        file = data.passport(name).get("recipe", {}).get("file")
        assert not file or file in text, f"datasets/RECIPE.md: say where {file} comes from"


def test_bangladesh_begins_in_1971():
    """Do the V-Dem tables leave out the years in which Bangladesh repeats Pakistan?"""
    for table in ("vdem-v12", "vdem-v13", "vdem-v15-indices"):
        frame = data.load(table)
        assert frame[frame.iso3 == "BGD"].year.min() >= 1971, (
            f"{table}: leave out Bangladesh before 1971"
        )


def test_the_smaller_survey_is_left_out():
    """Is Pakistan 2009 out of the bureaucracy indicators?"""
    frame = data.load("wwbi")
    assert 2009 not in set(frame[frame.iso3 == "PAK"].year)
    assert set(frame.indicator) == {r["indicator"] for r in data.rows("wwbi-indicators")}
