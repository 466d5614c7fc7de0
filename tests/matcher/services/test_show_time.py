"""The years of an installation's records."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from matcher.errors import Refusal
from matcher.network.picture import MapView
from matcher.services.access import OPERATOR, Actor
from matcher.services.installation import Installation
from matcher.services.show_time import MOST, show_time
from matcher.store.documents import collaborations, organisations
from matcher.store.documents.table import write

AS_OF = date(2026, 5, 1)


def make_collaboration(start: str | None, end: str | None, *members: str) -> dict[str, Any]:
    return {
        **collaborations.EMPTY,
        "title": "Haven",
        "start": start,
        "end": end,
        "participants": [
            {"organisation": key, "role": None, "since": None, "until": None} for key in members
        ],
    }


@pytest.fixture
def records(installation: Installation) -> Installation:
    """Ø and Å worked together until 2021, A and Ø since 2023; H is hidden."""
    with installation.writing(OPERATOR) as work:
        names = {"a": "Aktiv", "b": "Øster", "c": "Ånden"}
        documents = {key: {**organisations.EMPTY, "name": name} for key, name in names.items()}
        documents["h"] = {**organisations.EMPTY, "name": "Gemt", "hidden": True}
        write(work, "organisation", documents)
        write(
            work,
            "collaboration",
            {
                "one": make_collaboration("2018-01-01", "2021-12-31", "b", "c", "h"),
                "two": make_collaboration("2023-01-01", None, "a", "b"),
            },
        )
        work.commit()
    return installation


def test_the_last_year_is_compared_with_five_years_before(records: Installation) -> None:
    found = show_time(records, OPERATOR, as_of=AS_OF).differences
    assert found is not None
    assert (found.earlier, found.later) == (2021, 2026)
    assert [node.name for node in found.came.organisations] == ["Aktiv"]
    assert [node.name for node in found.left.organisations] == ["Ånden"]
    assert [(tie.a, tie.b) for tie in found.began.ties] == [("a", "b")]
    assert [(tie.a, tie.b) for tie in found.ended.ties] == [("b", "c")]
    assert found.lasted == 0


def test_years_are_taken_in_their_order(records: Installation) -> None:
    found = show_time(records, OPERATOR, years=(2024, 2019), as_of=AS_OF).differences
    assert found is not None
    assert (found.earlier, found.later) == (2019, 2024)


def test_a_view_is_told_by_itself(records: Installation) -> None:
    found = show_time(records, OPERATOR, MapView(around="a", steps=1), as_of=AS_OF)
    assert [year.year for year in found.timeline.years] == [2023, 2024, 2025, 2026]


def test_hidden_organisations_are_in_no_year(records: Installation) -> None:
    first = show_time(records, OPERATOR, as_of=AS_OF).timeline.years[0]
    assert (first.organisations, first.ties) == (2, 1)


def test_a_year_before_all_that_is_known(records: Installation) -> None:
    with pytest.raises(Refusal) as refused:
        show_time(records, OPERATOR, years=(1999, None), as_of=AS_OF)
    assert refused.value.code == "invalid"


def test_long_lists_are_cut_and_counted(records: Installation) -> None:
    with records.writing(OPERATOR) as work:
        many = {f"m{number:03}": number for number in range(MOST + 5)}
        write(
            work,
            "organisation",
            {key: {**organisations.EMPTY, "name": f"Mange {key}"} for key in many},
        )
        write(
            work,
            "collaboration",
            {f"c{key}": make_collaboration("2025-01-01", None, "a", key) for key in many},
        )
        work.commit()
    found = show_time(records, OPERATOR, as_of=AS_OF).differences
    assert found is not None
    assert (found.came.count, len(found.came.organisations), found.came.more) == (106, 100, 6)
    names = [node.name for node in found.came.organisations]
    assert names == sorted(names)
    assert len(found.began.ties) == MOST


def test_no_records_no_years(installation: Installation) -> None:
    found = show_time(installation, OPERATOR, as_of=AS_OF)
    assert (found.timeline.years, found.differences) == ((), None)


def test_a_link_to_the_map_does_not_tell_time(records: Installation) -> None:
    with pytest.raises(Refusal) as refused:
        show_time(records, Actor(role="link", subject="map"), as_of=AS_OF)
    assert refused.value.code == "forbidden"
