"""Reminders reach a real mail server: once, whole, and also after a crash."""

from __future__ import annotations

import threading
from datetime import UTC, datetime, timedelta

import pytest

from matcher.errors import Refusal
from matcher.services.access import OPERATOR
from matcher.services.installation import Installation
from matcher.services.personal_links import opened
from matcher.services.reminders import claims, plan_reminders, send_reminders
from matcher.services.reminders.server import MailServer
from matcher.store.queries import digests, people
from tests.factories import EDITOR
from tests.mail_servers import Inbox, mail_server
from tests.matcher.services.dues import TODAY, make_due, make_party, set_dues
from tests.matcher.services.reminders.conftest import MakeUser, mailing

MOMENT = datetime(2026, 3, 2, 6, 0, tzinfo=UTC)
KIM = "kim@samspil.example"
LATER = MOMENT + claims.LEASE


class Crash(BaseException):
    """The process is gone: nothing after this is done."""


def send(installation: Installation, days: int = 0, moment: datetime = MOMENT) -> list[str]:
    """The addresses that a run sends to."""
    found = send_reminders(installation, OPERATOR, TODAY + timedelta(days=days), lambda: moment)
    return [each.email for each in found if each.state == "sent"]


@pytest.fixture
def kim(installation: Installation, make_user: MakeUser, monkeypatch: pytest.MonkeyPatch) -> str:
    """A person with one thing to do."""
    user = make_user(KIM)
    set_dues(monkeypatch, make_due(user=user))
    return user


