"""The recipe that is meant by a name, or by none."""

from __future__ import annotations

from functools import lru_cache

from matcher.errors import Refusal
from matcher.exchange.fields import nearest
from matcher.recipe import SHIPPED, Recipe, load_recipe, parse_recipe
from matcher.services.installation import Installation
from matcher.store.queries import recipes
from matcher.store.queries.recipes import RecipeLine
from matcher.wording.message import message

DEFAULT = "partners"
"""The shipped recipe that is used until another one is taken into use."""


def recipe_named(installation: Installation, name: str | None = None) -> Recipe:
    """The recipe of that name: one that was made here, else as shipped; None for the one in use.

    Refusal: not_found with the nearest name; invalid for one that was made for another version of
    Samspil and does not fit this one.
    """
    with installation.reading() as session:
        made = recipes.in_use(session) if name is None else recipes.line(session, name)
        known = [] if made or name is None else [each.name for each in recipes.lines(session)]
    if made is not None:
        return usable(made)
    wanted = DEFAULT if name is None else name
    if wanted not in shipped():
        raise no_such_recipe(wanted, [*known, *shipped()])
    return load_recipe(wanted)


def shipped() -> tuple[str, ...]:
    """The names of the recipes that Samspil comes with."""
    return tuple(sorted(path.stem for path in SHIPPED.glob("*.toml")))


def no_such_recipe(name: str, known: list[str]) -> Refusal:
    """What is said of a recipe that there is not."""
    return Refusal(
        "not_found",
        message("There is no recipe called “{name}”.", name=name),
        nearest(name, sorted(known)),
    )


def usable(made: RecipeLine) -> Recipe:
    """A recipe that was made here; Refusal (invalid) where it does not fit this version."""
    try:
        return _parsed(made.text)
    except Refusal as fault:
        raise Refusal(
            "invalid",
            message(
                "The recipe “{name}” cannot be used: {fault}", name=made.name, fault=fault.text
            ),
            fault.hint,
        ) from fault


# The one in use is asked for with every list of suggestions.
@lru_cache(maxsize=16)
def _parsed(text: str) -> Recipe:
    return parse_recipe(text)
