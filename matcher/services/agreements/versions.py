"""The versions of an agreement: read as they were, and compared."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from matcher.errors import Refusal
from matcher.partnership.acceptance import Standing, VersionAccepted, standing
from matcher.partnership.agreement import agreed_terms
from matcher.partnership.calendar import local_day
from matcher.partnership.comparing import SectionDifference, compare
from matcher.partnership.written import Written
from matcher.services.access import Actor, may_see, require
from matcher.services.agreements.content import Today, today
from matcher.services.agreements.written import written_of
from matcher.services.installation import Installation
from matcher.store.queries import agreements, parties
from matcher.store.queries.agreements import VersionLine
from matcher.store.session import Session
from matcher.wording.message import message


@dataclass(frozen=True, kw_only=True, slots=True)
class Comparison:
    """Two versions and what differs; `after` None is the draft."""

    title: str
    before: int
    after: int | None
    numbers: tuple[int, ...]
    sections: tuple[SectionDifference, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Accepted:
    """That a party accepted a version; `person` None for those who may not see who it was."""

    party: str
    person: str | None
    moment: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class VersionSummary:
    """A version in the history of an agreement."""

    number: int
    made: datetime
    made_by: str
    accepted: tuple[Accepted, ...]


def show_agreement_version(
    installation: Installation,
    actor: Actor,
    collaboration_id: str,
    number: int | None,
    *,
    language: str,
    as_of: date,
) -> Written:
    """A version as it was laid before the parties, or the draft where no number is given.

    Parties read the versions of their own collaboration by their link, and no drafts. Contact
    persons are for editors and parties, as `sees_contacts` says. Refusal (not_found) for
    a version that there is not.
    """
    require_reader(installation, actor, collaboration_id, as_of)
    if number is None:
        require(actor, "show_partnership")
    with installation.reading() as session:
        if number is None:
            return written_draft(session, actor, collaboration_id, language, as_of)
        line = numbered(agreements.of(session, collaboration_id), number)
    return written_version(installation, actor, line, language)


def compare_versions(
    installation: Installation,
    actor: Actor,
    collaboration_id: str,
    before: int,
    after: int | None,
    *,
    language: str,
    as_of: date,
) -> Comparison:
    """What differs from one version to another, or to the draft; as `show_agreement_version`."""
    was, now = (
        show_agreement_version(
            installation, actor, collaboration_id, number, language=language, as_of=as_of
        )
        for number in (before, after)
    )
    with installation.reading() as session:
        numbers = tuple(each.number for each in agreements.of(session, collaboration_id))
    return Comparison(
        title=now.title,
        before=before,
        after=after,
        numbers=numbers,
        sections=compare(was, now),
    )


def require_reader(
    installation: Installation, actor: Actor, collaboration_id: str, as_of: date
) -> None:
    """Refusal (forbidden) unless this is a reader, or a party to this collaboration."""
    if actor.role != "party":
        require(actor, "show_partnership")
        return
    require(actor, "answer_as_party", actor.subject_id)
    with installation.reading() as session:
        party = parties.by_id(session, actor.subject_id or "", as_of)
    if party is None or party.collaboration_id != collaboration_id:
        raise Refusal("forbidden", message("You do not have access to this."))


def sees_contacts(actor: Actor, line: VersionLine | None = None) -> bool:
    """Whether somebody may see who stands for a party, in a version or in the draft.

    A party does; one that has left does in the versions that it accepted.
    """
    if actor.role != "party" or line is None:
        return may_see(actor, "contact_name", {})
    return not actor.left or actor.subject_id in {each.party_id for each in line.acceptances}


def numbered(lines: tuple[VersionLine, ...], number: int) -> VersionLine:
    """The version with a number; Refusal (not_found) if there is none."""
    for each in lines:
        if each.number == number:
            return each
    raise Refusal("not_found", message("There is no version {number}.", number=number))


def written_version(
    installation: Installation, actor: Actor, line: VersionLine, language: str
) -> Written:
    """A version as this person may read it."""
    zone = ZoneInfo(installation.settings.time_zone)
    return written_of(
        line.content,
        language,
        day=local_day(line.made, zone),
        number=line.number,
        accepted={
            each.organisation_id: (each.name, local_day(each.accepted, zone))
            for each in line.acceptances
        },
        contacts=sees_contacts(actor, line),
    )


def written_draft(
    session: Session, actor: Actor, collaboration_id: str, language: str, as_of: date
) -> Written:
    """The draft as this person may read it."""
    content = today(session, collaboration_id, as_of).content
    return written_of(content, language, day=as_of, contacts=sees_contacts(actor))


def stands(now: Today, lines: tuple[VersionLine, ...]) -> Standing:
    """Where the agreement stands; parties are organisations here."""
    newest = lines[-1] if lines else None
    return standing(
        recorded=now.recorded,
        drafted=any(now.draft.values()),
        versions=[
            VersionAccepted(
                number=each.number,
                by=frozenset(acceptance.organisation_id for acceptance in each.acceptances),
            )
            for each in lines
        ],
        parties=[each["organisation"] for each in now.content["parties"]],
        changed=newest is not None and agreed_terms(newest.content) != agreed_terms(now.content),
    )


def summary(actor: Actor, line: VersionLine) -> VersionSummary:
    """A version in the history of the agreement, as this person may read it."""
    names = {each["organisation"]: each["name"] for each in line.content["parties"]}
    contacts = sees_contacts(actor, line)
    return VersionSummary(
        number=line.number,
        made=line.made,
        made_by=line.made_by,
        accepted=tuple(
            Accepted(
                party=names.get(each.organisation_id, each.organisation_id),
                person=each.name if contacts else None,
                moment=each.accepted,
            )
            for each in line.acceptances
        ),
    )
