"""Does the scene of each model count what the model says?"""

import re

import pytest
from scenes import shown

from course.lessons import spec
from course.models import bureau, chain, delegation, multitask, scope, uniformity


def counts(band):
    """How many signs each group of a tally has."""
    return [group.n for group in band.groups]


def test_of_a_hundred_orders_those_that_arrive_are_the_models():
    """Chain: do the stopped and the arrived make a hundred, and is the rest what survives?"""
    for setting, scene in shown("implementation-chain"):
        arrive, lost = counts(scene["orders"])
        assert arrive == round(100 * chain.survives(setting["clearances"], setting["p"] / 100))
        assert arrive + lost == 100
        assert "office" in scene["orders"].groups[1].word, "who stops an order is named"
        minister, *stopped = scene["desks"].counts
        assert scene["desks"].places[0].sign == scene["asked"].sign == "minister"
        assert minister == 0, "an order is stopped at a desk, and not by who gives it"
        assert sum(stopped) == lost
        assert len(stopped) == setting["clearances"]


def test_a_tower_has_the_levels_of_its_span():
    """Hierarchy: is each level as the model has it, with at most a span drawn,
    and the share of the title at its foot?
    """
    for setting, scene in shown("hierarchy"):
        title = spec("hierarchy").state(**setting)["title"]
        _, *levels = scene["levels"].levels
        assert [level.left for level in levels] == [
            f"{chain.people_at(rung, setting['span'], 10_000):,}" for rung in range(len(levels))
        ]
        assert len(levels) == chain.whole_levels(10_000, setting["span"]) + 1
        assert {level.most for level in levels} == {setting["span"]}
        arrives, lost = counts(scene["intent"])
        assert arrives + lost == 100
        assert f"{arrives} %" in title
        assert levels[-1].right == f"{arrives} %"


def clinics(scene):
    """Of each arrangement, of each clinic: the nurses at work, the idle ones, the missing."""
    counts = scene["clinics"].counts
    each = [counts[i : i + 3] for i in range(0, len(counts), 3)]
    return [each[i : i + 5] for i in range(0, len(each), 5)]


def test_clinics_miss_their_need_by_what_the_model_says():
    """Uniformity: is each clinic's gap the model's in half nurses, and does the loss that each
    arrangement names order them as the title does?
    """
    for setting, scene in shown("uniform-or-local"):
        spread, short = setting["spread"], setting["shortfall"]
        one, local, above = (
            [idle + missing for _, idle, missing in panel] for panel in clinics(scene)
        )
        assert all(abs(n - 2 * short) <= 0.5001 for n in local)
        # the need and the rule are each a whole number of signs
        for n, part in zip(one, (1, 0.5, 0, 0.5, 1), strict=True):
            assert abs(n - 2 * spread * part) <= 1.0001
        floor = uniformity.best_floor(short, spread)
        assert abs(above[0] - 2 * abs(max(floor + spread, -short))) <= 1.0001
        told = scene["clinics"].said
        rule, choice, best = (float(words.split()[-1]) for words in told)
        title = spec("uniform-or-local").state(**setting)["title"]
        assert title.startswith("One rule beats") == (choice > rule and short < spread)
        assert best <= min(rule, choice)
        for words, tone, loss in zip(
            told, scene["clinics"].tones, (rule, choice, best), strict=True
        ):
            assert words.startswith("least ") == (tone == "own")
            assert tone == "ink" or loss == best


def test_one_rule_is_flat_and_a_floor_holds():
    """Uniformity: do all arrangements show the same needs, has each clinic under one rule the same
    nurses, up to the line, and no clinic above a floor fewer than its line; and do none stand idle
    where people go without?
    """
    for _, scene in shown("uniform-or-local"):
        one, local, above = clinics(scene)
        for clinic in zip(one, local, above, strict=True):
            assert len({work + missing for work, _, missing in clinic}) == 1
            assert not any(idle and missing for _, idle, missing in clinic)
        rule, free, floor = scene["clinics"].lines
        assert {work + idle for work, idle, _ in one} == {rule}
        assert min(work + idle for work, idle, _ in above) >= floor
        assert free == 0
        assert [panel.least for panel in scene["clinics"].panels] == [False, False, True]


def beside(row, side, *looks):
    """How many signs stand at one side of a row: all, or those of some looks."""
    return sum(pile.n for pile in getattr(row, side) if not looks or pile.look in looks)


def test_a_canal_and_a_purse():
    """Bureau: are km, coins and worth those of the model, each sum rounded once, and is a piece
    in colour just where it is worth its cost; do gain, loss and slack add up?
    """
    terms = {"slow": (0.5, 0.5), "between": (0.75, 0.25), "soon": (1.0, 0.0)}
    for setting, scene in shown("budget-maximising-bureau"):
        b, d = terms[setting["case"]]
        known = {"a": float(setting["worth"]), "b": b, "c": 2.0, "d": d}
        made, slack = (
            bureau.output(setting["taste"], **known),
            bureau.slack(setting["taste"], **known),
        )
        pieces = scene["canal"].rows
        assert abs(len(pieces) - made) <= 0.5001
        use = sum(piece.tone == "own" for piece in pieces)
        assert abs(use - bureau.efficient(**known)) < 1
        coins = sum(piece.left[0].n for piece in pieces)
        grain = sum(beside(piece, "right", "solid") for piece in pieces)
        harm = sum(beside(piece, "right", "outline") for piece in pieces)
        assert abs(coins - bureau.cost(made, 2.0, d)) <= 0.5001
        assert abs(grain - harm - bureau.valuation(made, known["a"], b)) <= 1.0001
        assert {piece.look for piece in pieces} == {"solid"}, "what is built is not struck out"
        tones = [piece.tone for piece in pieces]
        assert tones == ["own"] * use + ["ink"] * (len(pieces) - use)
        words = f"{scene['best'].words} {scene['beyond'].words}"
        gain, *loss = (float(n) for n in re.findall(r"(?:gain|loss) ([0-9.]+)", words))
        assert not loss or gain == pytest.approx(loss[0] + slack, abs=0.051)
        assert abs(counts(scene["kept"])[0] - slack) <= 0.5001


