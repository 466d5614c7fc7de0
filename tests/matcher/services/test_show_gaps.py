"""What is missing in the network, as pages show it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from matcher.errors import Refusal
from matcher.network.picture import MapView
from matcher.services.access import NOBODY, Actor
from matcher.services.gaps import found as finding
from matcher.services.gaps import summary as summing
from matcher.services.gaps.results import KINDS, GapTies, Key, Who
from matcher.services.installation import Installation
from matcher.services.show_gaps import show_gap_ties, show_gaps
from matcher.wording.message import Message
from matcher.wording.say import say
from tests.factories import (
    READER,
    make_collaboration,
    make_organisation,
    make_shortlist,
    make_verdict,
)

AS_OF = date(2026, 3, 1)
ROOM = Key(kind="capacities", a="meeting-room", b="Valby")


@pytest.fixture
def town(installation: Installation) -> None:
    """In Valby one needs a room that only two in Vesterbro offer; one there knows nobody."""
    valby = {"municipality": "København", "district": "Valby"}
    west = {"municipality": "København", "district": "Vesterbro"}
    make_organisation(
        installation, "Koret", id="choir", sector="association", needs=["meeting-room"],
        themes=["loneliness"], **valby,
    )  # fmt: skip
    make_organisation(
        installation, "Salen", id="hall", sector="business", offers=["meeting-room"], **west
    )
    make_organisation(
        installation, "Skolen", id="school", sector="public", offers=["meeting-room"], **west
    )
    make_organisation(
        installation, "Skjult Sal", id="gone", hidden=True, offers=["meeting-room"], **west
    )
    make_organisation(installation, "Naboen", id="friend", sector="association", **valby)
    make_collaboration(installation, "Sang", ["choir", "friend"], start="2025-01-01")
    make_collaboration(installation, "Fest", ["hall", "school"], start="2025-01-01")


def ties_of(installation: Installation, key: Key = ROOM) -> GapTies:
    return show_gap_ties(installation, READER, key, as_of=AS_OF)


@pytest.mark.usefixtures("town")
def test_the_gap_is_told_in_words_and_numbers(installation: Installation) -> None:
    found = show_gaps(installation, READER, as_of=AS_OF)
    assert tuple(table.kind for table in found.tables) == KINDS
    (line,) = found.table("capacities").lines()
    assert line.key == ROOM
    _label, area, needing, nearest, there, km = line.cells
    assert (area, needing, there, km) == ("Valby", 1, "Vesterbro", None)
    assert nearest == Who(id="hall", name="Salen")
    assert say(line.text, "en").endswith("1 organisation needs it, and no other there offers it.")
    for table in found.tables:
        for each in table.lines():
            assert len(each.cells) == len(table.columns)
            assert isinstance(each.text, Message)
            assert "Skjult" not in repr(each)


@pytest.mark.usefixtures("town")
def test_the_summary_has_one_sentence_a_kind_the_heaviest_first(installation: Installation) -> None:
    summary = show_gaps(installation, READER, as_of=AS_OF).summary
    kinds = [line.kind for line in summary]
    assert "capacities" in kinds
    assert len(kinds) == len(set(kinds))
    weights = [line.weight for line in summary]
    assert weights == sorted(weights, reverse=True)


@pytest.mark.usefixtures("town")
def test_the_ties_that_help_come_with_their_reasons(installation: Installation) -> None:
    found = ties_of(installation)
    assert [(tie.asker.id, tie.candidate.id) for tie in found.ties] in (
        [("choir", "hall"), ("choir", "school")],
        [("choir", "school"), ("choir", "hall")],
    )
    for tie in found.ties:
        assert tie.fit == pytest.approx(sum(reason.points for reason in tie.why.reasons))
        assert say(tie.brings, "en") == "meets 1 need"
        assert tie.also is not None
        assert say(tie.also, "en") == "connects 4 pairs that no ties connect today"
        assert not tie.before
    assert set(found.marked) == {"choir", "hall", "school"}


@pytest.mark.usefixtures("town")
@pytest.mark.parametrize(
    "say_no",
    [
        lambda where: make_verdict(where, "hall", asker="choir"),
        lambda where: make_verdict(where, "choir", "hide", asker="hall"),
        lambda where: make_verdict(where, "hall", "in_touch", asker="choir"),
        lambda where: _declined(where, "choir", "hall"),
        lambda where: _declined(where, "hall", "choir"),
    ],
)
def test_no_tie_is_proposed_that_one_of_the_two_was_said_no_to(
    installation: Installation, say_no: Callable[[Installation], object]
) -> None:
    say_no(installation)
    assert [tie.candidate.id for tie in ties_of(installation).ties] == ["school"]


@pytest.mark.usefixtures("town")
def test_a_verdict_for_others_or_a_good_one_changes_nothing(installation: Installation) -> None:
    make_verdict(installation, "hall", "relevant", asker="choir")
    make_verdict(installation, "hall", asker="friend")
    make_shortlist(installation, organisation="choir", entries=["hall"])
    found = ties_of(installation)
    assert {tie.candidate.id for tie in found.ties} == {"hall", "school"}
    kept = {tie.candidate.id: [title for _, title in tie.kept_on] for tie in found.ties}
    assert kept == {"hall": ["Partnere til høstfesten"], "school": []}


@pytest.mark.usefixtures("town")
def test_a_gap_that_is_filled_is_gone(installation: Installation) -> None:
    make_organisation(
        installation, "Ny Sal", offers=["meeting-room"], municipality="København", district="Valby"
    )
    for key in (ROOM, Key(kind="capacities", a="x"), Key(kind="nonsense", a="x")):
        with pytest.raises(Refusal) as refusal:
            ties_of(installation, key)
        assert refusal.value.code == "not_found"


@pytest.mark.usefixtures("town")
def test_conditions_choose_whose_gaps_and_those_on_ties_are_passed_over(
    installation: Installation,
) -> None:
    business = show_gaps(installation, READER, MapView(sector="business"), as_of=AS_OF)
    assert business.table("capacities").count == 0
    assert business.among == 1
    ties = MapView(sector="association", agreement="oral", around="choir")
    found = show_gaps(installation, READER, ties, as_of=AS_OF)
    assert (found.among, found.table("capacities").count) == (2, 1)
    assert found.view == MapView(sector="association")
    nobody = show_gaps(installation, READER, MapView(area="Nowhere"), as_of=AS_OF)
    assert nobody.among == 0
    assert all(table.count == 0 for table in nobody.tables)
    assert (nobody.heat.themes, nobody.summary) == ((), ())


@pytest.mark.usefixtures("town")
def test_the_analysis_is_kept_until_records_change_and_few_views_are(
    installation: Installation,
) -> None:
    def kept(view: MapView) -> finding.Found:
        return finding.gaps_found(installation, view, AS_OF)

    first = kept(MapView())
    assert kept(MapView()) is first
    for at in range(finding.MOST_KEPT):
        kept(MapView(area=str(at)))
    again = kept(MapView())
    assert again is not first
    make_organisation(installation, "En Til")
    assert kept(MapView()) is not again


def test_an_empty_network_has_tables_without_lines(installation: Installation) -> None:
    found = show_gaps(installation, READER, as_of=AS_OF)
    assert [table.count for table in found.tables] == [0] * len(KINDS)
    assert (found.rests.organisations, found.rests.share, found.summary) == (0, 0.0, ())


def test_who_is_alone_is_told_and_helped(installation: Installation) -> None:
    make_organisation(installation, "Ene", id="lone", themes=["loneliness"])
    key = Key(kind="alone", a="lone")
    assert ties_of(installation, key).ties == ()
    make_organisation(installation, "To", id="two", themes=["loneliness"])
    (tie,) = ties_of(installation, key).ties
    assert say(tie.brings, "en") == "connects it with 1 organisation"


@pytest.mark.parametrize("actor", [NOBODY, Actor(role="link", subject="map")])
def test_a_link_to_the_map_does_not_open_them(installation: Installation, actor: Actor) -> None:
    with pytest.raises(Refusal):
        show_gaps(installation, actor, as_of=AS_OF)
    with pytest.raises(Refusal):
        show_gap_ties(installation, actor, ROOM, as_of=AS_OF)


def _declined(installation: Installation, asker: str, candidate: str) -> None:
    from matcher.services.access import OPERATOR
    from matcher.store import documents

    key = make_shortlist(installation, organisation=asker, entries=[candidate])
    with installation.writing(OPERATOR) as work:
        before = documents.read(work.session, "shortlist", [key])
        entry = {**before[key]["entries"][0], "status": "declined"}
        after = {key: {**before[key], "entries": [entry]}}
        documents.write(work, "shortlist", after, before=before)
        work.commit()


@pytest.mark.usefixtures("town")
def test_the_picture_shows_the_largest_and_says_what_is_left_out(
    installation: Installation, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(summing, "MOST_AREAS", 1)
    found = show_gaps(installation, READER, as_of=AS_OF).heat
    assert [term for term, _ in found.themes] == ["loneliness"]
    assert len(found.areas) == 1
    assert found.left_out == (0, 1)
    ((cell,),) = show_gaps(installation, READER, MapView(area="Valby"), as_of=AS_OF).heat.cells
    assert (cell.state, cell.carers, cell.unmet, cell.wanted) == ("need", 1, 1, 1)
