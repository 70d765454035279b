"""What an entry of the watch list asks for, as Filters."""

from dashlib.query.filters import ActorMode, Filters
from dashlib.types import Watch, Watched

__all__ = ["watching"]


def watching(entry: Watch) -> Filters:
    """Give the filters that let through what a watch-list entry is about.

    >>> watching(Watch.pair("Ukraine", "Russia")).sentence()
    'Events: between Russia and Ukraine'
    """
    if entry.of is Watched.PLACE:
        return Filters(places=entry.names)
    return Filters(actors=entry.names, actor_mode=ActorMode.PAIR if entry.of is Watched.PAIR else ActorMode.ANY)
