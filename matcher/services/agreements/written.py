"""An agreement's content as it is read: section by section, in one language."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from matcher.partnership.agreement import Content, complete, texts_of, written
from matcher.partnership.agreement_texts import Field, Section
from matcher.partnership.written import Grid, Signature, Written, WrittenSection
from matcher.services.agreements.taken_over import taken_over
from matcher.wording.message import message
from matcher.wording.say import say

Accepted = Mapping[str, tuple[str, date]]
"""By organisation, who accepted in its name, and on which day."""


def written_of(
    content: Content,
    language: str,
    *,
    day: date,
    number: int | None = None,
    accepted: Accepted | None = None,
    contacts: bool = True,
) -> Written:
    """The agreement, ready to be read; `number` None for a draft.

    Contact persons and the names of those who accepted are left out where `contacts` is False: they
    are for editors and parties.
    """
    texts = texts_of(content)
    about = WrittenSection(
        id="about",
        heading=say(texts.about_heading, language),
        paragraphs=(say(texts.about, language),),
    )
    there = complete(content)
    return Written(
        title=content["title"],
        number=number,
        day=day,
        language=language,
        sections=(
            about,
            *(
                _section(content, each, language, contacts, empty=each.id not in there)
                for each in texts.sections
            ),
        ),
        signatures=_signatures(content, accepted or {}, contacts=contacts),
    )


def _section(
    content: Content, section: Section, language: str, contacts: bool, *, empty: bool
) -> WrittenSection:
    over = taken_over(content, section, language, contacts=contacts)
    said = [
        (say(field.label, language), text)
        for field in section.fields
        if (text := field_text(content, section, field, language))
    ]
    grids = [
        grid
        for field in section.fields
        if field.kind == "grid" and (grid := _grid(content, section, field, language))
    ]
    return WrittenSection(
        id=section.id,
        heading=say(section.heading, language),
        facts=(*over.facts, *said),
        paragraphs=over.paragraphs,
        grids=(*over.grids, *grids),
        empty=empty,
    )


def field_text(content: Content, section: Section, field: Field, language: str) -> str:
    """What a field says in words; empty for a grid and for what is not written."""
    value = written(content, section.id, field.id)
    match field.kind:
        case "text":
            return str(value or "")
        case "choice":
            label = (field.choices or {}).get(value)
            return say(label, language) if label else str(value or "")
        case "date":
            return say(date.fromisoformat(value), language) if value else ""
        case "yes_no":
            return "" if value is None else say(YES if value else NO, language)
        case "grid":
            return ""


YES, NO = message("Yes"), message("No")


def _grid(content: Content, section: Section, field: Field, language: str) -> Grid | None:
    rows = written(content, section.id, field.id) or []
    if not rows:
        return None
    parties = content["parties"]
    labels = field.choices or {}
    return Grid(
        columns=(say(message("Task"), language), *(each["name"] for each in parties)),
        rows=tuple(
            (
                row["task"],
                *(
                    say(labels[part], language)
                    if (part := row["parts"].get(each["organisation"])) in labels
                    else "–"
                    for each in parties
                ),
            )
            for row in rows
        ),
    )


def _signatures(content: Content, accepted: Accepted, *, contacts: bool) -> tuple[Signature, ...]:
    return tuple(
        Signature(
            party=each["name"],
            person=person if contacts else None,
            day=day,
        )
        for each in content["parties"]
        for person, day in (accepted.get(each["organisation"], (None, None)),)
    )
