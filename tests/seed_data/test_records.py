"""Every record of the demo network holds together."""

import re
from collections import Counter

import pytest

from seed_data.vocabulary import read_vocabulary
from tests.seed_data.cells import words
from tests.seed_data.conftest import Tables

LABELS = {
    vocabulary: {term.da for term in read_vocabulary() if term.vocabulary == vocabulary}
    for vocabulary in ("capacity", "theme", "target_group", "kind")
}
# South, west, north, east. The two northern edges of Kongens Enghave meet Vesterbro's.
BOXES = {
    "Vesterbro": (55.6610, 12.5270, 55.6750, 12.5730),
    "Kongens Enghave": (55.6315, 12.5160, 55.6610, 12.5730),
    "Valby": (55.6340, 12.4740, 55.6795, 12.5310),
}
POSTCODES = {"Vesterbro": r"1[67]\d\d", "Kongens Enghave": "2450", "Valby": "2500"}


def test_ids_and_names_are_unique(tables: Tables) -> None:
    for name in ("organisations", "collaborations"):
        ids = Counter(row["id"] for row in tables[name])
        assert max(ids.values()) == 1
        assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", id_) for id_ in ids)
    assert max(Counter(row["name"] for row in tables["organisations"]).values()) == 1
    assert max(Counter(row["title"] for row in tables["collaborations"]).values()) == 1


def test_nobody_takes_part_twice_or_says_the_same_twice(tables: Tables) -> None:
    parts = Counter((row["collaboration"], row["organisation"]) for row in tables["participants"])
    said = Counter(
        (row["organisation"], row["offers_or_needs"], row["term"]) for row in tables["capacities"]
    )
    ties = Counter(frozenset((row["from"], row["to"])) for row in tables["ties"])
    assert max(parts.values()) == max(said.values()) == max(ties.values()) == 1
    assert all(len(pair) == 2 for pair in ties)


def test_every_reference_leads_somewhere(tables: Tables) -> None:
    organisations = {row["id"] for row in tables["organisations"]}
    collaborations = {row["id"] for row in tables["collaborations"]}
    named = {row["organisation"] for name in ("capacities", "participants") for row in tables[name]}
    named |= {row[end] for row in tables["ties"] for end in ("from", "to")}
    named |= {row["parent"] for row in tables["organisations"] if row["parent"]}
    assert named <= organisations
    assert {row["collaboration"] for row in tables["participants"]} == collaborations


def test_no_organisation_is_a_unit_of_itself(tables: Tables) -> None:
    parent = {row["id"]: row["parent"] for row in tables["organisations"]}
    for id_ in parent:
        above, steps = parent[id_], 0
        while above:
            assert above != id_
            assert steps < 3
            above, steps = parent[above], steps + 1


@pytest.mark.parametrize(
    ("table", "column", "vocabulary"),
    [
        ("organisations", "kind", "kind"),
        ("organisations", "themes", "theme"),
        ("organisations", "target_groups", "target_group"),
        ("organisations", "offers", "capacity"),
        ("organisations", "needs", "capacity"),
        ("collaborations", "themes", "theme"),
        ("collaborations", "target_groups", "target_group"),
        ("capacities", "term", "capacity"),
    ],
)
def test_every_term_is_in_the_vocabulary(
    tables: Tables, table: str, column: str, vocabulary: str
) -> None:
    used = [words(row[column]) for row in tables[table]]
    assert {word for cell in used for word in cell} <= LABELS[vocabulary]
    assert all(len(cell) == len(set(cell)) for cell in used)


def test_what_is_detailed_is_listed_and_nobody_needs_what_it_offers(tables: Tables) -> None:
    said = {row["id"]: row for row in tables["organisations"]}
    for row in tables["capacities"]:
        assert row["term"] in words(said[row["organisation"]][row["offers_or_needs"]])
        assert not row["amount"] or float(row["amount"]) > 0
    for row in said.values():
        assert set(words(row["offers"])).isdisjoint(words(row["needs"]))


def test_coded_columns_hold_known_codes(tables: Tables) -> None:
    for row in tables["organisations"]:
        assert row["sector"] in {"association", "public", "business"}
        for column in ("open_to_partners", "may_pass_on", "advertising_protected"):
            assert row[column] in {"yes", "no", ""}
    assert {row["agreement"] for row in tables["collaborations"]} == {"none", "oral", "written", ""}
    assert {row["offers_or_needs"] for row in tables["capacities"]} == {"offers", "needs"}
    assert all(0 <= float(row["confidence"]) <= 1 for row in tables["ties"])


def test_places_lie_in_their_district(tables: Tables) -> None:
    placed = [row for row in tables["organisations"] if row["lat"]]
    assert len(placed) > 200
    for row in placed:
        south, west, north, east = BOXES[row["district"]]
        assert south <= float(row["lat"]) <= north, row["id"]
        assert west <= float(row["lon"]) <= east, row["id"]
    for row in tables["organisations"]:
        assert row["municipality"] == "København"
        assert not row["postcode"] or re.fullmatch(POSTCODES[row["district"]], row["postcode"])
