"""The ledger counts what is on shortlists, and what came of it."""

from __future__ import annotations

import io
from datetime import date

import openpyxl
import pytest

from matcher.errors import Refusal
from matcher.services.access import NOBODY
from matcher.services.installation import Installation
from matcher.services.ledger import Ledger, LedgerAsked, export_ledger, show_ledger
from tests.factories import (
    READER,
    make_brief,
    make_collaboration,
    make_organisation,
    make_parties,
)
from tests.matcher.services.ledger.records import make_list, start

TODAY = date(2027, 6, 1)
MET = (("contacted", 2), ("answered", 9), ("met", 20))


@pytest.fixture
def people(installation: Installation) -> dict[str, str]:
    """An asker that cares for the green, and three candidates."""
    return {
        "asker": make_organisation(installation, "Beboerhuset", themes=["green"]),
        "club": make_organisation(
            installation, "Klubben", sector="association", municipality="København",
            district="Valby",
        ),
        "home": make_organisation(
            installation, "Plejehjemmet", sector="public", municipality="København"
        ),
        "shop": make_organisation(installation, "=Butikken()", sector="business"),
    }  # fmt: skip


def shown(installation: Installation, **asked: str) -> Ledger:
    return show_ledger(installation, READER, LedgerAsked(**asked), as_of=TODAY, language="en")


def counts(found: Ledger) -> list[int]:
    return [stage.count for stage in found.total.stages]


def rows(found: Ledger, by: str) -> dict[str, int]:
    return {row.key: row.funnel.entries for row in found.table(by).rows}  # type: ignore[arg-type]


def test_from_suggestion_to_what_is_alive(
    installation: Installation, people: dict[str, str]
) -> None:
    club, home, shop = people["club"], people["home"], people["shop"]
    agreed = (*MET, ("agreed", 30))
    shortlist = make_list(
        installation, people["asker"],
        {club: agreed, home: agreed, shop: (("contacted", 4), ("declined", 6))},
        reason="too_busy",
    )  # fmt: skip
    collaboration = make_collaboration(
        installation, "Havedag", [people["asker"], club, home],
        agreement="written", funding_end=date(2026, 5, 31),
    )  # fmt: skip
    make_parties(installation, collaboration)
    start(installation, collaboration, shortlist)
    found = shown(installation)
    assert counts(found) == [3, 3, 3, 2, 2, 2, 2]
    assert {each.key: each.days for each in found.total.stages if each.days is not None} == {
        "contacted": 2.0, "answered": 7.0, "met": 11.0, "agreed": 10.0,
    }  # fmt: skip
    assert found.reasons.counts == (("too_busy", 1),)
    together = found.collaborations
    assert (together.started, together.written, together.alive) == (1, 1, 1)
    earlier = show_ledger(installation, READER, as_of=date(2027, 5, 30))
    assert (earlier.total.stages[-1].count, earlier.total.unknown) == (0, 2)


def test_by_period_theme_sector_and_district(
    installation: Installation, people: dict[str, str]
) -> None:
    brief = make_brief(installation, themes=["food", "loneliness"])
    club, home, shop = people["club"], people["home"], people["shop"]
    make_list(installation, people["asker"], {club: (), home: ()})
    make_list(installation, None, {shop: ()}, brief=brief, listed=date(2027, 3, 31))
    found = shown(installation)
    assert rows(found, "period") == {"2026": 2, "2027": 1}
    assert rows(found, "theme") == {"green": 2, "food": 1, "loneliness": 1}
    assert rows(found, "sector") == {"association": 1, "public": 1, "business": 1}
    assert list(rows(found, "district").items()) == [("København", 1), ("Valby", 1), ("", 1)]
    assert found.quarters == ("2027-Q1", "2026-Q1")
    assert found.districts == ("København", "Valby")
    assert [key for key, _words in found.themes] == ["green", "loneliness", "food"]


@pytest.mark.parametrize(
    ("asked", "number"),
    [
        ({"period": "2026"}, 2),
        ({"period": "2027-Q1"}, 1),
        ({"period": "2027-Q2"}, 0),
        ({"since": "01-01-2027"}, 1),
        ({"until": "2026"}, 2),
        ({"theme": "green"}, 2),
        ({"theme": "green", "sector": "public"}, 1),
        ({"district": "Valby"}, 1),
        ({"district": "nowhere"}, 0),
        ({"period": "nonsense"}, 3),
    ],
)
def test_conditions_narrow_it(
    installation: Installation, people: dict[str, str], asked: dict[str, str], number: int
) -> None:
    make_list(installation, people["asker"], {people["club"]: (), people["home"]: ()})
    make_list(installation, None, {people["shop"]: ()}, listed=date(2027, 3, 31))
    assert shown(installation, **asked).total.entries == number


@pytest.mark.parametrize(
    ("asked", "wrong"),
    [
        ({"since": "31-02-2026"}, {"since"}),
        ({"since": "x", "until": "y"}, {"since", "until"}),
        ({"since": "2027", "until": "2026"}, {"until"}),
    ],
)
def test_days_that_are_none_are_said_beside_the_field(
    installation: Installation, asked: dict[str, str], wrong: set[str]
) -> None:
    with pytest.raises(Refusal) as refused:
        shown(installation, **asked)
    assert set(refused.value.details["fields"]) == wrong  # type: ignore[call-overload]


def test_nobody_else_sees_it_and_there_may_be_nothing(installation: Installation) -> None:
    with pytest.raises(Refusal) as refused:
        show_ledger(installation, NOBODY, as_of=TODAY)
    assert refused.value.code == "not_signed_in"
    found = shown(installation)
    assert (counts(found), found.quarters) == ([0] * 7, ())


def test_the_workbook_has_every_table_and_no_formula(
    installation: Installation, people: dict[str, str]
) -> None:
    named = make_organisation(
        installation, "Formlen", sector="public", municipality="=1+1", contact_person="Fru Kontakt"
    )
    make_list(installation, people["asker"], {people["club"]: MET, named: ()})
    data = export_ledger(installation, READER, "xlsx", as_of=TODAY, language="en")
    book = openpyxl.load_workbook(io.BytesIO(data))
    assert len(book.sheetnames) == 6
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f"]
    assert not [cell for cell in cells if "Kontakt" in str(cell.value)]
    numbers = [cell.value for cell in book.worksheets[0]["B"] if isinstance(cell.value, int)]
    assert numbers[:7] == [2, 1, 1, 1, 0, 0, 0]


def test_the_csv_has_all_tables_in_one(installation: Installation, people: dict[str, str]) -> None:
    make_list(installation, people["asker"], {people["club"]: MET, people["home"]: ()})
    data = export_ledger(installation, READER, "csv", as_of=TODAY, language="en")
    lines = data.decode("utf-8-sig").splitlines()
    assert len(lines) == 1 + 1 + 1 + 1 + 2 + 2
    with pytest.raises(Refusal):
        export_ledger(installation, READER, "doc", as_of=TODAY)
