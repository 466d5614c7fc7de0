"""A pulse is opened once, answered by parties that take part, and told together."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, timedelta

import pytest
from sqlalchemy import func, select

from matcher.errors import Refusal
from matcher.services.due.show import show_due
from matcher.services.installation import Installation
from matcher.services.parties import PartyHere, party_here
from matcher.services.pulses import (
    AnswerForm,
    answer_pulse,
    close_pulse,
    open_pulse,
    party_pulse,
    pulse_stage,
    show_pulse,
    waits_for,
)
from matcher.services.pulses.due import due
from matcher.store import documents
from matcher.store.queries import pulses
from matcher.store.tables import Change
from tests.factories import (
    ADMINISTRATOR,
    EDITOR,
    READER,
    make_collaboration,
    make_organisation,
    make_participant,
    make_parties,
    make_personal_link,
)
from tests.matcher.services.dues import HERE

TODAY = date.today()
NAMES = ("Ældre Sagen", "Plejehjemmet", "Kirken", "Skolen")


@pytest.fixture
def carried_on(installation: Installation) -> Callable[..., tuple[str, list[PartyHere]]]:
    """Makes a collaboration of so many parties; gives its id and the parties."""

    def make(number: int = 3, **fields: object) -> tuple[str, list[PartyHere]]:
        ends = [make_organisation(installation, name) for name in NAMES[:number]]
        collaboration = make_collaboration(installation, "Havedag", ends, **fields)
        parties = make_parties(installation, collaboration)
        return collaboration, [entered(installation, parties[end]) for end in ends]

    return make


def entered(installation: Installation, party: str, today: date = TODAY) -> PartyHere:
    """The party as its link lets it in."""
    token = make_personal_link(installation, "party", party).rpartition("/")[2]
    return party_here(installation, token, today)


def running(installation: Installation, collaboration: str, today: date = TODAY) -> str:
    """The id of the pulse that runs."""
    found = show_pulse(installation, READER, collaboration, today=today).running
    assert found is not None
    return found.id


def answered(
    installation: Installation,
    collaboration: str,
    parties: Iterable[PartyHere],
    ratings: Iterable[str],
    laid_open: Iterable[str] = (),
) -> None:
    """Each of the parties answers one question so."""
    pulse = running(installation, collaboration)
    for party, rating in zip(parties, ratings, strict=True):
        form = AnswerForm(pulse=pulse, ratings={"aim": rating}, open=frozenset(laid_open))
        answer_pulse(installation, party, form, today=TODAY)


def aim(installation: Installation, collaboration: str) -> tuple[int, ...] | None:
    """What the last reading tells of one question."""
    found = show_pulse(installation, READER, collaboration, today=TODAY).readings[-1].result
    return found.themes[0].questions[2].counts


def test_three_answers_are_told_once_the_pulse_is_closed(
    installation: Installation, carried_on: Callable[..., tuple[str, list[PartyHere]]]
) -> None:
    collaboration, parties = carried_on()
    assert open_pulse(installation, EDITOR, collaboration, today=TODAY)
    answered(installation, collaboration, parties, ("1", "5", "5"))
    page = show_pulse(installation, READER, collaboration, today=TODAY)
    assert page.running is not None
    assert (page.running.answered, page.running.parties, page.readings) == (3, 3, ())
    assert page.running.until == TODAY + timedelta(days=14)
    assert close_pulse(installation, EDITOR, collaboration, today=TODAY)
    assert aim(installation, collaboration) == (1, 0, 0, 0, 2)
    page = party_pulse(installation, parties[0], today=TODAY).page
    assert [each.question for each in page.starters] == ["aim"]
    assert not close_pulse(installation, EDITOR, collaboration, today=TODAY)


def test_pressing_twice_opens_one(
    installation: Installation, carried_on: Callable[..., tuple[str, list[PartyHere]]]
) -> None:
    collaboration, _parties = carried_on()
    assert open_pulse(installation, EDITOR, collaboration, today=TODAY)
    assert not open_pulse(installation, EDITOR, collaboration, today=TODAY)
    close_pulse(installation, EDITOR, collaboration, today=TODAY)
    assert len(show_pulse(installation, READER, collaboration, today=TODAY).readings) == 1


def test_pulses_of_one_day_stand_in_the_order_in_which_they_were_taken(
    installation: Installation, carried_on: Callable[..., tuple[str, list[PartyHere]]]
) -> None:
    collaboration, _parties = carried_on()
    taken = []
    for _ in range(4):
        open_pulse(installation, EDITOR, collaboration, today=TODAY)
        taken.append(running(installation, collaboration))
        close_pulse(installation, EDITOR, collaboration, today=TODAY)
    with installation.reading() as session:
        assert [each.id for each in pulses.lines(session)[collaboration]] == taken


def test_answering_again_replaces_what_is_answered_again(
    installation: Installation, carried_on: Callable[..., tuple[str, list[PartyHere]]]
) -> None:
    collaboration, parties = carried_on()
    open_pulse(installation, EDITOR, collaboration, today=TODAY)
    answered(installation, collaboration, parties, ("1", "1", "1"))
    pulse = running(installation, collaboration)
    other = AnswerForm(pulse=pulse, ratings={"heard": "unknown", "roles": "7", "x": "1"})
    assert answer_pulse(installation, parties[0], other, today=TODAY) == 10
    assert party_pulse(installation, parties[0], today=TODAY).left_out == 10
    answered(installation, collaboration, parties[:1], ("5",))
    close_pulse(installation, EDITOR, collaboration, today=TODAY)
    assert aim(installation, collaboration) == (2, 0, 0, 0, 1)


def test_nothing_answered_is_refused(
    installation: Installation, carried_on: Callable[..., tuple[str, list[PartyHere]]]
) -> None:
    collaboration, parties = carried_on()
    open_pulse(installation, EDITOR, collaboration, today=TODAY)
    form = AnswerForm(pulse=running(installation, collaboration), ratings={"aim": ""})
    with pytest.raises(Refusal) as refused:
        answer_pulse(installation, parties[0], form, today=TODAY)
    assert refused.value.code == "invalid"


def test_a_late_answer_is_refused(
    installation: Installation, carried_on: Callable[..., tuple[str, list[PartyHere]]]
) -> None:
    collaboration, parties = carried_on()
    open_pulse(installation, EDITOR, collaboration, TODAY.isoformat(), today=TODAY)
    form = AnswerForm(pulse=running(installation, collaboration), ratings={"aim": "3"})
    with pytest.raises(Refusal) as refused:
        answer_pulse(installation, parties[0], form, today=TODAY + timedelta(days=1))
    assert refused.value.code == "conflict"
    # Also where another pulse runs meanwhile: the form was of the one before.
    open_pulse(installation, EDITOR, collaboration, "", today=TODAY + timedelta(days=1))
    with pytest.raises(Refusal) as refused:
        answer_pulse(installation, parties[0], form, today=TODAY + timedelta(days=1))
    assert refused.value.code == "conflict"


def test_two_parties_choose_what_they_lay_open(
    installation: Installation, carried_on: Callable[..., tuple[str, list[PartyHere]]]
) -> None:
    collaboration, parties = carried_on(2)
    open_pulse(installation, EDITOR, collaboration, today=TODAY)
    assert party_pulse(installation, parties[0], today=TODAY).two
    answered(installation, collaboration, parties, ("1", "5"), laid_open=("purpose", "nonsense"))
    assert party_pulse(installation, parties[0], today=TODAY).open == {"purpose"}
    close_pulse(installation, EDITOR, collaboration, today=TODAY)
    assert aim(installation, collaboration) == (1, 0, 0, 0, 1)


def test_three_parties_are_not_asked_and_two_answers_of_them_are_not_told(
    installation: Installation, carried_on: Callable[..., tuple[str, list[PartyHere]]]
) -> None:
    collaboration, parties = carried_on(3)
    open_pulse(installation, EDITOR, collaboration, today=TODAY)
    answered(installation, collaboration, parties[:2], ("1", "5"), laid_open=("purpose",))
    assert party_pulse(installation, parties[0], today=TODAY).open == frozenset()
    close_pulse(installation, EDITOR, collaboration, today=TODAY)
    assert aim(installation, collaboration) is None
    assert show_pulse(installation, READER, collaboration, today=TODAY).told == ()


def test_what_was_told_stays_the_same_when_a_party_leaves(
    installation: Installation, carried_on: Callable[..., tuple[str, list[PartyHere]]]
) -> None:
    collaboration, parties = carried_on(4)
    open_pulse(installation, EDITOR, collaboration, today=TODAY)
    answered(installation, collaboration, parties, ("1", "5", "5", "5"))
    close_pulse(installation, EDITOR, collaboration, today=TODAY)
    before = show_pulse(installation, READER, collaboration, today=TODAY).readings
    leave(installation, collaboration, parties[0].party.organisation_id)
    assert show_pulse(installation, READER, collaboration, today=TODAY).readings == before


def leave(installation: Installation, collaboration: str, organisation: str) -> None:
    """Let an organisation take part until yesterday."""
    with installation.writing(EDITOR) as work:
        found = documents.read(work.session, "collaboration", [collaboration])[collaboration]
        until = (TODAY - timedelta(days=1)).isoformat()
        after = {
            **found,
            "participants": [
                {**each, "until": until} if each["organisation"] == organisation else each
                for each in found["participants"]
            ],
        }
        documents.write(work, "collaboration", {collaboration: after})
        work.commit()


def test_a_party_that_left_cannot_answer(
    installation: Installation, carried_on: Callable[..., tuple[str, list[PartyHere]]]
) -> None:
    collaboration, parties = carried_on(3)
    open_pulse(installation, EDITOR, collaboration, today=TODAY)
    leave(installation, collaboration, parties[0].party.organisation_id)
    left = entered(installation, parties[0].party.id)
    form = AnswerForm(pulse=running(installation, collaboration), ratings={"aim": "3"})
    with pytest.raises(Refusal) as refused:
        answer_pulse(installation, left, form, today=TODAY)
    assert refused.value.code == "forbidden"
    found = show_pulse(installation, READER, collaboration, today=TODAY).running
    assert found is not None
    assert found.parties == 2


@pytest.mark.parametrize(
    "written", ["31-02-2026", "i morgen", "2020-01-01", (TODAY + timedelta(days=400)).isoformat()]
)
def test_a_last_day_that_is_none_is_said_beside_the_field(
    installation: Installation,
    carried_on: Callable[..., tuple[str, list[PartyHere]]],
    written: str,
) -> None:
    collaboration, _parties = carried_on()
    with pytest.raises(Refusal) as refused:
        open_pulse(installation, EDITOR, collaboration, written, today=TODAY)
    assert set(refused.value.details["fields"]) == {"until"}  # type: ignore[call-overload]


def test_one_party_alone_has_no_pulse(installation: Installation) -> None:
    one = make_organisation(installation)
    past = make_participant(make_organisation(installation, "Kirken"), until=date(2020, 1, 1))
    collaboration = make_collaboration(installation, participants=[one, past])
    with pytest.raises(Refusal) as refused:
        open_pulse(installation, EDITOR, collaboration, today=TODAY)
    assert refused.value.code == "invalid"


def test_readers_may_look_and_nobody_asks_for_what_is_not_there(
    installation: Installation, carried_on: Callable[..., tuple[str, list[PartyHere]]]
) -> None:
    collaboration, _parties = carried_on()
    with pytest.raises(Refusal) as refused:
        open_pulse(installation, READER, collaboration, today=TODAY)
    assert refused.value.code == "forbidden"
    assert not show_pulse(installation, READER, collaboration, today=TODAY).may_open
    for ask in (
        lambda: open_pulse(installation, EDITOR, "none", today=TODAY),
        lambda: close_pulse(installation, EDITOR, "none", today=TODAY),
        lambda: show_pulse(installation, EDITOR, "none", today=TODAY),
    ):
        with pytest.raises(Refusal) as refused:
            ask()
        assert refused.value.code == "not_found"


def test_no_answer_is_in_the_history(
    installation: Installation, carried_on: Callable[..., tuple[str, list[PartyHere]]]
) -> None:
    collaboration, parties = carried_on()
    count = select(func.count()).select_from(Change)
    with installation.reading() as session:
        before = session.scalar(count)
    open_pulse(installation, EDITOR, collaboration, today=TODAY)
    pulse = running(installation, collaboration)
    form = AnswerForm(pulse=pulse, ratings={"aim": "1"})
    answer_pulse(installation, parties[0], form, today=TODAY)
    with installation.reading() as session:
        assert session.scalar(count) == before


def test_who_has_not_answered_is_asked_and_nobody_else(
    installation: Installation, carried_on: Callable[..., tuple[str, list[PartyHere]]]
) -> None:
    collaboration, parties = carried_on()
    open_pulse(installation, EDITOR, collaboration, today=TODAY)
    answered(installation, collaboration, parties[:1], ("3",))
    with installation.reading() as session:
        *asked, owner = due(session, TODAY, HERE)
    assert {each.party for each in asked} == {each.party.id for each in parties[1:]}
    assert all(each.quiet and each.day == TODAY for each in asked)
    assert (owner.party, owner.day) == (None, TODAY + timedelta(days=11))
    assert owner.text.values["answered"] == 1
    answered(installation, collaboration, parties[1:], ("3", "3"))
    with installation.reading() as session:
        assert list(due(session, TODAY, HERE)) == []


def test_nobody_else_is_told_who_has_not_answered(
    installation: Installation, carried_on: Callable[..., tuple[str, list[PartyHere]]]
) -> None:
    collaboration, parties = carried_on()
    open_pulse(installation, EDITOR, collaboration, today=TODAY)
    answered(installation, collaboration, parties[:1], ("3",))
    assert waits_for(installation, parties[0], today=TODAY) is None
    assert waits_for(installation, parties[1], today=TODAY) == TODAY + timedelta(days=14)
    shown = show_due(installation, ADMINISTRATOR, TODAY, everybody=True)
    told = [each for each in (*shown.overdue, *shown.week, *shown.later) if each.kind == "pulse"]
    assert [each.path for each in told] == [f"/collaborations/{collaboration}/pulse"]


def test_a_pulse_is_suggested_half_a_year_after_the_last(
    installation: Installation, carried_on: Callable[..., tuple[str, list[PartyHere]]]
) -> None:
    collaboration, _parties = carried_on(start=date(2020, 1, 1))
    open_pulse(installation, EDITOR, collaboration, today=TODAY)
    close_pulse(installation, EDITOR, collaboration, today=TODAY)
    with installation.reading() as session:
        (one,) = due(session, TODAY, HERE)
    assert one.day > TODAY + timedelta(days=180)
    assert (one.path, one.party) == (f"/collaborations/{collaboration}/pulse", None)
    later = TODAY + timedelta(days=200)
    assert pulse_stage(installation, READER, collaboration, today=later).suggested
    assert not pulse_stage(installation, READER, collaboration, today=TODAY).suggested


def test_nothing_is_due_once_a_collaboration_has_ended(
    installation: Installation, carried_on: Callable[..., tuple[str, list[PartyHere]]]
) -> None:
    collaboration, _parties = carried_on(end=TODAY + timedelta(days=3))
    with installation.reading() as session:
        assert list(due(session, TODAY, HERE)) == []
    open_pulse(installation, EDITOR, collaboration, today=TODAY)
    with installation.reading() as session:
        assert len(list(due(session, TODAY, HERE))) == 4
        assert list(due(session, TODAY + timedelta(days=4), HERE)) == []


def test_a_party_that_no_longer_answers_is_not_found_by_comparing(
    installation: Installation, carried_on: Callable[..., tuple[str, list[PartyHere]]]
) -> None:
    collaboration, everybody = carried_on(4)
    compared = []
    for ago, number in ((3, 4), (2, 3), (1, 3)):
        open_pulse(installation, EDITOR, collaboration, today=TODAY - timedelta(days=ago))
        answered(installation, collaboration, everybody[:number], ("4",) * number)
        close_pulse(installation, EDITOR, collaboration, today=TODAY)
        page = show_pulse(installation, READER, collaboration, today=TODAY)
        compared.append([each.compared for each in page.readings])
    assert [each.told for each in page.readings] == [True, True, True]
    assert compared == [[True], [False, True], [False, True, True]]
