"""Importing as a whole: one transaction, one report, nothing twice."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest

from matcher.errors import Refusal
from matcher.exchange.source import Source
from matcher.services.importing import import_files, use_case
from matcher.services.installation import Installation
from matcher.store.queries import history
from matcher.store.unit_of_work import changed_since, revision
from tests.factories import EDITOR, READER, make_organisation
from tests.matcher.services.importing.makers import (
    ZEROS,
    counts,
    everything,
    faults,
    make_file,
    organisations,
    take,
)

ORGANISATIONS = """id;navn;sektor;type;hører under;postnr;temaer;tilbyder;søger
1;Valby Forvaltning;offentlig;Forvaltning;;2500;;Mødelokale;
2;Valby Bibliotek;offentlig;Bibliotek;1;2500;Ensomhed;Mødelokale|Kaffe;Frivillige
3;Sangkoret;forening;Kor;;1620;Musik;;
"""
PROJECTS = """projekt id;titel;start;slut;temaer;aftale
P1;Syng sammen;2024-01-01;;Musik;skriftlig
P2;Alene;2024-01-01;2024-02-01;;
"""
PARTICIPANTS = """projekt id;aktør;rolle
P1;2;lead
P1;Sangkoret;partner
P2;3;
"""
CAPACITIES = """aktør;side;ressource;note;antal;enhed
2;tilbyder;Mødelokale;Stort;20;pladser
"""
TIES = """fra;til;type;kilde;oplyst af;dato;sikkerhed
1;Sangkoret;henviser til;Samtale;Bibliotekaren;01-02-2024;80 %
"""


def network(folder: str = "valby") -> list[Source]:
    texts = {
        "a.csv": PARTICIPANTS,
        "b.csv": ORGANISATIONS,
        "c.csv": TIES,
        "d.csv": PROJECTS,
        "e.csv": CAPACITIES,
    }
    return [make_file(text, name, folder) for name, text in texts.items()]


CREATED = {
    "organisations": 3,
    "collaborations": 2,
    "participants": 3,
    "ties": 1,
    "capacities": 4,
}


def test_a_folder_of_all_five_tables(installation: Installation) -> None:
    report = take(installation, *network())
    assert report.as_json("en") | {"notes": []} == {
        "dry_run": False,
        "created": CREATED,
        "updated": ZEROS,
        "unchanged": ZEROS,
        "rejected": [],
        "notes": [],
    }
    found = everything(installation)
    names = {key: each["name"] for key, each in found["organisation"].items()}
    library = organisations(installation)["Valby Bibliotek"]
    assert names[library["parent"]] == "Valby Forvaltning"
    assert (library["sector"], library["themes"]) == ("public", ["loneliness"])
    assert [(each["term"], each["note"], each["amount"]) for each in library["offers"]] == [
        ("kaffe", None, None),
        ("meeting-room", "Stort", 20.0),
    ]
    (song,) = (each for each in found["collaboration"].values() if each["title"] == "Syng sammen")
    assert (song["agreement"], song["themes"]) == ("written", ["musik"])
    assert {(names[each["organisation"]], each["role"]) for each in song["participants"]} == {
        ("Valby Bibliotek", "lead"),
        ("Sangkoret", "partner"),
    }
    (tie,) = found["tie"].values()
    assert (names[tie["a"]], names[tie["b"]], tie["source"], tie["date"], tie["confidence"]) == (
        "Valby Forvaltning",
        "Sangkoret",
        "Samtale",
        "2024-02-01",
        0.8,
    )


def test_notes_say_what_is_worth_knowing(installation: Installation) -> None:
    notes = take(installation, *network()).as_json("en")["notes"]
    assert "The ids in b.csv and d.csv are kept as those of the list “valby”." in notes
    assert "1 collaboration has one participant only and gives no tie." in notes
    added = next(note for note in notes if "words were added" in note)
    assert (
        added
        == "5 words were added to the vocabularies: Bibliotek; Forvaltning; Kaffe; Kor; Musik."
    )


def test_the_same_again_changes_nothing(installation: Installation) -> None:
    take(installation, *network())
    before = everything(installation)
    with installation.reading() as session:
        number = revision(session)
    report = take(installation, *network())
    assert (report.created, report.updated, report.unchanged) == (ZEROS, ZEROS, CREATED)
    assert everything(installation) == before
    with installation.reading() as session:
        assert revision(session) == number


def test_a_dry_run_reports_the_same_and_writes_nothing(installation: Installation) -> None:
    empty = everything(installation)
    dry = take(installation, *network(), dry_run=True).as_json("da")
    assert everything(installation) == empty
    real = take(installation, *network()).as_json("da")
    assert dry == {**real, "dry_run": True}
    again = take(installation, *network(), dry_run=True)
    assert again.unchanged == CREATED


def test_the_order_of_rows_does_not_matter(installation: Installation) -> None:
    take(installation, *network())
    before = everything(installation)

    def shuffled(source: Source) -> Source:
        heading, *rows = source.data.decode().splitlines()  # type: ignore[union-attr]
        random.Random(3).shuffle(rows)
        text = "\n".join([heading, *rows])
        return make_file(text, source.name, "valby")

    report = take(installation, *reversed([shuffled(source) for source in network()]))
    assert report.unchanged == CREATED
    assert everything(installation) == before


def test_a_bad_row_is_left_out_and_what_refers_to_it(installation: Installation) -> None:
    bad = ORGANISATIONS.replace("3;Sangkoret;forening", "3;Sangkoret;rumskib").replace(";1;", ";9;")
    report = take(
        installation,
        make_file(bad, "b.csv", "valby"),
        make_file(PROJECTS, "d.csv", "valby"),
        make_file(PARTICIPANTS, "e.csv", "valby"),
    )
    assert [(bad.file, bad.row, bad.column, bad.value) for bad in report.rejected] == [
        ("b.csv", 3, "hører under", "9"),
        ("b.csv", 4, "sektor", "rumskib"),
        ("e.csv", 2, "aktør", "2"),
        ("e.csv", 3, "aktør", "Sangkoret"),
        ("e.csv", 4, "aktør", "3"),
    ]
    assert counts(report.created) == {"organisations": 1, "collaborations": 2, "capacities": 1}
    assert faults(report)[2][3] == "It refers to row 3 of b.csv, which was rejected."
    assert faults(report)[4][3] == "It refers to row 4 of b.csv, which was rejected."
    assert set(organisations(installation)) == {"Valby Forvaltning"}


def test_strictly_one_bad_row_refuses_all(installation: Installation) -> None:
    empty = everything(installation)
    bad = ORGANISATIONS.replace("3;Sangkoret;forening", "3;Sangkoret;rumskib")
    for dry_run in (False, True):
        with pytest.raises(Refusal) as refused:
            take(installation, bad, strict=True, dry_run=dry_run)
        assert refused.value.code == "conflict"
        report: Any = refused.value.details["report"]
        assert [fault.row for fault in report.rejected] == [4]
    assert everything(installation) == empty
    assert take(installation, ORGANISATIONS, strict=True).rejected == ()


def test_a_bad_file_refuses_the_whole_call(installation: Installation) -> None:
    empty = everything(installation)
    with pytest.raises(Refusal) as refused:
        take(installation, ORGANISATIONS, make_file("farve;hat\nblå;rund\n", "x.csv"))
    assert refused.value.code == "unreadable"
    assert everything(installation) == empty


@pytest.mark.parametrize("step", ["load_terms", "add_identities", "commit"])
def test_a_crash_leaves_nothing(
    installation: Installation, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    """Whatever was written before the crash is gone after it."""
    empty = everything(installation)

    def crash(*arguments: object, **named: object) -> None:
        raise RuntimeError("the plug was pulled")

    where = {
        "load_terms": (use_case, "load_terms"),
        "add_identities": (use_case.importing, "add_identities"),
        "commit": (use_case.UnitOfWork, "commit"),
    }[step]
    monkeypatch.setattr(*where, crash)
    with pytest.raises(RuntimeError):
        take(installation, *network())
    monkeypatch.undo()
    assert everything(installation) == empty
    assert take(installation, *network()).created == CREATED


def test_the_history_knows_which_import_it_was(installation: Installation) -> None:
    with installation.reading() as session:
        number = revision(session)
    first = take(installation, *network())
    second = take(installation, "id;navn\n1;Et nyt navn\n")
    with installation.reading() as session:
        changes = history.changes(session, ["organisation"], None, offset=0, limit=50)
        assert revision(session) == number + 2
        touched = {record for record, _ in changed_since(session, number)}
    assert {change.batch for change in changes} == {first.batch, second.batch}
    assert {change.actor_name for change in changes} == {EDITOR.name}
    assert touched == {"organisation", "collaboration", "tie", "term"}


def test_a_mapping_file_says_what_the_columns_are(
    installation: Installation, tmp_path: Path
) -> None:
    mapping = tmp_path / "m.toml"
    mapping.write_text('[organisations]\n"Klubbens kaldenavn" = "name"\n"Slags" = "sector"\n')
    report = take(installation, "Klubbens kaldenavn;Slags\nA;forening\n", mapping=mapping)
    assert counts(report.created) == {"organisations": 1}
    assert organisations(installation)["A"]["sector"] == "association"
    with pytest.raises(Refusal) as refused:
        take(installation, "navn\nA\n", mapping=tmp_path / "none.toml")
    assert refused.value.code == "not_found"


def test_paths_and_uploads_are_both_files(installation: Installation, tmp_path: Path) -> None:
    folder = tmp_path / "valby"
    folder.mkdir()
    for source in network():
        assert isinstance(source.data, bytes)
        (folder / source.name).write_bytes(source.data)
    assert take(installation, folder).created == CREATED
    assert take(installation, *network()).unchanged == CREATED


def test_only_those_who_may(installation: Installation) -> None:
    with pytest.raises(Refusal) as refused:
        import_files(installation, READER, [make_file(ORGANISATIONS)])
    assert refused.value.code == "forbidden"


def test_an_upload_over_the_limit_is_refused(installation: Installation) -> None:
    with pytest.raises(Refusal) as refused:
        take(installation, "navn\n" + "A" * 20_000_001)
    assert refused.value.code == "too_large"


def test_reasons_and_notes_are_in_the_readers_language(installation: Installation) -> None:
    make_organisation(installation, "A")
    report = take(installation, "navn;cvr\nA;12345678\n")
    for language in ("da", "en"):
        assert all(isinstance(bad["reason"], str) for bad in report.as_json(language)["rejected"])
