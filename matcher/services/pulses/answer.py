"""A party's answer to the pulse."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from matcher.errors import Refusal
from matcher.partnership.pulse_texts import SCALE, pulse_texts
from matcher.services.access import require
from matcher.services.installation import Installation
from matcher.services.parties import PartyHere
from matcher.services.pulses.readings import running_line, there_on
from matcher.store.queries import parties, pulses
from matcher.store.unit_of_work import UnitOfWork
from matcher.wording.message import message

UNKNOWN = "unknown"
"""What a form sends for "I do not know"."""

_READ: Mapping[str, int | None] = {**{str(place): place for place in SCALE}, UNKNOWN: None}


@dataclass(frozen=True, kw_only=True, slots=True)
class AnswerForm:
    """What a party sent: by question "1" to "5" or "unknown", and the themes to lay open."""

    pulse: str
    ratings: Mapping[str, str] = field(default_factory=dict)
    open: frozenset[str] = frozenset()


def answer_pulse(
    installation: Installation, party: PartyHere, form: AnswerForm, *, today: date
) -> int:
    """Keep what a party answers; gives how many questions have no answer yet.

    A question that is left out stays as it was answered before, if it was. Refusal: conflict where
    the pulse takes no more answers, invalid where nothing is answered, forbidden for a party that
    has left.
    """
    require(party.actor, "answer_as_party", party.party.id)
    party.require_there()
    texts = pulse_texts()
    ratings = {
        each.id: _READ[form.ratings[each.id]]
        for each in texts.questions
        if form.ratings.get(each.id) in _READ
    }
    with installation.writing(party.actor) as work:
        pulses.hold(work.session, party.collaboration_id)
        _require_open(work, party, form.pulse, today)
        there = pulses.answer(work.session, form.pulse, party.party.id)
        ratings = {**(there.content["answers"] if there else {}), **ratings}
        if not ratings:
            raise Refusal("invalid", message("Answer at least one of the questions."))
        themes = {each.id for each in texts.themes} & form.open
        two = _two(work, party, today)
        content = {"answers": ratings, "open": sorted(themes) if two else []}
        pulses.put(work.session, form.pulse, party.party.id, content)
        work.commit()
    return len(texts.questions) - len(ratings)


def _require_open(work: UnitOfWork, party: PartyHere, pulse: str, today: date) -> None:
    found = pulses.lines(work.session, [party.collaboration_id])
    running = running_line(found.get(party.collaboration_id, ()), today)
    if running is None or running.id != pulse:
        raise Refusal(
            "conflict",
            message("This pulse takes no more answers, so yours could not be added."),
            message("See what the others said, and say the rest when you meet."),
        )


def _two(work: UnitOfWork, party: PartyHere, today: date) -> bool:
    everybody = parties.of(work.session, party.collaboration_id, today)
    return len(there_on(everybody, today)) <= 2
