"""What dashlib knows: kinds, actors, places, words. Tables of the package, loaded and checked once."""

from dashlib.codebook.kinds import FAMILIES, KINDS, Kind, kind

__all__ = ["FAMILIES", "KINDS", "Kind", "kind"]
