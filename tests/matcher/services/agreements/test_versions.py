"""Laying before the parties, accepting, comparing: every version is kept as it was."""

from __future__ import annotations

from datetime import date, timedelta
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from matcher.errors import Refusal
from matcher.partnership import agreement_texts
from matcher.services.agreements import (
    accept,
    agreement_for_party,
    agreement_stage,
    compare_versions,
    lay_before,
    note_written,
    show_agreement,
    show_agreement_version,
    take_dates,
)
from matcher.services.agreements.show import AgreementStage
from matcher.services.installation import Installation
from matcher.store import documents
from matcher.store.queries import purposes
from tests.factories import EDITOR, READER, make_parties
from tests.matcher.services.agreements.makers import TODAY, Pair, make_pair


def stage_of(pair: Pair, as_of: date = TODAY) -> AgreementStage:
    return agreement_stage(pair.installation, READER, pair.collaboration, as_of=as_of)


def collaboration_of(pair: Pair) -> dict[str, Any]:
    with pair.installation.reading() as session:
        return documents.read(session, "collaboration", [pair.collaboration])[pair.collaboration]


def change_collaboration(pair: Pair, **fields: Any) -> None:
    with pair.installation.writing(EDITOR) as work:
        before = documents.read(work.session, "collaboration", [pair.collaboration])
        after = {key: {**document, **fields} for key, document in before.items()}
        documents.write(work, "collaboration", {**after}, before=before)
        work.commit()


def leave(pair: Pair, organisation: str) -> None:
    """Let a party have left yesterday."""
    yesterday = (TODAY - timedelta(days=1)).isoformat()
    participants = [
        {**each, "until": yesterday if each["organisation"] == organisation else each["until"]}
        for each in collaboration_of(pair)["participants"]
    ]
    change_collaboration(pair, participants=participants)


def text_of(pair: Pair, number: int | None) -> str:
    written = show_agreement_version(
        pair.installation, EDITOR, pair.collaboration, number, language="en", as_of=TODAY
    )
    return str(written)


def test_an_unknown_agreement_is_not_none(installation: Installation) -> None:
    pair = make_pair(installation)
    assert stage_of(pair).standing.state == "not_known"
    change_collaboration(pair, agreement="none")
    assert stage_of(pair).standing.state == "none"
    change_collaboration(pair, agreement="written")
    assert stage_of(pair).standing.state == "elsewhere"


def test_nothing_is_not_laid_before_anybody(installation: Installation) -> None:
    pair = make_pair(installation)
    with pytest.raises(Refusal) as refused:
        pair.lay_before()
    assert refused.value.code == "invalid"


def test_what_says_the_same_is_no_new_version(installation: Installation) -> None:
    pair = make_pair(installation)
    pair.write()
    assert (pair.lay_before(), pair.lay_before()) == (1, 1)
    pair.write("Seks måneder")
    assert stage_of(pair).standing.changed
    assert (pair.lay_before(), pair.lay_before()) == (2, 2)
    assert not stage_of(pair).standing.changed


def test_a_draft_that_somebody_changed_is_read_again_first(installation: Installation) -> None:
    pair = make_pair(installation)
    pair.write()
    page = show_agreement(installation, EDITOR, pair.collaboration, language="en", as_of=TODAY)
    pair.write("Seks måneder")
    with pytest.raises(Refusal) as refused:
        lay_before(installation, EDITOR, pair.collaboration, version=page.version, as_of=TODAY)
    assert refused.value.code == "conflict"


def test_a_version_stays_as_it_was(installation: Installation) -> None:
    pair = make_pair(
        installation, start=date(2026, 1, 1), funding_source="Puljen", purpose="At spise sammen"
    )
    pair.write("Tre måneder")
    pair.lay_before()
    before = text_of(pair, 1)
    for word in ("Tre måneder", "1 January 2026", "Puljen", "At spise sammen", "Kontakten"):
        assert word in before
    pair.write("Seks måneder")
    change_collaboration(pair, funding_source="Fonden", start="2027-01-01", purpose="Andet")
    make_parties(installation, pair.collaboration, contact_name="Afløseren")
    assert text_of(pair, 1) == before
    assert "Fonden" in text_of(pair, None)
    assert "Afløseren" in text_of(pair, None)


