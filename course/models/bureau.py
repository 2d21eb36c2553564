"""M1, the budget-maximising bureau: too big, too fat, or both.

A sponsor (the finance ministry, for the public) values output Q at B(Q) = aQ - bQ^2 in all; making
it costs C(Q) = cQ + dQ^2. Only the bureau knows the cost, has no rival, and makes an offer to be
taken or left, so it can claim all of B (Niskanen, *Bureaucracy and Representative Government*,
1971).

    efficient, where B - C is greatest:      Qe = (a-c) / (2(b+d))
    budget-constrained, where B = C:         Qb = (a-c) / (b+d), always 2 Qe
    demand-constrained, where B is greatest: Qd = a / (2b)
    Niskanen's bureau, after the largest budget: QN = min(Qb, Qd); Qd binds exactly if a(b-d) > 2bc

Migue and Belanger (*Public Choice* 17, 1974) let a bureau like output and slack, the part of the
budget that cost does not need. With U = Q^alpha (B-C)^(1-alpha), a form of this course's choosing,

    Q = (a-c) / ((b+d)(2-alpha)),   slack = (a-c)^2 (1-alpha) / ((b+d)(2-alpha)^2).

alpha = 0 gives Qe and takes the whole surplus as slack; alpha = 1 gives Qb without slack, even
where Niskanen's bureau
would stop at Qd: the two want different things, output and budget. Whatever alpha, the sponsor
keeps nothing of the surplus S = B(Qe) - C(Qe): a share (alpha / (2-alpha))^2 is lost to size, the
rest to slack.

Ranges: a > c >= 0, b > 0, d >= 0, alpha 0 to 1; output from 0. Not in it: a sponsor who asks about
cost or sets the agenda, rival bureaus, officials who want other things (Dunleavy, *Democracy,
Bureaucracy and Public Choice*, 1991). Nothing here is estimated on data.
"""

from math import inf

__all__ = [
    "budget_constrained",
    "cost",
    "demand_constrained",
    "efficient",
    "lost_to_size",
    "niskanen",
    "output",
    "slack",
    "valuation",
]


def _need(name: str, ok: bool, rule: str, value: float) -> None:
    if not ok:
        raise ValueError(f"{name} {rule}; {value} does not.")


def _valued(a: float, b: float) -> None:
    _need("a", 0 < a < inf, "is what the first unit is worth and must lie above 0", a)
    _need("b", 0 < b < inf, "is how fast worth fades and must lie above 0", b)


def _costed(c: float, d: float) -> None:
    _need("c", 0 <= c < inf, "is what the first unit costs and must be 0 or more", c)
    _need("d", 0 <= d < inf, "is how fast cost climbs and must be 0 or more", d)


def _checked(a: float, b: float, c: float, d: float) -> None:
    _valued(a, b)
    _costed(c, d)
    _need("a", a > c, f"must exceed c = {c}, or nothing is worth making", a)


def _mixed(alpha: float) -> None:
    _need(
        "alpha",
        0 <= alpha <= 1,
        "is the bureau's liking for output over slack and must lie in 0 to 1",
        alpha,
    )


def valuation(q: float, a: float = 10.0, b: float = 0.5) -> float:
    """B(Q): what output q is worth to the sponsor in all. It falls beyond Qd."""
    _valued(a, b)
    _need("q", 0 <= q < inf, "is an output and must be 0 or more", q)
    return a * q - b * q**2


def cost(q: float, c: float = 2.0, d: float = 0.5) -> float:
    """C(Q): what output q costs in all."""
    _costed(c, d)
    _need("q", 0 <= q < inf, "is an output and must be 0 or more", q)
    return c * q + d * q**2


def efficient(a: float = 10.0, b: float = 0.5, c: float = 2.0, d: float = 0.5) -> float:
    """Qe: the output at which worth exceeds cost by most."""
    return budget_constrained(a, b, c, d) / 2


def budget_constrained(a: float = 10.0, b: float = 0.5, c: float = 2.0, d: float = 0.5) -> float:
    """Qb: the output whose cost eats all that it is worth."""
    _checked(a, b, c, d)
    return (a - c) / (b + d)


def demand_constrained(a: float = 10.0, b: float = 0.5) -> float:
    """Qd: the output beyond which more is worth less than nothing to the sponsor."""
    _valued(a, b)
    return a / (2 * b)


def niskanen(a: float = 10.0, b: float = 0.5, c: float = 2.0, d: float = 0.5) -> float:
    """QN: the output of a bureau that wants the largest budget it can cover. Niskanen (1971)."""
    return min(budget_constrained(a, b, c, d), demand_constrained(a, b))


def output(alpha: float, a: float = 10.0, b: float = 0.5, c: float = 2.0, d: float = 0.5) -> float:
    """Q of a bureau that likes output (alpha 1), slack (alpha 0) or some of both.
    After Migue and Belanger (1974).
    """
    _mixed(alpha)
    return budget_constrained(a, b, c, d) / (2 - alpha)


def slack(alpha: float, a: float = 10.0, b: float = 0.5, c: float = 2.0, d: float = 0.5) -> float:
    """What that bureau keeps of its budget beyond what the output costs.
    After Migue and Belanger (1974).
    """
    _mixed(alpha)
    _checked(a, b, c, d)
    return (a - c) ** 2 * (1 - alpha) / ((b + d) * (2 - alpha) ** 2)


def lost_to_size(alpha: float) -> float:
    """The share of the surplus that goes into units worth less than they cost;
    the rest is slack. The sponsor has none.
    """
    _mixed(alpha)
    return (alpha / (2 - alpha)) ** 2
