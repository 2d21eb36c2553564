"""Rebuild the tables of datasets/indicators from the published figures.

usage: uv run --group recipe python datasets/recipe.py SOURCE

SOURCE is a folder with the files named in TABLES, as described in RECIPE.md. Each is checked against its sha256
before it is read. The recipe selects, renames, sorts and rounds; it computes no figure. Last, it refreshes the
sizes and hashes in datapackage.json.
"""

import hashlib
import json
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent

# table -> (source file, sha256 of it, columns kept and their names here, sort order)
TABLES = {
    "indicators/wgi.csv": (
        "wgi_1996_2023.csv",
        "b2577f6ecc0467ea699344bbe18e4987315801922184fba182c73c62756a0021",
        {
            "iso3": "iso3",
            "year": "year",
            "indicator": "indicator",
            "estimate": "estimate",
            "se": "se",
            "nsource": "sources",
            "pctrank": "rank",
            "pctranklower": "rank_low",
            "pctrankupper": "rank_high",
        },
        ["indicator", "iso3", "year"],
    ),
    "indicators/vdem_v15.csv": (
        "vdem_v15_1990_2024.csv",
        "5dcff4e471eee86bea1625a6acc81dffe17bf1dfbe11eda46e76456916152e55",
        {
            "iso3": "iso3",
            "year": "year",
            "v2stcritrecadm": "merit",
            "v2clrspct": "impartiality",
            "v2x_corr": "political_corruption",
            "v2x_pubcorr": "public_sector_corruption",
            "v2x_execorr": "executive_corruption",
            "v2exbribe": "executive_bribery",
            "v2x_rule": "rule_of_law",
            "v2x_cspart": "civil_society_participation",
            "v2cseeorgs": "civil_society_entry",
            "v2csreprss": "civil_society_repression",
            "v2dlengage": "engaged_society",
            "v2xlg_legcon": "legislative_constraints",
            "v2juhcind": "high_court_independence",
            "v2peasjpol": "state_jobs_by_politics",
            "v2peasjsoecon": "state_jobs_by_class",
            "v2x_civlib": "civil_liberties",
        },
        ["iso3", "year"],
    ),
}

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
}


def read_checked(path, sha256):
    """The table at `path`; stops with a sentence if it is not the file this recipe was written for."""
    if not path.is_file():
        sys.exit(f"{path.name} is not in the source folder; RECIPE.md says where to get it.")
    found = hashlib.sha256(path.read_bytes()).hexdigest()
    if found != sha256:
        sys.exit(
            f"{path.name} is another version than the recipe was written for (sha256 {found[:12]}...); see RECIPE.md."
        )
    import pandas as pd

    return pd.read_csv(path)


def country_names(codes):
    import pandas as pd
    import pycountry

    def name(code):
        found = pycountry.countries.get(alpha_3=code)
        return getattr(found, "common_name", found.name) if found else NOT_ISO[code]

    return pd.DataFrame({"iso3": codes, "name": [name(c) for c in codes]})


def write(table, name):
    table.to_csv(HERE / name, index=False, lineterminator="\n")


def check_questions(package):
    """Stop with a sentence if a file of questions breaks its schema: only a valid one is given a hash."""
    from course import questions
    from course.errors import CourseError

    for resource in package["resources"]:
        if resource["name"].startswith("questions-"):
            text = (HERE / resource["path"]).read_text(encoding="utf-8")
            try:
                questions.validate(resource["name"].removeprefix("questions-"), text)
            except CourseError as error:
                sys.exit(str(error))


def refresh_hashes():
    """Write size and sha256 of every resource's file into datapackage.json."""
    path = HERE / "datapackage.json"
    package = json.loads(path.read_text(encoding="utf-8"))
    check_questions(package)
    for resource in package["resources"]:
        raw = (HERE / resource["path"]).read_bytes()
        resource["bytes"], resource["hash"] = len(raw), "sha256:" + hashlib.sha256(raw).hexdigest()
    path.write_text(json.dumps(package, indent=2, ensure_ascii=False) + "\n", encoding="utf-8", newline="\n")


def main(source):
    codes = set()
    for name, (file, sha256, columns, order) in TABLES.items():
        table = read_checked(source / file, sha256)
        table = table[list(columns)].rename(columns=columns)
        write(table.sort_values(order), name)
        codes |= set(table["iso3"])
    write(country_names(sorted(codes)), "indicators/countries.csv")
    refresh_hashes()


if __name__ == "__main__":
    if sys.argv[1:] == ["--hashes"]:
        refresh_hashes()
    elif len(sys.argv) == 2:
        main(Path(sys.argv[1]))
    else:
        sys.exit(__doc__)