def test_an_official_and_two_duties():
    """Multitask: is a sign five per cent of flat pay, what is gone of it struck, what is more than
    it of another colour, a coin a twentieth of a bonus, and the tick or cross as the title says?
    """
    kinds = {"alike": 0.0, "counted": 0.0, "uncounted": 0.0, "crowding": 0.5}
    for setting, scene in shown("pay-for-what-you-count"):
        bonus, kappa, chi = setting["bonus"], setting["kappa"], kinds[setting["job"]]
        flat, now = multitask.efforts(0, kappa), multitask.efforts(bonus, kappa, chi=chi)
        files, more, fewer = counts(scene["counted"])
        assert abs(files + more - 20 * now[0] / flat[0]) <= 0.5001
        assert files + fewer == 20
        heard, lost = counts(scene["uncounted"])
        assert abs(heard - 20 * now[1] / flat[1]) <= 0.5001
        assert heard + lost == 20
        for name in ("counted", "uncounted"):
            gone = scene[name].groups[-1]
            assert gone.look == "struck"
        (paid,) = scene["pay"].groups
        assert scene["pay"].cut == (bonus == 0) == (paid.look == "struck")
        assert bonus == 0 or paid.n == round(20 * bonus)
        title = spec("pay-for-what-you-count").state(**setting)["title"]
        worth = {"tick": "worth more than", "cross": "worth less than"}.get(
            scene["value"].sign, "the same"
        )
        assert worth in title


def test_two_offices_leave_what_they_leave():
    """Scope: do what an owner leaves and what it leaves out make the best that could be had, of
    both in the same signs, and is the better of the two ticked?
    """
    ideas = {"some": 1.0, "none": 0.0, "much": 1.5}
    for setting, scene in shown("in-house-or-contract"):
        loss, b0 = setting["loss"], ideas[setting["ideas"]]
        best = scope.first_best(loss, b0=b0)
        surplus = scope.private(loss, b0=b0), scope.public(loss, setting["drive"], b0=b0)
        owners = [scene[name] for name in ("contractor", "manager")]
        lost = [("down", "idea"), ("burnt", "idea")]
        for owner, mine, way in zip(owners, surplus, lost, strict=True):
            left, *out = counts(owner)
            causes = [one.by for one in owner.groups[1:]]
            assert len(set(causes)) == len(causes), "one cause a row"
            assert {cause for (cause,) in causes} <= set(way)
            assert owner.groups[0].by in {("firm",), ("office",)}
            assert {(one.sign, one.look) for one in owner.groups[1:]} <= {("coin", "struck")}
            said = owner.groups[0].word.split()[1].replace("\N{MINUS SIGN}", "-")
            assert float(said) == pytest.approx(mine, abs=0.006)
            assert all(one.word and one.n for one in owner.groups[1:])
            if mine >= 0:
                assert abs(left + sum(out) - 20 * best) <= 0.5001
                assert abs(left - 20 * mine) < 1
            else:
                assert left == 0
                assert abs(sum(out) - 20 * (best - mine)) <= 1.01
        first, second = surplus
        ticked = [
            name
            for name, owner in zip(("contractor", "manager"), owners, strict=True)
            if owner.groups[0].tone == "own"
        ]
        if first == pytest.approx(second):
            assert not ticked
            assert not scene["better"].sign
        else:
            assert ticked == ["contractor" if first > second else "manager"]
            assert scene["better"].words.startswith(f"The {ticked[0]} ")
        assert f"At best a service is worth {best:.2f} more" in scene["most"].words


def test_the_fence_moves_with_the_share_of_experts():
    """Delegation: are the learners of a hundred the model's, and does the fence leave room just
    where the minister gains by it?
    """
    for setting, scene in shown("expertise-and-tenure"):
        share = delegation.expert_share(1 - setting["risk"] / 100, setting["uncertainty"])
        learn, do_not = counts(scene["officials"])
        assert abs(learn - 100 * share) <= 0.5001
        assert learn + do_not == 100
        assert scene["posts"].words.startswith(f"Each year {setting['risk']} of 100 officials ")
        needed = delegation.experts_needed(setting["distance"], setting["uncertainty"])
        line = scene["officials"].limits
        assert [one.at for one in line] == pytest.approx([100 * needed] * (needed <= 1), abs=0.01)
        delegates = share > needed + 1e-9
        assert scene["trust"].cut == (not delegates)
        stand = {one.word: one for one in scene["fence"].standing}
        assert stand["minister"].at == 0
        assert stand["officials"].at == setting["distance"]
        assert ("limit" in stand) == delegates == bool(scene["fence"].spans)
        if delegates:
            cap = delegation.best_cap(setting["distance"], setting["uncertainty"])
            assert scene["fence"].spans[0].stop == stand["limit"].at == cap
        signs = {scene["trust"].groups[0].sign, stand["officials"].sign}
        assert signs == {"expert" if delegates else "official"}
        title = spec("expertise-and-tenure").state(**setting)["title"]
        assert title.startswith(f"Of 100 officials, {learn} learn" if share else "Nobody learns")
        assert ("lets them decide" in title) == delegates
