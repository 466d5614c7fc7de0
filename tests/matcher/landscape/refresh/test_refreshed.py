"""A landscape that follows its records is the one that would be built from them."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.landscape import Landscape, Rows, build
from matcher.landscape.arrays import IntArray, closed, product
from matcher.landscape.refresh import refreshed
from matcher.landscape.terms import asked
from tests.engine_factories import AS_OF, make_collaboration, make_rows, same
from tests.engine_factories import make_organisation as org
from tests.engine_networks import networks

# What is counted over the whole network, and what is said in these terms; see the tests of each.
FROZEN = {
    "vocabularies", "sorts", "area_pairs", "texts", "called", "places", "totals", "country",
    "countries",
}  # fmt: skip


def only(rows: Rows, ids: set[str]) -> Rows:
    """These organisations with what they say of themselves."""
    return Rows(
        organisations=tuple(row for row in rows.organisations if row.id in ids),
        capacities=tuple(row for row in rows.capacities if row.organisation in ids),
        interests=tuple(row for row in rows.interests if row.organisation in ids),
    )


def after(before: Rows, now: Rows) -> Rows:
    """All rows, once some organisations are as `now` has them."""
    ids = {row.id for row in now.organisations}
    return replace(
        before,
        organisations=(
            *(row for row in before.organisations if row.id not in ids), *now.organisations
        ),
        capacities=(
            *(row for row in before.capacities if row.organisation not in ids), *now.capacities
        ),
        interests=(
            *(row for row in before.interests if row.organisation not in ids), *now.interests
        ),
    )  # fmt: skip


@st.composite
def changes(draw: st.DrawFn) -> tuple[Rows, Rows]:
    """A network, and some of its organisations as those of another network are."""
    before, other = draw(networks()), draw(networks())
    ids = {row.id for row in before.organisations} & {row.id for row in other.organisations}
    return before, only(other, draw(st.sets(st.sampled_from(sorted(ids)))))


def at_first(rows: Rows) -> Landscape:
    return build(rows, as_of=AS_OF, revision=1)


@settings(max_examples=80)
@given(change=changes())
def test_what_is_said_of_each_is_what_a_full_build_says(change: tuple[Rows, Rows]) -> None:
    before, now = change
    known, full = at_first(before), at_first(after(before, now))
    found = refreshed(known, now, revision=1)
    if found is None:
        assert any(each(now) - each(before) for each in (_areas, _postcodes, _countries))
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
    if _areas(after(before, now)) == _areas(before):
        _same_places(found, full)


def _areas(rows: Rows) -> set[tuple[str | None, str | None]]:
    return {(row.municipality, row.district) for row in rows.organisations}


def _postcodes(rows: Rows) -> set[str | None]:
    return {row.postcode for row in rows.organisations}


def _countries(rows: Rows) -> set[str | None]:
    return {row.country for row in rows.organisations}


def _named(names: tuple[str, ...], codes: IntArray) -> list[str | None]:
    return [names[code] if code >= 0 else None for code in codes.tolist()]


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


@settings(max_examples=40)
@given(change=changes())
def test_there_and_back_again_is_where_one_was(change: tuple[Rows, Rows]) -> None:
    before, now = change
    known = at_first(before)
    ids = {row.id for row in now.organisations}
    found = refreshed(known, now, revision=2)
    if found is None:
        return
    back = refreshed(found, only(before, ids), revision=1)
    assert back is not None
    assert same(back, known)


def make_network(**known: Any) -> tuple[Rows, Landscape]:
    """Three who sang together and wrote of it, and their landscape."""
    rows = make_rows(
        org("a", name="Havnens Sangkor", kind="club", description="Vi synger ved havnen."),
        org("b", name="Byens Bogcafé", kind="shop", description="Vi læser ved vinduet."),
        org("c", name="Ældre i Byen", sector="public"),
        offers={"a": ["hall"], "b": ["books"]},
        joint=[make_collaboration("1", ["a", "b"], purpose="Sang for ældre")],
        **known,
    )
    return rows, at_first(rows)


def _renamed(rows: Rows, key: str, **fields_: Any) -> Rows:
    now = only(rows, {key})
    return replace(now, organisations=(replace(now.organisations[0], **fields_),))


def test_the_landscape_before_stays_as_it_was() -> None:
    rows, known = make_network()
    as_built = at_first(rows)
    refreshed(known, _renamed(rows, "c", name="Sangkor", hidden=True), revision=2)
    assert same(known, as_built)


def test_new_words_of_a_description_are_found_if_somebody_used_them_before() -> None:
    rows, known = make_network()
    now = _renamed(rows, "c", description="Vi synger også.")
    found = refreshed(known, now, revision=2)
    assert found is not None
    full = at_first(after(rows, now))
    column = found.texts.words.features["syng"]
    assert found.texts.words.profiles[2, column] > 0
    assert found.texts.words.saying_profiles[column, 2] > 0
    assert found.texts.words.has_profile.tolist() == full.texts.words.has_profile.tolist()
    assert found.texts.organisations == full.texts.organisations


def test_a_new_name_has_its_words_and_its_place_in_the_order() -> None:
    rows, known = make_network()
    now = _renamed(rows, "c", name="Byens Sangkor")
    found = refreshed(known, now, revision=2)
    assert found is not None
    assert found.order.tolist() == at_first(after(rows, now)).order.tolist()
    words = {found.called.words[at] for at in found.called.named[[2]].indices.tolist()}
    assert words == {"byen", "sangkor"}
    assert found.called.naming[found.called.features["sangkor"], 2] > 0


def test_a_new_kind_and_sector_are_sorts_that_others_are_of() -> None:
    rows, known = make_network()
    found = refreshed(known, _renamed(rows, "c", kind="club", sector=None), revision=2)
    assert found is not None
    labels = [found.sorts.labels[at] for at in found.sorts.of[[2]].indices.tolist()]
    assert labels == [("kind", "club")]
    assert found.sorts.having[found.sorts.labels.index(("kind", "club")), 2] == 1.0


def test_what_the_landscape_does_not_know_is_built_anew() -> None:
    rows, known = make_network()
    for now in (
        _renamed(rows, "a", id="new"),
        _renamed(rows, "a", parent="new"),
        _renamed(rows, "a", kind="new"),
        _renamed(rows, "a", municipality="new"),
        _renamed(rows, "a", district="new"),
        _renamed(rows, "a", postcode="new"),
        make_rows("a", offers={"a": ["new"]}),
        make_rows("a", themes={"a": ["new"]}),
    ):
        assert refreshed(known, now, revision=2) is None


def test_who_is_hidden_is_worth_nothing_as_a_common_partner() -> None:
    rows, known = make_network()
    found = refreshed(known, _renamed(rows, "b", hidden=True), revision=2)
    assert found is not None
    assert found.partner_weight[1] == 0
    assert found.totals.partners[0] == 0 < known.totals.partners[0]
    assert found.shut.tolist() == [False, True, False]


def test_rarity_waits_for_the_next_full_build() -> None:
    rows, known = make_network()
    now = replace(make_rows("c", offers={"c": ["hall"]}), terms=())
    found = refreshed(known, now, revision=2)
    assert found is not None
    assert found.offers.toarray()[2].tolist() == [0.0, 1.0]
    assert found.vocabularies["capacity"].rarity.tolist() == [1.0, 1.0]
    built = at_first(after(rows, now)).vocabularies["capacity"].rarity
    assert built.tolist()[1] < 1.0
