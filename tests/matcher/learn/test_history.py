"""What a network's past asks and answers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from matcher.landscape import TieRow, build
from matcher.learn.history import MOST_PARTICIPANTS, history
from tests.engine_factories import make_collaboration, make_rows

UNTIL = date(2024, 1, 1)
CUT = date(2022, 1, 1)


def _rows(**known: object) -> object:
    return make_rows(
        *"abcde",
        joint=[
            make_collaboration("first", "abc", start=date(2021, 1, 1)),
            make_collaboration(
                "second",
                "abd",
                start=CUT,
                title="Sang",
                purpose="Kor for alle",
                themes=("song",),
                target_groups=("old",),
                area="Valby",
                funding_source="Fonden",
            ),
            make_collaboration("third", "ce", start=date(2023, 1, 1)),
            make_collaboration("undated", "ad"),
            make_collaboration("later", "abc", start=UNTIL),
        ],
        themes={"a": ["aaa"]},
        ties=[
            TieRow(id="old", a="a", b="e", date=date(2020, 1, 1)),
            TieRow(id="undated", a="b", b="e"),
            TieRow(id="later", a="c", b="e", date=UNTIL),
        ],
        **known,
    )


def test_each_known_participant_asks_for_the_others_that_were_known() -> None:
    told = history(_rows(), UNTIL)
    asked = told.questions(CUT)
    assert [(each.brief.asker, each.relevant) for each in asked] == [(0, (1,)), (1, (0,))]
    assert told.known(CUT) == {0, 1, 2}


def test_a_brief_says_what_the_collaboration_set_out_to_do() -> None:
    rows = _rows()
    brief = history(rows, UNTIL).questions(CUT)[0].brief
    landscape = build(rows, as_of=UNTIL, revision=0)
    assert brief.purpose == "Sang\nKor for alle"
    assert [landscape.vocabularies["theme"].ids[at] for at in brief.themes] == ["song"]
    assert [landscape.vocabularies["target_group"].ids[at] for at in brief.target_groups] == ["old"]
    assert (brief.area, brief.funding_source) == ("Valby", "Fonden")
    assert brief.members == ()


def test_what_is_later_or_undated_is_not_part_of_it() -> None:
    told = history(_rows(), UNTIL)
    assert {row.id for row in told.rows.collaborations} == {"first", "second", "third"}
    assert {row.collaboration for row in told.rows.participations} == {"first", "second", "third"}
    assert {row.id for row in told.rows.ties} == {"old"}


def test_who_joins_later_is_not_there_yet() -> None:
    rows = _rows()
    late = replace(rows.participations[0], since=UNTIL)
    told = history(replace(rows, participations=(late, *rows.participations[1:])), UNTIL)
    assert told.known(CUT) == {1, 2}


def test_a_register_asks_nothing() -> None:
    keys = [f"o{number}" for number in range(MOST_PARTICIPANTS + 1)]
    both = [make_collaboration("c0", keys, start=date(2021, 1, 1))]
    for size, questions in ((MOST_PARTICIPANTS, MOST_PARTICIPANTS), (MOST_PARTICIPANTS + 1, 0)):
        joint = [*both, make_collaboration("c1", keys[:size], start=date(2023, 1, 1))]
        assert len(history(make_rows(*keys, joint=joint), UNTIL).questions(CUT)) == questions


def test_no_rows_are_no_history() -> None:
    told = history(make_rows(), UNTIL)
    assert told.undertakings == ()
    assert told.questions(CUT) == ()