def test_everybody_with_something_to_do_gets_one_mail(
    installation: Installation,
    inbox: Inbox,
    make_user: MakeUser,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    kim, bo = make_user(KIM), make_user("bo@samspil.example")
    make_user("idle@samspil.example")
    party = make_party(installation, contact_email="Grethe@Forening.example", contact_name="Grethe")
    set_dues(
        monkeypatch,
        make_due("a", user=kim),
        make_due("b", user=kim, day=TODAY - timedelta(days=3)),
        make_due("c", user=bo),
        make_due("d", user=bo, day=TODAY + timedelta(days=8)),
        make_due("e", party=party, path="/purpose"),
    )
    assert send(installation) == ["bo@samspil.example", "grethe@forening.example", KIM]
    assert inbox.receivers == ["bo@samspil.example", "grethe@forening.example", KIM]
    assert send(installation) == []
    assert send(installation, days=6) == ["bo@samspil.example"]  # what came nearer
    assert len(inbox.mails) == 4


def test_what_is_done_is_not_told_and_what_is_not_is_told_after_a_week(
    installation: Installation, inbox: Inbox, kim: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert send(installation) == [KIM]
    assert [send(installation, days=n) for n in range(1, 7)] == [[]] * 6
    assert send(installation, days=7) == [KIM]
    set_dues(monkeypatch)
    assert send(installation, days=14) == []
    assert len(set(inbox.ids)) == 2


def test_what_stays_open_is_told_less_and_less_often(
    installation: Installation, inbox: Inbox, kim: str
) -> None:
    assert [n for n in range(80) if send(installation, days=n)] == [0, 7, 21, 49, 77]


def test_a_party_gets_its_personal_link(
    installation: Installation, inbox: Inbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    party = make_party(installation, contact_email="grethe@forening.example", contact_name="Grethe")
    set_dues(monkeypatch, make_due(party=party, path="/purpose"))
    send(installation)
    text = inbox.mails[0].get_body(("plain",)).get_content()  # type: ignore[union-attr]
    (address,) = [line.strip() for line in text.splitlines() if "/with/" in line]
    assert address.startswith("https://samspil.example/by/with/")
    assert address.endswith("/purpose")
    assert opened(installation, address.split("/")[-2], "party") == party


def test_somebody_who_is_many_things_gets_one_mail(
    installation: Installation,
    inbox: Inbox,
    kim: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    parties = [make_party(installation, title, contact_email=KIM.upper()) for title in "AB"]
    dues = [make_due(party, party=party) for party in parties]
    set_dues(monkeypatch, make_due(user=kim), *dues)
    assert send(installation) == [KIM]
    assert len(inbox.mails) == 1
    assert str(inbox.mails[0]["To"]) == f"Kim Prøve <{KIM}>"


def test_a_crash_before_the_mail_was_sent_sends_it_later(
    installation: Installation, inbox: Inbox, kim: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def crash(_self: MailServer, _mail: object) -> None:
        raise Crash

    with monkeypatch.context() as patched:
        patched.setattr(MailServer, "send", crash)
        with pytest.raises(Crash):
            send(installation)
    assert inbox.mails == []
    assert send(installation, moment=LATER - timedelta(seconds=1)) == []  # another has it in hand
    assert send(installation, moment=LATER) == [KIM]
    assert send(installation, moment=LATER + claims.LEASE) == []


def test_a_crash_after_the_mail_was_sent_repeats_it_as_it_was(
    installation: Installation, inbox: Inbox, kim: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def crash(*_arguments: object) -> None:
        raise Crash

    with monkeypatch.context() as patched:
        patched.setattr(claims, "keep_sent", crash)
        with pytest.raises(Crash):
            send(installation)
    # Something else came to be due, and the person is called otherwise: the mail stays as it was.
    with installation.writing(OPERATOR) as work:
        user = people.by_id(work.session, kim)
        assert user is not None
        user.name = "Kim Ny"
        work.commit()
    set_dues(monkeypatch, make_due(user=kim), make_due("new", user=kim))
    assert send(installation, moment=LATER) == [KIM]
    first, again = inbox.raw
    assert first == again
    assert len(set(inbox.ids)) == 1
    assert send(installation, days=1) == [KIM]  # the new thing, on a day of its own
    assert len(inbox.mails) == 3


def test_a_server_that_is_down_loses_nothing(
    installation: Installation, inbox: Inbox, kim: str, make_user: MakeUser
) -> None:
    mailing(installation, 1)
    for _ in range(2):
        with pytest.raises(Refusal) as refused:
            send(installation)
        assert refused.value.code == "unavailable"
    with installation.reading() as session:
        (waiting,) = digests.waiting(session, TODAY - timedelta(days=1), TODAY)
        assert (waiting.attempts, waiting.claimed, waiting.sent) == (2, None, None)
        kept = waiting.message_id
    mailing(installation, inbox.port)
    assert send(installation, days=1) == [KIM]
    assert inbox.ids == [kept]
    assert send(installation, days=1) == []


@pytest.mark.parametrize("late", [0, 100])
def test_what_could_not_be_sent_for_a_week_is_told_anew(
    late: int, installation: Installation, inbox: Inbox, kim: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_dues(monkeypatch, make_due(user=kim, day=TODAY - timedelta(days=late)))
    mailing(installation, 1)
    with pytest.raises(Refusal):
        send(installation)
    mailing(installation, inbox.port)
    assert send(installation, days=7) == [KIM]
    assert len(inbox.mails) == 1
    assert send(installation, days=8) == []


def test_what_is_done_meanwhile_is_not_sent_any_more(
    installation: Installation, inbox: Inbox, kim: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    mailing(installation, 1)
    with pytest.raises(Refusal):
        send(installation)
    set_dues(monkeypatch)
    mailing(installation, inbox.port)
    assert send(installation) == []
    assert inbox.mails == []


def test_one_receiver_who_is_refused_does_not_stop_the_others(
    installation: Installation,
    inbox: Inbox,
    make_user: MakeUser,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    users = [make_user(f"{name}@samspil.example") for name in "abc"]
    set_dues(monkeypatch, *(make_due(user, user=user) for user in users))
    inbox.refuses = {"a@samspil.example", "b@samspil.example"}
    found = send_reminders(installation, OPERATOR, TODAY, lambda: MOMENT)
    assert [each.state for each in found] == ["failed", "failed", "sent"]
    assert "550" in (found[0].reason or "")
    inbox.refuses = {"b@samspil.example"}
    assert send(installation) == ["a@samspil.example"]


def test_a_mail_that_the_server_will_not_have_does_not_stop_the_others(
    installation: Installation, inbox: Inbox, make_user: MakeUser, monkeypatch: pytest.MonkeyPatch
) -> None:
    users = [make_user(f"{name}@samspil.example") for name in "ab"]
    set_dues(monkeypatch, *(make_due(user, user=user) for user in users))
    inbox.on_data = lambda mail: "554 5.7.1 Looks like spam" if "a@" in mail["To"] else None
    found = send_reminders(installation, OPERATOR, TODAY, lambda: MOMENT)
    assert [each.state for each in found] == ["failed", "sent"]


def test_records_can_be_written_while_the_server_is_spoken_to(
    installation: Installation, inbox: Inbox, kim: str
) -> None:
    done = threading.Event()

    def write_meanwhile(_mail: object) -> None:
        def write() -> None:
            with installation.writing(EDITOR) as work:
                work.commit()
            done.set()

        threading.Thread(target=write, daemon=True).start()
        assert done.wait(5)

    inbox.on_data = write_meanwhile
    assert send(installation) == [KIM]
    assert done.is_set()


def test_two_runs_at_once_send_once(
    installation: Installation,
    inbox: Inbox,
    make_user: MakeUser,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    users = [make_user(f"{n}@samspil.example") for n in range(6)]
    set_dues(monkeypatch, *(make_due(user, user=user) for user in users))
    others = [Installation(installation.settings) for _ in range(3)]
    start = threading.Barrier(len(others))
    wrong: list[BaseException] = []

    def run(other: Installation) -> None:
        start.wait()
        try:
            send_reminders(other, OPERATOR, TODAY)
        except Exception as each:  # noqa: BLE001 – told by the test, whatever it is
            wrong.append(each)

    threads = [threading.Thread(target=run, args=(other,)) for other in others]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    for other in others:
        other.close()
    assert wrong == []
    assert sorted(inbox.receivers) == [f"{n}@samspil.example" for n in range(6)]
    assert len(set(inbox.ids)) == 6


def test_what_was_said_is_forgotten_once_it_is_sent(
    installation: Installation, inbox: Inbox, kim: str
) -> None:
    send(installation)
    with installation.reading() as session:
        digest = digests.of(session, KIM, TODAY)
        assert digest is not None
        assert digest.content == {"keys": ["talk-1"]}
    send(installation, days=91, moment=MOMENT + timedelta(days=91))
    with installation.reading() as session:
        assert digests.of(session, KIM, TODAY) is None


def test_a_run_for_another_day_mutes_no_day_before_it(
    installation: Installation, inbox: Inbox, kim: str
) -> None:
    assert send(installation, days=3) == [KIM]
    assert send(installation) == [KIM]
    assert send(installation, days=1) == []


def test_a_trial_says_who_would_be_told_and_writes_nothing(
    installation: Installation, inbox: Inbox, kim: str
) -> None:
    for _ in range(2):
        (planned,) = plan_reminders(installation, OPERATOR, TODAY)
        assert (planned.email, planned.things, planned.state) == (KIM, 1, "planned")
    assert inbox.mails == []
    send(installation)
    assert inbox.ids == [planned.message_id]
    assert plan_reminders(installation, OPERATOR, TODAY) == ()


@pytest.mark.parametrize("lacking", ["smtp_host", "mail_from", "public_url"])
def test_where_no_mail_can_be_sent_it_is_said(
    lacking: str, installation: Installation, inbox: Inbox, kim: str
) -> None:
    mailing(installation, inbox.port, **{lacking: ""})
    with pytest.raises(Refusal) as refused:
        send(installation)
    assert refused.value.text.values["names"] == f"SAMSPIL_{lacking.upper()}"
    assert plan_reminders(installation, OPERATOR, TODAY)


def test_nobody_else_may_send(installation: Installation, inbox: Inbox) -> None:
    for use_case in (send_reminders, plan_reminders):
        with pytest.raises(Refusal) as refused:
            use_case(installation, EDITOR, TODAY)
        assert refused.value.code == "forbidden"


def test_a_server_that_comes_back_gets_what_waits(
    installation: Installation, kim: str, inbox: Inbox
) -> None:
    inbox.on_data = lambda _mail: "451 4.3.0 Try again later"
    assert send(installation) == []
    with mail_server() as other:
        mailing(installation, other.port)
        assert send(installation) == [KIM]
    assert other.ids == [inbox.ids[0]]
