"""The ties that go on, and the parts that they hold together."""

from __future__ import annotations

from datetime import date

from matcher.landscape import TieRow
from matcher.network.gaps.ties_now import parts_without, parts_without_tie, ties_now
from tests.engine_factories import make_landscape, make_organisation
from tests.matcher.network.gaps.makers import make_chain, make_ties


def test_what_has_ended_and_what_leads_to_hidden_ones_is_no_tie() -> None:
    landscape = make_landscape(
        "a",
        "b",
        "c",
        make_organisation("gone", hidden=True),
        ties=[
            TieRow(id="1", a="a", b="b"),
            TieRow(id="2", a="b", b="c", end=date(2020, 1, 1)),
            TieRow(id="3", a="c", b="gone"),
        ],
    )
    ties = ties_now(landscape)
    assert ties.degree.tolist() == [1, 1, 0, 0]
    assert ties.partners(0).tolist() == [1]
    assert sorted(ties.size.tolist()) == [1, 1, 2]


def test_parts_are_counted_without_an_organisation_or_a_tie() -> None:
    chain = make_ties(5, make_chain(5))
    assert len(set(chain.part.tolist())) == 1
    without = parts_without(chain, 2).tolist()
    assert without[0] == without[1] != without[3] == without[4]
    assert without[2] not in (without[0], without[3])
    cut = parts_without_tie(chain, 3, 2).tolist()
    assert cut[0] == cut[2] != cut[3] == cut[4]
    assert chain.degree.tolist() == [1, 2, 2, 2, 1]
