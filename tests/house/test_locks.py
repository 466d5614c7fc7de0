"""The lock files: complete, hashed, the same everywhere, and silent about where they were made."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
LOCKS = {
    "requirements.lock": (["build"], []),
    "requirements-server.lock": (["build"], ["postgresql", "server"]),
    "requirements-dev.lock": (["build", "dev"], ["postgresql", "server"]),
}


def read_lock(name: str) -> dict[str, Requirement]:
    """The pinned requirements of a lock file, by name."""
    text = (ROOT / name).read_text(encoding="utf-8").replace("\\\n", " ")
    lines = [re.sub(r"\s--hash=\S+", "", line).strip() for line in text.splitlines()]
    pinned = [Requirement(line) for line in lines if line and not line.startswith("#")]
    return {canonicalize_name(one.name): one for one in pinned}


def wanted_by(groups: list[str], extras: list[str]) -> list[Requirement]:
    metadata = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    project = metadata["project"]
    lines = list(project["dependencies"])
    lines += [line for extra in extras for line in project["optional-dependencies"][extra]]
    lines += [line for group in groups for line in metadata["dependency-groups"][group]]
    return [Requirement(line) for line in lines]


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_pins_all_that_is_wanted(name: str) -> None:
    pinned = read_lock(name)
    for wanted in wanted_by(*LOCKS[name]):
        found = pinned[canonicalize_name(wanted.name)]
        version = str(found.specifier).removeprefix("==")
        assert wanted.specifier.contains(version), f"make lock: {wanted} is pinned to {version}"


@pytest.mark.parametrize("name", LOCKS)
def test_every_pin_has_hashes(name: str) -> None:
    entries = re.findall(r"^\S+==.*(?:\n    .*)*", (ROOT / name).read_text("utf-8"), re.MULTILINE)
    assert len(entries) == len(read_lock(name))
    assert all("--hash=sha256:" in entry for entry in entries)


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_names_neither_host_nor_folder(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert not re.search(r"://|--(extra-)?index|--find-links|(^|[\s=])/\w|@ ", text)


def test_the_larger_locks_pin_what_the_smaller_ones_pin() -> None:
    runtime, server, dev = (read_lock(name) for name in LOCKS)
    for smaller, larger in ((runtime, server), (server, dev)):
        assert {name: larger[name].specifier for name in smaller} == {
            name: one.specifier for name, one in smaller.items()
        }
