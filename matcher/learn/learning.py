"""A recipe from a network's own history, and how good it is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

import numpy as np

from matcher.landscape import Rows, build
from matcher.learn.cuts import LEAST, Part, Parts, TooLittle, parted
from matcher.learn.fitting import fit
from matcher.learn.history import History, history
from matcher.learn.judged import Judged, judged
from matcher.learn.lists import asked_of_all_and_new, best
from matcher.learn.making import as_recipe, as_weights
from matcher.learn.quality import Quality, Stood, quality, stood
from matcher.learn.seen import Seen, points, seen
from matcher.recipe import Recipe
from matcher.wording.message import Message, message

# More take longer and make weights no better: half to learn from, half to measure on.
MOST_QUESTIONS = 400
# Of some hundred questions, a smaller difference of NDCG@10 says nothing.
_NO_EVIDENCE = 0.01


@dataclass(frozen=True, kw_only=True, slots=True)
class LearnResult:
    """A recipe, and how good lists were, by the names "shipped" and "learnt".

    Where there was too little to learn from, or what was learnt did worse, `fell_back` is
    true, `recipe` is the one given and `reason` says why. `quality` is empty where there was
    nothing to measure on.
    """

    recipe: Recipe
    fell_back: bool = False
    reason: Message | None = None
    quality: Mapping[str, Quality] = field(default_factory=lambda: MappingProxyType({}))


def learn(
    rows: Rows, until: dt.date, shipped: Recipe, verdicts: Sequence[Judged] = (), seed: int = 1
) -> LearnResult:
    """The recipe that suits what the rows tell of the time before a day, and verdicts up to it.

    Weights are learnt for the signals of `shipped`, held near its own, and come to the same
    total. Quality is that of weights learnt from the earlier questions alone, on the later ones,
    which had no part in them; the recipe then learns from both. The same rows, in whatever order,
    and the same seed give the same recipe.
    """
    told = history(rows, until)
    said = [each for each in verdicts if each.given <= until and each.relevant]
    parts = parted(told, MOST_QUESTIONS, seed)
    if isinstance(parts, Parts):
        return _from_history(told, parts, shipped, said, seed)
    if len(said) < LEAST:
        return LearnResult(recipe=shipped, fell_back=True, reason=_too_little(parts, said))
    weights = fit([judged(told.rows, said, shipped, len(said), seed)], as_weights(shipped))
    return LearnResult(recipe=as_recipe(weights, shipped, {"verdicts": len(said)}))


def _from_history(
    told: History, parts: Parts, shipped: Recipe, said: Sequence[Judged], seed: int
) -> LearnResult:
    earlier = [_best(each, shipped) for each in _asked(told, parts.earlier, shipped)]
    first = as_recipe(fit([asked_of_all_and_new(earlier)], as_weights(shipped)), shipped, {})
    later, measured = _measured(_asked(told, parts.later, shipped), shipped, first)
    if measured and measured["learnt"].ndcg < measured["shipped"].ndcg - _NO_EVIDENCE:
        reason = _worse(measured, len(later))
        return LearnResult(recipe=shipped, fell_back=True, reason=reason, quality=measured)
    questions = len(earlier) + len(later)
    evidence = [asked_of_all_and_new([*earlier, *later])]
    if said:
        # People's verdicts say at most a quarter of what the history does: few give them.
        evidence.append(judged(told.rows, said, shipped, questions / 4, seed))
    learnt = {
        "from": parts.earlier.cut.isoformat(),
        "until": told.undertakings[-1].start.isoformat(),
        "questions": questions,
        "measured_from": parts.later.cut.isoformat(),
        "measured_questions": len(later),
        "verdicts": len(said),
        "quality": {name: each.named() for name, each in measured.items()},
    }
    weights = fit(evidence, as_weights(shipped))
    return LearnResult(recipe=as_recipe(weights, shipped, learnt), quality=measured)


def _measured(
    asked: Iterable[Seen], shipped: Recipe, first: Recipe
) -> tuple[list[Seen], Mapping[str, Quality]]:
    """How both recipes did on questions, and what can be learnt from these in turn."""
    later: list[Seen] = []
    found: dict[str, list[Stood]] = {"shipped": [], "learnt": []}
    for each in asked:
        later.append(_best(each, shipped))
        found["shipped"].append(stood(points(shipped, each.values), each))
        found["learnt"].append(stood(points(first, each.values), each))
    measured = {name: quality(places) for name, places in found.items() if places}
    return later, MappingProxyType(measured)


def _asked(told: History, part: Part, shipped: Recipe) -> Iterator[Seen]:
    """What the signals said of everybody known before the part's collaborations began."""
    before = part.cut - dt.timedelta(days=1)
    landscape = build(told.rows, as_of=before, revision=0)
    known = np.array(sorted(told.known(part.cut)), np.int64)
    for each in part.questions:
        yield seen(landscape, each.brief, each.relevant, tuple(shipped.weights), known)


def _best(each: Seen, shipped: Recipe) -> Seen:
    return best(each, points(shipped, each.values))


def _too_little(parts: TooLittle, said: Sequence[Judged]) -> Message:
    return message(
        "There is too little to learn from: {questions} times somebody took part in something with "
        "others who were known before, and {said} lists have a relevant one by verdict. {least} of "
        "either are needed.",
        questions=parts.questions,
        said=len(said),
        least=LEAST,
    )


def _worse(measured: Mapping[str, Quality], questions: int) -> Message:
    return message(
        "What was learnt makes worse lists: for {questions} later questions they were {learnt} % "
        "of the best possible (NDCG@10), and {shipped} % with the recipe as shipped.",
        questions=questions,
        learnt=100 * measured["learnt"].ndcg,
        shipped=100 * measured["shipped"].ndcg,
    )
