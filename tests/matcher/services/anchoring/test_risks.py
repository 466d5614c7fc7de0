"""Who a tie hangs on is told to editors; that it does, to everybody."""

from __future__ import annotations

from types import SimpleNamespace

from matcher.services.anchoring import show_anchoring
from matcher.services.installation import Installation
from tests.factories import EDITOR, READER, make_parties
from tests.matcher.services.anchoring.conftest import TODAY


def test_names_are_for_editors(installation: Installation, garden: SimpleNamespace) -> None:
    make_parties(installation, garden.key, contact_name="Leder", contact_email="l@a.example")
    for actor, person in ((EDITOR, "Leder"), (READER, None)):
        risks = show_anchoring(installation, actor, garden.key, as_of=TODAY).risks
        assert [each.risk for each in risks] == ["no_deputy"] * 3 + ["several_parties"]
        assert {each.person for each in risks} == {person}
        assert [each.ties for each in risks] == [2, 2, 2, 0]


def test_with_deputies_nothing_hangs_on_one(
    installation: Installation, garden: SimpleNamespace
) -> None:
    make_parties(installation, garden.key, contact_name="Leder", deputy_name="Souschef")
    assert show_anchoring(installation, READER, garden.key, as_of=TODAY).risks == ()
