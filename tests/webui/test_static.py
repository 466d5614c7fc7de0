"""The built files: from the sources that stand beside them, small, and with their licences."""

from __future__ import annotations

import gzip
import json
import shutil
import subprocess
from pathlib import Path

import pytest

WEBUI = Path(__file__).parents[2] / "webui"
STATIC, FRONTEND = WEBUI / "static", WEBUI / "frontend"


def files(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_they_are_what_the_sources_give(tmp_path: Path) -> None:
    node = shutil.which("node")
    if node is None or not (FRONTEND / "node_modules").is_dir():
        pytest.skip("the page files are rebuilt only where Node and the packages are")
    out = tmp_path / "static"
    subprocess.run([node, "build.mjs", str(out)], cwd=FRONTEND, check=True, timeout=120)
    built, kept = files(out), files(STATIC)
    assert sorted(built) == sorted(kept)
    assert [name for name, data in built.items() if data != kept[name]] == []


def test_they_load_nothing_from_another_host() -> None:
    style = (STATIC / "app.css").read_text("utf-8")
    assert "url(http" not in style
    assert "url(//" not in style
    assert "@import" not in style


@pytest.mark.parametrize("name", sorted(path.name for path in STATIC.glob("*.js")))
def test_scripts_need_no_eval_to_start(name: str) -> None:
    """vis-network writes no style sheet of its own into the file of a map either."""
    script = (STATIC / name).read_text("utf-8")
    assert "eval(" not in script
    assert 'createElement("style")' not in script


def test_a_page_weighs_little() -> None:
    def sent(*names: str) -> int:
        return sum(len(gzip.compress((STATIC / name).read_bytes(), 9)) for name in names)

    assert sent("app.css", "app.js", "icons.svg") < 50_000
    assert sent("map.js") < 25_000
    assert sent("map-file.js") < 110_000


def test_the_lock_file_names_no_host() -> None:
    lock = json.loads((FRONTEND / "package-lock.json").read_text("utf-8"))
    for name, package in lock["packages"].items():
        assert "resolved" not in package, name
        assert "http" not in json.dumps(package), name


def test_what_is_bundled_has_its_licence_beside_it() -> None:
    bundled = {path.stem for path in (STATIC / "licences").glob("*.txt")}
    wanted = {"dkfds", "htmx.org", "ibm-plex-sans", "vis-data", "vis-network"}
    assert wanted <= bundled
