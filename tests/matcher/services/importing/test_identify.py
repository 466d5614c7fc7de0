"""Which organisation a row is."""

from __future__ import annotations

import pytest

from matcher.exchange.rows import OrganisationIn
from matcher.services.importing.desk import Desk
from matcher.services.importing.identify import Identified, identify
from matcher.services.importing.known import Entry, Known
from matcher.store.documents.organisations import EMPTY

_CVR, _OTHER_CVR = "25313763", "10150817"
_P, _OTHER_P = "1003375567", "1003375568"


def make_known(**documents: dict[str, object]) -> Known:
    return Known(Desk({key: {**EMPTY, **each} for key, each in documents.items()}, EMPTY))


def make_entry(row: int, name: str, source_id: str | None = None, **fields: object) -> Entry:
    identity = ("list", source_id) if source_id else None
    return Entry(OrganisationIn(row=row, name=name, **fields), None, identity)  # type: ignore[arg-type]


def find(known: Known, *entries: Entry, **identities: str) -> Identified:
    return identify(entries, known, {("list", i): key for i, key in identities.items()})


def test_the_id_in_the_source_comes_before_everything_else() -> None:
    known = make_known(a={"name": "A", "p_number": _P}, b={"name": "B", "postcode": "2500"})
    found = find(known, make_entry(2, "A", "x1", p_number=_P, postcode="2500"), x1="b")
    assert found.found == {2: "b"}


def test_a_p_number_is_one_unit_whatever_it_is_called() -> None:
    known = make_known(a={"name": "Gammelt navn", "p_number": _P, "cvr": _CVR})
    assert find(known, make_entry(2, "Nyt navn", "1", p_number=_P)).found == {2: "a"}


def test_a_cvr_number_of_a_body_with_one_unit() -> None:
    known = make_known(a={"name": "Gammelt navn", "cvr": _CVR})
    assert find(known, make_entry(2, "Nyt navn", "1", cvr=_CVR)).found == {2: "a"}


@pytest.mark.parametrize(
    ("there", "row"),
    [
        ({"p_number": _P}, {"p_number": _OTHER_P}),
        ({"parent": "b"}, {}),
        ({}, {"parent": "1"}),
    ],
    ids=["two P-numbers", "a unit here", "a unit in the list"],
)
def test_a_cvr_number_of_several_units_says_nothing(
    there: dict[str, object], row: dict[str, object]
) -> None:
    known = make_known(a={"name": "A", "cvr": _CVR, **there}, b={"name": "B"})
    assert find(known, make_entry(2, "C", "1", cvr=_CVR, **row)).found[2] not in {"a", "b"}


def test_a_cvr_number_twice_in_the_list_or_here_says_nothing_unless_the_name_is_the_same() -> None:
    known = make_known(a={"name": "A", "cvr": _CVR}, b={"name": "B", "cvr": _CVR})
    assert find(known, make_entry(2, "C", "1", cvr=_CVR)).found[2] not in {"a", "b"}
    assert find(known, make_entry(2, "B", "1", cvr=_CVR)).found == {2: "b"}
    one = make_known(a={"name": "A", "cvr": _CVR})
    found = find(one, make_entry(2, "C", "1", cvr=_CVR), make_entry(3, "D", "2", cvr=_CVR)).found
    assert "a" not in found.values()


def test_a_parent_is_not_taken_for_its_unit() -> None:
    known = make_known(a={"name": "Kommunen", "cvr": _CVR}, b={"name": "Skolen", "parent": "a"})
    assert find(known, make_entry(2, "Jobcentret", "1", cvr=_CVR)).found[2] not in {"a", "b"}


def test_name_and_postcode() -> None:
    known = make_known(a={"name": "Café Åen", "postcode": "2500"})
    assert find(known, make_entry(2, "CAFE AAEN", "1", postcode="2500")).found == {2: "a"}
    assert find(known, make_entry(2, "Café Åen", "1", postcode="1620")).found[2] != "a"
    assert find(known, make_entry(2, "Café Åen", "1")).found[2] != "a"


