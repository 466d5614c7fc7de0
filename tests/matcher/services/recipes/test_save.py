"""Keeping recipes and deleting them."""

from __future__ import annotations

import pytest

from matcher.errors import Refusal
from matcher.services.access import OPERATOR, Actor
from matcher.services.history import show_history, undo_change
from matcher.services.installation import Installation
from matcher.services.recipes import (
    delete_recipe,
    list_recipes,
    recipe_named,
    save_recipe,
    show_recipe,
    use_recipe,
)
from matcher.services.recipes.save import LONGEST_NAME, LONGEST_TEXT
from matcher.store.queries import history
from matcher.wording.say import say
from tests.factories import ADMINISTRATOR, EDITOR, READER, make_recipe, recipe_text


def newest(installation: Installation, name: str) -> int:
    """The newest change to a recipe."""
    with installation.reading() as session:
        found = history.newest(session, "recipe", name)
    assert found is not None
    return found.id


def test_a_recipe_is_kept_with_who_made_it(installation: Installation) -> None:
    saved = save_recipe(installation, EDITOR, " Vores egen ", recipe_text("Vores egen", 2.5))
    assert (saved.id, saved.created, saved.changed) == ("Vores egen", True, True)
    view = show_recipe(installation, READER, "Vores egen")
    assert (view.version, view.made_by, view.shipped, view.in_use) == (1, "Redaktør", False, False)
    assert view.text == recipe_text("Vores egen", 2.5)
    assert view.recipe is not None
    assert view.recipe.weights == {"nearness": 2.5}


def test_an_existing_one_is_replaced_only_with_its_version(installation: Installation) -> None:
    make_recipe(installation)
    with pytest.raises(Refusal) as refusal:
        save_recipe(installation, EDITOR, "ours", recipe_text("ours", 2))
    assert refusal.value.code == "taken"
    saved = save_recipe(installation, ADMINISTRATOR, "ours", recipe_text("ours", 2), version=1)
    assert (saved.created, saved.changed) == (False, True)
    view = show_recipe(installation, READER, "ours")
    assert (view.version, view.made_by) == (2, "Administrator")
    with pytest.raises(Refusal) as refusal:
        save_recipe(installation, EDITOR, "ours", recipe_text("ours", 3), version=1)
    assert (refusal.value.code, refusal.value.details["version"]) == ("conflict", 2)
    assert recipe_named(installation, "ours").weights == {"nearness": 2.0}


def test_the_same_text_again_changes_nothing(installation: Installation) -> None:
    make_recipe(installation)
    change = newest(installation, "ours")
    saved = save_recipe(installation, ADMINISTRATOR, "ours", recipe_text(), version=1)
    assert (saved.created, saved.changed) == (False, False)
    assert show_recipe(installation, READER, "ours").made_by == "Redaktør"
    assert newest(installation, "ours") == change


@pytest.mark.parametrize("name", ["partners", "Partners", "OURS", "ours"])
def test_a_name_that_is_taken_is_refused(installation: Installation, name: str) -> None:
    make_recipe(installation)
    with pytest.raises(Refusal) as refusal:
        save_recipe(installation, EDITOR, name, recipe_text(name))
    assert refusal.value.code == "taken"
    assert len(list_recipes(installation, READER)) == 2


@pytest.mark.parametrize(
    ("name", "text", "field"),
    [
        ("", recipe_text(), "name"),
        ("x" * (LONGEST_NAME + 1), recipe_text(), "name"),
        ("../partners", recipe_text(), "name"),
        ("a/b", recipe_text(), "name"),
        ("ours", "#" * (LONGEST_TEXT + 1), "text"),
        ("ours", "weights", "text"),
        ("ours", recipe_text("other"), "text"),
        ("ours", 'name = "ours"\n[weights]\nnearness = nan', "text"),
        ("ours", 'name = "ours"\n[weights]\nneerness = 1', "text"),
        ("ours", 'name = "ours"\n[weights]\nnearness = -1', "text"),
    ],
)
def test_what_is_no_recipe_is_refused_with_its_field(
    installation: Installation, name: str, text: str, field: str
) -> None:
    with pytest.raises(Refusal) as refusal:
        save_recipe(installation, EDITOR, name, text)
    assert refusal.value.code == "invalid"
    fields = refusal.value.details["fields"]
    assert isinstance(fields, dict)
    assert set(fields) == {field}


