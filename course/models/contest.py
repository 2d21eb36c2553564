"""M7, a contest for rents: what rivals spend to win a prize that somebody hands out.

n rivals, n a whole number from 2, each spend x_i >= 0 for a prize worth V > 0 to each: a posting, a
licence, a cadre's monopoly of posts. Spending and prize are in one unit of money. Rival i wins with
chance p_i = x_i^r / sum_j x_j^r, where r > 0 says how decisive spending is: near 0 a lottery,
higher and the big spender nearly always wins (Tullock, "Efficient Rent Seeking", 1980; the name:
Krueger, *AER* 64, 1974). What is spent is spent, won or lost.

Alike, and each choosing best against the others, all spend x* = r (n-1) V / n^2, together r (n-1) V
/ n, and each can expect V (n - r (n-1)) / n^2. This holds for r <= n/(n-1). Beyond it each would
lose by spending x*, so no one level of spending is steady for all: some stay out, or rivals mix.
The formula is refused there, not extended.

Two rivals to whom the prize is worth V1 and V2, with r = 1: x1 = V1^2 V2 / (V1+V2)^2, x2 = V1 V2^2
/ (V1+V2)^2, and the first wins with chance V1 / (V1+V2).

Assumed: all spending is waste; rivals know n, V and r, do not mind risk, move once and at the same
time. Not in it: lobbying that informs, repeated play, deals among rivals, who sets the prize.
Nothing here is estimated on data.
"""

from collections.abc import Sequence
from math import fsum, inf

__all__ = [
    "burnt_share",
    "most_decisive",
    "payoff",
    "spent_by_each",
    "spent_by_unequal",
    "spent_in_all",
    "win_chance_unequal",
    "win_chances",
]


def _positive(name: str, value: float, why: str) -> None:
    if not 0 < value < inf:
        raise ValueError(f"{name} is {why} and must be above 0; {value} is not.")


def _rivals(rivals: int) -> None:
    if not 2 <= rivals < inf or rivals != int(rivals):
        raise ValueError(
            f"rivals counts those who contest the prize and is a whole number from 2; {rivals} "
            "is not."
        )


def _checked(rivals: int, prize: float, decisive: float) -> None:
    _rivals(rivals)
    _positive("prize", prize, "what there is to win")
    _positive("decisive", decisive, "how strongly spending decides")
    if decisive > most_decisive(rivals):
        raise ValueError(
            f"decisive may be at most n/(n-1) = {most_decisive(rivals):.4g} with {rivals} "
            f"rivals; at {decisive} no "
            "level of spending is steady for all of them, so the formula gives no answer."
        )


def most_decisive(rivals: int) -> float:
    """The highest r at which rivals who are alike have one steady level of spending: n/(n-1).
    Source: Tullock (1980).
    """
    _rivals(rivals)
    return rivals / (rivals - 1)


def win_chances(spent: Sequence[float], decisive: float = 1.0) -> list[float]:
    """Each rival's chance of winning, x_i^r / sum x_j^r, from what each spent;
    equal chances if nobody spends.
    """
    _rivals(len(spent))
    _positive("decisive", decisive, "how strongly spending decides")
    if not all(0 <= x < inf for x in spent):
        raise ValueError(
            f"spent holds what each rival spends, none below 0; it holds {min(spent)}."
        )
    most = max(spent)
    if most == 0:
        return [1 / len(spent)] * len(spent)
    weights = [(x / most) ** decisive for x in spent]
    return [weight / fsum(weights) for weight in weights]


def spent_by_each(rivals: int, prize: float = 100.0, decisive: float = 1.0) -> float:
    """What each of the rivals spends, r (n-1) V / n^2; refused for r > n/(n-1). Source:
    Tullock (1980).
    """
    _checked(rivals, prize, decisive)
    return decisive * (rivals - 1) * prize / rivals**2


def spent_in_all(rivals: int, prize: float = 100.0, decisive: float = 1.0) -> float:
    """What all rivals spend together, r (n-1) V / n, never more than the prize;
    refused for r > n/(n-1).
    """
    return rivals * spent_by_each(rivals, prize, decisive)


def burnt_share(rivals: int, decisive: float = 1.0) -> float:
    """The share of the prize that is spent on winning it, 0 to 1: r (n-1) / n,
    whatever the prize.
    """
    return spent_in_all(rivals, 1.0, decisive)


def payoff(rivals: int, prize: float = 100.0, decisive: float = 1.0) -> float:
    """What one rival can expect to keep: an even chance of the prize less what it spends,
    V (n - r (n-1)) / n^2.
    """
    spent = spent_by_each(rivals, prize, decisive)  # first: it refuses what is outside
    return prize / rivals - spent


def spent_by_unequal(first: float, second: float) -> tuple[float, float]:
    """What two rivals spend (r = 1) if the prize is worth `first`
    to one and `second` to the other: a pair.
    """
    _positive("first", first, "what the prize is worth to the first rival")
    _positive("second", second, "what the prize is worth to the second rival")
    return first**2 * second / (first + second) ** 2, first * second**2 / (first + second) ** 2


def win_chance_unequal(first: float, second: float) -> float:
    """The first rival's chance of winning in that contest: V1 / (V1 + V2)."""
    spent_by_unequal(first, second)  # refuses what is not a prize
    return first / (first + second)
