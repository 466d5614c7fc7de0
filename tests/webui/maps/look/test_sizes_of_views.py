"""A size is explained by what it goes by: the ties of the whole network, also in a part of it."""

from __future__ import annotations

from matcher.wording.say import say
from tests.matcher.network.makers import make_picture
from webui.maps.look.sizes import sizes


def test_a_part_of_the_network_says_what_sizes_go_by() -> None:
    nodes = make_picture(around="k", steps=1, agreement="written").columns.nodes
    section = sizes(nodes, "ties", None, "#000000")
    assert section is not None
    assert say(section.title, "en") == "Size: number of ties in the whole network"
    assert [say(entry.label, "en") for entry in section.entries] == ["2"]


def test_the_whole_needs_no_such_words() -> None:
    section = sizes(make_picture().columns.nodes, "ties", None, "#000000")
    assert section is not None
    assert say(section.title, "en") == "Size: Number of ties"
    assert [say(entry.label, "en") for entry in section.entries] == ["0", "2"]
