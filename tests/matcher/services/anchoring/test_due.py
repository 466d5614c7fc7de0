"""What anchoring has people do, and when."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace

from matcher.partnership.due import Due
from matcher.services.anchoring import hold_talk, save_talk
from matcher.services.anchoring.due import due
from matcher.services.due.gather import gather
from matcher.services.forms import Form
from matcher.services.installation import Installation
from matcher.store import documents
from matcher.wording.message import message
from tests.factories import EDITOR, make_collaboration, make_organisation, make_parties
from tests.matcher.services.anchoring.conftest import TODAY
from tests.matcher.services.dues import HERE


def all_due(installation: Installation, today: date = TODAY) -> list[Due]:
    """All of it."""
    with installation.reading() as session:
        return list(due(session, today, HERE))


def told(installation: Installation, today: date = TODAY) -> list[tuple[str, str]]:
    """Kind and day."""
    return [(each.kind, each.day.isoformat()) for each in all_due(installation, today)]


def test_a_list_that_was_imported_asks_only_before_the_money_ends(
    installation: Installation, garden: SimpleNamespace
) -> None:
    old = {"start": date(2015, 1, 1)}
    make_collaboration(installation, "Gammel", [garden.a, garden.b], **old)
    make_collaboration(installation, "Forbi", [garden.a], funding_end=date(2020, 1, 1), **old)
    (only,) = all_due(installation)
    assert (only.kind, only.day, only.path) == ("talk", date(2026, 12, 31), "/anchoring")
    assert (only.user, only.party) == (None, None)


def test_all_that_nobody_carries_on_is_one_line_until_somebody_does(
    installation: Installation, garden: SimpleNamespace
) -> None:
    ends = {"Snart": date(2027, 1, 31), "Sent": date(2028, 6, 1), "Midt i": date(2027, 6, 30)}
    keys = {
        title: make_collaboration(installation, title, [garden.a, garden.b], funding_end=end)
        for title, end in ends.items()
    }
    held = date(2027, 1, 15)
    (line,) = all_due(installation, held)  # the garden's money ends on 2027-12-31
    assert line.text.n == 3
    assert line.day == date(2026, 10, 31)  # the newest talk before what ends first
    assert "collaborations ends within a year" in (line.text.plural or "")
    make_parties(installation, keys["Snart"])
    titles = [each.about for each in all_due(installation, held) if each.kind == "talk"]
    assert titles == ["Snart", message("Grants that end")]
    (line,) = [each for each in all_due(installation, held) if each.key == "talk:nobody"]
    assert (line.text.n, line.day) == (2, date(2026, 12, 30))
    (line,) = [
        each for each in all_due(installation, date(2027, 7, 1)) if each.key == "talk:nobody"
    ]
    assert line.text.n == 2  # what has ended is not asked for; what ends last has come


def test_what_nobody_carries_on_is_told_of_before_it_comes(
    installation: Installation, garden: SimpleNamespace
) -> None:
    (line,) = all_due(installation, date(2026, 1, 1))
    assert (line.day, line.text.n) == (date(2026, 12, 31), 1)
    assert all_due(installation, date(2028, 1, 1)) == []


def test_who_carries_it_on_is_asked_for_all_of_it(
    installation: Installation, garden: SimpleNamespace
) -> None:
    make_parties(installation, garden.key)
    assert told(installation) == [
        ("talk", "2026-07-02"),
        ("talk", "2026-12-31"),
        ("talk", "2027-06-30"),
        ("talk", "2027-09-30"),
        ("plan", "2027-06-30"),
        ("end", "2027-12-31"),
    ]
    keys = [each.key for each in all_due(installation)]
    assert len(keys) == len(set(keys))
    assert keys[1:] == [each.key for each in all_due(installation, date(2026, 12, 1))][1:]


def test_a_decision_is_its_partys_too(installation: Installation, garden: SimpleNamespace) -> None:
    parties = make_parties(installation, garden.key, contact_email="k@a.example")
    page = hold_talk(installation, EDITOR, garden.key, as_of=TODAY)
    row = {"what": "Søge", "owner": "Beboerhuset", "day": "2027-01-15", "decision_id": ""}
    form = Form(values=page.form.values, rows={"decisions": (row,)})
    save_talk(installation, EDITOR, garden.key, page.key, form, version=0, as_of=TODAY)
    found = [each for each in all_due(installation) if each.kind == "decision"]
    assert [each.party for each in found] == [None, parties[garden.a]]
    assert {each.day for each in found} == {date(2027, 1, 15)}

    # A party that has left has nothing to do any more.
    with installation.writing(EDITOR) as work:
        record = documents.read(work.session, "collaboration", [garden.key])[garden.key]
        there = [p for p in record["participants"] if p["organisation"] != garden.a]
        documents.write(work, "collaboration", {garden.key: {**record, "participants": there}})
        work.commit()
    with installation.reading() as session:
        tasks = gather(installation, session, TODAY)
    assert [task.party for task in tasks if task.due.kind == "decision"] == [None]


def test_a_plan_that_is_settled_asks_no_more(
    installation: Installation, garden: SimpleNamespace
) -> None:
    make_parties(installation, garden.key)
    with installation.writing(EDITOR) as work:
        plan = {"answers": {"what": "Maden"}, "by_when": "2026-11-01", "grants": []}
        documents.write(work, "anchoring_plan", {garden.key: plan})
        work.commit()
    plans = [each for each in all_due(installation) if each.kind == "plan"]
    assert [each.day for each in plans] == [date(2026, 11, 1)]
    page = hold_talk(installation, EDITOR, garden.key, as_of=TODAY)
    save_talk(installation, EDITOR, garden.key, page.key, page.form, version=0, as_of=TODAY)
    assert [each for each in all_due(installation) if each.kind == "plan"] == []


def test_nothing_is_due_where_there_is_nothing(installation: Installation) -> None:
    make_collaboration(installation, "Ny", [make_organisation(installation)])
    assert told(installation) == []
