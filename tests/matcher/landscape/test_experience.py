"""What collaborations were like."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import numpy as np
import pytest

from matcher.landscape import Landscape
from matcher.landscape.experience import like, parts
from tests.engine_factories import AS_OF, make_collaboration, make_landscape


def _made(*joint: Any) -> Landscape:
    return make_landscape("a", "b", "c", joint=joint)


def test_several_names_in_one_text_are_parted() -> None:
    assert parts(" Byen;Øen ; ; Havnen") == ["Byen", "Øen", "Havnen"]
    assert parts("") == parts(None) == []


def test_members_are_participation_turned() -> None:
    landscape = _made(make_collaboration("1", "ab"), make_collaboration("2", "c"))
    members = landscape.experience.members.toarray()
    assert members.tolist() == [[1, 1, 0], [0, 0, 1]]
    assert np.array_equal(members.T, landscape.participation.toarray())


def test_a_large_collaboration_tells_less_of_each() -> None:
    landscape = _made(make_collaboration("1", "abc"), make_collaboration("2", "a"),
                      make_collaboration("3", ""))  # fmt: skip
    assert landscape.experience.weight.tolist() == pytest.approx([3**-0.5, 1.0, 1.0])


def test_years_since_it_began() -> None:
    landscape = _made(
        make_collaboration("1", "a", start=AS_OF),
        make_collaboration("2", "a", start=AS_OF - timedelta(days=1461)),
        make_collaboration("3", "a"),
    )
    assert landscape.experience.years[:2].tolist() == pytest.approx([0.0, 4.0])
    assert np.isnan(landscape.experience.years[2])


def test_areas_are_known_by_folded_names() -> None:
    landscape = _made(
        make_collaboration("1", "a", area="Ærø; Byen"),
        make_collaboration("2", "a", area="AEROE"),
        make_collaboration("3", "a", area=None),
        make_collaboration("4", "a", area="byen;Byen"),
    )
    known = landscape.experience
    assert known.area_names == ("AEROE", "Byen")
    assert dict(known.area_index) == {"aeroe": 0, "byen": 1}
    assert known.areas.toarray().tolist() == [[1, 1], [1, 0], [0, 0], [0, 1]]


def test_sources_of_funding() -> None:
    landscape = _made(
        make_collaboration("1", "a", funding_source=" Staten "),
        make_collaboration("2", "a", funding_source="Nordea Fonden"),
        make_collaboration("3", "a"),
    )
    known = landscape.experience
    assert known.fundings == ("Nordea Fonden", "Staten")
    assert known.funding.tolist() == [1, 0, -1]


def test_sources_with_names_like_it() -> None:
    names = ("Nordea Fonden", "Nordea Puljen", "Statens Pulje", "Kirkens Bevilling", "Kommunen")
    found = dict(zip(names, like(names, "nordea fonden").tolist(), strict=True))
    assert found["Nordea Fonden"] == pytest.approx(1.0)
    assert 1 > found["Nordea Puljen"] > found["Statens Pulje"] == found["Kommunen"] == 0.0
    assert like((), "Nordea").tolist() == []
    assert (like(names, "") == 0).all()


def test_collaborations_of_a_term() -> None:
    landscape = _made(
        make_collaboration("1", "a", themes=("song",), target_groups=("old",)),
        make_collaboration("2", "a", themes=("green", "song")),
    )
    about = landscape.experience.about
    assert landscape.vocabularies["theme"].ids == ("green", "song")
    assert about["theme"].toarray().tolist() == [[0, 1], [1, 1]]
    assert about["target_group"].toarray().tolist() == [[1, 0]]


def test_what_begins_later_is_not_known() -> None:
    landscape = _made(
        make_collaboration("1", "a", start=date(2030, 1, 1), area="Byen", funding_source="Staten",
                           purpose="Hemmelighed"),
        make_collaboration("2", "b"),
    )  # fmt: skip
    known = landscape.experience
    assert known.members.shape == (1, 3)
    assert (known.area_names, known.fundings) == ((), ())
    assert "hemmelighed" not in {word[:11] for word in landscape.texts.words.features}
