"""What the pulse of a collaboration shows to the house and to the parties."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from matcher.errors import Refusal
from matcher.partnership import pulse as rules
from matcher.partnership.pulse import Starter
from matcher.partnership.pulse_texts import pulse_texts
from matcher.services.access import Actor, may, require
from matcher.services.installation import Installation
from matcher.services.parties import PartyHere
from matcher.services.pulses.opening import proposed_until
from matcher.services.pulses.readings import (
    Reading,
    Running,
    last_day,
    readings,
    running_line,
    running_of,
)
from matcher.store.queries import parties, pulses
from matcher.store.session import Session
from matcher.wording.message import message


@dataclass(frozen=True, kw_only=True, slots=True)
class PulsePage:
    """A collaboration's pulses: the one that runs, those before, and what to talk about.

    `starters` are of the newest reading of which something may be told.
    """

    collaboration_id: str
    title: str
    running: Running | None
    readings: tuple[Reading, ...]
    starters: tuple[Starter, ...]
    until: date
    may_open: bool

    @property
    def told(self) -> tuple[Reading, ...]:
        """The readings of which something may be told, the oldest first."""
        return tuple(each for each in self.readings if each.told)


@dataclass(frozen=True, kw_only=True, slots=True)
class PartyPulse:
    """The pulse at a party's own page; `answered` is when it last did, `left_out` how much.

    `open` are the themes that it laid open, `two` that it is asked to choose any. What it answered
    is not shown, not even here: others may have the link.
    """

    page: PulsePage
    answered: datetime | None
    left_out: int
    open: frozenset[str]
    two: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class PulseStage:
    """The pulse in a few words, for the collaboration's page."""

    running: Running | None
    last: date | None
    suggested: bool


def show_pulse(
    installation: Installation, actor: Actor, collaboration_id: str, *, today: date
) -> PulsePage:
    """The pulses of a collaboration; Refusal (not_found) if there is no such."""
    require(actor, "show_partnership")
    return _page(installation, collaboration_id, today, may_open=may(actor, "save_partnership"))


def party_pulse(installation: Installation, party: PartyHere, *, today: date) -> PartyPulse:
    """The pulse as a party sees it."""
    require(party.actor, "answer_as_party", party.party.id)
    page = _page(installation, party.collaboration_id, today, may_open=False)
    with installation.reading() as session:
        own = page.running and pulses.answer(session, page.running.id, party.party.id)
    return PartyPulse(
        page=page,
        answered=own.answered if own else None,
        left_out=len(pulse_texts().questions) - len(own.content["answers"] if own else {}),
        open=frozenset(own.content["open"] if own else ()),
        two=page.running is not None and page.running.parties <= 2,
    )


def pulse_stage(
    installation: Installation, actor: Actor, collaboration_id: str, *, today: date
) -> PulseStage:
    """The pulse in a few words."""
    require(actor, "show_partnership")
    zone = ZoneInfo(installation.settings.time_zone)
    with installation.reading() as session:
        return stage_of(session, collaboration_id, today, zone)


def stage_of(session: Session, collaboration_id: str, today: date, zone: ZoneInfo) -> PulseStage:
    """The same, for a use case that has asked who may."""
    found = pulses.lines(session, [collaboration_id]).get(collaboration_id, ())
    everybody = parties.of(session, collaboration_id, today)
    running = running_line(found, today)
    over = [each for each in found if each != running]
    opened = [each.opened for each in found]
    suggested = bool(opened) and rules.next_suggested(opened[0], opened) <= today
    return PulseStage(
        running=None if running is None else running_of(session, running, everybody, today),
        last=last_day(over[-1], zone) if over else None,
        suggested=suggested and running is None,
    )


def waits_for(installation: Installation, party: PartyHere, *, today: date) -> date | None:
    """Until when a party may answer the pulse that runs; None if it has, or none runs."""
    require(party.actor, "answer_as_party", party.party.id)
    with installation.reading() as session:
        found = pulses.lines(session, [party.collaboration_id]).get(party.collaboration_id, ())
        running = running_line(found, today)
        if running is None or pulses.answer(session, running.id, party.party.id) is not None:
            return None
    return running.until


def _page(
    installation: Installation, collaboration_id: str, today: date, *, may_open: bool
) -> PulsePage:
    zone = ZoneInfo(installation.settings.time_zone)
    with installation.reading() as session:
        title = parties.title(session, collaboration_id)
        if title is None:
            raise Refusal("not_found", message("There is no such collaboration."))
        running, over = readings(session, collaboration_id, today, zone)
    page = PulsePage(
        collaboration_id=collaboration_id,
        title=title,
        running=running,
        readings=over,
        starters=(),
        until=proposed_until(today),
        may_open=may_open,
    )
    told = page.told
    return page if not told else replace(page, starters=rules.starters(told[-1].result))
