"""The network as files, out and in again."""

from __future__ import annotations

import csv
import io
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from matcher.errors import Refusal
from matcher.exchange.source import Source
from matcher.exchange.tables import TABLES
from matcher.services.export_network import export_network, network_tables, network_workbook
from matcher.services.installation import Installation
from matcher.store import documents
from tests.databases import sqlite_copy
from tests.factories import (
    EDITOR,
    READER,
    make_capacity,
    make_collaboration,
    make_organisation,
    make_participant,
    make_terms,
    make_tie,
)
from tests.matcher.services.importing.makers import counts, everything, take
from tests.matcher.services.makers import collaboration_documents, organisation_documents

ON_A_DATABASE = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def make_network(installation: Installation) -> dict[str, str]:
    """A small network with something of everything; ids by name."""
    a = make_organisation(
        installation,
        "Ærø Sangkor",
        sector="association",
        kind="club",
        cvr="25313763",
        description='=HYPERLINK("x")',
        phone="+45 00 00 00 00",
        contact_person="En Person",
        notes="@hemmeligt",
        municipality="København",
        postcode="2500",
        lat=55.5,
        lon=-0.125,
        open_to_partners=True,
        themes=["green", "food"],
        offers=["meeting-room", make_capacity("transport", note="lift", amount=1.125)],
        sources=[("liste", "7"), ("anden liste", "1")],
    )
    b = make_organisation(installation, "Zoo", hidden=True, parent=a)
    c = make_organisation(installation, "Aalborg")
    day = datetime(2024, 1, 31).date()  # noqa: DTZ001
    song = make_collaboration(
        installation,
        "Syng",
        [make_participant(a, role="lead", since=day), b],
        start=day,
        funding_amount=1250.5,
        agreement="oral",
        sources=[("liste", "P1")],
    )
    make_collaboration(installation, "Tom")
    make_tie(installation, c, a, kind="leje", source="Samtale", date=day, confidence=0.8)
    return {"Ærø Sangkor": a, "Zoo": b, "Aalborg": c, "Syng": song}


