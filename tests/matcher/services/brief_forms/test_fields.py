"""The fields of a brief's form."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from matcher.exchange.brief_text import BriefText, NearText, NeedText, SlotText
from matcher.services.brief_forms import CHOICES, FIELDS, ROWS, form_of, said
from matcher.services.forms import Form

WHOLE = BriefText(
    title="Fællesspisning",
    purpose="Mad og snak",
    themes=("loneliness",),
    target_groups=("older",),
    needs=(NeedText(term="meeting-room", amount=1250.5, when="tirsdag"),),
    near=NearText(km=2.5, postcode="2450"),
    funding_source="Nordea-fonden",
    asker="house",
    members=("cafe",),
    sectors=("public",),
    exclude=("stranger",),
    slots=(SlotText(name="Vært", needs=("meeting-room", "transport"), sector="public"),),
)
NAMES = {"house": "Kulturhuset", "cafe": "Café Grøn", "stranger": "Ubeskrevet"}


def test_a_brief_is_shown_with_the_names_of_its_organisations() -> None:
    form = form_of(WHOLE, NAMES)
    assert form.values["asker"] == "Kulturhuset"
    assert form.values["asker_id"] == "house"
    assert form.values["km"] == "2.5"
    assert form.rows["members"] == ({"organisation": "Café Grøn", "organisation_id": "cafe"},)
    assert form.rows["slots"][0]["need2"] == "transport"
    assert set(form.values) == set(FIELDS)
    assert set(form.choices) == set(CHOICES)
    assert {part: set(row) for part, rows in form.rows.items() for row in rows} == {
        part: set(fields) for part, fields in ROWS.items()
    }


def test_an_empty_brief_is_an_empty_form() -> None:
    form = form_of(BriefText(), {})
    assert set(form.values.values()) == {""}
    assert not any(form.choices.values())
    assert not any(form.rows.values())
    assert said(form) == {}


def test_what_is_said_counts_its_rows_anew_and_has_nothing_empty() -> None:
    empty = dict.fromkeys(ROWS["needs"], "")
    form = Form(
        values={"purpose": "  Mad ", "title": ""},
        choices={"themes": ("food", "green")},
        rows={"needs": (empty, {**empty, "term": "transport"}, empty)},
    )
    assert said(form) == {
        "purpose": "Mad",
        "themes": ["food", "green"],
        "needs-0-term": "transport",
    }


@given(st.lists(st.sampled_from(["", "meeting-room", "transport"]), max_size=6))
def test_what_is_said_of_rows_keeps_their_order(terms: list[str]) -> None:
    rows = tuple({"term": term, "amount": "", "when": ""} for term in terms)
    found = said(Form(rows={"needs": rows}))
    assert list(found.values()) == [term for term in terms if term]
    assert list(found) == [f"needs-{at}-term" for at in range(len(found))]
