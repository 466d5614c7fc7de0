"""The methods that a practitioner would use instead, as their own libraries run them.

What can be chosen in them was chosen as carefully as in our own, on cuts that nothing is reported
of.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from rapidfuzz import process

from matcher.errors import Refusal
from matcher.evaluate.method import Method
from matcher.evaluate.peers.counts import past_partners, popularity, random, topic
from matcher.evaluate.peers.factors import als, available, bm25
from matcher.evaluate.peers.mix import mix
from matcher.evaluate.peers.neighbours import adamic_adar, common_neighbours, resource_allocation
from matcher.evaluate.peers.place import same_place
from matcher.evaluate.peers.text import text
from matcher.evaluate.peers.walks import pagerank
from matcher.wording.message import Message, listed, message

NAMES = (
    "random",
    "popularity",
    "same_place",
    "topic",
    "past_partners",
    "common_neighbours",
    "adamic_adar",
    "resource_allocation",
    "pagerank",
    "als",
    "bm25",
    "text",
    "mix",
)
FROM_IMPLICIT = ("als", "bm25")


def peers(seed: int) -> Mapping[str, Method]:
    """Every peer by its name; those that draw do so from the seed."""
    return MappingProxyType(
        {
            "random": random(seed),
            "popularity": popularity,
            "same_place": same_place,
            "topic": topic,
            "past_partners": past_partners,
            "common_neighbours": common_neighbours,
            "adamic_adar": adamic_adar,
            "resource_allocation": resource_allocation,
            "pagerank": pagerank,
            "als": als(seed),
            "bm25": bm25,
            "text": text,
            "mix": mix,
        }
    )


def lacking() -> tuple[str, ...]:
    """The peers whose library is not installed."""
    return () if available() else FROM_IMPLICIT


def chosen(text: str) -> tuple[str, ...]:
    """The peers that somebody asks for: "all", "none", or names with commas between.

    Refusal (not_found) for a name that no peer has, with the nearest one.
    """
    if text in ("all", "none"):
        return NAMES if text == "all" else ()
    asked = [name.strip() for name in text.split(",") if name.strip()]
    for name in [*asked] or [text]:
        if name not in NAMES:
            raise Refusal(
                "not_found", message("There is no method called “{name}”.", name=name), _hint(name)
            )
    return tuple(name for name in NAMES if name in asked)


def _hint(name: str) -> Message:
    best = process.extractOne(name, NAMES, score_cutoff=60)
    if best is not None:
        return message("Did you mean “{name}”?", name=best[0])
    return message("There are: {names}.", names=listed(("all", "none", *NAMES)))
