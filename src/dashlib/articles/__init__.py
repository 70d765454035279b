"""Reads articles: one module a format, a registry, near-duplicates, language."""

from dashlib.articles.registry import read, read_bytes

__all__ = ["read", "read_bytes"]
