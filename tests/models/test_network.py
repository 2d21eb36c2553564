"""M11: do betweenness, constraint and the three arrangements say what an independent count says?"""

from collections import Counter
from importlib.util import find_spec
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.sparse.csgraph import connected_components, shortest_path

from course.models import network as m11

ARRANGEMENTS = ("tree", "star", "mesh")


@st.composite
def networks(draw, most=7):
    """Any graph on 2 to `most` actors, in one piece or not."""
    actors = range(draw(st.integers(2, most)))
    pairs = list(combinations(actors, 2))
    return m11.graph(draw(st.lists(st.sampled_from(pairs), unique=True)), actors)


def groups_of(network):
    return [actor for actor in network if actor.startswith("group")]


def star(n):
    return m11.graph([("hub", i) for i in range(n - 1)])


def complete(n):
    return m11.graph(combinations(range(n), 2))


def shortest_paths(network, start, end):
    """Every shortest path, by trying all: grow each path by a tie until some arrive."""
    paths = [[start]]
    while paths:
        arrived = [path for path in paths if path[-1] == end]
        if arrived:
            return arrived
        paths = [[*path, c] for path in paths for c in network[path[-1]] if c not in path]
    return []


def by_hand(network):
    total = dict.fromkeys(network, 0.0)
    for start, end in combinations(network, 2):
        paths = shortest_paths(network, start, end)
        for actor, times in Counter(actor for path in paths for actor in path[1:-1]).items():
            total[actor] += times / len(paths)
    return total


def by_networkx(network):
    import networkx as nx

    return nx.betweenness_centrality(nx.Graph(network), normalized=False)


ORACLES = [by_hand, by_networkx] if find_spec("networkx") else [by_hand]


def matrix(network):
    at = {actor: i for i, actor in enumerate(network)}
    ties = np.zeros((len(network), len(network)))
    for actor, contacts in network.items():
        ties[at[actor], [at[c] for c in contacts]] = 1
    return ties


@pytest.mark.parametrize("n", [3, 4, 8, 40])
def test_star(n):
    """Has the hub (n-1)(n-2)/2 and constraint 1/(n-1), and a leaf 0 and 1?"""
    found = m11.betweenness(star(n))
    assert found["hub"] == pytest.approx((n - 1) * (n - 2) / 2)
    assert found[0] == 0
    assert m11.constraint(star(n), "hub") == pytest.approx(1 / (n - 1))
    assert m11.constraint(star(n), 0) == pytest.approx(1)


def test_path_and_complete_graph():
    """Has node j of a path j(n-1-j), and everyone 0 where all know all?"""
    n = 9
    found = m11.betweenness(m11.graph((i, i + 1) for i in range(n - 1)))
    assert found == {j: pytest.approx(j * (n - 1 - j)) for j in range(n)}
    assert set(m11.betweenness(complete(6)).values()) == {0}
    assert m11.constraint(complete(6), 0) == pytest.approx(5 * (1 / 5 + 4 / 25) ** 2)


@pytest.mark.parametrize("size", [1, 2, 6, 10])
def test_broker_between_two_circles(size):
    """Has the broker m^2, and are there two pieces without it?"""
    assert m11.broker_between(size) == pytest.approx(size**2)
    circles = [[f"{side}{i}" for i in range(size)] for side in "ab"]
    ties = [tie for circle in circles for tie in combinations(circle, 2)]
    whole = m11.graph([*ties, ("broker", "a0"), ("broker", "b0")])
    assert len(m11.components(whole)) == 1
    assert m11.components(m11.without(whole, "broker")) == [set(circle) for circle in circles]


@pytest.mark.parametrize("oracle", ORACLES)
@given(network=networks())
def test_betweenness_agrees_with_every_path_tried(network, oracle):
    """Does Brandes' algorithm give what trying all paths gives,
    and networkx where it is installed?
    """
    assert m11.betweenness(network) == pytest.approx(oracle(network))


@given(networks(most=9))
def test_what_paths_cost_is_what_brokers_carry(network):
    """Is the sum of betweenness the sum of d - 1 over connected pairs, with scipy's distances?"""
    far = shortest_path(matrix(network), unweighted=True)
    between = [d - 1 for d in far[np.triu_indices(len(network), 1)] if np.isfinite(d)]
    assert sum(m11.betweenness(network).values()) == pytest.approx(sum(between))
    assert len(m11.components(network)) == connected_components(matrix(network))[0]
    if between:
        assert m11.mean_path(network) == pytest.approx(np.mean(between) + 1)


