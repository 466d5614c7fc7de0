"""Themes and target groups in words."""

from __future__ import annotations

from typing import Any

from tests.engine_factories import make_collaboration, make_landscape
from tests.matcher.wording.suggestion.saying import Said, said_of, said_to, settles


def test_themes() -> None:
    def said(mine: list[str], theirs: list[str]) -> Said:
        return said_to("shared_themes", "a", "b", themes={"a": mine, "b": theirs})

    assert said(["green"], ["green"])[0] == "Shared theme: green."
    assert said(["green", "song", "art"], ["green", "song"]) == (
        "Shared themes: green; song.",
        "Your themes that they do not share: art.",
    )
    assert said(["green"], ["green", "art"])[1] == "They have other themes, too."
    assert said(["green"], ["song"])[0] == "You have no themes in common."
    assert said([], ["song"])[0] == "We do not know your themes."
    assert said(["song"], [])[0] == "We do not know their themes."


def test_themes_from_collaborations_say_so() -> None:
    joint = [make_collaboration("park", ["b", "c"], themes=("green", "song"))]
    assert said_to("shared_themes", *"abc", themes={"a": ["green"]}, joint=joint)[0] == (
        "Shared theme, to judge by collaborations: green."
    )
    themes = {"a": ["green", "art"], "b": ["art"]}
    assert said_to("shared_themes", *"abc", themes=themes, joint=joint)[0] == (
        "Shared theme: art; to judge by collaborations also green."
    )
    only = {"a": ["green", "song"]}
    assert said_to("shared_themes", *"abc", themes=only, joint=joint)[1] == (
        "Many share these themes, or they are known from collaborations only."
    )


def test_target_groups() -> None:
    def said(mine: list[str], theirs: list[str], **known: Any) -> Said:
        groups = {"a": mine, "b": theirs}
        return said_to("shared_target_groups", "a", "b", target_groups=groups, **known)

    assert said(["old"], ["old"])[0] == "Shared target group: old."
    assert said(["old", "young"], ["old"]) == (
        "Shared target group: old.",
        "Your target groups that they do not share: young.",
    )
    joint = [make_collaboration("park", ["b"], target_groups=("young", "old"))]
    assert said(["old", "young"], ["old"], joint=joint)[0] == (
        "Shared target group: old; to judge by collaborations also young."
    )
    assert said(["young"], [], joint=joint)[0] == (
        "Shared target group, to judge by collaborations: young."
    )
    assert said(["old"], ["young"])[0] == "You have no target groups in common."
    assert said(["old"], [])[0] == "We do not know their target groups."
    assert said([], ["old"])[0] == "We do not know your target groups."


def test_themes_of_an_idea() -> None:
    landscape = make_landscape("a", "b", "c", themes={"a": ["green", "song"], "b": ["green"]})
    assert said_of("shared_themes", landscape, themes=["green", "song"]) == (
        "Shared theme: green.",
        "Themes of the idea that they do not share: song.",
    )
    assert said_of("shared_themes", landscape, themes=["song"]).reason == (
        "They have none of the themes of the idea."
    )
    assert said_of("shared_themes", landscape).reason == "The idea names no themes."
    assert settles("shared_themes", landscape) == "Say which themes the idea has."
    assert settles("shared_themes", landscape, asker="c") == "Say which themes are yours."
    assert settles("shared_themes", landscape, asker="a", they="c") == (
        "Ask them which themes are theirs."
    )


def test_target_groups_of_an_idea() -> None:
    landscape = make_landscape("a", "b", target_groups={"a": ["old", "young"], "b": ["old"]})
    assert said_of("shared_target_groups", landscape, target_groups=["old", "young"]).missing == (
        "Target groups of the idea that they do not share: young."
    )
    assert settles("shared_target_groups", landscape) == "Say whom the idea is for."
