"""What an agreement holds, and which of its sections say something."""

from __future__ import annotations

from typing import Any

from matcher.partnership.agreement import (
    EMPTY,
    agreed_terms,
    certificate_of,
    complete,
    purpose_confirmed,
    with_dates,
    without_empty,
)

PARTIES = [
    {"organisation": "a", "name": "Huset", "role": None, "contact_name": "Værten"},
    {"organisation": "b", "name": "Klubben", "role": None, "contact_name": None},
]
ANSWER = {"id": "purpose", "heading": {"da": "Formål", "en": "Purpose"}, "text": "At spise sammen"}


def make_content(**more: Any) -> dict[str, Any]:
    return {**EMPTY, **more}


def test_an_empty_agreement_says_nothing() -> None:
    assert complete(EMPTY) == ()


def test_what_is_written_and_what_is_taken_over_both_say_something() -> None:
    content = make_content(
        parties=PARTIES,
        sections={"stopping": {"notice": "Tre måneder"}, "insurance": {"people": ""}},
        funding={"source": None, "amount": 0.0, "end": None},
    )
    assert complete(content) == ("parties", "resources", "stopping")


def test_no_is_an_answer() -> None:
    content = make_content(sections={"confidentiality": {"pledge": False}})
    assert complete(content) == ("confidentiality",)


def test_certificates_are_said_where_they_do_not_apply_and_asked_for_where_they_may() -> None:
    def of(*ages: list[int | None]) -> dict[str, Any]:
        groups = [{"id": str(n), "da": "", "en": "", "ages": each} for n, each in enumerate(ages)]
        return make_content(target_groups=groups)

    assert certificate_of(of([60, None])) == "does_not"
    assert "child_protection" in complete(of([60, None]))
    assert certificate_of(of([0, 12])) == "applies"
    assert "child_protection" not in complete(of([0, 12]))
    assert certificate_of(of()) == "not_known"


def test_a_purpose_is_confirmed_when_every_party_has() -> None:
    def of(*by: str, answers: list[Any] | None = None) -> dict[str, Any]:
        purpose = {"answers": [ANSWER] if answers is None else answers, "confirmed_by": list(by)}
        return make_content(parties=PARTIES, purpose={**purpose, "plain": None})

    assert not purpose_confirmed(of("a"))
    assert purpose_confirmed(of("a", "b"))
    assert purpose_confirmed(of("a", "b", "left"))
    assert not purpose_confirmed(of("a", "b", answers=[]))


def test_dates_follow_the_collaboration_until_others_are_written() -> None:
    def period(**written: Any) -> Any:
        return with_dates({"period": written}, start="2026-01-01", end="2026-12-31")["period"]

    assert period() == {"start": "2026-01-01", "end": "2026-12-31"}
    assert period(end="2027-06-30")["end"] == "2027-06-30"
    assert period(end=None)["end"] is None


def test_what_says_nothing_is_left_out() -> None:
    sections = {"a": {"x": "", "y": None, "z": []}, "b": {"x": False, "y": "text"}}
    assert without_empty(sections) == {"b": {"x": False, "y": "text"}}


def test_another_contact_person_is_not_another_agreement() -> None:
    one = make_content(parties=PARTIES)
    other = make_content(parties=[{**PARTIES[0], "contact_name": "Afløseren"}, PARTIES[1]])
    fewer = make_content(parties=PARTIES[:1])
    assert agreed_terms(one) == agreed_terms(other)
    assert agreed_terms(one) != agreed_terms(fewer)
