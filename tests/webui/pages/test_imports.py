"""Importing on the page: check, read the report, confirm; nothing is written before."""

from __future__ import annotations

import csv
import io
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from werkzeug.test import TestResponse

from matcher.errors import Refusal
from matcher.services.access import OPERATOR
from matcher.services.installation import Installation
from matcher.services.overview import show_overview
from matcher.store.queries import people
from matcher.wording.message import message
from tests.factories import READER
from tests.webui.conftest import Client, as_client
from webui.pages import imports

GOOD = "navn;sektor\nKulturhuset;forening\nÆblegården;virksomhed\n"
BAD = "navn;sektor;cvr\nKulturhuset;forening;\nRumskibet;rumfart;\n=SUM(1);offentlig;12345678\n"


@pytest.fixture(autouse=True)
def _temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))


@pytest.fixture
def editor(client_as: Callable[..., Client]) -> Client:
    """Somebody who imports, and reads English."""
    return client_as("editor", "en")


@pytest.fixture
def count(app: Any, installation: Installation) -> Callable[[], int]:
    """How many organisations are recorded."""

    def counted() -> int:
        return show_overview(installation, READER, date.today()).numbers.organisations

    return counted


def send(client: Client, *files: tuple[str, str], **data: Any) -> TestResponse:
    sent = [(io.BytesIO(text.encode()), name) for name, text in files]
    return client.post("/import", data={"files": sent, **data})


def checked(client: Client, *files: tuple[str, str], **data: Any) -> str:
    """The address of the report on these files."""
    answer = send(client, *files, **data)
    assert answer.status_code == 303, answer.text
    assert answer.location is not None
    return answer.location


def test_check_then_confirm(editor: Client, count: Callable[[], int]) -> None:
    where = checked(editor, ("members.csv", GOOD))
    page = editor.get(where).text
    assert "What the import would do" in page
    assert "members.csv" in page
    assert 'data-role="import-now"' in page
    assert count() == 0
    answer = editor.post(where)
    assert (answer.status_code, answer.location) == (303, where)
    assert count() == 2
    done = editor.get(where).text
    assert "What the import did" in done
    assert "The files have been imported." in done
    assert 'data-role="import-now"' not in done
    assert 'href="/organisations"' in done


def test_pressing_twice_is_once(editor: Client, count: Callable[[], int]) -> None:
    where = checked(editor, ("members.csv", GOOD))
    for _ in range(2):
        assert editor.post(where).location == where
    assert count() == 2


def test_the_same_list_again_says_that_nothing_is_new(editor: Client) -> None:
    editor.post(checked(editor, ("members.csv", GOOD)))
    page = editor.get(checked(editor, ("members.csv", GOOD))).text
    assert "nothing new" in page
    assert 'data-role="import-now"' not in page


def test_files_that_belong_together(editor: Client, installation: Installation) -> None:
    files = (
        ("a.csv", "id,name\n1,Kulturhuset\n2,Plejehjemmet\n"),
        ("b.csv", "id,title\n7,Fællesspisning\n"),
        ("c.csv", "collaboration,organisation,role\n7,1,vært\n7,2,\n"),
    )
    editor.post(checked(editor, *files))
    numbers = show_overview(installation, READER, date.today()).numbers
    assert (numbers.organisations, numbers.collaborations, numbers.alone) == (2, 1, 0)


def test_two_lists_that_number_from_one(editor: Client, count: Callable[[], int]) -> None:
    north = "id,name\n1,Kulturhuset\n2,Spejderne\n3,Bogcafeen\n"
    editor.post(checked(editor, ("list.csv", north), source="north"))
    south = "id,name\n1,Plejehjemmet\n2,Svømmehallen\n3,Haven\n"
    editor.post(checked(editor, ("list.csv", south), source="south"))
    assert count() == 6
    renamed = north.replace("Spejderne", "Valby Gruppe")
    editor.post(checked(editor, ("newer.csv", renamed), source="north"))
    assert count() == 6


def test_rows_that_cannot_be_read_are_listed_and_left_out(
    editor: Client, count: Callable[[], int]
) -> None:
    where = checked(editor, ("members.csv", BAD))
    page = editor.get(where).text
    assert 'data-role="import-rejected"' in page
    assert "rumfart" in page
    assert "12345678" in page
    assert "Import the rest" in page
    editor.post(where)
    assert count() == 1
    assert "rumfart" in editor.get(where).text


