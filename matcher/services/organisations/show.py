"""One organisation with all that is known of it, for its page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from matcher.errors import Refusal
from matcher.services.access import Actor, may_be_passed_on, require, visible
from matcher.services.collaborations.timing import State, state
from matcher.services.installation import Installation
from matcher.services.vocabularies import Vocabularies
from matcher.services.web_address import web_address
from matcher.store import documents
from matcher.store.queries import organisations, profiles
from matcher.store.queries.profiles import Reference, ReportedTie, Undertaking
from matcher.store.queries.terms import terms
from matcher.wording.message import Message, Words, message


@dataclass(frozen=True, kw_only=True, slots=True)
class OfferOrNeed:
    """A capacity that an organisation offers or needs; `over` says that its last day has been."""

    what: Words
    note: str | None
    amount: float | None
    unit: str | None
    when: str | None
    until: date | None
    over: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class ContactPoints:
    """How to reach an organisation, as far as the reader may know.

    `withheld` says that there is more than is shown. `remark` is what must be minded before any of
    it is given to others; None when the organisation agreed to that.
    """

    email: str | None
    phone: str | None
    contact_person: str | None
    withheld: bool
    remark: Message | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Engagement:
    """A collaboration of the organisation, and where its own part in it stands in time."""

    state: State
    undertaking: Undertaking


@dataclass(frozen=True, kw_only=True, slots=True)
class OrganisationPage:
    """What an organisation's page tells.

    `website` is the address as written, `website_url` where it leads, None when it is not safe to
    follow. `sources` are (source, id there). `notes` is None for those who may not see them.
    `collaborations` are those going on, those yet to begin, then those ended; each newest first.
    """

    id: str
    name: str
    version: int
    sector: str | None
    kind: Words | None
    parent: Reference | None
    units: tuple[Reference, ...]
    cvr: str | None
    p_number: str | None
    advertising_protected: bool
    description: str | None
    website: str | None
    website_url: str | None
    contact: ContactPoints
    notes: str | None
    address: str | None
    postcode: str | None
    town: str | None
    municipality: str | None
    district: str | None
    coordinates: tuple[float, float] | None
    open_to_partners: bool | None
    hidden: bool
    offers: tuple[OfferOrNeed, ...]
    needs: tuple[OfferOrNeed, ...]
    themes: tuple[Words, ...]
    target_groups: tuple[Words, ...]
    sources: tuple[tuple[str, str], ...]
    collaborations: tuple[Engagement, ...]
    ties: tuple[ReportedTie, ...]


def show_organisation(
    installation: Installation, actor: Actor, organisation_id: str, *, as_of: date
) -> OrganisationPage:
    """The organisation as this person may see it; Refusal (not_found) if there is none."""
    require(actor, "show_organisation")
    with installation.reading() as session:
        document = documents.read(session, "organisation", [organisation_id]).get(organisation_id)
        if document is None:
            raise Refusal("not_found", message("There is no such organisation."))
        seen = visible(actor, document)
        parent = document["parent"]
        parent_names = organisations.names(session, [parent]) if parent else {}
        words = Vocabularies(terms(session))
        return OrganisationPage(
            id=organisation_id,
            version=profiles.version(session, organisation_id) or 0,
            **{name: seen[name] for name in _AS_IT_IS},
            notes=seen.get("notes"),
            kind=words.words("kind", seen["kind"]) if seen["kind"] else None,
            parent=(parent, parent_names[parent]) if parent else None,
            units=profiles.units(session, organisation_id),
            website_url=web_address(seen["website"]),
            contact=_contact(document, seen),
            coordinates=_coordinates(seen),
            offers=_capacities(seen["offers"], words, as_of),
            needs=_capacities(seen["needs"], words, as_of),
            themes=tuple(words.words("theme", term) for term in seen["themes"]),
            target_groups=tuple(
                words.words("target_group", term) for term in seen["target_groups"]
            ),
            sources=profiles.sources(session, organisation_id),
            collaborations=_engagements(profiles.collaborations(session, organisation_id), as_of),
            ties=profiles.ties(session, organisation_id),
        )


_AS_IT_IS = (
    "name",
    "sector",
    "cvr",
    "p_number",
    "advertising_protected",
    "description",
    "website",
    "address",
    "postcode",
    "town",
    "municipality",
    "district",
    "open_to_partners",
    "hidden",
)
_ORDER: tuple[State, ...] = ("current", "planned", "past")
_CONTACT = ("email", "phone", "contact_person")


def _contact(document: Mapping[str, Any], seen: Mapping[str, Any]) -> ContactPoints:
    return ContactPoints(
        email=seen.get("email"),
        phone=seen.get("phone"),
        contact_person=seen.get("contact_person"),
        withheld=any(document[name] and name not in seen for name in _CONTACT),
        remark=_remark(document),
    )


def _remark(document: Mapping[str, Any]) -> Message | None:
    if may_be_passed_on(document):
        return None
    if document["advertising_protected"]:
        return message(
            "Protected from advertising: do not contact them to advertise, and pass nothing on."
        )
    if document["may_pass_on"] is False:
        return message("They do not want their contact points passed on.")
    return message("They have not said whether their contact points may be passed on: ask first.")


def _engagements(found: tuple[Undertaking, ...], as_of: date) -> tuple[Engagement, ...]:
    engagements = [
        Engagement(
            state=state(
                max((day for day in (each.start, each.since) if day), default=None),
                min((day for day in (each.end, each.until) if day), default=None),
                as_of,
            ),
            undertaking=each,
        )
        for each in found
    ]
    return tuple(sorted(engagements, key=lambda each: _ORDER.index(each.state)))


def _coordinates(seen: Mapping[str, Any]) -> tuple[float, float] | None:
    if seen["lat"] is None or seen["lon"] is None:
        return None
    return seen["lat"], seen["lon"]


def _capacities(
    rows: list[dict[str, Any]], words: Vocabularies, as_of: date
) -> tuple[OfferOrNeed, ...]:
    return tuple(
        OfferOrNeed(
            what=words.words("capacity", row["term"]),
            note=row["note"],
            amount=row["amount"],
            unit=row["unit"],
            when=row["when"],
            until=(until := date.fromisoformat(row["until"]) if row["until"] else None),
            over=until is not None and until < as_of,
        )
        for row in rows
    )
