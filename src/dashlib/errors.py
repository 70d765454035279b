"""What can go wrong, as one small tree.

    DashlibError
    ├── ReadError        an article cannot be read (the file, the stage and the reason are kept in `problems`)
    ├── ModelError       a spaCy pipeline or the judge cannot be loaded
    ├── CodebookError    a table that ships with the package, or the reader's own, breaks its rules
    ├── SchemaError      a frame lacks a column or holds a value that its schema forbids
    ├── FilterError      a filter value cannot be understood
    └── StoreError       the store is missing, of a newer version, or damaged

Each message says what went wrong, with which value or file, and what to do.
"""

__all__ = ["CodebookError", "DashlibError", "FilterError", "ModelError", "ReadError", "SchemaError", "StoreError"]


class DashlibError(Exception):
    """Base of all errors that dashlib raises on purpose."""


class ReadError(DashlibError):
    """An article cannot be read."""


class ModelError(DashlibError):
    """A spaCy pipeline or the judge cannot be loaded."""


class CodebookError(DashlibError):
    """A knowledge table breaks its rules."""


class SchemaError(DashlibError):
    """A frame does not fit its schema."""


class FilterError(DashlibError):
    """A filter value cannot be understood."""


class StoreError(DashlibError):
    """The store is missing, of a newer version, or damaged."""
