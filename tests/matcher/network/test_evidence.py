from datetime import date

import numpy as np

from matcher.network.evidence import day, taken
from tests.matcher.network.evidence_makers import Report, Stay, make_evidence

AS_OF = date(2026, 5, 1)
ROWS = {key: row for row, key in enumerate("abcdef")}


def make_stay(organisation, collaboration="c", **told):
    return Stay(collaboration=collaboration, organisation=organisation, **told)


def joint(*stays):
    return make_evidence(stays, [], ROWS, AS_OF)


def pairs(pieces):
    return ["abcdef"[a] + "abcdef"[b] for a, b in zip(pieces.a, pieces.b, strict=True)]


def test_every_two_of_a_collaboration_are_tied_less_closely_the_more_there_are():
    pieces = joint(*(make_stay(x) for x in "abc"))
    assert pairs(pieces) == ["ab", "ac", "bc"]
    assert pieces.strength.tolist() == [0.5] * 3
    assert [pieces.kinds[code] for code in pieces.kind] == ["collaboration"] * 3


def test_one_participant_ties_nobody():
    assert len(joint(make_stay("a"))) == 0


def test_nothing_is_known():
    pieces = make_evidence([], [], ROWS, AS_OF)
    assert (len(pieces), len(pieces.known)) == (0, 0)
    assert pieces.agreement.tolist() == pieces.funding_end.tolist() == []


def test_those_who_never_overlapped_are_not_tied():
    early = make_stay("a", until=date(2020, 1, 1))
    late = make_stay("b", since=date(2021, 1, 1))
    assert len(joint(early, late)) == 0


def test_a_tie_lasts_as_long_as_both_take_part():
    first = make_stay("a", since=date(2019, 1, 1), until=date(2022, 1, 1))
    pieces = joint(first, make_stay("b", since=date(2020, 1, 1)))
    assert (day(pieces.since[0]), day(pieces.until[0])) == (date(2020, 1, 1), date(2022, 1, 1))


def test_what_begins_later_is_not_known_yet():
    later = date(2027, 1, 1)
    assert len(joint(make_stay("a"), make_stay("b", since=later))) == 0
    assert len(make_evidence([], [Report(a="a", b="b", since=later)], ROWS, AS_OF)) == 0


def test_reports_say_what_they_are_and_how_sure():
    reports = [Report(a="b", b="a"), Report(a="a", b="c", kind="shares rooms", strength=0.25)]
    pieces = make_evidence([], [*reports, Report(a="d", b="d")], ROWS, AS_OF)
    assert pairs(pieces) == ["ab", "ac"]
    assert [pieces.kinds[code] for code in pieces.kind] == ["reported", "shares rooms"]
    assert pieces.strength.tolist() == [1.0, 0.25]
    assert pieces.reported.all()


def test_agreement_and_money_are_the_collaborations():
    end = date(2027, 6, 30)
    pieces = make_evidence(
        [make_stay(x, agreement="oral", funding_end=end) for x in "ab"],
        [Report(a="a", b="c")],
        ROWS,
        AS_OF,
    )
    assert pieces.agreement.tolist() == [1, -1]
    assert [day(value) for value in pieces.funding_end] == [end, None]


def test_some_pieces_stay_in_order():
    pieces = joint(*(make_stay(x, key) for key in "pq" for x in "abc"))
    assert (np.diff(pieces.a * 10 + pieces.b) >= 0).all()
    assert pairs(taken(pieces, pieces.collaboration == 1)) == ["ab", "ac", "bc"]
