"""Compact files that were made already, so that the next visitor waits for nothing."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from hashlib import sha256
from weakref import WeakKeyDictionary

from matcher.network.picture import MapPicture

MOST = 6
"""So many files of one picture are kept, in different looks and languages."""


@dataclass(frozen=True, kw_only=True, slots=True)
class KeptFile:
    """A packed file and a word that is another one for every other content."""

    packed: bytes
    tag: str


_kept: WeakKeyDictionary[MapPicture, OrderedDict[Hashable, KeptFile]] = WeakKeyDictionary()
_lock = threading.Lock()


def kept_file(picture: MapPicture, key: Hashable, make: Callable[[], bytes]) -> KeptFile:
    """The file of a picture by all else that it depends on, made when it is asked for first.

    It goes when the picture does, which `matcher.services.draw_map` keeps as long as its revision,
    day and view are asked for.
    """
    with _lock:
        files = _kept.setdefault(picture, OrderedDict())
        if key in files:
            files.move_to_end(key)
            return files[key]
    packed = make()
    made = KeptFile(packed=packed, tag=sha256(packed).hexdigest()[:32])
    with _lock:
        files[key] = made
        while len(files) > MOST:
            files.popitem(last=False)
    return made
