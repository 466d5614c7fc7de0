"""From the questions to a text that all have confirmed."""

from __future__ import annotations

from datetime import timedelta

import pytest

from matcher.errors import Refusal
from matcher.services import parties
from matcher.services.access import Actor
from matcher.services.installation import Installation
from matcher.services.purposes import (
    PurposePage,
    lay_open,
    party_purpose,
    remark,
    save_answer,
    save_text,
    show_purpose,
    take_over,
)
from matcher.store import documents
from matcher.store.queries import history
from matcher.store.queries.purposes import confirmed_purpose
from tests.factories import EDITOR, READER, make_organisation, make_participant
from tests.matcher.services.purposes.making import (
    TODAY,
    Together,
    answer,
    give,
    make_form,
    make_together,
    write,
)


@pytest.fixture
def together(installation: Installation) -> Together:
    """A collaboration of two, each with a link."""
    return make_together(installation)


def page(together: Together, actor: Actor = EDITOR) -> PurposePage:
    return show_purpose(together.installation, actor, together.id, language="da", as_of=TODAY)


def edition(together: Together) -> int:
    return page(together).purpose.edition


def collaboration(together: Together) -> dict[str, object]:
    with together.installation.reading() as session:
        return documents.read(session, "collaboration", [together.id])[together.id]


def test_from_the_questions_to_a_confirmed_text(together: Together) -> None:
    assert page(together).stage == "waiting"
    answer(together, "Beboerhuset", target_group="Unge")
    assert page(together).stage == "waiting"
    assert answer(together, "Plejehjemmet", target_group="Ældre med demens").all
    read = page(together)
    assert read.stage == "laid_open"
    assert read.compared[0].question.id == "target_group"
    assert read.compared[0].comparison.verdict == "differ"
    write(together, purpose="")
    assert page(together).stage == "agreeing"
    write(together)
    assert page(together).stage == "to_confirm"
    assert not give(together, "Beboerhuset", edition(together)).all
    assert give(together, "Plejehjemmet", edition(together)).all
    assert page(together).stage == "confirmed"
    write(together, need="Vi har spurgt dem.")
    assert page(together).stage == "to_confirm"


def test_nobody_reads_anothers_answer_before_its_own(together: Together) -> None:
    answer(together, "Beboerhuset", purpose="hemmeligt")
    installation = together.installation
    lay_open(installation, EDITOR, together.id, as_of=TODAY)
    assert page(together).opened, "the house laid them open"
    other = together.here("Plejehjemmet")
    assert "hemmeligt" not in repr(party_purpose(installation, other, as_of=TODAY))
    answer(together, "Plejehjemmet", purpose="vores")
    assert "hemmeligt" in repr(party_purpose(installation, other, as_of=TODAY))


def test_the_house_reads_nothing_before_all_have_answered(together: Together) -> None:
    answer(together, "Beboerhuset", purpose="hemmeligt")
    answer(together, "Plejehjemmet", send=False, purpose="kladde")
    assert "hemmeligt" not in repr(page(together))
    lay_open(together.installation, EDITOR, together.id, as_of=TODAY)
    assert "hemmeligt" in repr(page(together))
    assert "kladde" not in repr(page(together)), "a draft is for the party alone"


def test_readers_are_not_told_who_wrote(together: Together) -> None:
    answer(together, "Beboerhuset", purpose="Mad")
    assert "Kontakt i Beboerhuset" in repr(page(together))
    assert "Kontakt i" not in repr(page(together, READER))


def test_a_draft_is_kept_and_can_be_gone_on_with(together: Together) -> None:
    assert answer(together, "Beboerhuset", send=False, purpose="Begyndt", name="").draft
    here = together.here("Beboerhuset")
    read = party_purpose(together.installation, here, as_of=TODAY)
    assert read.form.text("purpose") == "Begyndt"
    assert read.own.sent is None
    answer(together, "Beboerhuset", purpose="Færdig")
    again = answer(together, "Beboerhuset", send=False, purpose="Rettet")
    assert not again.draft, "what was sent stays sent"


