"""What an agreement has people do, and from when."""

from __future__ import annotations

from datetime import date, timedelta

from matcher.partnership.due import Due
from matcher.services.agreements.due import due
from matcher.services.anchoring import hold_talk, save_talk
from matcher.services.installation import Installation
from tests.factories import EDITOR
from tests.matcher.services.agreements.makers import Pair, make_pair
from tests.matcher.services.dues import HERE


def dues(pair: Pair, as_of: date) -> dict[str, Due]:
    with pair.installation.reading() as session:
        found = list(due(session, as_of, HERE))
    assert len({each.key for each in found}) == len(found)
    return {each.text.id: each for each in found}


NOW = date.today()
DRAFT = "A draft of the agreement has not been laid before the parties."
ACCEPT = "Read version {number} of the agreement and accept it."
MISSING = "{names}: version {number} of the agreement has not been accepted yet."
REMARKED = "{names} would have version {number} of the agreement say something different."
ENDS = "The agreement ends on {day}. Agree whether it is prolonged."
STOCK = "Take stock of the collaboration, as the agreement says."


def take_stock(pair: Pair, day: date) -> None:
    """Hold the talk that the reminder leads to."""
    where = {"installation": pair.installation, "actor": EDITOR}
    shown = hold_talk(**where, collaboration_id=pair.collaboration, about="stock", as_of=day)
    assert shown.form.values["about"] == "stock"
    save_talk(
        **where,
        collaboration_id=pair.collaboration,
        talk_id=shown.key,
        form=shown.form,
        version=0,
        as_of=day,
    )


def test_nothing_written_asks_for_nothing(installation: Installation) -> None:
    assert dues(make_pair(installation), NOW) == {}


def test_a_draft_is_to_be_laid_before_the_parties_after_a_while(
    installation: Installation,
) -> None:
    pair = make_pair(installation)
    pair.write()
    found = dues(pair, NOW)
    assert set(found) == {DRAFT}
    assert timedelta(days=13) <= found[DRAFT].day - NOW <= timedelta(days=15)
    assert found[DRAFT].path == f"/collaborations/{pair.collaboration}/agreement"
    pair.lay_before()
    assert DRAFT not in dues(pair, NOW)


def test_each_party_is_asked_until_it_has_accepted(installation: Installation) -> None:
    pair = make_pair(installation)
    pair.write()
    pair.lay_before()
    with installation.reading() as session:
        asked = [each.party for each in due(session, NOW, HERE) if each.party]
    assert len(asked) == 2
    assert dues(pair, NOW)[ACCEPT].path == "/agreement"
    pair.accept(pair.house, 1)
    found = dues(pair, NOW)
    assert found[ACCEPT].party == pair.party(pair.club).party.id
    assert found[MISSING].user is None
    pair.accept(pair.club, 1)
    assert dues(pair, NOW) == {}


def test_who_would_have_something_different_is_not_asked_to_accept(
    installation: Installation,
) -> None:
    pair = make_pair(installation)
    pair.write()
    pair.lay_before()
    pair.remark(pair.club, 1, "Vi kan først fra marts")
    with installation.reading() as session:
        found = list(due(session, NOW, HERE))
    assert [each.party for each in found if each.party] == [pair.party(pair.house).party.id]
    told = {each.text.id: each for each in found}[REMARKED]
    assert told.text.values["names"].items == ("Klubben",)
    assert told.path == f"/collaborations/{pair.collaboration}/agreement"
    pair.write("Seks måneder")
    pair.lay_before()
    found_now = dues(pair, NOW)
    assert REMARKED not in found_now, "there is another version to read"
    assert ACCEPT in found_now


def test_a_changed_draft_is_due_again(installation: Installation) -> None:
    pair = make_pair(installation)
    pair.write()
    pair.lay_before()
    pair.write("Seks måneder")
    assert DRAFT in dues(pair, NOW)
    pair.write("Tre måneder")
    assert DRAFT not in dues(pair, NOW), "it says the same as the version again"


def test_the_end_and_taking_stock_fall_due_by_the_agreement(installation: Installation) -> None:
    pair = make_pair(installation)
    pair.write("2028-02-29", section="period", field="end")
    pair.write("2027-06-01", section="evaluation", field="day")
    pair.lay_before()
    found = dues(pair, NOW)
    assert found[ENDS].day == date(2027, 11, 29)
    assert found[STOCK].day == date(2027, 6, 1)
    assert ENDS in dues(pair, date(2028, 2, 29))
    assert ENDS not in dues(pair, date(2028, 3, 1))
    assert STOCK in dues(pair, date(2027, 9, 1)), "until it was done"
    take_stock(pair, date(2027, 4, 1))
    assert STOCK in dues(pair, date(2027, 9, 1)), "long before is another time"
    take_stock(pair, date(2027, 5, 20))
    assert STOCK not in dues(pair, date(2027, 9, 1))


def test_a_collaboration_that_is_over_asks_for_nothing(installation: Installation) -> None:
    pair = make_pair(installation, end=NOW - timedelta(days=1))
    pair.write()
    pair.lay_before()
    assert dues(pair, NOW) == {}
