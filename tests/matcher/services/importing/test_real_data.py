"""Real lists, where they are at hand; they are not part of this repository."""

from __future__ import annotations

import os
import time
from collections import Counter
from pathlib import Path

import pytest

from matcher.services.installation import Installation
from matcher.store.vocabulary import load_terms
from seed_data.vocabulary import read_vocabulary
from tests.factories import EDITOR
from tests.matcher.services.importing.makers import ZEROS, counts, everything, take

DATA = Path(os.environ.get("SAMSPIL_TEST_DATA", Path(__file__).parents[5] / "shared" / "data"))
SECONDS = 10  # what an import of dk_esif may take


def folder(name: str) -> Path:
    """One of the lists; the test is skipped where it is not at hand."""
    if not (DATA / name).is_dir():
        pytest.skip(f"there is no {DATA / name}; SAMSPIL_TEST_DATA can name its folder")
    return DATA / name


@pytest.fixture(autouse=True)
def _vocabularies(installation: Installation) -> None:
    with installation.writing(EDITOR) as work:
        load_terms(work.session, read_vocabulary())
        work.commit()


CREATED = {**ZEROS, "organisations": 1070, "collaborations": 547, "participants": 2477}


def test_the_structural_funds(installation: Installation) -> None:
    esif = folder("dk_esif")
    dry = take(installation, esif, dry_run=True).as_json("da")
    began = time.process_time()
    report = take(installation, esif)
    assert time.process_time() - began < SECONDS
    assert (report.created, report.rejected) == (CREATED, ())
    assert {**dry, "dry_run": False} == report.as_json("da")
    assert any("148 collaborations have one" in note for note in report.as_json("en")["notes"])
    found = everything(installation)
    assert Counter(each["sector"] for each in found["organisation"].values()) == {
        "business": 358,
        "association": 228,
        "public": 303,
        None: 181,
    }
    municipality = next(
        each for each in found["organisation"].values() if each["name"] == "Gribskov Kommune"
    )
    assert municipality["sector"] == "public"
    assert found["identities"]["organisation"]["dk_esif", "D0023e49fef"] in found["organisation"]
    titles = [each["title"] for each in found["collaboration"].values()]
    assert len(titles) == 547
    assert all(each["start"] and each["themes"] for each in found["collaboration"].values())
    assert Counter(each["area"] for each in found["collaboration"].values()) == {
        "Nordjylland": 134,
        "Syddanmark": 111,
        "Midtjylland": 86,
        "Sjælland": 82,
        "Hovedstaden": 55,
        "Bornholm": 47,
        None: 32,  # a pool for the whole country
    }


def test_the_structural_funds_again_in_three_ways(installation: Installation) -> None:
    esif = folder("dk_esif")
    take(installation, esif)
    before = everything(installation)
    files = [esif / name for name in ("projects.csv", "collaborations.csv", "orgs.csv")]
    for again in ([esif], files, [esif, *files]):
        report = take(installation, *again)
        assert (report.created, report.updated) == (ZEROS, ZEROS)
        assert report.unchanged == CREATED
    assert everything(installation) == before


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_cross_border_cooperation(installation: Installation) -> None:
    """Two projects end before they begin; they and who took part in them are rejected."""
    interreg = folder("interreg")
    report = take(installation, interreg)
    assert counts(report.created) == {
        "organisations": 15_566,
        "collaborations": 3_422,
        "participants": 20_722,
    }
    assert {(bad.file, bad.column) for bad in report.rejected} == {
        ("projects.csv", "end_date"),
        ("collaborations.csv", "project_id"),
    }
    found = everything(installation)["organisation"].values()
    sectors = Counter(each["sector"] for each in found)
    assert sectors == {None: 9_823, "public": 4_115, "business": 1_628}
