"""Random documents for the properties of forms and of the history."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from matcher.store.documents import collaborations, organisations
from tests.factories import TERMS

# What any storage takes and any form gives back: no control signs, no spaces around it.
TEXTS = (
    st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S", "Zs"]), max_size=20)
    .map(str.strip)
    .filter(bool)
)
MAYBE_TEXT = st.none() | TEXTS
# Names with semicolons between, as the form and the import keep them.
AREAS = st.none() | st.lists(
    TEXTS.filter(lambda text: not set(text) & set(";|") and not text.startswith("#")),
    min_size=1,
    max_size=3,
    unique=True,
).map("; ".join)
DAYS = st.dates().map(lambda day: day.isoformat())
NUMBERS = st.floats(allow_nan=False, allow_infinity=False, min_value=0, max_value=1e12)
YES_NO = st.sampled_from([None, True, False])
TEXT_FIELDS = (
    "cvr",
    "p_number",
    "description",
    "website",
    "email",
    "phone",
    "contact_person",
    "notes",
    "address",
    "postcode",
    "town",
)


def _some(vocabulary: str) -> st.SearchStrategy[list[str]]:
    return st.sets(st.sampled_from(sorted(TERMS[vocabulary]))).map(sorted)


def capacities() -> st.SearchStrategy[list[dict[str, Any]]]:
    """What an organisation offers or needs."""
    one = st.fixed_dictionaries(
        {
            "term": st.sampled_from(sorted(TERMS["capacity"])),
            "note": MAYBE_TEXT,
            "amount": st.none() | NUMBERS,
            "unit": MAYBE_TEXT,
            "when": MAYBE_TEXT,
            "until": st.none() | DAYS,
        }
    )
    return st.lists(one, max_size=3).map(
        lambda rows: sorted(rows, key=organisations.capacity_order)
    )


def organisation_documents() -> st.SearchStrategy[dict[str, Any]]:
    """Organisations without a parent, in every other way as records may be."""
    return st.fixed_dictionaries(
        {
            **dict.fromkeys(TEXT_FIELDS, MAYBE_TEXT),
            "name": TEXTS,
            "sector": st.sampled_from([None, "association", "public", "business"]),
            "kind": st.sampled_from([None, "club", "school"]),
            "parent": st.none(),
            "municipality": MAYBE_TEXT,
            "district": MAYBE_TEXT,
            "lat": st.none() | st.floats(-90, 90),
            "lon": st.none() | st.floats(-180, 180),
            "advertising_protected": st.booleans(),
            "hidden": st.booleans(),
            "may_pass_on": YES_NO,
            "open_to_partners": YES_NO,
            "offers": capacities(),
            "needs": capacities(),
            "themes": _some("theme"),
            "target_groups": _some("target_group"),
        }
    )


def collaboration_documents(partners: list[str]) -> st.SearchStrategy[dict[str, Any]]:
    """Collaborations of some of these organisations."""
    part = st.fixed_dictionaries(
        {"role": MAYBE_TEXT, "since": st.none() | DAYS, "until": st.none() | DAYS}
    )
    parts = st.dictionaries(st.sampled_from(sorted(partners)), part).map(
        lambda found: [{"organisation": key, **found[key]} for key in sorted(found)]
    )
    return st.fixed_dictionaries(
        {
            **dict.fromkeys(collaborations.PLAIN, st.none()),
            "title": TEXTS,
            "start": st.none() | DAYS,
            "end": st.none() | DAYS,
            "purpose": MAYBE_TEXT,
            "area": AREAS,
            "funding_source": MAYBE_TEXT,
            "funding_amount": st.none() | NUMBERS,
            "funding_end": st.none() | DAYS,
            "agreement": st.sampled_from([None, "none", "oral", "written"]),
            "themes": _some("theme"),
            "target_groups": _some("target_group"),
            "participants": parts,
        }
    )
