from datetime import date

import pytest

from matcher.network.evidence import Piece, Stay, joint, merged

AS_OF = date(2026, 5, 1)


def make_stay(organisation, collaboration="c", since=None, until=None):
    return Stay(collaboration=collaboration, organisation=organisation, since=since, until=until)


def make_piece(strength=0.5, kind="collaboration", since=None, until=None):
    return Piece(
        a="a", b="b", kind=kind, evidence="reported", strength=strength, since=since, until=until
    )


def test_every_two_of_a_collaboration_are_tied_less_closely_the_more_there_are():
    pieces = joint([make_stay(x) for x in "abc"], AS_OF)
    assert [(piece.a, piece.b) for piece in pieces] == [("a", "b"), ("a", "c"), ("b", "c")]
    assert {piece.strength for piece in pieces} == {0.5}


def test_one_participant_ties_nobody():
    assert joint([make_stay("a")], AS_OF) == ()


def test_those_who_never_overlapped_are_not_tied():
    early = make_stay("a", until=date(2020, 1, 1))
    late = make_stay("b", since=date(2021, 1, 1))
    assert joint([early, late], AS_OF) == ()


def test_a_tie_lasts_as_long_as_both_take_part():
    first = make_stay("a", since=date(2019, 1, 1), until=date(2022, 1, 1))
    second = make_stay("b", since=date(2020, 1, 1))
    (piece,) = joint([first, second], AS_OF)
    assert (piece.since, piece.until) == (date(2020, 1, 1), date(2022, 1, 1))


def test_what_begins_later_is_not_known_yet():
    assert joint([make_stay("a"), make_stay("b", since=date(2027, 1, 1))], AS_OF) == ()


def test_pieces_add_up_to_a_tie_of_at_most_one():
    (tie,) = merged([make_piece(0.7), make_piece(0.6, kind="shares rooms")], AS_OF)
    assert tie.strength == 1.0
    assert tie.kinds == ("collaboration", "shares rooms")


@pytest.mark.parametrize(
    ("ends", "until", "current"),
    [
        ([date(2020, 1, 1), None], None, True),
        ([date(2020, 1, 1), date(2021, 1, 1)], date(2021, 1, 1), False),
        ([date(2020, 1, 1), AS_OF], AS_OF, True),
    ],
)
def test_a_tie_is_current_while_any_of_it_is(ends, until, current):
    (tie,) = merged([make_piece(until=end) for end in ends], AS_OF)
    assert (tie.until, tie.current) == (until, current)


def test_a_tie_is_known_from_its_earliest_day():
    pieces = [make_piece(since=date(2024, 1, 1)), make_piece(since=None)]
    (tie,) = merged(pieces, AS_OF)
    assert tie.since == date(2024, 1, 1)
