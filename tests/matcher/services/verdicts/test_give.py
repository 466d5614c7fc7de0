"""Saying what a candidate is worth, and taking it back."""

from __future__ import annotations

from typing import Any

import pytest

from matcher.errors import Refusal
from matcher.services.access import OPERATOR, Actor
from matcher.services.installation import Installation
from matcher.services.verdicts import give_verdict, list_verdicts, take_back_verdict
from matcher.services.verdicts.give import LONGEST_NOTE
from matcher.store import documents
from matcher.store.queries import history
from matcher.store.unit_of_work import revision
from matcher.wording.labels import VERDICTS, WHY_NOT
from tests.factories import (
    ADMINISTRATOR,
    EDITOR,
    READER,
    make_brief,
    make_organisation,
)


@pytest.fixture
def places(installation: Installation) -> dict[str, str]:
    """Two who ask, one idea, and a candidate."""
    for key in ("asker", "other", "candidate"):
        make_organisation(installation, key.title(), id=key)
    make_brief(installation, id="brief")
    return {"asker": "asker"}


def said(installation: Installation, **whose: str) -> dict[str, Any]:
    """The verdict on the candidate as its document, {} if there is none."""
    found = list_verdicts(installation, READER, **whose).get("candidate")
    if found is None:
        return {}
    with installation.reading() as session:
        return documents.read(session, "verdict", [found.id])[found.id]


def changes(installation: Installation) -> list[history.ChangeLine]:
    """What happened to verdicts, newest first."""
    with installation.reading() as session:
        return list(history.changes(session, ["verdict"], None, offset=0, limit=50))


@pytest.mark.parametrize("whose", [{"asker": "asker"}, {"brief": "brief"}])
@pytest.mark.parametrize("verdict", VERDICTS)
def test_a_verdict_is_kept_with_who_and_when(
    installation: Installation, places: dict[str, str], whose: dict[str, str], verdict: str
) -> None:
    saved = give_verdict(
        installation, EDITOR, **whose, candidate="candidate", verdict=verdict, note=" huset\r\n "
    )
    assert (saved.created, saved.changed) == (True, True)
    found = list_verdicts(installation, READER, **whose)["candidate"]
    assert (found.verdict, found.reason, found.note) == (verdict, None, "huset")
    assert (found.asker, found.brief) == (whose.get("asker"), whose.get("brief"))
    assert found.candidate == ("candidate", "Candidate")
    with installation.reading() as session:
        added = history.newest(session, "verdict", saved.id)
    assert added is not None
    assert found.given_by == "Redaktør"
    assert abs((found.given - added.at).total_seconds()) < 10
    assert said(installation, **whose)["given_by_id"] == "editor"


@pytest.mark.parametrize("reason", [None, "", *WHY_NOT])
def test_why_it_is_not_relevant_may_be_said(
    installation: Installation, places: dict[str, str], reason: str | None
) -> None:
    give_verdict(
        installation,
        EDITOR,
        **places,
        candidate="candidate",
        verdict="not_relevant",
        reason=reason,
    )
    assert said(installation, **places)["reason"] == (reason or None)


def test_a_reason_counts_with_not_relevant_only(
    installation: Installation, places: dict[str, str]
) -> None:
    for verdict in ("relevant", "in_touch", "hide"):
        give_verdict(
            installation,
            EDITOR,
            **places,
            candidate="candidate",
            verdict=verdict,
            reason="too_far",
        )
        assert said(installation, **places)["reason"] is None


def test_a_new_one_replaces_the_old_and_the_history_keeps_both(
    installation: Installation, places: dict[str, str]
) -> None:
    first = give_verdict(
        installation, EDITOR, **places, candidate="candidate", verdict="relevant", note="god"
    )
    second = give_verdict(
        installation, ADMINISTRATOR, **places, candidate="candidate", verdict="hide"
    )
    assert (second.id, second.created, second.changed) == (first.id, False, True)
    now = said(installation, **places)
    assert (now["verdict"], now["note"], now["given_by"]) == ("hide", None, "Administrator")
    assert len(list_verdicts(installation, READER, **places)) == 1
    later, earlier = changes(installation)
    assert earlier.after is not None
    assert later.before is not None
    assert (earlier.after["verdict"], later.before["verdict"]) == ("relevant", "relevant")
    assert later.before["given_by"] == "Redaktør"


def test_the_same_again_changes_nothing(installation: Installation, places: dict[str, str]) -> None:
    asked: dict[str, Any] = {
        **places,
        "candidate": "candidate",
        "verdict": "not_relevant",
        "reason": "too_busy",
        "note": "i år",
    }
    give_verdict(installation, EDITOR, **asked)
    before = said(installation, **places)
    again = give_verdict(installation, ADMINISTRATOR, **asked)
    assert (again.created, again.changed) == (False, False)
    assert said(installation, **places) == before
    assert len(changes(installation)) == 1


