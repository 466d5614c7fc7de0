"""`/recipes`: what counts in a suggestion and how much; trying, keeping and using a recipe."""

from __future__ import annotations

from collections.abc import Sequence

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from matcher.errors import Refusal
from matcher.learn.recipe_text import to_toml
from matcher.services import recipes as service
from matcher.services.access import may
from matcher.services.history import ToldChange, show_history
from matcher.services.preview_recipe import typed_recipe
from webui import here
from webui.errors import status_of
from webui.recipe_page import learnt_quality, recipe_page, typed

blueprint = Blueprint("recipes", __name__, url_prefix="/recipes")


@blueprint.get("")
def index() -> str:
    """All recipes: which is in use, and how good the learnt ones were."""
    found = service.list_recipes(here.installation(), here.actor())
    changes = show_history(here.installation(), here.actor(), "recipe_in_use", "recipe").changes
    return render_template(
        "recipes/index.html",
        recipes=[(each, learnt_quality(each.recipe)) for each in found],
        switched=bool(changes),
        former=_former(changes),
    )


@blueprint.get("/<name>")
def show(name: str) -> ResponseReturnValue:
    """One recipe; an address that names other weights tries them on an organisation's list."""
    return recipe_page(name, typed(request.args))


@blueprint.post("/<name>")
def save(name: str) -> ResponseReturnValue:
    """Keep what was tried as a new recipe; the one it was made from stays as it is."""
    sent = typed(request.form)
    base = service.show_recipe(here.installation(), here.actor(), name).recipe
    if base is None:  # its page says why
        return recipe_page(name, sent)[0], 422
    try:
        called = sent.name.strip()
        text = to_toml(typed_recipe(base, called, sent.fields))
        saved = service.save_recipe(here.installation(), here.actor(), called, text)
    except Refusal as refusal:
        if "fields" not in refusal.details:
            raise
        return recipe_page(name, sent, refusal)[0], status_of(refusal)
    flash(_("The recipe “%(name)s” is saved. It is not in use yet.", name=saved.id), "success")
    return redirect(url_for("recipes.show", name=saved.id), 303)


@blueprint.post("/<name>/use")
def use(name: str) -> ResponseReturnValue:
    """Make all suggestions with it from now on."""
    used = service.use_recipe(here.installation(), here.actor(), name)
    if used.changed:
        flash(_("All suggestions are made with “%(name)s” from now on.", name=used.id), "success")
    else:
        flash(_("“%(name)s” was in use already.", name=used.id), "info")
    return redirect(url_for("recipes.index"), 303)


@blueprint.post("/<name>/delete")
def delete(name: str) -> ResponseReturnValue:
    """Delete it; its history can bring it back."""
    called = service.delete_recipe(here.installation(), here.actor(), name)
    flash(_("“%(title)s” has been deleted. It can be brought back here.", title=called), "success")
    return redirect(url_for("history.record", record="recipe", record_id=called), 303)


def _former(changes: Sequence[ToldChange]) -> int | None:
    """The change whose undoing goes back to the recipe that was in use before, if there is one."""
    if not may(here.actor(), "use_recipe"):
        return None
    return changes[0].id if changes and changes[0].may_undo else None
