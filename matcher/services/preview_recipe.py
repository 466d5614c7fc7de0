"""Trying a recipe before it is kept: what was typed, and how somebody's list would change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType

from matcher.exchange.fields import nearest
from matcher.landscape import Landscape
from matcher.landscape.arrays import IntArray
from matcher.recipe import LARGEST, Recipe
from matcher.services.access import Actor, require
from matcher.services.forms import Errors, refuse_errors
from matcher.services.installation import Installation
from matcher.services.whom import rows_meant
from matcher.signals import SIGNALS
from matcher.store.queries.shortlists import declined_for
from matcher.store.queries.verdicts import left_out
from matcher.suggest import candidates, scores
from matcher.suggest.choosing import best
from matcher.text import fold
from matcher.wording.message import message

WEIGHT, UNKNOWN = "weight-", "unknown-"
"""What the fields of a recipe's form are called, before the name of the signal."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Place:
    """An organisation, its rank by the recipe tried and by the one it was made from."""

    id: str
    name: str
    rank: int
    before: int
    score: float


@dataclass(frozen=True, kw_only=True, slots=True)
class Preview:
    """The first of a list by the recipe tried, and who was among the first and is no longer.

    `asker` is whom it is for (id, name); scores are of `most` points.
    """

    asker: tuple[str, str]
    most: float
    first: tuple[Place, ...]
    gone: tuple[Place, ...]

    @property
    def changed(self) -> bool:
        """Whether anybody stands at another place than before."""
        return any(each.rank != each.before for each in self.first)


def typed_recipe(base: Recipe, name: str, typed: Mapping[str, str]) -> Recipe:
    """A recipe made from another one by the fields of a form.

    Fields are called `weight-…` and `unknown-…`, with the name of a signal; what is not typed is
    as in the base, an empty field is 0. Signals without weight are left out. What the base was
    learnt from does not hold of it any more. Refusal: invalid, with `fields`.
    """
    errors: Errors = {}
    weights = dict.fromkeys(SIGNALS, 0.0) | dict(base.weights)
    unknown = dict.fromkeys(SIGNALS, 0.0) | dict(base.unknown)
    for field, text in typed.items():
        for prefix, values in ((WEIGHT, weights), (UNKNOWN, unknown)):
            if field.startswith(prefix):
                _read(field, field.removeprefix(prefix), text, values, errors)
    if not errors and not any(weights.values()):
        errors["weights"] = message("Give at least one signal a weight above 0.")
    refuse_errors(errors)
    kept = {signal: weight for signal, weight in weights.items() if weight > 0}
    return replace(
        base,
        name=name,
        weights=MappingProxyType(kept),
        unknown=MappingProxyType({signal: unknown[signal] for signal in kept}),
        learnt=MappingProxyType({}),
    )


def preview_recipe(
    installation: Installation,
    actor: Actor,
    who: str,
    tried: Recipe,
    base: Recipe,
    *,
    as_of: date,
    chosen: str = "",
    top: int = 10,
) -> Preview:
    """How the list of the organisation meant by `who` would change from `base` to `tried`.

    Its candidates are those of its list as usual. `chosen` is the id that came from choosing in a
    list; it counts while it goes with the name. Refusal: not_found or ambiguous.
    """
    require(actor, "preview_recipe")
    landscape = installation.landscape(as_of)
    at = landscape.index.get(chosen)
    asked = chosen if at is not None and fold(landscape.names[at]) == fold(who) else who
    landscape, (asker,) = rows_meant(installation, [asked], as_of)
    key = landscape.ids[asker]
    with installation.reading() as session:
        out = declined_for(session, key) | left_out(session, asker=key)
    allowed = candidates(
        landscape, asker, exclude=[landscape.index[each] for each in out if each in landscape.index]
    )
    points = scores(landscape, asker, tried)
    now, then = (
        best(each, allowed, landscape.order, len(landscape))
        for each in (points, scores(landscape, asker, base))
    )
    rank, before = _ranks(now), _ranks(then)

    def place(row: int) -> Place:
        return _place(landscape, row, rank[row], before[row], float(points[row]))

    listed = set(now[:top].tolist())
    return Preview(
        asker=(key, landscape.names[asker]),
        most=tried.total,
        first=tuple(place(row) for row in now[:top].tolist()),
        gone=tuple(place(row) for row in then[:top].tolist() if row not in listed),
    )


def _read(field: str, signal: str, text: str, values: dict[str, float], errors: Errors) -> None:
    """Put the number into the values; what is wrong with it goes under the field's name."""
    number = _number(text)
    if signal not in SIGNALS:
        errors[field] = message(
            "There is no signal called “{signal}”. {hint}",
            signal=signal,
            hint=nearest(signal, SIGNALS),
        )
    elif number is None:
        errors[field] = message("Write a number such as 1 or 0.5.")
    elif number < 0 and field.startswith(WEIGHT):
        errors[field] = message("A weight is 0 or more.")
    elif field.startswith(UNKNOWN) and not 0 <= number <= 1:
        errors[field] = message("Write a number from 0 to 1.")
    else:
        values[signal] = number


def _number(text: str) -> float | None:
    """The number, 0 for nothing; None where it is none that can be used."""
    written = text.strip().replace(",", ".").replace("−", "-") or "0"
    try:
        number = float(written)
    except ValueError:
        return None
    return number if abs(number) <= LARGEST else None  # nan and infinity are neither


def _ranks(order: IntArray) -> dict[int, int]:
    return {row: at + 1 for at, row in enumerate(order.tolist())}


def _place(landscape: Landscape, row: int, rank: int, before: int, score: float) -> Place:
    return Place(
        id=landscape.ids[row], name=landscape.names[row], rank=rank, before=before, score=score
    )
