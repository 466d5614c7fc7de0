"""The form of an idea: carried along while it is not kept."""

from __future__ import annotations

from flask import Flask

from matcher.services.brief_forms import SLOT_NEEDS, said
from webui.brief_forms import CARRIED, begun, carried, carried_idea, sent_idea, slot_needs

ADDRESS = (
    "/briefs/new?purpose=Mad&themes=food&themes=green&needs-3-term=transport&asker=Kulturhuset"
)


def test_an_idea_is_what_the_address_says(app: Flask) -> None:
    with app.test_request_context(ADDRESS):
        assert said(sent_idea()) == {
            "purpose": "Mad",
            "asker": "Kulturhuset",
            "themes": ["food", "green"],
            "needs-0-term": "transport",
        }


def test_what_is_carried_along_is_the_idea_again(app: Flask) -> None:
    with app.test_request_context(ADDRESS):
        idea = sent_idea()
    fields = [(CARRIED + name, text) for name, text in carried(idea)]
    assert (f"{CARRIED}themes", "green") in fields
    sent = {name: [text for other, text in fields if other == name] for name, _ in fields}
    with app.test_request_context(method="POST", data={**sent, "title": "Partnerliste"}):
        assert said(carried_idea()) == said(idea)


def test_whose_idea_it_is_is_not_yet_an_idea(app: Flask) -> None:
    for address, answer in (
        ("/briefs/new", False),
        ("/briefs/new?asker=Kulturhuset&asker_id=house&title=Sang", False),
        ("/briefs/new?asker=Kulturhuset&area=Valby", True),
    ):
        with app.test_request_context(address):
            assert begun(sent_idea()) is answer


def test_a_place_has_room_for_one_more_need() -> None:
    assert slot_needs({}) == SLOT_NEEDS[:3]
    assert slot_needs({"need1": "a", "need2": "b"}) == SLOT_NEEDS[:3]
    assert slot_needs({"need3": "c"}) == SLOT_NEEDS[:4]
    assert slot_needs(dict.fromkeys(SLOT_NEEDS, "a")) == SLOT_NEEDS
