"""Which recipe suggestions are made with, and going back to the one before."""

from __future__ import annotations

from typing import Any

import pytest

from matcher.errors import Refusal
from matcher.recipe import load_recipe
from matcher.services.history import show_history, undo_change
from matcher.services.history.show import History
from matcher.services.installation import Installation
from matcher.services.recipes import (
    delete_recipe,
    list_recipes,
    recipe_named,
    save_recipe,
    show_recipe,
    use_recipe,
)
from matcher.store import documents
from matcher.wording.say import say
from tests.factories import ADMINISTRATOR, EDITOR, READER, make_recipe, recipe_text

OLD = 'name = "old"\n[weights]\nno_longer_a_signal = 1\n'


@pytest.fixture(autouse=True)
def _recipes(installation: Installation) -> None:
    for number, name in enumerate(("a", "b", "Åse"), start=2):
        make_recipe(installation, name, number)


def changes(installation: Installation) -> History:
    """What was chosen when, newest first."""
    return show_history(installation, ADMINISTRATOR, "recipe_in_use", "recipe")


def undo(installation: Installation, at: int = 0) -> None:
    """Take back one of those changes."""
    undo_change(installation, ADMINISTRATOR, changes(installation).changes[at].id)


def in_use(installation: Installation) -> list[str]:
    """The names of the recipes that say they are in use."""
    return [each.name for each in list_recipes(installation, READER) if each.in_use]


def make_old(installation: Installation) -> None:
    """A recipe that an earlier version of Samspil could read."""
    document: dict[str, Any] = {"text": OLD, "made": "2020-01-01T00:00:00+00:00", "made_by": "x"}
    with installation.writing(EDITOR) as work:
        documents.write(work, "recipe", {"old": document})
        work.commit()


def test_the_shipped_one_is_used_until_another_is_chosen(installation: Installation) -> None:
    assert recipe_named(installation) == load_recipe("partners")
    assert in_use(installation) == ["partners"]
    assert use_recipe(installation, ADMINISTRATOR, "a").changed
    assert recipe_named(installation).weights == {"nearness": 2.0}
    assert in_use(installation) == ["a"]


@pytest.mark.parametrize("shipped", [None, "partners"])
def test_going_back_to_the_shipped_one(installation: Installation, shipped: str | None) -> None:
    use_recipe(installation, ADMINISTRATOR, "a")
    assert use_recipe(installation, ADMINISTRATOR, shipped).changed
    assert in_use(installation) == ["partners"]
    assert not use_recipe(installation, ADMINISTRATOR, shipped).changed


def test_the_same_again_changes_nothing(installation: Installation) -> None:
    use_recipe(installation, ADMINISTRATOR, "a")
    assert not use_recipe(installation, ADMINISTRATOR, "a").changed
    assert len(changes(installation).changes) == 1


def test_a_name_finds_what_was_made_here_then_what_is_shipped(installation: Installation) -> None:
    assert recipe_named(installation, "b").weights == {"nearness": 3.0}
    assert recipe_named(installation, "partners") == load_recipe("partners")
    with pytest.raises(Refusal) as refusal:
        recipe_named(installation, "parters")
    assert refusal.value.code == "not_found"
    assert refusal.value.hint is not None
    assert "partners" in say(refusal.value.hint, "en")


def test_all_there_are_the_shipped_ones_first(installation: Installation) -> None:
    found = list_recipes(installation, READER)
    assert [(each.name, each.shipped, each.version) for each in found] == [
        ("partners", True, None),
        ("a", False, 1),
        ("b", False, 1),
        ("Åse", False, 1),
    ]
    assert all(each.recipe is not None and each.fault is None for each in found)
    with pytest.raises(Refusal) as refusal:
        show_recipe(installation, READER, "nowhere")
    assert refusal.value.code == "not_found"


def test_undoing_goes_back_to_the_one_before(installation: Installation) -> None:
    for name in ("a", "b"):
        use_recipe(installation, ADMINISTRATOR, name)
    undo(installation)
    assert in_use(installation) == ["a"]
    undo(installation)
    assert in_use(installation) == ["b"]
    use_recipe(installation, ADMINISTRATOR, None)
    undo(installation)
    assert in_use(installation) == ["b"]