def test_an_answer_needs_a_name_and_something_to_say(together: Together) -> None:
    with pytest.raises(Refusal) as refused:
        answer(together, "Beboerhuset", name="")
    assert set(refused.value.details["fields"]) == {"name", "purpose"}  # type: ignore[call-overload]
    assert answer(together, "Beboerhuset", need="Vi ved det ikke").left_open == 3


def test_a_text_that_is_too_long_is_refused_with_the_limit(together: Together) -> None:
    with pytest.raises(Refusal) as refused:
        answer(together, "Beboerhuset", need="x" * 3001)
    assert refused.value.details["fields"]["need"].values == {"limit": 3000}  # type: ignore[index]


def test_two_who_write_in_one_partys_name_lose_nothing(together: Together) -> None:
    here, installation = together.here("Beboerhuset"), together.installation
    mark = party_purpose(installation, here, as_of=TODAY).mark
    answer(together, "Beboerhuset", purpose="Den første")
    late = make_form(name="Den anden", purpose="Den anden")
    with pytest.raises(Refusal) as refused:
        save_answer(installation, here, late, mark=mark, send=True, as_of=TODAY)
    details = refused.value.details
    assert details["answer"].texts == {"purpose": "Den første"}  # type: ignore[attr-defined]
    save_answer(installation, here, late, mark=str(details["mark"]), send=True, as_of=TODAY)


def test_sending_twice_is_sending_once(together: Together) -> None:
    here, installation = together.here("Beboerhuset"), together.installation
    mark = party_purpose(installation, here, as_of=TODAY).mark
    form = make_form(name="Kim", purpose="Mad")
    for _ in range(2):
        save_answer(installation, here, form, mark=mark, send=True, as_of=TODAY)
    assert len([p for p in page(together).purpose.parties if p.sent]) == 1


def test_confirming_twice_is_confirming_once(together: Together) -> None:
    write(together)
    give(together, "Beboerhuset", edition(together))
    first = page(together).purpose.parties[0].confirmed
    give(together, "Beboerhuset", edition(together))
    assert page(together).purpose.parties[0].confirmed == first


def test_a_text_that_changed_meanwhile_is_not_confirmed(together: Together) -> None:
    write(together)
    read = edition(together)
    write(together, difference="Alle kender en nabo.")
    with pytest.raises(Refusal) as refused:
        give(together, "Beboerhuset", read)
    assert refused.value.code == "conflict"
    assert not any(each.confirmed for each in page(together).purpose.parties)


def test_saving_the_same_text_again_keeps_the_confirmations(together: Together) -> None:
    write(together)
    give(together, "Beboerhuset", edition(together))
    before = edition(together)
    write(together)
    assert edition(together) == before
    assert page(together).purpose.parties[0].confirmed


def test_a_text_without_a_target_group_cannot_be_confirmed(together: Together) -> None:
    write(together, target_group="")
    with pytest.raises(Refusal, match="conflict"):
        give(together, "Beboerhuset", edition(together))


def test_who_has_left_need_not_confirm_and_cannot(together: Together) -> None:
    write(together)
    give(together, "Beboerhuset", edition(together))
    with together.installation.writing(EDITOR) as work:
        document = documents.read(work.session, "collaboration", [together.id])[together.id]
        gone = {**document, "participants": [
            {**each, "until": (TODAY - timedelta(days=1)).isoformat()}
            if each["organisation"] == together.organisations["Plejehjemmet"] else each
            for each in document["participants"]
        ]}  # fmt: skip
        documents.write(work, "collaboration", {together.id: gone})
        work.commit()
    assert page(together).stage == "confirmed"
    with pytest.raises(Refusal, match="forbidden"):
        give(together, "Plejehjemmet", edition(together))
    with pytest.raises(Refusal, match="forbidden"):
        answer(together, "Plejehjemmet", purpose="For sent")


