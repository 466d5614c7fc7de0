"""Cells of a row to a typed row."""

from __future__ import annotations

from datetime import date

import pytest

from matcher.exchange.rows import CapacityIn, ParticipantIn, TieIn
from tests.matcher.exchange.makers import faults, make_reading


def test_an_organisation_with_everything() -> None:
    (table,) = make_reading(
        "Nr;Navn;Sektor;Type;Hører under;CVR-nr.;P-nummer;Reklamebeskyttet;Beskrivelse;Hjemmeside;"
        "E-mail;Telefon;Kontaktperson;Må gives videre;Adresse;Postnr;By;Kommune;Bydel;Breddegrad;"
        "Længdegrad;Temaer;Målgrupper;Tilbyder;Søger;Åben for partnere;Kilde\n"
        "7;Stjernen;forening;Kor;3;25 31 37 63;1003375567;nej;Synger;stjernen.example;"
        "kor@example.org;+45 00 00 00 00;En Person;ja;Vej 1;1620;København V;København;Vesterbro;"
        "55,67;12,55;Musik|Fællesskab;Unge;Lokale;Frivillige;ja;Liste A\n"
    ).tables
    (row,) = table.rows
    assert table.layout.unused == ()
    assert (row.row, row.id, row.name, row.sector, row.kind) == (
        2,
        "7",
        "Stjernen",
        "association",
        "Kor",
    )
    assert (row.parent, row.cvr, row.p_number) == ("3", "25313763", "1003375567")
    assert (row.advertising_protected, row.may_pass_on, row.open_to_partners) == (
        False,
        True,
        True,
    )
    assert (row.postcode, row.lat, row.lon) == ("1620", 55.67, 12.55)
    assert (row.themes, row.offers, row.needs) == (
        ("Musik", "Fællesskab"),
        ("Lokale",),
        ("Frivillige",),
    )
    assert (row.municipality, row.district, row.source) == ("København", "Vesterbro", "Liste A")


def test_the_smaller_tables() -> None:
    capacity = make_reading(
        "aktør;tilbyder eller søger;ressource;antal;enhed;til\nStjernen;søger;Lokale;2;timer;2026"
    ).tables[0]
    assert capacity.rows == (
        CapacityIn(
            row=2,
            organisation="Stjernen",
            offers_or_needs="needs",
            term="Lokale",
            amount=2.0,
            unit="timer",
            until=date(2026, 12, 31),
        ),
    )
    participant = make_reading("projekt,aktør,rolle,fra,til\nP1,7,lead,2020,01.02.2021").tables[0]
    assert participant.rows == (
        ParticipantIn(
            row=2,
            collaboration="P1",
            organisation="7",
            role="lead",
            since=date(2020, 1, 1),
            until=date(2021, 2, 1),
        ),
    )
    tie = make_reading("fra;til;relation;kilde;oplyst af;dato;sikkerhed\nA;B;x;y;z;2020-01-02;80%")
    assert tie.tables[0].rows == (
        TieIn(
            row=2,
            a="A",
            b="B",
            kind="x",
            source="y",
            reporter="z",
            date=date(2020, 1, 2),
            confidence=0.8,
        ),
    )


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("id;navn\n1;\n", ("navn", "", "The name is missing.")),
        ("titel;start\n;2020\n", ("titel", "", "The title is missing.")),
        ("project_id;start\n;2020\n", ("project_id", "", "The id is missing.")),
        ("projekt;aktør\n;1\n", ("projekt", "", "The collaboration is missing.")),
        ("projekt;aktør\n1;\n", ("aktør", "", "The organisation is missing.")),
        ("fra;til\n1;\n", ("til", "", "The organisation is missing.")),
        ("aktør;side;term\n1;;x\n", ("side", "", "Write offers or needs.")),
        ("aktør;side;term\n1;offers;\n", ("term", "", "The term is missing.")),
        (
            "titel;start;slut\nA;2020-01-02;01-01-2020\n",
            ("slut", "01-01-2020", "The end is before the start."),
        ),
        (
            "projekt;aktør;fra;til\nA;B;2021;2020\n",
            ("til", "2020", "The end is before the start."),
        ),
    ],
)
def test_what_is_missing_or_contradicts(text: str, fault: tuple[str, str, str]) -> None:
    assert faults(make_reading(text)) == [(2, *fault)]


def test_all_faults_of_a_row_are_said_in_one() -> None:
    reading = make_reading("navn;cvr;e-mail;sektor\nA;123;x;y\n")
    assert faults(reading) == [
        (2, "cvr", "123", "A CVR number has 8 digits. Also wrong: e-mail and sektor.")
    ]


@pytest.mark.parametrize(
    ("column", "first"),
    [
        *((column, "name") for column in ("id", "postcode", "municipality", "district", "source")),
        ("name", "sector"),
        ("title", "start"),
        ("source_id", "name"),
    ],
)
def test_what_records_are_found_by_is_no_longer_than_in_a_form(column: str, first: str) -> None:
    filled = {"name": "Stjernen", "start": "2026", "sector": "public"}[first]
    ((_, found, _, reason),) = faults(make_reading(f"{first},{column}\n{filled},{'ø' * 301}\n"))
    assert (found, reason) == (column, "Write at most 300 characters.")
    assert faults(make_reading(f"{first},{column}\n{filled},{'ø' * 300}\n")) == []


def test_a_shifted_row_is_not_read() -> None:
    reading = make_reading("navn,adresse\nA,Vej 1, 2. sal\nB,Vej 2,\nC\n")
    assert [(fault[0], fault[1]) for fault in faults(reading)] == [(2, None)]
    assert [row.name for row in reading.tables[0].rows] == ["B", "C"]


def test_a_type_that_is_a_sector_tells_the_sector_where_there_is_no_other() -> None:
    (table,) = make_reading("navn;type\nA;Forening\nB;Kor\n").tables
    assert [row.sector for row in table.rows] == ["association", None]
    (table,) = make_reading("navn;type;sektor\nA;Forening;\n").tables
    assert table.rows[0].sector is None


def test_projects_without_a_title_column_are_called_by_their_id() -> None:
    (table,) = make_reading("project_id,start_date\nP1,2020-01-01\n").tables
    assert [(row.id, row.title) for row in table.rows] == [("P1", "P1")]