def test_the_collaboration_is_written_when_all_have_accepted(installation: Installation) -> None:
    pair = make_pair(installation)
    pair.write()
    number = pair.lay_before()
    assert pair.accept(pair.house, number)
    assert collaboration_of(pair)["agreement"] is None
    assert stage_of(pair).missing == ("Klubben",)
    before = installation.landscape(TODAY).revision
    assert pair.accept(pair.club, number)
    assert collaboration_of(pair)["agreement"] == "written"
    assert installation.landscape(TODAY).revision > before
    assert stage_of(pair).standing.state == "all"


def test_accepting_twice_is_once_and_keeps_the_first_name(installation: Installation) -> None:
    pair = make_pair(installation)
    pair.write()
    pair.lay_before()
    assert pair.accept(pair.house, 1, "Værten")
    assert not pair.accept(pair.house, 1, "En anden")
    page = show_agreement(installation, EDITOR, pair.collaboration, language="en", as_of=TODAY)
    assert [each.person for each in page.versions[0].accepted] == ["Værten"]


def test_an_older_version_cannot_be_accepted_any_more(installation: Installation) -> None:
    pair = make_pair(installation)
    pair.write()
    pair.lay_before()
    pair.accept(pair.house, 1)
    pair.write("Seks måneder")
    pair.lay_before()
    with pytest.raises(Refusal) as refused:
        pair.accept(pair.club, 1)
    assert refused.value.code == "conflict"
    assert not pair.accept(pair.house, 1), "what was accepted may be sent again"
    for number in (0, 3):
        with pytest.raises(Refusal) as refused:
            pair.accept(pair.club, number)
        assert refused.value.code == "not_found"


@pytest.mark.parametrize("name", ["", "  ", "x" * 201])
def test_a_name_is_needed(installation: Installation, name: str) -> None:
    pair = make_pair(installation)
    pair.write()
    pair.lay_before()
    with pytest.raises(Refusal) as refused:
        pair.accept(pair.house, 1, name)
    assert set(refused.value.details["fields"]) == {"name"}  # type: ignore[call-overload]  # a dict of plain data


def test_who_left_reads_but_does_not_accept(installation: Installation) -> None:
    pair = make_pair(installation)
    pair.write()
    pair.lay_before()
    leave(pair, pair.house)
    with pytest.raises(Refusal) as refused:
        pair.accept(pair.house, 1)
    assert refused.value.code == "forbidden"
    found = agreement_for_party(installation, pair.party(pair.house), language="en", as_of=TODAY)
    assert found.written is not None
    assert stage_of(pair).missing == ("Klubben",)


def test_when_the_one_who_was_waited_for_leaves_it_is_noted(installation: Installation) -> None:
    pair = make_pair(installation)
    pair.write()
    pair.lay_before()
    pair.accept(pair.house, 1)
    with pytest.raises(Refusal) as refused:
        note_written(installation, EDITOR, pair.collaboration, as_of=TODAY)
    assert refused.value.code == "conflict"
    leave(pair, pair.club)
    assert stage_of(pair).standing.state == "all"
    note_written(installation, EDITOR, pair.collaboration, as_of=TODAY)
    assert collaboration_of(pair)["agreement"] == "written"


def test_a_party_reads_what_has_changed_since_the_version_it_accepted(
    installation: Installation,
) -> None:
    pair = make_pair(installation)
    pair.write("Tre måneder")
    pair.lay_before()
    pair.accept(pair.house, 1)
    pair.write("Seks måneder")
    pair.lay_before()
    found = agreement_for_party(installation, pair.party(pair.house), language="en", as_of=TODAY)
    assert found.awaits
    assert found.accepted == 1
    ((field,),) = [section.fields for section in found.since]
    assert [run.text for run in field.runs if run.kind != "same"] == ["Tre", "Seks"]
    other = agreement_for_party(installation, pair.party(pair.club), language="en", as_of=TODAY)
    assert (other.accepted, other.since) == (None, ())
    assert stage_of(pair).standing.state == "laid_before"


