"""Why a candidate was suggested, as it stood that day: what a shortlist keeps of a suggestion."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from matcher.landscape import Landscape
from matcher.suggest import Reason, Suggestion, SuggestionList
from matcher.wording.introduction import Step
from matcher.wording.message import Words
from matcher.wording.suggestion import spoken

Spoken = Mapping[str, Any]


@dataclass(frozen=True, kw_only=True, slots=True)
class KeptFact:
    """A fact of a reason with its label in both languages; see `matcher.suggest.Fact`."""

    kind: str
    id: str | None
    label: Words
    points: float
    amount: float | None


@dataclass(frozen=True, kw_only=True, slots=True)
class KeptReason:
    """A signal's part of the score, with its sentence; `value` is None where unknown."""

    signal: str
    value: float | None
    weight: float
    points: float
    facts: tuple[KeptFact, ...]
    text: Words


@dataclass(frozen=True, kw_only=True, slots=True)
class KeptMissing:
    """Why not higher: the signal that lost the most points, with its sentence."""

    signal: str
    points_lost: float
    text: Words


@dataclass(frozen=True, kw_only=True, slots=True)
class Why:
    """A suggestion to somebody as of a day, free of landscape and language.

    The score is the sum of the reasons' points. Sentences and labels are kept as they were that
    day, in both languages, since terms may be renamed and sentences reworded later.
    `introduction` leads from the asker to the candidate; None where there was no way.
    `counterfactual` is what would have put it higher on the list, `unknown` what would tell more
    of what was not known; None where nothing would, and on older records.
    """

    asker: str | None
    as_of: date
    recipe: str
    score: float
    known: float
    reasons: tuple[KeptReason, ...]
    missing: KeptMissing | None
    introduction: tuple[Step, ...] | None
    counterfactual: Words | None = None
    unknown: Words | None = None

    @property
    def most(self) -> float:
        """The points of somebody for whom every signal is 1."""
        return sum((reason.weight for reason in self.reasons), 0.0)


def whys(found: SuggestionList, landscape: Landscape) -> tuple[Why, ...]:
    """Each suggestion of a list, in its order, as a shortlist keeps it."""
    da, en = (spoken(found, landscape, language)["suggestions"] for language in ("da", "en"))
    return tuple(
        Why(
            asker=None if found.asker is None else landscape.ids[found.asker],
            as_of=found.as_of,
            recipe=found.recipe,
            score=one.score,
            known=one.known,
            reasons=_reasons(one, in_da, in_en),
            missing=_missing(one, in_da, in_en),
            introduction=_steps(landscape, one),
            counterfactual=_text(in_da, in_en, "counterfactual"),
            unknown=_text(in_da, in_en, "unknown"),
        )
        for one, in_da, in_en in zip(found.suggestions, da, en, strict=True)
    )


def why_to_json(why: Why) -> dict[str, Any]:
    """What the record of a shortlist holds of it."""
    return {**asdict(why), "as_of": why.as_of.isoformat()}


def why_from_json(kept: Mapping[str, Any]) -> Why:
    """What `why_to_json` was given."""
    missing, way = kept["missing"], kept["introduction"]
    return Why(
        **{name: kept[name] for name in ("asker", "recipe", "score", "known")},
        as_of=date.fromisoformat(kept["as_of"]),
        reasons=tuple(
            KeptReason(
                **{name: each[name] for name in ("signal", "value", "weight", "points")},
                facts=tuple(
                    KeptFact(**{**fact, "label": Words(**fact["label"])}) for fact in each["facts"]
                ),
                text=Words(**each["text"]),
            )
            for each in kept["reasons"]
        ),
        missing=missing and KeptMissing(**{**missing, "text": Words(**missing["text"])}),
        introduction=None if way is None else tuple(Step(**each) for each in way),
        counterfactual=_words(kept.get("counterfactual")),
        unknown=_words(kept.get("unknown")),
    )


def _reasons(one: Suggestion, da: Spoken, en: Spoken) -> tuple[KeptReason, ...]:
    pairs = zip(one.reasons, da["reasons"], en["reasons"], strict=True)
    return tuple(
        KeptReason(
            signal=reason.signal,
            value=reason.value,
            weight=reason.weight,
            points=reason.points,
            facts=_facts(reason, in_da, in_en),
            text=_both(in_da, in_en, "text"),
        )
        for reason, in_da, in_en in pairs
    )


def _facts(reason: Reason, da: Spoken, en: Spoken) -> tuple[KeptFact, ...]:
    return tuple(
        KeptFact(
            kind=fact.kind,
            id=fact.id,
            label=_both(in_da, in_en, "label"),
            points=fact.points,
            amount=fact.amount,
        )
        for fact, in_da, in_en in zip(reason.facts, da["facts"], en["facts"], strict=True)
    )


def _missing(one: Suggestion, da: Spoken, en: Spoken) -> KeptMissing | None:
    if one.missing is None:
        return None
    return KeptMissing(
        signal=one.missing.signal,
        points_lost=one.missing.points_lost,
        text=_both(da["missing"], en["missing"], "text"),
    )


def _text(da: Spoken, en: Spoken, key: str) -> Words | None:
    """The text of a part of a suggestion that need not be there."""
    return _both(da[key], en[key], "text") if da.get(key) else None


def _words(kept: Mapping[str, str] | None) -> Words | None:
    return None if kept is None else Words(**kept)


def _both(da: Spoken, en: Spoken, key: str) -> Words:
    return Words(da=da[key], en=en[key])


def _steps(landscape: Landscape, one: Suggestion) -> tuple[Step, ...] | None:
    if one.introduction is None:
        return None
    before = (one.introduction[0], *one.introduction)
    return tuple(
        Step(
            id=landscape.ids[row],
            name=landscape.names[row],
            current=bool(landscape.current[previous, row]),
        )
        for previous, row in zip(before, one.introduction, strict=False)
    )
