"""An agreement that is not known is not the same as none, and what is over needs none."""

from __future__ import annotations

import pytest

from matcher.network.arrangement import network
from matcher.network.drawing import draw
from matcher.network.picture import MapPicture, MapView
from matcher.network.unwritten import NOT_KNOWN, UNWRITTEN, WRITTEN, unwritten
from tests.matcher.network.evidence_makers import Report, Stay, make_evidence
from tests.matcher.network.makers import AS_OF, make_landscape


def make_picture(*stays: Stay, reports: tuple[Report, ...] = (), **view: object) -> MapPicture:
    seen = make_landscape()
    pieces = make_evidence(stays, reports, seen.index, AS_OF)
    return draw(network(seen, pieces), MapView(**view))  # type: ignore[arg-type]


def both(collaboration: str, **known: object) -> list[Stay]:
    """Kirkeklubben and Museet in a collaboration."""
    return [Stay(collaboration=collaboration, organisation=x, **known) for x in "km"]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("agreement", "found"),
    [("written", WRITTEN), ("oral", UNWRITTEN), ("none", UNWRITTEN), (None, NOT_KNOWN)],
)
def test_what_is_said_of_one_collaboration(agreement: str | None, found: int) -> None:
    picture = make_picture(*both("haven", agreement=agreement))
    assert unwritten(picture.columns).tolist() == [found]


def test_of_several_the_best_counts_and_on_its_own_map_its_own() -> None:
    stays = [*both("haven", agreement="oral"), *both("sangen", agreement="written")]
    assert unwritten(make_picture(*stays).columns).tolist() == [WRITTEN]
    for collaboration, found in (("haven", UNWRITTEN), ("sangen", WRITTEN)):
        picture = make_picture(*stays, collaboration=collaboration)
        assert unwritten(picture.columns, collaboration).tolist() == [found]


def test_its_own_that_is_not_known_is_not_lacking() -> None:
    stays = [*both("haven", agreement=None), *both("sangen", agreement="oral")]
    picture = make_picture(*stays, collaboration="haven")
    assert unwritten(picture.columns, "haven").tolist() == [NOT_KNOWN]


def test_what_is_over_or_only_told_needs_no_agreement() -> None:
    over = both("haven", agreement="none", until=AS_OF.replace(year=AS_OF.year - 1))
    assert unwritten(make_picture(*over).columns).tolist() == [WRITTEN]
    told = make_picture(reports=(Report(a="k", b="m"),))
    assert unwritten(told.columns).tolist() == [WRITTEN]


def test_a_map_of_nobody() -> None:
    assert unwritten(make_picture(theme="song").columns, "gone").tolist() == []
