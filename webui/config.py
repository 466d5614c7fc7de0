"""Flask's configuration, made from the settings of the installation."""

from __future__ import annotations

from datetime import timedelta
from urllib.parse import urlsplit

from matcher.settings import Settings

MEGABYTE = 1024 * 1024


def flask_config(settings: Settings) -> dict[str, object]:
    """The values that differ from Flask's own; `here.py` and the extensions read the rest."""
    return {
        "SESSION_COOKIE_NAME": "samspil",
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SAMESITE": "Lax",
        "SESSION_COOKIE_SECURE": is_secure(settings),
        "PERMANENT_SESSION_LIFETIME": timedelta(hours=settings.session_hours),
        # A form is small; only /import takes more (webui/security.py).
        "MAX_CONTENT_LENGTH": 2 * MEGABYTE,
        "MAX_FORM_PARTS": 5_000,
        "BABEL_DEFAULT_LOCALE": "da" if settings.language == "browser" else settings.language,
        "SAMSPIL_ASK_BROWSER": settings.language == "browser",
        "BABEL_DEFAULT_TIMEZONE": "Europe/Copenhagen",
        # A token is good as long as the session that it belongs to.
        "WTF_CSRF_TIME_LIMIT": None,
        # The token is tied to the session's cookie, which other sites cannot send (SameSite);
        # asking for a Referer as well would lock out people whose browser or proxy removes it.
        "WTF_CSRF_SSL_STRICT": False,
        "RATELIMIT_STORAGE_URI": settings.rate_limit_storage,
        "RATELIMIT_IN_MEMORY_FALLBACK_ENABLED": True,
    }


def is_secure(settings: Settings) -> bool:
    """Whether people reach the installation over HTTPS only."""
    return settings.secure_cookies or urlsplit(settings.public_url).scheme == "https"
