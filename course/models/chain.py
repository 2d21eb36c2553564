"""M5, the implementation chain: what survives of a decision on its way down.

Clearances (Pressman and Wildavsky, *Implementation*, 1973): a policy needs n clearances, each given
with chance p, independent of the others. It survives with P = p^n. Persistence (Bowen, *J. Public
Policy* 2, 1982): with k tries at each clearance, P = [1 - (1-p)^k]^n; packed into g bundles that
are each decided once, P = p^g.

Loss of control (Tullock, *The Politics of Bureaucracy*, 1965; Downs, *Inside Bureaucracy*,
1967): N staff with span of control s stand in L = ln N / ln s levels; a share
a of the intent passes each level, so a^L arrives. That a falls with the span as a = exp(-mu s) is
this course's own reduction; it puts the best span at e whatever mu and N, which is a property of
the form chosen, not advice.

All chances and shares run from 0 to 1. Independence is an assumption and a strong one: Alexander
(*J. Public Policy* 9, 1989) shows that the paradox of many clearances depends on it. Nothing here
is estimated on data.
"""

from math import ceil, exp, inf, log

__all__ = [
    "best_span",
    "bundled",
    "first_below",
    "intent_kept",
    "levels",
    "people_at",
    "retained_control",
    "share_passed",
    "survives",
    "whole_levels",
]


def _chance(name: str, value: float) -> None:
    if not 0 <= value <= 1:
        raise ValueError(f"{name} is a chance and lies between 0 and 1; {value} does not.")


def _count(name: str, value: float, why: str) -> None:
    if not 1 <= value < inf or value != int(value):
        raise ValueError(f"{name} counts {why} and is a whole number from 1; {value} is not.")


def survives(n: int, p: float, k: int = 1) -> float:
    """Chance that all n clearances are given, each with chance p at each
    of k independent tries. Source: Bowen (1982).
    """
    _chance("p", p)
    _count("n", n, "clearances")
    _count("k", k, "tries")
    return (1 - (1 - p) ** k) ** n


def bundled(g: int, p: float) -> float:
    """Chance of success when the clearances are packed into g bundles, each decided once.
    Source: Bowen (1982).
    """
    return survives(g, p)


def first_below(p: float, threshold: float = 0.5) -> int | None:
    """The fewest clearances at which p^n falls below the threshold;
    None if it never does (p = 1).
    """
    _chance("p", p)
    _chance("threshold", threshold)
    if p == 1 or threshold == 0:
        return None
    if p == 0 or threshold == 1:
        return 1
    n = max(1, ceil(log(threshold) / log(p)))
    return n if p**n < threshold else n + 1


def levels(staff: int, span: float) -> float:
    """Levels between top and bottom for `staff` people with `span` subordinates a superior:
    ln N / ln s, a real number.
    """
    if staff < 1:
        raise ValueError(f"staff counts people and is at least 1; {staff} is not.")
    if span <= 1:
        raise ValueError(
            f"span is subordinates a superior and exceeds 1; with {span} no pyramid closes."
        )
    return log(staff) / log(span)


def whole_levels(staff: int, span: int) -> int:
    """Levels below the top that `staff` people need if each superior directs `span`:
    the least L with span^L >= staff.
    """
    _count("staff", staff, "people")
    _count("span", span, "subordinates a superior")
    levels(staff, span)  # refuses a span of one
    rungs = 0
    while span**rungs < staff:
        rungs += 1
    return rungs


def people_at(level: int, span: int, staff: int) -> int:
    """People on the level-th rung below the top: span^level, and no more than there are."""
    return min(span**level, staff)


def share_passed(mu: float, span: float) -> float:
    """Share of the intent that one level passes if its loss grows with the span:
    exp(-mu s) (this course's reduction).
    """
    if mu < 0:
        raise ValueError(
            f"mu is the loss a level for each subordinate and cannot be negative; {mu} is."
        )
    return exp(-mu * span)


def intent_kept(a: float, levels: float) -> float:
    """Share of the minister's intent that arrives after `levels` levels,
    each passing the share a. Source: Tullock (1965).
    """
    _chance("a", a)
    if levels < 0:
        raise ValueError(f"levels cannot be negative; {levels} is.")
    return a**levels


def retained_control(mu: float, span: float, staff: int) -> float:
    """exp(-mu s ln N / ln s): share of intent kept when each level's loss
    grows with the span (this course's reduction).
    """
    return intent_kept(share_passed(mu, span), levels(staff, span))


def best_span() -> float:
    """The span that retains most control under a = exp(-mu s): e, about 2.718,
    whatever mu and the staff.
    """
    return exp(1)
