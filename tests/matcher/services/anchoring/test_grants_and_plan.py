"""Grants and plans: written, refused kindly, and nobody's change lost."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from matcher.errors import Refusal
from matcher.services.anchoring import (
    edit_grants,
    edit_plan,
    save_grants,
    save_plan,
    show_anchoring,
)
from matcher.services.forms import Form, Saved
from matcher.services.installation import Installation
from matcher.store import documents
from tests.factories import ADMINISTRATOR, EDITOR, READER
from tests.matcher.services.anchoring.conftest import TODAY


def write_grants(
    installation: Installation, key: str, *rows: dict[str, str], actor: Any = EDITOR, **own: str
) -> Saved:
    """Open the form, change it, and save it."""
    page = edit_grants(installation, actor, key)
    form = Form(values={**page.form.values, **own}, rows={"grants": rows})
    return save_grants(installation, actor, key, form, version=page.version, as_of=TODAY)


def grant(source: str = "", amount: str = "", end: str = "") -> dict[str, str]:
    """A row of the form."""
    return {"source": source, "amount": amount, "end": end}


def read(installation: Installation, record: str, key: str) -> dict[str, Any]:
    """A record."""
    with installation.reading() as session:
        return documents.read(session, record, [key])[key]


def test_the_own_grant_is_the_collaborations_record(
    installation: Installation, garden: SimpleNamespace
) -> None:
    write_grants(installation, garden.key, funding_amount="12.500,50", funding_end="2028-02-29")
    record = read(installation, "collaboration", garden.key)
    assert (record["funding_amount"], record["funding_end"]) == (12500.5, "2028-02-29")
    assert record["title"] == "Haven"


@pytest.mark.parametrize("written", ["12.500,50", "12,500.50", "12500,5", "kr. 12.500,50"])
def test_amounts_are_read_as_danes_and_english_write_them(
    installation: Installation, garden: SimpleNamespace, written: str
) -> None:
    write_grants(installation, garden.key, grant("Fonden", written, "30-06-2027"))
    kept = read(installation, "anchoring_plan", garden.key)["grants"]
    assert kept == [{"source": "Fonden", "amount": 12500.5, "end": "2027-06-30"}]


def test_what_cannot_be_read_is_refused_by_field(
    installation: Installation, garden: SimpleNamespace
) -> None:
    with pytest.raises(Refusal) as refused:
        write_grants(
            installation,
            garden.key,
            grant("Fonden", "mange penge", "2024-12-31"),
            funding_end="2024-01-01",
            funding_amount="-5",
        )
    assert set(refused.value.details["fields"]) == {
        "funding_amount", "funding_end", "grants-0-amount", "grants-0-end",
    }  # fmt: skip
    assert read(installation, "collaboration", garden.key)["funding_end"] == "2027-12-31"


def test_two_who_write_grants_lose_nothing(
    installation: Installation, garden: SimpleNamespace
) -> None:
    page = edit_grants(installation, EDITOR, garden.key)
    write_grants(installation, garden.key, grant("Fonden"), actor=ADMINISTRATOR)
    mine = Form(values={**page.form.values, "funding_amount": "1"}, rows={"grants": ()})
    with pytest.raises(Refusal) as refused:
        save_grants(installation, EDITOR, garden.key, mine, version=page.version, as_of=TODAY)
    assert refused.value.code == "conflict"
    merged = refused.value.details["form"]
    assert merged.values["funding_amount"] == "1"
    assert merged.rows["grants"] == (grant("Fonden"),)
    version = refused.value.details["version"]
    save_grants(installation, EDITOR, garden.key, merged, version=version, as_of=TODAY)
    assert read(installation, "collaboration", garden.key)["funding_amount"] == 1.0


def test_saving_what_is_there_changes_nothing(
    installation: Installation, garden: SimpleNamespace
) -> None:
    assert not write_grants(installation, garden.key).changed
    assert read(installation, "anchoring_plan", garden.key)["grants"] == []


def write_plan(installation: Installation, key: str, **values: str) -> Saved:
    """Open the plan, change it, and save it."""
    page = edit_plan(installation, EDITOR, key)
    form = Form(values={**page.form.values, **values})
    return save_plan(installation, EDITOR, key, form, version=page.version, as_of=TODAY)


def test_a_plan_keeps_its_answers(installation: Installation, garden: SimpleNamespace) -> None:
    write_plan(installation, garden.key, what="Maden", by_when="2027-06-01")
    write_plan(installation, garden.key, who="Beboerhuset")
    page = show_anchoring(installation, READER, garden.key, as_of=TODAY)
    assert {q.id: answer for q, answer in page.answers if answer} == {
        "what": "Maden",
        "who": "Beboerhuset",
    }
    assert (page.by_when, page.planned) == (date(2027, 6, 1), True)


def test_a_plan_is_settled_after_the_start(
    installation: Installation, garden: SimpleNamespace
) -> None:
    with pytest.raises(Refusal) as refused:
        write_plan(installation, garden.key, by_when="2020-01-01")
    assert set(refused.value.details["fields"]) == {"by_when"}


def test_who_begins_answers_for_it(installation: Installation, garden: SimpleNamespace) -> None:
    write_plan(installation, garden.key, what="Maden")
    with installation.reading() as session:
        assert garden.key in documents.read(session, "partnership")
        assert len(documents.read(session, "party")) == 3


@pytest.mark.parametrize("ask", [edit_grants, edit_plan])
def test_readers_do_not_write_and_nothing_is_not_found(
    installation: Installation, garden: SimpleNamespace, ask: Any
) -> None:
    with pytest.raises(Refusal) as refused:
        ask(installation, READER, garden.key)
    assert refused.value.code == "forbidden"
    with pytest.raises(Refusal) as refused:
        ask(installation, EDITOR, "no such")
    assert refused.value.code == "not_found"
