"""Merges the mentions of one event into one row, and says why."""
