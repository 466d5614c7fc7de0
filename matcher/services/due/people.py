"""Whose a thing to do is: people with an account, parties' contact persons, or nobody yet."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from matcher.partnership.due import Due
from matcher.services.email_addresses import email_fault
from matcher.store.queries import mail_stops, parties, people, personal_links
from matcher.store.queries.answering import owners
from matcher.store.queries.parties import PartyLine
from matcher.store.session import Session
from matcher.store.tables import User
from matcher.wording.message import message
from matcher.wording.say import LANGUAGES


@dataclass(frozen=True, kw_only=True, slots=True)
class Person:
    """Somebody who has something to do.

    `user` is the account, None for a contact person without one; `email` is empty for an
    administrator who has not come in yet. `told` says whether they want mails.
    """

    email: str
    name: str
    language: str
    user: str | None
    told: bool = True


@dataclass(frozen=True, kw_only=True, slots=True)
class Task:
    """A thing to do, and whose it is. `path` is where, below the installation's address.

    For a party's own `party` is set, and `path` leads to the collaboration, where people with an
    account see how far it is; the party itself does it below its personal link (`due.path`).
    `silent` is the contact person who wants no mail, where `people` hear of it in their place.
    """

    due: Due
    people: tuple[Person, ...]
    path: str
    party: PartyLine | None = None
    silent: Person | None = None


class People:
    """Those who may have something to do, read once for all of it."""

    def __init__(
        self,
        session: Session,
        today: date,
        language: str,
        collaborations: Collection[str] | None = None,
    ) -> None:
        self._language = language if language in LANGUAGES else LANGUAGES[0]
        active = [user for user in people.everybody(session) if user.active]
        self._users = {user.id: self._account(user) for user in active}
        self._by_email = {each.email: each for each in self._users.values() if each.email}
        self._administrators = tuple(
            self._users[user.id] for user in active if user.role == "administrator"
        )
        self._parties = {
            party.id: party
            for lines in parties.lines(session, today, collaborations).values()
            for party in lines
        }
        self._owners = owners(session)
        self._unwilling = mail_stops.unwilling(session)
        self._shut_out = personal_links.withdrawn(session, "party")

    def tasks(self, dues: Iterable[Due]) -> list[Task]:
        """The things to do with whose they are; what a party that has left was to do is nobody's.

        Where nobody was named, or who was has no account any more, they are the administrators'.
        """
        found = [self._of_party(due) if due.party else self._of_user(due) for due in dues]
        return [task for task in found if task is not None]

    def _of_user(self, due: Due) -> Task:
        user = self._users.get(due.user or "")
        return Task(due=due, people=(user,) if user else self._administrators, path=due.path)

    def _of_party(self, due: Due) -> Task | None:
        party = self._parties.get(due.party or "")
        if party is None or party.left:
            return None
        path = f"/collaborations/{party.collaboration_id}"
        contacts = self._contacts(party)
        for person in contacts:
            if person.user is not None or person.email not in self._unwilling:
                return Task(due=due, people=(person,), path=path, party=party)
        if due.quiet or due.echo:
            return None
        return Task(
            due=_on_behalf(due, party, path, willing=not contacts),
            people=self._answering(party),
            path=path,
            silent=contacts[0] if contacts else None,
        )

    def _answering(self, party: PartyLine) -> tuple[Person, ...]:
        """Who answers for a party's collaboration."""
        owner = self._users.get(self._owners.get(party.collaboration_id) or "")
        return (owner,) if owner else self._administrators

    def _contacts(self, party: PartyLine) -> list[Person]:
        """The contact person and the deputy, as far as they have an address.

        None where the party's link was withdrawn: a reminder must not give it another.
        """
        if party.id in self._shut_out:
            return []
        found = []
        for name, address in (
            (party.contact_name, party.contact_email),
            (party.deputy_name, party.deputy_email),
        ):
            email = (address or "").strip().casefold()
            if email and email_fault(email) is None:
                without = Person(
                    email=email, name=name or party.name, language=party.language, user=None
                )
                found.append(self._by_email.get(email, without))
        return found

    def _account(self, user: User) -> Person:
        return Person(
            email=user.email,
            name=user.name or user.email,
            language=user.language or self._language,
            user=user.id,
            told=user.reminders,
        )


def _on_behalf(due: Due, party: PartyLine, path: str, *, willing: bool) -> Due:
    """What a party that gets no mail is to do, for whoever has to ask it in another way."""
    text = message(
        "{name} gets no mail from here and must be asked in another way: {what}",
        name=party.name,
        what=due.text,
    )
    if not willing:
        text = message(
            "{name} has asked for no more mails from here; call them: {what}",
            name=party.name,
            what=due.text,
        )
    return Due(key=due.key, kind=due.kind, day=due.day, about=due.about, text=text, path=path)
