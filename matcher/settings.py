"""Settings: one table of names, defaults and help; read from SAMSPIL_* of the environment."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from email.utils import getaddresses, parseaddr
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

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
        "TIME_ZONE",
        "Europe/Copenhagen",
        message("Where people live: it says which day it is, and when something is due."),
    ),
    Setting(
        "PUBLIC_URL",
        "",
        message("The address people use, such as https://example.org/samspil; used in links."),
    ),
    Setting(
        "SMTP_HOST",
        "",
        message("The server that takes mail, for reminders. Empty: no mail is sent."),
    ),
    Setting("SMTP_PORT", 587, message("The port on which it takes mail.")),
    Setting(
        "SMTP_SECURITY",
        "starttls",
        message("How the way to it is encrypted: starttls, tls from the first byte on, or none."),
    ),
    Setting("SMTP_USER", "", message("The name to sign in to it with. Empty: without.")),
    Setting("SMTP_PASSWORD", "", message("The password that goes with the name.")),
    Setting(
        "MAIL_FROM",
        "",
        message("Whom mails are from, such as Samspil <samspil@example.org>; answers go there."),
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
    time_zone: str = "Europe/Copenhagen"
    public_url: str = ""
    smtp_host: str = ""
    smtp_port: int = 587
    smtp_security: str = "starttls"
    smtp_user: str = ""
    smtp_password: str = field(default="", repr=False)
    mail_from: str = ""
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
        if not (text.isascii() and text.isdigit() and len(text) < 10):
            raise _wrong(setting, text, message("a whole number"))
        if setting.name == "SMTP_PORT" and not 0 < int(text) < 65536:
            raise _wrong(setting, text, message("a whole number from 1 to 65535"))
        return int(text)
    if setting.name in _CHECKS:
        is_right, wanted = _CHECKS[setting.name]
        if not is_right(text):
            raise _wrong(setting, text, wanted)
    return text


def _is_time_zone(text: str) -> bool:
    try:
        ZoneInfo(text)
    except (ValueError, OSError, ZoneInfoNotFoundError):
        return False
    return True


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


def _is_host(text: str) -> bool:
    """A host's name or address alone: no scheme, no port, nothing that could go elsewhere."""
    return text.isprintable() and not any(letter in " /@[]" for letter in text)


def _is_mail_address(text: str) -> bool:
    """One address, with or without a name before it in the usual way."""
    _name, address = parseaddr(text)
    user, _at, host = address.rpartition("@")
    shaped = bool(user) and "." in host.strip(".") and len(address) < 255
    return shaped and text.isprintable() and len(getaddresses([text])) == 1 and " " not in address


_CHECKS: Mapping[str, tuple[Callable[[str], bool], Message]] = {
    "LANGUAGE": ({"da", "en", "browser"}.__contains__, message("da, en or browser")),
    "TIME_ZONE": (
        _is_time_zone,
        message("the name of a time zone, such as Europe/Copenhagen"),
    ),
    "SMTP_HOST": (_is_host, message("the name of a server, such as mail.example.org")),
    "SMTP_SECURITY": ({"starttls", "tls", "none"}.__contains__, message("starttls, tls or none")),
    "MAIL_FROM": (
        lambda text: not text or _is_mail_address(text),
        message("a mail address, such as Samspil <samspil@example.org>"),
    ),
    "TILE_URL": (
        lambda text: not text or _is_tile_url(text),
        message("a web address with z, x and y in curly brackets"),
    ),
}
"""Settings that not every text will do for: what is right, and how it is said."""


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
