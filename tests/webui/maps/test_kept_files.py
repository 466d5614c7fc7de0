"""Files that are made once."""

from __future__ import annotations

import gc
import weakref

import pytest

from tests.matcher.network.makers import make_picture
from webui.maps.kept_files import MOST, kept_file


def never() -> bytes:
    raise AssertionError("it was made already")


def test_a_file_is_made_once_for_each_picture_and_key() -> None:
    picture = make_picture()
    first = kept_file(picture, "da", lambda: b"en")
    assert kept_file(picture, "da", never) == first
    assert kept_file(picture, "en", lambda: b"to").tag != first.tag
    assert kept_file(make_picture(), "da", lambda: b"tre").packed == b"tre"


def test_the_same_content_has_the_same_tag() -> None:
    tags = {kept_file(make_picture(), "da", lambda: b"en").tag for _ in range(2)}
    assert len(tags) == 1


def test_few_are_kept_those_asked_for_last() -> None:
    picture = make_picture()
    for number in range(MOST):
        kept_file(picture, number, lambda: b"x")
    kept_file(picture, 0, never)
    kept_file(picture, MOST, lambda: b"x")
    kept_file(picture, 0, never)
    with pytest.raises(AssertionError):
        kept_file(picture, 1, never)


def test_files_go_with_their_picture() -> None:
    picture = make_picture()
    kept_file(picture, "da", lambda: b"en")
    gone = weakref.ref(picture)
    del picture
    gc.collect()
    assert gone() is None
