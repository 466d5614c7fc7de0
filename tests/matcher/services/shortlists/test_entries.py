"""What becomes of the candidates on a shortlist."""

from __future__ import annotations

import pytest

from matcher.errors import Refusal
from matcher.services.history import undo_change
from matcher.services.installation import Installation
from matcher.services.shortlists import (
    change_note,
    move_entry,
    remove_entry,
    show_shortlist,
)
from matcher.store.queries import history
from tests.factories import EDITOR, READER, make_shortlist
from tests.neighbourhood import make_neighbourhood


@pytest.fixture
def shortlist(installation: Installation) -> str:
    make_neighbourhood(installation)
    return make_shortlist(installation, "Høstfest", "house", ["school", "cafe", "stranger"])


def order(installation: Installation, shortlist: str) -> list[str]:
    """The ids of the candidates, as they stand."""
    return [each.id for each in show_shortlist(installation, READER, shortlist).entries]


def test_a_note_is_kept_and_can_be_undone(installation: Installation, shortlist: str) -> None:
    done = change_note(installation, EDITOR, shortlist, "cafe", " Ring \r\n mandag ")
    assert done.changed
    assert show_shortlist(installation, READER, shortlist).entries[1].note == "Ring \n mandag"
    with installation.reading() as session:
        newest = history.newest(session, "shortlist", shortlist)
    assert newest is not None
    assert newest.actor_name == EDITOR.name
    undo_change(installation, EDITOR, newest.id)
    assert show_shortlist(installation, READER, shortlist).entries[1].note is None


def test_saving_what_is_there_changes_nothing(installation: Installation, shortlist: str) -> None:
    assert not change_note(installation, EDITOR, shortlist, "cafe", "").changed


def test_a_note_too_long_is_said_at_its_field(installation: Installation, shortlist: str) -> None:
    with pytest.raises(Refusal) as refusal:
        change_note(installation, EDITOR, shortlist, "cafe", "x" * 5001)
    assert list(refusal.value.details["fields"]) == ["note"]  # type: ignore[call-overload]


def test_two_who_write_the_same_note_are_told(installation: Installation, shortlist: str) -> None:
    change_note(installation, EDITOR, shortlist, "cafe", "Din", "")
    with pytest.raises(Refusal) as refusal:
        change_note(installation, EDITOR, shortlist, "cafe", "Min", "")
    assert refusal.value.code == "conflict"
    assert refusal.value.details["now"] == {"note": "Din"}


@pytest.mark.parametrize(
    ("candidate", "steps", "after"),
    [
        ("cafe", -1, ["cafe", "school", "stranger"]),
        ("cafe", 1, ["school", "stranger", "cafe"]),
        ("school", -1, ["school", "cafe", "stranger"]),
        ("stranger", 9, ["school", "cafe", "stranger"]),
        ("stranger", -9, ["stranger", "school", "cafe"]),
    ],
)
def test_candidates_move_up_and_down_as_far_as_there_is_room(
    installation: Installation, shortlist: str, candidate: str, steps: int, after: list[str]
) -> None:
    move_entry(installation, EDITOR, shortlist, candidate, steps)
    assert order(installation, shortlist) == after


def test_a_candidate_can_be_taken_off(installation: Installation, shortlist: str) -> None:
    remove_entry(installation, EDITOR, shortlist, "cafe")
    assert order(installation, shortlist) == ["school", "stranger"]
    with pytest.raises(Refusal) as refusal:
        remove_entry(installation, EDITOR, shortlist, "cafe")
    assert refusal.value.code == "not_found"


def test_readers_change_nothing(installation: Installation, shortlist: str) -> None:
    for verb in (
        lambda: change_note(installation, READER, shortlist, "cafe", "Min"),
        lambda: move_entry(installation, READER, shortlist, "cafe", 1),
        lambda: remove_entry(installation, READER, shortlist, "cafe"),
    ):
        with pytest.raises(Refusal) as refusal:
            verb()
        assert refusal.value.code == "forbidden"
    assert order(installation, shortlist) == ["school", "cafe", "stranger"]
