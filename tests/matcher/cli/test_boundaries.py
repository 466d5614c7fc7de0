"""`samspil boundaries FILE.geojson`: what was created, left out, and what is still lacking."""

from __future__ import annotations

import json
from pathlib import Path

from matcher.services.installation import Installation
from tests.matcher.cli.conftest import Samspil
from tests.matcher.services.boundaries.makers import make_file


def write(folder: Path) -> Path:
    source = make_file(("Havnen", 12.2, 55.2, 0.1), ("Langt væk", 500, 55, 1))
    assert isinstance(source.data, bytes)
    path = folder / "omraader.geojson"
    path.write_bytes(source.data)
    return path


def test_what_was_done_is_told(network: Installation, samspil: Samspil, tmp_path: Path) -> None:
    path = write(tmp_path)
    done = samspil("boundaries", path, "--level", "district", "--format", "json")
    assert done.code == 0
    told = json.loads(done.out)
    assert (told["created"], told["updated"], told["name_field"]) == (["Havnen"], [], "navn")
    assert [(each["number"], each["name"]) for each in told["faulty"]] == [(2, "Langt væk")]
    assert told["boundaries_without_organisation"] == ["Havnen"]
    again = samspil("boundaries", path, "--level", "district", "--language", "en")
    assert "degrees" in again.out


def test_a_field_that_is_not_there_is_refused(
    network: Installation, samspil: Samspil, tmp_path: Path
) -> None:
    path = write(tmp_path)
    refused = samspil("boundaries", path, "--level", "district", "--name-field", "betegnelse")
    assert refused.code == 1
    assert "navn" in refused.err
    assert samspil("boundaries", tmp_path / "none.geojson", "--level", "district").code == 1
