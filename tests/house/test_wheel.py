"""The wheel holds the code and every data file that the code reads."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parents[2]
PACKAGES = ("matcher", "webui", "seed_data")
# What is kept beside the code for those who change it, and read by nobody at run time.
SOURCES = (".po", ".pot")
FRONTEND = "webui/frontend/"


@pytest.fixture(scope="module")
def tracked() -> list[str]:
    command = ["git", "ls-files", *PACKAGES]
    try:
        listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("not a git clone: nothing says which files belong to the source")
    return [name for name in listed.stdout.splitlines() if (ROOT / name).exists()]


@pytest.fixture(scope="module")
def wheel(tracked: list[str], tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The names in a wheel that is built from a copy, so that nothing is left in the clone."""
    folder = tmp_path_factory.mktemp("wheel")
    for name in [*tracked, "pyproject.toml", "README.md", "LICENSE"]:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / name, folder / name)
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps"]
    command += ["--no-build-isolation", "--wheel-dir", "out", "."]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    (built,) = (folder / "out").iterdir()
    with ZipFile(built) as archive:
        return archive.namelist()


def test_the_wheel_holds_code_and_data(wheel: list[str], tracked: list[str]) -> None:
    read = [name for name in tracked if not name.endswith(SOURCES)]
    expected = {name for name in read if not name.startswith(FRONTEND)}
    assert sorted(expected - set(wheel)) == []


def test_the_wheel_holds_nothing_else_of_the_clone(wheel: list[str]) -> None:
    top = {name.split("/")[0] for name in wheel}
    assert {name for name in top if not name.endswith(".dist-info")} == set(PACKAGES)
    assert not [name for name in wheel if name.startswith(FRONTEND)]
