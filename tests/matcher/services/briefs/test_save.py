"""Keeping briefs, copying and deleting them."""

from __future__ import annotations

from typing import Any

import pytest

from matcher.errors import Refusal
from matcher.exchange.brief_text import BriefText, NearText, NeedText, SlotText
from matcher.services.access import Actor
from matcher.services.briefs import copy_brief, delete_brief, list_briefs, save_brief, show_brief
from matcher.services.briefs.save import LONGEST_PURPOSE, LONGEST_TITLE
from matcher.services.history import show_history, undo_change
from matcher.services.installation import Installation
from matcher.services.organisations import delete_organisation
from matcher.services.verdicts import list_verdicts
from matcher.store import documents
from matcher.store.documents.briefs import EMPTY
from matcher.store.queries import history
from matcher.store.unit_of_work import revision
from matcher.wording.say import say
from tests.factories import EDITOR, READER, make_brief, make_organisation, make_verdict

IN_WORDS: dict[str, Any] = {
    "title": " Fællesspisning ",
    "purpose": "At spise sammen",
    "themes": ["Ensomhed", "loneliness", "Open food"],
    "target_groups": ["ÆLDRE"],
    "needs": ["Mødelokale", {"term": "volunteers", "amount": 4, "when": "lørdage"}],
    "near": {"postcode": "2500", "km": 5},
    "funding_source": "Puljen",
    "asker": "valby beboerhus",
    "members": ["Åsen", "b"],
    "sectors": ["offentlig", "business"],
    "exclude": ["Cafe"],
    "slots": [{"name": "Vært", "needs": ["meeting room"], "sector": "forening"}],
}
IN_IDS: dict[str, Any] = {
    "title": "Fællesspisning",
    "purpose": "At spise sammen",
    "themes": ["loneliness", "food"],
    "target_groups": ["older"],
    "needs": ["meeting-room", {"term": "volunteers", "amount": 4.0, "when": "lørdage"}],
    "area": None,
    "near": {"postcode": "2500", "km": 5.0},
    "funding_source": "Puljen",
    "asker": "a",
    "members": ["b"],
    "sectors": ["public", "business"],
    "exclude": ["c"],
    "slots": [{"name": "Vært", "needs": ["meeting-room"], "sector": "association"}],
}


@pytest.fixture(autouse=True)
def _organisations(installation: Installation) -> None:
    for key, name in (("a", "Valby Beboerhus"), ("b", "Åsen"), ("c", "Café Kvist")):
        make_organisation(installation, name, id=key)


def read(installation: Installation, key: str) -> dict[str, Any]:
    """The brief's document."""
    with installation.reading() as session:
        return documents.read(session, "brief", [key])[key]


def newest(installation: Installation, key: str) -> int:
    """The newest change to the brief."""
    with installation.reading() as session:
        found = history.newest(session, "brief", key)
    assert found is not None
    return found.id


def refused(installation: Installation, said: Any) -> dict[str, str]:
    """What is said to be wrong, by field, in English."""
    with pytest.raises(Refusal) as refusal:
        save_brief(installation, EDITOR, said)
    assert refusal.value.code == "invalid"
    fields = refusal.value.details["fields"]
    assert isinstance(fields, dict)
    return {name: say(text, "en") for name, text in fields.items()}


def test_names_and_words_are_kept_as_ids(installation: Installation) -> None:
    saved = save_brief(installation, EDITOR, IN_WORDS)
    assert (saved.created, saved.changed) == (True, True)
    assert read(installation, saved.id) == IN_IDS
    assert show_brief(installation, READER, saved.id).text == BriefText(
        title="Fællesspisning",
        purpose="At spise sammen",
        themes=("loneliness", "food"),
        target_groups=("older",),
        needs=(
            NeedText(term="meeting-room"),
            NeedText(term="volunteers", amount=4.0, when="lørdage"),
        ),
        near=NearText(postcode="2500", km=5.0),
        funding_source="Puljen",
        asker="a",
        members=("b",),
        sectors=("public", "business"),
        exclude=("c",),
        slots=(SlotText(name="Vært", needs=("meeting-room",), sector="association"),),
    )


def test_a_title_is_enough(installation: Installation) -> None:
    saved = save_brief(installation, EDITOR, BriefText(title="Noget i haven"))
    assert read(installation, saved.id) == {**EMPTY, "title": "Noget i haven"}


