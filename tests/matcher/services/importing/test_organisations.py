"""Rows of organisations into records: what is written, what stays, what is a unit of what."""

from __future__ import annotations

import pytest

from matcher.services.installation import Installation
from tests.factories import make_organisation
from tests.matcher.services.importing.makers import counts, faults, organisations, take


def test_an_empty_cell_does_not_erase_and_a_cell_that_differs_changes(
    installation: Installation,
) -> None:
    take(installation, "id;navn;telefon;adresse;åben for partnere\n1;A;11111111;Vej 1;ja\n")
    report = take(installation, "id;navn;telefon;adresse;åben for partnere\n1;A;;Vej 2;nej\n")
    assert counts(report.updated) == {"organisations": 1}
    found = organisations(installation)["A"]
    assert (found["phone"], found["address"], found["open_to_partners"]) == (
        "11111111",
        "Vej 2",
        False,
    )


def test_words_are_added_to_never_taken_away(installation: Installation) -> None:
    take(installation, "id;navn;temaer\n1;A;Ensomhed\n")
    report = take(installation, "id;navn;temaer\n1;A;Grønne byrum\n")
    assert counts(report.updated) == {"organisations": 1}
    assert organisations(installation)["A"]["themes"] == ["green", "loneliness"]
    assert counts(take(installation, "id;navn;temaer\n1;A;Ensomhed\n").updated) == {}


def test_words_are_found_by_id_label_and_spelling(installation: Installation) -> None:
    take(installation, "navn;temaer;type\nA;green|LONELINESS|Green spaces;skole\n")
    found = organisations(installation)["A"]
    assert (found["themes"], found["kind"]) == (["green", "loneliness"], "school")


def test_a_new_word_is_called_as_it_is_most_often_written(installation: Installation) -> None:
    report = take(installation, "navn;temaer\nA;musik\nB;Musik\nC;Musik\nD;!!!\n")
    assert report.as_json("da")["notes"] != []
    assert "Musik" in report.as_json("en")["notes"][-1]
    assert organisations(installation)["A"]["themes"] == ["musik"]
    assert organisations(installation)["D"]["themes"] == []


def test_a_type_that_only_says_the_sector_is_no_kind(installation: Installation) -> None:
    take(installation, "navn;type\nA;Forening\nB;Rumstation\n")
    found = organisations(installation)
    assert (found["A"]["sector"], found["A"]["kind"]) == ("association", None)
    assert (found["B"]["sector"], found["B"]["kind"]) == (None, "rumstation")


def test_parents_by_id_and_by_name_in_any_order(installation: Installation) -> None:
    key = make_organisation(installation, "Kommunen")
    take(installation, "id;navn;hører under\n1;Skolen;2\n2;Forvaltningen;KOMMUNEN\n")
    found = organisations(installation)
    assert found["Skolen"]["parent"] == found["Forvaltningen"]["id"]
    assert found["Forvaltningen"]["parent"] == key


@pytest.mark.parametrize(
    ("rows", "rejected"),
    [
        ("1;A;1\n2;B;\n", [2]),
        ("1;A;2\n2;B;1\n3;C;\n", [2, 3]),
        ("1;A;2\n2;B;3\n3;C;1\n4;D;1\n5;E;4\n", [2, 3, 4, 5, 6]),
        ("1;A;nobody\n2;B;1\n3;C;\n", [2, 3]),
    ],
    ids=["itself", "two in a circle", "a circle and what hangs on it", "unknown"],
)
def test_units_of_nothing_and_of_themselves(
    installation: Installation, rows: str, rejected: list[int]
) -> None:
    report = take(installation, "id;navn;hører under\n" + rows)
    assert [row for row, *_ in faults(report)] == rejected


def test_a_circle_with_a_record_that_is_there(installation: Installation) -> None:
    take(installation, "id;navn;hører under\n1;A;\n2;B;1\n")
    report = take(installation, "id;navn;hører under\n1;A;2\n")
    assert [(row, column) for row, column, *_ in faults(report)] == [(2, "hører under")]
    assert organisations(installation)["A"]["parent"] is None


def test_names_that_several_have_are_not_guessed_at(installation: Installation) -> None:
    for _ in range(2):
        make_organisation(installation, "Skolen")
    report = take(installation, "id;navn;hører under\n1;SFO;Skolen\n")
    assert faults(report)[0][3] == "Several organisations have this name. Write the id instead."
