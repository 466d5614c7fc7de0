"""Ties that hang on one contact person: who leaves, takes them along."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from matcher.text import fold

Risk = Literal["no_deputy", "several_parties", "all_collaborations"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Contact:
    """A party's contact person and deputy, as far as they have been named.

    `party`, `collaboration` and `organisation` are ids.
    """

    party: str
    collaboration: str
    organisation: str
    name: str | None = None
    email: str | None = None
    deputy: str | None = None

    @property
    def person(self) -> str | None:
        """Who it is: the e-mail, else the name, told apart regardless of case; None for nobody."""
        said = self.email or self.name
        return fold(said.strip()) or None if said else None


@dataclass(frozen=True, kw_only=True, slots=True)
class OnePerson:
    """A risk of a collaboration: the `person` (a name, else an e-mail) and the parties at stake.

    - no_deputy: the party has a contact person and nobody who steps in;
    - several_parties: the same person is the only contact of several parties;
    - all_collaborations: of all collaborations that the organisation takes part in.
    """

    risk: Risk
    person: str
    parties: tuple[str, ...]
    collaborations: int = 1


def hanging_on_one(contacts: Sequence[Contact], collaboration: str) -> tuple[OnePerson, ...]:
    """The risks of a collaboration, seen beside the contacts of all.

    Who has a deputy hangs on nobody; where nobody has been named it is not known.
    """
    alone = [each for each in contacts if each.person and not each.deputy]
    mine = [each for each in alone if each.collaboration == collaboration]
    found = [
        OnePerson(risk="no_deputy", person=_called(each), parties=(each.party,)) for each in mine
    ]
    by_person: dict[str, list[Contact]] = defaultdict(list)
    for each in mine:
        by_person[each.person or ""].append(each)
    found += [
        OnePerson(
            risk="several_parties",
            person=_called(same[0]),
            parties=tuple(each.party for each in same),
        )
        for same in by_person.values()
        if len(same) > 1
    ]
    everywhere: dict[str, list[Contact]] = defaultdict(list)
    for each in contacts:
        everywhere[each.organisation].append(each)
    for each in mine:
        others = everywhere[each.organisation]
        if len(others) > 1 and all(o.person == each.person and not o.deputy for o in others):
            found.append(
                OnePerson(
                    risk="all_collaborations",
                    person=_called(each),
                    parties=(each.party,),
                    collaborations=len(others),
                )
            )
    return tuple(found)


def _called(contact: Contact) -> str:
    return contact.name or contact.email or ""