@given(networks(most=9))
def test_constraint_agrees_with_the_matrix(network):
    """Do Burt's proportions as a matrix give the same, never below 1/contacts,
    and that just without ties among them?
    """
    ties = matrix(network)
    share = ties / np.maximum(ties.sum(axis=1, keepdims=True), 1)
    oracle = (np.square(share + share @ share) * ties).sum(axis=1)
    for i, (actor, contacts) in enumerate(network.items()):
        if contacts:
            found = m11.constraint(network, actor)
            assert found == pytest.approx(oracle[i])
            closed = any(b in network[a] for a, b in combinations(contacts, 2))
            assert (found > 1 / len(contacts) + 1e-12) == closed


@given(networks(), st.data())
def test_carried_agrees_with_every_path_tried(network, data):
    """Are shares to one target what trying all paths gives?"""
    actors = list(network)
    target = data.draw(st.sampled_from(actors))
    others = [actor for actor in actors if actor != target]
    sources = data.draw(st.lists(st.sampled_from(others), min_size=1, unique=True))
    shares, heard, length = m11.carried(network, sources, target)
    paths = {source: shortest_paths(network, source, target) for source in sources}
    for actor in others:
        through = [
            sum(actor in p[1:-1] for p in found) / max(len(found), 1) for found in paths.values()
        ]
        assert shares[actor] == pytest.approx(sum(through) / len(sources))
    lengths = [len(found[0]) - 1 for found in paths.values() if found]
    assert heard == len(lengths) / len(sources)
    assert length == (pytest.approx(sum(lengths) / len(lengths)) if lengths else None)
    assert sum(shares.values()) == pytest.approx(sum(d - 1 for d in lengths) / len(sources))


@given(st.sampled_from(ARRANGEMENTS), st.integers(0, 60), st.integers(0, 9))
def test_extra_ties_only_shorten(name, extra, seed):
    """Do more ties include the fewer, leave no one further off, spare the minister,
    and come the same again?
    """
    network = m11.arrangement(name)
    ties = m11.lots(network, seed, closed=("minister",))
    assert ties == m11.lots(network, seed, closed=("minister",))
    fewer, more = (m11.with_ties(network, ties[:n]) for n in (extra, extra + 5))
    assert matrix(more).sum() == matrix(network).sum() + 2 * (extra + 5)
    assert (matrix(more) >= matrix(fewer)).all()
    assert more["minister"] == network["minister"]
    for actor in network:
        near, far = m11.distances(more, actor), m11.distances(fewer, actor)
        assert all(near[other] <= far[other] for other in far)


def test_all_ties_leave_no_broker():
    """Is the limit of ties between all actors the complete graph, where nobody stands between?"""
    for name in ARRANGEMENTS:
        network = m11.arrangement(name)
        full = m11.with_ties(network, m11.lots(network, 1))
        assert matrix(full).sum() == len(network) * (len(network) - 1)
        assert set(m11.betweenness(full).values()) == {0}


def test_power_falls_and_resilience_rises():
    """On average over draws, does each step of ties take from the
    hub and add to who is heard without it?
    """
    for name, hub in [("star", "ministry"), ("mesh", "officer")]:
        shares = [m11.share(name, hub, extra, draws=100) for extra in (0, 5, 10, 20, 30)]
        assert shares == sorted(shares, reverse=True)
        assert shares[-1] < shares[0] / 2
    heard, whole = [], m11.arrangement("star")
    for extra in (0, 5, 10, 20, 30):
        drawn = [
            m11.with_ties(whole, m11.lots(whole, seed, ["minister"])[:extra]) for seed in range(50)
        ]
        left = [m11.without(network, "ministry") for network in drawn]
        heard.append(
            sum(m11.carried(network, groups_of(network), "minister")[1] for network in left)
        )
    assert heard == sorted(heard)


@pytest.mark.thorough
@pytest.mark.parametrize(
    ("name", "hub"), [("star", "ministry"), ("mesh", "officer"), ("mesh", "member 1")]
)
def test_forty_draws_come_within_six_points_of_two_thousand(name, hub):
    """With nobody taken out, is the chance that lies in the draws as small as this?"""
    for extra in (3, 9, 15, 30):
        few, many = (m11.share(name, hub, extra, draws) for draws in (40, 2000))
        assert few == pytest.approx(many, abs=0.06)


@pytest.mark.parametrize(("wards", "groups"), [(1, 2), (3, 3), (6, 4)])
def test_the_same_actors_arranged_three_ways(wards, groups):
    """The same actors each time, in one piece; two trees of n - 1 ties,
    and a mesh that has more?
    """
    three = {name: m11.arrangement(name, wards, groups) for name in ARRANGEMENTS}
    actors = 3 + wards * (2 + groups)
    for name, network in three.items():
        assert set(network) == set(three["tree"])
        assert len(network) == actors
        assert len(m11.components(network)) == 1
        ties = matrix(network).sum() / 2
        assert ties > actors - 1 if name == "mesh" else ties == actors - 1


