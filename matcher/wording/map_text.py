"""What a map shows, in sentences that can stand in a report."""

from __future__ import annotations

from collections.abc import Mapping

from matcher.network.picture import MapGroup, MapPicture
from matcher.network.telling import ENOUGH, Told, Way, told
from matcher.wording.message import Message, Value, listed, message, messages_n

_SECTORS: Mapping[str | None, Message] = {
    "association": message("associations"),
    "public": message("public bodies"),
    "business": message("businesses"),
    None: message("organisations whose sector is not known"),
}


def map_text(picture: MapPicture) -> tuple[Message, ...]:
    """A few sentences on what the picture shows; at least one, also of an empty map.

    What it is narrowed to, `matcher.services.view_in_words` says.
    """
    return sentences(told(picture))


def sentences(facts: Told) -> tuple[Message, ...]:
    """The sentences that the facts make, those that have nothing to say left out."""
    if facts.way is not None:
        return _way(facts, facts.way)
    if not facts.organisations:
        return (_nobody(facts),)
    if facts.only is not None:
        return (_only(facts.only),)
    made = (
        _how_many(facts),
        _of_collaboration(facts),
        _going_on(facts),
        _where(facts),
        _groups(facts),
        _best(facts),
        _alone(facts),
        _agreed(facts),
    )
    return tuple(each for each in made if each is not None)


def _nobody(facts: Told) -> Message:
    if facts.any_at_all:
        return message("No organisation fits what the map is narrowed to.")
    return message("There is no network to show yet: no organisations are known.")


def _only(name: str) -> Message:
    return message("The map shows one organisation: {name}.", name=name)


def _way(facts: Told, way: Way) -> tuple[Message, ...]:
    if way.start == way.goal and way.steps == 0:
        return (_only(way.start),)
    if way.steps is None:
        return (
            message(
                "No ties lead from {one} to {other}, neither directly nor over others; the map "
                "shows them both.",
                one=way.start,
                other=way.goal,
            ),
        )
    if way.steps == 1:
        text = message("{one} and {other} know each other directly.", one=way.start, other=way.goal)
        return (text,)
    between = messages_n(
        "{n} other organisation", "{n} other organisations", n=facts.organisations - 2
    )
    return (
        message(
            "{one} and {other} are {n} steps apart. The map shows all the shortest ways between "
            "them, which go over {others}.",
            one=way.start,
            other=way.goal,
            n=way.steps,
            others=between,
        ),
    )


def _how_many(facts: Told) -> Message:
    """Everybody, by sector; those of a single sector are called by it."""
    if len(facts.sectors) == 1 and facts.sectors[0][0] is not None:
        return _shown(facts, _of_sector(*facts.sectors[0]))
    organisations = messages_n("{n} organisation", "{n} organisations", n=facts.organisations)
    counts = listed(tuple(_of_sector(sector, count) for sector, count in facts.sectors))
    return _shown(
        facts,
        message("{organisations} ({sectors})", organisations=organisations, sectors=counts),
    )


def _shown(facts: Told, who: Message) -> Message:
    if not facts.ties:
        return message("The map shows {who}. No ties between them are known.", who=who)
    ties = messages_n("{n} tie", "{n} ties", n=facts.ties)
    return message("The map shows {who} and {ties} between them.", who=who, ties=ties)


def _of_sector(sector: str | None, count: int) -> Message:
    if sector == "association":
        return messages_n("{n} association", "{n} associations", n=count)
    if sector == "public":
        return messages_n("{n} public body", "{n} public bodies", n=count)
    if sector == "business":
        return messages_n("{n} business", "{n} businesses", n=count)
    return messages_n("{n} whose sector is not known", "{n} whose sector is not known", n=count)


def _of_collaboration(facts: Told) -> Message | None:
    if facts.of_collaboration is None or not facts.ties:
        return None
    title, ties = facts.of_collaboration
    if ties == facts.ties:
        return messages_n(
            "The tie comes from “{title}”.",
            "All the ties come from “{title}”.",
            n=ties,
            title=title,
        )
    return messages_n(
        "{n} of the ties comes from “{title}”, the others from elsewhere.",
        "{n} of the ties come from “{title}”, the others from elsewhere.",
        n=ties,
        title=title,
    )


def _going_on(facts: Told) -> Message | None:
    if not facts.ties:
        return None
    ended = facts.ties - facts.current
    if not ended:
        return messages_n("The tie goes on.", "All the ties go on.", n=facts.ties)
    if not facts.current:
        return messages_n("The tie has ended.", "All the ties have ended.", n=facts.ties)
    return message(
        "{going} and {ended}.",
        going=messages_n("{n} tie goes on", "{n} ties go on", n=facts.current),
        ended=messages_n("{n} has ended", "{n} have ended", n=ended),
    )


def _where(facts: Told) -> Message | None:
    found = facts.between
    if found is None or facts.ties < 2:
        return None
    values: dict[str, Value] = {"ties": found.ties, "all": facts.ties}
    if found.one == found.other:
        return message(
            "Most often they are among {one} ({ties} of {all}).", one=_SECTORS[found.one], **values
        )
    return message(
        "Most often they are between {one} and {other} ({ties} of {all}).",
        one=_SECTORS[found.one],
        other=_SECTORS[found.other],
        **values,
    )


def _groups(facts: Told) -> Message | None:
    if not facts.groups:
        return None
    named = listed(tuple(_counted_group(group) for group in facts.groups))
    if len(facts.groups) == 1:
        return message("The largest group that mostly works together is {group}.", group=named)
    return message("The largest groups that mostly work together are {groups}.", groups=named)


def _counted_group(group: MapGroup) -> Message:
    return message("“{name}” ({n})", name=group.name, n=group.members)


def _best(facts: Told) -> Message | None:
    if not facts.most_ties:
        return None
    named = tuple(message("{name} ({n})", name=name, n=count) for name, count in facts.most_ties)
    return messages_n(
        "{names} has the most ties.",
        "{names} have the most ties.",
        n=len(named),
        names=listed(named),
    )


def _alone(facts: Told) -> Message | None:
    """Who stands alone, by name where they are few; and whether so little is known of many."""
    count = facts.organisations - facts.with_ties
    if not facts.ties or not count:
        return None
    if facts.alone:
        return messages_n(
            "{names} stands alone: no tie of it is known.",
            "{names} stand alone: no ties of them are known.",
            n=count,
            names=listed(facts.alone),
        )
    if facts.with_ties < ENOUGH * facts.organisations:
        return message(
            "Ties are known for {n} of {all} organisations, too few to say who is central.",
            n=facts.with_ties,
            all=facts.organisations,
        )
    return message(
        "{n} of {all} organisations stand alone: no ties of them are known.",
        n=count,
        all=facts.organisations,
    )


def _agreed(facts: Told) -> Message | None:
    """Of how many joint collaborations that go on nobody has said what was agreed."""
    if not facts.unagreed:
        return None
    if facts.unagreed == facts.joint:
        return message("Of none of those who collaborate is it known what they have agreed.")
    return message(
        "For {n} of the {all} ties from collaborations that go on it is not known what was agreed.",
        n=facts.unagreed,
        all=facts.joint,
    )
