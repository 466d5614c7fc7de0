"""Gaps of a network in words: one sentence for each, plain enough to be read aloud."""

from __future__ import annotations

from matcher.wording.message import Message, Value, listed, message, messages_n


def needs_unmet(theme: Value, area: str, unmet: int, wanted: int) -> Message:
    """Needs within a theme and an area that nobody else in it can meet."""
    return messages_n(
        "{theme}, {area}: {n} need of {wanted} that nobody else there who works with it can meet.",
        "{theme}, {area}: {n} needs of {wanted} that nobody else there who works with it can meet.",
        n=unmet,
        theme=theme,
        area=area,
        wanted=wanted,
    )


def few_care(theme: Value, area: str, carers: int, expected: float) -> Message:
    """An area that is thin in a theme."""
    return messages_n(
        "{theme}, {area}: {n} organisation works with it. It would be about {expected} if it were"
        " as common there as elsewhere.",
        "{theme}, {area}: {n} organisations work with it. It would be about {expected} if it were"
        " as common there as elsewhere.",
        n=carers,
        theme=theme,
        area=area,
        expected=round(expected),
    )


def nothing_together(theme: Value, area: str, carers: int) -> Message:
    """A theme that several of an area work with, each by itself."""
    return messages_n(
        "{theme}, {area}: {n} organisation works with it, and no collaboration about it goes on.",
        "{theme}, {area}: {n} organisations work with it, and no collaboration about it goes on.",
        n=carers,
        theme=theme,
        area=area,
    )


def offers_unasked(theme: Value, area: str, offers: int) -> Message:
    """Offers within a theme and an area where nobody says what they need."""
    return messages_n(
        "{theme}, {area}: {n} offer, and nobody there who works with it has said what they need.",
        "{theme}, {area}: {n} offers, and nobody there who works with it has said what they need.",
        n=offers,
        theme=theme,
        area=area,
    )


def needed_here(capacity: Value, area: str, needing: int) -> Message:
    """A capacity that is needed in an area and offered by no other there."""
    return messages_n(
        "{capacity}, {area}: {n} organisation needs it, and no other there offers it.",
        "{capacity}, {area}: {n} organisations need it, and no other there offers it.",
        n=needing,
        capacity=capacity,
        area=area,
    )


def seldom_meet(a: Value, b: Value, ties: int, expected: float) -> Message:
    """Two sorts with fewer ties than chance would bring."""
    return messages_n(
        "{a} and {b}: {n} tie, where chance would bring about {expected}.",
        "{a} and {b}: {n} ties, where chance would bring about {expected}.",
        n=ties,
        a=a,
        b=b,
        expected=round(expected),
    )


def known_to_nobody(name: str, past: int) -> Message:
    """An organisation without a tie that goes on."""
    if not past:
        return message("{name}: nobody is known to work with it.", name=name)
    return messages_n(
        "{name}: the one tie that it had has ended.",
        "{name}: all {n} ties that it had have ended.",
        n=past,
        name=name,
    )


def alone_together(alone: int, with_profile: int) -> Message:
    """How many are without a tie, and how many of them can be helped today."""
    return message(
        "{alone} {with_profile}",
        alone=messages_n(
            "{n} organisation has no tie that goes on.",
            "{n} organisations have no tie that goes on.",
            n=alone,
        ),
        with_profile=messages_n(
            "{n} of them has a profile that partners can be suggested from.",
            "{n} of them have a profile that partners can be suggested from.",
            n=with_profile,
        ),
    )


def would_split(name: str, cut_off: int) -> Message:
    """A broker whose loss would split the network."""
    return messages_n(
        "Without {name}, {n} organisation would be cut off from the others.",
        "Without {name}, {n} organisations would be cut off from the others.",
        n=cut_off,
        name=name,
    )


def hangs_on_tie(a: str, b: str, sides: tuple[int, int]) -> Message:
    """A tie that alone holds two sides together."""
    return messages_n(
        "Only the tie between {a} and {b} connects {n} organisation with {others} others.",
        "Only the tie between {a} and {b} connects {n} organisations with {others} others.",
        n=sides[0],
        a=a,
        b=b,
        others=sides[1],
    )


def should_meet(a: Value, b: Value, meets: int, common: list[Value]) -> Message:
    """Two groups with much in common, or to give each other, and hardly a tie."""
    if meets:
        return messages_n(
            "“{a}” and “{b}” hardly know each other: {n} need in one is offered in the other.",
            "“{a}” and “{b}” hardly know each other: {n} needs in one are offered in the other.",
            n=meets,
            a=a,
            b=b,
        )
    return message(
        "“{a}” and “{b}” hardly know each other and share: {common}.",
        a=a,
        b=b,
        common=listed(common),
    )


def gained(measure: str, gain: int) -> Message:
    """What a tie would bring, in what its measure counts."""
    match measure:
        case "needs":
            return messages_n("meets {n} need", "meets {n} needs", n=gain)
        case "nearer":
            return messages_n(
                "brings {n} pair within two steps of each other",
                "brings {n} pairs within two steps of each other",
                n=gain,
            )
        case "kept":
            return messages_n(
                "{n} pair stays connected even so",
                "{n} pairs stay connected even so",
                n=gain,
            )
        case _:
            return messages_n(
                "connects {n} pair that no ties connect today",
                "connects {n} pairs that no ties connect today",
                n=gain,
            )


def connects(others: int) -> Message:
    """How many organisations somebody alone would be connected with."""
    return messages_n(
        "connects it with {n} organisation", "connects it with {n} organisations", n=others
    )
