"""What the groups of a network are called: by what stands out among their members.

A theme or a place names a group if it is common there and commoner than in the network as a
whole: what all have in common tells nobody which group is meant.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import scipy.sparse as sp

from matcher.landscape import Landscape
from matcher.landscape.vocabulary import Vocabulary
from matcher.network.matrix import Floats, Ints
from matcher.wording.message import Message, Words, message
from matcher.wording.say import say

LEAST, LEAST_SHARE = 3, 0.2
"""A theme names a group that so many members, and so large a part of them, care about."""

LEAST_AT_PLACE = 0.4
"""A place names a group when so large a part of its members is there."""

LIFT = 1.5
"""How many times commoner than in the whole network it must be."""

AMONG = 4
"""Themes of a group that names are tried with when its first two are taken."""

_LANGUAGES = ("da", "en")
_JOINS = {"da": " og ", "en": " and "}


def group_names(landscape: Landscape, group: Ints, degree: Ints) -> tuple[Message, ...]:
    """A name for every group, none twice: "Food and loneliness in Valby".

    `group` (−1 for none) and `degree` have one value a row. Where nothing stands out the
    best-tied organisation names the group: "Around the library". Larger groups choose first.
    """
    count = int(group.max(initial=-1)) + 1
    there = (degree > 0) | (group >= 0)
    themes = _standing_out(landscape, group, there, count)
    places = _places(landscape, group, there, count)
    best = _best_tied(landscape, group, degree)
    taken: set[str] = set()
    names: dict[int, Message] = {}
    sizes = np.bincount(group[group >= 0], minlength=count)
    for number in np.lexsort((np.arange(count), -sizes)).tolist():
        for name in _candidates(themes[number], places[number], best.get(number, "")):
            said = tuple(say(name, language) for language in _LANGUAGES)
            if taken.isdisjoint(said):
                taken.update(said)
                names[number] = name
                break
    return tuple(names[number] for number in range(count))


def _candidates(themes: list[Words], place: str | None, best: str) -> Iterator[Message]:
    """Names from the one that says most to those that are always there."""
    pairs = [(a, b) for i, a in enumerate(themes) for b in themes[i + 1 :]]
    for a, b in pairs[:1]:
        yield _named(_pair(a, b), place)
    for theme in themes[:1]:
        yield _named(theme, place)
    for a, b in pairs[1:]:
        yield _named(_pair(a, b), place)
    around = message("Around {name}", name=best)
    yield around
    number = 2
    while True:
        yield message("{name} ({number})", name=around, number=number)
        number += 1


def _named(themes: Words | Message, place: str | None) -> Message:
    if place is None:
        return message("{theme}", theme=themes)
    return message("{theme} in {place}", theme=themes, place=place)


def _pair(first: Words, second: Words) -> Message:
    return message("{first} and {second}", first=_short(first), second=_lower(_short(second)))


def _short(label: Words) -> Words:
    """The first half of a label that joins two: of "Food and shared meals" it is "Food"."""
    return Words(
        da=label.da.split(_JOINS["da"], 1)[0],
        en=label.en.split(_JOINS["en"], 1)[0],
    )


def _lower(label: Words) -> Words:
    """As it is written inside a sentence; abbreviations stay."""
    return Words(da=_uncapitalised(label.da), en=_uncapitalised(label.en))


def _uncapitalised(text: str) -> str:
    return text[:1].lower() + text[1:] if text[1:2].islower() else text


def _standing_out(
    landscape: Landscape, group: Ints, there: np.ndarray[tuple[int], np.dtype[np.bool_]], count: int
) -> list[list[Words]]:
    """The themes of each group that stand out, those that tell most first."""
    cared = sp.csr_array((landscape.themes + landscape.derived_themes) > 0).astype(np.float64)
    inside = _members(group, count) @ cared
    whole: Floats = np.asarray(cared[np.flatnonzero(there)].sum(axis=0), np.float64).ravel()
    told = _tells(inside.toarray(), whole, group, int(there.sum()), LEAST_SHARE)
    vocabulary = landscape.vocabularies["theme"]
    best = np.argsort(-told, axis=1, kind="stable")[:, :AMONG]
    return [
        [_label(vocabulary, column) for column in best[number].tolist() if told[number, column] > 0]
        for number in range(count)
    ]


def _label(vocabulary: Vocabulary, column: int) -> Words:
    return Words(da=vocabulary.da[column], en=vocabulary.en[column])


def _places(
    landscape: Landscape, group: Ints, there: np.ndarray[tuple[int], np.dtype[np.bool_]], count: int
) -> list[str | None]:
    """The district that each group stands out by, else the municipality, else None."""
    found: list[str | None] = [None] * count
    places = landscape.places
    for code, names in (
        (places.municipality, places.municipalities),
        (places.district, places.districts),
    ):
        if not names or not count:
            continue
        inside = np.zeros((count, len(names)))
        mine = (group >= 0) & (code >= 0)
        np.add.at(inside, (group[mine], code[mine]), 1.0)
        whole = np.bincount(code[there & (code >= 0)], minlength=len(names)).astype(np.float64)
        told = _tells(inside, whole, group, int(there.sum()), LEAST_AT_PLACE)
        for number in np.flatnonzero(told.max(axis=1) > 0).tolist():
            found[number] = names[int(told[number].argmax())]
    return found


def _tells(inside: Floats, whole: Floats, group: Ints, among: int, least: float) -> Floats:
    """How much each word tells of each group: its share there × log of the lift; 0 for too little.

    `inside` counts members with it by group and word, `whole` all with it.
    """
    sizes = np.bincount(group[group >= 0], minlength=len(inside))[:, None]
    share = inside / np.maximum(sizes, 1)
    lift = share / np.maximum(whole / max(among, 1), 1e-12)
    enough = (inside >= LEAST) & (share >= least) & (lift >= LIFT)
    return np.where(enough, share * np.log(np.maximum(lift, 1.0)), 0.0)


def _members(group: Ints, count: int) -> sp.csr_array[np.float64]:
    rows = np.flatnonzero(group >= 0)
    table = sp.coo_array((np.ones(len(rows)), (group[rows], rows)), shape=(count, len(group)))
    return sp.csr_array(table)


def _best_tied(landscape: Landscape, group: Ints, degree: Ints) -> dict[int, str]:
    members = np.flatnonzero(group >= 0)
    ordered = members[np.lexsort((landscape.order[members], -degree[members], group[members]))]
    numbers, first = np.unique(group[ordered], return_index=True)
    return {
        int(number): landscape.names[row]
        for number, row in zip(numbers, ordered[first].tolist(), strict=True)
    }