def test_saving_what_is_shown_changes_nothing(installation: Installation) -> None:
    key = save_brief(installation, EDITOR, IN_WORDS).id
    view = show_brief(installation, EDITOR, key)
    saved = save_brief(installation, EDITOR, view.text, brief_id=key, version=view.version)
    assert (saved.id, saved.created, saved.changed) == (key, False, False)
    assert show_brief(installation, EDITOR, key).version == view.version


def test_matching_does_not_load_its_landscape_again(installation: Installation) -> None:
    with installation.reading() as session:
        before = revision(session)
    save_brief(installation, EDITOR, IN_WORDS)
    with installation.reading() as session:
        assert revision(session) == before


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ({"purpose": "x"}, {"title": "Write a title."}),
        (
            {"title": "x" * (LONGEST_TITLE + 1), "purpose": "x" * (LONGEST_PURPOSE + 1)},
            {
                "title": "Write at most 200 characters.",
                "purpose": "Write at most 5,000 characters.",
            },
        ),
        (
            {"title": "x", "asker": "Ingen"},
            {"asker": "No organisation is called “Ingen”. Add it first."},
        ),
        (
            {"title": "x", "members": ["a", "Ingen"]},
            {"members": "No organisation is called “Ingen”. Add it first."},
        ),
        ({"title": "x", "themes": ["støj"]}, {"themes": "“støj” is not in the vocabulary."}),
        ({"title": "x", "needs": ["green"]}, {"needs": "“green” is not in the vocabulary."}),
        ({"title": "x", "sectors": ["kirke"]}, {"sectors": "“kirke” is not a sector."}),
        (
            {"title": "x", "slots": [{"name": "Vært", "needs": ["hest"]}]},
            {"slots.Vært": "“hest” is not in the vocabulary."},
        ),
        ({"title": "x", "theems": ["green"]}, {"theems": "“theems” is not known here."}),
        ({"title": "x", "themes": "green"}, {"themes": "“themes” must be a list."}),
        (
            {"title": "x", "area": "Valby", "near": {"postcode": "2500", "km": 1}},
            {"near": "The brief says both an area and a place to be near."},
        ),
    ],
)
def test_what_cannot_be_kept_is_said_at_its_field(
    installation: Installation, said: dict[str, Any], wrong: dict[str, str]
) -> None:
    assert refused(installation, said) == wrong
    assert list_briefs(installation, EDITOR) == ()


def test_one_who_is_gone_may_stay_where_it_was(installation: Installation) -> None:
    key = make_brief(installation, members=["b", "c"], asker="a")
    delete_organisation(installation, EDITOR, "b")
    document = {**read(installation, key), "purpose": "Nyt"}
    save_brief(installation, EDITOR, document, brief_id=key)
    assert read(installation, key)["members"] == ["b", "c"]
    assert set(refused(installation, {"title": "x", "members": ["b"]})) == {"members"}


def test_who_saves_second_is_told(installation: Installation) -> None:
    key = save_brief(installation, EDITOR, IN_WORDS).id
    save_brief(installation, EDITOR, {**IN_WORDS, "area": None, "purpose": "A"}, brief_id=key)
    with pytest.raises(Refusal) as refusal:
        save_brief(installation, EDITOR, {**IN_WORDS, "purpose": "B"}, brief_id=key, version=1)
    assert refusal.value.code == "conflict"
    assert refusal.value.details["version"] == 2
    assert refusal.value.details["document"] == {**IN_IDS, "purpose": "A"}
    save_brief(installation, EDITOR, {**IN_WORDS, "purpose": "B"}, brief_id=key, version=2)
    assert read(installation, key)["purpose"] == "B"


def test_a_copy_is_another_brief_without_verdicts(installation: Installation) -> None:
    key = save_brief(installation, EDITOR, IN_WORDS).id
    make_verdict(installation, "c", "hide", brief=key)
    copied = copy_brief(installation, EDITOR, key, language="en")
    assert copied.id != key
    assert read(installation, copied.id) == {**IN_IDS, "title": "Copy of Fællesspisning"}
    assert list_verdicts(installation, READER, brief=copied.id) == {}
    save_brief(installation, EDITOR, {"title": "Andet"}, brief_id=copied.id)
    assert read(installation, key) == IN_IDS