def test_a_party_that_joins_has_not_accepted_yet(installation: Installation) -> None:
    from tests.factories import make_organisation, make_participant

    pair = make_pair(installation)
    pair.write()
    pair.lay_before()
    pair.accept(pair.house, 1)
    pair.accept(pair.club, 1)
    newcomer = make_participant(make_organisation(installation, "Skolen"))
    change_collaboration(pair, participants=[*collaboration_of(pair)["participants"], newcomer])
    found = stage_of(pair)
    assert (found.standing.state, found.missing) == ("some", ("Skolen",))
    assert found.standing.changed


def test_versions_are_compared_with_each_other_and_with_the_draft(
    installation: Installation,
) -> None:
    pair = make_pair(installation)
    pair.write("Tre måneder")
    pair.lay_before()
    pair.write("Seks måneder")
    pair.lay_before()

    def differing(before: int, after: int | None) -> list[str]:
        found = compare_versions(
            installation, READER, pair.collaboration, before, after, language="en", as_of=TODAY
        )
        assert found.numbers == (1, 2)
        return [each.id for each in found.sections]

    assert differing(1, 2) == ["stopping"]
    assert differing(2, 1) == ["stopping"]
    assert differing(2, 2) == []
    assert differing(2, None) == []
    with pytest.raises(Refusal) as refused:
        differing(1, 7)
    assert refused.value.code == "not_found"


def test_contacts_and_names_are_for_editors_and_parties(installation: Installation) -> None:
    pair = make_pair(installation)
    pair.write()
    pair.lay_before()
    pair.accept(pair.house, 1, "Underskriveren")

    def read_by(actor: Any, number: int | None = 1) -> str:
        return str(
            show_agreement_version(
                installation, actor, pair.collaboration, number, language="en", as_of=TODAY
            )
        )

    for told in ("Kontakten", "k@samspil.example", "Underskriveren"):
        assert told in read_by(EDITOR)
        assert told in read_by(pair.party(pair.club).actor)
        assert told not in read_by(READER)
    page = show_agreement(installation, READER, pair.collaboration, language="en", as_of=TODAY)
    assert "Kontakten" not in str(page)
    assert "Underskriveren" not in str(page)
    with pytest.raises(Refusal) as refused:
        read_by(pair.party(pair.club).actor, None)
    assert refused.value.code == "forbidden", "a draft is not for the parties"


def test_who_left_sees_who_stands_for_the_others_only_in_what_it_accepted(
    installation: Installation,
) -> None:
    pair = make_pair(installation)
    pair.write()
    pair.lay_before()
    pair.accept(pair.house, 1, "Underskriveren")
    pair.write("Seks måneder")
    pair.lay_before()
    there = pair.party(pair.house)
    leave(pair, pair.house)
    left = pair.party(pair.house)

    def read_by(actor: Any, number: int) -> str:
        return str(
            show_agreement_version(
                installation, actor, pair.collaboration, number, language="en", as_of=TODAY
            )
        )

    assert ("Kontakten" in read_by(there.actor, 2), "Kontakten" in read_by(left.actor, 2)) == (
        True,
        False,
    )
    assert "Seks måneder" in read_by(left.actor, 2)
    for told in ("Kontakten", "Underskriveren"):
        assert told in read_by(left.actor, 1)
    page = agreement_for_party(installation, left, language="en", as_of=TODAY)
    assert [[each.person for each in summary.accepted] for summary in page.versions] == [
        [],
        ["Underskriveren"],
    ]


