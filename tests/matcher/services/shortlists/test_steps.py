"""Steps with candidates: taken, sent twice, corrected, taken back; and the verdict of a no."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest

from matcher.errors import Refusal
from matcher.services.history import show_history, undo_change
from matcher.services.installation import Installation
from matcher.services.shortlists import (
    EntryView,
    StepText,
    correct_step,
    list_shortlists,
    show_shortlist,
    take_back_step,
    take_step,
)
from matcher.services.turned_down import turned_down
from matcher.services.verdicts import give_verdict, list_verdicts
from matcher.store import documents
from matcher.store.queries import history
from matcher.wording.say import say
from tests.factories import ADMINISTRATOR, EDITOR, READER, make_brief, make_shortlist, make_step
from tests.neighbourhood import make_neighbourhood

TODAY = date(2026, 3, 1)
MET = StepText(state="met", day="2026-02-20", note="De vil gerne", next_day="5-3-2026")
NO = StepText(state="declined", day="2026-02-20", reason="too_busy", note="Til efteråret")


@pytest.fixture
def shortlist(installation: Installation) -> str:
    make_neighbourhood(installation)
    return make_shortlist(installation, "Høstfest", "house", ["school", "cafe"])


def cafe(installation: Installation, shortlist: str) -> EntryView:
    """The café as it stands."""
    return show_shortlist(installation, READER, shortlist).entries[1]


def said(installation: Installation, **whose: str) -> tuple[str, str | None] | None:
    """The verdict on the café and its reason."""
    found = list_verdicts(installation, READER, **whose).get("cafe")
    return None if found is None else (found.verdict, found.reason)


def test_a_step_is_dated_by_somebody_with_a_note_and_a_next_day(
    installation: Installation, shortlist: str
) -> None:
    done = take_step(installation, EDITOR, shortlist, "cafe", MET, as_of=TODAY)
    assert done.changed
    entry = cafe(installation, shortlist)
    (step,) = entry.steps
    assert entry.status == step.state == "met"
    assert (step.day, step.next_day) == (date(2026, 2, 20), date(2026, 3, 5))
    assert (step.by, step.note) == (EDITOR.name, "De vil gerne")
    (newest, *_) = show_history(installation, READER, "shortlist", shortlist).changes
    (told,) = newest.fields[0].added
    assert "De vil gerne" in say(told, "en")
    undo_change(installation, EDITOR, newest.id)
    assert cafe(installation, shortlist).steps == ()


def test_the_same_step_sent_twice_is_one(installation: Installation, shortlist: str) -> None:
    mark = cafe(installation, shortlist).mark
    for changed in (True, False):
        done = take_step(installation, EDITOR, shortlist, "cafe", MET, as_of=TODAY, mark=mark)
        assert done.changed is changed
    assert len(cafe(installation, shortlist).steps) == 1


def test_nobodys_step_is_lost_and_both_are_shown(
    installation: Installation, shortlist: str
) -> None:
    mark = cafe(installation, shortlist).mark
    take_step(installation, ADMINISTRATOR, shortlist, "cafe", MET, as_of=TODAY, mark=mark)
    with pytest.raises(Refusal) as refusal:
        take_step(installation, EDITOR, shortlist, "cafe", NO, as_of=TODAY, mark=mark)
    assert refusal.value.code == "conflict"
    fields = refusal.value.details["fields"]
    assert isinstance(fields, Mapping)
    assert fields["state"].values["name"] == ADMINISTRATOR.name
    now = cafe(installation, shortlist).mark
    take_step(installation, EDITOR, shortlist, "cafe", NO, as_of=TODAY, mark=now)
    assert [step.state for step in cafe(installation, shortlist).steps] == ["met", "declined"]


def test_two_at_different_candidates_never_meet(installation: Installation, shortlist: str) -> None:
    school, other = show_shortlist(installation, READER, shortlist).entries
    for entry in (school, other):
        take_step(installation, EDITOR, shortlist, entry.id, MET, as_of=TODAY, mark=entry.mark)
    states = [each.status for each in show_shortlist(installation, READER, shortlist).entries]
    assert states == ["met", "met"]


def test_going_back_is_said_and_done(installation: Installation, shortlist: str) -> None:
    make_step(installation, shortlist, "cafe", "agreed", as_of=TODAY)
    again = StepText(state="contacted", day="2026-03-01")
    done = take_step(installation, EDITOR, shortlist, "cafe", again, as_of=TODAY)
    assert len(done.notes) == 1
    assert cafe(installation, shortlist).status == "contacted"


@pytest.mark.parametrize(
    ("text", "field"),
    [
        (StepText(state="married", day="2026-03-01"), "state"),
        (StepText(state="met", day=""), "day"),
        (StepText(state="met", day="i går"), "day"),
        (StepText(state="met", day="2026-03-02"), "day"),
        (StepText(state="met", day="2026-03-01", next_day="2026-02-28"), "next_day"),
        (StepText(state="met", day="2026-03-01", next_day="snart"), "next_day"),
        (StepText(state="declined", day="2026-03-01", reason="whim"), "reason"),
        (StepText(state="met", day="2026-03-01", note="x" * 5001), "note"),
    ],
)
def test_what_cannot_be_saved_is_said_at_its_field(
    installation: Installation, shortlist: str, text: StepText, field: str
) -> None:
    with pytest.raises(Refusal) as refusal:
        take_step(installation, EDITOR, shortlist, "cafe", text, as_of=TODAY)
    assert list(refusal.value.details["fields"]) == [field]  # type: ignore[call-overload]
    assert cafe(installation, shortlist).steps == ()


def test_a_correction_stays_by_whom_the_step_was_taken(
    installation: Installation, shortlist: str
) -> None:
    take_step(installation, EDITOR, shortlist, "cafe", MET, as_of=TODAY)
    mark = cafe(installation, shortlist).mark
    better = StepText(state="answered", day="2026-02-19")
    for changed in (True, False):
        done = correct_step(
            installation, ADMINISTRATOR, shortlist, "cafe", better, as_of=TODAY, mark=mark
        )
        assert done.changed is changed
    (step,) = cafe(installation, shortlist).steps
    assert (step.state, step.by, step.note) == ("answered", EDITOR.name, None)
    with pytest.raises(Refusal) as refusal:
        correct_step(installation, ADMINISTRATOR, shortlist, "cafe", MET, as_of=TODAY, mark=mark)
    assert refusal.value.code == "conflict"


def test_a_step_taken_back_leaves_what_was_before(
    installation: Installation, shortlist: str
) -> None:
    make_step(installation, shortlist, "cafe", "contacted", as_of=TODAY)
    make_step(installation, shortlist, "cafe", "agreed", as_of=TODAY)
    mark = cafe(installation, shortlist).mark
    take_back_step(installation, EDITOR, shortlist, "cafe", mark=mark)
    assert cafe(installation, shortlist).status == "contacted"
    with pytest.raises(Refusal) as refusal:
        take_back_step(installation, EDITOR, shortlist, "cafe", mark=mark)
    assert refusal.value.code == "conflict"
    take_back_step(installation, EDITOR, shortlist, "cafe")
    assert cafe(installation, shortlist).status == "suggested"
    with pytest.raises(Refusal) as refusal:
        take_back_step(installation, EDITOR, shortlist, "cafe")
    assert refusal.value.code == "not_found"


def test_an_entry_older_than_steps_keeps_its_state(
    installation: Installation, shortlist: str
) -> None:
    with installation.writing(EDITOR) as work:
        found = documents.read(work.session, "shortlist", [shortlist])
        entries = [{**each, "status": "met"} for each in found[shortlist]["entries"]]
        documents.write(work, "shortlist", {shortlist: {**found[shortlist], "entries": entries}})
        work.commit()
    assert (cafe(installation, shortlist).status, cafe(installation, shortlist).steps) == (
        "met",
        (),
    )
    make_step(installation, shortlist, "cafe", "agreed", as_of=TODAY)
    take_back_step(installation, EDITOR, shortlist, "cafe")
    assert cafe(installation, shortlist).status == "met"


def test_a_no_with_a_reason_is_a_verdict_and_follows_its_step(
    installation: Installation, shortlist: str
) -> None:
    take_step(installation, EDITOR, shortlist, "cafe", NO, as_of=TODAY)
    assert said(installation, asker="house") == ("not_relevant", "too_busy")
    other = StepText(state="declined", day="2026-02-20", reason="too_far")
    correct_step(installation, EDITOR, shortlist, "cafe", other, as_of=TODAY)
    assert said(installation, asker="house") == ("not_relevant", "too_far")
    take_back_step(installation, EDITOR, shortlist, "cafe")
    assert said(installation, asker="house") is None
    assert "cafe" not in turned_down(installation, asker="house")


def test_a_no_without_a_reason_is_no_verdict(installation: Installation, shortlist: str) -> None:
    make_step(installation, shortlist, "cafe", "declined", as_of=TODAY)
    assert said(installation, asker="house") is None
    assert "cafe" in turned_down(installation, asker="house")


def test_a_no_that_was_overcome_is_no_verdict_any_longer(
    installation: Installation, shortlist: str
) -> None:
    take_step(installation, EDITOR, shortlist, "cafe", NO, as_of=TODAY)
    make_step(installation, shortlist, "cafe", "contacted", as_of=TODAY)
    assert said(installation, asker="house") is None
    take_back_step(installation, EDITOR, shortlist, "cafe")
    assert said(installation, asker="house") == ("not_relevant", "too_busy")


def test_what_was_said_before_the_no_comes_back(installation: Installation, shortlist: str) -> None:
    give_verdict(installation, EDITOR, asker="house", candidate="cafe", verdict="relevant")
    take_step(installation, EDITOR, shortlist, "cafe", NO, as_of=TODAY)
    take_back_step(installation, EDITOR, shortlist, "cafe")
    assert said(installation, asker="house") == ("relevant", None)


def test_a_verdict_that_somebody_changed_stays(installation: Installation, shortlist: str) -> None:
    take_step(installation, EDITOR, shortlist, "cafe", NO, as_of=TODAY)
    give_verdict(installation, EDITOR, asker="house", candidate="cafe", verdict="hide")
    take_back_step(installation, EDITOR, shortlist, "cafe")
    assert said(installation, asker="house") == ("hide", None)


def test_a_verdict_that_was_there_already_is_not_the_steps_own(
    installation: Installation, shortlist: str
) -> None:
    give_verdict(
        installation,
        EDITOR,
        asker="house",
        candidate="cafe",
        verdict="not_relevant",
        reason="too_busy",
        note="Til efteråret",
    )
    take_step(installation, EDITOR, shortlist, "cafe", NO, as_of=TODAY)
    take_back_step(installation, EDITOR, shortlist, "cafe")
    assert said(installation, asker="house") == ("not_relevant", "too_busy")


def test_a_no_to_a_kept_idea_is_a_verdict_on_that_idea(
    installation: Installation, shortlist: str
) -> None:
    brief = make_brief(installation, "Idé")
    with installation.writing(EDITOR) as work:
        found = documents.read(work.session, "shortlist", [shortlist])
        documents.write(work, "shortlist", {shortlist: {**found[shortlist], "brief": brief}})
        work.commit()
    take_step(installation, EDITOR, shortlist, "cafe", NO, as_of=TODAY)
    assert said(installation, brief=brief) == ("not_relevant", "too_busy")
    assert said(installation, asker="house") is None
    assert "cafe" in turned_down(installation, asker=None, brief=brief)


def test_a_no_to_nobody_in_particular_tells_nobody(installation: Installation) -> None:
    make_neighbourhood(installation)
    key = make_shortlist(installation, "Løs idé", None, ["school", "cafe"])
    take_step(installation, EDITOR, key, "cafe", NO, as_of=TODAY)
    with installation.reading() as session:
        assert documents.read(session, "verdict") == {}


def test_the_list_tells_with_how_many_something_is_to_be_done(
    installation: Installation, shortlist: str
) -> None:
    long_ago = date(2026, 1, 5)
    make_step(installation, shortlist, "cafe", "contacted", day=long_ago, as_of=TODAY)
    make_step(installation, shortlist, "school", "met", as_of=TODAY, next_day="2026-04-01")
    (line,) = list_shortlists(installation, READER, as_of=TODAY)
    assert line.overdue == 1
    (line,) = list_shortlists(installation, READER, as_of=date(2026, 4, 1))
    assert line.overdue == 2


def test_readers_take_no_steps(installation: Installation, shortlist: str) -> None:
    for verb in (
        lambda: take_step(installation, READER, shortlist, "cafe", MET, as_of=TODAY),
        lambda: correct_step(installation, READER, shortlist, "cafe", MET, as_of=TODAY),
        lambda: take_back_step(installation, READER, shortlist, "cafe"),
    ):
        with pytest.raises(Refusal) as refusal:
            verb()
        assert refusal.value.code == "forbidden"
    with installation.reading() as session:
        assert history.count(session, ["shortlist"], shortlist) == 1
