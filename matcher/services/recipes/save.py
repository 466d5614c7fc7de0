"""Keeping a recipe under a name, and deleting one."""

from __future__ import annotations

import re
from typing import Any

from matcher.errors import Refusal
from matcher.exchange.text_cells import plain
from matcher.recipe import parse_recipe
from matcher.services.access import Actor, require
from matcher.services.forms import Errors, Saved, refuse_errors
from matcher.services.history.removal import remove
from matcher.services.installation import Installation
from matcher.services.recipes.named import no_such_recipe, shipped
from matcher.store import documents
from matcher.store.queries import recipes
from matcher.store.queries.recipes import RecipeLine
from matcher.store.tables.base import now
from matcher.store.unit_of_work import UnitOfWork
from matcher.text import fold
from matcher.wording.message import message

LONGEST_NAME = 60
LONGEST_TEXT = 100_000


def save_recipe(
    installation: Installation,
    actor: Actor,
    name: str,
    text: str,
    *,
    version: int | None = None,
) -> Saved:
    """Keep a recipe (TOML) under a name, which the text must say too.

    Without a version it is a new one: a name that is taken, or that a shipped recipe has, is
    refused (taken). With the version that the form was filled from it takes the place of the one
    that is there; if that is at another version by now, it is refused (conflict, with `version`).
    The one in use is changed by those only who may choose it. Refusal, beside: invalid, with
    `fields`, as `parse_recipe` or for the name; not_found. The same text again changes nothing.
    """
    require(actor, "save_recipe")
    called = plain(name)
    _check(called, text)
    with installation.writing(actor) as work:
        there = recipes.line(work.session, called)
        if version is None:
            _refuse_taken(work, called)
        elif there is None:
            raise no_such_recipe(called, _names(work))
        else:
            _refuse_later(there, version)
            if there.in_use:
                require(actor, "use_recipe")
        if there is not None and there.text == text:
            return Saved(id=called, created=False, changed=False)
        document = {"text": text, "made": now().isoformat(), "made_by": actor.name}
        documents.write(work, "recipe", {called: document})
        work.commit()
    return Saved(id=called, created=there is None, changed=True)


def delete_recipe(installation: Installation, actor: Actor, name: str) -> str:
    """Delete a recipe that was made here, and give its name; the history can bring it back.

    Refusal: not_found; conflict when it is in use.
    """
    require(actor, "save_recipe")
    with installation.writing(actor) as work:
        found: dict[str, Any] | None = documents.read(work.session, "recipe", [name]).get(name)
        if found is None:
            raise no_such_recipe(name, _names(work))
        remove(work, "recipe", name, found)
        work.commit()
    return name


def _check(name: str, text: str) -> None:
    """Refusal (invalid, with `fields`) for a name that is none, and for a text that is none."""
    errors: Errors = {}
    if not name:
        errors["name"] = message("Write a name.")
    elif len(name) > LONGEST_NAME:
        errors["name"] = message("Write at most {limit} characters.", limit=LONGEST_NAME)
    elif not re.fullmatch(r"\w[\w .\-]*", name):
        errors["name"] = message("Use letters, digits, spaces and hyphens.")
    if len(text) > LONGEST_TEXT:
        errors["text"] = message("Write at most {limit} characters.", limit=LONGEST_TEXT)
    refuse_errors(errors)
    try:
        written = parse_recipe(text).name
    except Refusal as refusal:
        refusal.details.setdefault("fields", {"text": refusal.text})
        raise
    if written != name:
        wrong = message("The text calls the recipe “{name}”.", name=written)
        hint = message("Write: {example}", example=f'name = "{name}"')
        raise Refusal("invalid", wrong, hint, fields={"text": wrong})


def _refuse_taken(work: UnitOfWork, name: str) -> None:
    """Refusal (taken) for a name that a recipe has, in whatever spelling."""
    known = {fold(each): each for each in (*shipped(), *_names(work))}
    if fold(name) in known:
        taken = message("There is already a recipe called “{name}”.", name=known[fold(name)])
        raise Refusal("taken", taken, message("Choose another name."), fields={"name": taken})


def _names(work: UnitOfWork) -> list[str]:
    return [each.name for each in recipes.lines(work.session)]


def _refuse_later(there: RecipeLine, version: int) -> None:
    if there.version != version:
        raise Refusal(
            "conflict",
            message("Somebody else has changed this while you were writing."),
            message("What you wrote is kept below. Save again to replace what they wrote."),
            version=there.version,
        )