def test_a_mesh_gives_the_two_offices_different_groups():
    """Does the officer know the first group of each ward and the contractor the last?"""
    mesh = m11.arrangement("mesh", groups=4)
    for ward in "123":
        assert set(mesh[f"contractor {ward}"]) == {"officer", f"group {ward}.4"}
        assert f"group {ward}.1" in mesh["officer"]


def test_the_share_is_that_of_forty_drawn_networks():
    """To the last digit: the mean over seeds 0 to 39 with the minister out of the draw,
    and over one seed?
    """
    assert m11.share("mesh", "officer", 9) == m11.share("mesh", "officer", 9, 40)
    assert m11.share("mesh", "officer", 9) == pytest.approx(0.15862874779541447, abs=1e-12)
    assert m11.share("star", "ministry", 9) == pytest.approx(0.6861111111111111, abs=1e-12)
    assert m11.share("tree", "member 1", draws=1) == pytest.approx(1 / 3)
    assert m11.share("star", "minister") == 0  # who decides stands between nobody and the decision


def test_who_stands_between_citizens_and_the_minister():
    """Tree: members alone. Star: the ministry on every path. Mesh: the officer on most;
    none is indispensable.
    """
    shares = {
        name: (m11.share(name, "ministry"), m11.share(name, "officer")) for name in ARRANGEMENTS
    }
    assert shares == {"tree": (0, 0), "star": (1, 0), "mesh": (pytest.approx(6.5 / 9),) * 2}
    for name, unheard in [
        ("tree", {"member 1": 1 / 3}),
        ("star", {"ministry": 1, "contractor 1": 1 / 3}),
    ]:
        network = m11.arrangement(name)
        for actor in ("ministry", "officer", "member 1", "contractor 1"):
            heard = m11.carried(m11.without(network, actor), groups_of(network), "minister")[1]
            assert heard == pytest.approx(1 - unheard.get(actor, 0))
    mesh = m11.arrangement("mesh")
    for actor in mesh:
        if actor != "minister":
            assert len(m11.components(m11.without(mesh, actor))) == 1


def test_what_is_outside_says_what_is_allowed(subtests):
    """Is a value outside the domain refused in a sentence that names it?"""
    for call, words in [
        (lambda: m11.graph([("a", "a")]), "that have none"),
        (lambda: m11.graph([("a", "b"), ("b", "a")]), "that have none"),
        (lambda: m11.without(star(3), "nobody"), "no actor of this network; it has hub, 0, 1"),
        (lambda: m11.distances(star(3), "nobody"), "no actor"),
        (lambda: m11.constraint(m11.graph([], ["a"]), "a"), "no contact"),
        (lambda: m11.mean_path(m11.graph([], ["a"])), "^A mean path needs at least one tie"),
        (
            lambda: m11.carried(star(3), [], "hub"),
            "^sources lists .* at least one, and not the target.$",
        ),
        (lambda: m11.carried(star(3), ["hub"], "hub"), "not the target"),
        (lambda: m11.carried(star(3), ["nobody"], "hub"), "no actor"),
        (lambda: m11.with_ties(star(3), [("hub", 0)]), "that have none"),
        (lambda: m11.with_ties(star(3), [(0, "nobody")]), "no actor"),
        (lambda: m11.share("star", "officer", extra=1000), "extra is a whole number from 0 to"),
        (lambda: m11.share("star", "officer", extra=0.5), "extra"),
        (lambda: m11.share("star", "officer", extra=float("nan")), "extra"),
        (lambda: m11.arrangement("ring"), "tree"),
        (lambda: m11.arrangement("tree", wards=0), "^wards is a whole number from 1 to 6"),
        (lambda: m11.arrangement("tree", wards=7), "^wards"),
        (lambda: m11.arrangement("tree", groups=1), "^groups is a whole number from 2 to 6"),
        (lambda: m11.arrangement("tree", groups=7), "^groups"),
        (lambda: m11.share("tree", "nobody"), "no actor"),
        (lambda: m11.share("tree", "officer", draws=0), "^draws is a whole number from 1 to"),
        (lambda: m11.share("tree", "officer", draws=10_001), "^draws"),
        (lambda: m11.broker_between(float("inf")), "size"),
        (lambda: m11.broker_between(21), "size"),
    ]:
        with subtests.test(words), pytest.raises(ValueError, match=words):
            call()