def test_a_party_reads_no_agreement_of_others(installation: Installation) -> None:
    pair, other = make_pair(installation), None
    pair.write()
    pair.lay_before()
    other = make_pair(installation)
    with pytest.raises(Refusal) as refused:
        show_agreement_version(
            installation,
            other.party(other.house).actor,
            pair.collaboration,
            1,
            language="en",
            as_of=TODAY,
        )
    assert refused.value.code == "forbidden"


def test_the_history_does_not_tell_who_stands_for_a_party(installation: Installation) -> None:
    from matcher.store.queries import history

    pair = make_pair(installation)
    pair.write()
    pair.lay_before()
    pair.accept(pair.house, 1)
    pair.accept(pair.club, 1)
    with installation.reading() as session:
        newest = history.newest(session, "collaboration", pair.collaboration)
    assert newest is not None
    assert newest.actor_name == "Klubben"


def test_the_shared_purpose_is_taken_over(installation: Installation) -> None:
    pair = make_pair(installation, purpose="Fra ansøgningen")
    pair.write()
    assert "Fra ansøgningen" in text_of(pair, None)
    parties = make_parties(installation, pair.collaboration)
    with installation.writing(EDITOR) as work:
        content = {"texts": {"purpose": "At spise sammen"}, "edition": 1}
        before: dict[str, Any] = {}
        from matcher.store.documents.purposes import EMPTY

        document = {pair.collaboration: {**EMPTY, **content}}
        documents.write(work, "purpose", {**document}, before=before)
        purposes.keep_confirmation(work.session, parties[pair.house], 1, "Værten")
        work.commit()
    page = show_agreement(installation, EDITOR, pair.collaboration, language="en", as_of=TODAY)
    assert not page.purpose_confirmed
    assert "At spise sammen" in str(page.written)
    assert "Fra ansøgningen" not in str(page.written)
    with installation.writing(EDITOR) as work:
        purposes.keep_confirmation(work.session, parties[pair.club], 1, "Formanden")
        work.commit()
    page = show_agreement(installation, EDITOR, pair.collaboration, language="en", as_of=TODAY)
    assert page.purpose_confirmed


def test_two_parties_accept_at_once(installation: Installation) -> None:
    """One writer at a time: the second sees the first's acceptance, and the agreement is whole."""
    from concurrent.futures import ThreadPoolExecutor

    pair = make_pair(installation)
    pair.write()
    pair.lay_before()
    here = [pair.party(pair.house), pair.party(pair.club), pair.party(pair.house)]
    with ThreadPoolExecutor(3) as pool:
        done = list(
            pool.map(lambda party: accept(installation, party, 1, "Navn", as_of=TODAY), here)
        )
    assert sorted(each.new for each in done) == [False, True, True]
    assert collaboration_of(pair)["agreement"] == "written"


def test_what_a_party_would_have_different_is_read_by_all(installation: Installation) -> None:
    pair = make_pair(installation)
    pair.write()
    pair.lay_before()
    pair.remark(pair.club, 1, "Vi kan først fra marts\x00")
    pair.remark(pair.club, 1, "Vi kan først fra april")
    page = show_agreement(installation, READER, pair.collaboration, language="en", as_of=TODAY)
    assert [(each.party, each.text) for each in page.remarks] == [
        ("Klubben", "Vi kan først fra april")
    ]
    for who, own in ((pair.house, ""), (pair.club, "Vi kan først fra april")):
        read = agreement_for_party(installation, pair.party(who), language="en", as_of=TODAY)
        assert [each.text for each in read.remarks] == ["Vi kan først fra april"]
        assert read.own_remark == own
        assert read.awaits


def test_who_accepts_has_nothing_different_any_more(installation: Installation) -> None:
    pair = make_pair(installation)
    pair.write()
    pair.lay_before()
    pair.remark(pair.club, 1, "Vi kan først fra marts")
    pair.accept(pair.club, 1)
    page = show_agreement(installation, EDITOR, pair.collaboration, language="en", as_of=TODAY)
    assert page.remarks == ()
    with pytest.raises(Refusal) as refused:
        pair.remark(pair.club, 1, "Alligevel ikke")
    assert refused.value.code == "conflict"


