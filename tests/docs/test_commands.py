"""Commands in the documentation are those that there are, and files are read as it shows them."""

from __future__ import annotations

import argparse
import re
import shlex
import tomllib
from dataclasses import fields
from pathlib import Path

import pytest

from matcher.cli.arguments import VERBS, parse
from matcher.exchange.brief_file import brief_of
from matcher.exchange.brief_text import BriefText
from matcher.exchange.event_file import EventText, event_of

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", *sorted(ROOT.glob("docs/**/*.md"))]
LANGUAGES = ["da", "en"]
COMMANDS = [
    (page, found[1].partition(" > ")[0])
    for page in PAGES
    for block in re.findall(r"```sh\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL)
    for found in re.finditer(r"^(?:\.venv/bin/)?samspil (.*)$", block, re.MULTILINE)
]


def verbs() -> set[str]:
    """The verbs of the command line."""
    known = argparse.ArgumentParser().add_subparsers()
    for verb in VERBS:
        verb.add(known, [])
    return set(known.choices)


def example(language: str, page: str) -> str:
    """The file that a page of the user guide shows."""
    text = (ROOT / "docs" / "user" / language / page).read_text(encoding="utf-8")
    (block,) = re.findall(r"```toml\n(.*?)```", text, re.DOTALL)
    return str(block)


def test_the_operators_table_tells_every_verb_and_no_other() -> None:
    text = (ROOT / "docs" / "operator.md").read_text(encoding="utf-8")
    told = re.findall(r"^\| `samspil (\w+)[^|`]*` \|", text, re.MULTILINE)
    assert set(told) == verbs()


@pytest.mark.parametrize(("page", "command"), COMMANDS, ids=lambda each: str(each)[-40:])
def test_every_command_shown_is_understood(page: Path, command: str) -> None:
    parse(shlex.split(command, comments=True))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_idea_shown_is_one_and_has_every_field(language: str) -> None:
    shown = tomllib.loads(example(language, "ideas.md"))
    brief_of(shown)
    # The guide says in words what may stand in the place of `near`.
    assert {*shown, "area"} == {field.name for field in fields(BriefText)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_event_shown_is_one_and_has_every_field(language: str) -> None:
    shown = tomllib.loads(example(language, "meetings.md"))
    event_of(shown)
    assert set(shown) == {field.name for field in fields(EventText)}