def test_each_asker_and_each_idea_has_its_own(
    installation: Installation, places: dict[str, str]
) -> None:
    whose: tuple[dict[str, str], ...] = ({"asker": "asker"}, {"asker": "other"}, {"brief": "brief"})
    for one, verdict in zip(whose, ("relevant", "hide", "in_touch"), strict=True):
        give_verdict(installation, EDITOR, **one, candidate="candidate", verdict=verdict)
    assert [said(installation, **one)["verdict"] for one in whose] == [
        "relevant",
        "hide",
        "in_touch",
    ]
    take_back_verdict(installation, EDITOR, asker="other", candidate="candidate")
    assert [bool(said(installation, **one)) for one in whose] == [True, False, True]


@pytest.mark.parametrize("whose", [{"asker": "asker"}, {"brief": "brief"}])
def test_what_is_taken_back_is_gone_and_can_be_said_again(
    installation: Installation, places: dict[str, str], whose: dict[str, str]
) -> None:
    give_verdict(installation, EDITOR, **whose, candidate="candidate", verdict="hide")
    assert take_back_verdict(installation, EDITOR, **whose, candidate="candidate").changed
    assert said(installation, **whose) == {}
    assert not take_back_verdict(installation, EDITOR, **whose, candidate="candidate").changed
    saved = give_verdict(installation, EDITOR, **whose, candidate="candidate", verdict="relevant")
    assert saved.created
    assert [each.action for each in changes(installation)] == ["created", "deleted", "created"]


def test_the_one_at_the_command_line_has_a_name_and_no_id(
    installation: Installation, places: dict[str, str]
) -> None:
    give_verdict(installation, OPERATOR, **places, candidate="candidate", verdict="hide")
    found = said(installation, **places)
    assert (found["given_by_id"], found["given_by"]) == (None, "Samspil")


def test_matching_does_not_load_its_landscape_again(
    installation: Installation, places: dict[str, str]
) -> None:
    with installation.reading() as session:
        before = revision(session)
    give_verdict(installation, EDITOR, **places, candidate="candidate", verdict="hide")
    with installation.reading() as session:
        assert revision(session) == before


@pytest.mark.parametrize(
    ("asked", "field"),
    [
        ({"verdict": "maybe"}, "verdict"),
        ({"verdict": ""}, "verdict"),
        ({"verdict": "not_relevant", "reason": "too ugly"}, "reason"),
        ({"verdict": "hide", "note": "x" * (LONGEST_NOTE + 1)}, "note"),
    ],
)
def test_what_cannot_be_said_is_refused(
    installation: Installation, places: dict[str, str], asked: dict[str, Any], field: str
) -> None:
    with pytest.raises(Refusal) as refusal:
        give_verdict(installation, EDITOR, **places, candidate="candidate", **asked)
    assert refusal.value.code == "invalid"
    fields = refusal.value.details["fields"]
    assert isinstance(fields, dict)
    assert set(fields) == {field}
    assert said(installation, **places) == {}


@pytest.mark.parametrize(
    "asked",
    [
        {"asker": "nowhere", "candidate": "candidate"},
        {"asker": "asker", "candidate": "nowhere"},
        {"brief": "nowhere", "candidate": "candidate"},
    ],
)
def test_what_is_not_there_is_not_found(
    installation: Installation, places: dict[str, str], asked: dict[str, str]
) -> None:
    with pytest.raises(Refusal) as refusal:
        give_verdict(installation, EDITOR, **asked, verdict="hide")
    assert refusal.value.code == "not_found"


def test_nobody_is_a_partner_for_themselves(
    installation: Installation, places: dict[str, str]
) -> None:
    with pytest.raises(Refusal) as refusal:
        give_verdict(installation, EDITOR, **places, candidate="asker", verdict="relevant")
    assert refusal.value.code == "invalid"


@pytest.mark.parametrize("whose", [{}, {"asker": "asker", "brief": "brief"}])
def test_it_is_for_an_organisation_or_for_an_idea(
    installation: Installation, places: dict[str, str], whose: dict[str, str]
) -> None:
    with pytest.raises(ValueError, match="for an organisation or for a brief"):
        give_verdict(installation, EDITOR, **whose, candidate="candidate", verdict="hide")
    with pytest.raises(ValueError, match="for an organisation or for a brief"):
        list_verdicts(installation, EDITOR, **whose)


@pytest.mark.parametrize("actor", [READER, Actor(role="link", subject="map")])
def test_only_editors_may(installation: Installation, places: dict[str, str], actor: Actor) -> None:
    for ask in (
        lambda: give_verdict(installation, actor, **places, candidate="candidate", verdict="hide"),
        lambda: take_back_verdict(installation, actor, **places, candidate="candidate"),
    ):
        with pytest.raises(Refusal) as refusal:
            ask()
        assert refusal.value.code == "forbidden"
