"""An audit of whom the lists favour."""

from __future__ import annotations

from datetime import date

import pytest

from matcher.errors import Refusal
from matcher.services.access import Actor
from matcher.services.audit_suggestions import SMALL_PLACES, TOP, Group, audit_suggestions
from matcher.services.installation import Installation
from tests.factories import READER, make_collaboration, make_organisation
from tests.neighbourhood import AS_OF, make_neighbourhood


def group(groups: tuple[Group, ...], code: str | None) -> Group:
    (found,) = [each for each in groups if each.code == code]
    return found


def test_in_a_small_neighbourhood_everybody_is_on_everybody_elses_list(
    installation: Installation,
) -> None:
    make_neighbourhood(installation)
    found = audit_suggestions(installation, READER, as_of=AS_OF)
    assert (found.askers, found.asking, found.recipe) == (6, 6, "partners")
    # Six ask; house and bridge work together, closed wants nobody: only it sees all the others.
    assert {line.id: line.times for line in found.lines} == {
        "school": (5, 5),
        "cafe": (5, 5),
        "stranger": (5, 5),
        "house": (4, 4),
        "bridge": (4, 4),
    }
    assert [line.id for line in found.lines] == ["cafe", "stranger", "school", "bridge", "house"]
    assert [line.size for line in found.lines] == ["none", "none", "few", "many", "few"]
    assert [line.collaborations for line in found.lines] == [0, 0, 1, 2, 1]
    for spread in found.spreads:
        assert spread.coverage == 1.0
        assert spread.most == pytest.approx(5 / 23)
        assert 0 < spread.gini < 0.1


def test_groups_together_have_all_the_places(installation: Installation) -> None:
    make_neighbourhood(installation)
    found = audit_suggestions(installation, READER, as_of=AS_OF)
    for groups in (found.by_sector, found.by_size):
        assert sum(each.organisations for each in groups) == len(found.lines)
        for turn, _ in enumerate(SMALL_PLACES):
            tallies = [each.tallies[turn] for each in groups]
            assert sum(each.places for each in tallies) == 23
            assert sum(each.share for each in tallies) == pytest.approx(1)
            assert sum(each.shown for each in tallies) == 5
    assert [each.code for each in found.by_sector] == ["association", "public", "business", None]
    assert [each.code for each in found.by_size] == ["none", "few", "many"]
    assert group(found.by_sector, "association").organisations == 2
    assert group(found.by_sector, None).tallies[0].places == 5


def test_places_for_small_ones_go_to_small_ones(installation: Installation) -> None:
    """The large list the large, the small the small, until three places are for small ones."""
    past = {"start": date(2020, 1, 1), "end": date(2021, 1, 1)}
    large = [make_organisation(installation, f"Stor {n}", district="Valby") for n in range(12)]
    small = [make_organisation(installation, f"Lille {n}", district="Nord") for n in range(14)]
    make_collaboration(installation, "Første", large, **past)
    make_collaboration(installation, "Anden", large, **past)
    make_collaboration(installation, "Eneste", small, **past)
    found = audit_suggestions(installation, READER, as_of=AS_OF)
    few, many = group(found.by_size, "few"), group(found.by_size, "many")
    assert (few.organisations, many.organisations) == (14, 12)
    assert [tally.places for tally in few.tallies] == [14 * TOP, 14 * TOP + 12 * SMALL_PLACES[1]]
    assert [tally.places for tally in many.tallies] == [12 * TOP, 12 * (TOP - SMALL_PLACES[1])]


def test_nobody_there_is_no_division_by_nothing(installation: Installation) -> None:
    found = audit_suggestions(installation, READER, as_of=AS_OF)
    assert (found.askers, found.lines, found.by_sector, found.by_size) == (0, (), (), ())
    assert [(each.coverage, each.most, each.gini) for each in found.spreads] == [(0, 0, 0)] * 2


def test_a_recipe_that_is_not_there_is_refused(installation: Installation) -> None:
    with pytest.raises(Refusal) as refusal:
        audit_suggestions(installation, READER, as_of=AS_OF, recipe="partnes")
    assert refusal.value.code == "not_found"


def test_a_link_does_not_open_it(installation: Installation) -> None:
    with pytest.raises(Refusal) as refusal:
        audit_suggestions(installation, Actor(role="link"), as_of=AS_OF)
    assert refusal.value.code == "forbidden"
