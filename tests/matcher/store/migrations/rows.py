"""A row or two of every table as the first step of the schema has them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

_WHEN = datetime.fromisoformat("2026-01-02T03:04:05.000006+00:00")
_RECORD = {"version": 3, "created": _WHEN, "updated": _WHEN}
_DAY = date(2026, 6, 30)


def _organisation(key: str, **more: Any) -> dict[str, Any]:
    texts = (
        "sector cvr p_number description website email phone contact_person notes address "
        "postcode town kind_key parent_id area_id lat lon may_pass_on open_to_partners"
    )
    return {
        **dict.fromkeys(texts.split()),
        **_RECORD,
        "id": key,
        "name": f"Ø{key}",
        "name_folded": f"oe{key}",
        "name_sort": f"|{key}",
        "advertising_protected": False,
        "hidden": False,
        **more,
    }


FIRST: Mapping[str, list[dict[str, Any]]] = {
    "area": [{"id": 1, "municipality": "København", "district": "Valby"}],
    "term": [
        {
            "key": 1,
            "vocabulary": "theme",
            "id": "green",
            "da": "Grønt",
            "en": "Green",
            "synonyms": ["have"],
            "group": None,
        },
        {
            "key": 2,
            "vocabulary": "kind",
            "id": "club",
            "da": "Klub",
            "en": "Club",
            "synonyms": [],
            "group": "x",
        },
    ],
    "user": [
        {
            "id": "u1",
            "created": _WHEN,
            "email": "u@example.org",
            "name": "U",
            "role": "editor",
            "language": "da",
            "password_hash": "h",
            "session_key": "s",
            "active": True,
        }
    ],
    "one_time_link": [
        {"token_hash": "t", "user_id": "u1", "created": _WHEN, "expires": _WHEN, "used": None}
    ],
    "access_link": [
        {
            "id": "l1",
            "token_hash": "a",
            "subject": "shortlist",
            "subject_id": "s1",
            "label": "Til Kim",
            "created": _WHEN,
            "created_by": "u1",
            "expires": _WHEN,
            "revoked": None,
        }
    ],
    "organisation": [
        _organisation("o1", kind_key=2, area_id=1, lat=55.6, lon=12.5, may_pass_on=True),
        _organisation("o2", parent_id="o1", sector="public", hidden=True),
    ],
    "organisation_identity": [{"source": "liste", "source_id": "7", "organisation_id": "o1"}],
    "organisation_interest": [{"organisation_id": "o1", "term_key": 1}],
    "capacity": [
        {
            "id": 1,
            "organisation_id": "o1",
            "side": "offers",
            "term_key": 1,
            "note": "n",
            "amount": 2.5,
            "unit": "timer",
            "when": "lørdag",
            "until": _DAY,
        }
    ],
    "collaboration": [
        {
            **_RECORD,
            "id": "c1",
            "title": "Fest",
            "title_folded": "fest",
            "title_sort": "fest",
            "start": _DAY,
            "end": None,
            "purpose": "At feste",
            "funding_source": "Puljen",
            "funding_amount": 12.5,
            "funding_end": _DAY,
            "agreement": "oral",
        }
    ],
    "collaboration_identity": [{"source": "liste", "source_id": "9", "collaboration_id": "c1"}],
    "collaboration_interest": [{"collaboration_id": "c1", "term_key": 1}],
    "participation": [
        {
            "collaboration_id": "c1",
            "organisation_id": "o1",
            "role": "vært",
            "since": _DAY,
            "until": None,
        }
    ],
    "tie": [
        {
            "id": "t1",
            "version": 2,
            "updated": _WHEN,
            "a_id": "o1",
            "b_id": "o2",
            "kind": "naboer",
            "source": "x",
            "reporter": "y",
            "date": _DAY,
            "end": None,
            "confidence": 0.5,
        }
    ],
    "shortlist": [{**_RECORD, "id": "s1", "title": "Liste", "organisation_id": "o1"}],
    "shortlist_entry": [
        {
            "shortlist_id": "s1",
            "organisation_id": "o2",
            "position": 0,
            "status": "met",
            "note": "n",
            "added": _WHEN,
            "why": {"score": 1.25},
        }
    ],
    "change": [
        {
            "id": number,
            "at": _WHEN,
            "actor_id": "u1",
            "actor_name": "U",
            "record": "organisation",
            "record_id": "o1",
            "action": "updated",
            "before": {"name": "Å"},
            "after": None,
            "undoes": undoes,
            "batch": None,
        }
        for number, undoes in ((1, None), (2, 1))
    ],
    "revision": [{"id": 1, "number": 5}],
    "revision_change": [{"number": 5, "record": "organisation", "record_id": "o1"}],
    "installation_value": [{"name": "session_key", "value": "geheim"}],
}
"""Every column of every table is named."""
