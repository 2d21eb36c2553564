"""M6, patrols and alarms: who may notice a bribe, and how much of it is taken.

Detection (McCubbins and Schwartz, *AJPS* 28, 1984, for the two kinds of oversight): a patrol looks
at a decision with chance q, 0 to 1. Each of N citizens it touches may raise an alarm, and with
chance v, 0 to 1, the complaint is made and acted on. The bribe is detected with D = 1 -
(1-q)(1-v)^N. Assumed: complaints are true, independent of one another and of the audit.

Taking (Becker and Stigler, *J. Legal Studies* 3, 1974): an official keeps the bribe x in any case
and, if detected, loses w - w0 + f >= 0, his wage above what he would earn elsewhere plus the fine.
He takes it if x > D (w - w0 + f). Wages, fines and bribes are in one unit of money. That bribes are
spread exponentially with mean mu > 0, so that the share who take is exp(-D (w - w0 + f) / mu), is
this course's own reduction, for convenience.

The inspection game (Tsebelis, *APSR* 83, 1989): here an inspector chooses whether to look. A bribe
brings the official g, a sanction s > g takes more away; looking costs the inspector c and a corrupt
act found is worth h > c. Neither can do better by changing if the inspector looks with chance y* =
g/s and the official is corrupt with chance x* = c/h.

Not in it: false or bought complaints, inspectors who can be bribed, users too weak to complain.
Audits cut leakage in Olken's experiment, while villagers' own monitoring did little on the whole
(*JPE* 115, 2007): no reason to set v high. Nothing here is estimated on data.
"""

from bisect import bisect_right
from collections.abc import Sequence
from math import exp, inf
from random import Random

__all__ = [
    "bribe_proof_wage",
    "corrupt_in_game",
    "corrupt_share",
    "detection",
    "drawn_shares",
    "inspection_in_game",
    "matching_alarm",
    "takes",
]


def _chance(name: str, value: float) -> None:
    if not 0 <= value <= 1:
        raise ValueError(f"{name} is a chance and lies between 0 and 1; {value} does not.")


def _positive(name: str, value: float, why: str) -> None:
    if not 0 < value < inf:
        raise ValueError(f"{name} is {why} and must be above 0; {value} is not.")


def _from_zero(name: str, value: float, why: str) -> None:
    if not 0 <= value < inf:
        raise ValueError(f"{name} is {why} and cannot be negative; {value} is.")


def _count(name: str, value: float, why: str, least: int = 0) -> None:
    if not least <= value < inf or value != int(value):
        raise ValueError(f"{name} counts {why} and is a whole number from {least}; {value} is not.")


def detection(audits: float, alarms: float, citizens: int) -> float:
    """D = 1 - (1-q)(1-v)^N: the chance that an audit (q) or one of the citizens' (N) complaints (v
    each) finds it.

    Source: the two detectors of McCubbins and Schwartz (1984); that they are independent is this
        course's reduction.
    """
    _chance("audits", audits)
    _chance("alarms", alarms)
    _count("citizens", citizens, "those who see the decision")
    return 1 - (1 - audits) * (1 - alarms) ** citizens


def matching_alarm(wanted: float, audits: float, citizens: int) -> float:
    """The v at which `citizens` (1 or more) bring detection up to `wanted` beside the audits: 1 -
    ((1-D)/(1-q))^(1/N).

    With no audits left and `wanted` the old audit rate it is 1 - (1-q)^(1/N), the exchange rate of
    patrols for alarms. 0 where the audits alone find that much.
    """
    _chance("wanted", wanted)
    _chance("audits", audits)
    _count("citizens", citizens, "those who see the decision", least=1)
    if audits >= wanted:
        return 0.0
    return 1 - ((1 - wanted) / (1 - audits)) ** (1 / citizens)


def takes(bribe: float, found: float, stake: float) -> bool:
    """Does an official take `bribe`, if it is found with chance `found`
    and then costs `stake`? x > D (w - w0 + f).
    """
    _from_zero("bribe", bribe, "what he is offered")
    _chance("found", found)
    _from_zero("stake", stake, "what he loses if found out")
    return bribe > found * stake


def corrupt_share(found: float, stake: float, mean_bribe: float) -> float:
    """The share who take a bribe, exp(-D (w - w0 + f) / mu),
    with bribes spread exponentially (this course's reduction).
    """
    _chance("found", found)
    _from_zero("stake", stake, "what he loses if found out")
    _positive("mean_bribe", mean_bribe, "the average bribe on offer")
    return exp(-found * stake / mean_bribe)


def drawn_shares(
    found: Sequence[float], stake: float, mean_bribe: float, *, officials: int = 200, seed: int = 1
) -> list[float]:
    """The corrupt share among `officials` drawn at random, at each chance in the list `found`.

    Each is offered one bribe, spread exponentially around `mean_bribe`, and meets every chance with
    that same offer. One seed always gives one draw: this is what `corrupt_share` looks like in an
    office of that size.
    """
    _count("officials", officials, "those who are drawn", least=1)
    _positive("mean_bribe", mean_bribe, "the average bribe on offer")
    rng = Random(seed)  # noqa: S311 a draw to learn from, not a secret
    bribes = sorted(rng.expovariate(1 / mean_bribe) for _ in range(officials))
    _from_zero("stake", stake, "what he loses if found out")
    for chance in found:
        _chance("found", chance)
    return [(officials - bisect_right(bribes, chance * stake)) / officials for chance in found]


def bribe_proof_wage(bribe: float, found: float, outside: float, fine: float) -> float:
    """The lowest wage at which an official refuses `bribe`: w0 - f + x/D. Source: Becker and
    Stigler (1974).

    Refused at a detection of 0: no wage deters what is never found.
    """
    _from_zero("bribe", bribe, "what he is offered")
    _from_zero("outside", outside, "the wage he could earn elsewhere")
    _from_zero("fine", fine, "what he pays if found out")
    _chance("found", found)
    if found == 0:
        raise ValueError("found must be above 0: no wage deters what is never found.")
    return outside - fine + bribe / found


def inspection_in_game(gain: float, sanction: float) -> float:
    """How often the inspector looks where neither side gains by changing: y* = g/s,
    with s > g > 0. Source: Tsebelis (1989).
    """
    _positive("gain", gain, "what a bribe brings")
    if not gain < sanction < inf:
        raise ValueError(
            f"sanction must exceed the gain {gain}, or being caught costs nothing; {sanction} "
            "does not."
        )
    return gain / sanction


def corrupt_in_game(cost: float, value: float) -> float:
    """How often the official is corrupt where neither side gains by changing: x* = c/h, with h > c
    > 0. Source: Tsebelis (1989).

    The sanction is not in it: a harsher one makes inspectors look less, and leaves corruption where
        it was.
    """
    _positive("cost", cost, "what it costs to look")
    if not cost < value < inf:
        raise ValueError(
            f"value must exceed the cost of looking {cost}, or nobody looks; {value} does not."
        )
    return cost / value
