"""Writing a draft: section by section, together, without losing anybody's words."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from matcher.errors import Refusal
from matcher.services.agreements import edit_agreement, save_agreement, show_agreement
from matcher.services.forms import Form, Saved
from matcher.services.installation import Installation
from matcher.store import documents
from tests.factories import EDITOR, READER, make_collaboration, make_organisation
from tests.matcher.services.agreements.makers import TODAY, Pair, make_pair


def draft_of(pair: Pair) -> dict[str, Any]:
    with pair.installation.reading() as session:
        found = documents.read(session, "agreement", [pair.collaboration])
    sections: dict[str, Any] = found[pair.collaboration]["sections"]
    return sections


def save_roles(pair: Pair, *rows: dict[str, str], version: int | None = None) -> Saved:
    form = Form(values={"roles-overview": ""}, rows={"roles-tasks": rows})
    return save_agreement(
        pair.installation, EDITOR, pair.collaboration, form, "roles", version=version, as_of=TODAY
    )


def save_period(pair: Pair, start: str, end: str) -> Saved:
    values = {"period-start": start, "period-end": end, "period-renewal": ""}
    return save_agreement(
        pair.installation,
        EDITOR,
        pair.collaboration,
        Form(values=values),
        "period",
        version=None,
        as_of=TODAY,
    )


def test_a_section_is_written_and_the_others_stay(installation: Installation) -> None:
    pair = make_pair(installation)
    assert pair.write().changed
    assert pair.write("Huset", section="resources", field="money").changed
    assert not pair.write("Huset", section="resources", field="money").changed
    assert draft_of(pair) == {
        "stopping": {"notice": "Tre måneder"},
        "resources": {"money": "Huset"},
    }


def test_the_first_word_makes_the_organisations_parties(installation: Installation) -> None:
    one, two = make_organisation(installation, "En"), make_organisation(installation, "To")
    key = make_collaboration(installation, "Ny", [one, two])
    shown = edit_agreement(installation, EDITOR, key, "roles", language="en", as_of=TODAY)
    assert shown.parties == ((one, "En"), (two, "To"))
    save_agreement(installation, EDITOR, key, shown.form, "roles", version=0, as_of=TODAY)
    with installation.reading() as session:
        assert len(documents.read(session, "party")) == 2


def test_the_grid_keeps_tasks_with_their_parts(installation: Installation) -> None:
    pair = make_pair(installation)
    save_roles(
        pair,
        {"task": "Mad", pair.house: "responsible", pair.club: "told"},
        {"task": "", pair.house: "", pair.club: ""},
        {"task": "Musik", pair.house: "", pair.club: "conductor"},
    )
    assert draft_of(pair)["roles"]["tasks"] == [
        {"task": "Mad", "parts": {pair.house: "responsible", pair.club: "told"}},
        {"task": "Musik", "parts": {}},
    ]
    page = show_agreement(installation, EDITOR, pair.collaboration, language="en", as_of=TODAY)
    assert [(each.task, each.kind) for each in page.warnings] == [("Musik", "nobody")]


def test_a_part_without_its_task_is_pointed_out(installation: Installation) -> None:
    pair = make_pair(installation)
    with pytest.raises(Refusal) as refused:
        save_roles(pair, {"task": "", pair.house: "responsible", pair.club: ""})
    assert set(refused.value.details["fields"]) == {"roles-tasks-0-task"}  # type: ignore[call-overload]  # a dict of plain data


def test_what_a_party_did_is_kept_when_it_leaves(installation: Installation) -> None:
    pair = make_pair(installation)
    save_roles(pair, {"task": "Mad", pair.house: "responsible", pair.club: "told"})
    with installation.writing(EDITOR) as work:
        found = documents.read(work.session, "collaboration", [pair.collaboration])
        before = found[pair.collaboration]
        left = [
            {**each, "until": "2026-08-01"} if each["organisation"] == pair.house else each
            for each in before["participants"]
        ]
        after = {pair.collaboration: {**before, "participants": left}}
        documents.write(work, "collaboration", after, before=found)
        work.commit()
    save_roles(pair, {"task": "Mad", pair.club: "responsible"})
    assert draft_of(pair)["roles"]["tasks"] == [
        {"task": "Mad", "parts": {pair.house: "responsible", pair.club: "responsible"}}
    ]
    page = show_agreement(installation, EDITOR, pair.collaboration, language="en", as_of=TODAY)
    assert page.warnings == ()


@pytest.mark.parametrize(
    ("start", "end", "fields"),
    [
        ("2026-09-01", "2026-08-31", {"period-end"}),
        ("01-09-2026", "31-08-2026", {"period-end"}),
        ("2027", "2026", {"period-end"}),
        ("i morgen", "", {"period-start"}),
    ],
)
def test_dates_that_cannot_be_are_pointed_out(
    installation: Installation, start: str, end: str, fields: set[str]
) -> None:
    pair = make_pair(installation)
    with pytest.raises(Refusal) as refused:
        save_period(pair, start, end)
    assert refused.value.code == "invalid"
    assert set(refused.value.details["fields"]) == fields  # type: ignore[call-overload]  # a dict of plain data


def test_dates_follow_the_collaboration_until_they_are_changed(installation: Installation) -> None:
    pair = make_pair(installation, start=date(2026, 1, 1), end=date(2026, 12, 31))

    def shown() -> tuple[str, str]:
        form = edit_agreement(
            installation, EDITOR, pair.collaboration, "period", language="en", as_of=TODAY
        ).form
        return form.values["period-start"], form.values["period-end"]

    assert shown() == ("2026-01-01", "2026-12-31")
    assert not save_period(pair, *shown()).changed
    with pytest.raises(Refusal):
        save_period(pair, "2027-01-01", "2026-12-31")
    assert save_period(pair, "2026-01-01", "").changed
    assert shown() == ("2026-01-01", "")
    assert draft_of(pair)["period"] == {"end": None}


def test_two_who_write_in_different_sections_do_not_meet(installation: Installation) -> None:
    pair = make_pair(installation)
    pair.write(version=0)
    assert pair.write("Huset", section="resources", field="money", version=0).changed
    assert set(draft_of(pair)) == {"stopping", "resources"}


def test_two_who_write_in_one_section_lose_nothing(installation: Installation) -> None:
    pair = make_pair(installation)
    pair.write("Seks måneder", version=0)
    values = {"stopping-notice": "", "stopping-disagreement": "Tal sammen"}
    with pytest.raises(Refusal) as refused:
        save_agreement(
            installation,
            EDITOR,
            pair.collaboration,
            Form(values=values),
            "stopping",
            version=0,
            as_of=TODAY,
        )
    assert refused.value.code == "conflict"
    merged = refused.value.details["form"]
    assert isinstance(merged, Form)
    assert merged.values == {
        "stopping-notice": "Seks måneder",
        "stopping-disagreement": "Tal sammen",
    }
    changes = refused.value.details["changes"]
    assert changes[0].fields[0].added  # type: ignore[index]  # told changes


def test_readers_do_not_write_and_unknown_sections_are_refused(installation: Installation) -> None:
    pair = make_pair(installation)
    with pytest.raises(Refusal) as refused:
        edit_agreement(installation, READER, pair.collaboration, language="en", as_of=TODAY)
    assert refused.value.code == "forbidden"
    for key, section in ((pair.collaboration, "songs"), ("nothing", "stopping")):
        with pytest.raises(Refusal) as refused:
            edit_agreement(installation, EDITOR, key, section, language="en", as_of=TODAY)
        assert refused.value.code == "not_found"
