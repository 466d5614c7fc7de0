"""The written frames of a collaboration: what they hold, and what has been written.

An agreement's content is a dictionary of plain values, whole enough to be read years later:

- `title`; `edition`, of the texts that its headings, labels and choices are worded in;
- `sections`, what is written by section and field;
- `parties`: `organisation` (id), `name`, `role` and the contacts of each that takes part;
- `purpose`: `answers` (`id`, `heading` in both languages, `text`), `confirmed_by` (organisations),
  `plain` where there is none yet but the collaboration says something of it;
- `target_groups`: `id`, label in both languages, `ages`;
- `funding`: `source`, `amount`, `end`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from matcher.partnership.agreement_texts import AgreementTexts, Section, agreement_texts
from matcher.partnership.child_protection import Certificate, certificate

Content = Mapping[str, Any]

EMPTY: Content = {
    "title": "",
    "edition": None,
    "sections": {},
    "parties": [],
    "purpose": {"answers": [], "confirmed_by": [], "plain": None},
    "target_groups": [],
    "funding": {"source": None, "amount": None, "end": None},
}


def texts_of(content: Content) -> AgreementTexts:
    """The texts that an agreement is worded in; the newest where it names no edition."""
    return agreement_texts(content["edition"])


def written(content: Content, section: str, field: str) -> Any:
    """What a field says; None where nothing has been written."""
    return content["sections"].get(section, {}).get(field)


def says_something(value: Any) -> bool:
    """Whether a field's value says something: "no" does, an empty text or grid does not."""
    return value is not None and value not in ("", [])


def with_dates(
    sections: Mapping[str, Mapping[str, Any]], *, start: str | None, end: str | None
) -> dict[str, dict[str, Any]]:
    """What is written, with the collaboration's dates where the agreement names none of its own.

    A date that was taken away (None) stays away: an agreement may be without an end.
    """
    period = {"start": start, "end": end, **sections.get("period", {})}
    return {**{key: dict(fields) for key, fields in sections.items()}, "period": period}


def without_empty(sections: Mapping[str, Mapping[str, Any]]) -> dict[str, dict[str, Any]]:
    """What is written, without what says nothing, so that equal agreements are equal."""
    kept = {
        section: {field: value for field, value in fields.items() if says_something(value)}
        for section, fields in sections.items()
    }
    return {section: fields for section, fields in kept.items() if fields}


def agreed_terms(content: Content) -> Content:
    """The content without contact persons, who has confirmed the purpose, and the edition.

    Another contact person does not make another agreement, nor do other words for its headings.
    """
    return {
        **content,
        "edition": None,
        "parties": [(each["organisation"], each["name"]) for each in content["parties"]],
        "purpose": {**content["purpose"], "confirmed_by": None},
    }


def complete(content: Content) -> tuple[str, ...]:
    """The sections that say something, in their order; the others may stay as they are."""
    return tuple(each.id for each in texts_of(content).sections if _says(content, each))


def purpose_confirmed(content: Content) -> bool:
    """Whether there is a shared purpose that every party has confirmed."""
    purpose = content["purpose"]
    everybody = {each["organisation"] for each in content["parties"]}
    return bool(purpose["answers"]) and everybody <= set(purpose["confirmed_by"])


def certificate_of(content: Content) -> Certificate:
    """Whether a child-protection certificate is needed in this collaboration."""
    return certificate(
        [(each["ages"][0], each["ages"][1]) for each in content["target_groups"]],
        contact=written(content, "child_protection", "contact"),
    )


def _says(content: Content, section: Section) -> bool:
    return _takes_something_over(content, section) or any(
        says_something(written(content, section.id, field.id)) for field in section.fields
    )


def _takes_something_over(content: Content, section: Section) -> bool:
    match section.takes_over:
        case "parties":
            return bool(content["parties"])
        case "purpose":
            return bool(content["purpose"]["answers"] or content["purpose"]["plain"])
        case "child_protection":
            return certificate_of(content) == "does_not"
        case "funding":
            return any(each is not None for each in content["funding"].values())
        case None:
            return False
