"""Learning a recipe from the records."""

from __future__ import annotations

from typing import Any

import pytest

from matcher.errors import Refusal
from matcher.landscape import Rows
from matcher.learn import Judged, LearnResult
from matcher.recipe import load_recipe
from matcher.services import learn_recipe as use_case
from matcher.services.installation import Installation
from matcher.services.learn_recipe import learn_recipe
from matcher.services.recipes import list_recipes, recipe_named, show_recipe
from matcher.wording.say import say
from tests.factories import (
    ADMINISTRATOR,
    EDITOR,
    READER,
    make_brief,
    make_organisation,
    make_recipe,
    make_verdict,
)
from tests.matcher.learn.records import AS_OF, key_of, make_busy_network


def test_what_was_learnt_is_kept_and_not_in_use(installation: Installation) -> None:
    make_busy_network(installation)
    found = learn_recipe(installation, EDITOR, as_of=AS_OF)
    assert (found.name, found.made) == ("learnt-2023-01-01", True)
    assert not found.result.fell_back
    view = show_recipe(installation, READER, found.name)
    assert view.made_by == EDITOR.name
    assert not view.in_use
    assert view.recipe is not None
    assert dict(view.recipe.weights) == dict(found.result.recipe.weights)
    assert view.recipe.learnt == found.result.recipe.learnt
    assert recipe_named(installation).name == "partners"


@pytest.mark.parametrize("name", ["ours", "OURS", " ours ", "Partners"])
def test_a_name_that_is_taken_is_refused_and_nothing_is_written(
    installation: Installation, name: str
) -> None:
    make_recipe(installation)
    before = list_recipes(installation, READER)
    with pytest.raises(Refusal) as refusal:
        learn_recipe(installation, EDITOR, as_of=AS_OF, name=name)
    assert refusal.value.code == "taken"
    assert refusal.value.hint is not None
    assert list_recipes(installation, READER) == before


@pytest.mark.parametrize("name", ["a/b", "", "x" * 99])
def test_a_name_that_is_none_is_refused_with_what_to_change(
    installation: Installation, name: str
) -> None:
    with pytest.raises(Refusal) as refusal:
        learn_recipe(installation, EDITOR, as_of=AS_OF, name=name)
    assert refusal.value.code == "invalid"
    assert say(refusal.value.text, "en").startswith(("Use", "Write"))


def test_a_second_time_on_a_day_needs_a_name(installation: Installation) -> None:
    make_busy_network(installation)
    learn_recipe(installation, EDITOR, as_of=AS_OF)
    with pytest.raises(Refusal) as refusal:
        learn_recipe(installation, EDITOR, as_of=AS_OF)
    assert refusal.value.code == "taken"
    assert learn_recipe(installation, EDITOR, as_of=AS_OF, name="Om igen").name == "Om igen"


def test_too_little_history_keeps_nothing(installation: Installation) -> None:
    before = list_recipes(installation, READER)
    found = learn_recipe(installation, EDITOR, as_of=AS_OF)
    assert (found.name, found.made) == ("partners", False)
    assert found.result.fell_back
    assert list_recipes(installation, READER) == before


def test_under_a_name_the_recipe_as_shipped_is_kept_where_nothing_was_learnt(
    installation: Installation,
) -> None:
    found = learn_recipe(installation, EDITOR, as_of=AS_OF, name="Vores")
    assert (found.name, found.made) == ("Vores", True)
    kept = recipe_named(installation, "Vores")
    assert dict(kept.weights) == dict(load_recipe("partners").weights)
    assert kept.learnt == {"fell_back": True}


@pytest.mark.parametrize("actor", [READER])
def test_readers_may_not(installation: Installation, actor: Any) -> None:
    with pytest.raises(Refusal) as refusal:
        learn_recipe(installation, actor, as_of=AS_OF)
    assert refusal.value.code == "forbidden"


@pytest.fixture
def taught(monkeypatch: pytest.MonkeyPatch) -> list[Judged]:
    """The verdicts that learning is given."""
    seen: list[Judged] = []

    def learning(rows: Rows, until: Any, shipped: Any, verdicts: Any) -> LearnResult:
        seen.extend(verdicts)
        return LearnResult(recipe=shipped, fell_back=True)

    monkeypatch.setattr(use_case, "learn", learning)
    return seen


def _organisations(installation: Installation, number: int) -> list[str]:
    return [
        make_organisation(installation, key_of(at), id=key_of(at), themes=["food"])
        for at in range(number)
    ]


def test_verdicts_are_grouped_by_who_asked(
    installation: Installation, taught: list[Judged]
) -> None:
    a, b, c, d = _organisations(installation, 4)
    make_verdict(installation, b, asker=a, verdict="relevant")
    make_verdict(installation, c, asker=a, verdict="not_relevant", reason="other_theme")
    make_verdict(installation, d, asker=b, verdict="relevant")
    learn_recipe(installation, ADMINISTRATOR, as_of=AS_OF)
    assert [(each.brief.asker, each.relevant, each.not_relevant) for each in taught] == [
        (0, (1,), (2,)),
        (1, (3,), ()),
    ]


def test_who_is_busy_or_known_or_hidden_may_fit_all_the_same(
    installation: Installation, taught: list[Judged]
) -> None:
    a, b, c, d, e = _organisations(installation, 5)
    make_verdict(installation, b, asker=a, verdict="not_relevant", reason="too_busy")
    make_verdict(installation, c, asker=a, verdict="not_relevant", reason="tried_before")
    make_verdict(installation, d, asker=a, verdict="in_touch")
    make_verdict(installation, e, asker=a, verdict="hide")
    learn_recipe(installation, EDITOR, as_of=AS_OF)
    (told,) = taught
    assert (told.relevant, told.not_relevant) == ((), ())


def test_a_verdict_for_a_brief_brings_what_the_brief_says(
    installation: Installation, taught: list[Judged]
) -> None:
    a, b, c = _organisations(installation, 3)
    brief = make_brief(installation, purpose="Fælles køkken", themes=["food"], asker=b, members=[c])
    empty = make_brief(installation, "Uden indhold")
    make_verdict(installation, a, brief=brief, verdict="relevant")
    make_verdict(installation, a, brief=empty, verdict="relevant")
    learn_recipe(installation, EDITOR, as_of=AS_OF)
    (told,) = taught
    assert (told.brief.purpose, told.brief.asker, told.brief.members) == ("Fælles køkken", 1, (2,))
    assert len(told.brief.themes) == 1
    assert told.relevant == (0,)
    assert told.given.isoformat() == "2026-01-02"
