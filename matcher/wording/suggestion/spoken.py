"""A list of suggestions as it is told outside: names and sentences in the reader's language."""

from __future__ import annotations

from typing import Any

from matcher.introduce import Path
from matcher.landscape import SECTORS, Landscape
from matcher.suggest import (
    Counterfactual,
    Missing,
    Reason,
    Suggestion,
    SuggestionList,
    asked,
)
from matcher.wording.say import say
from matcher.wording.suggestion.brief import told_brief
from matcher.wording.suggestion.change import counterfactual
from matcher.wording.suggestion.fact import fact_label
from matcher.wording.suggestion.pair import Pair
from matcher.wording.suggestion.texts import TEXTS


def spoken(found: SuggestionList, landscape: Landscape, language: str) -> dict[str, Any]:
    """The answer as the contract's JSON: plain data, None for unknown, numbers not rounded.

    `landscape` is the one that the suggestions come from. Beside the contract's keys a reason
    has its signal's sentence as `label`, and a fact its measured `amount`. `unknown` is the
    signal of which too little is known and that could bring the most points, with what would
    settle it; None where all that counts is known.
    """
    query = asked(landscape, found.who)
    return {
        "for": None if found.asker is None else _who(landscape, found.asker),
        "brief": None if found.brief is None else told_brief(landscape, found.brief),
        "as_of": found.as_of.isoformat(),
        "recipe": found.recipe,
        "candidates": found.candidates,
        "suggestions": [
            _suggestion(
                Pair(landscape=landscape, query=query, they=one.organisation, brief=found.brief),
                one,
                language,
            )
            for one in found.suggestions
        ],
    }


def spoken_paths(paths: tuple[Path, ...], landscape: Landscape) -> dict[str, Any]:
    """Introductions as the contract's JSON."""
    return {
        "paths": [
            {
                "organisations": [_who(landscape, row) for row in path.organisations],
                "strength": path.strength,
            }
            for path in paths
        ]
    }


def _suggestion(pair: Pair, one: Suggestion, language: str) -> dict[str, Any]:
    landscape, path = pair.landscape, one.introduction
    return {
        "rank": one.rank,
        "group": one.group,
        "organisation": _organisation(landscape, one.organisation),
        "score": one.score,
        "known": one.known,
        "reasons": [_reason(pair, reason, language) for reason in one.reasons],
        "missing": None if one.missing is None else _missing(pair, one, one.missing, language),
        "unknown": _unknown(pair, one.reasons, language),
        "counterfactual": None
        if one.counterfactual is None
        else _counterfactual(pair, one.counterfactual, language),
        "introduction": None if path is None else [_who(landscape, row) for row in path],
    }


def _organisation(landscape: Landscape, row: int) -> dict[str, Any]:
    kind, sector = int(landscape.kind[row]), int(landscape.sector[row])
    return {
        **_who(landscape, row),
        "sector": SECTORS[sector] if sector >= 0 else None,
        "kind": landscape.vocabularies["kind"].ids[kind] if kind >= 0 else None,
        "area": landscape.area(row),
        "source_id": landscape.source_ids[row],
    }


def _reason(pair: Pair, reason: Reason, language: str) -> dict[str, Any]:
    texts = TEXTS[reason.signal]
    return {
        "signal": reason.signal,
        "label": say(texts.label, language),
        "value": reason.value,
        "weight": reason.weight,
        "points": reason.points,
        "facts": [
            {
                "kind": fact.kind,
                "id": fact.id,
                "label": say(fact_label(pair, fact), language),
                "points": fact.points,
                "amount": fact.amount,
            }
            for fact in reason.facts
        ],
        "text": say(texts.reason(pair, reason), language),
    }


def _missing(pair: Pair, one: Suggestion, missing: Missing, language: str) -> dict[str, Any]:
    reason = next(reason for reason in one.reasons if reason.signal == missing.signal)
    return {
        "signal": missing.signal,
        "points_lost": missing.points_lost,
        "text": say(TEXTS[missing.signal].missing(pair, reason), language),
    }


def _unknown(pair: Pair, reasons: tuple[Reason, ...], language: str) -> dict[str, Any] | None:
    """What would tell most, the first of equal ones."""
    silent = [reason for reason in reasons if reason.value is None and reason.points_lost > 0]
    if not silent:
        return None
    most = max(silent, key=lambda reason: reason.points_lost)
    return {
        "signal": most.signal,
        "points_open": most.points_lost,
        "text": say(TEXTS[most.signal].settle(pair), language),
    }


def _counterfactual(pair: Pair, change: Counterfactual, language: str) -> dict[str, Any]:
    return {
        "change": change.change,
        "rank": change.rank,
        "text": say(counterfactual(pair, change), language),
    }


def _who(landscape: Landscape, row: int) -> dict[str, Any]:
    return {"id": landscape.ids[row], "name": landscape.names[row]}
