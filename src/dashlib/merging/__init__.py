"""Merges the mentions of one event into one row, and says why."""

from dashlib.merging.consolidate import Consolidated, consolidate
from dashlib.merging.touched import touched

__all__ = ["Consolidated", "consolidate", "touched"]
