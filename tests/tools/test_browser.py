from __future__ import annotations

from pathlib import Path

import pytest

from tools.browser import SETTING, find


def make_program(path: Path, prints: str, status: int = 0) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\necho '{prints}'\nexit {status}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


@pytest.fixture
def environ(tmp_path: Path) -> dict[str, str]:
    (tmp_path / "bin").mkdir()
    return {"PATH": str(tmp_path / "bin"), "HOME": str(tmp_path / "home")}


def test_none_is_found_where_there_is_none(environ: dict[str, str]) -> None:
    assert find(environ) is None


def test_one_on_the_path_is_found(environ: dict[str, str], tmp_path: Path) -> None:
    program = make_program(tmp_path / "bin" / "google-chrome", "Google Chrome 140.0.1")
    assert find(environ) == str(program)


def test_a_script_that_only_asks_for_a_snap_is_no_browser(
    environ: dict[str, str], tmp_path: Path
) -> None:
    make_program(tmp_path / "bin" / "chromium-browser", "Requires the chromium snap", status=1)
    assert find(environ) is None


def test_a_browser_in_a_snap_is_passed_over(environ: dict[str, str], tmp_path: Path) -> None:
    program = make_program(tmp_path / "snap" / "bin" / "chromium", "Chromium 140.0.1 snap")
    (tmp_path / "bin" / "chromium").symlink_to(program)
    assert find(environ) is None
    downloaded = tmp_path / "home/.cache/ms-playwright/chromium-1200/chrome-linux64/chrome"
    make_program(downloaded, "Google Chrome for Testing 141.0")
    assert find(environ) == str(downloaded)


def test_the_one_that_is_named_counts_alone(environ: dict[str, str], tmp_path: Path) -> None:
    make_program(tmp_path / "bin" / "chromium", "Chromium 140.0.1")
    named = make_program(tmp_path / "other", "Chromium 139.0.1")
    assert find({**environ, SETTING: str(named)}) == str(named)
    assert find({**environ, SETTING: str(tmp_path / "nowhere")}) is None
