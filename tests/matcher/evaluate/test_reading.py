"""From files to a folder's content."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from matcher.evaluate.folder import Organisation, Participation
from matcher.evaluate.reading import read_folder
from tests.matcher.evaluate.makers import Files


def make_files() -> Files:
    """Two organisations in one project; tests change what matters."""
    return Files(
        orgs=[{"org_id": "b", "name": "Bo"}, {"org_id": "a", "name": " Al "}],
        projects=[{"project_id": "p", "start_date": "2010-02-03", "period_start": "2007"}],
        collaborations=[
            {"project_id": "p", "org_id": "b", "role": "partner"},
            {"project_id": "p", "org_id": "a", "role": "lead"},
        ],
    )


def test_the_content_stands_in_the_order_of_its_ids(tmp_path: Path) -> None:
    folder = read_folder(make_files().write(tmp_path / "Danish"))
    assert folder.name == "Danish"
    assert folder.organisations == (
        Organisation(id="a", name="Al"),
        Organisation(id="b", name="Bo"),
    )
    assert [project.start for project in folder.projects] == [dt.date(2010, 2, 3)]
    assert folder.participations == (
        Participation(project="p", organisation="a", role="lead"),
        Participation(project="p", organisation="b", role="partner"),
    )
    assert folder.rows_left_out == 0


def test_a_period_counts_from_its_first_of_january(tmp_path: Path) -> None:
    files = make_files()
    files.projects[0]["start_date"] = ""
    assert read_folder(files.write(tmp_path)).projects[0].start == dt.date(2007, 1, 1)


def test_what_belongs_to_nothing_is_left_out_and_counted(tmp_path: Path) -> None:
    files = make_files()
    files.projects.append({"project_id": "undated", "start_date": "", "period_start": "soon"})
    files.collaborations.append({"project_id": "undated", "org_id": "a"})
    files.collaborations.append({"project_id": "p", "org_id": "nobody"})
    files.collaborations.append({"project_id": "p", "org_id": "a", "role": "lead"})
    files.orgs.append({"org_id": "", "name": "Nameless"})
    folder = read_folder(files.write(tmp_path))
    assert len(folder.participations) == 2
    assert folder.rows_left_out == 5


def test_topics_are_parted_and_descriptions_joined(tmp_path: Path) -> None:
    files = make_files()
    files.projects[0] |= {
        "topic": "Sea; Air; Sea",
        "topics": "Land",
        "title": "Title",
        "objective": "Aim",
        "description_en": "More",
        "description_da": "Mere",
    }
    brief = read_folder(files.write(tmp_path)).projects[0].brief
    assert brief.topics == ("Air", "Land", "Sea")
    assert brief.text == "Title\nAim\nMere\nMore"