def test_the_title_of_a_copy_is_not_too_long(installation: Installation) -> None:
    key = make_brief(installation, "x" * LONGEST_TITLE)
    copied = copy_brief(installation, EDITOR, key).id
    assert len(read(installation, copied)["title"]) == LONGEST_TITLE


def test_a_deleted_brief_comes_back_with_its_verdicts(installation: Installation) -> None:
    key = make_brief(installation, "Høstfest", asker="a")
    make_verdict(installation, "c", "hide", brief=key)
    before = read(installation, key), list_verdicts(installation, READER, brief=key)
    assert delete_brief(installation, EDITOR, key) == "Høstfest"
    with pytest.raises(Refusal) as refusal:
        show_brief(installation, EDITOR, key)
    assert refusal.value.code == "not_found"
    assert list_verdicts(installation, READER, brief=key) == {}
    undo_change(installation, EDITOR, newest(installation, key))
    assert (read(installation, key), list_verdicts(installation, READER, brief=key)) == before
    # A form that was filled before the deletion must not pass for one of the new record.
    assert show_brief(installation, EDITOR, key).version == 3


def test_a_verdict_does_not_come_back_without_its_brief(installation: Installation) -> None:
    key = make_brief(installation)
    verdict = make_verdict(installation, "c", "hide", brief=key)
    delete_brief(installation, EDITOR, key)
    change = show_history(installation, EDITOR, "verdict", verdict).changes[0]
    with pytest.raises(Refusal) as refusal:
        undo_change(installation, EDITOR, change.id)
    assert "the brief that it is for has been deleted" in say(refusal.value.text, "en")


def test_each_change_is_told_and_undone(installation: Installation) -> None:
    key = save_brief(installation, EDITOR, {"title": "Fest"}).id
    save_brief(installation, EDITOR, {**IN_WORDS, "title": "Fest"}, brief_id=key)
    change, added = show_history(installation, READER, "brief", key).changes
    told = {
        say(each.label, "en"): [
            say(value, "en")
            for value in (*(v for v in (each.before, each.after) if v), *each.added, *each.removed)
        ]
        for each in change.fields
    }
    assert told == {
        "Purpose": ["not said", "At spise sammen"],
        "Themes": ["Loneliness", "Open food"],
        "Target groups": ["Older people"],
        "Needs": ["Meeting room", "Volunteers, 4, lørdage"],
        "Near": ["not said", "at most 5 km from 2500"],
        "Funded by": ["not said", "Puljen"],
        "For": ["not said", "Valby Beboerhus"],
        "Already in": ["Åsen"],
        "Sectors that must be in": ["Public body", "Business"],
        "Left out": ["Café Kvist"],
        "Places in the consortium": ["Vært, Meeting room, Association"],
    }
    assert (change.record_name, added.fields) == ("Fest", ())
    undo_change(installation, EDITOR, newest(installation, key))
    assert read(installation, key) == {**EMPTY, "title": "Fest"}


def test_an_undo_may_bring_back_the_name_of_one_who_is_gone(installation: Installation) -> None:
    key = save_brief(installation, EDITOR, {"title": "Fest", "members": ["b"]}).id
    save_brief(installation, EDITOR, {"title": "Fest"}, brief_id=key)
    change = newest(installation, key)
    delete_organisation(installation, EDITOR, "b")
    undo_change(installation, EDITOR, change)
    assert show_brief(installation, READER, key).gone == {"b": "Åsen"}


@pytest.mark.parametrize("actor", [READER, Actor(role="link", subject="map")])
def test_only_editors_may(installation: Installation, actor: Actor) -> None:
    key = make_brief(installation)
    for ask in (
        lambda: save_brief(installation, actor, IN_WORDS),
        lambda: save_brief(installation, actor, IN_WORDS, brief_id=key),
        lambda: copy_brief(installation, actor, key),
        lambda: delete_brief(installation, actor, key),
    ):
        with pytest.raises(Refusal) as refusal:
            ask()
        assert refusal.value.code == "forbidden"


def test_what_is_not_there_is_not_found(installation: Installation) -> None:
    for ask in (
        lambda: save_brief(installation, EDITOR, IN_WORDS, brief_id="nowhere"),
        lambda: copy_brief(installation, EDITOR, "nowhere"),
        lambda: delete_brief(installation, EDITOR, "nowhere"),
    ):
        with pytest.raises(Refusal) as refusal:
            ask()
        assert refusal.value.code == "not_found"
