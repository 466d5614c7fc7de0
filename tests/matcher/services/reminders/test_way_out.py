"""Whoever wants no more mails gets none, and somebody hears of what they have to do."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from matcher.errors import Refusal
from matcher.partnership.due import Due
from matcher.services.access import OPERATOR
from matcher.services.due.gather import gather
from matcher.services.installation import Installation
from matcher.services.reminders import plan_reminders, send_reminders
from matcher.services.reminders.way_out import receiver, want_mail, way_out
from matcher.store.queries import mail_stops, people
from matcher.wording.say import say
from tests.factories import make_personal_link
from tests.mail_servers import Inbox
from tests.matcher.services.dues import TODAY, make_due, make_party, set_dues
from tests.matcher.services.reminders.conftest import MakeUser, mailing

MOMENT = datetime(2026, 3, 2, 6, tzinfo=UTC)
BOSS, GRETHE = "boss@samspil.example", "grethe@forening.example"


def token_for(where: Installation, email: str = GRETHE, language: str = "da") -> str:
    return way_out(where, email, language).rpartition("/")[2]


def send(where: Installation, days: int = 0) -> list[tuple[str, str]]:
    found = send_reminders(where, OPERATOR, TODAY + timedelta(days=days), lambda: MOMENT)
    return [(each.email, each.state) for each in found]


def told_of(where: Installation) -> list[tuple[str, str]]:
    """To whom each thing is told, and what is said."""
    with where.reading() as session:
        return [
            (task.people[0].email, say(task.due.text, "en"))
            for task in gather(where, session, TODAY)
        ]


@pytest.fixture
def asked(installation: Installation, make_user: MakeUser, monkeypatch: pytest.MonkeyPatch) -> Due:
    """A thing to do for Grethe, who has no account; an administrator is there, too."""
    make_user(BOSS, role="administrator")
    party = make_party(installation, contact_email=" Grethe@Forening.example", contact_name="G")
    due = make_due(party=party, path="/purpose")
    set_dues(monkeypatch, due)
    return due


def test_who_wants_no_mails_gets_none_and_the_house_is_told_to_call(
    installation: Installation, inbox: Inbox, asked: Due
) -> None:
    assert want_mail(installation, token_for(installation), wanted=False).wanted is False
    said = "Ældrehjælpen (Havedag) has asked for no more mails from here; call them: Hold the talk."
    assert told_of(installation) == [(BOSS, said)]
    planned = plan_reminders(installation, OPERATOR, TODAY)
    assert [(each.email, each.things, each.state) for each in planned] == [
        (BOSS, 1, "planned"), (GRETHE, 1, "no_mail"),
    ]  # fmt: skip
    assert send(installation) == [(BOSS, "sent"), (GRETHE, "no_mail")]
    assert inbox.receivers == [BOSS]
    assert send(installation, days=1) == []


def test_it_can_be_taken_back(installation: Installation, inbox: Inbox, asked: Due) -> None:
    token = token_for(installation)
    for wanted in (False, False, True, True):
        assert want_mail(installation, token, wanted=wanted).wanted is wanted
        assert receiver(installation, token).wanted is wanted
    assert send(installation) == [(GRETHE, "sent")]


def test_what_waits_is_not_sent_after_it(
    installation: Installation, inbox: Inbox, asked: Due
) -> None:
    mailing(installation, 1)
    with pytest.raises(Refusal):
        send(installation)
    mailing(installation, inbox.port)
    want_mail(installation, token_for(installation), wanted=False)
    assert send(installation) == [(BOSS, "sent"), (GRETHE, "no_mail")]
    assert inbox.receivers == [BOSS]


@pytest.mark.parametrize("waiting", [True, False])
def test_who_says_so_while_mails_are_sent_gets_none(
    waiting: bool, installation: Installation, inbox: Inbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    parties = [
        make_party(installation, email, contact_email=email) for email in (GRETHE, "zz@x.dk")
    ]
    set_dues(monkeypatch, *(make_due(party, party=party) for party in parties))
    if waiting:
        inbox.on_data = lambda _mail: "451 4.3.0 Try again later"
        assert send(installation) == [(GRETHE, "failed"), ("zz@x.dk", "failed")]
        inbox.on_data = lambda _mail: None
        inbox.receivers.clear()
    token = token_for(installation, "zz@x.dk")

    def stop(_receiver: str) -> None:
        want_mail(installation, token, wanted=False)

    inbox.on_receiver = stop
    assert send(installation) == [(GRETHE, "sent")]
    assert inbox.receivers == [GRETHE]


def test_a_deputy_is_told_in_their_place(
    installation: Installation, monkeypatch: pytest.MonkeyPatch
) -> None:
    party = make_party(installation, contact_email=GRETHE, deputy_email="bo@forening.example")
    set_dues(monkeypatch, make_due(party=party))
    want_mail(installation, token_for(installation), wanted=False)
    assert told_of(installation) == [("bo@forening.example", "Hold the talk.")]


def test_what_is_quiet_stays_so(
    installation: Installation, make_user: MakeUser, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_user(BOSS, role="administrator")
    party = make_party(installation, contact_email=GRETHE)
    set_dues(monkeypatch, make_due(party=party, quiet=True))
    want_mail(installation, token_for(installation), wanted=False)
    assert told_of(installation) == []


@pytest.mark.parametrize("active", [True, False])
def test_of_an_account_it_is_the_setting_on_it(
    active: bool, installation: Installation, make_user: MakeUser, monkeypatch: pytest.MonkeyPatch
) -> None:
    user = make_user(GRETHE, active=active)
    set_dues(monkeypatch, make_due(party=make_party(installation, contact_email=GRETHE)))
    token = token_for(installation)
    for wanted in (False, True):
        want_mail(installation, token, wanted=wanted)
        found = receiver(installation, token)
        assert (found.wanted, found.account) == (wanted, active)
        assert bool(plan_reminders(installation, OPERATOR, TODAY)) is wanted
        with installation.reading() as session:
            kept = people.by_id(session, user)
            assert kept is not None
            assert kept.reminders is wanted
            assert mail_stops.unwilling(session) == (set() if wanted else {GRETHE})


def test_an_account_made_later_begins_anew(installation: Installation, make_user: MakeUser) -> None:
    token = token_for(installation)
    want_mail(installation, token, wanted=False)
    make_user(GRETHE)
    assert receiver(installation, token).wanted
    with installation.reading() as session:
        assert mail_stops.unwilling(session) == set()


def test_a_token_says_whom_it_is_for_and_is_good_for_nothing_else(
    installation: Installation,
) -> None:
    token = token_for(installation, language="en")
    found = receiver(installation, token)
    assert (found.email, found.language) == (GRETHE, "en")
    party = make_personal_link(installation, "party", "x").rpartition("/")[2]
    for faulty in (token[:-1], f"x{token}", party, "", "nonsense", "a.b.c", "æ"):
        with pytest.raises(Refusal) as refused:
            want_mail(installation, faulty, wanted=False)
        assert refused.value.code == "link_expired"
    assert receiver(installation, token).wanted
