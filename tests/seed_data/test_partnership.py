"""The collaboration of the demo network that is carried on says what it says through the pages."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from matcher.partnership.agreement_texts import agreement_texts
from matcher.partnership.pulse_texts import pulse_texts
from matcher.partnership.purpose_texts import purpose_texts
from matcher.services.access import OPERATOR
from matcher.services.agreements import agreement_stage, edit_agreement
from matcher.services.anchoring import show_anchoring
from matcher.services.importing import import_files
from matcher.services.installation import Installation
from matcher.services.pulses import show_pulse
from matcher.services.purposes import purpose_stage
from matcher.services.set_up import set_up
from matcher.settings import Settings
from seed_data.demo import write_shifted
from seed_data.partnership import carry_on, read
from seed_data.vocabulary import read_vocabulary
from tests.seed_data.conftest import Tables

TODAY = date(2028, 2, 29)


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Installation, str]]:
    folder = tmp_path_factory.mktemp("demo")
    installation = Installation(Settings(database_url=f"sqlite:///{folder / 'demo.db'}"))
    set_up(installation, OPERATOR, read_vocabulary())
    write_shifted(folder / "files", TODAY)
    import_files(installation, OPERATOR, [folder / "files"], strict=True)
    yield installation, carry_on(installation, OPERATOR, TODAY)
    installation.close()


def test_those_who_answer_take_part(tables: Tables) -> None:
    told = read()
    (collaboration,) = (
        row for row in tables["collaborations"] if row["title"] == told["collaboration"]
    )
    members = {
        row["organisation"]
        for row in tables["participants"]
        if row["collaboration"] == collaboration["id"]
    }
    names = {row["name"] for row in tables["organisations"] if row["id"] in members}
    assert set(told["answers"]) == set(told["pulse"]) == names
    assert {name for row in told["draft"]["tasks"] for name in row["parts"]} <= names
    assert {row["owner"] for row in told["talk"]["decisions"]} <= names


def test_what_is_answered_is_asked() -> None:
    told = read()
    questions = {each.id for each in purpose_texts().questions} | {"name", "heard", "heard_how"}
    assert all(set(answer) <= questions for answer in told["answers"].values())
    rated = {each.id for each in pulse_texts().questions}
    assert all(set(ratings) <= rated for ratings in told["pulse"].values())
    fields = {
        f"{section.id}-{field.id}"
        for section in agreement_texts().sections
        for field in section.fields
    }
    assert set(told["draft"]) - {"tasks"} <= fields


def test_every_part_of_the_way_has_begun(demo: tuple[Installation, str]) -> None:
    installation, key = demo
    purpose = purpose_stage(installation, OPERATOR, key, as_of=TODAY)
    assert (purpose.answered, purpose.parties) == (3, 3)
    draft = edit_agreement(installation, OPERATOR, key, language="da", as_of=TODAY)
    assert draft.form.rows["roles-tasks"][0]["task"] == "Vælge numre sammen med publikum"
    assert agreement_stage(installation, OPERATOR, key, as_of=TODAY) is not None
    anchoring = show_anchoring(installation, OPERATOR, key, as_of=TODAY)
    assert len(anchoring.talks) >= 1
    assert len(show_pulse(installation, OPERATOR, key, today=TODAY).told) == 1


def test_without_the_network_it_says_so(tmp_path: Path) -> None:
    installation = Installation(Settings(database_url=f"sqlite:///{tmp_path / 'empty.db'}"))
    set_up(installation, OPERATOR, read_vocabulary())
    with pytest.raises(LookupError, match="demo network"):
        carry_on(installation, OPERATOR, TODAY)
    installation.close()
