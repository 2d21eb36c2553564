"""The reform designer: which tensions a set of levers meets in a sector, what must be there first,
what to watch.

Pure, over tables. course/hosts/browser/designer.js holds `outcome` and `compact` once more, for the
page; a test compares every setting. Nothing is added up: the text gives no weights, so a total
would be an invention.
"""

from collections.abc import Collection, Iterator
from functools import cache
from itertools import chain, combinations

from course import paper
from course.capstone.tables import Met, Model, Outcome, Precondition, Setting, Tables, Weighed
from course.errors import CourseError, unknown
from course.items.kinds import Item
from course.record import data

__all__ = [
    "GROUPS",
    "MODELS",
    "MOST",
    "SECTORS",
    "compact",
    "every_outcome",
    "item",
    "outcome",
    "tables",
]

MOST = 4  # levers at a time: more, and no student can argue the bargain

SECTORS: dict[str, str] = dict(
    zip(
        paper.SECTORS,
        ("Security", "Justice", "Health", "Schooling", "Municipal services", "Tax"),
        strict=True,
    )
)

GROUPS = {
    "How the work is done": ("contract_out", "kpi", "customer_choice"),
    "Who commands": ("empower_managers", "loosen_hierarchy", "politicise"),
    "Who serves": ("fixed_term", "lateral_entry", "remove_tenure"),
    "Who has a say": ("devolve", "include_stakeholders", "share_sovereignty"),
}

# model -> its name, the chapter that plays it
MODELS = {
    "M2": ("Delegation, expertise and tenure", "07"),
    "M3": ("What is counted and what is not", "02"),
    "M4": ("The proper scope of government", "02"),
    "M5": ("The implementation chain", "01"),
    "M6": ("Patrols, alarms and corruption", "07"),
    "M7": ("The contest for rents", "06"),
    "M8": ("Merit, loyalty and selection", "06"),
    "M9": ("Willing partners", "03"),
    "M10": ("Veto players", "03"),
    "M11": ("Brokers in a network", "03"),
    "M12": ("One rule or local variety", "01"),
}


def _tensions() -> dict[str, Weighed]:
    found: dict[str, Weighed] = {}
    for lever in chain.from_iterable(GROUPS.values()):
        for name in paper.tensions(lever=lever):
            row = paper.tension(name)
            found[name] = {
                "lever": row["lever"],
                "trigger": row["trigger"],
                "consequence": row["consequence"],
                "mitigation": row["mitigation"],
                "basis": row["basis"],
                "claims": list(row["claims"]),
                "why": row["by_sector"],
                "sectors": {sector: row["sectors"][sector] for sector in SECTORS},
            }
    return found


def _preconditions() -> dict[str, Precondition]:
    return {
        row["precondition"]: {
            "name": row["name"],
            "basis": row["basis"],
            "claims": row["claims"].split(";"),
            "needed_by": row["needed_by"].split(";"),
        }
        for row in data.rows("preconditions")
    }


def _models() -> dict[str, Model]:
    found: dict[str, Model] = {
        model: {"name": name, "chapter": chapter, "why": {}}
        for model, (name, chapter) in MODELS.items()
    }
    for row in data.rows("lever-models"):
        found[row["model"]]["why"][row["lever"]] = row["why"]
    return found


@cache
def tables() -> Tables:
    """All that the designer knows. Read it; do not change it.
    Levers stand in the order of GROUPS.
    """
    names = paper.levers()
    tensions, preconditions = _tensions(), _preconditions()
    cited = {
        c for rows in (tensions, preconditions) for row in rows.values() for c in row["claims"]
    }
    return {
        "most": MOST,
        "sectors": SECTORS,
        "groups": [(title, list(levers)) for title, levers in GROUPS.items()],
        "levers": {lever: names[lever] for lever in chain.from_iterable(GROUPS.values())},
        "tensions": tensions,
        "preconditions": preconditions,
        "models": _models(),
        "claims": {
            key: row["paraphrase"] for key, row in paper.all_claims().items() if key in cited
        },
    }


