"""Nothing in the demo network can reach or be mistaken for anybody."""

import re
from urllib.parse import urlsplit

from tests.seed_data.conftest import Tables

# "Bestyrelsen", "Den daglige leder", "Skolens kontor": a role, perhaps of a place.
ROLE = re.compile(r"[A-ZÆØÅ][a-zæøå]+(ens|ets|ernes|s)? ?[a-zæøå]*")
YEAR = re.compile(r"\b20[0-4]\d\b")


def test_there_are_no_telephone_numbers(tables: Tables) -> None:
    assert not [row["id"] for row in tables["organisations"] if row["phone"]]
    eight = re.compile(r"(?<!\d)(\d[ .]?){8}(?!\d)")
    texts = [
        (name, cell)
        for name, rows in tables.items()
        for row in rows
        for column, cell in row.items()
        if column not in {"lat", "lon"} and eight.search(cell.replace("-", "x"))
    ]
    assert texts == []


def test_there_are_no_register_numbers(tables: Tables) -> None:
    assert not [row["id"] for row in tables["organisations"] if row["cvr"] or row["p_number"]]


def test_mail_and_web_addresses_are_reserved(tables: Tables) -> None:
    for row in tables["organisations"]:
        if row["email"]:
            assert re.fullmatch(r"[a-z0-9-]+@[a-z0-9-]+\.example", row["email"]), row["id"]
        if row["website"]:
            parts = urlsplit(row["website"])
            assert parts.scheme == "https"
            assert str(parts.hostname).endswith(".example"), row["id"]


def test_mail_addresses_are_one_each(tables: Tables) -> None:
    mails = [row["email"] for row in tables["organisations"] if row["email"]]
    assert len(mails) == len(set(mails))
    assert len(mails) > 180


def test_contacts_and_reporters_are_roles(tables: Tables) -> None:
    names = {row["name"] for row in tables["organisations"]}
    for row in tables["organisations"]:
        assert not row["contact_person"] or ROLE.fullmatch(row["contact_person"]), row["id"]
    for row in tables["ties"]:
        role, _, organisation = row["reporter"].partition(", ")
        assert ROLE.fullmatch(role), row
        assert organisation in names, row


def test_texts_name_no_year_that_would_not_shift(tables: Tables) -> None:
    texts = [
        cell
        for name, columns in {
            "organisations": ("description",),
            "collaborations": ("title", "purpose"),
            "capacities": ("note", "when"),
            "ties": ("kind", "source"),
        }.items()
        for row in tables[name]
        for column in columns
        if YEAR.search(cell := row[column])
    ]
    assert texts == []


def test_no_cell_would_run_as_a_formula(tables: Tables) -> None:
    cells = [cell for rows in tables.values() for row in rows for cell in row.values()]
    assert not [cell for cell in cells if cell[:1] in set("=+-@\t\r") and cell]
    assert not [cell for cell in cells if cell != cell.strip() or "\n" in cell]


def test_texts_are_written_not_filled_in(tables: Tables) -> None:
    for name, column in (("organisations", "description"), ("collaborations", "purpose")):
        texts = [row[column] for row in tables[name] if row[column]]
        beginnings = [" ".join(text.split()[:4]) for text in texts]
        assert len(texts) > 150
        assert len(set(beginnings)) == len(beginnings)
        assert all(20 <= len(text) <= 260 and text[-1] in ".!?" for text in texts)
