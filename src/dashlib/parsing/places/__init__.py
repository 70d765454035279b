"""Places: found in a text, chosen among namesakes, put on the map. Importing it registers `dashlib_places`."""

from dashlib.parsing.places.component import create
from dashlib.parsing.places.frames import find_places, resolve_places

__all__ = ["create", "find_places", "resolve_places"]
