"""How far the parties have come, and who may read what: what holds for every state."""

from __future__ import annotations

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from matcher.partnership.purpose import (
    Answer,
    Party,
    Purpose,
    Signed,
    as_one_text,
    from_json,
    is_open,
    mark_of,
    may_confirm,
    next_edition,
    stage,
    to_json,
    unconfirmed,
)
from matcher.partnership.purpose_reading import for_house, for_party, heard_verdict, side_by_side

SIGNED = Signed(name="Kim", at=datetime(2026, 2, 28, tzinfo=UTC))
WHOLE = Answer(texts={"purpose": "Mad", "target_group": "Ældre"})

ANSWERS = st.builds(
    Answer,
    texts=st.dictionaries(
        st.sampled_from(["purpose", "target_group", "need", "difference"]),
        st.text(min_size=1, max_size=5),
    ),
    heard=st.sampled_from([None, "yes", "not_yet"]),
    heard_how=st.none() | st.text(min_size=1, max_size=5),
)


def party_of(key: str) -> st.SearchStrategy[Party]:
    signed = st.sampled_from([None, SIGNED])
    return st.builds(
        Party,
        id=st.just(key),
        name=st.just(key),
        left=st.booleans(),
        linked=st.booleans(),
        answer=ANSWERS,
        sent=signed,
        confirmed=signed,
    )


PURPOSES = st.builds(
    Purpose,
    parties=st.tuples(party_of("a"), party_of("b"), party_of("c")),
    agreed=ANSWERS,
    laid_open=st.booleans(),
    edition=st.integers(0, 9),
)


@given(PURPOSES)
def test_nobody_reads_anothers_answer_before_its_own(purpose: Purpose) -> None:
    for reader in purpose.parties:
        read = for_party(purpose, reader.id)
        others = [each for each in read.parties if each.id != reader.id and each.answer]
        assert all(each.sent for each in others), "drafts are for their writers alone"
        if reader.sent is None:
            assert others == []


@given(PURPOSES)
def test_the_house_reads_all_that_was_sent_or_nothing(purpose: Purpose) -> None:
    read = for_house(purpose, names=False)
    sent = [each.id for each in purpose.parties if each.sent]
    readable = [each.id for each in read.parties if each.answer]
    assert readable == (sent if is_open(purpose) else [])
    assert "Kim" not in repr(read)


@given(PURPOSES)
def test_confirmed_is_confirmed_by_all_who_take_part(purpose: Purpose) -> None:
    everybody = bool(purpose.active) and all(each.confirmed for each in purpose.active)
    assert (stage(purpose) == "confirmed") == (
        everybody and {"purpose", "target_group"} <= set(purpose.agreed.texts)
    )
    assert all(not each.left for each in unconfirmed(purpose))
    assert not any(may_confirm(purpose, each) for each in purpose.parties if each.left)


@given(PURPOSES)
def test_what_is_laid_side_by_side_is_in_the_order_of_the_parties(purpose: Purpose) -> None:
    keys = [each.id for each in purpose.parties if each.sent]
    for each in side_by_side(purpose):
        told = [*each.comparison.answers, *each.comparison.silent]
        assert sorted(told) == keys
        assert list(each.comparison.answers) == [k for k in keys if k in each.comparison.answers]


@given(ANSWERS)
def test_an_answer_is_kept_as_it_is(answer: Answer) -> None:
    assert from_json(to_json(answer)) == answer
    assert mark_of(from_json(to_json(answer))) == mark_of(answer)


@given(st.integers(0, 20), st.lists(st.integers(0, 20)))
def test_no_edition_comes_twice(version: int, confirmed: list[int]) -> None:
    assert next_edition(version, confirmed) > max([version, *confirmed])


def test_a_link_that_is_missing_holds_nobody_up_from_reading() -> None:
    answered = Party(id="a", name="A", answer=WHOLE, sent=SIGNED)
    waiting = Party(id="b", name="B")
    assert not is_open(Purpose(parties=(answered, waiting)))
    without = Party(id="b", name="B", linked=False)
    assert is_open(Purpose(parties=(answered, without)))
    assert not is_open(Purpose(parties=(without,))), "there is nothing to read"


def test_a_party_without_a_link_has_to_confirm_all_the_same() -> None:
    done = Party(id="a", name="A", confirmed=SIGNED)
    purpose = Purpose(parties=(done, Party(id="b", name="B", linked=False)), agreed=WHOLE)
    assert stage(purpose) == "to_confirm"


def test_whether_the_target_group_was_heard_is_compared_as_it_is_said() -> None:
    def of(*heard: str | None) -> str | None:
        parties = [
            Party(id=str(at), name="A", answer=Answer(heard=each), sent=SIGNED)
            for at, each in enumerate(heard)
        ]
        return heard_verdict(Purpose(parties=tuple(parties)))

    assert of("yes", "not_yet") == "differ"
    assert of("yes", "yes", None) == "alike"
    assert of("yes", None) is None


def test_the_text_as_one() -> None:
    assert as_one_text(WHOLE, "da") == "Mad\n\nMålgruppe: Ældre"
    assert as_one_text(WHOLE, "en") == "Mad\n\nTarget group: Ældre"
    assert as_one_text(Answer(), "da") == ""
