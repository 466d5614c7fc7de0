"""The pages: a Flask app put together from an installation and one blueprint a subject."""

from __future__ import annotations

import os

from flask import Flask

from matcher.services.installation import Installation
from matcher.services.session_key import session_key
from matcher.settings import Settings, read_settings
from webui import (
    access,
    attempts,
    errors,
    identity,
    languages,
    navigation,
    pages,
    party,
    proxies,
    say,
    security,
    static_files,
)
from webui.config import flask_config


def create_app(source: Installation | Settings | None = None, **overrides: object) -> Flask:
    """The app for an installation, or for one with these settings (default: the environment's).

    `overrides` are values of Flask's configuration, such as TESTING. Refusal (schema_old) if the
    database is not ready for this version.
    """
    installation = _installation(source)
    installation.require_current_schema()
    app = Flask(__name__)
    app.config.update(flask_config(installation.settings))
    app.config["SECRET_KEY"] = session_key(installation)
    app.config.update(overrides)
    app.extensions["samspil"] = installation
    _prepare(app, installation.settings)
    for blueprint in pages.blueprints():
        app.register_blueprint(blueprint)
        if blueprint.name in party.BLUEPRINTS:
            app.extensions["csrf"].exempt(blueprint)
    access.check_table(app)
    attempts.init_app(app, installation.settings)
    return app


def _installation(source: Installation | Settings | None) -> Installation:
    if isinstance(source, Installation):
        return source
    return Installation(read_settings(os.environ) if source is None else source)


def _prepare(app: Flask, settings: Settings) -> None:
    """Everything that pages stand on; what is checked first is set up first."""
    proxies.init_app(app, settings)
    static_files.init_app(app)
    languages.init_app(app)
    say.init_app(app)
    identity.init_app(app)
    security.init_app(app)
    access.init_app(app)
    navigation.init_app(app)
    errors.init_app(app)
