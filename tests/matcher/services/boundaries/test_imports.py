"""Boundaries are read in one go, with their history, and again without a change."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from matcher.errors import Refusal
from matcher.exchange.source import Source
from matcher.services.access import NOBODY, OPERATOR, Actor
from matcher.services.boundaries import (
    BoundariesRead,
    BoundaryOptions,
    import_boundaries,
    remove_boundaries,
    show_boundaries,
)
from matcher.services.history import show_history, undo_change
from matcher.services.installation import Installation
from tests.matcher.services.boundaries.makers import DISTRICTS, TOWN, make_file, settle
from tests.missing import missing

AS_OF = date(2026, 5, 1)
IN_NORDBY = BoundaryOptions(level="district", municipality="Nordby", source="Kommunen")
DENMARK = Path("/work/shared/data/denmark")


def read(
    installation: Installation, source: Source, options: BoundaryOptions | None = None
) -> BoundariesRead:
    return import_boundaries(installation, OPERATOR, source, options or BoundaryOptions())


def test_what_is_new_changed_and_the_same_is_told(installation: Installation) -> None:
    assert read(installation, DISTRICTS, IN_NORDBY).created == ("Havnen", "Skoven")
    moved = make_file(("HAVNEN", 12.2, 55.2, 0.1), ("Skoven", 12.7, 55.6, 0.1))
    assert read(installation, DISTRICTS, IN_NORDBY).unchanged == ("Havnen", "Skoven")
    again = read(installation, moved, IN_NORDBY)
    assert (again.created, again.updated) == ((), ("HAVNEN", "Skoven"))


def test_districts_of_one_name_in_two_towns_are_two(installation: Installation) -> None:
    read(installation, DISTRICTS, IN_NORDBY)
    other = BoundaryOptions(level="district", municipality="Sydby")
    assert read(installation, DISTRICTS, other).created == ("Havnen", "Skoven")


def test_who_did_it_is_kept_and_it_cannot_be_undone(installation: Installation) -> None:
    read(installation, DISTRICTS, IN_NORDBY)
    history = show_history(installation, OPERATOR, "boundary")
    assert {change.record_name for change in history.changes} == {"Havnen", "Skoven"}
    assert not any(change.may_undo for change in history.changes)
    with pytest.raises(Refusal) as told:
        undo_change(installation, OPERATOR, history.changes[0].id)
    assert told.value.code == "conflict"


def test_a_faulty_file_changes_nothing(installation: Installation) -> None:
    with pytest.raises(Refusal):
        read(installation, make_file(text='{"features": []}'))
    assert show_boundaries(installation, OPERATOR, as_of=AS_OF).groups == ()


@pytest.mark.parametrize(
    "options",
    [BoundaryOptions(level="region"), BoundaryOptions(source="x" * 201)],
)
def test_options_that_cannot_be_are_refused(
    installation: Installation, options: BoundaryOptions
) -> None:
    with pytest.raises(Refusal) as told:
        read(installation, TOWN, options)
    assert told.value.code == "invalid"


def test_what_has_no_boundary_and_what_has_nobody_is_told(installation: Installation) -> None:
    settle(installation)
    before = show_boundaries(installation, OPERATOR, as_of=AS_OF)
    assert [each.name for each in before.without_boundary] == ["Nordby", "Havnen"]
    read(installation, TOWN)
    read(installation, DISTRICTS, IN_NORDBY)
    after = show_boundaries(installation, OPERATOR, as_of=AS_OF)
    assert after.without_boundary == ()
    assert [each.name for each in after.without_organisation] == ["Skoven"]
    assert [(g.level, g.municipality, g.count, g.sources) for g in after.groups] == [
        ("municipality", "", 1, ()),
        ("district", "Nordby", 2, ("Kommunen",)),
    ]


def test_they_can_be_taken_away_and_come_back(installation: Installation) -> None:
    read(installation, DISTRICTS, IN_NORDBY)
    assert remove_boundaries(installation, OPERATOR, "municipality") == 0
    assert remove_boundaries(installation, OPERATOR, "district", "nordby") == 2
    assert show_boundaries(installation, OPERATOR, as_of=AS_OF).groups == ()
    assert show_history(installation, OPERATOR, "boundary").changes[0].what.id == "Deleted"
    assert read(installation, DISTRICTS, IN_NORDBY).created == ("Havnen", "Skoven")


def test_only_those_who_may_do_it(installation: Installation) -> None:
    reader = Actor(role="reader", id="r")
    for who, code in ((NOBODY, "not_signed_in"), (reader, "forbidden")):
        with pytest.raises(Refusal) as told:
            import_boundaries(installation, who, TOWN, BoundaryOptions())
        assert told.value.code == code
        with pytest.raises(Refusal):
            remove_boundaries(installation, who, "municipality")
    assert show_boundaries(installation, reader, as_of=AS_OF).groups == ()


def test_all_of_denmark_is_read(installation: Installation) -> None:
    path = DENMARK / "dk_kommuner_simplified.geojson"
    if not path.is_file():
        missing(f"there is no {path}")
    done = read(installation, Source(name=path.name, data=path))
    assert len(done.created) >= 98
    assert not read(installation, Source(name=path.name, data=path)).updated
