"""Settings: one table of names, defaults and help; read from SAMSPIL_* of the environment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from urllib.parse import urlsplit

from matcher.errors import Refusal
from matcher.wording.message import Message, message

PREFIX = "SAMSPIL_"


@dataclass(frozen=True, slots=True)
class Setting:
    """One line of the table: its name after SAMSPIL_, its default, its type and what it is for."""

    name: str
    default: str | int | bool
    help: Message


SETTINGS = (
    Setting(
        "DATABASE_URL",
        "sqlite:///samspil.db",
        message("Where the records are kept: SQLite in the working directory, or PostgreSQL."),
    ),
    Setting(
        "SECRET_KEY",
        "",
        message("Signs the sessions. Empty: made once and kept in the database."),
    ),
    Setting(
        "LANGUAGE",
        "da",
        message("Language of visitors who have not chosen: da, en, or browser, which asks theirs."),
    ),
    Setting(
        "PUBLIC_URL",
        "",
        message("The address people use, such as https://example.org/samspil; used in links."),
    ),
    Setting(
        "PROXIES",
        0,
        message("How many reverse proxies stand in front and set X-Forwarded headers."),
    ),
    Setting(
        "SECURE_COOKIES",
        False,
        message("Send cookies over HTTPS only. Switch on where people use HTTPS."),
    ),
    Setting(
        "RATE_LIMIT_STORAGE",
        "memory://",
        message("Where attempts to sign in are counted; a redis:// address with several workers."),
    ),
    Setting(
        "JOBS_URL",
        "",
        message("Where long jobs wait, a redis:// address. Empty: beside the SQLite database."),
    ),
    Setting("UPLOAD_MEGABYTES", 20, message("The largest file that can be uploaded.")),
    Setting(
        "UNPACKED_MEGABYTES", 200, message("The largest a spreadsheet may become when unpacked.")
    ),
    Setting(
        "UNPACKED_RATIO",
        200,
        message("How many times its size a spreadsheet may grow when unpacked."),
    ),
    Setting("LINK_DAYS", 7, message("How many days a one-time sign-in link is valid.")),
    Setting(
        "TILE_URL",
        "",
        message(
            "A server of background tiles for the geographic map, its address with z, x and y in "
            "curly brackets. Empty: no background."
        ),
    ),
    Setting("TILE_ATTRIBUTION", "", message("Whom to name beside the background tiles.")),
    Setting(
        "SESSION_HOURS", 12, message("How long somebody stays signed in without doing a thing.")
    ),
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Settings:
    """The settings of one installation; the table SETTINGS says what each is for."""

    database_url: str = "sqlite:///samspil.db"
    secret_key: str = ""
    language: str = "da"
    public_url: str = ""
    proxies: int = 0
    secure_cookies: bool = False
    rate_limit_storage: str = "memory://"
    jobs_url: str = ""
    upload_megabytes: int = 20
    unpacked_megabytes: int = 200
    unpacked_ratio: int = 200
    link_days: int = 7
    tile_url: str = ""
    tile_attribution: str = ""
    session_hours: int = 12


def read_settings(environ: Mapping[str, str]) -> Settings:
    """The settings that the environment gives; what it does not name keeps its default.

    Refusal (invalid) for a SAMSPIL_ name that is not in the table and for a value of the wrong
    type. Names beginning with SAMSPIL_TEST_ belong to the tests and are passed over.
    """
    known = {PREFIX + setting.name: setting for setting in SETTINGS}
    given: dict[str, str | int | bool] = {}
    for name in sorted(environ):
        if not name.startswith(PREFIX) or name.startswith(PREFIX + "TEST_"):
            continue
        if name not in known:
            raise _unknown(name, list(known))
        given[known[name].name.lower()] = _typed(known[name], environ[name].strip())
    return Settings(**given)  # type: ignore[arg-type]  # the table and the class are tested alike


def _typed(setting: Setting, text: str) -> str | int | bool:
    if isinstance(setting.default, bool):
        if text.lower() in {"1", "true", "yes", "on"}:
            return True
        if text.lower() in {"", "0", "false", "no", "off"}:
            return False
        raise _wrong(setting, text, message("yes or no"))
    if isinstance(setting.default, int):
        if text.isascii() and text.isdigit():
            return int(text)
        raise _wrong(setting, text, message("a whole number"))
    if setting.name == "LANGUAGE" and text not in {"da", "en", "browser"}:
        raise _wrong(setting, text, message("da, en or browser"))
    if setting.name == "TILE_URL" and text and not _is_tile_url(text):
        raise _wrong(setting, text, message("a web address with z, x and y in curly brackets"))
    return text


def _is_tile_url(text: str) -> bool:
    """An http or https address whose host is fixed, and that says which tile is meant."""
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return (
        parts.scheme in {"http", "https"}
        and bool(parts.hostname)
        and "{" not in parts.netloc
        and text.isascii()
        and not any(letter.isspace() for letter in text)
        and all(text.count(place) == 1 for place in ("{z}", "{x}", "{y}"))
    )


def _unknown(name: str, known: list[str]) -> Refusal:
    near = get_close_matches(name, known, n=1)
    hint = message("Did you mean {name}?", name=near[0]) if near else None
    return Refusal("invalid", message("There is no setting {name}.", name=name), hint)


def _wrong(setting: Setting, text: str, wanted: Message) -> Refusal:
    name = PREFIX + setting.name
    return Refusal(
        "invalid",
        message("{name} is “{value}”, but must be {wanted}.", name=name, value=text, wanted=wanted),
    )
