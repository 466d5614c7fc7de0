"""What is said of a pair, in English as it is written in the code."""

from __future__ import annotations

from typing import Any, NamedTuple

from matcher.brief import Brief
from matcher.landscape import Landscape
from matcher.suggest import Options, Reason, asked, suggest
from matcher.wording.say import say
from matcher.wording.suggestion import TEXTS, Pair
from matcher.wording.suggestion.fact import fact_label
from tests.engine_factories import make_idea, make_landscape, make_recipe


class Said(NamedTuple):
    """A reason, and why it does not bring more."""

    reason: str
    missing: str


def said_to(signal: str, *organisations: Any, they: str = "b", **known: Any) -> Said:
    """What the first organisation reads of another."""
    landscape = make_landscape(*organisations, **known)
    pair, reason = _asked(signal, landscape, they, 0)
    return _said(pair, reason)


def said_of(
    signal: str, landscape: Landscape, purpose: str = "", *, they: str = "b", **idea: Any
) -> Said:
    """What is read of somebody where an idea is asked for."""
    pair, reason = _asked(signal, landscape, they, make_idea(landscape, purpose, **idea))
    return _said(pair, reason)


def facts_of(
    signal: str, landscape: Landscape, purpose: str = "", *, they: str = "b", **idea: Any
) -> list[str]:
    """What the facts of a reason are called."""
    pair, reason = _asked(signal, landscape, they, make_idea(landscape, purpose, **idea))
    return [say(fact_label(pair, fact), "en") for fact in reason.facts]


def settles(
    signal: str, landscape: Landscape, purpose: str = "", *, they: str = "b", **idea: Any
) -> str:
    """What would settle what is not known."""
    pair, reason = _asked(signal, landscape, they, make_idea(landscape, purpose, **idea))
    assert reason.value is None
    return say(TEXTS[signal].settle(pair), "en")


def _said(pair: Pair, reason: Reason) -> Said:
    texts = TEXTS[reason.signal]
    return Said(say(texts.reason(pair, reason), "en"), say(texts.missing(pair, reason), "en"))


def _asked(signal: str, landscape: Landscape, they: str, who: int | Brief) -> tuple[Pair, Reason]:
    options = Options(top=99, include_current=True)
    found = suggest(landscape, who, make_recipe(**{signal: 1.0}), options)
    row = landscape.index[they]
    one = next(each for each in found.suggestions if each.organisation == row)
    query = asked(landscape, who)
    (reason,) = one.reasons
    return Pair(landscape=landscape, query=query, they=row, brief=found.brief), reason
