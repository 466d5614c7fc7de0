from datetime import date

import numpy as np
import pytest

from matcher.network.evidence import AGREEMENTS, day
from matcher.network.ties import evidence_words, merged, some, visible
from tests.matcher.network.evidence_makers import Report, Stay, make_evidence

AS_OF = date(2026, 5, 1)
ROWS = {key: row for row, key in enumerate("abc")}


def ties_of(*told):
    stays = [each for each in told if isinstance(each, Stay)]
    reports = [each for each in told if isinstance(each, Report)]
    return merged(make_evidence(stays, reports, ROWS, AS_OF), AS_OF)


def make_report(**told):
    return Report(**{"a": "a", "b": "b", **told})


def make_pair(collaboration, **told):
    return [Stay(collaboration=collaboration, organisation=x, **told) for x in "ab"]


def test_pieces_add_up_to_a_tie_of_at_most_one():
    ties = ties_of(make_report(strength=0.7), make_report(strength=0.6, kind="shares rooms"))
    assert len(ties) == 1
    assert ties.strength.tolist() == [1.0]
    assert ties.kinds[ties.kind[0]] == ("reported", "shares rooms")


def test_ties_with_the_same_kinds_have_the_same_number():
    both = [Report(a=a, b=b, kind=kind) for a, b in ("ab", "bc") for kind in ("x", "y")]
    ties = ties_of(*both, Report(a="a", b="c", kind="y"))
    assert [ties.kinds[code] for code in ties.kind] == [("x", "y"), ("y",), ("x", "y")]
    assert ties.kind[0] == ties.kind[2]


@pytest.mark.parametrize(
    ("ends", "until", "current"),
    [
        ([date(2020, 1, 1), None], None, True),
        ([date(2020, 1, 1), date(2021, 1, 1)], date(2021, 1, 1), False),
        ([date(2020, 1, 1), AS_OF], AS_OF, True),
    ],
)
def test_a_tie_is_current_while_any_of_it_is(ends, until, current):
    ties = ties_of(*(make_report(until=end) for end in ends))
    assert (day(ties.until[0]), bool(ties.current[0])) == (until, current)


def test_a_tie_is_known_from_its_earliest_day():
    ties = ties_of(make_report(since=date(2024, 1, 1)), make_report())
    assert day(ties.since[0]) == date(2024, 1, 1)
    assert day(ties_of(make_report()).since[0]) is None


def test_the_best_agreement_of_what_goes_on_counts():
    past = make_pair("old", until=date(2020, 1, 1), agreement="written")
    ties = ties_of(*past, *make_pair("now", agreement="none"), *make_pair("too", agreement="oral"))
    assert AGREEMENTS[ties.agreement[0]] == "oral"
    assert ties_of(*past).agreement.tolist() == [-1]
    assert ties_of(make_report()).agreement.tolist() == [-1]


def test_the_last_of_the_money_counts():
    first, last = date(2026, 12, 31), date(2028, 12, 31)
    ties = ties_of(*make_pair("x", funding_end=last), *make_pair("y", funding_end=first))
    assert day(ties.funding_end[0]) == last
    assert day(ties_of(*make_pair("x")).funding_end[0]) is None


def test_evidence_says_where_from():
    ties = ties_of(*make_pair("x"), make_report(), Report(a="b", b="c"))
    words = [evidence_words(int(code)) for code in ties.evidence]
    assert words == [("collaboration", "reported"), ("reported",)]


def test_pieces_of_ties_are_found_again():
    ties = ties_of(*make_pair("x"), *make_pair("y"), Report(a="b", b="c"))
    assert ties.count.tolist() == [2, 1]
    assert ties.piece.tolist() == [0, 1, 2]
    last = some(ties, np.array([1]))
    assert (last.piece.tolist(), last.tie_of_piece.tolist()) == ([2], [0])


def test_no_evidence_gives_no_ties():
    assert len(ties_of()) == 0
    assert ties_of().piece.tolist() == []


def test_hidden_ones_take_their_evidence_with_them():
    pieces = make_evidence([], [make_report(), Report(a="b", b="c")], ROWS, AS_OF)
    assert visible(pieces, np.array([False, False, True])).a.tolist() == [0]