def test_rejected_rows_as_csv_are_harmless(editor: Client) -> None:
    text = "name,cvr,sector\nA,=1+1,\nB,,@SUM(A1)\n"
    where = checked(editor, ("members.csv", text))
    answer = editor.get(f"{where}/rejected.csv")
    assert answer.mimetype == "text/csv"
    assert "attachment" in answer.headers["Content-Disposition"]
    rows = list(csv.reader(io.StringIO(answer.data.decode("utf-8-sig"))))
    assert rows[0] == ["File", "Row", "Column", "Value", "What is wrong"]
    assert [(row[0], row[1], row[3]) for row in rows[1:]] == [
        ("members.csv", "2", "'=1+1"),
        ("members.csv", "3", "'@SUM(A1)"),
    ]


def test_the_report_is_in_the_readers_language(editor: Client) -> None:
    where = checked(editor, ("members.csv", BAD))
    english = editor.get(f"{where}/rejected.csv").data.decode("utf-8-sig")
    editor.post("/language/da")
    danish = editor.get(f"{where}/rejected.csv").data.decode("utf-8-sig")
    assert danish != english
    assert danish.splitlines()[1].startswith("members.csv;")


@pytest.mark.parametrize(
    ("files", "data", "field"),
    [
        ((), {}, "files"),
        ((("", ""),), {}, "files"),
        (tuple((f"{n}.csv", GOOD) for n in range(21)), {}, "files"),
        ((("a.csv", GOOD),), {"source": "x" * 101}, "source"),
        ((("a.csv", GOOD),), {"mapping": (io.BytesIO(b"x"), "map.csv")}, "mapping"),
        ((("a.csv", "noise\nnoise\n"),), {}, "files"),
        ((("a.csv", ""),), {}, "files"),
        ((("a.xlsx", "no spreadsheet"),), {}, "files"),
        ((("a.csv", GOOD),), {"mapping": (io.BytesIO(b"[[["), "map.toml")}, "files"),
    ],
)
def test_what_cannot_be_read_is_said_on_the_form(
    files: tuple[tuple[str, str], ...],
    data: dict[str, Any],
    field: str,
    editor: Client,
    count: Callable[[], int],
) -> None:
    answer = send(editor, *files, **data)
    assert answer.status_code == 422
    assert 'data-role="error-summary"' in answer.text
    assert f'href="#{field}"' in answer.text
    assert count() == 0


def test_a_file_over_the_limit_is_refused(
    make_installation: Callable[..., Installation],
    make_app: Callable[..., Any],
    sign_in: Callable[..., Client],
) -> None:
    small = make_installation(upload_megabytes=1)
    client = as_client(make_app(small))
    with small.writing(OPERATOR) as work:
        user = people.add(work, email="kim@samspil.example", role="editor", name="Kim")
        work.commit()
    # By hand: the test client would leave a file of this size open.
    head = '--b\r\nContent-Disposition: form-data; name="files"; filename="large.csv"\r\n\r\n'
    body = f"{head}{GOOD}{'x;' * 600_000}\r\n--b--\r\n".encode()
    answer = sign_in(client, user).post(
        "/import", data=body, content_type="multipart/form-data; boundary=b"
    )
    assert answer.status_code == 413
    assert "large.csv" in answer.text


def test_a_mapping_of_ones_own(editor: Client, count: Callable[[], int]) -> None:
    mapping = '[organisations]\n"Hvem" = "name"\n'
    data = {"mapping": (io.BytesIO(mapping.encode()), "mine.toml")}
    where = checked(editor, ("list.csv", "Hvem;Andet\nKulturhuset;x\n"), **data)
    editor.post(where)
    assert count() == 1


def test_choosing_other_files_forgets_these(editor: Client, count: Callable[[], int]) -> None:
    where = checked(editor, ("members.csv", GOOD))
    assert editor.post(f"{where}/discard").location == "/import"
    for answer in (editor.get(where), editor.post(where), editor.get(f"{where}/rejected.csv")):
        assert answer.status_code == 404
    assert count() == 0


def test_another_person_does_not_reach_them(
    editor: Client, client_as: Callable[..., Client], count: Callable[[], int]
) -> None:
    where = checked(editor, ("members.csv", GOOD))
    other = client_as("administrator")
    for answer in (other.get(where), other.post(where), other.post(f"{where}/discard")):
        assert answer.status_code == 404
    assert count() == 0
    assert editor.get(where).status_code == 200


def test_an_import_that_fails_can_be_tried_again(
    editor: Client, count: Callable[[], int], monkeypatch: pytest.MonkeyPatch
) -> None:
    where = checked(editor, ("members.csv", GOOD))
    with monkeypatch.context() as broken:

        def fail(*_: object, **__: object) -> None:
            raise Refusal("unavailable", message("The disk is full."))

        broken.setattr(imports, "import_files", fail)
        assert editor.post(where).status_code == 503
    assert count() == 0
    assert editor.post(where).status_code == 303
    assert count() == 2
