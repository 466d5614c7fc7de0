"""Which table a heading row stands for."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.exchange.mapping import HeadingMap
from matcher.exchange.recognise import fitting, known_count, recognise
from matcher.exchange.tables import TABLES, TableShape


@pytest.mark.parametrize("table", TABLES.values(), ids=lambda table: table.name)
@settings(deadline=None)
@given(data=st.data())
def test_canonical_headings_are_their_table_in_any_order(
    table: TableShape, data: st.DataObject
) -> None:
    names = [column.name for column in table.columns if not column.extra]
    for headings in (names, list(table.names)):
        shuffled = data.draw(st.permutations(headings))
        layout = recognise(shuffled, None)
        assert layout is not None
        assert (layout.table, layout.missing, layout.unused) == (table.name, (), ())
        assert {shuffled[at[0]] for at in layout.columns.values()} == set(headings)


@pytest.mark.parametrize(
    ("headings", "table"),
    [
        (["project_id", "org_id", "role"], "participants"),
        (["org_id", "name"], "organisations"),
        (["project_id", "start_date"], "collaborations"),
        (["Projekt", "Aktør", "Rolle"], "participants"),
        (["Projekt", "Startdato", "Slutdato", "Formål", "Bevilling"], "collaborations"),
        (["navn"], "organisations"),
        (["Navn", "Adresse", "Fra", "Til"], "collaborations"),
        (["Organisation", "Tilbyder eller søger", "Ressource"], "capacities"),
        (["Fra", "Til", "Sikkerhed"], "ties"),
        (["Label", "Type", "Description"], "organisations"),
    ],
)
def test_tables_are_known_by_their_headings(headings: list[str], table: str) -> None:
    layout = recognise(headings, None)
    assert layout is not None
    assert (layout.table, layout.missing) == (table, ())


def test_headings_that_say_nothing() -> None:
    assert recognise(["foo", "bar", ""], None) is None
    assert known_count(["foo"], None) == 0


def test_what_is_missing_is_said() -> None:
    layout = recognise(["CVR-nr", "Adresse"], None)
    assert layout is not None
    assert layout.missing == ("name",)
    layout = recognise(["Aktør", "Rolle", "Startdato", "Slutdato"], None)
    assert layout is not None
    assert (layout.table, layout.missing) == ("participants", ("collaboration",))


@pytest.mark.parametrize(
    ("headings", "table", "missing"),
    [
        (["id", "postcode"], "organisations", "name"),
        (["id", "sector", "themes", "target_groups"], "organisations", "name"),
        (["collaboration", "role"], "participants", "organisation"),
        (["organisation", "role"], "participants", "collaboration"),
        (["organisation", "term"], "capacities", "offers_or_needs"),
        (["organisation", "offers_or_needs"], "capacities", "term"),
        (["from", "kind"], "ties", "to"),
        (["start", "end", "themes"], "collaborations", "title"),
    ],
)
def test_headings_of_one_table_are_not_taken_for_another_that_lacks_nothing(
    headings: list[str], table: str, missing: str
) -> None:
    layout = recognise(headings, None)
    assert layout is not None
    assert (layout.table, layout.missing) == (table, (missing,))


def test_the_canonical_heading_is_preferred_to_its_synonyms() -> None:
    layout = recognise(["Mobil", "phone", "navn"], None)
    assert layout is not None
    assert layout.columns["phone"] == (1, 0)
    assert layout.heading("phone") == "phone"
    assert layout.heading("email") is None


def test_a_mapping_counts_before_synonyms_and_can_leave_columns_out() -> None:
    mapping = HeadingMap(columns={"organisations": {"x": "name", "navn": None}})
    layout = recognise(["navn", "X"], mapping)
    assert layout is not None
    assert layout.columns == {"name": (1,)}
    assert layout.unused == ("navn",)


_ESIF = {
    "organisations": ["org_id", "name", "type", "subtype", "country", "postcode", "town", "cvr"],
    "collaborations": ["project_id", "period", "fund", "title", "start_date", "topic"],
    "participants": ["project_id", "org_id", "role", "start_date", "topic"],
}


@pytest.mark.parametrize("table", _ESIF)
def test_the_shape_of_the_structural_funds_is_known(table: str) -> None:
    layout = recognise(_ESIF[table], None)
    assert layout is not None
    assert (layout.table, layout.mapping.name) == (table, "dk_esif")


def test_the_shape_of_interreg_is_known() -> None:
    layout = recognise(["org_id", "name", "type", "country", "nuts3", "town", "lat", "lon"], None)
    assert layout is not None
    assert layout.mapping.name == "interreg"
    assert layout.columns["sector"] == (2,)


def test_the_same_headings_over_other_words_are_another_list() -> None:
    layout = recognise(["org_id", "name", "type"], None)
    assert layout is not None
    funds = fitting(layout, [("1", "A", "nonprofit"), ("2", "B", "unknown"), ("3", "C", "odd")])
    other = fitting(layout, [("1", "A", "Idrætsforening"), ("2", "B", "Kor")])
    assert "sector" in funds.columns
    assert "kind" in other.columns
    assert "sector" not in other.columns
