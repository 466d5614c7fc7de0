"""A party's contact person, deputy and language; and who of the house answers for it all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from matcher.exchange import values
from matcher.services import form_readers, forms
from matcher.services.access import Actor, require
from matcher.services.conflicts import refuse_conflict
from matcher.services.forms import Form, Reader, Saved
from matcher.services.installation import Installation
from matcher.services.parties.linking import renew_link
from matcher.services.parties.making import carried_on
from matcher.services.parties.show import party_of, possible_owners
from matcher.services.shortlists.together import settled
from matcher.store import documents
from matcher.store.queries import parties
from matcher.wording.message import message
from matcher.wording.say import LANGUAGES

_LINE = 300
READERS: Mapping[str, Reader] = {
    "contact_name": form_readers.text_within(_LINE),
    "contact_email": values.email,
    "contact_phone": form_readers.text_within(_LINE),
    "deputy_name": form_readers.text_within(_LINE),
    "deputy_email": values.email,
    "language": form_readers.needed(
        form_readers.word_among(LANGUAGES, message("Choose one from the list.")),
        message("Choose one from the list."),
    ),
}
"""How the fields of a party's form are read, in the order of the page."""

_RENEWED = message(
    "The party has another link now, since an address was changed: the one that was sent there "
    "opens nothing any longer. Send the new one to those who are to have it."
)


@dataclass(frozen=True, kw_only=True, slots=True)
class PartyFormPage:
    """A party's form with what it was filled from, and the collaboration that it is a party to."""

    id: str
    name: str
    title: str
    version: int
    form: Form


def edit_party(
    installation: Installation, actor: Actor, collaboration_id: str, party_id: str, *, as_of: date
) -> PartyFormPage:
    """The form of a party; Refusal (not_found) if it is none to this collaboration."""
    require(actor, "save_partnership")
    with installation.reading() as session:
        line = party_of(session, collaboration_id, party_id, as_of)
        document = documents.read(session, "party", [party_id])[party_id]
        return PartyFormPage(
            id=party_id,
            name=line.name,
            title=parties.title(session, collaboration_id) or "",
            version=parties.version(session, party_id) or 0,
            form=_form(document),
        )


def save_party(
    installation: Installation,
    actor: Actor,
    collaboration_id: str,
    party_id: str,
    form: Form,
    *,
    as_of: date,
    version: int | None = None,
) -> Saved:
    """Make a party be as the form says.

    Where an address is taken away or another put in its place, the party gets another link: the
    one that was sent there must not open the page of whoever comes after. `notes` says so. Version,
    refusals and a form that changes nothing are as for `save_organisation`.
    """
    require(actor, "save_partnership")
    with installation.writing(actor) as work:
        party_of(work.session, collaboration_id, party_id, as_of)
        before = documents.read(work.session, "party", [party_id])[party_id]
        refuse_conflict(
            work,
            "party",
            party_id,
            version=version,
            now=parties.version(work.session, party_id) or 0,
            typed=form,
            form_at=_form,
            current=before,
            actor=actor,
        )
        read, errors = forms.read_fields(form, _form(before), before, READERS)
        forms.refuse_errors(errors)
        after = {**before, **read}
        done = documents.write(work, "party", {party_id: after}, before={party_id: before})
        renewed = bool(_addresses(before) - _addresses(after)) and renew_link(work, party_id)
        work.commit()
    return Saved(
        id=party_id,
        created=False,
        changed=not done["unchanged"],
        notes=(_RENEWED,) if renewed else (),
    )


def begin(installation: Installation, actor: Actor, collaboration_id: str, *, as_of: date) -> Saved:
    """Make all who take part parties; whoever begins answers for it, unless somebody does."""
    require(actor, "save_partnership")
    with installation.writing(actor) as work:
        before = len(parties.of(work.session, collaboration_id, as_of))
        after = len(carried_on(work, collaboration_id, as_of))
        work.commit()
    return Saved(id=collaboration_id, created=not before, changed=after != before)


def name_owner(
    installation: Installation,
    actor: Actor,
    collaboration_id: str,
    owner: str,
    before: str | None = None,
    *,
    as_of: date,
) -> Saved:
    """Say who of the house (a user's id) answers for a collaboration.

    `before` is who it was when the form was opened; None does not ask. Refusal: invalid with
    `fields` for somebody who may not; not_found; conflict (see `settled`).
    """
    require(actor, "save_partnership")
    with installation.writing(actor) as work:
        carried_on(work, collaboration_id, as_of)
        there = documents.read(work.session, "partnership", [collaboration_id])[collaboration_id]
        names = dict(possible_owners(work.session))
        if owner not in names:
            forms.refuse_errors({"owner": message("Choose one from the list.")})
        opened = {} if before is None else {"owner": before}
        wanted = settled({"owner": owner}, opened, {"owner": there["owner_id"] or ""}, names)
        after = {collaboration_id: {**there, "owner_id": wanted["owner"]}}
        done = documents.write(work, "partnership", after, before={collaboration_id: there})
        work.commit()
    return Saved(id=collaboration_id, created=False, changed=not done["unchanged"])


def _addresses(document: Mapping[str, Any]) -> frozenset[str]:
    """The addresses that the party's link has been sent to, however they are written."""
    written = (document["contact_email"], document["deputy_email"])
    return frozenset(each.strip().casefold() for each in written if each)


def _form(document: Mapping[str, Any]) -> Form:
    return Form(values={name: form_readers.shown(document[name]) for name in READERS})
