"""M11, a policy network: who stands between citizens and the decision, and what is left when one of
them goes.

A graph is {actor: contacts}; a tie joins two actors, works both ways, and all ties are alike. With
sigma_st the number of shortest paths from s to t, and sigma_st(v) those of them that pass through
v:

- betweenness (Freeman, *Sociometry* 40, 1977; each pair counted once), by Brandes' algorithm (*J.
    Mathematical
  Sociology* 25, 2001): C(v) = sum of sigma_st(v) / sigma_st over the pairs that do not include v;
- the share of v in the paths from sources S to one target t: the mean of sigma_st(v) / sigma_st
    over S, with nothing
  from a source that cannot reach t, or that is v;
- constraint (Burt, *Structural Holes*, 1992): c_i = sum over the contacts j of (p_ij + sum_q p_iq
    p_qj)^2, with p_ij
  one over the number of i's contacts. It is small where i's contacts are many and strangers to one
  another.

The course's own step: three invented arrangements of the same actors (minister, ministry, officer;
in each ward a member of the assembly, a contractor, citizens' groups), after Provan and Kenis
(*JPART* 18, 2008). Extra ties go by lot, each missing pair as likely as any other; the minister
gains none, since access to the top stays scarce.

Not in it: strong and weak ties, and what passes along them. To stand between others is an
    opportunity, not its use.
"""

import random
from collections.abc import Collection, Iterable, Mapping
from itertools import combinations
from math import fsum
from typing import NamedTuple, TypeAlias

__all__ = [
    "Network", "Tie", "arrangement", "betweenness", "broker_between", "carried", "components",
    "constraint",
    "distances", "graph", "lots", "mean_path", "share", "with_ties", "without",
]  # fmt: skip

Tie: TypeAlias = tuple[str, str]
Network: TypeAlias = Mapping[str, tuple[str, ...]]  # actor -> contacts


class _Search(NamedTuple):
    """What a search from one actor finds: actors in order of distance, distances, numbers of
    shortest paths, and who stands one step nearer.
    """

    order: list[str]
    far: dict[str, int]
    ways: dict[str, int]
    nearer: dict[str, list[str]]


def graph(ties: Iterable[Tie], actors: Iterable[str] = ()) -> Network:
    """{actor: contacts} from ties, each a pair of actors; `actors` adds those who may have none."""
    ties = list(ties)
    return with_ties(dict.fromkeys([*actors, *(actor for tie in ties for actor in tie)], ()), ties)


def _member(network: Network, actor: str) -> None:
    if actor not in network:
        raise ValueError(
            f"{actor!r} is no actor of this network; it has {', '.join(map(str, network))}."
        )


def _whole(name: str, value: float, least: int, most: int) -> None:
    if not least <= value <= most or value != int(value):
        raise ValueError(f"{name} is a whole number from {least} to {most}; {value} is not.")


def without(network: Network, actor: str) -> Network:
    """The network after an actor and all its ties have gone."""
    _member(network, actor)
    left = {a: contacts for a, contacts in network.items() if a != actor}
    return left | {a: tuple(c for c in left[a] if c != actor) for a in network[actor]}


def lots(network: Network, seed: int, closed: Collection[str] = ()) -> list[Tie]:
    """The ties that are missing, in the order in which they are drawn;
    none to the actors in `closed`.
    """
    able = [actor for actor in network if actor not in closed]
    missing = [(a, b) for a, b in combinations(able, 2) if b not in network[a]]
    random.Random(seed).shuffle(missing)  # noqa: S311 a draw for teaching, the same at each seed
    return missing


def with_ties(network: Network, ties: Iterable[Tie]) -> Network:
    """The network with these ties too."""
    more = dict(network)
    for a, b in ties:
        _member(network, a)
        _member(network, b)
        if a == b or b in more[a]:
            raise ValueError(
                f"A new tie joins two actors that have none; {a!r} and {b!r} are no such two."
            )
        more |= {a: (*more[a], b), b: (*more[b], a)}
    return more


def _search(network: Network, start: str) -> _Search:
    """Breadth first."""
    found = _Search([start], {start: 0}, {start: 1}, {start: []})
    order, far, count, nearer = found
    for at in order:
        step, ways = far[at] + 1, count[at]
        for contact in network[at]:
            if contact not in far:
                order.append(contact)
                far[contact], count[contact], nearer[contact] = step, 0, []
            if far[contact] == step:
                count[contact] += ways
                nearer[contact].append(at)
    return found


def _passing(
    network: Network, start: str, sources: Collection[str]
) -> tuple[dict[str, float], dict[str, int]]:
    """Brandes' accumulation: ({actor: paths from sources to start that pass through it},
    distances); each source counts 1.
    """
    order, far, count, nearer = _search(network, start)
    passing = dict.fromkeys(order, 0.0)
    for at in reversed(order):
        for_each = (passing[at] + (at in sources)) / count[at]
        for step in nearer[at]:
            passing[step] += count[step] * for_each
    del passing[start]
    return passing, far


