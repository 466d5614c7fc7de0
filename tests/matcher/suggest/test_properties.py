"""What holds for every suggestion in every network."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.landscape import Landscape, Rows, build
from matcher.landscape.cells import cells, grouped
from matcher.recipe import Recipe
from matcher.suggest import Fact, Options, Suggestion, SuggestionList, suggest
from matcher.text import danish_key
from tests.engine_factories import AS_OF, changed, without
from tests.engine_networks import networks, recipes, shuffled

ALL = Options(top=99)
often = settings(max_examples=50, deadline=None)


def _landscape(rows: Rows) -> Landscape:
    return build(rows, as_of=AS_OF, revision=1)


def _lists(landscape: Landscape, recipe: Recipe) -> list[SuggestionList]:
    return [suggest(landscape, asker, recipe, ALL) for asker in range(len(landscape))]


@often
@given(rows=networks(), recipe=recipes())
def test_a_score_is_the_sum_of_its_reasons_and_a_reason_of_its_facts(
    rows: Rows, recipe: Recipe
) -> None:
    for found in _lists(_landscape(rows), recipe):
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
@given(rows=networks(least=2), recipe=recipes())
def test_without_a_fact_the_score_is_lower_by_exactly_its_points(
    rows: Rows, recipe: Recipe
) -> None:
    landscape = _landscape(rows)
    certain = replace(recipe, unknown=dict.fromkeys(recipe.weights, 0.0))
    for found in _lists(landscape, certain):
        for each in found.suggestions:
            for reason in each.reasons:
                for fact in reason.facts:
                    rest = suggest(
                        _forget(landscape, each, reason.signal, fact), found.asker, certain, ALL
                    )
                    after = next(s for s in rest.suggestions if s.organisation == each.organisation)
                    assert after.score == pytest.approx(each.score - fact.points, abs=1e-9)


def _forget(landscape: Landscape, about: Suggestion, signal: str, fact: Fact) -> Landscape:
    """The landscape without a fact of the candidate; rarity and totals stay as they were."""
    row = about.organisation
    if fact.kind in ("distance", "district", "municipality", "postcode"):
        return _nowhere(landscape, row)
    if fact.kind == "sector":
        sector = landscape.sector.copy()
        sector[row] = -1
        return changed(landscape, sector=sector)
    if fact.kind == "partner":
        other = landscape.index_of(fact.id or "")
        return changed(landscape, ties=without(landscape.ties, (row, other), (other, row)))
    if fact.kind == "capacity":
        column = landscape.vocabularies["capacity"].index[fact.id or ""]
        if signal == "need_met_by_offer":
            return changed(landscape, offers=without(landscape.offers, (row, column)))
        return changed(landscape, needs=without(landscape.needs, (row, column)))
    return _without_interest(landscape, row, fact)


def _without_interest(landscape: Landscape, row: int, fact: Fact) -> Landscape:
    vocabulary = fact.kind.removeprefix("derived_")
    cell = (row, landscape.vocabularies[vocabulary].index[fact.id or ""])
    if vocabulary == "theme":
        return changed(
            landscape,
            themes=without(landscape.themes, cell),
            derived_themes=without(landscape.derived_themes, cell),
        )
    return changed(
        landscape,
        target_groups=without(landscape.target_groups, cell),
        derived_target_groups=without(landscape.derived_target_groups, cell),
    )


def _nowhere(landscape: Landscape, row: int) -> Landscape:
    places = landscape.places
    arrays = {
        name: getattr(places, name).copy()
        for name in ("municipality", "district", "postcode", "lat", "lon", "points")
    }
    for name in ("municipality", "district", "postcode"):
        arrays[name][row] = -1
    for name in ("lat", "lon"):
        arrays[name][row] = np.nan
    arrays["points"][:, row] = np.nan
    indices = {
        "in_municipality": grouped(arrays["municipality"]),
        "in_district": grouped(arrays["district"]),
        "in_postcode": grouped(arrays["postcode"]),
        "in_cell": grouped(cells(arrays["lat"], arrays["lon"])),
    }
    return replace(landscape, places=replace(places, **arrays, **indices))
