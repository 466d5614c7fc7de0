"""Sentences about sorts and areas that often work together."""

from __future__ import annotations

from matcher.suggest import Fact, Reason
from matcher.wording.labels import sector_label
from matcher.wording.message import Listed, Message, Value, Words, listed, message
from matcher.wording.suggestion.experience import about_unknown
from matcher.wording.suggestion.names import spelled, whose
from matcher.wording.suggestion.pair import Pair, some
from matcher.wording.suggestion.place import THEIR_MUNICIPALITY
from matcher.wording.suggestion.signal_texts import Texts, Unknown, always
from matcher.wording.suggestion.written import NOBODYS

SORTS = 3  # as many as make clear what is meant

_SORT_UNKNOWN = Unknown(
    message("We do not know what sort of organisation they are."),
    message("Add what kind of organisation they are."),
)


def sort(pair: Pair, fact: Fact) -> Value:
    """A sort as a fact's label: a sector, a kind, or what stands in the name."""
    if fact.kind == "sort":
        return message("“{word}” in the name", word=_word(pair, fact))
    return _label(pair, fact)


def _label(pair: Pair, fact: Fact) -> Value:
    if fact.kind == "sector":
        return sector_label(fact.id)
    if fact.kind == "kind":
        return pair.terms("kind", [fact])[0]
    word = f"“{_word(pair, fact)}”"
    return Words(da=word, en=word)


def _word(pair: Pair, fact: Fact) -> str:
    return spelled(pair.landscape.names[pair.they], fact.id or "")


def _sorts(pair: Pair, reason: Reason) -> Listed:
    """The sorts that tell most, of each word of the name one."""
    name = pair.landscape.names[pair.they]
    told: dict[str, Fact] = {}
    for fact in reason.facts:
        key = whose(name, fact.id or "") if fact.kind == "sort" else f"{fact.kind}:{fact.id}"
        told.setdefault(key, fact)
    return some([_label(pair, fact) for fact in told.values()], SORTS)


def _pair_unknown(pair: Pair) -> Unknown:
    asker = pair.query.asker
    if asker is None:
        return NOBODYS
    having = pair.landscape.sorts.of.indptr
    if having[asker] == having[asker + 1]:
        return Unknown(
            message("We do not know what sort of organisation you are."),
            message("Say what kind of organisation you are."),
        )
    return _SORT_UNKNOWN


def _together(pair: Pair, reason: Reason) -> Message:
    if not reason.facts:
        return message(
            "Organisations like you do not work more with organisations like them than with others."
        )
    return message(
        "Organisations like you work more with organisations like them than with others: {sorts}.",
        sorts=_sorts(pair, reason),
    )


def _wanted_unknown(pair: Pair) -> Unknown:
    return _SORT_UNKNOWN if pair.query.about_something else about_unknown(pair)


def _wanted(pair: Pair, reason: Reason) -> Message:
    if not reason.facts:
        return message(
            "Organisations like them are not more often in collaborations like this than in others."
        )
    return message(
        "Organisations like them are more in collaborations like this than in others: {sorts}.",
        sorts=_sorts(pair, reason),
    )


def _areas_unknown(pair: Pair) -> Unknown:
    asker, places = pair.query.asker, pair.landscape.places
    if asker is None:
        return NOBODYS
    if max(places.district[asker], places.municipality[asker]) < 0:
        return Unknown(
            message("We do not know which municipality you are in."),
            message("Say which municipality you are in."),
        )
    return THEIR_MUNICIPALITY


def _areas(_pair: Pair, reason: Reason) -> Message:
    if not reason.facts:
        return message("Organisations in your area seldom work with organisations in theirs.")
    names: list[Value] = [*dict.fromkeys(fact.id or "" for fact in reason.facts)]
    return message(
        "Organisations in your area have worked with organisations in {areas}.",
        areas=listed(names),
    )


TEXTS = {
    "sorts_together": Texts(
        label=message("Organisations like you often work with organisations like them."),
        unknown=_pair_unknown,
        found=_together,
        short=always(
            message("Organisations like you work even more with other sorts of organisations.")
        ),
    ),
    "sorts_wanted": Texts(
        label=message("Organisations like them are often in collaborations like this."),
        unknown=_wanted_unknown,
        found=_wanted,
        short=always(
            message("Other sorts of organisations are even more in collaborations like this.")
        ),
    ),
    "areas_together": Texts(
        label=message("Organisations in your area often work with organisations in theirs."),
        unknown=_areas_unknown,
        found=_areas,
        short=always(message("Organisations in your area work more with other areas.")),
    ),
}