def distances(network: Network, start: str) -> dict[str, int]:
    """Ties on the shortest path from `start` to each actor that it reaches, itself included."""
    _member(network, start)
    return _search(network, start).far


def components(network: Network) -> list[set[str]]:
    """The pieces that the network falls into, each a set of actors."""
    pieces: list[set[str]] = []
    seen: set[str] = set()
    for actor in network:
        if actor not in seen:
            pieces.append(set(distances(network, actor)))
            seen |= pieces[-1]
    return pieces


def mean_path(network: Network) -> float:
    """Mean length of the shortest paths between the pairs that have one."""
    lengths = [d for actor in network for d in distances(network, actor).values() if d]
    if not lengths:
        raise ValueError("A mean path needs at least one tie; this network has none.")
    return sum(lengths) / len(lengths)


def betweenness(network: Network) -> dict[str, float]:
    """{actor: betweenness}, each pair counted once. Source: Freeman (1977), by Brandes (2001)."""
    total = dict.fromkeys(network, 0.0)
    for start in network:
        for actor, passing in _passing(network, start, network)[0].items():
            total[actor] += passing / 2
    return total


def carried(
    network: Network, sources: Iterable[str], target: str
) -> tuple[dict[str, float], float, float | None]:
    """({actor: its share of the paths from sources to target}, share of sources heard,
    their mean path or None).
    """
    sources = set(sources)
    if not sources or target in sources:
        raise ValueError(
            "sources lists who would reach the target: at least one, and not the target."
        )
    for actor in (*sources, target):
        _member(network, actor)
    passing, far = _passing(network, target, sources)
    lengths = [far[source] for source in sources if source in far]
    shares = {actor: passing.get(actor, 0.0) / len(sources) for actor in network if actor != target}
    return shares, len(lengths) / len(sources), sum(lengths) / len(lengths) if lengths else None


def constraint(network: Network, actor: str) -> float:
    """Burt's constraint with equal ties, over the actor's own contacts;
    1/contacts if none of them is tied to another.
    """
    _member(network, actor)
    contacts = network[actor]
    if not contacts:
        raise ValueError(
            f"Constraint asks how far contacts know one another; {actor!r} has no contact."
        )
    own = 1 / len(contacts)
    return fsum(
        (own + fsum(own / len(network[q]) for q in contacts if q in network[j])) ** 2
        for j in contacts
    )


def arrangement(name: str, wards: int = 3, groups: int = 3) -> Network:
    """The "tree", the "star" or the "mesh" on the same 3 + wards (2 + groups) actors: "member 1",
    "group 1.1" and so on.

    tree: groups reach their member, members the minister, who commands ministry, officer and
    contractors. star: groups are customers of their contractor, and contractors answer to the
    ministry. mesh: the groups of a ward know one another, one of each ward the officer and one the
    contractor; in ward 1 one knows the member.
    """
    _whole("wards", wards, 1, 6)
    _whole("groups", groups, 2, 6)
    ties: list[Tie] = [("minister", "ministry"), ("ministry", "officer")]
    for ward in range(1, wards + 1):
        member, contractor = f"member {ward}", f"contractor {ward}"
        local = [f"group {ward}.{i}" for i in range(1, groups + 1)]
        ties.append(("minister", member))
        if name == "tree":
            ties += [("officer", contractor), *((group, member) for group in local)]
        elif name == "star":
            ties += [("ministry", contractor), *((group, contractor) for group in local)]
        elif name == "mesh":
            ties += [("officer", contractor), ("officer", local[0]), (contractor, local[-1])]
            ties += combinations(local, 2)
            ties += [(local[1], member)] if ward == 1 else [(f"group {ward - 1}.1", local[0])]
        else:
            raise ValueError(f'name is "tree", "star" or "mesh"; {name!r} is not.')
    return graph(ties)


def share(name: str, actor: str, extra: int = 0, draws: int = 40) -> float:
    """The actor's share of the groups' paths to the minister, `extra` ties added;
    the mean over seeds 0 to draws - 1.
    """
    _whole("draws", draws, 1, 10_000)
    network = arrangement(name)
    _member(network, actor)
    groups, total = [a for a in network if a.startswith("group")], 0.0
    for seed in range(int(draws)):
        ties = lots(network, seed, closed=("minister",))
        _whole("extra", extra, 0, len(ties))
        total += carried(with_ties(network, ties[: int(extra)]), groups, "minister")[0].get(
            actor, 0.0
        )
    return total / draws


def broker_between(size: int) -> float:
    """Betweenness of one who knows a single member in each of two circles
    of `size` that all know one another: size^2.
    """
    _whole("size", size, 1, 20)
    circles = [[f"{side}{i}" for i in range(size)] for side in "ab"]
    ties = [tie for circle in circles for tie in combinations(circle, 2)]
    return betweenness(graph([*ties, *(("broker", circle[0]) for circle in circles)]))["broker"]
