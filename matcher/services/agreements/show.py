"""The agreement of a collaboration, for its page, its panel and the parties' own page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from matcher.partnership.acceptance import Standing
from matcher.partnership.agreement import certificate_of, complete, purpose_confirmed, written
from matcher.partnership.agreement_texts import agreement_texts
from matcher.partnership.child_protection import Certificate
from matcher.partnership.comparing import SectionDifference, compare
from matcher.partnership.responsibilities import GridWarning, grid_warnings
from matcher.partnership.written import Written
from matcher.services.access import Actor, require
from matcher.services.agreements.content import Today, today
from matcher.services.agreements.take_dates import Period, accepted_dates
from matcher.services.agreements.versions import (
    VersionSummary,
    stands,
    summary,
    written_draft,
    written_version,
)
from matcher.services.installation import Installation
from matcher.services.parties import PartyHere
from matcher.store.queries import agreements
from matcher.store.queries.agreements import RemarkLine, VersionLine
from matcher.store.session import Session


@dataclass(frozen=True, kw_only=True, slots=True)
class Remark:
    """What a party would have different in the newest version before it accepts."""

    party: str
    text: str
    said: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class AgreementStage:
    """An agreement at a glance: how many of its sections say something, who is waited for."""

    standing: Standing
    recorded: str | None
    complete: int
    sections: int
    missing: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class AgreementPage:
    """The draft with all that is known of its versions, the newest first.

    `version` is the draft's, 0 where nothing has been written; `complete` are sections that say
    something; `certificate` is whether one is needed; `since` is what differs from the newest
    version; `warnings` are of the grid; `remarks` are on the newest version; `dates` are those that
    all accepted and the collaboration does not have.
    """

    stage: AgreementStage
    version: int
    written: Written
    complete: tuple[str, ...]
    certificate: Certificate
    purpose_confirmed: bool
    warnings: tuple[GridWarning, ...]
    since: tuple[SectionDifference, ...]
    versions: tuple[VersionSummary, ...]
    accepted: tuple[str, ...]
    remarks: tuple[Remark, ...]
    dates: Period | None


@dataclass(frozen=True, kw_only=True, slots=True)
class PartyAgreement:
    """What a party reads: the newest version, and what has changed since the one it accepted.

    `written` is None where nothing has been laid before the parties; `accepted` is the number of
    the newest version that this party accepted; `missing` are the names of those waited for;
    `remarks` are all parties' on the newest version, `own_remark` is what this party said.
    """

    written: Written | None
    accepted: int | None
    since: tuple[SectionDifference, ...]
    versions: tuple[VersionSummary, ...]
    missing: tuple[str, ...]
    remarks: tuple[Remark, ...]
    own_remark: str

    @property
    def awaits(self) -> bool:
        """Whether this party has not accepted the newest version."""
        return self.written is not None and self.accepted != self.written.number


def show_agreement(
    installation: Installation, actor: Actor, collaboration_id: str, *, language: str, as_of: date
) -> AgreementPage:
    """The agreement's page; Refusal (not_found) if there is no such collaboration."""
    require(actor, "show_partnership")
    with installation.reading() as session:
        now = today(session, collaboration_id, as_of)
        stamp = agreements.stamp(session, collaboration_id)
        lines = agreements.of(session, collaboration_id)
        draft = written_draft(session, actor, collaboration_id, language, as_of)
        remarks = _remarks(session, lines)
    stage = _stage(now, stands(now, lines))
    changed = stage.standing.changed
    keys = [each["organisation"] for each in now.content["parties"]]
    return AgreementPage(
        stage=stage,
        version=stamp.version if stamp else 0,
        written=draft,
        complete=complete(now.content),
        certificate=certificate_of(now.content),
        purpose_confirmed=purpose_confirmed(now.content),
        warnings=grid_warnings(written(now.content, "roles", "tasks") or (), keys),
        since=compare(written_version(installation, actor, lines[-1], language), draft)
        if changed
        else (),
        versions=tuple(summary(actor, each) for each in reversed(lines)),
        accepted=_names(now, stage.standing.accepted),
        remarks=_shown(now, remarks),
        dates=accepted_dates(now, stage.standing.state, lines[-1].content if lines else None),
    )


def agreement_stage(
    installation: Installation, actor: Actor, collaboration_id: str, *, as_of: date
) -> AgreementStage:
    """The agreement at a glance; Refusal (not_found) if there is no such collaboration."""
    require(actor, "show_partnership")
    with installation.reading() as session:
        return stage_of(session, collaboration_id, as_of)


def stage_of(session: Session, collaboration_id: str, as_of: date) -> AgreementStage:
    """The same, for a use case that has asked who may."""
    now = today(session, collaboration_id, as_of)
    return _stage(now, stands(now, agreements.of(session, collaboration_id)))


def agreement_for_party(
    installation: Installation, party: PartyHere, *, language: str, as_of: date
) -> PartyAgreement:
    """The agreement as a party reads it by its link."""
    require(party.actor, "answer_as_party", party.party.id)
    with installation.reading() as session:
        now = today(session, party.collaboration_id, as_of)
        lines = agreements.of(session, party.collaboration_id)
        remarks = _remarks(session, lines)
    own = [line for line in lines if party.party.id in {e.party_id for e in line.acceptances}]
    texts = {
        line.number: written_version(installation, party.actor, line, language)
        for line in {line.number: line for line in (*own[-1:], *lines[-1:])}.values()
    }
    newest = texts[lines[-1].number] if lines else None
    before = texts[own[-1].number] if own else None
    return PartyAgreement(
        written=newest,
        accepted=own[-1].number if own else None,
        since=compare(before, newest) if before and newest else (),
        versions=tuple(summary(party.actor, each) for each in reversed(lines)),
        missing=_names(now, stands(now, lines).missing),
        remarks=_shown(now, remarks),
        own_remark=next((each.text for each in remarks if each.party_id == party.party.id), ""),
    )


def _stage(now: Today, standing: Standing) -> AgreementStage:
    return AgreementStage(
        standing=standing,
        recorded=now.recorded,
        complete=len(complete(now.content)),
        sections=len(agreement_texts().sections),
        missing=_names(now, standing.missing),
    )


def _remarks(session: Session, lines: tuple[VersionLine, ...]) -> tuple[RemarkLine, ...]:
    """Those on the newest version."""
    if not lines:
        return ()
    return agreements.remarks(session, [lines[-1].id]).get(lines[-1].id, ())


def _shown(now: Today, remarks: tuple[RemarkLine, ...]) -> tuple[Remark, ...]:
    """The remarks of those who take part."""
    names = {each["organisation"]: each["name"] for each in now.content["parties"]}
    return tuple(
        Remark(party=names[each.organisation_id], text=each.text, said=each.said)
        for each in remarks
        if each.organisation_id in names
    )


def _names(now: Today, organisations: tuple[str, ...]) -> tuple[str, ...]:
    names = {each["organisation"]: each["name"] for each in now.content["parties"]}
    return tuple(names[key] for key in organisations)
