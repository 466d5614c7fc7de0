from matcher.network.telling import told
from tests.matcher.network.makers import make_picture


def test_the_facts_of_a_small_map():
    facts = told(make_picture())
    assert (facts.organisations, facts.ties, facts.current, facts.with_ties) == (4, 3, 3, 3)
    assert facts.sectors == (("association", 1), ("public", 1), ("business", 1), (None, 1))
    assert facts.alone == ("Ærlig Enlig",)
    assert facts.of_all
    assert (facts.joint, facts.unagreed) == (3, 0)


def test_where_ties_go():
    between = told(make_picture(evidence="reported")).between
    assert (between.one, between.other, between.ties) == ("public", "business", 1)
    assert told(make_picture(sector="public")).between is None


def test_nobody_is_named_before_others_with_as_many():
    assert told(make_picture(without=("e",))).most_ties == ()
    assert told(make_picture()).most_ties == (("Kirkeklubben", 2), ("Museet", 2), ("Ovnen", 2))


def test_a_way_has_steps_unless_there_is_none():
    assert told(make_picture(around="k", path_to="o")).way.steps == 1
    assert told(make_picture(around="k", path_to="e")).way.steps is None
    assert told(make_picture(around="k")).way is None


def test_an_empty_map():
    facts = told(make_picture(theme="song"))
    assert (facts.organisations, facts.ties, facts.sectors, facts.groups) == (0, 0, (), ())
    assert facts.any_at_all
