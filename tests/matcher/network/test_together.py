from matcher.network.together import together
from tests.matcher.network.makers import make_picture


def told(picture):
    found = together(picture.columns)
    hubs = [picture.collaborations[place].title for place in found.hubs]
    rest = zip(picture.ties, found.rest.tolist(), strict=True)
    return hubs, {tie.a + tie.b for tie, stays in rest if stays}


def test_a_collaboration_of_three_is_a_mark_and_what_else_is_known_stays_a_tie():
    assert told(make_picture()) == (["Haven"], {"km", "mo"})


def test_two_of_three_shown_are_a_tie():
    assert told(make_picture(without=("o",))) == ([], {"km"})


def test_a_way_through_a_collaboration_keeps_its_ties():
    assert told(make_picture(around="k", path_to="o")) == ([], {"ko"})


def test_without_ties_there_is_nothing_to_draw_together():
    assert told(make_picture(theme="song")) == ([], set())
    assert told(make_picture(only=("e",))) == ([], set())
