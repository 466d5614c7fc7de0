"""Choosing the recipe that suggestions are made with."""

from __future__ import annotations

from matcher.services.access import Actor, require
from matcher.services.forms import Saved
from matcher.services.installation import Installation
from matcher.services.recipes.named import DEFAULT, no_such_recipe, usable
from matcher.store import documents
from matcher.store.documents.recipe_in_use import ID
from matcher.store.queries import recipes


def use_recipe(installation: Installation, actor: Actor, name: str | None) -> Saved:
    """Make all suggestions with this recipe from now on; None goes back to the shipped one.

    It is one change in the history, and undoing it goes back to the recipe before. Refusal:
    not_found with the nearest name; invalid for one that does not fit this version of Samspil.
    """
    require(actor, "use_recipe")
    with installation.writing(actor) as work:
        made = None if name is None else recipes.line(work.session, name)
        if made is not None:
            usable(made)
        elif name not in (None, DEFAULT):
            known = [each.name for each in recipes.lines(work.session)]
            raise no_such_recipe(name, [*known, DEFAULT])
        document = None if made is None else {"name": made.name}
        done = documents.write(work, "recipe_in_use", {ID: document})
        work.commit()
    return Saved(
        id=DEFAULT if made is None else made.name,
        created=False,
        changed=any(done[what] for what in ("created", "updated", "deleted")),
    )
