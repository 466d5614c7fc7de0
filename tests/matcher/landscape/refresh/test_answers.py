"""What a landscape that follows its records knows at once, and what waits."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from matcher.landscape import CollaborationRow, Landscape, ParticipationRow, Rows, TieRow
from matcher.landscape.refresh import Changed
from tests.engine_factories import make_collaboration, make_rows, same
from tests.engine_factories import make_organisation as org
from tests.matcher.landscape.refresh.following import after, at_first, follow, only


def make_network(**known: Any) -> tuple[Rows, Landscape]:
    """Three, two of whom sang together and wrote of it, and their landscape."""
    rows = make_rows(
        org("a", name="Havnens Sangkor", kind="club", description="Vi synger ved havnen."),
        org("b", name="Byens Bogcafé", kind="shop", description="Vi læser ved vinduet."),
        org("c", name="Ældre i Byen", sector="public"),
        offers={"a": ["hall"], "b": ["books"]},
        joint=[make_collaboration("1", ["a", "b"], purpose="Sang for ældre", area="Byen")],
        **known,
    )
    return rows, at_first(rows)


def otherwise(rows: Rows, key: str, **known: Any) -> tuple[Rows, Changed]:
    """All rows once an organisation is otherwise."""
    now = only(rows, {key})
    row = replace(now.organisations[0], **known)
    return after(rows, replace(now, organisations=(row,))), Changed(
        organisations=frozenset({row.id})
    )


def together(rows: Rows, row: CollaborationRow, *members: str) -> tuple[Rows, Changed]:
    """All rows once these take part in a collaboration."""
    parts = [ParticipationRow(collaboration=row.id, organisation=member) for member in members]
    return replace(
        rows,
        collaborations=(*(r for r in rows.collaborations if r.id != row.id), row),
        participations=(*(r for r in rows.participations if r.collaboration != row.id), *parts),
    ), Changed(collaborations=frozenset({row.id}))


def found_by(known: Landscape, rows: Rows, changed: Changed) -> Landscape:
    found = follow(known, rows, changed)
    assert found is not None
    return found


def test_the_landscape_before_stays_as_it_was() -> None:
    rows, known = make_network()
    as_built = at_first(rows)
    found_by(known, *otherwise(rows, "c", name="Sangkor", hidden=True))
    found_by(known, *together(rows, CollaborationRow(id="1", title="Dans"), "a", "c"))
    assert same(known, as_built)


def test_words_of_a_description_are_found_if_somebody_used_them_before() -> None:
    rows, known = make_network()
    now, changed = otherwise(rows, "c", description="Vi synger også.")
    words, full = found_by(known, now, changed).texts.words, at_first(now).texts.words
    column = words.features["syng"]
    assert words.profiles[2, column] > 0
    assert words.saying_profiles[column, 2] > 0
    assert words.has_profile.tolist() == full.has_profile.tolist() == [True, True, True]
    assert "også" not in words.features


def test_a_new_name_has_its_words_and_its_place_in_the_order() -> None:
    rows, known = make_network()
    now, changed = otherwise(rows, "c", name="Byens Sangkor")
    found = found_by(known, now, changed)
    assert found.order.tolist() == at_first(now).order.tolist()
    words = {found.called.words[at] for at in found.called.named[[2]].indices.tolist()}
    assert words == {"byen", "sangkor"}
    assert found.called.naming[found.called.features["sangkor"], 2] > 0


def test_a_new_kind_and_sector_are_sorts_that_others_are_of() -> None:
    rows, known = make_network()
    found = found_by(known, *otherwise(rows, "c", kind="club", sector=None))
    labels = [found.sorts.labels[at] for at in found.sorts.of[[2]].indices.tolist()]
    assert labels == [("kind", "club")]
    assert found.sorts.having[found.sorts.labels.index(("kind", "club")), 2] == 1.0


def test_who_is_hidden_is_worth_nothing_as_a_common_partner() -> None:
    rows, known = make_network()
    found = found_by(known, *otherwise(rows, "b", hidden=True))
    assert found.partner_weight[1] == 0
    assert found.totals.partners[0] == 0 < known.totals.partners[0]
    assert found.shut.tolist() == [False, True, False]


def test_rarity_waits_for_the_next_full_build() -> None:
    rows, known = make_network()
    now = after(rows, replace(make_rows("c", offers={"c": ["hall"]}), terms=()))
    found = found_by(known, now, Changed(organisations=frozenset({"c"})))
    assert found.offers.toarray()[2].tolist() == [0.0, 1.0]
    assert found.vocabularies["capacity"].rarity.tolist() == [1.0, 1.0]
    assert at_first(now).vocabularies["capacity"].rarity[1] < 1.0


def test_a_new_collaboration_ties_those_who_take_part() -> None:
    rows, known = make_network()
    row = CollaborationRow(id="0", title="Sang igen", area="byen")
    found = found_by(known, *together(rows, row, "b", "c"))
    assert found.collaborations.ids == ("0", "1")
    assert found.current.toarray().tolist() == [
        [False, True, False], [True, False, True], [False, True, False]
    ]  # fmt: skip
    assert found.activity.number.tolist() == [1, 2, 1]
    assert found.experience.areas.toarray().tolist() == [[1.0], [1.0]]
    column = found.texts.words.features["sang"]
    assert found.texts.words.collaborations[0, column] > 0
    assert found.texts.words.profiles[2, column] > 0


def test_a_collaboration_that_is_gone_ties_nobody() -> None:
    rows, known = make_network()
    now = replace(rows, collaborations=(), participations=())
    found = found_by(known, now, Changed(collaborations=frozenset({"1"})))
    assert found.collaborations.ids == ()
    assert found.ties.nnz == found.experience.members.nnz == 0
    assert found.totals.partners.tolist() == [0.0, 0.0, 0.0]


def test_a_reported_tie_comes_and_goes() -> None:
    rows, known = make_network()
    changed = Changed(ties=frozenset({"t"}))
    tied = replace(rows, ties=(TieRow(id="t", a="c", b="a", confidence=0.5),))
    found = found_by(known, tied, changed)
    assert found.ties[0, 2] == found.ties[2, 0] == 0.5
    assert found.reported == {"t": ("c", "a")}
    assert same(found_by(found, rows, changed), known)


def test_a_reported_tie_that_means_others_now_ties_the_first_no_more() -> None:
    rows, _ = make_network()
    known = at_first(replace(rows, ties=(TieRow(id="t", a="a", b="c"),)))
    now = replace(rows, ties=(TieRow(id="t", a="b", b="c"),))
    found = found_by(known, now, Changed(ties=frozenset({"t"})))
    assert found.ties.toarray().tolist() == [[0, 1, 0], [1, 0, 1], [0, 1, 0]]


NEW = CollaborationRow(id="2", title="Ny")


@pytest.mark.parametrize(
    "known",
    [
        {"parent": "new"},
        {"kind": "new"},
        {"municipality": "new"},
        {"district": "new"},
        {"postcode": "new"},
        {"country": "new"},
    ],
    ids=str,
)
def test_an_organisation_of_something_new_is_built_anew(known: dict[str, str]) -> None:
    rows, landscape = make_network()
    assert follow(landscape, *otherwise(rows, "a", **known)) is None


@pytest.mark.parametrize("said", ["offers", "themes", "target_groups"])
def test_a_new_term_is_built_anew(said: str) -> None:
    rows, known = make_network()
    now = after(rows, make_rows("a", **{said: {"a": ["new"]}}))
    assert follow(known, now, Changed(organisations=frozenset({"a"}))) is None


@pytest.mark.parametrize(
    "row",
    [
        replace(NEW, area="Øen"),
        replace(NEW, funding_source="Fonden"),
        replace(NEW, themes=("new",)),
    ],
    ids=["area", "fund", "theme"],
)
def test_a_collaboration_of_something_new_is_built_anew(row: CollaborationRow) -> None:
    rows, known = make_network()
    assert follow(known, *together(rows, row, "a", "c")) is None


def test_a_new_organisation_stands_by_its_id_and_says_what_it_says() -> None:
    rows, known = make_network()
    now = after(rows, make_rows(org("ab", name="Aa Kor", parent="c"), offers={"ab": ["hall"]}))
    found = found_by(known, now, Changed(organisations=frozenset({"ab"})))
    assert found.ids == ("a", "ab", "b", "c")
    assert found.index == {"a": 0, "ab": 1, "b": 2, "c": 3}
    assert found.parent.tolist() == [-1, 3, -1, -1]
    assert found.offers[[1]].indices.tolist() == [known.vocabularies["capacity"].index["hall"]]
    assert found.order.tolist() == at_first(now).order.tolist()
    assert found.ties.toarray().tolist() == [[0, 0, 1, 0], [0] * 4, [1, 0, 0, 0], [0] * 4]


def test_a_deleted_organisation_leaves_no_trace() -> None:
    rows, known = make_network()
    now = replace(rows, organisations=rows.organisations[:2])
    found = found_by(known, now, Changed(organisations=frozenset({"c"})))
    assert found.ids == ("a", "b")
    assert same(found.ties, at_first(now).ties)
    assert "Ældre i Byen" not in found.names


def test_somebody_who_is_gone_but_still_works_with_others_is_built_anew() -> None:
    rows, known = make_network()
    now = replace(rows, organisations=rows.organisations[1:])
    assert follow(known, now, Changed(organisations=frozenset({"a"}))) is None
