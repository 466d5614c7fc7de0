"""What holds for every sentence."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings

from matcher.brief import Brief
from matcher.landscape import Landscape, build
from matcher.signals import SIGNALS
from matcher.suggest import Options, asked, suggest
from matcher.wording.say import say
from matcher.wording.suggestion import TEXTS, Pair
from matcher.wording.suggestion.fact import fact_label
from tests.engine_factories import AS_OF, make_landscape, make_recipe
from tests.engine_networks import asking, networks


def test_every_signal_has_texts_and_its_label_is_its_docstring() -> None:
    assert list(TEXTS) == list(SIGNALS)
    for name, texts in TEXTS.items():
        assert texts.label.id == SIGNALS[name].sentence


@settings(max_examples=40, deadline=None)
@given(networks(least=2).flatmap(asking))
def test_every_reason_can_be_said_in_both_languages(made: Any) -> None:
    rows, who = made
    _can_be_said(build(rows, as_of=AS_OF, revision=1), who)


def test_that_nothing_is_known_can_be_said_of_everything() -> None:
    _can_be_said(make_landscape("a", "b"), 0)
    _can_be_said(make_landscape("a", "b"), Brief())


def _can_be_said(landscape: Landscape, who: int | Brief) -> None:
    options = Options(top=99, include_current=True)
    found = suggest(landscape, who, make_recipe(), options)
    query = asked(landscape, who)
    for each in found.suggestions:
        pair = Pair(landscape=landscape, query=query, they=each.organisation, brief=found.brief)
        for reason in each.reasons:
            texts = TEXTS[reason.signal]
            said = [texts.reason(pair, reason), texts.missing(pair, reason)]
            if reason.value is None:
                said.append(texts.settle(pair))
            for language in ("da", "en"):
                told = [say(text, language) for text in said]
                assert all(text.endswith(".") and "{" not in text for text in told)
                assert all(say(fact_label(pair, fact), language) for fact in reason.facts)
