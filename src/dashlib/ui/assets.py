"""The pictures and scripts of the app, as files of the package: nothing is fetched to show or run them."""

from pathlib import Path

__all__ = ["ICON", "logo", "script"]

_PICTURES = Path(__file__).parent / "pictures"
_SCRIPTS = Path(__file__).parent / "scripts"
ICON = str(_PICTURES / "icon.png")


def logo(*, dark: bool) -> str:
    """Give the path of the logo for a light or a dark ground."""
    return str(_PICTURES / f"logo-{'dark' if dark else 'light'}.svg")


def script(name: str) -> str:
    """Give the text of one of our scripts."""
    return (_SCRIPTS / name).read_text(encoding="utf-8")
