"""A recipe learnt from the network's own history and from what people said of suggestions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from matcher.brief import Brief
from matcher.errors import Refusal
from matcher.exchange.brief_file import brief_of
from matcher.exchange.text_cells import plain
from matcher.landscape import Landscape, Rows
from matcher.learn import Judged, LearnResult, learn, to_toml
from matcher.recipe import Recipe, load_recipe
from matcher.services.access import Actor, require
from matcher.services.briefs_meant import brief_meant
from matcher.services.installation import Installation
from matcher.services.recipes import list_recipes, save_recipe
from matcher.services.recipes.named import DEFAULT
from matcher.services.verdicts import VerdictLine, all_verdicts
from matcher.store import documents
from matcher.store.landscape_rows import landscape_rows
from matcher.store.unit_of_work import revision
from matcher.text import fold
from matcher.wording.message import message

NOT_ABOUT_FIT = frozenset({"too_busy", "tried_before"})
"""Reasons against somebody who may fit very well: they teach nothing about fit."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Learnt:
    """What was learnt, and the name of the recipe to ask with: one that was `made`, or shipped."""

    name: str
    made: bool
    result: LearnResult


def learn_recipe(
    installation: Installation, actor: Actor, *, as_of: date, name: str | None = None
) -> Learnt:
    """Learn from what began before a day, and keep the recipe under a name: `learnt-` and the day.

    It is not in use until somebody chooses it. Where there was too little to learn from, or what
    was learnt did worse, the recipe as shipped is kept under the name that was asked for;
    without one nothing is kept. Refusal: taken for a name that a recipe has; invalid for one that
    is none; conflict where records changed meanwhile.
    """
    require(actor, "learn_recipe")
    called = f"learnt-{as_of.isoformat()}" if name is None else plain(name)
    _refuse_taken(installation, actor, called)
    rows, told = _judged(installation, as_of)
    result = learn(rows, as_of, load_recipe(DEFAULT), told)
    if result.fell_back and name is None:
        return Learnt(name=DEFAULT, made=False, result=result)
    learnt = {"fell_back": True} if result.fell_back else result.recipe.learnt
    recipe = replace(result.recipe, name=called, learnt=learnt)
    _keep(installation, actor, recipe)
    return Learnt(name=called, made=True, result=result)


def _refuse_taken(installation: Installation, actor: Actor, name: str) -> None:
    """Before any work is done; `save_recipe` looks once more when it is."""
    for each in list_recipes(installation, actor):
        if fold(each.name) == fold(name):
            taken = message("There is already a recipe called “{name}”.", name=each.name)
            raise Refusal("taken", taken, message("Choose another name."))


def _keep(installation: Installation, actor: Actor, recipe: Recipe) -> None:
    try:
        save_recipe(installation, actor, recipe.name, to_toml(recipe))
    except Refusal as refusal:
        fields = refusal.details.get("fields")
        if isinstance(fields, dict) and "name" in fields:
            another = message("Choose another name.")
            raise Refusal(refusal.code, fields["name"], another) from refusal
        raise


def _judged(installation: Installation, as_of: date) -> tuple[Rows, list[Judged]]:
    """The rows to learn from, and the verdicts, by organisation or brief, as rows of theirs."""
    with installation.reading() as session:
        number = revision(session)
        rows = landscape_rows(session)
        verdicts = all_verdicts(session)
        asked = sorted({line.brief for line in verdicts if line.brief is not None})
        briefs = documents.read(session, "brief", asked) if asked else {}
    if not verdicts:
        return rows, []
    landscape = installation.landscape(as_of)
    if landscape.revision != number:
        raise Refusal(
            "conflict",
            message("Somebody changed the records while they were read."),
            message("Try again."),
        )
    meant = {key: _meant(installation, briefs[key], as_of) for key in briefs}
    groups: dict[tuple[str, str], list[VerdictLine]] = {}
    for line in verdicts:
        key = ("asker", line.asker or "") if line.brief is None else ("brief", line.brief)
        groups.setdefault(key, []).append(line)
    return rows, [
        _group(landscape, brief, lines)
        for (kind, key), lines in groups.items()
        if (brief := meant.get(key) if kind == "brief" else _asking(landscape, key)) is not None
    ]


def _meant(installation: Installation, document: Mapping[str, Any], as_of: date) -> Brief | None:
    """The brief by rows and columns; None where it no longer means anything."""
    try:
        return brief_meant(installation, brief_of(document), as_of)[1]
    except Refusal:
        return None


def _asking(landscape: Landscape, key: str) -> Brief | None:
    return Brief(asker=landscape.index[key]) if key in landscape.index else None


def _group(landscape: Landscape, brief: Brief, lines: list[VerdictLine]) -> Judged:
    def rows(chosen: Iterable[VerdictLine]) -> tuple[int, ...]:
        keys = {line.candidate[0] for line in chosen}
        return tuple(sorted(landscape.index[key] for key in keys if key in landscape.index))

    return Judged(
        brief=brief,
        relevant=rows(line for line in lines if line.verdict == "relevant"),
        not_relevant=rows(
            line
            for line in lines
            if line.verdict == "not_relevant" and line.reason not in NOT_ABOUT_FIT
        ),
        given=min(line.given for line in lines).date(),
    )
