"""Seeing which recipes there are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from matcher.errors import Refusal
from matcher.recipe import SHIPPED, Recipe, parse_recipe
from matcher.services.access import Actor, require
from matcher.services.installation import Installation
from matcher.services.recipes.named import DEFAULT, no_such_recipe, shipped
from matcher.store.queries import recipes
from matcher.store.queries.recipes import RecipeLine
from matcher.text import danish_key
from matcher.wording.message import Message


@dataclass(frozen=True, kw_only=True, slots=True)
class RecipeView:
    """A recipe with its text.

    `recipe` is None, and `fault` says why, where the text does not fit this version of Samspil.
    `version`, `made` and `made_by` are None for a shipped one, which cannot be changed.
    """

    name: str
    text: str
    recipe: Recipe | None
    fault: Message | None
    shipped: bool
    in_use: bool
    version: int | None = None
    made: datetime | None = None
    made_by: str | None = None


def list_recipes(installation: Installation, actor: Actor) -> tuple[RecipeView, ...]:
    """The shipped recipes, then those that were made here, in Danish order of their names."""
    require(actor, "show_recipes")
    with installation.reading() as session:
        made = recipes.lines(session)
    ours = [_made(each) for each in made]
    none_in_use = not any(each.in_use for each in made)
    theirs = [_shipped(name, in_use=none_in_use and name == DEFAULT) for name in shipped()]
    return (*theirs, *sorted(ours, key=lambda each: (danish_key(each.name), each.name)))


def show_recipe(installation: Installation, actor: Actor, name: str) -> RecipeView:
    """One recipe; Refusal (not_found) with the nearest name if there is none."""
    found = list_recipes(installation, actor)
    for each in reversed(found):  # one that was made here comes before a shipped one
        if each.name == name:
            return each
    raise no_such_recipe(name, [each.name for each in found])


def _made(line: RecipeLine) -> RecipeView:
    recipe, fault = _read(line.text)
    return RecipeView(
        name=line.name,
        text=line.text,
        recipe=recipe,
        fault=fault,
        shipped=False,
        in_use=line.in_use,
        version=line.version,
        made=line.made,
        made_by=line.made_by,
    )


def _shipped(name: str, *, in_use: bool) -> RecipeView:
    text = (SHIPPED / f"{name}.toml").read_text(encoding="utf-8")
    recipe, fault = _read(text)
    return RecipeView(name=name, text=text, recipe=recipe, fault=fault, shipped=True, in_use=in_use)


def _read(text: str) -> tuple[Recipe | None, Message | None]:
    try:
        return parse_recipe(text), None
    except Refusal as refusal:
        return None, refusal.text
