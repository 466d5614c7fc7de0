"""Briefs and consortia by the ids of their organisations, for tests that read like the case."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from matcher.brief import Brief, Need, Slot
from matcher.compose import Consortia, Consortium, compose
from matcher.landscape import SECTORS, Landscape
from matcher.recipe import COMPOSE


def make_slot(landscape: Landscape, name: str, *needs: str, sector: str | None = None) -> Slot:
    """A slot that needs these terms."""
    return Slot(
        name=name,
        needs=_columns(landscape, needs),
        sector=-1 if sector is None else SECTORS.index(sector),
    )


def make_brief(
    landscape: Landscape,
    *needs: str,
    asker: str | None = None,
    members: Iterable[str] = (),
    exclude: Iterable[str] = (),
    sectors: Iterable[str] = (),
    amounts: dict[str, float] | None = None,
    **known: Any,
) -> Brief:
    """A brief that needs these terms; organisations are named by their ids."""
    return Brief(
        needs=tuple(
            Need(term=column, amount=(amounts or {}).get(term))
            for term, column in zip(needs, _columns(landscape, needs), strict=True)
        ),
        asker=None if asker is None else landscape.index[asker],
        members=tuple(landscape.index[key] for key in members),
        exclude=tuple(landscape.index[key] for key in exclude),
        sectors=tuple(SECTORS.index(sector) for sector in sectors),
        **known,
    )


def composed(landscape: Landscape, brief: Brief, **options: Any) -> Consortia:
    """The answer with the weights that nobody changed."""
    return compose(landscape, brief, COMPOSE, **options)


def new(landscape: Landscape, consortium: Consortium) -> list[str]:
    """The ids of its new members."""
    return [landscape.ids[m.organisation] for m in consortium.members if not m.already_in]


def duties(landscape: Landscape, answer: Consortia, number: int = 0) -> dict[str, list[str]]:
    """The names of the slots of each member's."""
    return {
        landscape.ids[m.organisation]: [answer.slots[slot].name for slot in m.slots]
        for m in answer.consortia[number].members
    }


def empty(answer: Consortia, number: int = 0) -> dict[str, str]:
    """Why each place stays empty, by its name."""
    return {
        answer.slots[each.slot].name if each.slot is not None else SECTORS[each.sector or 0]: (
            each.why
        )
        for each in answer.consortia[number].uncovered
    }


def _columns(landscape: Landscape, terms: Iterable[str]) -> tuple[int, ...]:
    index = landscape.vocabularies["capacity"].index
    return tuple(index[term] for term in terms)
