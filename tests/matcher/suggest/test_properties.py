"""What holds for every suggestion in every network."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.brief import Brief
from matcher.landscape import Landscape, Rows, build
from matcher.recipe import Recipe
from matcher.signals import SIGNALS, Query
from matcher.suggest import Fact, Options, Reason, SuggestionList, asked, scores, suggest
from matcher.suggest.scoring import weigh
from matcher.text import danish_key
from tests.engine_factories import AS_OF, make_idea, make_recipe
from tests.engine_networks import NAMES, WORDS, asking, crowded, networks, recipes, shuffled
from tests.forgetting import forget, forget_all, frozen_query, known_by

Asked = tuple[Rows, int | Brief]
# Every kind of fact but distance and its likes, of which an asker has one.
KINDS = {
    "capacity", "theme", "derived_theme", "target_group", "derived_target_group", "collaboration",
    "latest", "word", "other_words", "name", "partner", "sort", "kind", "sector", "works_with",
    "area_named", "fund_goes_to", "open", "running", "experience",
}  # fmt: skip
ALL = Options(top=99)
often = settings(max_examples=50, deadline=None)


def _landscape(rows: Rows) -> Landscape:
    return build(rows, as_of=AS_OF, revision=1)


def _lists(landscape: Landscape, recipe: Recipe) -> list[SuggestionList]:
    return [suggest(landscape, asker, recipe, ALL) for asker in range(len(landscape))]


@often
@given(networks().flatmap(asking), recipes())
def test_so_it_is_for_whoever_asks(made: Asked, recipe: Recipe) -> None:
    rows, who = made
    landscape = _landscape(rows)
    found = suggest(landscape, who, recipe, ALL)
    _sums_hold(found, recipe)
    every = scores(landscape, who, recipe)
    assert every.shape == (len(landscape),)
    for each in found.suggestions:
        assert each.score == every[each.organisation]
    assert found.candidates == len(found.suggestions)


@often
@given(rows=networks(), recipe=recipes())
def test_a_score_is_the_sum_of_its_reasons_and_a_reason_of_its_facts(
    rows: Rows, recipe: Recipe
) -> None:
    for found in _lists(_landscape(rows), recipe):
        _sums_hold(found, recipe)


def _sums_hold(found: SuggestionList, recipe: Recipe) -> None:
    for each in found.suggestions:
        assert each.score == pytest.approx(sum(r.points for r in each.reasons), abs=1e-9)
        assert [r.signal for r in each.reasons] == list(recipe.weights)
        for reason in each.reasons:
            facts = sum(fact.points for fact in reason.facts)
            assert reason.points == pytest.approx(facts, abs=1e-9)
            value = recipe.unknown[reason.signal] if reason.value is None else reason.value
            assert reason.points == pytest.approx(reason.weight * value, abs=1e-9)
        known = sum(r.weight for r in each.reasons if r.value is not None)
        assert each.known == pytest.approx(known / sum(recipe.weights.values()))


@often
@given(rows=networks(), recipe=recipes())
def test_missing_is_what_lost_most(rows: Rows, recipe: Recipe) -> None:
    for found in _lists(_landscape(rows), recipe):
        for each in found.suggestions:
            lost = max(r.weight - r.points for r in each.reasons)
            assert (each.missing.points_lost if each.missing else 0.0) == lost


@often
@given(rows=networks(), recipe=recipes())
def test_the_order_is_score_then_name_then_id(rows: Rows, recipe: Recipe) -> None:
    landscape = _landscape(rows)
    for found in _lists(landscape, recipe):
        keys = [
            (-each.score, danish_key(landscape.names[row]), landscape.ids[row])
            for each in found.suggestions
            for row in (each.organisation,)
        ]
        assert keys == sorted(keys)
        assert [each.rank for each in found.suggestions] == list(range(1, len(keys) + 1))


@often
@given(rows=networks(), recipe=recipes(), everybody=st.booleans())
def test_never_itself_its_units_and_parents_hidden_ones_or_those_who_said_no(
    rows: Rows, recipe: Recipe, everybody: bool
) -> None:
    landscape = _landscape(rows)
    own = {row.id: row for row in rows.organisations}
    options = Options(top=99, include_current=everybody)
    for asker in range(len(landscape)):
        found = suggest(landscape, asker, recipe, options)
        named = {landscape.ids[each.organisation] for each in found.suggestions}
        me = landscape.ids[asker]
        barred = {
            key
            for key, row in own.items()
            if row.hidden
            or row.open_to_partners is False
            or me in _chain(key, own)
            or key in _chain(me, own)
            or (not everybody and landscape.current[asker, landscape.index[key]])
        }
        assert named == set(own) - barred
        assert found.candidates == len(named)


def _chain(key: str | None, own: dict) -> list[str]:  # type: ignore[type-arg]
    chain = []
    while key is not None:
        chain.append(key)
        key = own[key].parent
    return chain


@often
@given(rows=networks(), recipe=recipes(), seed=st.integers(0, 99))
def test_the_order_of_the_rows_means_nothing(rows: Rows, recipe: Recipe, seed: int) -> None:
    assert _lists(_landscape(rows), recipe) == _lists(_landscape(shuffled(rows, seed)), recipe)


@often
@given(rows=networks(least=3), recipe=recipes(), top=st.integers(1, 4))
def test_a_shorter_list_is_the_head_of_the_longer(rows: Rows, recipe: Recipe, top: int) -> None:
    landscape = _landscape(rows)
    short = suggest(landscape, 0, recipe, Options(top=top)).suggestions
    assert short == suggest(landscape, 0, recipe, ALL).suggestions[:top]


@often
@given(networks(least=2).flatmap(asking))
def test_without_a_fact_its_signal_is_lower_by_exactly_its_points(made: Asked) -> None:
    rows, who = made
    _each_fact_counts_for_itself(_landscape(rows), who)


@settings(max_examples=25, deadline=None)
@given(networks(least=2).flatmap(asking), recipes())
def test_without_what_it_rests_on_the_score_is_lower_by_exactly_its_points(
    made: Asked, recipe: Recipe
) -> None:
    rows, who = made
    _all_that_rests_on_it_goes_with_it(_landscape(rows), who, recipe)


@pytest.mark.parametrize("seed", [1, 2])
def test_in_a_crowded_network_facts_count_for_themselves_too(seed: int) -> None:
    landscape = _landscape(crowded(seed, 16))
    met: set[tuple[str, str]] = set()
    for who in (seed, _idea(landscape, seed)):
        met |= _each_fact_counts_for_itself(landscape, who)
        _all_that_rests_on_it_goes_with_it(landscape, who, make_recipe())
    assert {signal for signal, _ in met} == set(SIGNALS)
    assert {kind for _, kind in met} >= KINDS


def _idea(landscape: Landscape, asker: int) -> Brief:
    return replace(
        make_idea(
            landscape,
            f"{' '.join(WORDS)} havnen havnens bade badene sange sangene {NAMES[6]} i Øen",
            needs={"bus": 5.0, "hall": 1.0, "hands": 2.0},
            themes=["green", "song"],
            target_groups=["old", "young"],
            area="Byen",
            funding_source="Nordea Fonden",
            sectors=["public", "business"],
        ),
        asker=asker,
    )


def _each_fact_counts_for_itself(landscape: Landscape, who: int | Brief) -> set[tuple[str, str]]:
    """Gives the signals and kinds of facts that were met."""
    query, found = _all_asked(landscape, who, make_recipe())
    frozen, met = frozen_query(query), set()
    for each in found.suggestions:
        for reason in each.reasons:
            alone = make_recipe(**{reason.signal: 1.0})
            for fact in reason.facts:
                rest = forget(landscape, query, each.organisation, reason, fact)
                again = replace(frozen, _kept={})
                after = weigh(rest, again, alone).scores[each.organisation]
                less = pytest.approx(reason.points - fact.points, abs=1e-9)
                assert after == less, (reason.signal, fact)
                met.add((reason.signal, fact.kind))
    return met


def _all_that_rests_on_it_goes_with_it(
    landscape: Landscape, who: int | Brief, recipe: Recipe
) -> None:
    certain = replace(recipe, unknown=dict.fromkeys(recipe.weights, 0.0))
    query, found = _all_asked(landscape, who, certain)
    frozen = frozen_query(query)
    for each in found.suggestions:
        resting: dict[tuple[str, ...], list[tuple[Reason, Fact]]] = {}
        for reason in each.reasons:
            for fact in reason.facts:
                resting.setdefault(known_by(reason, fact), []).append((reason, fact))
        for told in resting.values():
            rest = forget_all(landscape, query, each.organisation, *told[0])
            after = weigh(rest, replace(frozen, _kept={}), certain).scores[each.organisation]
            points = sum(fact.points for _, fact in told)
            assert after == pytest.approx(each.score - points, abs=1e-9), told


def _all_asked(
    landscape: Landscape, who: int | Brief, recipe: Recipe
) -> tuple[Query, SuggestionList]:
    """The question with all that its signals keep of it, and everybody whom it suggests."""
    query = asked(landscape, who)
    for signal in SIGNALS.values():
        signal.values(landscape, query)
    return query, suggest(landscape, who, recipe, Options(top=99, include_current=True))
