"""Merges the mentions of one event into one row, and says why."""

from dashlib.merging.consolidate import Consolidated, consolidate

__all__ = ["Consolidated", "consolidate"]
