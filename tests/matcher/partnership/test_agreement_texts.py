"""The sections of an agreement are whole, in both languages."""

from __future__ import annotations

import hashlib
from dataclasses import asdict

import pytest

from matcher.partnership.agreement_texts import agreement_texts, parse
from matcher.wording.message import Words

ABOUT = """
edition = 1
[about]
heading = { da = "Om", en = "About" }
text = { da = "Tekst", en = "Text" }
[said]
"""
SECTION = """
[[section]]
id = "one"
heading = { da = "En", en = "One" }
help = { da = "Hjælp", en = "Help" }
[[section.field]]
id = "a"
kind = "text"
label = { da = "A", en = "A" }
"""


def test_the_sections_are_those_of_a_useful_agreement() -> None:
    assert [each.id for each in agreement_texts().sections] == [
        "parties",
        "degree",
        "purpose",
        "roles",
        "volunteers",
        "confidentiality",
        "child_protection",
        "insurance",
        "resources",
        "meetings",
        "period",
        "evaluation",
        "stopping",
        "anchoring",
    ]


EDITIONS = {
    1: "a3430b8fc81a1d83",
}
"""What each edition says, as a digest: parties have accepted it in these words."""


@pytest.mark.parametrize("edition", EDITIONS)
def test_what_parties_accepted_keeps_its_words(edition: int) -> None:
    said = repr(_said(edition)).encode()
    assert hashlib.sha256(said).hexdigest()[:16] == EDITIONS[edition]


def test_the_newest_edition_is_one_that_keeps_its_words() -> None:
    assert agreement_texts().edition == max(EDITIONS)
    with pytest.raises(FileNotFoundError):
        agreement_texts(max(EDITIONS) + 1)


def _said(edition: int) -> dict[str, object]:
    """What is printed: helps and suggestions are for those who write."""
    texts = agreement_texts(edition)
    sections = [
        {
            **asdict(section),
            "help": None,
            "fields": [{**asdict(f), "help": None, "suggestion": None} for f in section.fields],
        }
        for section in texts.sections
    ]
    return {**asdict(texts), "sections": sections}


def test_everything_is_said_in_both_languages_and_differently() -> None:
    texts = agreement_texts()
    said = [texts.about_heading, texts.about, *texts.said.values()]
    for section in texts.sections:
        said += [section.heading, section.help]
        for field in section.fields:
            said += [field.label, *(field.choices or {}).values()]
            said += [words for words in (field.help, field.suggestion) if words]
    same = {"Dialog", "Information", "Evaluering"}
    for words in said:
        assert isinstance(words, Words)
        assert words.da.strip()
        assert words.en.strip()
        assert words.da != words.en or words.da in same


def test_what_an_agreement_must_have_a_place_for() -> None:
    texts = agreement_texts()
    kinds = {(each.id, field.id): field.kind for each in texts.sections for field in each.fields}
    assert kinds["degree", "degree"] == "choice"
    assert kinds["roles", "tasks"] == "grid"
    assert kinds["period", "start"] == kinds["period", "end"] == "date"
    assert kinds["evaluation", "day"] == "date"
    assert kinds["child_protection", "contact"] == "yes_no"
    degree = texts.section("degree")
    assert degree is not None
    assert list(degree.fields[0].choices or ()) == [
        "dialogue",
        "shared_knowledge",
        "shared_tasks",
        "shared_operation",
    ]
    assert "not legally binding" in texts.about.en
    notice = texts.section("stopping")
    assert notice is not None
    assert notice.fields[0].suggestion is not None
    assert "three months" in notice.fields[0].suggestion.en
    assert texts.section("nothing") is None


@pytest.mark.parametrize(
    ("changed", "to", "why"),
    [
        ('en = "One"', 'en = ""', "both languages"),
        ('kind = "text"', 'kind = "song"', "no kind"),
        ('kind = "text"', 'kind = "choice"', "choices"),
        ('help = { da = "Hjælp", en = "Help" }', 'takes_over = "luck"', "taken over"),
    ],
)  # fmt: skip
def test_a_data_file_that_is_not_whole_is_refused(changed: str, to: str, why: str) -> None:
    assert parse(ABOUT + SECTION).sections[0].id == "one"
    with pytest.raises(ValueError, match=why):
        parse(ABOUT + SECTION.replace(changed, to))


def test_two_with_the_same_id_are_refused() -> None:
    with pytest.raises(ValueError, match="same id"):
        parse(ABOUT + SECTION + SECTION)
