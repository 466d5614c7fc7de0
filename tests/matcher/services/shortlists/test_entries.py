"""What becomes of the candidates on a shortlist."""

from __future__ import annotations

import pytest

from matcher.errors import Refusal
from matcher.services.history import undo_change
from matcher.services.installation import Installation
from matcher.services.shortlists import (
    Progress,
    change_entry,
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


def test_status_and_note_are_kept_and_can_be_undone(
    installation: Installation, shortlist: str
) -> None:
    done = change_entry(
        installation, EDITOR, shortlist, "cafe", Progress(status="met", note=" Ring \r\n mandag ")
    )
    entry = show_shortlist(installation, READER, shortlist).entries[1]
    assert done.changed
    assert (entry.status, entry.note) == ("met", "Ring \n mandag")
    with installation.reading() as session:
        newest = history.newest(session, "shortlist", shortlist)
    assert newest is not None
    assert newest.actor_name == EDITOR.name
    undo_change(installation, EDITOR, newest.id)
    entry = show_shortlist(installation, READER, shortlist).entries[1]
    assert (entry.status, entry.note) == ("suggested", None)


def test_saving_what_is_there_changes_nothing(installation: Installation, shortlist: str) -> None:
    done = change_entry(installation, EDITOR, shortlist, "cafe", Progress(status="suggested"))
    assert not done.changed


@pytest.mark.parametrize(
    ("progress", "field"),
    [
        (Progress(status="married"), "status"),
        (Progress(status=""), "status"),
        (Progress(status="met", note="x" * 5001), "note"),
    ],
)
def test_what_cannot_be_saved_is_said_at_its_field(
    installation: Installation, shortlist: str, progress: Progress, field: str
) -> None:
    with pytest.raises(Refusal) as refusal:
        change_entry(installation, EDITOR, shortlist, "cafe", progress)
    assert list(refusal.value.details["fields"]) == [field]  # type: ignore[call-overload]


def test_two_at_the_same_candidate_each_keep_what_they_wrote(
    installation: Installation, shortlist: str
) -> None:
    opened = Progress(status="suggested", note="")
    change_entry(installation, EDITOR, shortlist, "cafe", Progress(status="met", note=""), opened)
    change_entry(
        installation, EDITOR, shortlist, "cafe", Progress(status="suggested", note="Min"), opened
    )
    entry = show_shortlist(installation, READER, shortlist).entries[1]
    assert (entry.status, entry.note) == ("met", "Min")
    with pytest.raises(Refusal) as refusal:
        change_entry(
            installation, EDITOR, shortlist, "cafe", Progress(status="agreed", note=""), opened
        )
    assert refusal.value.code == "conflict"
    assert list(refusal.value.details["fields"]) == ["status"]  # type: ignore[call-overload]


def test_two_at_different_candidates_never_meet(installation: Installation, shortlist: str) -> None:
    opened = Progress(status="suggested", note="")
    for candidate in ("school", "cafe"):
        change_entry(installation, EDITOR, shortlist, candidate, Progress(status="met"), opened)
    states = [each.status for each in show_shortlist(installation, READER, shortlist).entries]
    assert states == ["met", "met", "suggested"]


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
        lambda: change_entry(installation, READER, shortlist, "cafe", Progress(status="met")),
        lambda: move_entry(installation, READER, shortlist, "cafe", 1),
        lambda: remove_entry(installation, READER, shortlist, "cafe"),
    ):
        with pytest.raises(Refusal) as refusal:
            verb()
        assert refusal.value.code == "forbidden"
    assert order(installation, shortlist) == ["school", "cafe", "stranger"]
