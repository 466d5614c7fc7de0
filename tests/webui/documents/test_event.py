"""An event on paper: what stands on it, in how many pages, for everybody to read."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pikepdf
import pytest

from matcher.services import events
from matcher.services.events import EventPage
from matcher.services.forms import Form
from matcher.services.installation import Installation
from tests.factories import EDITOR, READER
from tests.webui.pages.evenings import TODAY, VALUES, make_event
from webui.documents import event_pdf

NAMES = ("Huset", "Klubben", "Skolen", "Koret", "Ængen")
Printed = list[dict[str, Any]]


@pytest.fixture
def printed(monkeypatch: pytest.MonkeyPatch) -> Printed:
    """What is given to be typeset, while it is typeset as ever."""
    found: Printed = []
    typeset = event_pdf.typeset

    def kept(template: str, data: dict[str, Any], kind: str) -> bytes:
        found.append(data)
        return typeset(template, data, kind)

    monkeypatch.setattr(event_pdf, "typeset", kept)
    return found


def shown(where: Installation, event: str, actor: Any = EDITOR) -> EventPage:
    return events.show_event(where, actor, event, as_of=TODAY)


def require_accessible(made: bytes, language: str) -> int:
    """Hold a PDF against PDF/UA-1 as far as it says so itself; gives the number of its pages."""
    with pikepdf.open(io.BytesIO(made)) as pdf:
        with pdf.open_metadata() as told:
            assert told["pdfuaid:part"] == "1"
            assert told["dc:title"]
        assert str(pdf.Root.Lang).startswith(language)
        assert "/StructTreeRoot" in pdf.Root
        return len(pdf.pages)


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("paper", [event_pdf.tables_pdf, event_pdf.cards_pdf, event_pdf.names_pdf])
def test_each_paper_is_accessible_in_both_languages(
    installation: Installation, paper: Callable[[EventPage, str], bytes], language: str
) -> None:
    event = make_event(installation, *NAMES, planned=True)
    assert require_accessible(paper(shown(installation, event), language), language) >= 1


def test_a_card_says_whom_one_meets_when_and_why(
    installation: Installation, printed: Printed
) -> None:
    event = make_event(installation, *NAMES, planned=True)
    page = shown(installation, event)
    made = event_pdf.cards_pdf(page, "en")
    assert require_accessible(made, "en") == 2, "four cards on a page"
    (data,) = printed
    cards = {card["name"]: card["turns"] for card in data["cards"]}
    assert len(cards) == len(NAMES)
    for meeting in page.rounds[0].meetings:
        turn = cards[meeting.a[1]][0]
        assert turn["whom"] == meeting.b[1]
        assert turn["table"] == cards[meeting.b[1]][0]["table"]
        assert turn["time"] == "17:00"
        assert turn["why"]
    assert "samspil.example" not in str(data)


def test_more_rounds_than_a_card_holds_go_on_to_another(
    installation: Installation, printed: Printed
) -> None:
    event = make_event(installation, "Huset", "Klubben")
    page = events.edit_event(installation, EDITOR, event)
    longer = Form(values={**VALUES, "rounds": "8"})
    events.save_event(installation, EDITOR, longer, event_id=event, version=page.version)
    events.plan_event(installation, EDITOR, event, as_of=TODAY)
    event_pdf.cards_pdf(shown(installation, event), "da")
    turns = [len(card["turns"]) for card in printed[0]["cards"]]
    assert turns == [6, 2, 6, 2]


def test_the_list_for_the_door_has_persons_for_editors_alone(
    installation: Installation, printed: Printed
) -> None:
    event = make_event(installation, *NAMES)
    event_pdf.names_pdf(shown(installation, event), "da")
    event_pdf.names_pdf(shown(installation, event, READER), "da")
    for_editors, for_readers = ({row[0]: row[1] for row in each["rows"]} for each in printed)
    assert for_editors["Huset"] == "Kontakten fra Huset"
    assert set(for_readers.values()) == {""}
    assert len(for_readers) == len(NAMES)


def test_nobody_has_signed_up_yet(installation: Installation) -> None:
    event = make_event(installation)
    assert require_accessible(event_pdf.names_pdf(shown(installation, event), "da"), "da") == 1


def test_the_poster_leads_where_its_letters_say(
    installation: Installation, printed: Printed
) -> None:
    event = make_event(installation)
    address = "https://samspil.example/sign-up/abc"
    made = event_pdf.poster_pdf(shown(installation, event), address, "en")
    assert require_accessible(made, "en") == 1
    assert printed[0]["address"] == address
    assert printed[0]["code"].startswith("<svg")
    assert address in printed[0]["words"]["alt"]
