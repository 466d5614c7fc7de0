"""Who can introduce somebody, in a sentence that can be read aloud."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from matcher.wording.message import Message, Value, message


@dataclass(frozen=True, kw_only=True, slots=True)
class Step:
    """A stop on the way; `current` says whether the one before works with it now.

    Of the first stop, the one who asks, it says nothing.
    """

    id: str
    name: str
    current: bool


def introduction(steps: Sequence[Step]) -> Message | None:
    """The way from the first to the last as "you" who asked would say it; None for no way.

    >>> from matcher.wording.say import say
    >>> way = [Step(id=n, name=n, current=n != "C") for n in "ABC"]
    >>> say(introduction(way), "en")
    'You work with B, who has worked with C.'
    """
    if len(steps) < 2:
        return None
    chain = _chain(steps[1:])
    if steps[1].current:
        return message("You work with {them}.", them=chain)
    return message("You have worked with {them}.", them=chain)


def whom_to_ask(steps: Sequence[Step]) -> Message:
    """Whom the first is to ask for a word with the last, as one says it aloud.

    >>> from matcher.wording.say import say
    >>> way = [Step(id=n, name=n, current=n != "C") for n in "ABC"]
    >>> say(whom_to_ask(way), "en")
    'Ask B, who has worked with C.'
    """
    _, first, *rest = steps
    if not rest and first.current:
        return message("You work with {name}: just call them.", name=first.name)
    if not rest:
        return message("You have worked with {name} before: just call them.", name=first.name)
    if first.current:
        return message("Ask {them}.", them=_chain(steps[1:]))
    return message(
        "You have worked with {name} before. Ask {them}.",
        name=first.name,
        them=_chain(steps[1:]),
    )


def _chain(steps: Sequence[Step]) -> Value:
    """ "A, who works with B, who has worked with C"."""
    first, *rest = steps
    if not rest:
        return first.name
    if rest[0].current:
        return message("{name}, who works with {them}", name=first.name, them=_chain(rest))
    return message("{name}, who has worked with {them}", name=first.name, them=_chain(rest))
