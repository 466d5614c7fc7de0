"""What lists are called: two that number from 1 do not collide, and one is known again."""

from __future__ import annotations

from pathlib import Path

from matcher.services.installation import Installation
from tests.matcher.services.importing.makers import (
    counts,
    everything,
    make_file,
    organisations,
    sources,
    take,
)

CLUBS = "id;navn\n1;Boldklubben\n2;Sangkoret\n3;Skakklubben\n"
SHOPS = "id;navn\n1;Bageren\n2;Grønthandleren\n3;Cykelsmeden\n"


def test_two_lists_of_the_same_name_that_number_from_one(installation: Installation) -> None:
    """In two calls, each imported again in both orders."""
    assert counts(take(installation, make_file(CLUBS, "list.csv")).created) == {"organisations": 3}
    assert counts(take(installation, make_file(SHOPS, "list.csv")).created) == {"organisations": 3}
    before = everything(installation)
    for text in (SHOPS, CLUBS, CLUBS, SHOPS):
        report = take(installation, make_file(text, "list.csv"))
        assert counts(report.unchanged) == {"organisations": 3}
    assert everything(installation) == before
    assert sources(installation) == {
        ("list", "1"): "Boldklubben",
        ("list", "2"): "Sangkoret",
        ("list", "3"): "Skakklubben",
        ("list (2)", "1"): "Bageren",
        ("list (2)", "2"): "Grønthandleren",
        ("list (2)", "3"): "Cykelsmeden",
    }


def test_two_lists_that_number_from_one_in_one_call(installation: Installation) -> None:
    files = [make_file(CLUBS, "list.csv"), make_file(SHOPS, "list.csv")]
    assert counts(take(installation, *files).created) == {"organisations": 6}
    assert counts(take(installation, *reversed(files)).unchanged) == {"organisations": 6}


def test_two_lists_that_number_from_one_in_one_folder(installation: Installation) -> None:
    files = [make_file(CLUBS, "clubs.csv", "valby"), make_file(SHOPS, "shops.csv", "valby")]
    assert counts(take(installation, *files).created) == {"organisations": 6}
    assert counts(take(installation, *reversed(files)).unchanged) == {"organisations": 6}
    assert {source for source, _ in sources(installation)} == {"valby/clubs", "valby/shops"}


def test_two_folders_of_the_same_name(installation: Installation) -> None:
    files = [make_file(CLUBS, "a.csv", "one/data"), make_file(SHOPS, "a.csv", "two/data")]
    assert counts(take(installation, *files).created) == {"organisations": 6}
    assert counts(take(installation, *files).unchanged) == {"organisations": 6}


def test_ids_that_two_lists_share_are_not_guessed_at(installation: Installation) -> None:
    report = take(
        installation,
        make_file(CLUBS, "clubs.csv"),
        make_file(SHOPS, "shops.csv"),
        make_file("projekt;aktør\nFest;1\nFest;Bageren\n", "parts.csv"),
        make_file("titel\nFest\n", "projects.csv"),
    )
    assert [(bad.row, bad.column) for bad in report.rejected] == [(2, "aktør")]
    assert counts(report.created)["participants"] == 1


def test_a_list_is_known_again_though_it_is_handed_over_otherwise(
    installation: Installation,
) -> None:
    take(installation, make_file(CLUBS, "orgs.csv", "clubs"))
    for again in (make_file(CLUBS, "orgs.csv"), make_file(CLUBS, "renamed.csv")):
        report = take(installation, again)
        assert counts(report.unchanged) == {"organisations": 3}
    assert {source for source, _ in sources(installation)} == {"clubs"}


def test_a_longer_and_corrected_list_is_the_same_list(installation: Installation) -> None:
    take(installation, make_file(CLUBS))
    report = take(installation, make_file(CLUBS.replace("Sangkoret", "Operakoret") + "4;Ny\n"))
    assert counts(report.updated) == {"organisations": 1}
    assert counts(report.created) == {"organisations": 1}
    assert "Operakoret" in organisations(installation)
    assert "Sangkoret" not in organisations(installation)


def test_a_name_that_changed_is_known_by_what_else_is_the_same(installation: Installation) -> None:
    take(installation, "id;navn;e-mail\n1;Gammelt;post@example.org\n")
    report = take(installation, "id;navn;e-mail\n1;Helt andet;post@example.org\n")
    assert counts(report.updated) == {"organisations": 1}


def test_a_column_for_the_source_wins(installation: Installation) -> None:
    take(installation, "id;navn;kilde\n1;A;x\n1;B;y\n2;C;\n")
    assert sources(installation) == {("x", "1"): "A", ("y", "1"): "B", ("list", "2"): "C"}
    report = take(installation, make_file("id;navn;kilde\n1;Omdøbt;x\n", "other.csv"))
    assert counts(report.updated) == {"organisations": 1}


def test_an_organisation_may_be_known_from_several_lists(installation: Installation) -> None:
    take(installation, make_file("id;navn;postnr\n7;Boldklubben;2500\n", "a.csv"))
    report = take(installation, make_file("id;navn;postnr\n1;BOLDKLUBBEN;2500\n", "b.csv"))
    assert report.created["organisations"] == 0
    assert set(sources(installation)) == {("a", "7"), ("b", "1")}


def test_references_to_a_list_of_before(installation: Installation) -> None:
    take(installation, make_file(CLUBS, "list.csv"))
    take(installation, make_file(SHOPS, "list.csv"))
    take(installation, make_file("id;titel\nP1;Fest\n", "projects.csv"))
    report = take(installation, make_file("projekt;aktør\nP1;1\nP1;3\n", "list.csv"))
    assert [bad.row for bad in report.rejected] == []
    assert counts(report.created) == {"participants": 2}
    report = take(installation, make_file("projekt;aktør\nP1;2\n", "elsewhere.csv"))
    assert [bad.row for bad in report.rejected] == [2]


def test_files_of_two_folders_refer_to_their_own(
    installation: Installation, tmp_path: Path
) -> None:
    for folder, title in (("a", "Havedag"), ("b", "Sykursus")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "members.csv").write_text(f"id,navn\n1,{title}s venner\n")
        (tmp_path / folder / "projects.csv").write_text(f"id,titel\n1,{title}\n")
        (tmp_path / folder / "roles.csv").write_text("project_id,org_id\n1,1\n")
    files = sorted(tmp_path.glob("*/*.csv"))
    report = take(installation, *files)
    assert counts(report.created) == {"organisations": 2, "collaborations": 2, "participants": 2}
    assert (counts(take(installation, *files).created), report.rejected) == ({}, ())
    records = everything(installation)
    names = {key: each["name"] for key, each in records["organisation"].items()}
    assert {
        (each["title"], names[one["organisation"]])
        for each in records["collaboration"].values()
        for one in each["participants"]
    } == {("Havedag", "Havedags venner"), ("Sykursus", "Sykursuss venner")}


def test_a_path_is_its_folder(installation: Installation, tmp_path: Path) -> None:
    folder = tmp_path / "foreninger"
    folder.mkdir()
    (folder / "x.csv").write_text(CLUBS)
    take(installation, folder)
    assert {source for source, _ in sources(installation)} == {"foreninger"}