def test_who_joins_later_has_to_confirm_too(together: Together) -> None:
    write(together)
    for name in together.parties:
        give(together, name, edition(together))
    assert page(together).stage == "confirmed"
    newcomer = make_organisation(together.installation, "Skolen")
    with together.installation.writing(EDITOR) as work:
        document = documents.read(work.session, "collaboration", [together.id])[together.id]
        more = [*document["participants"], make_participant(newcomer)]
        more.sort(key=lambda each: str(each["organisation"]))
        documents.write(work, "collaboration", {together.id: {**document, "participants": more}})
        work.commit()
    read = page(together)
    assert read.stage == "to_confirm"
    assert [each.name for each in read.purpose.parties if not each.linked] == ["Skolen"]
    with together.installation.writing(EDITOR) as work:
        made = parties.carried_on(work, together.id, TODAY)
        work.commit()
    assert {each.id for each in made} == {each.id for each in read.purpose.parties}


def test_answers_stay_as_they_are_once_all_have_confirmed(together: Together) -> None:
    write(together)
    for name in together.parties:
        give(together, name, edition(together))
    with pytest.raises(Refusal, match="conflict"):
        answer(together, "Beboerhuset", purpose="For sent")


def test_what_could_be_read_stays_open_once_there_is_a_text(together: Together) -> None:
    for name in together.parties:
        answer(together, name, purpose="Mad")
    write(together)
    assert page(together).purpose.laid_open


def test_answers_without_any_cannot_be_laid_open(together: Together) -> None:
    with pytest.raises(Refusal, match="conflict"):
        lay_open(together.installation, EDITOR, together.id, as_of=TODAY)


def test_two_who_write_the_text_lose_nothing(together: Together) -> None:
    version = page(together).purpose.version
    write(together, need="Vi har talt dem.")
    late = make_form(purpose="En anden tekst", target_group="Ældre i Valby")
    with pytest.raises(Refusal) as refused:
        save_text(together.installation, EDITOR, together.id, late, version=version, as_of=TODAY)
    form = refused.value.details["form"]
    assert form.text("purpose") == "En anden tekst"  # type: ignore[attr-defined]
    assert form.text("need") == "Vi har talt dem.", "what was not touched is theirs"  # type: ignore[attr-defined]
    assert refused.value.details["changes"]


def test_the_confirmed_text_is_taken_over(together: Together) -> None:
    write(together)
    asked = {"language": "da", "as_of": TODAY}
    with pytest.raises(Refusal, match="conflict"):
        take_over(together.installation, EDITOR, together.id, **asked)  # type: ignore[arg-type]
    for name in together.parties:
        give(together, name, edition(together))
    take_over(together.installation, EDITOR, together.id, **asked)  # type: ignore[arg-type]
    told = "Ingen spiser alene.\n\nMålgruppe: Ældre i Valby"
    assert collaboration(together)["purpose"] == told
    assert page(together).taken_over


def test_an_agreement_takes_over_text_and_who_confirmed(together: Together) -> None:
    with together.installation.reading() as session:
        assert confirmed_purpose(session, together.id) is None
    write(together)
    give(together, "Beboerhuset", edition(together))
    with together.installation.reading() as session:
        agreed = confirmed_purpose(session, together.id)
    assert agreed is not None
    assert agreed.texts["target_group"] == "Ældre i Valby"
    assert agreed.confirmed_by == (together.organisations["Beboerhuset"],)


def test_answers_and_confirmations_are_not_in_the_history(together: Together) -> None:
    for name in together.parties:
        answer(together, name, purpose="hemmeligt")
    write(together)
    give(together, "Beboerhuset", edition(together))
    with together.installation.reading() as session:
        told = repr(history.changes(session, ["purpose"], together.id, offset=0, limit=50))
    assert "Ingen spiser alene" in told
    assert "hemmeligt" not in told
    assert "Kontakt i" not in told


def test_a_remark_is_read_by_all_until_the_text_is_another(together: Together) -> None:
    write(together)
    said = make_form(remark="Også de unge")
    here, other = together.here("Beboerhuset"), together.here("Plejehjemmet")
    remark(together.installation, here, edition(together), said, as_of=TODAY)
    read = party_purpose(together.installation, other, as_of=TODAY)
    assert [each.remark for each in read.purpose.parties] == ["Også de unge", None]
    assert page(together).purpose.parties[0].remark == "Også de unge"
    assert page(together).purpose.parties[0].sent is None, "a remark is no answer"
    write(together, target_group="Ældre og unge i Valby")
    assert page(together).purpose.parties[0].remark is None
