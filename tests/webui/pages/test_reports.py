"""The page that makes a report: chosen, refused with what to change, and as a file."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from docx import Document

from matcher.services.access import OPERATOR
from matcher.services.installation import Installation
from matcher.services.organisations import delete_organisation
from matcher.services.views import ViewText, delete_view, save_view
from tests.factories import make_collaboration, make_organisation
from tests.webui.conftest import Client

FORM = {
    "title": "Netværket i Valby",
    "audience": "Socialudvalget",
    "introduction": "Derfor.",
    "views": ["at-hand"],
    "contents": ["text", "organisations", "ties", "measures", "gaps"],
    "form": "docx",
}


@pytest.fixture
def organisations(installation: Installation) -> dict[str, str]:
    """Two that work together, one of them with contact points, and one that is hidden."""
    ids = {
        "club": make_organisation(
            installation,
            name="Klubben",
            sector="association",
            email="hemmelig@samspil.example",
            contact_person="Kim Hemmelig",
        ),
        "home": make_organisation(installation, name="Hjemmet", sector="public"),
        "hidden": make_organisation(installation, name="Gemt", hidden=True),
    }
    make_collaboration(
        installation, title="Haven", participants=[ids["club"], ids["home"], ids["hidden"]]
    )
    return ids


def texts(file: bytes) -> str:
    read = Document(io.BytesIO(file))
    cells = [cell.text for table in read.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(each.text for each in read.paragraphs), *cells])


def test_a_report_says_what_was_chosen_and_nothing_protected(
    client_as: Callable[..., Client], organisations: dict[str, str]
) -> None:
    answer = client_as("editor", "en").post("/maps/report", data=FORM)
    assert answer.status_code == 200
    assert answer.headers["Content-Disposition"].endswith(".docx")
    said = texts(answer.data)
    for there in ("Netværket i Valby", "Socialudvalget", "Derfor.", "Klubben", "Hjemmet"):
        assert there in said
    for protected in ("Gemt", "hemmelig@", "Kim Hemmelig"):
        assert protected not in said


def test_a_saved_view_is_reported_under_its_title_without_whom_it_hides(
    client_as: Callable[..., Client], installation: Installation, organisations: dict[str, str]
) -> None:
    text = ViewText(title="Uden hjemmet", hidden=(organisations["home"],))
    view = save_view(installation, OPERATOR, text).id
    client = client_as("reader", "en")
    assert "Uden hjemmet" in client.get("/maps/report").text
    form = {**FORM, "views": [view], "contents": ["organisations", "ties"]}
    said = texts(client.post("/maps/report", data=form).data)
    assert "Uden hjemmet" in said
    assert "Hjemmet" not in said
    assert "Hjemmet" not in client.get(f"/maps/views/{view}/network.json").text
    delete_view(installation, OPERATOR, view)
    refused = client.post("/maps/report", data=form)
    assert refused.status_code == 422
    assert "has been deleted" in refused.text


def test_what_is_lost_of_a_saved_view_is_said(
    client_as: Callable[..., Client], organisations: dict[str, str], installation: Installation
) -> None:
    alone = make_organisation(installation, name="Nedlagt")
    text = ViewText(title="Om os", note="Vores egen.", conditions={"around": alone})
    view = save_view(installation, OPERATOR, text).id
    delete_organisation(installation, OPERATOR, alone)
    asked = {**FORM, "views": [view], "contents": []}
    said = texts(client_as("editor", "en").post("/maps/report", data=asked).data)
    assert "“Nedlagt” is not on the map any more" in said
    assert "Vores egen." in said


def test_of_ids_said_several_times_all_are_reported(
    client_as: Callable[..., Client], organisations: dict[str, str]
) -> None:
    both = f"only={organisations['club']}&only={organisations['home']}"
    page = client_as("editor", "en").get(f"/maps/report?{both}").text
    assert f'action="/maps/report?{both}"'.replace("&", "&amp;") in page


def test_the_view_of_the_address_is_at_hand(
    client_as: Callable[..., Client], organisations: dict[str, str]
) -> None:
    client = client_as("reader", "en")
    assert "/maps/report?sector=public" in client.get("/maps/report?sector=public").text
    form = {**FORM, "contents": ["organisations"]}
    said = texts(client.post("/maps/report?sector=public", data=form).data)
    assert ("Hjemmet" in said, "Klubben" in said) == (True, False)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"title": " "}, "title"),
        ({"title": "x" * 201}, "title"),
        ({"introduction": "x" * 5001}, "introduction"),
        ({"views": [], "contents": ["text"]}, "views"),
        ({"views": ["none"]}, "views"),
        ({"form": "exe"}, "form"),
    ],
)
def test_what_cannot_be_made_is_said_at_the_field(
    client_as: Callable[..., Client],
    organisations: dict[str, str],
    change: dict[str, object],
    field: str,
) -> None:
    answer = client_as("reader").post("/maps/report", data={**FORM, **change})
    assert answer.status_code == 422
    assert f'href="#{field}"' in answer.text
    assert "Derfor." in answer.text or "introduction" in change


def test_pdf(client_as: Callable[..., Client], organisations: dict[str, str]) -> None:
    answer = client_as("reader").post("/maps/report", data={**FORM, "form": "pdf"})
    assert answer.data.startswith(b"%PDF-")
    assert answer.headers["Content-Type"] == "application/pdf"


def test_an_empty_network_says_what_to_do(client_as: Callable[..., Client]) -> None:
    page = client_as("editor", "en").get("/maps/report").text
    assert "There is no network to report on yet" in page
    alone = {**FORM, "views": [], "contents": ["measures", "gaps"]}
    assert client_as("reader").post("/maps/report", data=alone).status_code == 200


def test_holders_of_links_make_none(client_as: Callable[..., Client]) -> None:
    assert client_as("link").get("/maps/report").status_code == 403
