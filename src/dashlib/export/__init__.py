"""Writes what is shown as files: tables, maps, timelines, calendars, a briefing and a bundle of evidence.

The app and the command line both call `export`. The same frames give the same bytes.
"""

from dashlib.export.registry import FORMS, By, Form, export, file_name

__all__ = ["FORMS", "By", "Form", "export", "file_name"]
