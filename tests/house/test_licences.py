"""Everything that Samspil cannot do without is under a permissive licence."""

from __future__ import annotations

import re
from pathlib import Path

from packaging.utils import canonicalize_name

from tests.house.test_locks import read_lock
from tools.licences import licence, permissive, required

DECISION = Path(__file__).parents[2] / "docs" / "decisions" / "0001-dependencies.md"


def test_every_required_package_is_permissive() -> None:
    found = {package.name: licence(package) for package in required("samspil")}
    assert {name: said for name, said in found.items() if not permissive(said)} == {}


def test_the_decision_lists_every_required_package_of_every_system() -> None:
    listed = re.findall(r"^\| ([A-Za-z0-9._-]+) \|", DECISION.read_text("utf-8"), re.MULTILINE)
    pinned = set(read_lock("requirements.lock")) - {"setuptools"}
    assert {canonicalize_name(name) for name in listed} - {"package"} == pinned


def test_the_driver_for_postgresql_is_not_required() -> None:
    names = {canonicalize_name(package.name) for package in required("samspil")}
    assert not {name for name in names if name.startswith("psycopg")}


def test_an_extra_may_be_under_another_licence_and_is_told_apart() -> None:
    (driver,) = [
        package
        for package in required("samspil", frozenset({"postgresql"}))
        if canonicalize_name(package.name) == "psycopg"
    ]
    assert not permissive(licence(driver))
