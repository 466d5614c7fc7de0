"""An agreement with two parties, written and accepted as far as a test needs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from matcher.services.agreements import accept, edit_agreement, lay_before, remark, save_agreement
from matcher.services.forms import Form, Saved
from matcher.services.installation import Installation
from matcher.services.parties import PartyHere, party_here
from tests.factories import (
    EDITOR,
    make_collaboration,
    make_organisation,
    make_parties,
    make_personal_link,
)

TODAY = date(2026, 8, 24)


@dataclass(frozen=True, kw_only=True)
class Pair:
    """A collaboration of two organisations that are parties to it."""

    installation: Installation
    collaboration: str
    house: str
    club: str

    def write(
        self,
        text: str = "Tre måneder",
        *,
        section: str = "stopping",
        field: str = "notice",
        version: int | None = None,
    ) -> Saved:
        """Write into one field of the draft; the other fields of the section stay."""
        shown = edit_agreement(
            self.installation, EDITOR, self.collaboration, section, language="en", as_of=TODAY
        )
        form = Form(values={**shown.form.values, f"{section}-{field}": text}, rows=shown.form.rows)
        return save_agreement(
            self.installation,
            EDITOR,
            self.collaboration,
            form,
            section,
            version=version,
            as_of=TODAY,
        )

    def lay_before(self) -> int:
        """Lay what is written before the parties; gives the version's number."""
        return lay_before(
            self.installation, EDITOR, self.collaboration, version=None, as_of=TODAY
        ).number

    def party(self, organisation: str, as_of: date = TODAY) -> PartyHere:
        """A party at its own page."""
        parties = make_parties(self.installation, self.collaboration)
        path = make_personal_link(self.installation, "party", parties[organisation])
        return party_here(self.installation, path.rpartition("/")[2], as_of)

    def accept(self, organisation: str, number: int, name: str = "Værten") -> bool:
        """Accept a version in a party's name; whether that was news."""
        here = self.party(organisation)
        return accept(self.installation, here, number, name, as_of=TODAY).new

    def remark(self, organisation: str, number: int, text: str) -> None:
        """Say what would have to be different in a version."""
        remark(self.installation, self.party(organisation), number, text)


def make_pair(installation: Installation, **fields: object) -> Pair:
    """Two parties with contact persons, and nothing written."""
    house = make_organisation(installation, "Huset")
    club = make_organisation(installation, "Klubben")
    key = make_collaboration(installation, "Fælles måltider", [house, club], **fields)  # type: ignore[arg-type]  # fields of a record
    make_parties(installation, key, contact_name="Kontakten", contact_email="k@samspil.example")
    return Pair(installation=installation, collaboration=key, house=house, club=club)
