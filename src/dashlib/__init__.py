"""Finds dated, actor-coded, located events in news articles and shows them on timelines.

    >>> import dashlib
    >>> frames = dashlib.parse([{"text": "Macron met Scholz in Berlin on Monday.", "published": "2024-05-28"}])
    >>> frames.mentions["kind"].tolist()
    ['summit']

The entry points load their parts on first use, so that `import dashlib` costs next to nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

__all__ = [
    "Filters",
    "Frames",
    "Store",
    "__version__",
    "consolidate",
    "find_actors",
    "find_dates",
    "find_places",
    "parse",
    "read",
    "resolve_places",
]

_HOMES = {
    "Filters": "dashlib.query",
    "Frames": "dashlib.schema",
    "Store": "dashlib.store",
    "consolidate": "dashlib.merging",
    "find_actors": "dashlib.parsing.actors.frame",
    "find_dates": "dashlib.parsing.dates",
    "find_places": "dashlib.parsing.places",
    "parse": "dashlib.api",
    "read": "dashlib.api",
    "resolve_places": "dashlib.parsing.places",
}

if TYPE_CHECKING:
    from dashlib.api import parse, read
    from dashlib.merging.consolidate import consolidate
    from dashlib.parsing.actors.frame import find_actors
    from dashlib.parsing.dates import find_dates
    from dashlib.parsing.places import find_places, resolve_places
    from dashlib.query import Filters
    from dashlib.schema import Frames
    from dashlib.store import Store


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'dashlib' has no attribute {name!r}")
