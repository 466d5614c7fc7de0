"""Talks are written down, once, and what was decided is carried out."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from matcher.errors import Refusal
from matcher.services.anchoring import (
    delete_talk,
    edit_talk,
    hold_talk,
    mark_decision,
    save_talk,
    show_anchoring,
)
from matcher.services.forms import Form, Saved
from matcher.services.history import show_history, undo_change
from matcher.services.installation import Installation
from matcher.wording.say import say
from tests.factories import ADMINISTRATOR, EDITOR, READER, make_parties
from tests.matcher.services.anchoring.conftest import TODAY

DECISION = {"what": "Søge fonde", "owner": "beboerhuset", "day": "2027-01-15", "decision_id": ""}


def form_with(form: Form, *decisions: dict[str, str], **values: str) -> Form:
    """The form with decisions and fields."""
    rows = decisions or form.rows["decisions"]
    return Form(values={**form.values, **values}, rows={"decisions": tuple(rows)})


def hold(installation: Installation, key: str, *decisions: dict[str, str], **values: str) -> Saved:
    """Hold the talk that is asked for."""
    page = hold_talk(installation, EDITOR, key, as_of=TODAY)
    form = form_with(page.form, *decisions, **values)
    return save_talk(installation, EDITOR, key, page.key, form, version=0, as_of=TODAY)


def states(installation: Installation, key: str, as_of: date = TODAY) -> dict[str, str]:
    """How the talks stand, by what they are about."""
    page = show_anchoring(installation, READER, key, as_of=as_of)
    return {line.about: line.state for line in page.talks}


def test_the_talk_that_is_asked_for_is_held(
    installation: Installation, garden: SimpleNamespace
) -> None:
    assert states(installation, garden.key)["midway:2027-12-31"] == "due"
    hold(installation, garden.key, DECISION, **{"note-funding": "To fonde", "log": "Godt møde"})
    page = show_anchoring(installation, READER, garden.key, as_of=TODAY)
    line = next(line for line in page.talks if line.held)
    assert (line.about, line.state, line.day) == ("midway:2027-12-31", "held", TODAY)
    assert line.held is not None
    assert [(domain.id, text) for domain, text in line.held.notes] == [("funding", "To fonde")]
    assert line.held.log == "Godt møde"
    assert page.next is not None
    assert (page.next.about, page.next.state) == ("months_12:2027-12-31", "coming")


def test_an_owner_who_is_called_like_a_party_is_that_party(
    installation: Installation, garden: SimpleNamespace
) -> None:
    parties = make_parties(installation, garden.key)
    other = {**DECISION, "what": "Ringe", "owner": "Gartneren"}
    hold(installation, garden.key, DECISION, other)
    first, second = show_anchoring(installation, READER, garden.key, as_of=TODAY).decisions
    assert {first.what: first.party, second.what: second.party} == {
        "Søge fonde": parties[garden.a],
        "Ringe": None,
    }


def test_pressing_twice_is_once(installation: Installation, garden: SimpleNamespace) -> None:
    page = hold_talk(installation, EDITOR, garden.key, as_of=TODAY)
    form = form_with(page.form, DECISION, log="Kort")
    for created in (True, False):
        saved = save_talk(installation, EDITOR, garden.key, page.key, form, version=0, as_of=TODAY)
        assert (saved.id, saved.created) == (page.key, created)
    assert len(show_anchoring(installation, READER, garden.key, as_of=TODAY).decisions) == 1


@pytest.mark.parametrize(
    ("values", "wrong"),
    [
        ({"held": ""}, "held"),
        ({"held": "2026-11-25"}, "held"),
        ({"held": "i går"}, "held"),
        ({"about": "nonsense"}, "about"),
        ({"about": "months_6:nonsense"}, "about"),
        ({"next": "2026-11-24"}, "next"),
    ],
)
def test_what_cannot_be_is_refused_by_field(
    installation: Installation, garden: SimpleNamespace, values: dict[str, str], wrong: str
) -> None:
    with pytest.raises(Refusal) as refused:
        hold(installation, garden.key, **values)
    assert set(refused.value.details["fields"]) == {wrong}


def test_a_decision_says_what_it_is(installation: Installation, garden: SimpleNamespace) -> None:
    with pytest.raises(Refusal) as refused:
        hold(installation, garden.key, {**DECISION, "what": "", "day": "snart"})
    assert set(refused.value.details["fields"]) == {"decisions-0-what", "decisions-0-day"}


def test_a_decision_is_done_once_and_stays_so_when_the_talk_is_edited(
    installation: Installation, garden: SimpleNamespace
) -> None:
    talk = hold(installation, garden.key, DECISION).id
    (decision,) = show_anchoring(installation, READER, garden.key, as_of=TODAY).decisions
    for _ in range(2):
        mark_decision(installation, EDITOR, garden.key, talk, decision.id, done=True, as_of=TODAY)
    assert show_anchoring(installation, READER, garden.key, as_of=TODAY).decisions == ()
    page = edit_talk(installation, EDITOR, garden.key, talk, as_of=TODAY)
    assert page.version == 2
    form = form_with(page.form, log="Mere")
    save_talk(installation, EDITOR, garden.key, talk, form, version=2, as_of=TODAY)
    assert show_anchoring(installation, READER, garden.key, as_of=TODAY).decisions == ()
    with pytest.raises(Refusal) as refused:
        mark_decision(installation, EDITOR, garden.key, talk, "gone", done=True, as_of=TODAY)
    assert refused.value.code == "not_found"


def test_two_who_write_about_a_talk_lose_nothing(
    installation: Installation, garden: SimpleNamespace
) -> None:
    talk = hold(installation, garden.key, DECISION).id
    page = edit_talk(installation, EDITOR, garden.key, talk, as_of=TODAY)
    theirs = form_with(page.form, log="Deres")
    save_talk(
        installation, ADMINISTRATOR, garden.key, talk, theirs, version=page.version, as_of=TODAY
    )
    mine = form_with(page.form, **{"note-funding": "Mit"})
    with pytest.raises(Refusal) as refused:
        save_talk(installation, EDITOR, garden.key, talk, mine, version=page.version, as_of=TODAY)
    merged = refused.value.details["form"]
    assert (merged.values["log"], merged.values["note-funding"]) == ("Deres", "Mit")


def test_the_next_talk_is_asked_for_on_its_day(
    installation: Installation, garden: SimpleNamespace
) -> None:
    hold(installation, garden.key, next="2027-03-01")
    assert states(installation, garden.key)["other"] == "coming"
    assert states(installation, garden.key, date(2027, 3, 1))["other"] == "due"


def test_a_talk_comes_back_after_it_was_deleted(
    installation: Installation, garden: SimpleNamespace
) -> None:
    talk = hold(installation, garden.key, DECISION, log="Kort").id
    delete_talk(installation, EDITOR, garden.key, talk)
    assert states(installation, garden.key)["midway:2027-12-31"] == "due"
    with pytest.raises(Refusal):
        edit_talk(installation, EDITOR, garden.key, talk, as_of=TODAY)
    undo_change(
        installation, EDITOR, show_history(installation, EDITOR, "talk", talk).changes[0].id
    )
    assert states(installation, garden.key)["midway:2027-12-31"] == "held"


def test_the_history_tells_what_was_said(
    installation: Installation, garden: SimpleNamespace
) -> None:
    talk = hold(installation, garden.key).id
    page = edit_talk(installation, EDITOR, garden.key, talk, as_of=TODAY)
    form = form_with(page.form, DECISION, **{"note-funding": "To fonde"})
    save_talk(installation, EDITOR, garden.key, talk, form, version=page.version, as_of=TODAY)
    found = show_history(installation, READER, "talk", talk)
    assert found.record_name == "Haven"
    told = [say(value, "en") for field in found.changes[0].fields for value in field.added]
    assert told == ["Funding stability: To fonde", "Søge fonde, beboerhuset, until 15 January 2027"]


def test_a_talk_of_another_collaboration_is_not_found(
    installation: Installation, garden: SimpleNamespace
) -> None:
    talk = hold(installation, garden.key).id
    ask: Any
    for ask in (
        lambda: edit_talk(installation, EDITOR, "other", talk, as_of=TODAY),
        lambda: delete_talk(installation, EDITOR, "other", talk),
        lambda: save_talk(
            installation, EDITOR, garden.key, "strange key", Form(), version=0, as_of=TODAY
        ),
    ):
        with pytest.raises(Refusal) as refused:
            ask()
        assert refused.value.code == "not_found"
