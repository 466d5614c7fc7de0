"""What the fields of records are called in the history."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from matcher.services.history import agreement_values, anchoring_values, purpose_values, values
from matcher.services.history.values import Teller
from matcher.wording.labels import LANGUAGES, VERDICTS, WHY_NOT
from matcher.wording.message import Message, message


@dataclass(frozen=True, slots=True)
class Field:
    """A field: what it is called, how one value is told, whether it is a list of them.

    `parts` makes the list of what is kept as one value.
    """

    label: Message
    tell: Teller
    many: bool = False
    parts: Callable[[Any], list[Any]] = list


FIELDS: Mapping[str, Mapping[str, Field]] = {
    "organisation": {
        "name": Field(message("Name"), values.plain),
        "sector": Field(message("Sector"), values.sector),
        "kind": Field(message("Kind"), values.term("kind")),
        "parent": Field(message("Part of"), values.organisation),
        "cvr": Field(message("CVR number"), values.plain),
        "p_number": Field(message("P-number"), values.plain),
        "advertising_protected": Field(message("Protected from advertising"), values.yes_no),
        "description": Field(message("Description"), values.plain),
        "website": Field(message("Website"), values.plain),
        "email": Field(message("E-mail"), values.plain),
        "phone": Field(message("Phone"), values.plain),
        "contact_person": Field(message("Contact person"), values.plain),
        "may_pass_on": Field(message("Contact points may be passed on"), values.yes_no),
        "notes": Field(message("Notes"), values.plain),
        "address": Field(message("Address"), values.plain),
        "postcode": Field(message("Postcode"), values.plain),
        "town": Field(message("Town"), values.plain),
        "municipality": Field(message("Municipality"), values.plain),
        "district": Field(message("District"), values.plain),
        "lat": Field(message("Latitude"), values.degrees),
        "lon": Field(message("Longitude"), values.degrees),
        "open_to_partners": Field(message("Open to partners"), values.yes_no),
        "hidden": Field(message("Hidden"), values.yes_no),
        "offers": Field(message("Offers"), values.capacity, many=True),
        "needs": Field(message("Needs"), values.capacity, many=True),
        "themes": Field(message("Themes"), values.term("theme"), many=True),
        "target_groups": Field(message("Target groups"), values.term("target_group"), many=True),
    },
    "collaboration": {
        "title": Field(message("Title"), values.plain),
        "start": Field(message("Start"), values.day),
        "end": Field(message("End"), values.day),
        "purpose": Field(message("Purpose"), values.plain),
        "area": Field(message("Area"), values.plain),
        "funding_source": Field(message("Funded by"), values.plain),
        "funding_amount": Field(message("Amount of funding"), values.plain),
        "funding_end": Field(message("Funding ends"), values.day),
        "agreement": Field(message("Agreement"), values.agreement),
        "themes": Field(message("Themes"), values.term("theme"), many=True),
        "target_groups": Field(message("Target groups"), values.term("target_group"), many=True),
        "participants": Field(message("Participants"), values.participant, many=True),
    },
    "tie": {
        "a": Field(message("From"), values.organisation),
        "b": Field(message("To"), values.organisation),
        "kind": Field(message("Kind"), values.plain),
        "source": Field(message("Source"), values.plain),
        "reporter": Field(message("Reported by"), values.plain),
        "date": Field(message("Date"), values.day),
        "end": Field(message("End"), values.day),
        "confidence": Field(message("How sure"), values.plain),
    },
    "shortlist": {
        "title": Field(message("Title"), values.plain),
        "organisation": Field(message("For"), values.organisation),
        "brief": Field(message("Idea"), values.kept_idea),
        "entries": Field(message("Candidates"), values.entry, many=True),
    },
    "brief": {
        "title": Field(message("Title"), values.plain),
        "purpose": Field(message("Purpose"), values.plain),
        "themes": Field(message("Themes"), values.term("theme"), many=True),
        "target_groups": Field(message("Target groups"), values.term("target_group"), many=True),
        "needs": Field(message("Needs"), values.need, many=True),
        "area": Field(message("Area"), values.plain),
        "near": Field(message("Near"), values.near),
        "funding_source": Field(message("Funded by"), values.plain),
        "asker": Field(message("For"), values.organisation),
        "members": Field(message("Already in"), values.organisation, many=True),
        "sectors": Field(message("Sectors that must be in"), values.sector, many=True),
        "exclude": Field(message("Left out"), values.organisation, many=True),
        "slots": Field(message("Places in the consortium"), values.slot, many=True),
    },
    "verdict": {
        "verdict": Field(message("Verdict"), values.word(VERDICTS)),
        "reason": Field(message("Reason"), values.word(WHY_NOT)),
        "note": Field(message("Note"), values.plain),
    },
    "recipe": {
        "text": Field(message("Lines"), values.plain, many=True, parts=values.lines),
    },
    "recipe_in_use": {
        "name": Field(message("Recipe"), values.plain),
    },
    "view": {
        "title": Field(message("Title"), values.plain),
        "note": Field(message("Note"), values.plain),
    },
    "partnership": {},
    "party": {
        "contact_name": Field(message("Contact person"), values.plain),
        "contact_email": Field(message("E-mail"), values.plain),
        "contact_phone": Field(message("Phone"), values.plain),
        "deputy_name": Field(message("Deputy"), values.plain),
        "deputy_email": Field(message("Deputy’s e-mail"), values.plain),
        "language": Field(message("Language"), values.word(LANGUAGES)),
    },
    "purpose": {
        "texts": Field(message("Text"), purpose_values.part, many=True, parts=purpose_values.parts),
        "heard": Field(message("Has the target group been heard?"), purpose_values.heard),
        "heard_how": Field(message("How the target group was heard"), values.plain),
        "laid_open": Field(message("Answers laid open"), values.yes_no),
    },
    "agreement": {
        "sections": Field(
            message("Sections"), agreement_values.part, many=True, parts=agreement_values.parts
        ),
    },
    "anchoring_plan": {
        "answers": Field(
            message("Answers"), anchoring_values.answer, many=True, parts=anchoring_values.pairs
        ),
        "by_when": Field(message("By when"), values.day),
        "grants": Field(message("Further grants"), anchoring_values.grant, many=True),
    },
    "talk": {
        "kind": Field(message("Anchoring talk"), anchoring_values.talk_kind),
        "end": Field(message("Before the money ends on"), values.day),
        "held": Field(message("Held on"), values.day),
        "agenda": Field(
            message("Agenda"), anchoring_values.note, many=True, parts=anchoring_values.pairs
        ),
        "log": Field(message("In short"), values.plain),
        "decisions": Field(message("Decisions"), anchoring_values.decision, many=True),
        "next": Field(message("The next talk"), values.day),
    },
    "event": {
        "title": Field(message("Title"), values.plain),
        "day": Field(message("Day"), values.day),
        "starts": Field(message("The first round begins at"), values.plain),
        "place": Field(message("Place"), values.plain),
        "note": Field(message("Note"), values.plain),
        "rounds": Field(message("Rounds"), values.plain),
        "minutes": Field(message("Minutes a round"), values.plain),
        "pause": Field(message("Minutes between rounds"), values.plain),
        "closed": Field(message("Signing up is closed"), values.yes_no),
        "never": Field(message("Who need not meet"), values.pair, many=True),
        "plan": Field(message("Plan"), values.event_plan),
    },
    "intention": {
        "text": Field(message("What they mean to do"), values.plain),
        "signed_by": Field(message("Signed by"), values.plain),
        "noted_by": Field(message("Noted by"), values.plain),
        "follow_ups": Field(message("What became of it"), values.follow_up, many=True),
    },
    "boundary": {
        "name": Field(message("Name"), values.plain),
        "municipality": Field(message("Municipality"), values.plain),
        "source": Field(message("Source"), values.plain),
    },
}
"""The fields of every kind of record with a history that people read, in the order of pages.

Of verdicts and recipes those that tell something: between whom a verdict is stands in its name, and
who said or made it when is told of every change.
"""

RECORDS: Mapping[str, Message] = {
    "organisation": message("Organisation"),
    "collaboration": message("Collaboration"),
    "tie": message("Tie"),
    "shortlist": message("Shortlist"),
    "brief": message("Brief"),
    "verdict": message("Verdict"),
    "recipe": message("Recipe"),
    "recipe_in_use": message("Recipe in use"),
    "view": message("Saved view"),
    "boundary": message("Boundary"),
    "partnership": message("Carrying on a collaboration"),
    "party": message("Party"),
    "purpose": message("Purpose"),
    "agreement": message("Draft of an agreement"),
    "anchoring_plan": message("Anchoring plan"),
    "talk": message("Anchoring talk"),
    "event": message("Event"),
    "intention": message("Intention"),
}

KEPT_IN_PART = frozenset({"boundary"})
"""Records of which the history does not keep all, so that no change to them can be taken back."""
