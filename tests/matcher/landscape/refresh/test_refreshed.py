"""A landscape that follows its records is the one that would be built from them."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.landscape import CollaborationRow, Landscape, OrganisationRow, Rows
from matcher.landscape.arrays import IntArray, closed, product
from matcher.landscape.refresh import Changed
from matcher.landscape.terms import asked
from tests.engine_factories import same
from tests.engine_networks import networks
from tests.matcher.landscape.refresh.following import after, at_first, follow, only

# What is counted over the whole network, and what is said in these terms; see the tests of each.
FROZEN = {
    "vocabularies", "sorts", "area_pairs", "texts", "called", "places", "totals", "country",
    "countries", "experience",
}  # fmt: skip

Change = tuple[Rows, Rows, Changed]


@st.composite
def changes(draw: st.DrawFn, *, joint: bool) -> Change:
    """A network before and after some of its records are as those of another network are.

    With `joint`, collaborations and reported ties change, too, and organisations come and go.
    """
    before, other = draw(networks()), draw(networks())
    if draw(st.integers(0, 4)):
        before = _knowing(before, other)
    here = {row.id for row in before.organisations}
    there = {row.id for row in other.organisations}
    ids = draw(_some(there if joint else here & there))
    now = after(before, _orphaned(only(other, ids), here | ids))
    if not joint:
        return before, now, Changed(organisations=frozenset(ids))
    collaborations = draw(
        _some({row.id for row in (*before.collaborations, *other.collaborations)})
    )
    ties = draw(_some({row.id for row in (*before.ties, *other.ties)}))
    kept = [row for row in before.participations if row.collaboration not in collaborations]
    new = [
        row
        for row in other.participations
        if row.collaboration in collaborations and row.organisation in here | ids
    ]
    now = replace(
        now,
        collaborations=_mixed(before.collaborations, other.collaborations, collaborations),
        participations=(*kept, *new),
        ties=_mixed(before.ties, [r for r in other.ties if {r.a, r.b} <= here | ids], ties),
    )
    changed = Changed(
        organisations=frozenset(ids),
        collaborations=frozenset(collaborations),
        ties=frozenset(ties),
    )
    return before, *_deleted(before, now, changed, draw(_some(here - ids)))


def _orphaned(rows: Rows, known: set[str]) -> Rows:
    """The rows, those whose parent is not known without one."""
    return replace(
        rows,
        organisations=tuple(
            row if row.parent in known else replace(row, parent=None) for row in rows.organisations
        ),
    )


def _deleted(before: Rows, now: Rows, changed: Changed, gone: set[str]) -> tuple[Rows, Changed]:
    """What there is, and what is other than before, once these are gone with all their work."""
    left = {row.id for row in now.organisations} - gone
    units = {row.id for row in now.organisations if row.parent in gone}
    parts = (*before.participations, *now.participations)
    ties = (*before.ties, *now.ties)
    return replace(
        now,
        organisations=_orphaned(only(now, left), left).organisations,
        capacities=only(now, left).capacities,
        interests=only(now, left).interests,
        participations=tuple(row for row in now.participations if row.organisation in left),
        ties=tuple(row for row in now.ties if {row.a, row.b} <= left),
    ), Changed(
        organisations=changed.organisations | gone | (units - gone),
        collaborations=changed.collaborations
        | {row.collaboration for row in parts if row.organisation in gone},
        ties=changed.ties | {row.id for row in ties if {row.a, row.b} & gone},
    )


def _knowing(rows: Rows, other: Rows) -> Rows:
    """The rows and what makes the areas, countries and funds of another network known."""
    return replace(
        rows,
        organisations=(
            *rows.organisations,
            *(
                OrganisationRow(
                    id=f"z{row.id}",
                    name="Kendt",
                    municipality=row.municipality,
                    district=row.district,
                    postcode=row.postcode,
                    country=row.country,
                )
                for row in other.organisations
            ),
        ),
        collaborations=(
            *rows.collaborations,
            *(
                CollaborationRow(
                    id=f"z{row.id}", title="Kendt", area=row.area, funding_source=row.funding_source
                )
                for row in other.collaborations
            ),
        ),
    )


def _some(ids: set[str]) -> st.SearchStrategy[set[str]]:
    return st.sets(st.sampled_from(sorted(ids))) if ids else st.just(set())


def _mixed(before: Any, other: Any, ids: set[str]) -> Any:
    """Records of before, but these as they are in the other network."""
    return (
        *(row for row in before if row.id not in ids),
        *(row for row in other if row.id in ids),
    )


def follows(change: Change) -> None:
    """What is said of each is what a full build says, in the terms of before."""
    before, now, changed = change
    known, full = at_first(before), at_first(now)
    found = follow(known, now, changed)
    if found is None:
        assert any(each(now) - each(before) for each in (_areas, _postcodes, _countries, _worked))
        return
    for field in fields(Landscape):
        if field.name not in FROZEN:
            assert same(getattr(found, field.name), getattr(full, field.name)), field.name
    for name in ("themes", "target_groups", "partners"):
        assert same(getattr(found.totals, name), getattr(full.totals, name)), name
    rarity = known.vocabularies["capacity"].rarity
    offers = closed(product(full.offers, rarity))
    assert same(found.totals.offers, offers)
    assert same(found.totals.needs, closed(product(full.needs, rarity)))
    assert same(found.totals.asked, asked(offers))
    assert same(found.vocabularies, known.vocabularies)
    assert _named(found.countries, found.country) == _named(full.countries, full.country)
    for name in ("organisations", "collaborations"):
        assert getattr(found.texts, name) == getattr(full.texts, name)
    _same_experience(found, full)
    if _areas(now) == _areas(before):
        _same_places(found, full)


@settings(max_examples=80)
@given(change=changes(joint=False))
def test_organisations_are_followed(change: Change) -> None:
    follows(change)


@settings(max_examples=150)
@given(change=changes(joint=True))
def test_collaborations_and_reported_ties_are_followed(change: Change) -> None:
    follows(change)


@settings(max_examples=60)
@given(change=changes(joint=True))
def test_there_and_back_again_is_where_one_was(change: Change) -> None:
    before, now, changed = change
    known = at_first(before)
    found = follow(known, now, changed)
    if found is None:
        return
    back = follow(found, before, changed)
    assert back is not None
    assert same(back, known)


def _areas(rows: Rows) -> set[Any]:
    return {(row.municipality, row.district) for row in rows.organisations}


def _postcodes(rows: Rows) -> set[Any]:
    return {row.postcode for row in rows.organisations}


def _countries(rows: Rows) -> set[Any]:
    return {row.country for row in rows.organisations}


def _worked(rows: Rows) -> set[Any]:
    areas = {name for row in rows.collaborations for name in (row.area or "").split(";")}
    return areas | {(row.funding_source,) for row in rows.collaborations}


def _named(names: tuple[str, ...], codes: IntArray) -> list[str | None]:
    return [names[code] if code >= 0 else None for code in codes.tolist()]


def _same_experience(one: Landscape, other: Landscape) -> None:
    """The same areas and funds by name, whatever codes they have."""
    mine, theirs = one.experience, other.experience
    for name in ("members", "weight", "years", "about"):
        assert same(getattr(mine, name), getattr(theirs, name)), name
    assert _named(mine.fundings, mine.funding) == _named(theirs.fundings, theirs.funding)
    for row in range(mine.areas.shape[0]):
        assert {mine.area_names[at] for at in mine.areas[[row]].indices} == {
            theirs.area_names[at] for at in theirs.areas[[row]].indices
        }


def _same_places(one: Landscape, other: Landscape) -> None:
    """The same areas by name, whatever codes they have."""
    for codes, names in (
        ("municipality", "municipalities"), ("district", "districts"), ("postcode", "postcodes")
    ):  # fmt: skip
        first, second = (
            _named(getattr(each.places, names), getattr(each.places, codes))
            for each in (one, other)
        )
        assert first == second
    for name in ("lat", "lon", "points", "in_cell"):
        assert same(getattr(one.places, name), getattr(other.places, name)), name
