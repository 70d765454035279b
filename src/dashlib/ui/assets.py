"""The pictures of the app, as files of the package: nothing is fetched to show them."""

from pathlib import Path

__all__ = ["ICON", "logo"]

_PICTURES = Path(__file__).parent / "pictures"
ICON = str(_PICTURES / "icon.png")


def logo(*, dark: bool) -> str:
    """Give the path of the logo for a light or a dark ground."""
    return str(_PICTURES / f"logo-{'dark' if dark else 'light'}.svg")