def read_csv(folder: Path, table: str) -> list[dict[str, str]]:
    text = (folder / f"{table}.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(io.StringIO(text)))


def test_canonical_tables_in_danish_order(installation: Installation, tmp_path: Path) -> None:
    ids = make_network(installation)
    export_network(installation, EDITOR, tmp_path / "ud")
    assert sorted(file.stem for file in (tmp_path / "ud").iterdir()) == sorted(TABLES)
    rows = read_csv(tmp_path / "ud", "organisations")
    assert [row["name"] for row in rows] == ["Zoo", "Ærø Sangkor", "Aalborg"]
    assert tuple(rows[0]) == TABLES["organisations"].names
    choir = rows[1]
    assert (choir["id"], choir["source"], choir["source_id"]) == (
        ids["Ærø Sangkor"],
        "anden liste",
        "1",
    )
    assert (choir["kind"], choir["themes"]) == ("Klub", "Grønne byrum|Åben mad")
    assert (choir["offers"], choir["open_to_partners"]) == ("Kørsel|Mødelokale", "yes")
    (capacity,) = read_csv(tmp_path / "ud", "capacities")
    assert (capacity["term"], capacity["note"], capacity["amount"]) == ("Kørsel", "lift", "1.1250")
    assert [row["title"] for row in read_csv(tmp_path / "ud", "collaborations")] == ["Syng", "Tom"]


@pytest.mark.parametrize("name", ["ud", "ud.xlsx"])
def test_our_own_export_imported_again_changes_nothing(
    installation: Installation, tmp_path: Path, name: str
) -> None:
    make_network(installation)
    before = everything(installation)
    export_network(installation, EDITOR, tmp_path / name)
    report = take(installation, tmp_path / name)
    assert (counts(report.created), counts(report.updated), report.rejected) == ({}, {}, ())
    assert counts(report.unchanged) == {
        "organisations": 3,
        "collaborations": 2,
        "participants": 2,
        "ties": 1,
        "capacities": 2,
    }
    assert everything(installation) == before


@pytest.mark.parametrize("name", ["ud", "ud.xlsx"])
def test_in_an_empty_database_it_makes_the_same_network(
    installation: Installation, elsewhere: Installation, tmp_path: Path, name: str
) -> None:
    make_network(installation)
    export_network(installation, EDITOR, tmp_path / name)
    report = take(elsewhere, tmp_path / name)
    assert report.rejected == ()
    found, there = everything(installation), everything(elsewhere)
    for record in ("organisation", "collaboration"):
        assert there[record] == found[record]
    assert list(there["tie"].values()) == list(found["tie"].values())
    assert network_tables(elsewhere, EDITOR) == network_tables(installation, EDITOR)
    (tmp_path / "again").mkdir()
    export_network(elsewhere, EDITOR, tmp_path / "again" / name)
    assert counts(take(elsewhere, tmp_path / "again" / name).created) == {}
    assert counts(take(installation, tmp_path / "again" / name).updated) == {}


def test_an_export_of_other_records_with_the_same_list_names_does_not_collide(
    installation: Installation, elsewhere: Installation, tmp_path: Path
) -> None:
    take(installation, "id;navn\n1;Boldklubben\n2;Koret\n")
    take(elsewhere, "id;navn\n1;Bageren\n2;Smeden\n")
    export_network(elsewhere, EDITOR, tmp_path / "ud")
    assert counts(take(installation, tmp_path / "ud").created) == {"organisations": 2}
    assert counts(take(installation, tmp_path / "ud").unchanged) == {"organisations": 2}
    assert len(everything(installation)["organisation"]) == 4


def test_no_cell_can_run_as_a_formula(installation: Installation, tmp_path: Path) -> None:
    make_network(installation)
    export_network(installation, EDITOR, tmp_path / "ud")
    cells = [
        cell
        for table in TABLES
        for row in read_csv(tmp_path / "ud", table)
        for name, cell in row.items()
        if name not in {"lat", "lon"}
    ]
    assert not [cell for cell in cells if cell[:1] in tuple("=+-@\t\r")]
    assert "'+45 00 00 00 00" in cells
    book = openpyxl.load_workbook(io.BytesIO(network_workbook(installation, EDITOR)))
    kinds = {cell.data_type for sheet in book for row in sheet for cell in row}
    assert "f" not in kinds
    assert "d" in kinds


def test_an_export_can_be_edited_and_added_to(installation: Installation, tmp_path: Path) -> None:
    make_network(installation)
    export_network(installation, EDITOR, tmp_path / "ud")
    file = tmp_path / "ud" / "organisations.csv"
    heading, *rows = file.read_text().splitlines()
    cells = dict.fromkeys(heading.split(","), "")
    new = [",".join({**cells, "name": name, "id": key}.values()) for name, key in _ADDED]
    renamed = [row.replace("Zoo", "Zoologisk Have") for row in rows]
    file.write_text("\n".join([heading, *renamed, *new]) + "\n")
    report = take(installation, tmp_path / "ud")
    assert counts(report.updated) == {"organisations": 1}
    assert counts(report.created) == {"organisations": 2}
    assert counts(take(installation, tmp_path / "ud").created) == {}


_ADDED = (("Uden id", ""), ("Med eget id", "17"))


def test_words_with_separators_are_written_by_their_id(
    installation: Installation, tmp_path: Path
) -> None:
    from matcher.services.importing.vocabulary import NewTerm
    from matcher.store.vocabulary import load_terms

    odd = NewTerm(vocabulary="theme", id="odd", da="Hav; vand", en="Sea")
    shadowed = NewTerm(vocabulary="theme", id="x", da="green", en="Greenish")
    with installation.writing(EDITOR) as work:
        load_terms(work.session, [odd, shadowed])
        work.commit()
    make_organisation(installation, "A", themes=["odd", "x"])
    export_network(installation, EDITOR, tmp_path / "ud")
    assert read_csv(tmp_path / "ud", "organisations")[0]["themes"] == "odd|x"
    assert counts(take(installation, tmp_path / "ud").updated) == {}


def test_only_those_who_may(installation: Installation, tmp_path: Path) -> None:
    with pytest.raises(Refusal) as refused:
        export_network(installation, READER, tmp_path / "ud")
    assert refused.value.code == "forbidden"


@pytest.mark.parametrize("name", ["file/ud", "nowhere/ud.xlsx"])
def test_what_cannot_be_written_is_refused(
    installation: Installation, tmp_path: Path, name: str
) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(Refusal) as refused:
        export_network(installation, EDITOR, tmp_path / name)
    assert refused.value.code == "unavailable"


def test_an_empty_network(installation: Installation, tmp_path: Path) -> None:
    export_network(installation, EDITOR, tmp_path / "ud")
    report = take(installation, tmp_path / "ud")
    assert counts(report.unchanged) == {}


_REGISTERED = {
    "cvr": st.sampled_from([None, "25313763", "10150817"]),
    "p_number": st.none(),
    "email": st.sampled_from([None, "post@example.org"]),
}
_PLACES = st.none() | st.tuples(st.floats(-90, 90), st.floats(-180, 180))


@st.composite
def networks(draw: st.DrawFn) -> tuple[list[dict[str, object]], list[dict[str, object]]]:
    """Organisations o0, o1, … (the second may be a unit of the first) and collaborations."""
    organisations = []
    for number in range(draw(st.integers(1, 3))):
        document = draw(organisation_documents()) | draw(st.fixed_dictionaries(_REGISTERED))
        place = draw(_PLACES) or (None, None)
        parent = "o0" if number == 1 and draw(st.booleans()) else None
        sides = {
            side: [{**each, "until": None} for each in document[side]]
            for side in ("offers", "needs")
        }
        organisations.append(
            {**document, **sides, "lat": place[0], "lon": place[1], "parent": parent}
        )
    ids = [f"o{number}" for number in range(len(organisations))]
    days = st.none() | st.dates(_FIRST, _LAST).map(lambda day: day.isoformat())
    collaborations = []
    for _ in range(draw(st.integers(0, 2))):
        document = draw(collaboration_documents(ids))
        parts = [{**each, "since": None, "until": None} for each in document["participants"]]
        dates = {"start": draw(days), "end": None, "funding_end": draw(days)}
        collaborations.append({**document, **dates, "participants": parts})
    return organisations, collaborations


_FIRST, _LAST = datetime(1900, 1, 1).date(), datetime(2100, 1, 1).date()  # noqa: DTZ001


@ON_A_DATABASE
@given(made=networks(), workbook=st.booleans())
def test_any_network_comes_back_as_it_went(
    sqlite_template: Path,
    tmp_path_factory: pytest.TempPathFactory,
    made: tuple[list[dict[str, object]], list[dict[str, object]]],
    workbook: bool,
) -> None:
    """Out and in again changes nothing, here and from there on in an empty database."""
    folder = tmp_path_factory.mktemp("network")
    name = "ud.xlsx" if workbook else "ud"
    with (
        sqlite_copy(sqlite_template, folder / "a.db"),
        sqlite_copy(sqlite_template, folder / "b.db"),
    ):
        here, there = (make_installation(folder / each) for each in ("a.db", "b.db"))
        write(here, *made)
        before = everything(here)
        export_network(here, EDITOR, folder / name)
        report = take(here, folder / name)
        assert (report.rejected, counts(report.created), counts(report.updated)) == ((), {}, {})
        assert everything(here) == before
        assert take(there, folder / name).rejected == ()
        (folder / "next").mkdir()
        export_network(there, EDITOR, folder / "next" / name)
        again = take(there, folder / "next" / name)
        assert (again.rejected, counts(again.created), counts(again.updated)) == ((), {}, {})
        here.close()
        there.close()


def make_installation(path: Path) -> Installation:
    from matcher.settings import Settings

    made = Installation(Settings(database_url=f"sqlite:///{path}"))
    make_terms(made)
    return made


def write(
    installation: Installation,
    organisations: list[dict[str, object]],
    collaborations: list[dict[str, object]],
) -> None:
    with installation.writing(EDITOR) as work:
        documents.write(
            work, "organisation", {f"o{at}": each for at, each in enumerate(organisations)}
        )
        documents.write(
            work, "collaboration", {f"c{at}": each for at, each in enumerate(collaborations)}
        )
        work.commit()


def test_uploads_of_an_export_are_known_too(installation: Installation) -> None:
    make_network(installation)
    data = network_workbook(installation, EDITOR)
    report = take(installation, Source(name="samspil.xlsx", data=data))
    assert (counts(report.created), counts(report.updated)) == ({}, {})


@pytest.fixture
def elsewhere(sqlite_template: Path, tmp_path: Path) -> object:
    """Another installation, without records."""
    with sqlite_copy(sqlite_template, tmp_path / "elsewhere.db"):
        made = make_installation(tmp_path / "elsewhere.db")
        yield made
        made.close()
