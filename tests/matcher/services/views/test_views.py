"""Views of the map that are kept: saved, changed, deleted, brought back, stepped through."""

from __future__ import annotations

from dataclasses import replace

import pytest

from matcher.errors import Refusal
from matcher.services.access import Actor
from matcher.services.history import show_history, undo_change
from matcher.services.installation import Installation
from matcher.services.organisations import delete_organisation
from matcher.services.views import (
    ViewNote,
    ViewText,
    ViewWindow,
    delete_view,
    list_views,
    neighbours,
    save_view,
    show_view,
)
from matcher.services.views.content import LONGEST_PIN, LONGEST_TITLE, MOST_PINS
from tests.factories import EDITOR, READER, make_organisation

FULL = ViewText(
    title="Mad i Valby",
    note="Til udvalgsmødet",
    conditions={"area": "Valby", "around": "a"},
    look={"colour": "kind"},
    hidden=("b",),
    selected=("a",),
    notes=(ViewNote(x=10.5, y=-3.0, text="Her mangler et køkken"),),
    window=ViewWindow(x=0.0, y=5.5, scale=0.75),
)


@pytest.fixture(autouse=True)
def _organisations(installation: Installation) -> None:
    for key, name in (("a", "Valby Beboerhus"), ("b", "Åsen")):
        make_organisation(installation, name, id=key)


def refused(installation: Installation, text: ViewText) -> set[str]:
    """The fields that are said to be wrong."""
    with pytest.raises(Refusal) as refusal:
        save_view(installation, EDITOR, text)
    assert refusal.value.code == "invalid"
    fields = refusal.value.details["fields"]
    assert isinstance(fields, dict)
    return set(fields)


def test_a_view_comes_back_as_it_was_kept(installation: Installation) -> None:
    saved = save_view(installation, EDITOR, FULL)
    assert (saved.created, saved.changed) == (True, True)
    view = show_view(installation, READER, saved.id)
    assert (view.text, view.version, dict(view.gone)) == (FULL, 1, {})


def test_saving_the_same_changes_nothing(installation: Installation) -> None:
    key = save_view(installation, EDITOR, FULL).id
    again = save_view(installation, EDITOR, FULL, view_id=key, version=1)
    assert (again.created, again.changed) == (False, False)
    assert show_view(installation, READER, key).version == 1


def test_who_saves_second_is_told(installation: Installation) -> None:
    key = save_view(installation, EDITOR, FULL).id
    save_view(installation, EDITOR, replace(FULL, note="A"), view_id=key, version=1)
    with pytest.raises(Refusal) as refusal:
        save_view(installation, EDITOR, replace(FULL, note="B"), view_id=key, version=1)
    assert refusal.value.code == "conflict"
    assert refusal.value.details["version"] == 2
    save_view(installation, EDITOR, replace(FULL, note="B"), view_id=key, version=2)
    assert show_view(installation, READER, key).text.note == "B"


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        (ViewText(title=" "), {"title"}),
        (ViewText(title="x" * (LONGEST_TITLE + 1)), {"title"}),
        (ViewText(title="x", notes=(ViewNote(x=0, y=0, text=" "),)), {"notes"}),
        (ViewText(title="x", notes=(ViewNote(x=0, y=0, text="x" * (LONGEST_PIN + 1)),)), {"notes"}),
        (ViewText(title="x", notes=(ViewNote(x=0, y=0, text="x"),) * (MOST_PINS + 1)), {"notes"}),
        (ViewText(title="x", notes=(ViewNote(x=float("nan"), y=0, text="x"),)), {"notes"}),
        (ViewText(title="x", window=ViewWindow(x=0, y=0, scale=0)), {"window"}),
        (ViewText(title="x", window=ViewWindow(x=0, y=0, scale=float("inf"))), {"window"}),
        (ViewText(title="x", look={str(n): "x" for n in range(99)}), {"look"}),
        (ViewText(title="x", conditions={"area": "x" * 9999}), {"conditions"}),
    ],
)
def test_what_cannot_be_kept_is_said(
    installation: Installation, text: ViewText, wrong: set[str]
) -> None:
    assert refused(installation, text) == wrong
    assert list_views(installation, READER) == ()


def test_the_list_is_by_title_and_says_who(installation: Installation) -> None:
    for title in ("Åen", "Bo", "Æbler"):
        save_view(installation, EDITOR, ViewText(title=title))
    lines = list_views(installation, READER)
    assert [line.title for line in lines] == ["Bo", "Æbler", "Åen"]
    assert {line.saved_by for line in lines} == {EDITOR.name}


def test_one_goes_from_view_to_view_and_round(installation: Installation) -> None:
    keys = [save_view(installation, EDITOR, ViewText(title=title)).id for title in "ABC"]
    first = neighbours(installation, READER, keys[0])
    assert (first.before, first.after) == ((keys[2], "C"), (keys[1], "B"))
    assert (first.place, first.count) == (1, 3)


def test_a_single_view_has_no_neighbours(installation: Installation) -> None:
    key = save_view(installation, EDITOR, FULL).id
    assert neighbours(installation, READER, key).after is None


def test_a_view_opens_though_who_is_in_it_is_gone(installation: Installation) -> None:
    key = save_view(installation, EDITOR, FULL).id
    for gone in "ab":
        delete_organisation(installation, EDITOR, gone)
    view = show_view(installation, READER, key)
    assert dict(view.gone) == {"a": "Valby Beboerhus", "b": "Åsen"}
    holder = Actor(role="link", subject="map", subject_id=key)
    assert dict(show_view(installation, holder, key).gone) == {}
    assert view.text == FULL


def test_a_deleted_view_can_be_brought_back(installation: Installation) -> None:
    key = save_view(installation, EDITOR, FULL).id
    assert delete_view(installation, EDITOR, key) == FULL.title
    with pytest.raises(Refusal) as refusal:
        show_view(installation, READER, key)
    assert refusal.value.code == "not_found"
    newest = show_history(installation, EDITOR, "view", key, page=1).changes[0]
    undo_change(installation, EDITOR, newest.id)
    view = show_view(installation, READER, key)
    assert view.text == FULL
    assert view.version == 3  # so that a page of the deleted one does not pass for this one's


def test_nothing_is_there_to_change(installation: Installation) -> None:
    for ask in (
        lambda: show_view(installation, READER, "x"),
        lambda: neighbours(installation, READER, "x"),
        lambda: delete_view(installation, EDITOR, "x"),
        lambda: save_view(installation, EDITOR, FULL, view_id="x"),
    ):
        with pytest.raises(Refusal) as refusal:
            ask()
        assert refusal.value.code == "not_found"


def test_only_who_may(installation: Installation) -> None:
    key = save_view(installation, EDITOR, FULL).id
    holder = Actor(role="link", subject="map", subject_id=key)
    assert show_view(installation, holder, key).text == FULL
    for ask in (
        lambda: save_view(installation, READER, FULL),
        lambda: delete_view(installation, READER, key),
        lambda: list_views(installation, holder),
        lambda: show_view(installation, replace(holder, subject_id="other"), key),
        lambda: show_view(installation, replace(holder, subject_id=None), key),
    ):
        with pytest.raises(Refusal) as refusal:
            ask()
        assert refusal.value.code == "forbidden"
