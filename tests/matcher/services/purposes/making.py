"""Builders of the tests of purposes: a collaboration of parties with links, and what they write."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from matcher.services.forms import Form
from matcher.services.installation import Installation
from matcher.services.parties import PartyHere, party_here
from matcher.services.purposes import Sent, confirm, save_answer, save_text
from matcher.services.purposes.form import fields
from tests.factories import (
    EDITOR,
    make_collaboration,
    make_organisation,
    make_parties,
    make_personal_link,
)

TODAY = date.today()


@dataclass(frozen=True, kw_only=True)
class Together:
    """A collaboration with its parties: ids and tokens by the organisation's name."""

    installation: Installation
    id: str
    organisations: dict[str, str]
    parties: dict[str, str]
    tokens: dict[str, str]

    def here(self, name: str, day: date = TODAY) -> PartyHere:
        """A party at its page."""
        return party_here(self.installation, self.tokens[name], day)


def make_together(
    installation: Installation,
    names: tuple[str, ...] = ("Beboerhuset", "Plejehjemmet"),
    *,
    without_link: tuple[str, ...] = (),
) -> Together:
    """A collaboration of these organisations, each with a link unless it is said."""
    organisations = {name: make_organisation(installation, name) for name in names}
    key = make_collaboration(installation, "Fælles måltider", organisations.values())
    by_organisation = make_parties(installation, key)
    parties = {name: by_organisation[organisations[name]] for name in names}
    tokens = {
        name: make_personal_link(installation, "party", parties[name]).split("/")[2]
        for name in names
        if name not in without_link
    }
    return Together(
        installation=installation,
        id=key,
        organisations=organisations,
        parties=parties,
        tokens=tokens,
    )


def make_form(**written: str) -> Form:
    """A form in which this is written; the other fields are empty."""
    return Form(values={**dict.fromkeys((*fields(), "name"), ""), **written})


def answer(together: Together, who: str, *, send: bool = True, **written: str) -> Sent:
    """Have a party answer."""
    form = make_form(**{"name": f"Kontakt i {who}", **written})
    here = together.here(who)
    return save_answer(together.installation, here, form, mark=None, send=send, as_of=TODAY)


def write(together: Together, **written: str) -> None:
    """Write the text that the parties agree on."""
    said = {"purpose": "Ingen spiser alene.", "target_group": "Ældre i Valby", **written}
    save_text(
        together.installation,
        EDITOR,
        together.id,
        make_form(**said),
        version=None,
        as_of=TODAY,
    )


def give(together: Together, name: str, edition: int) -> Sent:
    """Have a party confirm an edition of the text."""
    form = make_form(name=f"Kontakt i {name}")
    return confirm(together.installation, together.here(name), edition, form, as_of=TODAY)
