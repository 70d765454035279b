"""Reads articles: one module a format, a registry, near-duplicates, language."""