def test_a_remark_can_be_taken_back_and_is_about_the_newest_version(
    installation: Installation,
) -> None:
    pair = make_pair(installation)
    pair.write()
    pair.lay_before()
    pair.remark(pair.club, 1, "Nej")
    pair.remark(pair.club, 1, "  ")
    page = show_agreement(installation, EDITOR, pair.collaboration, language="en", as_of=TODAY)
    assert page.remarks == ()
    with pytest.raises(Refusal) as refused:
        pair.remark(pair.club, 1, "x" * 5001)
    assert refused.value.code == "invalid"
    pair.write("Seks måneder")
    pair.lay_before()
    with pytest.raises(Refusal) as refused:
        pair.remark(pair.club, 1, "Om den gamle")
    assert refused.value.code == "conflict"
    with pytest.raises(Refusal) as refused:
        pair.remark(pair.club, 3, "Om en der ikke er")
    assert refused.value.code == "not_found"
    leave(pair, pair.club)
    with pytest.raises(Refusal) as refused:
        pair.remark(pair.club, 2, "Vi er gået")
    assert refused.value.code == "forbidden"


def test_a_version_keeps_the_words_that_it_was_accepted_in(
    installation: Installation, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pair = make_pair(installation)
    pair.write("shared_tasks", section="degree", field="degree")
    pair.lay_before()
    before = text_of(pair, 1)
    shipped = files("matcher.partnership") / "texts" / "agreement.toml"
    old = shipped.read_text(encoding="utf-8")
    newer = old.replace("edition = 1\n", "edition = 2\n").replace("Shared tasks:", "Joint work:")
    (tmp_path / "agreement.toml").write_text(newer, encoding="utf-8")
    (tmp_path / "agreement-1.toml").write_text(old, encoding="utf-8")
    monkeypatch.setattr(agreement_texts, "_FOLDER", tmp_path)
    agreement_texts._read.cache_clear()
    try:
        assert text_of(pair, 1) == before
        assert "Joint work:" in text_of(pair, None)
        assert not stage_of(pair).standing.changed, "other words are no other agreement"
        assert pair.lay_before() == 2
        assert "Joint work:" in text_of(pair, 2)
    finally:
        agreement_texts._read.cache_clear()


def test_dates_that_all_accepted_are_taken_over(installation: Installation) -> None:
    pair = make_pair(installation, start=date(2026, 1, 1), end=date(2026, 12, 31))
    pair.write("2027-06-30", section="period", field="end")
    pair.lay_before()

    def shown() -> object:
        return show_agreement(
            installation, EDITOR, pair.collaboration, language="en", as_of=TODAY
        ).dates

    def take(number: int = 1) -> bool:
        return take_dates(installation, EDITOR, pair.collaboration, number, as_of=TODAY)

    assert shown() is None, "nobody has accepted them"
    with pytest.raises(Refusal) as refused:
        take()
    assert refused.value.code == "conflict"
    pair.accept(pair.house, 1)
    pair.accept(pair.club, 1)
    assert shown() == (date(2026, 1, 1), date(2027, 6, 30))
    with pytest.raises(Refusal):
        take_dates(installation, READER, pair.collaboration, 1, as_of=TODAY)
    assert take()
    assert collaboration_of(pair)["end"] == "2027-06-30"
    assert collaboration_of(pair)["start"] == "2026-01-01"
    assert shown() is None
    assert not take(), "pressed twice"


def test_an_agreement_without_an_end_takes_the_end_away(installation: Installation) -> None:
    pair = make_pair(installation, end=date(2026, 12, 31))
    pair.write("", section="period", field="end")
    pair.lay_before()
    pair.accept(pair.house, 1)
    pair.accept(pair.club, 1)
    assert take_dates(installation, EDITOR, pair.collaboration, 1, as_of=TODAY)
    assert collaboration_of(pair)["end"] is None
