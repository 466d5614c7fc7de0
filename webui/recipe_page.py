"""The page of one recipe: its signals as fields, and a list that follows what is typed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from flask import render_template

from matcher.errors import Refusal
from matcher.recipe import Recipe
from matcher.services.access import may
from matcher.services.preview_recipe import (
    UNKNOWN,
    WEIGHT,
    Preview,
    preview_recipe,
    typed_recipe,
)
from matcher.services.recipes import RecipeView, show_recipe
from matcher.signals import SIGNALS
from matcher.wording.message import Message
from matcher.wording.suggestion.texts import TEXTS
from webui import here
from webui.errors import field_errors
from webui.say import say


@dataclass(frozen=True, kw_only=True, slots=True)
class SignalRow:
    """A signal with the texts of its two fields; `counts` says whether it has a weight."""

    signal: str
    sentence: Message
    weight: str
    unknown: str
    counts: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Typed:
    """What was sent: the fields of signals, whose list to show, and the name to save under."""

    fields: Mapping[str, str] = field(default_factory=dict)
    organisation: str = ""
    organisation_id: str = ""
    name: str = ""


def typed(values: Mapping[str, str]) -> Typed:
    """What an address or a form says; fields of signals that are there, known or not."""
    return Typed(
        fields={key: text for key, text in values.items() if key.startswith((WEIGHT, UNKNOWN))},
        organisation=values.get("organisation", "").strip(),
        organisation_id=values.get("organisation_id", ""),
        name=values.get("name", ""),
    )


def recipe_page(name: str, sent: Typed, refused: Refusal | None = None) -> tuple[str, int]:
    """The page and its status; `refused` is why what was sent could not be saved.

    Refusal (not_found) if there is no such recipe.
    """
    view = show_recipe(here.installation(), here.actor(), name)
    errors = {} if refused is None else field_errors(refused)
    preview = None
    if view.recipe is not None and may(here.actor(), "preview_recipe"):
        preview = _preview(view.recipe, sent, errors)
    page = render_template(
        "recipes/show.html",
        view=view,
        rows=_rows(view, sent),
        sent=sent,
        changed=_changed(view.recipe, sent),
        errors=errors,
        preview=preview,
        learnt=learnt_quality(view.recipe),
    )
    return page, 422 if errors else 200


def learnt_quality(recipe: Recipe | None) -> dict[str, float] | None:
    """The share of later partners among the first ten, by the names "learnt" and "shipped".

    None for a recipe that was not learnt, or that does not say it.
    """
    quality = None if recipe is None else recipe.learnt.get("quality")
    if not isinstance(quality, Mapping):
        return None
    found = {
        name: measured["recall@10"]
        for name in ("learnt", "shipped")
        if isinstance(measured := quality.get(name), Mapping)
        and isinstance(measured.get("recall@10"), int | float)
    }
    return found if "learnt" in found else None


def _preview(base: Recipe, sent: Typed, errors: dict[str, str]) -> Preview | None:
    """The list of the organisation that is named, if one is; adds what is wrong to `errors`."""
    try:
        tried = typed_recipe(base, base.name, _changed(base, sent))
        if not sent.organisation:
            return None
        return preview_recipe(
            here.installation(),
            here.actor(),
            sent.organisation,
            tried,
            base,
            as_of=here.today(),
            chosen=sent.organisation_id,
        )
    except Refusal as refusal:
        if refusal.code == "forbidden":
            raise
        if "fields" in refusal.details:
            errors.update(field_errors(refusal))
        else:
            told = (say(refusal.text), say(refusal.hint))
            errors["organisation"] = " ".join(filter(None, told))
        return None


def _rows(view: RecipeView, sent: Typed) -> list[SignalRow]:
    """All signals, those of the recipe first; what was typed stands in the fields."""
    weights = {} if view.recipe is None else view.recipe.weights
    unknown = {} if view.recipe is None else view.recipe.unknown
    rows = [
        SignalRow(
            signal=signal,
            sentence=TEXTS[signal].label,
            weight=sent.fields.get(WEIGHT + signal, f"{weights.get(signal, 0.0):g}"),
            unknown=sent.fields.get(UNKNOWN + signal, f"{unknown.get(signal, 0.0):g}"),
            counts=weights.get(signal, 0.0) > 0,
        )
        for signal in SIGNALS
    ]
    return sorted(rows, key=lambda row: not row.counts)


def _changed(base: Recipe | None, sent: Typed) -> dict[str, str]:
    """The fields that say something else than the recipe, as its page shows it."""
    if base is None:
        return {}
    said = {WEIGHT: base.weights, UNKNOWN: base.unknown}
    return {
        name: text
        for name, text in sent.fields.items()
        for prefix, values in said.items()
        if name.startswith(prefix) and text != f"{values.get(name.removeprefix(prefix), 0.0):g}"
    }
