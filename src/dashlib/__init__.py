"""Finds dated, actor-coded, located events in news articles and shows them on timelines."""

__version__ = "0.1.0"
