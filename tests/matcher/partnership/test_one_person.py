"""Ties that hang on one contact person."""

from __future__ import annotations

from typing import Any

from matcher.partnership.one_person import Contact, OnePerson, hanging_on_one


def contact(party: str, collaboration: str = "c", **said: Any) -> Contact:
    """A party's contact; its organisation is called like the party's first letter."""
    return Contact(party=party, collaboration=collaboration, organisation=party[0], **said)


def risks(*contacts: Contact) -> list[tuple[str, tuple[str, ...]]]:
    """The risks of collaboration c."""
    return [(each.risk, each.parties) for each in hanging_on_one(contacts, "c")]


def test_who_has_a_deputy_or_nobody_named_is_no_risk() -> None:
    assert risks(contact("a", name="Leder", deputy="Souschef"), contact("b")) == []


def test_a_contact_without_a_deputy_is_one() -> None:
    found = hanging_on_one([contact("a", name="Leder", email="l@a.example")], "c")
    assert found == (OnePerson(risk="no_deputy", person="Leder", parties=("a",)),)


def test_one_person_for_several_parties_is_told_regardless_of_case() -> None:
    same = (contact("a", email="x@a.example"), contact("b", email="X@A.example", name="Leder"))
    assert ("several_parties", ("a", "b")) in risks(*same)


def test_one_person_for_all_collaborations_of_an_organisation() -> None:
    here, there = contact("a1", name="Leder"), contact("a2", "other", name="leder")
    assert ("all_collaborations", ("a1",)) in risks(here, there)
    assert ("all_collaborations", ("a1",)) not in risks(here)
    another = contact("a2", "other", name="En anden")
    assert ("all_collaborations", ("a1",)) not in risks(here, another)


def test_contacts_of_other_collaborations_are_no_risk_of_this_one() -> None:
    assert risks(contact("a", "other", name="Leder")) == []