def test_one_that_was_deleted_meanwhile_is_not_found(installation: Installation) -> None:
    with pytest.raises(Refusal) as refusal:
        save_recipe(installation, EDITOR, "ours", recipe_text(), version=1)
    assert refusal.value.code == "not_found"


def test_the_one_in_use_is_changed_by_those_who_may_choose_it(installation: Installation) -> None:
    make_recipe(installation)
    use_recipe(installation, ADMINISTRATOR, "ours")
    with pytest.raises(Refusal) as refusal:
        save_recipe(installation, EDITOR, "ours", recipe_text("ours", 2), version=1)
    assert refusal.value.code == "forbidden"
    save_recipe(installation, ADMINISTRATOR, "ours", recipe_text("ours", 2), version=1)
    assert recipe_named(installation).weights == {"nearness": 2.0}
    assert show_recipe(installation, READER, "ours").in_use
    with pytest.raises(Refusal) as refusal:
        undo_change(installation, EDITOR, newest(installation, "ours"))
    assert refusal.value.code == "forbidden"
    undo_change(installation, ADMINISTRATOR, newest(installation, "ours"))
    assert recipe_named(installation).weights == {"nearness": 1.0}


def test_changes_are_told_line_by_line_and_undone(installation: Installation) -> None:
    save_recipe(installation, OPERATOR, "ours", recipe_text())
    save_recipe(installation, EDITOR, "ours", recipe_text("ours", 2), version=1)
    change, added = show_history(installation, READER, "recipe", "ours").changes
    (field,) = change.fields
    assert say(field.label, "en") == "Lines"
    assert (field.added, field.removed) == (("nearness = 2",), ("nearness = 1.0",))
    assert (change.record_name, added.record_name, added.who) == ("ours", "ours", "Samspil")
    undo_change(installation, EDITOR, change.id)
    view = show_recipe(installation, READER, "ours")
    assert (view.text, view.made_by) == (recipe_text(), "Samspil")


def test_a_deleted_recipe_comes_back(installation: Installation) -> None:
    make_recipe(installation)
    assert delete_recipe(installation, EDITOR, "ours") == "ours"
    assert [each.name for each in list_recipes(installation, READER)] == ["partners"]
    found = show_history(installation, READER, "recipe", "ours")
    assert (found.record_name, found.exists) == ("ours", False)
    undo_change(installation, EDITOR, newest(installation, "ours"))
    view = show_recipe(installation, READER, "ours")
    # A form that was filled before the deletion must not pass for one of the new record.
    assert (view.text, view.in_use, view.version) == (recipe_text(), False, 3)


def test_the_one_in_use_is_not_deleted(installation: Installation) -> None:
    make_recipe(installation)
    use_recipe(installation, ADMINISTRATOR, "ours")
    added = newest(installation, "ours")
    for ask in (
        lambda: delete_recipe(installation, ADMINISTRATOR, "ours"),
        lambda: undo_change(installation, ADMINISTRATOR, added),
    ):
        with pytest.raises(Refusal) as refusal:
            ask()
        assert refusal.value.code == "conflict"
        assert say(refusal.value.text, "en") == "The recipe “ours” is in use."
    use_recipe(installation, ADMINISTRATOR, None)
    delete_recipe(installation, EDITOR, "ours")


@pytest.mark.parametrize("name", ["partners", "nowhere"])
def test_what_was_not_made_here_is_not_deleted(installation: Installation, name: str) -> None:
    with pytest.raises(Refusal) as refusal:
        delete_recipe(installation, EDITOR, name)
    assert refusal.value.code == "not_found"


@pytest.mark.parametrize("actor", [READER, Actor(role="link", subject="map")])
def test_only_editors_may(installation: Installation, actor: Actor) -> None:
    make_recipe(installation)
    for ask in (
        lambda: save_recipe(installation, actor, "new", recipe_text("new")),
        lambda: delete_recipe(installation, actor, "ours"),
    ):
        with pytest.raises(Refusal) as refusal:
            ask()
        assert refusal.value.code == "forbidden"
