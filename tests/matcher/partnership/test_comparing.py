"""What differs between two versions, word by word."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from matcher.partnership.comparing import compare, word_runs
from matcher.partnership.written import Grid, Written, WrittenSection

TEXTS = st.text(alphabet="ab \n", max_size=30)


def make_written(*sections: WrittenSection) -> Written:
    return Written(
        title="Fælles måltider",
        number=1,
        day=date(2026, 1, 1),
        language="da",
        sections=sections,
        signatures=(),
    )


def make_grid(*rows: tuple[str, ...]) -> WrittenSection:
    grid = Grid(columns=("Opgave", "Huset", "Klubben"), rows=rows)
    return WrittenSection(id="roles", heading="Hvem gør hvad", grids=(grid,))


def make_facts(**facts: str) -> WrittenSection:
    return WrittenSection(id="stop", heading="Stop", facts=tuple(facts.items()))


@given(TEXTS, TEXTS)
def test_what_stayed_and_went_is_before_what_stayed_and_came_is_after(a: str, b: str) -> None:
    runs = word_runs(a, b)
    assert "".join(run.text for run in runs if run.kind != "added") == a
    assert "".join(run.text for run in runs if run.kind != "removed") == b


@given(TEXTS)
def test_the_same_text_is_one_run(text: str) -> None:
    assert {run.kind for run in word_runs(text, text)} <= {"same"}


def test_the_same_agreement_does_not_differ() -> None:
    written = make_written(make_facts(Varsel="tre måneder"), make_grid(("Mad", "Ansvarlig", "–")))
    assert compare(written, written) == ()


def test_a_word_in_a_field() -> None:
    before = make_written(make_facts(Varsel="tre måneder", Uenighed="tal sammen"))
    after = make_written(make_facts(Varsel="seks måneder", Uenighed="tal sammen"))
    (section,) = compare(before, after)
    (field,) = section.fields
    assert (section.heading, field.label) == ("Stop", "Varsel")
    assert [(run.kind, run.text) for run in field.runs] == [
        ("removed", "tre"),
        ("added", "seks"),
        ("same", " måneder"),
    ]


def test_a_cell_of_the_grid() -> None:
    before = make_written(make_grid(("Mad", "Ansvarlig", "–"), ("Musik", "–", "Ansvarlig")))
    after = make_written(make_grid(("Mad", "Ansvarlig", "Deltager"), ("Musik", "–", "Ansvarlig")))
    ((field,),) = [section.fields for section in compare(before, after)]
    assert field.label == "Mad"
    assert [run.text for run in field.runs if run.kind == "added"] == ["Deltager"]


def test_a_task_that_came_and_one_that_went() -> None:
    before = make_written(make_grid(("Mad", "Ansvarlig", "–")))
    after = make_written(make_grid(("Musik", "–", "–")))
    ((came, went),) = [section.fields for section in compare(before, after)]
    assert (came.label, {run.kind for run in came.runs}) == ("Musik", {"added"})
    assert (went.label, {run.kind for run in went.runs}) == ("Mad", {"removed"})


def test_a_section_that_was_not_there() -> None:
    (section,) = compare(make_written(), make_written(make_facts(Varsel="tre måneder")))
    assert [run.kind for run in section.fields[0].runs] == ["added"]
