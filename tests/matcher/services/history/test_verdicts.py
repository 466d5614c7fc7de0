"""Verdicts in the history: told, undone, and gone and back with what they are about."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from matcher.errors import Refusal
from matcher.services.history import show_history, undo_change
from matcher.services.installation import Installation
from matcher.services.organisations import delete_organisation
from matcher.services.verdicts import give_verdict, list_verdicts, take_back_verdict
from matcher.services.verdicts.give import verdict_id
from matcher.store import documents
from matcher.store.queries import history
from matcher.wording.labels import VERDICTS
from matcher.wording.say import say
from tests.factories import (
    ADMINISTRATOR,
    EDITOR,
    READER,
    make_brief,
    make_organisation,
    make_verdict,
)

ON_A_DATABASE = settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@pytest.fixture(autouse=True)
def _records(installation: Installation) -> None:
    for key, name in (("a", "Åsen"), ("b", "Bækken"), ("c", "Copenhagen")):
        make_organisation(installation, name, id=key)
    make_brief(installation, "Høstfest", id="i")


def newest(installation: Installation, record: str, key: str) -> int:
    with installation.reading() as session:
        found = history.newest(session, record, key)
    assert found is not None
    return found.id


def verdicts(installation: Installation) -> dict[str, Any]:
    with installation.reading() as session:
        return documents.read(session, "verdict")


def told(installation: Installation, key: str) -> list[tuple[str, str | None, list[Any]]]:
    """(what, name of the record, its fields as label, before, after) of each change, in English."""
    return [
        (
            say(each.what, "en"),
            each.record_name,
            [
                (say(f.label, "en"), say(f.before or "", "en"), say(f.after or "", "en"))
                for f in each.fields
            ],
        )
        for each in show_history(installation, READER, "verdict", key).changes
    ]


def test_a_verdict_in_plain_words(installation: Installation) -> None:
    asked = {"asker": "a", "candidate": "b"}
    key = give_verdict(
        installation, EDITOR, **asked, verdict="not_relevant", reason="too_far", note="for langt"
    ).id
    give_verdict(installation, EDITOR, **asked, verdict="hide")
    take_back_verdict(installation, EDITOR, **asked)
    assert told(installation, key) == [
        ("Deleted", "Åsen – Bækken", [("Verdict", "Hide", "not said")]),
        (
            "Changed",
            "Åsen – Bækken",
            [
                ("Verdict", "Not relevant", "Hide"),
                ("Reason", "Too far away", "not said"),
                ("Note", "for langt", "not said"),
            ],
        ),
        (
            "Added",
            "Åsen – Bækken",
            [
                ("Verdict", "not said", "Not relevant"),
                ("Reason", "not said", "Too far away"),
                ("Note", "not said", "for langt"),
            ],
        ),
    ]


def test_one_for_an_idea_is_called_by_the_idea(installation: Installation) -> None:
    key = make_verdict(installation, "b", "relevant", brief="i")
    assert [name for _, name, _ in told(installation, key)] == ["Høstfest – Bækken"]


def test_undoing_goes_back_to_what_was_said_and_by_whom(installation: Installation) -> None:
    asked = {"asker": "a", "candidate": "b"}
    key = give_verdict(installation, EDITOR, **asked, verdict="relevant").id
    first = verdicts(installation)
    give_verdict(installation, ADMINISTRATOR, **asked, verdict="not_relevant", reason="too_busy")
    second = verdicts(installation)
    undo_change(installation, ADMINISTRATOR, newest(installation, "verdict", key))
    assert verdicts(installation) == first
    undo_change(installation, EDITOR, newest(installation, "verdict", key))
    assert verdicts(installation) == second
    take_back_verdict(installation, EDITOR, **asked)
    undo_change(installation, EDITOR, newest(installation, "verdict", key))
    assert verdicts(installation) == second


@ON_A_DATABASE
@given(
    steps=st.lists(
        st.none() | st.tuples(st.sampled_from(sorted(VERDICTS)), st.sampled_from(["", "x"])),
        min_size=1,
        max_size=6,
    )
)
def test_undoing_the_last_of_any_steps_gives_what_was_before_it(
    installation: Installation, steps: list[tuple[str, str] | None]
) -> None:
    asked = {"asker": "a", "candidate": "c"}
    key = verdict_id("a", None, "c")
    states = [verdicts(installation)]
    for step in steps:
        if step is None:
            take_back_verdict(installation, EDITOR, **asked)
        else:
            give_verdict(installation, EDITOR, **asked, verdict=step[0], note=step[1])
        found = verdicts(installation)
        if found != states[-1]:
            states.append(found)
        last = found.get(key)
        assert (None if last is None else (last["verdict"], last["note"] or "")) == step
    if len(states) > 1:
        undo_change(installation, EDITOR, newest(installation, "verdict", key))
        assert verdicts(installation) == states[-2]


def test_undoing_the_first_verdict_takes_it_away(installation: Installation) -> None:
    key = make_verdict(installation, "b", asker="a")
    done = undo_change(installation, EDITOR, newest(installation, "verdict", key))
    assert (done.record, done.exists) == ("verdict", False)
    assert verdicts(installation) == {}


def test_what_was_said_since_stands_in_the_way(installation: Installation) -> None:
    asked = {"asker": "a", "candidate": "b"}
    key = give_verdict(installation, EDITOR, **asked, verdict="relevant").id
    take_back_verdict(installation, EDITOR, **asked)
    taken_back = newest(installation, "verdict", key)
    give_verdict(installation, EDITOR, **asked, verdict="hide")
    with pytest.raises(Refusal) as refusal:
        undo_change(installation, EDITOR, taken_back)
    assert refusal.value.code == "conflict"
    assert list_verdicts(installation, EDITOR, asker="a")["b"].verdict == "hide"


@pytest.mark.parametrize("gone", ["a", "b"])
def test_verdicts_go_with_an_organisation_and_come_back_with_it(
    installation: Installation, gone: str
) -> None:
    make_verdict(installation, "b", "hide", asker="a", note="x")
    make_verdict(installation, "a", "relevant", asker="b")
    other = make_verdict(installation, "c", "relevant", brief="i")
    before = verdicts(installation)
    delete_organisation(installation, EDITOR, gone)
    assert set(verdicts(installation)) == {other}
    undo_change(installation, EDITOR, newest(installation, "organisation", gone))
    assert verdicts(installation) == before
    for key in set(before) - {other}:
        changes = show_history(installation, EDITOR, "verdict", key).changes
        assert [say(each.what, "en") for each in changes] == ["Brought back", "Deleted", "Added"]


def test_adding_an_organisation_is_undone_though_verdicts_name_it(
    installation: Installation,
) -> None:
    make_verdict(installation, "b", asker="a")
    undo_change(installation, EDITOR, newest(installation, "organisation", "b"))
    assert verdicts(installation) == {}


def test_a_verdict_whose_other_end_is_gone_too_comes_back_later(
    installation: Installation,
) -> None:
    key = make_verdict(installation, "b", asker="a")
    for gone in ("a", "b"):
        delete_organisation(installation, EDITOR, gone)
    undo_change(installation, EDITOR, newest(installation, "organisation", "a"))
    assert verdicts(installation) == {}
    deleted = newest(installation, "verdict", key)
    with pytest.raises(Refusal) as refusal:
        undo_change(installation, EDITOR, deleted)
    assert "an organisation that it refers to" in say(refusal.value.text, "en")
    undo_change(installation, EDITOR, newest(installation, "organisation", "b"))
    undo_change(installation, EDITOR, deleted)
    assert set(verdicts(installation)) == {key}


def test_one_that_was_taken_back_before_does_not_come_back(installation: Installation) -> None:
    make_verdict(installation, "b", asker="a")
    take_back_verdict(installation, EDITOR, asker="a", candidate="b")
    delete_organisation(installation, EDITOR, "b")
    undo_change(installation, EDITOR, newest(installation, "organisation", "b"))
    assert verdicts(installation) == {}
