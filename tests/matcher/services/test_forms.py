"""Forms: rows that say something, and what two people typed put together."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from matcher.services.forms import Form, filled_rows, merge

TEXTS = st.sampled_from(["", "a", "b", " a "])
FORMS = st.builds(
    Form,
    values=st.fixed_dictionaries({"name": TEXTS, "town": TEXTS}),
    choices=st.fixed_dictionaries(
        {"themes": st.lists(st.sampled_from("xyz"), unique=True).map(tuple)}
    ),
    rows=st.fixed_dictionaries(
        {"offers": st.lists(st.fixed_dictionaries({"term": TEXTS}), max_size=2).map(tuple)}
    ),
)


def test_a_row_with_only_a_chosen_id_says_nothing() -> None:
    form = Form(
        rows={"p": ({"who": " ", "who_id": "7"}, {"who": " Huset ", "who_id": ""}, {"who": ""})}
    )
    assert filled_rows(form, "p") == [(1, {"who": "Huset", "who_id": ""})]
    assert filled_rows(form, "elsewhere") == []


@given(typed=FORMS, base=FORMS)
def test_when_nobody_else_changed_anything_all_typed_stays(typed: Form, base: Form) -> None:
    merged = merge(typed, base, base)
    for part in ("name", "town"):
        assert merged.text(part) == typed.text(part)
    assert set(merged.choices["themes"]) == set(typed.choices["themes"])


@given(base=FORMS, current=FORMS)
def test_when_nothing_was_typed_it_becomes_what_is_there(base: Form, current: Form) -> None:
    assert merge(base, base, current) == current


def test_each_keeps_what_they_touched() -> None:
    base = Form(values={"name": "Huset", "town": "Valby", "phone": "1"})
    mine = Form(values={"name": "Hytten", "town": "Valby", "phone": "2"})
    theirs = Form(values={"name": "Huset", "town": "Vanløse", "phone": "3"})
    merged = merge(mine, base, theirs)
    assert merged.values == {"name": "Hytten", "town": "Vanløse", "phone": "2"}


def test_empty_rows_and_line_ends_are_no_change() -> None:
    base = Form(values={"text": "a\nb"}, rows={"p": ({"x": "1"},)})
    sent = Form(values={"text": "a\r\nb "}, rows={"p": ({"x": "1"}, {"x": ""})})
    theirs = Form(values={"text": "c"}, rows={"p": ({"x": "2"},)})
    assert merge(sent, base, theirs) == theirs
