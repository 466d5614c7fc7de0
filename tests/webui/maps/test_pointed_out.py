"""What is pointed out on a map stands in its legend, as far as it is shown."""

from __future__ import annotations

from matcher.wording.say import say
from tests.matcher.network.makers import make_picture
from webui.maps.compact import Extra
from webui.maps.look import Look, styled
from webui.maps.pointed_out import pointed_out


def test_rings_and_proposed_ties_are_counted_where_both_ends_are_shown() -> None:
    picture = make_picture()
    a, b, *_ = picture.columns.nodes.ids
    extra = Extra(marked=(a, b, "gone"), joins=((a, b), (a, "gone")), open="")
    section = pointed_out(styled(picture, Look()).legend, picture, extra).section("pointed_out")
    assert section is not None
    assert [(say(each.label, "en"), each.count) for each in section.entries] == [
        ("Organisations", 2),
        ("Ties that would help", 1),
    ]


def test_a_map_that_points_at_nobody_says_nothing_of_it() -> None:
    picture = make_picture()
    legend = styled(picture, Look()).legend
    assert pointed_out(legend, picture, Extra(marked=("gone",))) == legend
    assert legend.without("groups").section("groups") is None