def test_undoing_the_first_choice_goes_back_to_the_shipped_one(installation: Installation) -> None:
    use_recipe(installation, ADMINISTRATOR, "a")
    undo(installation)
    assert in_use(installation) == ["partners"]
    assert recipe_named(installation) == load_recipe("partners")


def test_a_later_choice_stands_in_the_way(installation: Installation) -> None:
    for name in ("a", "b", "Åse"):
        use_recipe(installation, ADMINISTRATOR, name)
    with pytest.raises(Refusal) as refusal:
        undo(installation, 1)
    assert refusal.value.code == "conflict"
    assert in_use(installation) == ["Åse"]


def test_one_that_was_deleted_since_does_not_come_back_into_use(
    installation: Installation,
) -> None:
    for name in ("a", "b"):
        use_recipe(installation, ADMINISTRATOR, name)
    delete_recipe(installation, EDITOR, "a")
    with pytest.raises(Refusal) as refusal:
        undo(installation)
    assert "the recipe has been deleted" in say(refusal.value.text, "en")
    assert in_use(installation) == ["b"]


def test_the_history_says_from_which_to_which(installation: Installation) -> None:
    for name in ("a", "b"):
        use_recipe(installation, ADMINISTRATOR, name)
    found = changes(installation)
    assert (found.record_name, found.exists) == ("b", True)
    told = [(say(c.what, "en"), c.fields[0].before, c.fields[0].after) for c in found.changes]
    assert told[0] == ("Changed", "a", "b")
    assert told[1][0] == "Added"
    assert told[1][2] == "a"
    use_recipe(installation, ADMINISTRATOR, None)
    found = changes(installation)
    assert (found.record_name, found.exists) == ("b", False)
    everything = show_history(installation, READER).changes
    assert {(each.record, each.record_name) for each in everything} >= {("recipe_in_use", "b")}


def test_editors_do_not_choose_nor_take_a_choice_back(installation: Installation) -> None:
    use_recipe(installation, ADMINISTRATOR, "a")
    chosen = changes(installation).changes[0].id
    for ask in (
        lambda: use_recipe(installation, EDITOR, "b"),
        lambda: undo_change(installation, EDITOR, chosen),
    ):
        with pytest.raises(Refusal) as refusal:
            ask()
        assert refusal.value.code == "forbidden"
    for actor, may in ((EDITOR, False), (ADMINISTRATOR, True)):
        found = show_history(installation, actor, "recipe_in_use", "recipe")
        assert found.changes[0].may_undo is may


def test_what_there_is_not_is_not_used(installation: Installation) -> None:
    with pytest.raises(Refusal) as refusal:
        use_recipe(installation, ADMINISTRATOR, "aa")
    assert refusal.value.code == "not_found"
    assert in_use(installation) == ["partners"]


def test_one_that_does_not_fit_this_version_is_said_to(installation: Installation) -> None:
    make_old(installation)
    for ask in (
        lambda: recipe_named(installation, "old"),
        lambda: use_recipe(installation, ADMINISTRATOR, "old"),
    ):
        with pytest.raises(Refusal) as refusal:
            ask()
        assert refusal.value.code == "invalid"
        assert "“old” cannot be used" in say(refusal.value.text, "en")
    view = show_recipe(installation, READER, "old")
    assert view.recipe is None
    assert view.fault is not None
    assert "no_longer_a_signal" in say(view.fault, "en")


def test_a_text_that_does_not_fit_this_version_does_not_come_back(
    installation: Installation,
) -> None:
    make_old(installation)
    save_recipe(installation, EDITOR, "old", recipe_text("old"), version=1)
    change = show_history(installation, EDITOR, "recipe", "old").changes[0]
    with pytest.raises(Refusal) as refusal:
        undo_change(installation, EDITOR, change.id)
    assert "does not fit this version" in say(refusal.value.text, "en")
