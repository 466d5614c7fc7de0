"""A full and a bare document of every kind of record."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from matcher.store.documents import (
    agreements,
    anchoring,
    briefs,
    collaborations,
    events,
    organisations,
    partnerships,
    purposes,
)

Document = dict[str, Any]

NEIGHBOURS: Mapping[str, Document] = {
    key: {**organisations.EMPTY, "name": name}
    for key, name in (("n1", "Nabo 1"), ("n2", "Nabo 2"), ("n3", "Nabo 3"))
}


def _capacity(term: str, **more: Any) -> Document:
    return {
        "term": term,
        "note": None,
        "amount": None,
        "unit": None,
        "when": None,
        "until": None,
        **more,
    }


def make_organisation(*, full: bool) -> Document:
    """An organisation with every field filled, or with nothing but its name."""
    if not full:
        return {**organisations.EMPTY, "name": "Æblehaven"}
    return {
        "name": "Østre Ældreklub",
        "sector": "association",
        "kind": "kind-1",
        "parent": "n1",
        "cvr": "12345674",
        "p_number": "1234567890",
        "advertising_protected": True,
        "description": "Kaffe og kortspil",
        "website": "https://klub.example",
        "email": "post@klub.example",
        "phone": "00000000",
        "contact_person": "Formanden",
        "may_pass_on": False,
        "notes": "Ring om formiddagen",
        "address": "Prøvevej 1",
        "postcode": "2500",
        "town": "Valby",
        "municipality": "København",
        "district": "Valby",
        "lat": 55.66,
        "lon": 12.5,
        "open_to_partners": True,
        "hidden": True,
        "offers": [_capacity("capacity-1", note="om aftenen", amount=2.0, until="2027-01-01")],
        "needs": [_capacity("capacity-1", when="lørdage"), _capacity("capacity-2", unit="timer")],
        "themes": ["theme-1", "theme-2"],
        "target_groups": ["target_group-2"],
    }


def make_collaboration(*, full: bool) -> Document:
    """A collaboration with every field filled, or with nothing but its title."""
    if not full:
        return {**collaborations.EMPTY, "title": "Åben have"}
    return {
        "title": "Fælles måltid",
        "start": "2024-02-29",
        "end": "2026-12-31",
        "purpose": "At spise sammen",
        "area": "Valby; Vesterbro",
        "funding_source": "En pulje",
        "funding_amount": 125000.5,
        "funding_end": "2026-06-30",
        "agreement": "oral",
        "themes": ["theme-1"],
        "target_groups": ["target_group-1", "target_group-2"],
        "participants": [
            {"organisation": "n1", "role": "vært", "since": None, "until": "2025-01-01"},
            {"organisation": "n2", "role": None, "since": "2024-03-01", "until": None},
        ],
    }


def make_tie(*, full: bool) -> Document:
    """A reported tie with all its evidence, or with none."""
    bare = dict.fromkeys(("kind", "source", "reporter", "date", "end", "confidence"))
    if not full:
        return {"a": "n1", "b": "n2", **bare}
    return {
        "a": "n2",
        "b": "n3",
        "kind": "deler lokaler",
        "source": "kortlægning",
        "reporter": "n2's formand",
        "date": "2025-05-01",
        "end": "2026-05-01",
        "confidence": 0.8,
    }


def make_shortlist(*, full: bool) -> Document:
    """A shortlist with two entries, or with none."""
    if not full:
        return {"title": "Tom liste", "organisation": None, "brief": None, "entries": []}
    return {
        "title": "Partnere til sommerfesten",
        "organisation": "n1",
        "brief": "b1",
        "entries": [
            {
                "organisation": "n3",
                "status": "contacted",
                "note": "ringer i uge 12",
                "added": "2026-01-02T03:04:05+00:00",
                "why": {"score": 1.25, "reasons": []},
                "steps": [
                    {
                        "state": "contacted",
                        "came_from": "suggested",
                        "judged": False,
                        "day": "2026-02-28",
                        "by_id": "u1",
                        "by": "Redaktør",
                        "note": "ringer i uge 12",
                        "reason": None,
                        "next_day": "2026-03-20",
                    }
                ],
            },
            {
                "organisation": "n2",
                "status": "suggested",
                "note": None,
                "added": "2026-01-02T03:04:06+00:00",
                "why": None,
                "steps": [],
            },
        ],
    }


def make_brief(*, full: bool) -> Document:
    """An idea with every field filled, or with nothing but its title."""
    if not full:
        return {**briefs.EMPTY, "title": "Noget i haven"}
    return {
        "title": "Fællesspisning",
        "purpose": "At spise sammen",
        "themes": ["theme-1"],
        "target_groups": ["target_group-2"],
        "needs": [{"term": "capacity-1", "amount": 2.5, "when": "lørdage"}],
        "area": "Valby",
        "near": {"postcode": "2500", "km": 5.0},
        "funding_source": "Puljen",
        "asker": "n1",
        "members": ["n2"],
        "sectors": ["public"],
        "exclude": ["n3", "gone"],
        "slots": [{"name": "Vært", "needs": ["capacity-2"], "sector": "association"}],
    }


def make_verdict(*, full: bool) -> Document:
    """A verdict with reason and note, or with neither, from the person at the command line."""
    bare = dict.fromkeys(("brief", "reason", "note", "given_by_id"))
    if not full:
        return {
            **bare,
            "asker": "n1",
            "candidate": "n3",
            "verdict": "not_relevant",
            "given": "2026-01-02T03:04:05+00:00",
            "given_by": "Samspil",
        }
    return {
        "asker": "n1",
        "brief": None,
        "candidate": "n2",
        "verdict": "not_relevant",
        "reason": "too_far",
        "note": "bor i Jylland",
        "given": "2026-02-02T03:04:05.000006+00:00",
        "given_by_id": "u1",
        "given_by": "Redaktør",
    }


def make_recipe(*, full: bool) -> Document:
    """A recipe, or another one."""
    if not full:
        return {"text": "", "made": "2026-01-02T03:04:05+00:00", "made_by": ""}
    return {
        "text": 'name = "ours"\n[weights]\nnearness = 1\n',
        "made": "2026-02-02T03:04:05.000006+00:00",
        "made_by": "Redaktør",
    }


def make_view(*, full: bool) -> Document:
    """A saved view of everything, or of a part with all that can be kept of it."""
    if not full:
        return {
            "title": "Alt",
            "note": None,
            "conditions": {},
            "look": {},
            "hidden": [],
            "selected": [],
            "notes": [],
            "window": None,
        }
    return {
        "title": "Mad i Valby",
        "note": "Til udvalgsmødet",
        "conditions": {"area": "Valby", "theme": "theme-1"},
        "look": {"colour": "kind"},
        "hidden": ["n1"],
        "selected": ["n2", "gone"],
        "notes": [{"x": 10.5, "y": -3.0, "text": "Her mangler et køkken"}],
        "window": {"x": 0.0, "y": 5.5, "scale": 0.75},
    }


def make_partnership(*, full: bool) -> Document:
    """A collaboration that is carried on, by nobody yet."""
    return {**partnerships.EMPTY, "shortlist_id": "s1" if full else None}


def make_party(*, full: bool) -> Document:
    """A party with contact and deputy, or with neither."""
    ends = {"collaboration_id": "c1", "organisation_id": "n1" if full else "n2"}
    if not full:
        return {**partnerships.EMPTY_PARTY, **ends}
    return {
        **ends,
        "contact_name": "Formanden",
        "contact_email": "formand@samspil.example",
        "contact_phone": "+45 00 11 22 33",
        "deputy_name": "Næstformanden",
        "deputy_email": "naest@samspil.example",
        "language": "en",
    }


def make_purpose(*, full: bool) -> Document:
    """A text that was agreed on, or none."""
    if not full:
        return {**purposes.EMPTY}
    texts = {"purpose": "At spise sammen", "target_group": "Ældre"}
    return {**purposes.EMPTY, "texts": texts, "heard": "yes", "laid_open": True, "edition": 2}


def make_agreement(*, full: bool) -> Document:
    """A draft with one section, or an empty one."""
    sections = {"money": {"resources": "Køkkenet"}} if full else {}
    return {**agreements.EMPTY, "sections": sections}


def make_anchoring_plan(*, full: bool) -> Document:
    """A plan with an answer and a grant, or an empty one."""
    if not full:
        return {**anchoring.EMPTY}
    grant = {"source": "Puljen", "amount": 12500.5, "end": "2027-02-28"}
    return {"answers": {"what": "Maden"}, "by_when": "2026-12-01", "grants": [grant]}


def make_talk(*, full: bool) -> Document:
    """A talk that was held, or one of which nothing is known."""
    if not full:
        return {**anchoring.EMPTY_TALK, "collaboration_id": "c1"}
    decision = {"what": "Søge fonde", "owner": "n1", "day": "2026-09-01", "done": False}
    return {
        **anchoring.EMPTY_TALK,
        "collaboration_id": "c1",
        "kind": "midway",
        "end": "2026-12-31",
        "held": "2026-06-28",
        "log": "Kort",
        "decisions": [decision],
    }


def make_event(*, full: bool) -> Document:
    """An event with day and plan, or with its title alone."""
    if not full:
        return {**events.EMPTY, "title": "Partnertræf"}
    return {**events.EMPTY, "title": "Partnertræf", "day": "2027-01-14", "starts": "17:00"}


def make_intention(*, full: bool) -> Document:
    """What two mean to do, or that they mean to do something."""
    ends = {"event_id": "e1", "a_id": "n1", "b_id": "n2" if full else "n3"}
    return {**events.EMPTY_INTENTION, **ends, "text": "Spise sammen" if full else None}


BESIDE: Mapping[str, Mapping[str, Document]] = {
    "collaboration": {key: make_collaboration(full=False) for key in ("c1", "x", "y", "s")},
    "shortlist": {"s1": make_shortlist(full=False)},
    "brief": {"b1": make_brief(full=False)},
    "event": {"e1": make_event(full=False)},
}
"""What the records below refer to; the first have the ids that tests give to what they make."""

MAKERS: Mapping[str, Callable[..., Document]] = {
    "organisation": make_organisation,
    "collaboration": make_collaboration,
    "tie": make_tie,
    "shortlist": make_shortlist,
    "brief": make_brief,
    "verdict": make_verdict,
    "recipe": make_recipe,
    "view": make_view,
    "partnership": make_partnership,
    "party": make_party,
    "purpose": make_purpose,
    "agreement": make_agreement,
    "anchoring_plan": make_anchoring_plan,
    "talk": make_talk,
    "event": make_event,
    "intention": make_intention,
}
"""Of every kind of record, but for the one of which there is at most one."""