def test_name_and_municipality_where_a_postcode_is_missing() -> None:
    known = make_known(
        a={"name": "A", "municipality": "København"},
        b={"name": "B", "municipality": "København", "postcode": "2500"},
    )
    row = {"municipality": "koebenhavn"}
    assert find(known, make_entry(2, "a", "1", postcode="2500", **row)).found == {2: "a"}
    assert find(known, make_entry(2, "b", "1", **row)).found == {2: "b"}
    assert find(known, make_entry(2, "b", "1", postcode="1620", **row)).found[2] != "b"


def test_two_p_numbers_are_two_though_name_and_place_are_the_same() -> None:
    known = make_known(a={"name": "A", "postcode": "2500", "p_number": _P})
    row = make_entry(2, "A", "1", postcode="2500", p_number=_OTHER_P)
    assert find(known, row).found[2] != "a"


def test_two_rows_of_a_list_are_two_organisations() -> None:
    known = make_known(a={"name": "A", "postcode": "2500"})
    rows = [make_entry(2, "A", "1", postcode="2500"), make_entry(3, "A", "2", postcode="2500")]
    found = find(known, *rows).found
    assert len({"a", *found.values()}) == 3
    assert find(known, *rows, **{"1": "a"}).found[3] != "a"


def test_ids_that_mean_the_same_by_now_stay_so() -> None:
    known = make_known(a={"name": "A"})
    rows = [make_entry(2, "A", "1"), make_entry(3, "A'", "2")]
    assert find(known, *rows, **{"1": "a", "2": "a"}).found == {2: "a", 3: "a"}


def test_a_p_number_twice_in_a_list_is_a_fault() -> None:
    rows = [make_entry(2, "A", "1", p_number=_P), make_entry(3, "B", "2", p_number=_P)]
    found = find(make_known(), *rows)
    assert (set(found.found), set(found.wrong)) == ({2}, {3})


def test_without_an_id_the_row_itself_tells() -> None:
    known = make_known(a={"name": "A", "postcode": "2500"}, b={"name": "B"}, c={"name": "C"})
    known_twice = make_known(a={"name": "A"}, b={"name": "A"})
    assert find(known, make_entry(2, "A", postcode="2500")).found == {2: "a"}
    assert find(known, make_entry(2, "b")).found == {2: "b"}
    assert set(find(known_twice, make_entry(2, "A")).wrong) == {2}
    with_id = find(known, make_entry(2, "b", "1"))
    assert with_id.found[2] != "b"


def test_of_that_name_the_one_without_a_place_is_meant() -> None:
    known = make_known(a={"name": "A", "postcode": "2500"}, b={"name": "A"})
    assert find(known, make_entry(2, "A")).found == {2: "b"}


def test_the_same_row_without_an_id_twice_is_a_fault() -> None:
    rows = [make_entry(2, "A", postcode="2500"), make_entry(3, "a", postcode="2500")]
    found = find(make_known(), *rows)
    assert (set(found.found), set(found.wrong)) == ({2}, {3})
    apart = [make_entry(2, "A", postcode="2500"), make_entry(3, "A", postcode="1620")]
    assert len(set(find(make_known(), *apart).found.values())) == 2


def test_a_row_without_an_id_is_what_it_became_before_though_renamed_since() -> None:
    row = make_entry(2, "A", postcode="2500")
    (key,) = find(make_known(), row).found.values()
    renamed = make_known(**{key: {"name": "Noget andet"}})
    assert find(renamed, row).found == {2: key}


def test_new_ids_are_the_same_on_every_installation() -> None:
    rows = [make_entry(2, "A", "1"), make_entry(3, "B")]
    assert find(make_known(), *rows).found == find(make_known(), *reversed(rows)).found


def test_samspils_own_ids() -> None:
    known = make_known(a={"name": "A"})
    own = Entry(OrganisationIn(row=2, name="Omdøbt"), "a", None)
    new = Entry(OrganisationIn(row=3, name="B"), "abcdefghjk", None)
    assert identify([own, new], known, {}).found == {2: "a", 3: "abcdefghjk"}
    by_hand = find(known, make_entry(2, "A", "a"))
    assert by_hand.found == {2: "a"}
    other = find(known, make_entry(2, "Helt anden", "a"))
    assert other.found[2] != "a"
