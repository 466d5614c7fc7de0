"""The purpose on its pages: of the house, of a party, and on the collaboration's own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from matcher.errors import Refusal
from matcher.partnership import purpose as rules
from matcher.partnership.differences import Verdict
from matcher.partnership.purpose import Party, Purpose, Stage
from matcher.partnership.purpose_reading import (
    Compared,
    for_house,
    for_party,
    heard_verdict,
    may_read_others,
    side_by_side,
)
from matcher.services.access import Actor, may_see, require
from matcher.services.forms import Form
from matcher.services.installation import Installation
from matcher.services.parties import PartyHere
from matcher.services.purposes.form import form_of
from matcher.services.purposes.state import purpose_of
from matcher.services.vocabularies import Vocabularies
from matcher.store import documents
from matcher.store.queries.terms import terms
from matcher.wording.message import Words, message


@dataclass(frozen=True, kw_only=True, slots=True)
class PurposeStage:
    """How far the purpose has come, in numbers; `parties` counts those that take part."""

    stage: Stage
    parties: int
    answered: int
    confirmed: int
    awaited: tuple[str, ...]
    without_link: int


@dataclass(frozen=True, kw_only=True, slots=True)
class PurposePage:
    """The purpose as the house reads it.

    `compared` is empty until the answers are `opened`. `taken_over` says that the collaboration's
    own record says the agreed text; `target_groups` are those of the record.
    """

    title: str
    stage: Stage
    purpose: Purpose
    opened: bool
    compared: tuple[Compared, ...]
    heard: Verdict | None
    form: Form
    target_groups: tuple[Words, ...]
    taken_over: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class PartyPurpose:
    """The purpose as one of its parties reads it; `form` is its own answer, `mark` that answer's.

    `compared` is empty until it has sent its own.
    """

    stage: Stage
    own: Party
    purpose: Purpose
    may_change: bool
    may_confirm: bool
    compared: tuple[Compared, ...]
    heard: Verdict | None
    form: Form
    mark: str


def purpose_stage(
    installation: Installation, actor: Actor, collaboration_id: str, *, as_of: date
) -> PurposeStage:
    """A few words for the collaboration's page; Refusal (not_found) if there is none such."""
    require(actor, "show_partnership")
    with installation.reading() as session:
        return summary(purpose_of(session, collaboration_id, as_of))


def summary(purpose: Purpose) -> PurposeStage:
    """The numbers of a purpose."""
    return PurposeStage(
        stage=rules.stage(purpose),
        parties=len(purpose.active),
        answered=sum(each.sent is not None for each in purpose.active),
        confirmed=len(purpose.active) - len(rules.unconfirmed(purpose)),
        awaited=tuple(each.name for each in rules.awaited(purpose)),
        without_link=len(rules.without_link(purpose)),
    )


def show_purpose(
    installation: Installation,
    actor: Actor,
    collaboration_id: str,
    *,
    language: str,
    as_of: date,
) -> PurposePage:
    """All of it, as this person may read it; Refusal (not_found) if there is no collaboration."""
    require(actor, "show_partnership")
    with installation.reading() as session:
        found = documents.read(session, "collaboration", [collaboration_id])
        if collaboration_id not in found:
            raise Refusal("not_found", message("There is no such collaboration."))
        document = found[collaboration_id]
        purpose = purpose_of(session, collaboration_id, as_of)
        words = Vocabularies(terms(session))
    opened = rules.is_open(purpose)
    shown = for_house(purpose, names=may_see(actor, "contact_name", {}))
    one_text = rules.as_one_text(purpose.agreed, language)
    return PurposePage(
        title=document["title"],
        stage=rules.stage(purpose),
        purpose=shown,
        opened=opened,
        compared=side_by_side(shown) if opened else (),
        heard=heard_verdict(shown),
        form=form_of(purpose.agreed),
        target_groups=tuple(
            words.words("target_group", term) for term in document["target_groups"]
        ),
        taken_over=bool(one_text) and document["purpose"] == one_text,
    )


def party_purpose(installation: Installation, party: PartyHere, *, as_of: date) -> PartyPurpose:
    """All of it, as this party may read it."""
    require(party.actor, "answer_as_party", party.party.id)
    with installation.reading() as session:
        purpose = purpose_of(session, party.collaboration_id, as_of)
    own = purpose.party(party.party.id)
    shown = for_party(purpose, own.id)
    reads = may_read_others(purpose, own.id)
    return PartyPurpose(
        stage=rules.stage(purpose),
        own=own,
        purpose=shown,
        may_change=rules.may_change_answer(purpose, own),
        may_confirm=rules.may_confirm(purpose, own),
        compared=side_by_side(shown) if reads else (),
        heard=heard_verdict(shown) if reads else None,
        form=form_of(own.answer),
        mark=rules.mark_of(own.answer),
    )
