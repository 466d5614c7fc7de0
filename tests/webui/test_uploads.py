"""Files that wait to be imported: for who sent them, for a while, and out of others' reach."""

from __future__ import annotations

import os
import stat
import tempfile
import time
from io import BytesIO
from pathlib import Path

import pytest
from werkzeug.datastructures import FileStorage

from matcher.errors import Refusal
from matcher.exchange.source import Source
from matcher.services.installation import Installation
from webui.uploads import KEPT_SECONDS, Upload, Uploads


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The system's folder for temporary files, the test's own."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@pytest.fixture
def uploads(installation: Installation) -> Uploads:
    """What Kim sends."""
    return Uploads(installation, "kim")


def make_file(
    name: str | None = "members.csv", content: bytes = b"name\nKulturhuset"
) -> FileStorage:
    return FileStorage(BytesIO(content), filename=name)


def keep(uploads: Uploads, *names: str, source: str = "") -> Upload:
    return uploads.keep([make_file(name) for name in names or ("members.csv",)], None, source)


def content(source: Source) -> bytes:
    with source.open() as file:
        return file.read()


def test_files_are_found_again_with_their_names(uploads: Uploads) -> None:
    kept = uploads.keep([make_file()], make_file("map.toml", b"[organisations]"), "members")
    found = uploads.find(kept.id)
    assert found == kept
    (source,) = found.sources
    assert (source.name, source.folder) == ("members.csv", Path("members"))
    assert content(source) == b"name\nKulturhuset"
    assert found.mapping == "map.toml"
    assert found.mapping_path is not None
    assert found.mapping_path.read_bytes() == b"[organisations]"


def test_files_that_came_together_belong_together(uploads: Uploads) -> None:
    assert {s.folder for s in keep(uploads, "a.csv", "b.csv").sources} == {Path("import")}
    assert [s.folder for s in keep(uploads, "a.csv").sources] == [None]


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\Lister\\Foreninger.csv", "Foreninger.csv"),
        ("a\x00b\n.csv", "ab.csv"),
        ("x" * 300, "x" * 200),
        ("/", "–"),
        (None, "–"),
    ],
)
def test_a_name_is_only_shown(uploads: Uploads, sent: str | None, kept: str) -> None:
    upload = uploads.keep([make_file(sent)], None, "")
    assert upload.names == (kept,)
    assert upload.files is not None
    assert sorted(path.name for path in upload.files.iterdir()) == ["0"]


@pytest.mark.parametrize("upload_id", ["", ".", "..", "../kim", "x" * 22, "x/y", "\x00" * 22])
def test_there_is_no_such_upload(uploads: Uploads, upload_id: str) -> None:
    keep(uploads)
    with pytest.raises(Refusal) as refused:
        uploads.find(upload_id)
    assert refused.value.code == "not_found"


def test_nobody_finds_what_another_has_sent(installation: Installation, uploads: Uploads) -> None:
    kept = keep(uploads)
    with pytest.raises(Refusal):
        Uploads(installation, "eve").find(kept.id)


def test_only_this_programs_user_can_enter(uploads: Uploads, temporary: Path) -> None:
    keep(uploads)
    (folder,) = temporary.iterdir()
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


@pytest.mark.parametrize("planted", ["open", "link"])
def test_a_folder_that_somebody_planted_is_not_used(
    planted: str, installation: Installation, temporary: Path, tmp_path: Path
) -> None:
    keep(Uploads(installation, "kim"))
    (folder,) = temporary.iterdir()
    if planted == "open":
        folder.chmod(0o777)
    else:
        elsewhere = tmp_path / "elsewhere"
        folder.rename(elsewhere)
        folder.symlink_to(elsewhere)
    with pytest.raises(PermissionError):
        Uploads(installation, "kim")


def test_files_are_taken_once(uploads: Uploads) -> None:
    kept = keep(uploads)
    taken = uploads.take(kept)
    assert content(taken.sources[0]) == b"name\nKulturhuset"
    with pytest.raises(Refusal):
        uploads.take(kept)
    assert uploads.find(kept.id).sources == ()
    uploads.put_back(taken)
    assert uploads.find(kept.id) == kept
    uploads.forget_files(uploads.take(kept))
    assert uploads.find(kept.id).files is None
    assert not (kept.folder / "taken").exists()


def test_a_report_is_kept_when_the_files_are_gone(uploads: Uploads) -> None:
    kept = keep(uploads)
    assert kept.report is None
    uploads.keep_report(kept, {"da": {"notes": ["Æbler"]}})
    uploads.forget_files(uploads.take(kept))
    assert uploads.find(kept.id).report == {"da": {"notes": ["Æbler"]}}
    uploads.forget(kept)
    with pytest.raises(Refusal):
        uploads.find(kept.id)


def test_files_are_held_to_the_limit_of_what_comes_over_the_web(uploads: Uploads) -> None:
    assert all(source.uploaded for source in keep(uploads, "a.csv", "b.csv").sources)


@pytest.mark.parametrize("next_to_send", ["kim", "alex"])
def test_what_was_sent_long_ago_goes(
    installation: Installation, uploads: Uploads, next_to_send: str
) -> None:
    old, new = keep(uploads), keep(uploads)
    long_ago = time.time() - KEPT_SECONDS - 1
    os.utime(old.folder, (long_ago, long_ago))
    keep(Uploads(installation, next_to_send))
    assert uploads.find(new.id)
    with pytest.raises(Refusal):
        uploads.find(old.id)
