"""Recipes: which signals count, and how much."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType
from typing import NoReturn

from rapidfuzz import process

from matcher.errors import Refusal
from matcher.signals import SIGNALS
from matcher.wording.message import Message, listed, message

SHIPPED = Path(__file__).parent / "recipes"
LARGEST = 1e6
_TABLES = ("name", "weights", "unknown", "compose", "learnt")
COMPOSE = MappingProxyType(
    {"member": 1.0, "introduction": 1.0, "step": 0.25, "km_each": 1 / 20, "km_most": 1.0}
)
"""What a member of a consortium costs: being there, being unknown to the asker, each step to it,
each kilometre, and the most that kilometres cost."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Recipe:
    """Signals with their weights, in the order of the table of signals.

    A signal with value v gives weight × v points, one that the data do not speak of
    weight × unknown. `compose` is what members of a consortium cost (see COMPOSE), `learnt` what
    `samspil learn` wrote about its making.
    """

    name: str
    weights: Mapping[str, float]
    unknown: Mapping[str, float]
    compose: Mapping[str, float] = field(default_factory=lambda: COMPOSE)
    learnt: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def total(self) -> float:
        """The points of somebody for whom every signal is 1."""
        return sum(self.weights.values())

    def leaning(self, newness: float) -> Recipe:
        """The recipe with weight moved to signals of those one knows (−1) or of new ones (1).

        At −1 signals of new partners weigh nothing and those of known ones twice as much, before
        all are brought back to the same total; at 1 the other way round; at 0 nothing changes. A
        recipe that would be left without any weight stays as it is.
        """
        if newness == 0:
            return self
        factor = {"known": 1.0 - newness, "new": 1.0 + newness, "either": 1.0}
        moved = {name: w * factor[SIGNALS[name].side] for name, w in self.weights.items()}
        total = sum(moved.values())
        if total <= 0:
            return self
        weights = {name: weight * self.total / total for name, weight in moved.items()}
        return replace(self, weights=MappingProxyType(weights))


def load_recipe(name: str, folders: Sequence[Path] = ()) -> Recipe:
    """The recipe called `name`: `name.toml` in the first folder that has it, else as shipped.

    A name that no folder has is refused with the nearest one, and so is one that is no name.
    """
    places = [*folders, SHIPPED]
    names = sorted({path.stem for folder in places for path in folder.glob("*.toml")})
    if name not in names:
        raise Refusal(
            "not_found",
            message("There is no recipe called “{name}”.", name=name),
            _nearest(name, names),
        )
    path = next(found for folder in places if (found := folder / f"{name}.toml").is_file())
    return parse_recipe(path.read_text(encoding="utf-8"))


def parse_recipe(text: str) -> Recipe:
    """The recipe that a TOML text holds; what is wrong with it is refused with what to change."""
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as fault:
        raise Refusal(
            "invalid",
            message("The recipe is not valid TOML: {fault}.", fault=str(fault)),
            message("Compare it with the recipe that Samspil comes with."),
        ) from fault
    for key in table:
        if key not in _TABLES:
            _refuse(message("A recipe has no “{key}”.", key=key), _nearest(key, _TABLES))
    name = table.get("name")
    if not isinstance(name, str) or not name.strip():
        _refuse(message("The recipe has no name."), message('Write: name = "my-recipe"'))
    weights = _weights(_numbers(table, "weights"))
    unknown = _unknown(_numbers(table, "unknown"), weights)
    return Recipe(
        name=name.strip(),
        weights=MappingProxyType(weights),
        unknown=MappingProxyType(unknown),
        compose=MappingProxyType({**COMPOSE, **_costs(table)}),
        learnt=MappingProxyType(_table(table, "learnt")),
    )


def _weights(given: Mapping[str, float]) -> dict[str, float]:
    for signal, weight in given.items():
        if weight < 0:
            _refuse(
                message("The weight of “{signal}” is negative.", signal=signal),
                message("Weights are 0 or more; 0 leaves a signal out of the score."),
            )
    if not any(given.values()):
        _refuse(
            message("The recipe gives no signal a weight."),
            message("Under [weights], give at least one signal a number above 0."),
        )
    return {signal: given[signal] for signal in SIGNALS if signal in given}


def _unknown(given: Mapping[str, float], weights: Mapping[str, float]) -> dict[str, float]:
    for signal, value in given.items():
        if signal not in weights:
            _refuse(
                message("“{signal}” stands under [unknown] but has no weight.", signal=signal),
                message("Give it a weight under [weights], or take it out."),
            )
        if not 0 <= value <= 1:
            _refuse(
                message("The value of “{signal}” under [unknown] is not 0 to 1.", signal=signal),
                message("It is the value that counts where the data do not say."),
            )
    return {signal: given.get(signal, 0.0) for signal in weights}


def _costs(table: Mapping[str, object]) -> dict[str, float]:
    costs: dict[str, float] = {}
    for name, value in _table(table, "compose").items():
        if name not in COMPOSE:
            _refuse(message("A recipe has no “{key}”.", key=name), _nearest(name, COMPOSE))
        costs[name] = _number(name, value)
        if costs[name] < 0:
            _refuse(
                message("The weight of “{signal}” is negative.", signal=name),
                message("Costs under [compose] are 0 or more."),
            )
    return costs


def _numbers(table: Mapping[str, object], part: str) -> dict[str, float]:
    """A table of signals and numbers; nan and infinity are none."""
    numbers: dict[str, float] = {}
    for signal, value in _table(table, part).items():
        if signal not in SIGNALS:
            _refuse(
                message("There is no signal called “{signal}”.", signal=signal),
                _nearest(signal, SIGNALS),
            )
        numbers[signal] = _number(signal, value)
    return numbers


def _number(signal: str, value: object) -> float:
    # A bool is an int in Python; beyond the largest weight, sums would lose small points.
    if not isinstance(value, int | float) or isinstance(value, bool) or not abs(value) <= LARGEST:
        _refuse(
            message("“{signal}” is not given a number that can be used.", signal=signal),
            message("Write a number such as 1 or 0.5."),
        )
    return float(value)


def _table(table: Mapping[str, object], part: str) -> dict[str, object]:
    found = table.get(part, {})
    if not isinstance(found, dict):
        _refuse(
            message("“{part}” is not a table.", part=part),
            message("Write [{part}] on a line of its own and the values below it.", part=part),
        )
    return found


def _nearest(word: str, known: Iterable[str]) -> Message:
    names = sorted(known)
    best = process.extractOne(word, names, score_cutoff=60)
    if best is not None:
        return message("Did you mean “{name}”?", name=best[0])
    return message("There are: {names}.", names=listed(tuple(names)))


def _refuse(text: Message, hint: Message) -> NoReturn:
    raise Refusal("invalid", text, hint)