def item() -> Item:
    """What the student answers: a design and the argument for it."""
    known = tables()
    return {
        "id": "reform-design",
        "kind": "design",
        "sectors": list(known["sectors"]),
        "levers": list(known["levers"]),
        "most": MOST,
        "claims": ["WF-06", "WF-29", "WF-30"],
    }


def _check(levers: Collection[str], sector: str, held: Collection[str]) -> None:
    """Raise CourseError for a name that is not there, or a lever too many."""
    if sector not in SECTORS:
        raise unknown("sector", sector, SECTORS)
    for kind, place, names in (
        ("lever", "levers", levers),
        ("precondition", "preconditions", held),
    ):
        for name in names:
            if name not in tables()[place]:
                raise unknown(kind, name, tables()[place])
    if len(levers) > MOST:
        raise CourseError(
            f"{len(levers)} levers are too many to argue for at once; take at most {MOST}."
        )


def _met(lever: str, sector: str) -> list[tuple[str, Met]]:
    """[(force, tension)] of one lever in one sector: what the text states of it first,
    then what it states at all.
    """
    found: list[tuple[str, Met]] = []
    for name, row in tables()["tensions"].items():
        if row["lever"] == lever:
            force, here = row["sectors"][sector]
            found.append((force, {"tension": name, "basis": row["basis"], "here": here}))
    return sorted(
        found, key=lambda pair: (pair[1]["here"] != "stated", pair[1]["basis"] != "stated")
    )


def outcome(levers: Collection[str], sector: str, held: Collection[str] = ()) -> Outcome:
    """What a set of at most four levers meets in a sector, where the preconditions named in `held`
    hold.

    Raises CourseError for a name that is not there or a fifth lever.
    """
    known, chosen = tables(), set(levers)
    _check(chosen, sector, held)
    met: dict[str, dict[str, list[Met]]] = {"bites": {}, "weak": {}, "silent": {}}
    for lever in filter(chosen.__contains__, known["levers"]):
        for force, entry in _met(lever, sector):
            met[force].setdefault(lever, []).append(entry)
    ordered = [lever for lever in known["levers"] if lever in chosen]
    return {
        "sector": sector,
        "levers": ordered,
        "bites": met["bites"],
        "weak": met["weak"],
        "silent": met["silent"],
        "missing": [
            name
            for name, row in known["preconditions"].items()
            if name not in held and chosen.intersection(row["needed_by"])
        ],
        "models": {
            model: [lever for lever in ordered if lever in row["why"]]
            for model, row in known["models"].items()
            if chosen.intersection(row["why"])
        },
    }


def compact(found: Outcome) -> str:
    """An outcome in one line of ids; s or o after a tension:
    stated by the text or our judgement, here last.
    """

    def letters(entry: Met) -> str:
        return "".join("s" if entry[key] == "stated" else "o" for key in ("basis", "here"))

    def told(by_lever: dict[str, list[Met]]) -> str:
        return " ".join(
            f"{lever}:" + ",".join(f"{entry['tension']}{letters(entry)}" for entry in entries)
            for lever, entries in by_lever.items()
        )

    models = " ".join(f"{model}:{','.join(levers)}" for model, levers in found["models"].items())
    parts = [
        *(told(found[force]) for force in ("bites", "weak", "silent")),
        " ".join(found["missing"]),
        models,
    ]
    return " | ".join(parts)


def every_outcome() -> Iterator[Setting]:
    """Every setting of the designer, 793 sets of levers in six sectors, as {sector, levers,
    outcome (compact)}.
    """
    levers = list(tables()["levers"])
    for sector in SECTORS:
        for count in range(1, MOST + 1):
            for chosen in combinations(levers, count):
                yield {
                    "sector": sector,
                    "levers": list(chosen),
                    "outcome": compact(outcome(chosen, sector)),
                }
