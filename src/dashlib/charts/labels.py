"""Labels beside the lanes of a chart: as long as there is room for, with an ellipsis where they are cut."""

from collections.abc import Iterable
from html import escape

__all__ = ["LETTERS", "labelled", "short"]

LETTERS = 46


def short(text: str, most: int = LETTERS) -> str:
    """Cut a text to `most` letters.

    >>> short("Offensive near Dobropillia", 12)
    'Offensive n…'
    """
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def labelled(names: Iterable[str], most: int = LETTERS) -> list[str]:
    """Give labels with some room between them and the lanes; markup in a name is shown, not run."""
    return [f"{escape(short(name, most))}  " for name in names]
